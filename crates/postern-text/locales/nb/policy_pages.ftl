# Policyer som sider: verdier i grupper, hva en endring gjør, forhåndsinnstillinger. See the English file for what each message is for.
admin-nav-policies = Policyer
policy-tabs = Deler av policyene
policy-tab-sign-in = Pålogging
policy-tab-score = Mistanke
policy-tab-rest = Observasjon og lagring
policy-lede = { $count ->
    [0] Alle verdier er standard.
    [one] { $count } verdi avviker fra standard.
   *[other] { $count } verdier avviker fra standard.
}
policy-head-now = Nå
policy-head-then = Deretter
policy-head-before = Tidligere
policy-differs = avviker fra standard
policy-range = { $min } til { $max }
policy-hint = Standard: { $default }. Tillatt: { $min } til { $max }
policy-change = Endre
policy-change-title = Endre: { $group }
policy-change-lede = Ingenting endres før du har sett listen over endringer og valgt Ja.
policy-see-changes = Vis hva som endres
policy-preview-title = { $count ->
    [0] Ingenting endres
    [one] { $count } verdi endres
   *[other] { $count } verdier endres
}
policy-refused-title = Disse verdiene godtas ikke
policy-not-a-number = «{ $name }» tar et heltall. Oppgitt: «{ $given }»
policy-out-of-range = «{ $name }» kan være { $min } til { $max }. Oppgitt: { $given }
policy-unknown-name = Det finnes ingen verdi med navnet «{ $name }».
policy-quoted = «{ $name }»
policy-back-to-form = Tilbake til skjemaet
policy-yes = Ja, endre
policy-meanwhile = I mellomtiden har noen andre endret en av disse verdiene. Les listen på nytt.
policy-done = { $count ->
    [one] { $count } verdi er endret.
   *[other] { $count } verdier er endret.
}
policy-undo = Angre
policy-on = På
policy-off = Av
policy-percent = { $number } %
policy-times = { $number } ×
policy-unit-seconds = i sekunder
policy-unit-milliseconds = i millisekunder
policy-unit-percent = i prosent
policy-unit-days = i døgn
policy-group-locks = Låsing av kontoer
policy-group-sources = Sperring av kilder
policy-group-spray = Mange kontoer prøves samtidig
policy-group-sending = Grenser for sending
policy-group-watched = Kontoer som følges nøye, er frigitt eller eldre
policy-group-score = Mistankepoeng
policy-group-guard = Sperren mot masseblokkering
policy-group-history = Hva som beholdes
policy-group-observe = Bare observere
policy-presets = Forhåndsinnstillinger
policy-head-preset = Forhåndsinnstilling
policy-head-changes = Ville endre
policy-preset-changes = { $count ->
    [0] Gjelder allerede
    [one] { $count } verdi
   *[other] { $count } verdier
}
policy-preset-look = Sammenlign
policy-what-if = Hva ville ha skjedd?
policy-try = E-posten fra de siste 30 dagene, vurdert etter begge. Skriv dette på serveren, der e-postloggen er. Det endrer ingenting.
policy-past = { $count ->
    [0] Ingen blokkering de siste 30 dagene skyldtes «{ $name }».
    [one] Blokkeringer de siste 30 dagene på grunn av «{ $name }»: { $count }. Den nye grensen var ikke overskredet i det øyeblikket: { $within }. Den kunne ha blitt det senere.
   *[other] Blokkeringer de siste 30 dagene på grunn av «{ $name }»: { $count }. Den nye grensen var ikke overskredet i det øyeblikket: { $within }. Den kunne ha blitt det senere.
}
