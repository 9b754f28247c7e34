# Sidene for de to dørene: begrensede brukere, låser og påloggingsstatus. See the English file for what each message is for.

## Restricted users

restricted-lede = { $count ->
    [0] Alle kan sende. Ingen konto er blokkert for sending.
    [one] { $count } konto kan ikke sende. Den mottar fortsatt.
   *[other] { $count } kontoer kan ikke sende. Alle mottar fortsatt.
}
restricted-found = { $count ->
    [0] Ingen begrenset konto passer til «{ $text }».
    [one] { $count } begrenset konto passer til «{ $text }».
   *[other] { $count } begrensede kontoer passer til «{ $text }».
}
restricted-stopped = Stoppet
restricted-unblock = Fjern blokkering
restricted-of = konto { $account }
restricted-last = Sist opphevet: { $account }, { $when }.

## Unblock

unblock-title = Fjerne sendeblokkeringen for kontoen { $account }?
unblock-lede = Ingenting endres før du velger Ja.
unblock-why = Hvorfor sendingen ble blokkert
unblock-evidence = Hva som er observert
unblock-checks = { $count ->
    [one] Er det trygt? { $passed } av { $count } kontroll bestått
   *[other] Er det trygt? { $passed } av { $count } kontroller bestått
}
unblock-check-password-yes = Passordet er byttet etter blokkeringen
unblock-check-password-no = Passordet er det samme som før blokkeringen
unblock-check-password-elsewhere = Et annet system har passordet: kontroller der at det er byttet
unblock-check-queue-yes = Ingenting fra kontoen ligger i e-postkøen
unblock-check-queue-no = Meldinger fra kontoen ligger fortsatt i e-postkøen: { $count }
unblock-check-queue-unread = E-postkøen kunne ikke leses
unblock-check-suspicion-yes = Mistankepoengene er under varselgrensen
unblock-check-suspicion-no = Mistankepoengene er fortsatt høye: { $score } av 100
unblock-check-sessions-yes = Ingen økt er åpen fra før blokkeringen
unblock-check-sessions-no = Økter som var åpne før blokkeringen, er fortsatt åpne: { $count }
unblock-check-sessions-unread = Åpne økter kunne ikke leses
unblock-check-rules-yes = Ingen regel videresender e-post ut av organisasjonen
unblock-check-rules-no = Regler som videresender e-post ut av organisasjonen: { $count }
unblock-check-rules-unread = Regler og videresending kunne ikke leses
unblock-check-ways-back-yes = Eieren kan komme inn igjen uten hjelp
unblock-check-ways-back-no = Eieren kan ikke komme inn igjen uten hjelp: ingen alternativ adresse og ingen reservekode teller
unblock-check-passed = Bestått:
unblock-check-failed = Ikke bestått:
unblock-check-open = Må kontrolleres av deg:
unblock-despite = Ikke alle kontroller er bestått. Du kan likevel gå videre; da må begrunnelsen si hvorfor.
unblock-releases = { $count ->
    [one] Blokkeringer av kontoen som personer har fjernet de siste 30 dagene: { $count }
   *[other] Blokkeringer av kontoen som personer har fjernet de siste 30 dagene: { $count }
}
unblock-yes = Ja, fjern blokkeringen
unblock-not = Sendingen er ikke blokkert for kontoen { $account }. Det er ingenting å fjerne.
unblock-done = Kontoen { $account } kan sende igjen.
unblock-probe = Sendeporten er spurt og godtar e-post fra kontoen. Bekreftet kl. { $clock }
unblock-probe-no = Sendeporten er spurt og avviser fortsatt kontoen.
first-shown = { $count ->
    [one] Den første { $count } vises. Søk for å finne andre.
   *[other] De første { $count } vises. Søk for å finne andre.
}

## Sign-in locks

locks-lede = { $count ->
    [0] Ingen konto er låst eller blokkert.
    [one] { $count } konto er låst eller blokkert for pålogging.
   *[other] { $count } kontoer er låst eller blokkert for pålogging.
}
locks-found = { $count ->
    [0] Ingen låst eller blokkert konto passer til «{ $text }».
    [one] { $count } låst eller blokkert konto passer til «{ $text }».
   *[other] { $count } låste eller blokkerte kontoer passer til «{ $text }».
}
locks-unlock = Lås opp
locks-allow = Tillat pålogging
locks-sources = Sperrede kilder
locks-sources-none = Ingen kilde er sperret.
locks-source = Kilde
unlock-title = Låse opp påloggingen for kontoen { $account }?
unlock-lede = Passordet forblir uendret. Den som gjetter, får også nye forsøk.
unlock-yes = Ja, lås opp
unlock-not = Påloggingen er ikke låst for kontoen { $account }. Det er ingenting å låse opp.
unlock-done = Påloggingen er låst opp for kontoen { $account }.

## Edit sign-in status

status-title = Rediger påloggingsstatus
status-of = Konto { $account }
status-now = Nå
status-allowed = Pålogging tillatt
status-blocked = Pålogging blokkert til noen tillater den
status-blocked-until = Pålogging blokkert til en dato
status-legend = Fra nå av
status-date = Til
status-date-wrong = Velg en dag og et tidspunkt fram i tid.
status-date-unused = Du oppga en dato. Velg om påloggingen skal være blokkert til da.
status-also = Dette forblir uendret:
status-effects = En blokkering avslutter ingen åpne økter i e-postklienter. Den gjelder ved neste pålogging, også mens Postern er stoppet.
status-save = Lagre
status-done-allowed = Påloggingen er tillatt for kontoen { $account }.
unblock-ended-by = Den siste blokkeringen ble opphevet { $when }, av { $actor }.
