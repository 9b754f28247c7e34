# Uppspelning av en logg. See the English file for what each message is for.

cli-replay-stopped-sources = Källor som hade stoppats: { $count }
cli-head-refused = Nekade
cli-head-failures-before = Fel före
cli-head-sign-ins-before = Inloggningar före
