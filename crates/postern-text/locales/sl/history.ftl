# Od kod so prišli vpisi in kaj to pomeni.

evidence-new-region = Prvi vpis iz { $region }: iz te države in tega omrežja se ta račun še ni vpisal.
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
    [one] Vpisi z { $count } neobičajnega naslova v enem dnevu.
    [two] Vpisi z { $count } neobičajnih naslovov v enem dnevu.
    [few] Vpisi z { $count } neobičajnih naslovov v enem dnevu.
   *[other] Vpisi z { $count } neobičajnih naslovov v enem dnevu.
}
evidence-anonymous-source = Naslov skriva, kdo je za njim: VPN, posredniški strežnik, Tor ali ponudnik gostovanja.
evidence-listed-password = Geslo je na seznamu pogostih ali razkritih gesel.
