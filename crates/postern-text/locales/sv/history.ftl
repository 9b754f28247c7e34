# Varifrån inloggningarna kom och vad det säger.

evidence-new-region = Första inloggningen från { $region }: kontot hade aldrig loggat in från det landet och nätet.
evidence-travel = { $count ->
    [one] Inloggning { $count } km från den föregående, snabbare än ett flygplan flyger.
   *[other] Inloggning { $count } km från den föregående, snabbare än ett flygplan flyger.
}
evidence-many-countries = { $count ->
    [one] Inloggningar från { $count } land inom 24 timmar.
   *[other] Inloggningar från { $count } länder inom 24 timmar.
}
evidence-many-addresses = { $count ->
    [one] Inloggningar från { $count } ovanlig adress på en dag.
   *[other] Inloggningar från { $count } ovanliga adresser på en dag.
}
evidence-anonymous-source = Adressen döljer vem som står bakom den: VPN, proxy, Tor eller webbhotell.
evidence-listed-password = Lösenordet finns på en lista över vanliga eller läckta lösenord.
