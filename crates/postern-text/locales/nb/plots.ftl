# Bildene i administrasjonssenteret: bildetekster som sier hva som er funnet, navn på baner, forklaringer og det samme som tabell.

plots-day-title = De siste 24 timene
plots-show = Vis
plots-range-day = 24 t
plots-range-week = 7 dager
plots-range-month = 30 dager

## Baner: etiketter til venstre

plots-sign-ins = Pålogginger
plots-failed-sign-ins = Mislykkede pålogginger
plots-other-sources = alle andre kilder
plots-closed = Pålogging låst eller blokkert
plots-recipients = Mottakere
plots-sending-refused = Sending avvist
plots-acts = Regler og personer
plots-per = per { $span }
plots-limit-hour = grense { $limit } på én time
plots-limit-day = grense { $limit } på 24 timer

## Forklaring: hva en farge eller form betyr

plots-key-succeeded = lyktes
plots-key-failed = mislyktes
plots-key-refused = avvist
plots-key-known = har fått e-post før
plots-key-novel = har aldri fått e-post før
plots-key-began = da en begrensning begynte
plots-key-sign-in = pålogging
plots-key-strange = pålogging fra en ukjent kilde
plots-key-locked-unfamiliar = låst for ukjente kilder
plots-key-locked-familiar = låst for kjente kilder
plots-key-blocked = blokkert for alle
plots-key-slowed = sending bremset
plots-key-restricted = sending blokkert
plots-key-rule-closed = stengt av en regel
plots-key-rule-slowed = bremset av en regel
plots-key-acted = gjort av en person eller et program

## Det samme som tabell

plots-as-table = Vis som tabell
plots-head-time = Tid
plots-head-signed-in = Vellykkede pålogginger
plots-head-refused = Avviste pålogginger
plots-head-novel = Aldri skrevet til før
plots-total = Sum
plots-events = Hva som skjedde når
plots-until = { $what }, til { $until }
plots-still = { $what }, gjelder fortsatt
plots-strange-from = Pålogging fra en ukjent kilde: { $source }
plots-act = { $who }: { $what }

## Funn: overskriften over bildet av en konto, uten punktum

plots-title-nothing-day = Ingenting skjedde de siste 24 timene
plots-title-nothing-week = Ingenting skjedde de siste 7 dagene
plots-title-nothing-month = Ingenting skjedde de siste 30 dagene
plots-title-quiet = Ingen låsing og ingen begrensning
plots-title-restricted = Sending blokkert: { $at }
plots-title-guessed = Feil passord, så det riktige: { $at }
plots-title-strange = Pålogging fra en ukjent kilde: { $at }
plots-title-locked = { $count ->
    [one] Pålogging låst { $count } gang
   *[other] Pålogging låst { $count } ganger
}

## Funn: setninger under en overskrift

plots-nothing-site = Ingen logget på, og ingen sendte e-post.
plots-none-failed = Ingen pålogging mislyktes.
plots-some-failed = { $count ->
    [one] { $count } pålogging mislyktes eller ble avvist.
   *[other] { $count } pålogginger mislyktes eller ble avvist, aldri mange på samme tid.
}
plots-all-failed = { $count ->
    [one] { $count } pålogging mislyktes eller ble avvist.
   *[other] { $count } pålogginger mislyktes eller ble avvist.
}
plots-one-wave = Mange av dem mislyktes mellom { $from } og { $until }.
plots-waves = { $count ->
    [one] De kom i { $count } bølge, fra { $from }.
   *[other] De kom i { $count } bølger, den første fra { $from }.
}
plots-strange = Siste pålogging fra en ukjent kilde: { $at }.
plots-no-mail = Ingen e-post ble sendt.
plots-mail = { $count ->
    [one] E-post gikk til { $count } mottaker.
   *[other] E-post gikk til { $count } mottakere.
}
plots-mail-novel = { $count ->
    [one] E-post gikk til { $count } mottaker, aldri skrevet til før: { $novel }.
   *[other] E-post gikk til { $count } mottakere, aldri skrevet til før: { $novel }.
}
plots-rose = Sendingen økte fra { $from } og ble deretter blokkert: { $at }.
plots-refused = { $count ->
    [one] { $count } forsøk på å sende ble avvist.
   *[other] { $count } forsøk på å sende ble avvist.
}
plots-none-restricted = Ingen regel blokkerte sending.
plots-rules-restricted = { $count ->
    [one] En regel blokkerte sendingen for { $count } konto: { $at }.
   *[other] Regler blokkerte sendingen for { $count } kontoer, sist: { $at }.
}
