# Administrationscentret: ram, inloggning och det som sidorna delar. See the English file for what each message is for.

## The frame

admin-places = Sidor
admin-menu = Meny
admin-menu-close = Stäng menyn
admin-nav-overview = Översikt
admin-nav-head-users = Användare
admin-nav-users = Aktiva användare
admin-nav-restricted = Begränsade användare
admin-nav-locks = Inloggningslås
admin-nav-head-setup = Inställningar
admin-nav-sessions = Dina sessioner
admin-find = Sök användare eller adress
admin-sign-out = Logga ut
admin-foot-at = Läget kl. { $clock }
admin-foot-zone = Tider i { $zone }

## The door

admin-in-title = Logga in i administrationscentret
admin-in-user = Användarnamn
admin-in-password = Lösenord
admin-in-code = Kod
admin-in-code-hint = 6 siffror från autentiseringsappen, eller en återställningskod
admin-in-button = Logga in
admin-in-no = Användarnamn, lösenord eller kod stämmer inte, eller så är inloggningen låst.
admin-in-wait = För många försök samtidigt. Försök igen.
admin-in-trouble = Ingen kan loggas in just nu, för Postern kan inte läsa eller spara. Serverns logg visar varför.
admin-in-over = Sessionen är slut. Logga in igen.
admin-in-elsewhere = Ingen loggas in från den här adressen. Öppna sidan på:
admin-in-help = Utelåst från administrationscentret? Skriv på servern, som root:

## The invitation

admin-begin-title = Ställ in din inloggning
admin-begin-lede = Kontot { $account } är inbjudet till administrationscentret.
admin-begin-enter = Logga in som kontot { $account }. Länken skapades på servern av root.
admin-begin-app = Läs av bilden med en autentiseringsapp
admin-begin-picture = Nyckeln nedan som bild för telefonens kamera
admin-begin-secret = Eller skriv in nyckeln i appen:
admin-begin-password = Kontots lösenord
admin-begin-password-new = Nytt lösenord
admin-begin-password-hint = { $count ->
    [one] Minst { $count } tecken
   *[other] Minst { $count } tecken
}
admin-begin-code = Koden som appen visar
admin-begin-button = Ställ in och logga in
admin-begin-until = Länken fungerar en gång, till { $until }.
admin-begin-wrong = Lösenord eller kod stämmer inte, eller så är inloggningen låst. Ingenting har ändrats.
admin-begin-short = Det nya lösenordet är för kort. Välj ett längre.
admin-begin-void-title = Länken fungerar inte
admin-begin-void = Den har redan använts, dess tid är slut eller en nyare har skapats.
admin-begin-void-next = Be en global administratör om en ny. På servern, som root, skapas den med:
admin-codes-title = Spara de här återställningskoderna
admin-codes-lede = Utan autentiseringsappen loggar var och en av dem in dig en gång. De visas bara på den här sidan.
admin-codes-go = Fortsätt till översikten

## Your sessions

admin-sessions-lede = { $count ->
    [one] { $count } session är öppen.
   *[other] { $count } sessioner är öppna.
}
admin-sessions-codes = Återställningskoder kvar: { $count }
admin-sessions-this = Den här sessionen
admin-sessions-from = Från
admin-sessions-client = Webbläsare
admin-sessions-opened = Inloggad
admin-sessions-seen = Senast använd
admin-sessions-end = Avsluta sessionen

## What pages share

admin-reason = Motivering
admin-reason-hint = Andra administratörer ser den i listan och i granskningsloggen.
admin-proof-hint = En kod behövs igen: den senaste är för gammal.
admin-proof-wrong = Koden stämmer inte eller har redan använts. Ingenting har ändrats.
admin-cancel = Avbryt
admin-back-to-list = Stäng, tillbaka till listan
admin-search = Sök
admin-search-label = Sök på användarnamn
admin-search-hint = En del av namnet räcker: rob hittar rob@contoso.com.
admin-search-clear = Rensa sökningen
admin-head-user = Användare
admin-head-why = Varför
admin-head-since = Sedan
admin-head-until = Till
admin-head-action = Åtgärd
admin-ago = för { $span } sedan
admin-by = Av: { $actor }
admin-receipts = Var det gäller
admin-receipt-done = Klart:
admin-receipt-failed = Gäller inte:

## What goes wrong

admin-error-not-found-title = Det finns inget på den här adressen
admin-error-not-found = Kontot kan ha tagits bort, eller så är adressen felskriven. Sök efter namnet.
admin-error-refused-title = Det här gjordes inte
admin-error-form = Formuläret hör inte till den här sessionen eller är för gammalt. Ingenting har ändrats. Öppna sidan igen.
admin-error-trouble-title = Postern kunde inte göra det här
admin-error-back = Tillbaka till översikten

## In the audit log

event-admin-invited = Administratör inbjuden
event-emergency-link-made = Nödlänk skapad av root
event-emergency-link-used = Nödlänk använd
event-code-refused = Rätt lösenord, fel kod
event-second-factor-set = Andra faktorn inställd
event-recovery-code-used = Återställningskod använd
event-session-opened = Session i administrationscentret öppnad
event-session-ended = Session i administrationscentret avslutad
refusal-not-an-admin = Kontot har ingen roll i Postern. Ge det en roll först. Ingenting har ändrats.
refusal-no-such-session = Sessionen finns inte eller är redan slut. Ingenting har ändrats.
cli-done-invited = Inbjuden till administrationscentret: { $account }. Länken fungerar en gång, till { $until }, och är bara för den personen.
cli-done-sessions-ended = Sessioner i administrationscentret avslutade: { $account }
cli-no-sessions = Ingen är inloggad i administrationscentret.
admin-error-too-large = Ett formulär rymmer { $max } kB, och det här rymde mer. Ingenting har ändrats. Gå tillbaka och skicka mindre åt gången.
