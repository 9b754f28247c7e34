state-temporary-password = { $account } har ett tillfälligt lösenord. Det gäller till { $until }, och bara för att välja ett nytt.
state-temporary-password-expired = Det tillfälliga lösenordet för { $account } har gått ut. Ingen kan logga in förrän det återställs igen.
reason-temporary-password = Lösenordet återställdes. Motivering: { $note }
reason-temporary-password-expired = Det tillfälliga lösenordet byttes inte i tid.

refusal-own-password = Du kan inte återställa ditt eget lösenord här. Be en annan administratör.
refusal-chosen-is-temporary = Ett lösenord som du väljer åt en person måste bytas vid nästa inloggning. Ingenting har ändrats.
refusal-password-not-temporary = Det här lösenordet är inte tillfälligt. Det har inte ändrats.
refusal-same-as-temporary = Det nya lösenordet är detsamma som det tillfälliga. Välj ett annat.
sign-in-refused-password-change-required = Lösenordet var rätt, men det är tillfälligt: det gäller bara för att välja ett nytt.
sign-in-refused-password-change-required-until = Lösenordet var rätt, men det är tillfälligt: det gäller bara för att välja ett nytt, till { $until }.
sign-in-refused-temporary-password-expired = Lösenordet var rätt, men det var ett tillfälligt lösenord som har gått ut.
sign-in-refused-password-just-set = Ett nytt lösenord hade just satts, och e-postservern hade det inte än.

mail-temporary-expired-subject = Det tillfälliga lösenordet för { $account } har gått ut
mail-temporary-expired-first-line = Det byttes inte i tid och gick ut den { $when }. Ingen kan logga in på kontot förrän lösenordet återställs igen.
mail-temporary-expired-step-reset = 2. Återställ lösenordet igen, om det fortfarande behövs:

pv-password-temporary-s = Giltighetstid för ett tillfälligt lösenord
pv-password-temporary-s-what = Så länge gäller ett lösenord som en administratör har återställt, och bara för att välja ett nytt.

cli-reset-done = Lösenordet för { $account } har återställts
cli-reset-shown = Det nya lösenordet, visas bara den här gången:
cli-reset-until = Det gäller till { $until }, och bara för att välja ett nytt: { $page }
cli-reset-stays = Det gäller tills någon byter det.
cli-reset-hand-over = Lämna det per telefon, personligen eller på papper, aldrig med e-post till kontot.
cli-reset-many-done = Återställda lösenord: { $count }
cli-reset-many-failed = Inte återställda: { $count }. Varför står i filen.
cli-reset-file = Resultatet finns i { $file }, som bara du kan läsa. Ta bort filen när lösenorden är överlämnade.
cli-reset-file-exists = { $file } finns redan. Ange en annan fil. Ingenting har ändrats.
cli-reset-needs-file = Ange en ny fil för resultatet med --out. Ingenting har ändrats.
cli-reset-ask = Lösenord som ska återställas: { $count }. Skriv det här talet för att fortsätta:
cli-reset-one-chosen = Ett lösenord väljs bara för ett konto. Utelämna --choose. Ingenting har ändrats.
cli-reset-needs-yes = Flera lösenord återställs (konton: { $count }). Upprepa kommandot med --yes. Ingenting har ändrats.

password-title = Välj ett eget lösenord
password-lede = Lösenordet som du har fått är tillfälligt. Det gäller bara här, för att välja ett eget.
password-login = Användarnamn eller e-postadress
password-temporary = Tillfälligt lösenord
password-new = Nytt lösenord
password-hint = Några egna ord är lättare att minnas än specialtecken. Du kan klistra in.
password-again = Det nya lösenordet igen
password-button = Spara lösenordet
password-differ = De två nya lösenorden är olika. Skriv dem igen.
password-missing = Fyll i alla fyra fälten.
password-too-long = Ett lösenord får ha högst { $limit } byte. Välj ett kortare.
password-not-opened = Användarnamnet eller det tillfälliga lösenordet stämmer inte, eller så är inloggningen låst för tillfället. Kontrollera båda och försök igen, eller fråga den som gav dig lösenordet.
password-wait = För många försök samtidigt. Försök igen om en stund.
password-trouble = Lösenordet sparades inte, och ingenting har ändrats. Försök igen.
password-foreign = Formuläret skickades inte från den här sidan. Fyll i det här.
password-done-title = Lösenordet är sparat
password-done = Nu kan du logga in med det. Skriv in det nya lösenordet på varje telefon och dator.
password-done-soon = Lösenordet är sparat, men e-postservern har det inte än. Vänta lite innan du skriver in det i e-postprogrammen.

reset-action = Återställ lösenord
reset-again = Återställ igen
reset-title = Återställ lösenord för { $account }
reset-lede = Det gamla lösenordet slutar gälla, ihågkomna enheter glöms och automatiska låsningar av inloggningen upphör. En persons blockering och en blockering av sändning ligger kvar.
reset-how = Nytt lösenord
reset-generate = Skapa ett lösenord
reset-choose = Välj ett lösenord
reset-password = Lösenord
reset-password-missing = Skriv ett lösenord, eller låt ett skapas.
reset-must-change = Måste bytas vid nästa inloggning, och går ut
reset-never-mail = Skicka inte det nya lösenordet med e-post. Då får alla som läser { $address } tag i det. Lämna det per telefon, personligen eller på papper.
reset-yes = Återställ lösenordet
reset-done = Lösenordet för { $account } har återställts.
reset-shown = Nytt lösenord. Det visas bara den här gången:
reset-until = Det gäller till { $until }, och bara för att välja ett nytt.
reset-stays = Det gäller tills någon byter det.
reset-still-blocked = Inloggningen är fortfarande blockerad. Det ändras inte när lösenordet återställs.
reset-sheets = Att skriva ut
reset-sheets-hint = När sidan skrivs ut kommer bara bladet med, på kontots språk, och ingenting om dig.
sheet-title = Ditt tillfälliga lösenord
sheet-account = Konto: { $account }
sheet-open = Öppna { $page } i en webbläsare.
sheet-set = Ange kontot, det här lösenordet och ett eget lösenord.
sheet-devices = Skriv in ditt eget lösenord på varje telefon och dator.
sheet-until = Det tillfälliga lösenordet gäller till { $until }. Förstör bladet sedan.
bulk-reset = Återställ lösenord
bulk-ask-reset = { $count ->
    [one] Återställa lösenordet för { $count } konto?
   *[other] Återställa lösenorden för { $count } konton?
}
bulk-yes-reset = Ja, återställ
bulk-note-reset = Varje konto får ett tillfälligt lösenord, som bara visas på nästa sida, med ett blad att skriva ut.
bulk-reset-late = Inte återställt: för många på en gång. Välj kontot igen.
