# Oversikten: hva som trenger et menneske, fire tall, det siste døgnet. See the English file for what each message is for.
overview-needs = { $count ->
    [0] Ingenting trenger deg
    [one] { $count } sak trenger deg
   *[other] { $count } saker trenger deg
}
overview-quiet = Ingen konto er blokkert av en regel, ingen er stengt på ubestemt tid, og alt er lagret.
overview-look = Se og avgjør
overview-more = { $count ->
    [one] { $count } konto til er begrenset.
   *[other] { $count } kontoer til er begrenset.
}
overview-spray = Mange kontoer prøves samtidig
overview-spray-more = Kontoer med feil passord fra en ukjent kilde den siste timen: { $count }. Til det er over, låses pålogging fra ukjente kilder tidligere.
overview-guard = Regler vil blokkere svært mange kontoer
overview-guard-more = Blokkeringer som venter på avgjørelsen din: { $count }
overview-observed = Sending blir bare observert
overview-observed-more = Til { $until } blokkerer og bremser reglene ingen; de sier hva de ville ha gjort.
overview-behind = Endringer fra regler er ikke lagret ennå
overview-behind-more = De gjelder, og et krasj ville miste dem: { $count }. Loggen på serveren viser hvorfor.
overview-unsaved = Ingenting kan lagres
overview-unsaved-more = Siden { $since }. Det personer bestemmer, avvises til det virker igjen. Disken kan være full; loggen på serveren viser hvorfor.
overview-addresses = E-postserveren sender ingen brukbare klientadresser
overview-numbers = Nå
overview-locked = låst eller blokkert for pålogging
overview-restricted = som ikke kan sende
overview-recipients = mottakere den siste timen
overview-failures = mislykkede pålogginger den siste timen
overview-refused = avvist av en lås eller blokkering: { $count }
overview-lately = Hva som har skjedd i det siste
overview-nothing-lately = Det finnes ingenting i revisjonsloggen ennå.
overview-memory = I minnet: { $names } navn, { $restrictions } gjeldende begrensninger
