state-temporary-password = { $account } har et midlertidig passord. Det gjelder til { $until }, og bare til å velge et nytt.
state-temporary-password-expired = Det midlertidige passordet for { $account } er utløpt. Ingen kan logge på før det tilbakestilles på nytt.
reason-temporary-password = Passordet ble tilbakestilt. Begrunnelse: { $note }
reason-temporary-password-expired = Det midlertidige passordet ble ikke byttet i tide.

refusal-own-password = Du kan ikke tilbakestille ditt eget passord her. Spør en annen administrator.
refusal-chosen-is-temporary = Et passord som du velger for en person, må byttes ved neste pålogging. Ingenting er endret.
refusal-password-not-temporary = Dette passordet er ikke midlertidig. Det er ikke endret.
refusal-same-as-temporary = Det nye passordet er det samme som det midlertidige. Velg et annet.
sign-in-refused-password-change-required = Passordet var riktig, men det er midlertidig: det gjelder bare til å velge et nytt.
sign-in-refused-password-change-required-until = Passordet var riktig, men det er midlertidig: det gjelder bare til å velge et nytt, til { $until }.
sign-in-refused-temporary-password-expired = Passordet var riktig, men det var et midlertidig passord som er utløpt.
sign-in-refused-password-just-set = Et nytt passord var nettopp satt, og e-postserveren hadde det ikke ennå.

mail-temporary-expired-subject = Det midlertidige passordet for { $account } er utløpt
mail-temporary-expired-first-line = Det ble ikke byttet i tide og utløp { $when }. Ingen kan logge på kontoen før passordet tilbakestilles på nytt.
mail-temporary-expired-step-reset = 2. Tilbakestill passordet på nytt hvis det fortsatt trengs:

pv-password-temporary-s = Varighet for et midlertidig passord
pv-password-temporary-s-what = Så lenge gjelder et passord som en administrator har tilbakestilt, og bare til å velge et nytt.

cli-reset-done = Passordet for { $account } er tilbakestilt
cli-reset-shown = Det nye passordet, vises bare denne gangen:
cli-reset-until = Det gjelder til { $until }, og bare til å velge et nytt: { $page }
cli-reset-stays = Det gjelder til noen bytter det.
cli-reset-hand-over = Gi det på telefon, personlig eller på papir, aldri på e-post til kontoen.
cli-reset-many-done = Tilbakestilte passord: { $count }
cli-reset-many-failed = Ikke tilbakestilt: { $count }. Hvorfor står i filen.
cli-reset-file = Resultatet ligger i { $file }, som bare du kan lese. Slett filen når passordene er overlevert.
cli-reset-file-exists = { $file } finnes allerede. Oppgi en annen fil. Ingenting er endret.
cli-reset-needs-file = Oppgi en ny fil for resultatet med --out. Ingenting er endret.
cli-reset-ask = Passord som skal tilbakestilles: { $count }. Skriv dette tallet for å fortsette:
cli-reset-one-chosen = Et passord velges bare for én konto. Utelat --choose. Ingenting er endret.
cli-reset-needs-yes = Dette tilbakestiller flere passord (kontoer: { $count }). Gjenta kommandoen med --yes. Ingenting er endret.

password-title = Velg ditt eget passord
password-lede = Passordet du har fått, er midlertidig. Det gjelder bare her, til å velge ditt eget.
password-login = Brukernavn eller e-postadresse
password-temporary = Midlertidig passord
password-new = Nytt passord
password-hint = Noen egne ord er lettere å huske enn spesialtegn. Du kan lime inn.
password-again = Det nye passordet en gang til
password-button = Lagre passordet
password-differ = De to nye passordene er ulike. Skriv dem på nytt.
password-missing = Fyll ut alle fire feltene.
password-too-long = Et passord kan ha høyst { $limit } byte. Velg et kortere.
password-not-opened = Brukernavnet eller det midlertidige passordet stemmer ikke, eller så er påloggingen låst for øyeblikket. Kontroller begge og prøv igjen, eller spør den som ga deg passordet.
password-wait = For mange forsøk samtidig. Prøv igjen om litt.
password-trouble = Passordet ble ikke lagret, og ingenting er endret. Prøv igjen.
password-foreign = Skjemaet ble ikke sendt fra denne siden. Fyll det ut her.
password-done-title = Passordet er lagret
password-done = Nå kan du logge på med det. Skriv inn det nye passordet på hver telefon og datamaskin.
password-done-soon = Passordet er lagret, men e-postserveren har det ikke ennå. Vent litt før du skriver det inn i e-postprogrammene.

reset-action = Tilbakestill passord
reset-again = Tilbakestill på nytt
reset-title = Tilbakestill passord for { $account }
reset-lede = Det gamle passordet slutter å gjelde, huskede enheter glemmes, og automatiske låsinger av påloggingen opphører. En persons blokkering og en blokkering av sending blir stående.
reset-how = Nytt passord
reset-generate = Lag et passord
reset-choose = Velg et passord
reset-password = Passord
reset-password-missing = Skriv et passord, eller få laget et.
reset-must-change = Må byttes ved neste pålogging, og utløper
reset-never-mail = Ikke send det nye passordet på e-post. Da får alle som leser { $address }, tak i det. Gi det på telefon, personlig eller på papir.
reset-yes = Tilbakestill passordet
reset-done = Passordet for { $account } er tilbakestilt.
reset-shown = Nytt passord. Det vises bare denne gangen:
reset-until = Det gjelder til { $until }, og bare til å velge et nytt.
reset-stays = Det gjelder til noen bytter det.
reset-still-blocked = Påloggingen er fortsatt blokkert. Det endres ikke når passordet tilbakestilles.
reset-sheets = Til utskrift
reset-sheets-hint = Når siden skrives ut, kommer bare arket med, på kontoens språk, og ingenting om deg.
sheet-title = Ditt midlertidige passord
sheet-account = Konto: { $account }
sheet-open = Åpne { $page } i en nettleser.
sheet-set = Skriv inn kontoen, dette passordet og et eget passord.
sheet-devices = Skriv inn ditt eget passord på hver telefon og datamaskin.
sheet-until = Det midlertidige passordet gjelder til { $until }. Ødelegg arket etterpå.
bulk-reset = Tilbakestill passord
bulk-ask-reset = { $count ->
    [one] Tilbakestille passordet for { $count } konto?
   *[other] Tilbakestille passordene for { $count } kontoer?
}
bulk-yes-reset = Ja, tilbakestill
bulk-note-reset = Hver konto får et midlertidig passord, som bare vises på neste side, med et ark til utskrift.
bulk-reset-late = Ikke tilbakestilt: for mange på én gang. Velg kontoen på nytt.
