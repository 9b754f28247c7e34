# Od kod so prišli vpisi in kaj to pomeni.

evidence-new-region = Prvi vpis iz { $region }: iz te države in tega omrežja v ta račun še ni bilo vpisa.
evidence-travel = { $count ->
    [one] Vpis { $count } km od prejšnjega, hitreje, kot leti letalo.
    [two] Vpis { $count } km od prejšnjega, hitreje, kot leti letalo.
    [few] Vpis { $count } km od prejšnjega, hitreje, kot leti letalo.
   *[other] Vpis { $count } km od prejšnjega, hitreje, kot leti letalo.
}
evidence-many-countries = { $count ->
    [one] Vpisi iz { $count } države v 24 urah.
    [two] Vpisi iz { $count } držav v 24 urah.
    [few] Vpisi iz { $count } držav v 24 urah.
   *[other] Vpisi iz { $count } držav v 24 urah.
}
evidence-many-addresses = { $count ->
    [one] V enem dnevu je bil za vpise uporabljen { $count } neobičajen naslov.
    [two] V enem dnevu sta bila za vpise uporabljena { $count } neobičajna naslova.
    [few] V enem dnevu so bili za vpise uporabljeni { $count } neobičajni naslovi.
   *[other] V enem dnevu je bilo za vpise uporabljenih { $count } neobičajnih naslovov.
}
evidence-anonymous-source = Naslov skriva, kdo je za njim: VPN, posredniški strežnik, Tor ali ponudnik gostovanja.
evidence-listed-password = Geslo je na seznamu pogostih ali razkritih gesel.

# $role: ključ v konfiguraciji
cli-health-places = { $role }: podatki o krajih z dne { $built }
cli-health-places-none = { $role }: podatki niso v uporabi
cli-health-places-problem = Datoteke ni mogoče uporabiti: { $problem }

## Zgodovina

failures-device-former = { $count ->
    [one] Naprava ({ $device }) ima še staro geslo: { $count } poskus od { $since }.
    [two] Naprava ({ $device }) ima še staro geslo: { $count } poskusa od { $since }.
    [few] Naprava ({ $device }) ima še staro geslo: { $count } poskusi od { $since }.
   *[other] Naprava ({ $device }) ima še staro geslo: { $count } poskusov od { $since }.
}
failures-device-repeats = { $count ->
    [one] Naprava ({ $device }) vedno znova pošilja isto napačno geslo, verjetno staro: { $count } poskus od { $since }.
    [two] Naprava ({ $device }) vedno znova pošilja isto napačno geslo, verjetno staro: { $count } poskusa od { $since }.
    [few] Naprava ({ $device }) vedno znova pošilja isto napačno geslo, verjetno staro: { $count } poskusi od { $since }.
   *[other] Naprava ({ $device }) vedno znova pošilja isto napačno geslo, verjetno staro: { $count } poskusov od { $since }.
}
failures-attack = { $count ->
    [one] Nekdo ugiba gesla: { $count } različno med { $since } in { $until }. Viri: { $sources }
    [two] Nekdo ugiba gesla: { $count } različni med { $since } in { $until }. Viri: { $sources }
    [few] Nekdo ugiba gesla: { $count } različna med { $since } in { $until }. Viri: { $sources }
   *[other] Nekdo ugiba gesla: { $count } različnih med { $since } in { $until }. Viri: { $sources }
}
history-password-was-right = Geslo je bilo pravo.
history-credential = Poverilnica: { $credential }.
history-after-failures = Po številnih neuspešnih poskusih.
cli-history-none = Za račun { $account } ni zabeležen noben ustrezen vpis.
cli-since-not-understood = »{ $text }« ni čas. Vnesite 2026-11-24T18:00, 2026-11-24 ali čas nazaj od zdaj: 90min, 8h, 3d.
cli-head-result = Izid
cli-head-protocol = Protokol
cli-head-place = Kraj
cli-head-client = Odjemalec

## Gesla, ki jih ni mogoče nastaviti

cli-breached-built = Število gesel v datoteki { $file }: { $entries }
