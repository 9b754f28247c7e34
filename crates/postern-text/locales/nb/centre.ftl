# Administrasjonssenteret: rammen, påloggingen og det sidene deler. See the English file for what each message is for.

## The frame

admin-places = Sider
admin-menu = Meny
admin-menu-close = Lukk menyen
admin-nav-overview = Oversikt
admin-nav-head-users = Brukere
admin-nav-users = Aktive brukere
admin-nav-restricted = Begrensede brukere
admin-nav-locks = Påloggingslåser
admin-nav-head-setup = Oppsett
admin-nav-sessions = Dine økter
admin-find = Søk etter bruker eller adresse
admin-sign-out = Logg av
admin-foot-at = Per kl. { $clock }
admin-foot-zone = Tider i { $zone }

## The door

admin-in-title = Logg på administrasjonssenteret
admin-in-user = Brukernavn
admin-in-password = Passord
admin-in-code = Kode
admin-in-code-hint = 6 sifre fra autentiseringsappen, eller en gjenopprettingskode
admin-in-button = Logg på
admin-in-no = Brukernavn, passord eller kode stemmer ikke, eller påloggingen er låst.
admin-in-wait = For mange forsøk samtidig. Prøv igjen.
admin-in-trouble = Ingen kan logges på nå, fordi Postern ikke kan lese eller lagre. Loggen på serveren viser hvorfor.
admin-in-over = Økten er over. Logg på igjen.
admin-in-elsewhere = Ingen logges på fra denne adressen. Åpne siden på:
admin-in-help = Utestengt fra administrasjonssenteret? Skriv på serveren, som root:

## The invitation

admin-begin-title = Konfigurer påloggingen
admin-begin-lede = Kontoen { $account } er invitert til administrasjonssenteret.
admin-begin-enter = Logg på som kontoen { $account }. Lenken ble laget på serveren av root.
admin-begin-app = Skann bildet med en autentiseringsapp
admin-begin-picture = Nøkkelen nedenfor som bilde for telefonkameraet
admin-begin-secret = Eller skriv nøkkelen inn i appen:
admin-begin-password = Passordet til kontoen
admin-begin-password-new = Nytt passord
admin-begin-password-hint = { $count ->
    [one] Minst { $count } tegn
   *[other] Minst { $count } tegn
}
admin-begin-code = Koden som appen viser
admin-begin-button = Konfigurer og logg på
admin-begin-until = Lenken virker én gang, til { $until }.
admin-begin-wrong = Passord eller kode stemmer ikke, eller påloggingen er låst. Ingenting er endret.
admin-begin-short = Det nye passordet er for kort. Velg et lengre.
admin-begin-void-title = Lenken virker ikke
admin-begin-void = Den er allerede brukt, tiden er ute, eller en nyere er laget.
admin-begin-void-next = Be en global administrator om en ny. På serveren, som root, lages den med:
admin-codes-title = Ta vare på disse gjenopprettingskodene
admin-codes-lede = Uten autentiseringsappen logger hver av dem deg på én gang. De vises bare på denne siden.
admin-codes-go = Fortsett til oversikten

## Your sessions

admin-sessions-lede = { $count ->
    [one] { $count } økt er åpen.
   *[other] { $count } økter er åpne.
}
admin-sessions-codes = Gjenopprettingskoder igjen: { $count }
admin-sessions-this = Denne økten
admin-sessions-from = Fra
admin-sessions-client = Nettleser
admin-sessions-opened = Pålogget
admin-sessions-seen = Sist brukt
admin-sessions-end = Avslutt økten

## What pages share

admin-reason = Begrunnelse
admin-reason-hint = Andre administratorer ser den i listen og i revisjonsloggen.
admin-proof-hint = En ny kode trengs: den siste er for gammel.
admin-proof-wrong = Koden stemmer ikke eller er allerede brukt. Ingenting er endret.
admin-cancel = Avbryt
admin-back-to-list = Lukk, tilbake til listen
admin-search = Søk
admin-search-label = Søk etter brukernavn
admin-search-hint = En del av navnet er nok: rob finner rob@contoso.com.
admin-search-clear = Tøm søket
admin-head-user = Bruker
admin-head-why = Hvorfor
admin-head-since = Siden
admin-head-until = Til
admin-head-action = Handling
admin-ago = for { $span } siden
admin-by = Av: { $actor }
admin-receipts = Hvor det gjelder
admin-receipt-done = Utført:
admin-receipt-failed = Gjelder ikke:

## What goes wrong

admin-error-not-found-title = Det finnes ingenting på denne adressen
admin-error-not-found = Kontoen kan være slettet, eller adressen er skrevet feil. Søk etter navnet.
admin-error-refused-title = Dette ble ikke gjort
admin-error-form = Skjemaet hører ikke til denne økten eller er for gammelt. Ingenting er endret. Åpne siden igjen.
admin-error-trouble-title = Postern kunne ikke gjøre dette
admin-error-back = Tilbake til oversikten

## In the audit log

event-admin-invited = Administrator invitert
event-emergency-link-made = Nødlenke laget av root
event-emergency-link-used = Nødlenke brukt
event-code-refused = Riktig passord, feil kode
event-second-factor-set = Andre faktor konfigurert
event-recovery-code-used = Gjenopprettingskode brukt
event-session-opened = Økt i administrasjonssenteret åpnet
event-session-ended = Økt i administrasjonssenteret avsluttet
refusal-not-an-admin = Kontoen har ingen rolle i Postern. Gi den en rolle først. Ingenting er endret.
refusal-no-such-session = Økten finnes ikke eller er allerede over. Ingenting er endret.
cli-done-invited = Invitert til administrasjonssenteret: { $account }. Lenken virker én gang, til { $until }, og er bare for denne personen.
cli-done-sessions-ended = Økter i administrasjonssenteret avsluttet: { $account }
cli-no-sessions = Ingen er pålogget administrasjonssenteret.
admin-error-too-large = Et skjema rommer { $max } kB, og dette rommet mer. Ingenting er endret. Gå tilbake og send mindre om gangen.
