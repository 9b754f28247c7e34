# What `postern doctor` finds in the mail server's configuration: what is wrong, what comes of it, what to change.
# Names of settings, files and programs are not translated.
doctor-no-submission = Ingen tjeneste i master.cf lar noen logge på for å sende (smtpd_sasl_auth_enable=yes), så det finnes ingen som Postern kan vurdere. Legg til tjenesten submission slik docs/operate/postfix.md viser.
doctor-policy-missing = { $service } spør ikke Postern om mottakere, så der begrenses ingen. Sett $postern først i smtpd_recipient_restrictions.
doctor-policy-missing-at-end = { $service } spør ikke Postern på slutten av en melding, så meldinger telles ikke som sendt. Sett smtpd_end_of_data_restrictions til $postern.
doctor-policy-elsewhere = { $service } spør { $found }, men Postern lytter på { $expected }. Skriv samme adresse i main.cf og i postern.toml.
doctor-policy-behind = I { $service } står { $before } før Postern og avslutter listen, så Postern blir ikke spurt. Sett $postern foran.
doctor-default-action = Når Postern er stoppet, ville Postfix svare hver mottaker med «{ $action }», og ingen kunne sende. Skriv default_action=DUNNO i check_policy_service.
doctor-time-in-milliseconds = Postfix kjenner ikke millisekunder: { $setting }={ $value } leses som minutter, og et svar som henger, ville holde økten så lenge. Skriv hele sekunder, som { $setting }=1s.
doctor-timeout-long = Når Postern er stoppet, venter hver mottaker { $seconds } sekunder, mer enn én gang. Skriv timeout=1s.
doctor-try-limit-one = Med try_limit=1 spør en økt aldri Postern igjen etter én feil. Fjern det; Postfix’ egen verdi er 2.
doctor-retry-delay = Postfix avslutter hver økt med retry_delay={ $value }. Den minste verdien er 1s.
doctor-policy-texts-differ = { $service } oppgir Postern med to ulike tekster, så hver økt holder to forbindelser. Bruk ett navn, for eksempel $postern, i begge listene.
doctor-class-undeclared = Posterns ja-svar oppgir klassen { $class }, som main.cf ikke erklærer: Postfix ville avvise alle med «Server configuration error». Legg den til i smtpd_restriction_classes.
doctor-class-open = Klassen { $class } slutter verken med permit eller reject, så tabellen spørres etterpå, og en konto som er sluppet fri, avvises fortsatt. La den slutte med «reject».
doctor-map-missing = { $service } leser ikke { $expected }, så en begrenset konto kan sende når Postern er stoppet. Sett check_sasl_access { $expected } etter $postern.
doctor-map-first = I { $service } står tabellen før Postern, så en konto som er sluppet fri, må vente til tabellen er skrevet. Sett $postern først.
doctor-map-never-read = En Postfix som kjører, leser aldri en tabell av typen { $kind } på nytt, så verken en begrensning eller slutten på den når fram. Bruk lmdb, eller hash der lmdb mangler.
doctor-map-read-late = Åpne økter beholder en tabell av typen { $kind } slik den var. Med lmdb merkes en endring ved neste mottaker.
doctor-map-type-unknown = Denne Postfix kjenner ikke tabeller av typen { $kind } (postconf -m), så tabellen kan ikke leses. Installer pakken for den, for eksempel postfix-lmdb.
doctor-not-asked = Dovecot spør ikke Postern ved pålogging, så ingen låses. Sett auth_policy_server_url slik docs/operate/dovecot.md viser.
doctor-asked-elsewhere = Dovecot spør { $found }, men Postern lytter på { $expected }. Skriv samme adresse begge steder.
doctor-key-missing = Dovecot spør uten nøkkel, og Postern svarer ikke. Sett auth_policy_server_api_header til X-API-Key og nøkkelen for gates.auth_policy.
doctor-nonce-missing = Uten auth_policy_hash_nonce ser ikke Postern at det samme gale passordet kommer igjen, og en telefon med et gammelt passord stenger eieren ute. Sett den til en hemmelig tekst som aldri endres.
doctor-auth-timeout-short = Dovecot venter { $milliseconds } ms på svar, og Postern kan bruke to sekunder før et forsøk får sin tur. Sett auth_policy_server_timeout_msecs = 3000.
doctor-question-off = { $setting } er slått av, så Postern får ikke vite det som trengs for å låse riktig dør. Sett den til yes.
doctor-reject-on-fail = Med auth_policy_reject_on_fail=yes kan ingen logge på når Postern er stoppet. Sett den til no: filene holder sperrene.
doctor-phase-missing = auth_policy_request_attributes mangler attrs/phase, så Postern ser ikke at et passord var riktig. Ta linjen fra docs/operate/dovecot.md.
doctor-attribute-missing = auth_policy_request_attributes mangler { $attribute }, og uten det kan ikke Postern vurdere et forsøk. Ta linjen fra docs/operate/dovecot.md.
doctor-penalty-on = Dovecot legger til en egen forsinkelse på 2 til 15 s per adresse, også for uskyldige bak samme adresse. Sett mode = 0 for unix_listener anvil-auth-penalty i service anvil.
doctor-deny-missing = Dovecot leser ikke sperrelisten { $expected }, så en sperret konto kan logge på når Postern er stoppet. Legg den til som første passdb, med deny = yes.
doctor-deny-not-first = En annen passdb står før sperrelisten og slipper inn en sperret konto. Sett sperrelisten først.
doctor-users-missing = Dovecot leser ikke { $expected }, så passord som settes i Postern, endrer ingenting der. Hvis passordene deres ligger i LDAP eller SQL, er det riktig; ellers legg den til som passdb.
doctor-static-userdb = Med en statisk userdb tar Dovecot en sperret konto for en som mangler, og e-posten dens kommer i retur. Bruk userdb passwd-file, eller legg til allow_all_users=yes.
doctor-names-with-case = auth_username_format = { $found } beholder store bokstaver, så ANA@… står ikke på sperrelisten som ana@…. Skriv %Lu.
doctor-default-realm = Et brukernavn uten domene hører til { $found } for Dovecot og til { $expected } for Postern: to kontoer for samme person. Skriv samme domene begge steder.
doctor-auth-cache = Dovecot har passord i et hurtiglager (auth_cache_size), så et gammelt kan slippe noen inn etter et bytte til det er glemt. Slå det av, eller kjør doveadm auth cache flush etter et bytte.
doctor-file-missing = { $path } finnes ikke. Uten sperreliste kan en sperret konto logge på; uten passordene kan ingen. Start Postern, som skriver den.
doctor-file-unreadable = Dovecots gruppe får ikke lese { $path }, så alle avvises. Gi mappen gruppen dovecot (chgrp dovecot) og filen rettighetene 0640.
doctor-version-unknown = Kontrollen kjenner innstillingene i Dovecot 2.3, og denne er «{ $found }». Sammenlign for hånd med docs/operate/dovecot.md.
doctor-fine = Ingenting er galt i det som ble undersøkt.
doctor-broken = Feil:
doctor-weaker = Bedre:
doctor-looked = Undersøkt: { $what }
doctor-not-looked = Ikke undersøkt: { $what } ({ $reason })
