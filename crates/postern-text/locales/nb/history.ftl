# Hvor påloggingene kom fra, og hva det sier.

evidence-new-region = Første pålogging fra { $region }: kontoen hadde aldri logget på fra det landet og nettet.
evidence-travel = { $count ->
    [one] Pålogging { $count } km fra den forrige, raskere enn et fly flyr.
   *[other] Pålogging { $count } km fra den forrige, raskere enn et fly flyr.
}
evidence-many-countries = { $count ->
    [one] Pålogginger fra { $count } land på 24 timer.
   *[other] Pålogginger fra { $count } land på 24 timer.
}
evidence-many-addresses = { $count ->
    [one] Pålogginger fra { $count } uvanlig adresse på én dag.
   *[other] Pålogginger fra { $count } uvanlige adresser på én dag.
}
evidence-anonymous-source = Adressen skjuler hvem som står bak den: VPN, proxy, Tor eller en serverleverandør.
evidence-listed-password = Passordet står på en liste over vanlige eller lekkede passord.

# $role: nøkkel i konfigurasjonen
cli-health-places = { $role }: stedsdata fra { $built }
cli-health-places-none = { $role }: ingen data i bruk
cli-health-places-problem = Filen kan ikke brukes: { $problem }

## Historikk

failures-device-former = { $count ->
    [one] En enhet ({ $device }) har fremdeles et gammelt passord: { $count } forsøk siden { $since }.
   *[other] En enhet ({ $device }) har fremdeles et gammelt passord: { $count } forsøk siden { $since }.
}
failures-device-repeats = { $count ->
    [one] En enhet ({ $device }) sender samme feil passord om og om igjen, trolig et gammelt: { $count } forsøk siden { $since }.
   *[other] En enhet ({ $device }) sender samme feil passord om og om igjen, trolig et gammelt: { $count } forsøk siden { $since }.
}
failures-attack = { $count ->
    [one] Noen gjetter passord: { $count } mellom { $since } og { $until }. Kilder: { $sources }
   *[other] Noen gjetter passord: { $count } forskjellige mellom { $since } og { $until }. Kilder: { $sources }
}
history-password-was-right = Passordet var riktig.
history-credential = Påloggingsopplysning: { $credential }.
history-after-failures = Etter mange mislykkede forsøk.
cli-history-none = Det er ikke registrert noen pålogging for { $account } som passer.
cli-since-not-understood = «{ $text }» er ikke et tidspunkt. Skriv 2026-11-24T18:00, 2026-11-24 eller en tid tilbake fra nå: 90min, 8h, 3d.
cli-head-result = Resultat
cli-head-protocol = Protokoll
cli-head-place = Sted
cli-head-client = Klient

## Passord som ingen kan velge

cli-breached-built = { $file } har { $entries } passord.
