# Uppspelning av en logg. See the English file for what each message is for.

cli-replay-stopped-sources = Källor som skulle ha stoppats: { $count }
cli-head-refused = Nekade
cli-head-failures-before = Misslyckade före
cli-head-sign-ins-before = Inloggningar före
