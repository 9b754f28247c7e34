# Hva reglene bestemte og så. See the English file for what each message is for.

## Typer begrensning

kind-sign-in-locked = Pålogging låst
kind-sign-in-blocked = Pålogging blokkert
kind-sending-slowed = Sending bremset
kind-sending-restricted = Sending blokkert
kind-password-change-required = Passordet må byttes

## Tilstanden til en konto

state-clear = { $account } kan logge på og sende e-post. Ingen begrensninger gjelder.
state-sign-in-locked-unfamiliar = Påloggingen for { $account } er låst for ukjente kilder til { $until }. Fra kjente kilder virker påloggingen fortsatt.
state-sign-in-locked-familiar = Påloggingen for { $account } er låst for kjente kilder til { $until }.
state-sign-in-locked = Påloggingen for { $account } er låst til { $until }.
state-sign-in-closed-unfamiliar = Påloggingen for { $account } er stengt for ukjente kilder. Den åpnes av en administrator, av eieren av kontoen eller når passordet tilbakestilles.
state-sign-in-closed = Påloggingen for { $account } er stengt. Den åpnes av en administrator eller når passordet tilbakestilles.
state-sign-in-blocked = Påloggingen for { $account } er blokkert til en administrator tillater pålogging.
state-sign-in-blocked-until = Påloggingen for { $account } er blokkert til { $until }.
state-sending-slowed = Sendingen er bremset for { $account }. E-post til mottakere som kontoen har skrevet til før, sendes som vanlig.
state-sending-slowed-until = Sendingen er bremset for { $account } til { $until }. E-post til mottakere som kontoen har skrevet til før, sendes som vanlig.
state-sending-restricted = { $account } kan ikke sende e-post før en administrator fjerner blokkeringen. Innkommende e-post kommer fram som vanlig.
state-sending-restricted-until = { $account } kan ikke sende e-post før { $until }. Innkommende e-post kommer fram som vanlig.
state-password-change-required = { $account } må velge et nytt passord. Inntil da kan ikke e-postprogrammene logge på.

## Årsaker

reason-wrong-passwords-unfamiliar = { $count ->
    [one] { $count } feil passord fra ukjente kilder.
   *[other] { $count } ulike feil passord fra ukjente kilder.
}
reason-wrong-passwords-familiar = { $count ->
    [one] { $count } feil passord fra kjente kilder.
   *[other] { $count } ulike feil passord fra kjente kilder.
}
reason-lane-closed-unfamiliar = { $count ->
    [one] { $count } feil passord fra ukjente kilder.
   *[other] { $count } feil passord på rad fra ukjente kilder.
}
reason-lane-closed-familiar = { $count ->
    [one] { $count } feil passord fra kjente kilder.
   *[other] { $count } feil passord på rad fra kjente kilder.
}
reason-novel-recipients-hour = { $count ->
    [one] { $count } ny mottaker på én time. Grensen for kontoen er { $limit }. En ny mottaker er en som kontoen aldri har skrevet til.
   *[other] { $count } nye mottakere på én time. Grensen for kontoen er { $limit }. En ny mottaker er en som kontoen aldri har skrevet til.
}
reason-novel-recipients-day = { $count ->
    [one] { $count } ny mottaker på 24 timer. Grensen for kontoen er { $limit }. En ny mottaker er en som kontoen aldri har skrevet til.
   *[other] { $count } nye mottakere på 24 timer. Grensen for kontoen er { $limit }. En ny mottaker er en som kontoen aldri har skrevet til.
}
reason-recipients-hour = { $count ->
    [one] { $count } mottaker på én time. Ut fra hva kontoen pleier å sende, er grensen { $limit }.
   *[other] { $count } mottakere på én time. Ut fra hva kontoen pleier å sende, er grensen { $limit }.
}
reason-cap-hour = { $count ->
    [one] { $count } mottaker på én time. Den faste grensen er { $limit }.
   *[other] { $count } mottakere på én time. Den faste grensen er { $limit }.
}
reason-cap-day = { $count ->
    [one] { $count } mottaker på 24 timer. Den faste grensen er { $limit }.
   *[other] { $count } mottakere på 24 timer. Den faste grensen er { $limit }.
}
reason-by-person = Begrunnelse: { $note }

## Indisier

evidence-wrong-passwords = { $count ->
    [one] { $count } feil passord før låsingen.
   *[other] { $count } feil passord før låsingen.
}
evidence-right-password-refused = Riktig passord ble oppgitt mens påloggingen ble avvist. Noen andre kan kjenne til det.
evidence-success-after-failures = { $count ->
    [one] Pålogging fra en ukjent kilde lyktes etter { $count } mislykket forsøk.
   *[other] Pålogging fra en ukjent kilde lyktes etter { $count } mislykkede forsøk.
}
evidence-novel-recipients = { $count ->
    [one] { $count } mottaker som kontoen aldri har skrevet til.
   *[other] { $count } mottakere som kontoen aldri har skrevet til.
}
evidence-many-recipients = { $count ->
    [one] { $count } mottaker på kort tid, flere enn kontoen pleier å skrive til.
   *[other] { $count } mottakere på kort tid, flere enn kontoen pleier å skrive til.
}
evidence-unfamiliar-source = Påloggingen kom fra en kilde kontoen aldri har brukt.
evidence-forged-sender = { $count ->
    [one] E-post ble sendt med { $count } avsenderadresse i organisasjonen som ikke er kontoens egen.
   *[other] E-post ble sendt med { $count } avsenderadresser i organisasjonen som ikke er kontoens egne.
}
evidence-same-content = { $count ->
    [one] { $count } konto sendte samme nye tekst eller lenke til utenforstående omtrent samtidig.
   *[other] { $count } kontoer sendte samme nye tekst eller lenke til utenforstående omtrent samtidig.
}
evidence-spam-verdicts = { $count ->
    [one] Organisasjonens egen skanner tok { $count } e-postmelding fra kontoen for søppelpost innen én time.
   *[other] Organisasjonens egen skanner tok { $count } e-postmeldinger fra kontoen for søppelpost innen én time.
}
evidence-no-such-address = { $count ->
    [one] { $count } mottaker i løpet av 24 timer finnes ikke.
   *[other] { $count } mottakere i løpet av 24 timer finnes ikke.
}
evidence-reported-missing = { $count ->
    [one] Rapporter utenfra sier at { $count } mottaker i løpet av 24 timer ikke finnes.
   *[other] Rapporter utenfra sier at { $count } mottakere i løpet av 24 timer ikke finnes.
}
evidence-taken-for-spam = { $count ->
    [one] Servere i ulike domener avviste kontoens e-post som søppelpost: { $count } mottaker i løpet av 24 timer.
   *[other] Servere i ulike domener avviste kontoens e-post som søppelpost: { $count } mottakere i løpet av 24 timer.
}
evidence-complaints = { $count ->
    [one] Mottakere klaget på e-post fra kontoen; { $count } e-postleverandør meldte fra om det.
   *[other] Mottakere klaget på e-post fra kontoen; { $count } e-postleverandører meldte fra om det.
}
evidence-details = Tid: { $when }. Poeng: { $points }
evidence-details-source = Tid: { $when }. Kilde: { $source }. Poeng: { $points }

## Hvem og hvor

origin-rule = En regel
origin-person = En person
origin-api = Et program
actor-rule = Postern (regel)
actor-timer = Postern (tidsur)
actor-local-root = { $name } (root på denne maskinen)
actor-program = { $name } (nøkkelen til et program)
point-gates = Grinder
point-dovecot-files = Dovecot-filene
point-postfix-map = Postfix-tabellen
point-admin-mail = E-post til administratorene
receipt-in-force = { $point }: i kraft etter { $latency }
receipt-sent = { $point }: sendt etter { $latency }

## Kontoer

account-kind-person = Person
account-kind-shared-mailbox = Delt postboks
account-kind-application = Program
role-auditor = Revisor
role-helpdesk = Brukerstøtte
role-responder = Hendelseshåndterer
role-user-admin = Brukeradministrator
role-global-admin = Global administrator
lane-unfamiliar = Ukjente kilder
lane-familiar = Kjente kilder

## Avgjørelsesloggen

decision-sign-in-refused = Pålogging avvist
decision-sign-in-would-be-refused = Pålogging ville ha blitt avvist
decision-signed-in = Pålogget
decision-wrong-password = Feil passord
decision-same-wrong-password = Samme feil passord igjen
decision-previous-password = Tidligere passord
decision-sending-permitted = Sending tillatt
decision-sending-would-be-slowed = Sending ville ha blitt bremset
decision-sending-would-be-restricted = Sending ville ha blitt blokkert
decision-sending-refused = Sending avvist
decision-from-unfamiliar = Fra en ukjent kilde.
decision-from-familiar = Fra en kjent kilde.
decision-device = En enhet har fortsatt det tidligere passordet.
decision-sampled = Stikkprøve: 1 av { $count } lagres.
decision-slowed = Meldinger til nye mottakere forsinkes.
decision-observed = Observasjonsmodus: ingenting ble stoppet.
decision-refused-by-rule = En regel hadde allerede blokkert sendingen.
decision-refused-by-person = En person hadde allerede blokkert sendingen.

## Revisjonsloggen

event-account-created = Konto opprettet
event-account-renamed = Adresse endret
event-profile-changed = Konto endret
event-alias-added = Alias lagt til
event-alias-removed = Alias fjernet
event-account-deleted = Konto slettet
event-password-set = Passord satt
event-restriction-started = Begrensning begynte
event-restriction-released = Begrensning opphevet
event-restriction-expired = Begrensning utløp
event-evidence-seen = Indisium observert
event-policy-changed = Policyverdi endret
