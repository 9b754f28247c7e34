# Predvajanje dnevnika. See the English file for what each message is for.

cli-replay-stopped-sources = Viri, ki bi bili ustavljeni: { $count }
cli-head-refused = Zavrnjeni
cli-head-failures-before = Neuspešni pred tem
cli-head-sign-ins-before = Vpisi pred tem
