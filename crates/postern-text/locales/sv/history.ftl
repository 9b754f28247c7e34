# Varifrån inloggningarna kom och vad det säger.

evidence-new-region = Första inloggningen från { $region }: kontot hade aldrig loggat in från det landet och nätet.
evidence-travel = { $count ->
    [one] Inloggning { $count } km från den föregående, snabbare än ett flygplan flyger.
   *[other] Inloggning { $count } km från den föregående, snabbare än ett flygplan flyger.
}
evidence-many-countries = { $count ->
    [one] Inloggningar från { $count } land på 24 timmar.
   *[other] Inloggningar från { $count } länder på 24 timmar.
}
evidence-many-addresses = { $count ->
    [one] Inloggningar från { $count } ovanlig adress på en dag.
   *[other] Inloggningar från { $count } ovanliga adresser på en dag.
}
evidence-anonymous-source = Adressen döljer vem som står bakom den: VPN, proxy, Tor eller serverleverantör.
evidence-listed-password = Lösenordet finns på en lista över vanliga eller läckta lösenord.

# $role: nyckel i konfigurationen
cli-health-places = { $role }: platsdata från { $built }
cli-health-places-none = { $role }: inga data används
cli-health-places-problem = Filen kan inte användas: { $problem }

## Historik

failures-device-former = { $count ->
    [one] En enhet ({ $device }) har kvar ett gammalt lösenord: { $count } försök sedan { $since }.
   *[other] En enhet ({ $device }) har kvar ett gammalt lösenord: { $count } försök sedan { $since }.
}
failures-device-repeats = { $count ->
    [one] En enhet ({ $device }) skickar samma felaktiga lösenord om och om igen, troligen ett gammalt: { $count } försök sedan { $since }.
   *[other] En enhet ({ $device }) skickar samma felaktiga lösenord om och om igen, troligen ett gammalt: { $count } försök sedan { $since }.
}
failures-attack = { $count ->
    [one] Någon gissar lösenord: { $count } mellan { $since } och { $until }. Källor: { $sources }
   *[other] Någon gissar lösenord: { $count } olika mellan { $since } och { $until }. Källor: { $sources }
}
history-password-was-right = Lösenordet var rätt.
history-credential = Inloggningsuppgift: { $credential }.
history-after-failures = Efter många misslyckade försök.
cli-history-none = Det finns ingen registrerad inloggning för { $account } som matchar.
cli-since-not-understood = ”{ $text }” är ingen tid. Skriv 2026-11-24T18:00, 2026-11-24 eller en tid bakåt från nu: 90min, 8h, 3d.
cli-head-result = Resultat
cli-head-protocol = Protokoll
cli-head-place = Plats
cli-head-client = Klient

## Lösenord som ingen får välja

cli-breached-built = { $file } innehåller { $entries } lösenord.
