# Fortellingen i `postern demo`. See the English file for what each message is for.

demo-opening = Postern demo: en ekte server, en oppdiktet organisasjon og en dag med angripere.
demo-listening = Serveren kjører med en midlertidig datamappe. Alt som følger, går gjennom de to grindene:
demo-gate-dovecot = { $address }: her spør Dovecot før og etter at et passord kontrolleres
demo-gate-postfix = { $address }: her spør Postfix for hver mottaker og på slutten av hver melding
demo-yesterday = { $count ->
    [one] I går var en vanlig dag: { $count } konto logget på fra sitt vanlige sted og skrev til folk den kjenner.
   *[other] I går var en vanlig dag: { $count } kontoer logget på fra sine vanlige steder og skrev til folk de kjenner.
}

demo-guessing-title = Noen prøver å gjette passordet til Anna
demo-asked-and-checked = { $account } fra { $source }: passordet ble kontrollert og er feil. Postern svarte på { $took }
demo-asked-and-refused = { $account } fra { $source }: ble avvist før passordet ble kontrollert. Postern svarte på { $took }
demo-guessing-ten-checked = { $count ->
    [one] { $count } gjetning ble kontrollert. Så ble påloggingen låst for ukjente kilder.
   *[other] { $count } gjetninger ble kontrollert. Så ble påloggingen låst for ukjente kilder.
}
demo-guessing-right-refused = Derfra avvises nå også riktig passord, før det kontrolleres ({ $took }).
demo-guessing-owner-in = Anna logger på fra sitt vanlige sted, { $source } ({ $took }).

demo-spray-title = Ett passord prøves på mange navn
demo-spray-stopped = { $count ->
    [one] Etter { $count } forsøk avvises alle flere fra { $source } før passordet kontrolleres.
   *[other] Etter { $count } forsøk avvises alle flere fra { $source } før passordet kontrolleres.
}
demo-spray-others-in = { $count ->
    [one] { $count } konto logger på fra sitt vanlige sted som på en hvilken som helst dag.
   *[other] { $count } kontoer logger på fra sine vanlige steder som på en hvilken som helst dag.
}

demo-phone-title = En telefon har fortsatt det gamle passordet
demo-phone-not-locked = { $count ->
    [one] Telefonen prøvde det samme gamle passordet { $count } gang. Det er ikke noe angrep, og ingenting låses.
   *[other] Telefonen prøvde det samme gamle passordet { $count } ganger. Det er ikke noe angrep, og ingenting låses.
}
demo-phone-owner-in = Eieren logger på med det nye passordet fra samme sted ({ $took }).

demo-spam-title = Søppelpost sendes fra kontoen til Rob
demo-spam-delayed = { $count ->
    [0] Ingen melding ble forsinket.
    [one] { $count } melding til en ny mottaker ble forsinket før grensen var nådd.
   *[other] { $count } meldinger til nye mottakere ble forsinket før grensen var nådd.
}
demo-spam-stopped = { $count ->
    [one] { $count } mottaker ble sluppet ut. Så ble sendingen blokkert.
   *[other] { $count } mottakere ble sluppet ut. Så ble sendingen blokkert.
}
demo-spam-client-sees = Dette får Postfix til svar og gir videre til e-postprogrammet ({ $took }):

demo-bcc-title = Femti nye mottakere i én melding, og et program som får gjøre det
demo-bcc-none-out = { $count ->
    [0] Ingen av de femti mottakerne fikk meldingen: den ble avvist i sin helhet.
    [one] { $count } mottaker fikk meldingen.
   *[other] { $count } mottakere fikk meldingen.
}
demo-bcc-application = { $count ->
    [one] Fakturaprogrammet skrev til { $count } ny kunde. Det er registrert som program, og nye mottakere er oppgaven.
   *[other] Fakturaprogrammet skrev til { $count } nye kunder. Det er registrert som program, og nye mottakere er oppgaven.
}

demo-release-title = Administratoren finner Rob og fjerner blokkeringen
demo-release-found = Søket etter «rob» finner rob@contoso.com.
demo-release-next-accepted = Allerede neste mottaker i samme åpne økt godtas ({ $took }).
demo-release-list-empty = Rob står ikke lenger på listen. Hvem som fjernet blokkeringen, når og hvorfor er lagret.

demo-all-behaved = Alle trinn gikk som de skulle.
demo-some-misbehaved = { $count ->
    [one] { $count } trinn gikk ikke som det skulle. Det er merket med [!!] ovenfor.
   *[other] { $count } trinn gikk ikke som de skulle. De er merket med [!!] ovenfor.
}
demo-admin-centre = Åpne administrasjonssenteret i en nettleser. Lenken logger deg på som { $name }, én gang:
demo-api = Et program spør om det samme via API-et, med en API-nøkkel:
demo-look-around = Se deg rundt i en annen terminal:
demo-stop = Serveren kjører videre. Ctrl-C stopper den og fjerner dataene.
demo-history = { $count ->
    [one] Eksempelhistorikk: { $count } oppdiktet dag er spilt av gjennom grindene med tider i fortiden. Bildene i administrasjonssenteret viser den.
   *[other] Eksempelhistorikk: { $count } oppdiktede dager er spilt av gjennom grindene med tider i fortiden. Bildene i administrasjonssenteret viser dem.
}
demo-sample = Demo: personer og historikk er oppdiktet
