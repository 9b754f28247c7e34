# Hvor påloggingene kom fra, og hva det sier.

evidence-new-region = Første pålogging fra { $region }: kontoen hadde aldri logget på fra det landet og nettet.
evidence-travel = { $count ->
    [one] Pålogging { $count } km fra den forrige, raskere enn et fly flyr.
   *[other] Pålogging { $count } km fra den forrige, raskere enn et fly flyr.
}
evidence-many-countries = { $count ->
    [one] Pålogginger fra { $count } land innen 24 timer.
   *[other] Pålogginger fra { $count } land innen 24 timer.
}
evidence-many-addresses = { $count ->
    [one] Pålogginger fra { $count } uvanlig adresse på én dag.
   *[other] Pålogginger fra { $count } uvanlige adresser på én dag.
}
evidence-anonymous-source = Adressen skjuler hvem som står bak den: VPN, proxy, Tor eller en serverleverandør.
evidence-listed-password = Passordet står på en liste over vanlige eller lekkede passord.
