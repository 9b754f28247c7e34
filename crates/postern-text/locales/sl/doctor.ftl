# What `postern doctor` finds in the mail server's configuration: what is wrong, what comes of it, what to change.
# Names of settings, files and programs are not translated.
doctor-no-submission = Nobena storitev v master.cf ne omogoča prijave za pošiljanje (smtpd_sasl_auth_enable=yes), zato Postern nima koga presojati. Dodajte storitev submission po navodilih v docs/operate/postfix.md.
doctor-policy-missing = { $service } sistema Postern ne vpraša o prejemnikih, zato tam nihče ni omejen. Postavite $postern na prvo mesto v smtpd_recipient_restrictions.
doctor-policy-missing-at-end = { $service } sistema Postern ne vpraša ob koncu sporočila, zato se sporočila ne štejejo kot poslana. Nastavite smtpd_end_of_data_restrictions na $postern.
doctor-policy-elsewhere = { $service } vpraša { $found }, Postern pa posluša na { $expected }. V main.cf in postern.toml zapišite isti naslov.
doctor-policy-behind = V { $service } je pred sistemom Postern { $before }, ki seznam konča, zato Postern ni vprašan. Postavite $postern pred to.
doctor-default-action = Ko je Postern ustavljen, bi Postfix za vsakega prejemnika odgovoril »{ $action }« in nihče ne bi mogel pošiljati. V check_policy_service zapišite default_action=DUNNO.
doctor-time-in-milliseconds = Postfix ne pozna milisekund: { $setting }={ $value } bere kot minute in odgovor, ki ga ni, bi sejo zadržal toliko časa. Zapišite cele sekunde, na primer { $setting }=1s.
doctor-timeout-long = Ko je Postern ustavljen, vsak prejemnik čaka toliko sekund: { $seconds }, in to več kot enkrat. Zapišite timeout=1s.
doctor-try-limit-one = Pri try_limit=1 seja po eni napaki sistema Postern ne vpraša nikoli več. Odstranite ga; privzeta vrednost v Postfixu je 2.
doctor-retry-delay = Postfix pri retry_delay={ $value } prekine vsako sejo. Najmanjša vrednost je 1s.
doctor-policy-texts-differ = { $service } navaja Postern z dvema različnima zapisoma, zato ima vsaka seja dve povezavi. V obeh seznamih uporabite isto ime, na primer $postern.
doctor-class-undeclared = Pritrdilni odgovor sistema Postern navaja razred { $class }, ki v main.cf ni naveden: Postfix bi vse zavrnil s »Server configuration error«. Dodajte ga v smtpd_restriction_classes.
doctor-class-open = Razred { $class } se ne konča niti s permit niti z reject, zato se za njim vpraša tabela in sproščeni račun ostane zavrnjen. Naj se konča z »reject«.
doctor-map-missing = { $service } ne bere { $expected }, zato omejeni račun pošilja, ko je Postern ustavljen. Za $postern dodajte check_sasl_access { $expected }.
doctor-map-first = V { $service } je tabela pred sistemom Postern, zato sproščeni račun čaka, da je tabela zapisana. Postavite $postern na prvo mesto.
doctor-map-never-read = Delujoči Postfix tabele vrste { $kind } nikoli več ne prebere, zato ne zazna ne omejitve ne njenega konca. Uporabite lmdb, ali hash, kjer lmdb ni na voljo.
doctor-map-read-late = Odprte seje obdržijo tabelo vrste { $kind }, kakršna je bila. Z lmdb se sprememba pozna pri naslednjem prejemniku.
doctor-map-type-unknown = Ta Postfix ne pozna tabel vrste { $kind } (postconf -m), zato tabele ni mogoče prebrati. Namestite ustrezen paket, na primer postfix-lmdb.
doctor-not-asked = Dovecot pri prijavi sistema Postern ne vpraša, zato se nihče ne zaklene. Nastavite auth_policy_server_url po navodilih v docs/operate/dovecot.md.
doctor-asked-elsewhere = Dovecot vpraša { $found }, Postern pa posluša na { $expected }. Na obeh mestih zapišite isti naslov.
doctor-key-missing = Dovecot vpraša brez ključa in Postern ne odgovori. V auth_policy_server_api_header zapišite X-API-Key in ključ iz gates.auth_policy.
doctor-nonce-missing = Brez auth_policy_hash_nonce Postern ne vidi, da se ponavlja isto napačno geslo, zato telefon s starim geslom zaklene svojega lastnika. Nastavite skrivno besedilo, ki se nikoli ne spremeni.
doctor-auth-timeout-short = Dovecot na odgovor čaka { $milliseconds } ms, poskus pa lahko pri sistemu Postern pride na vrsto šele po dveh sekundah. Nastavite auth_policy_server_timeout_msecs = 3000.
doctor-question-off = { $setting } je izklopljen, zato Postern ne izve, kar potrebuje, da zaklene prava vrata. Nastavite na yes.
doctor-reject-on-fail = Pri auth_policy_reject_on_fail=yes se nihče ne prijavi, ko je Postern ustavljen. Nastavite na no: blokade držijo datoteke.
doctor-phase-missing = V auth_policy_request_attributes manjka attrs/phase, zato Postern ne ve, da je bilo geslo pravilno. Vrstico prevzemite iz docs/operate/dovecot.md.
doctor-attribute-missing = V auth_policy_request_attributes manjka { $attribute }, brez česar Postern poskusa ne more presoditi. Vrstico prevzemite iz docs/operate/dovecot.md.
doctor-penalty-on = Dovecot za vsak naslov doda svojo zakasnitev od 2 do 15 s, tudi nedolžnim za istim naslovom. V service anvil za unix_listener anvil-auth-penalty nastavite mode = 0.
doctor-deny-missing = Dovecot ne bere seznama zavrnjenih { $expected }, zato se blokirani račun prijavi, ko je Postern ustavljen. Dodajte ga kot prvi passdb z deny = yes.
doctor-deny-not-first = Pred seznamom zavrnjenih je drug passdb, ki blokirani račun spusti noter. Postavite seznam zavrnjenih na prvo mesto.
doctor-users-missing = Dovecot ne bere { $expected }, zato gesla, nastavljena v sistemu Postern, tam ničesar ne spremenijo. Če so vaša gesla v LDAP ali SQL, je to prav; sicer jo dodajte kot passdb.
doctor-static-userdb = S statičnim userdb Dovecot blokirani račun obravnava kot neobstoječega in njegova pošta se zavrača. Uporabite userdb passwd-file ali dodajte allow_all_users=yes.
doctor-names-with-case = auth_username_format = { $found } ohrani velike črke, zato ANA@… ni na seznamu zavrnjenih kot ana@…. Zapišite %Lu.
doctor-default-realm = Uporabniško ime brez domene za Dovecot spada v { $found }, za Postern pa v { $expected }: dva računa za eno osebo. Na obeh mestih zapišite isto domeno.
doctor-auth-cache = Dovecot hrani gesla v predpomnilniku (auth_cache_size), zato lahko staro geslo po zamenjavi koga spusti noter, dokler ga predpomnilnik ne pozabi. Izklopite ga ali po zamenjavi zaženite doveadm auth cache flush.
doctor-file-missing = { $path } ne obstaja. Brez seznama zavrnjenih se blokirani račun prijavi; brez gesel se ne prijavi nihče. Zaženite Postern, ki jo zapiše.
doctor-file-unreadable = Skupina dovecot ne sme brati { $path }, zato so zavrnjeni vsi. Mapi dodelite skupino dovecot (chgrp dovecot), datoteki pa pravice 0640.
doctor-version-unknown = Pregled pozna nastavitve Dovecota 2.3, ta pa je »{ $found }«. Ročno primerjajte z docs/operate/dovecot.md.
doctor-fine = V tem, kar je bilo pregledano, ni napak.
doctor-broken = Napaka:
doctor-weaker = Bolje:
doctor-looked = Pregledano: { $what }
doctor-not-looked = Ni pregledano: { $what } ({ $reason })
