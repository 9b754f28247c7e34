# Avspilling av en logg. See the English file for what each message is for.

cli-replay-stopped-sources = Kilder som ville ha blitt stoppet: { $count }
cli-head-refused = Avvist
cli-head-failures-before = Mislykkede før
cli-head-sign-ins-before = Pålogginger før
