# What `postern doctor` finds in the mail server's configuration: what is wrong, what comes of it, what to change.
# Names of settings, files and programs are not translated.
doctor-no-submission = Neviens pakalpojums failā master.cf neļauj pierakstīties, lai sūtītu (smtpd_sasl_auth_enable=yes), tāpēc Postern nav, ko vērtēt. Pievienojiet pakalpojumu submission, kā rakstīts docs/operate/postfix.md.
doctor-policy-missing = { $service } nejautā Postern par adresātiem, tāpēc tur neviens netiek ierobežots. Ielieciet $postern kā pirmo iestatījumā smtpd_recipient_restrictions.
doctor-policy-missing-at-end = { $service } nejautā Postern ziņojuma beigās, tāpēc ziņojumi netiek skaitīti kā nosūtīti. Iestatiet smtpd_end_of_data_restrictions uz $postern.
doctor-policy-elsewhere = { $service } jautā { $found }, bet Postern klausās { $expected }. Ierakstiet vienu un to pašu adresi failos main.cf un postern.toml.
doctor-policy-behind = Pakalpojumā { $service } pirms Postern ir { $before }, kas sarakstu pabeidz, tāpēc Postern netiek jautāts. Ielieciet $postern pirms tā.
doctor-default-action = Kamēr Postern ir apturēts, Postfix katram adresātam atbildētu “{ $action }”, un neviens nevarētu sūtīt. Ierakstiet default_action=DUNNO pie check_policy_service.
doctor-time-in-milliseconds = Postfix nepazīst milisekundes: { $setting }={ $value } tiek lasīts kā minūtes, un atbilde, kas neatnāk, sesiju aizturētu tikpat ilgi. Rakstiet veselas sekundes, piemēram, { $setting }=1s.
doctor-timeout-long = Kamēr Postern ir apturēts, katrs adresāts gaida tik sekundes: { $seconds }, un ne tikai vienreiz. Rakstiet timeout=1s.
doctor-try-limit-one = Ar try_limit=1 sesija pēc vienas kļūdas vairs nekad nejautā Postern. Izņemiet to; Postfix noklusējums ir 2.
doctor-retry-delay = Ar retry_delay={ $value } Postfix pārtrauc katru sesiju. Mazākā vērtība ir 1s.
doctor-policy-texts-differ = { $service } Postern nosauc divos dažādos veidos, tāpēc katra sesija tur divus savienojumus. Abos sarakstos lietojiet vienu nosaukumu, piemēram, $postern.
doctor-class-undeclared = Postern apstiprinošā atbilde nosauc klasi { $class }, ko main.cf nedeklarē: Postfix atteiktu visiem ar “Server configuration error”. Pievienojiet to iestatījumam smtpd_restriction_classes.
doctor-class-open = Klase { $class } nebeidzas ne ar permit, ne ar reject, tāpēc pēc tās tiek jautāts kartei un atbloķētam kontam joprojām tiek atteikts. Lai tā beidzas ar “reject”.
doctor-map-missing = { $service } nelasa { $expected }, tāpēc ierobežots konts var sūtīt, kamēr Postern ir apturēts. Ielieciet check_sasl_access { $expected } aiz $postern.
doctor-map-first = Pakalpojumā { $service } karte ir pirms Postern, tāpēc atbloķēts konts gaida, līdz karte ir uzrakstīta. Ielieciet $postern pirmo.
doctor-map-never-read = Postfix, kas darbojas, { $kind } tipa karti nekad nelasa vēlreiz, tāpēc netiek pamanīts ne ierobežojums, ne tā beigas. Lietojiet lmdb vai, ja lmdb nav, hash.
doctor-map-read-late = Atvērtas sesijas { $kind } tipa karti patur tādu, kāda tā bija. Ar lmdb izmaiņa ir jūtama pie nākamā adresāta.
doctor-map-type-unknown = Šis Postfix nepazīst { $kind } tipa kartes (postconf -m), tāpēc karti nevar nolasīt. Instalējiet attiecīgo pakotni, piemēram, postfix-lmdb.
doctor-not-asked = Dovecot pierakstīšanās laikā nejautā Postern, tāpēc neviens netiek bloķēts. Iestatiet auth_policy_server_url, kā rakstīts docs/operate/dovecot.md.
doctor-asked-elsewhere = Dovecot jautā { $found }, bet Postern klausās { $expected }. Abās vietās ierakstiet vienu un to pašu adresi.
doctor-key-missing = Dovecot jautā bez atslēgas, un Postern neatbild. Iestatiet auth_policy_server_api_header: X-API-Key un gates.auth_policy atslēga.
doctor-nonce-missing = Bez auth_policy_hash_nonce Postern neredz, ka tā pati nepareizā parole nāk vēlreiz, un tālrunis ar veco paroli izslēdz savu īpašnieku. Iestatiet tajā slepenu tekstu, kas nekad nemainās.
doctor-auth-timeout-short = Dovecot atbildi gaida { $milliseconds } ms, bet mēģinājuma kārta pie Postern var pienākt pēc divām sekundēm. Iestatiet auth_policy_server_timeout_msecs = 3000.
doctor-question-off = { $setting } ir izslēgts, tāpēc Postern neuzzina to, kas vajadzīgs, lai aizslēgtu īstās durvis. Iestatiet yes.
doctor-reject-on-fail = Ar auth_policy_reject_on_fail=yes neviens nevar pierakstīties, kamēr Postern ir apturēts. Iestatiet no: bloķējumus notur faili.
doctor-phase-missing = Iestatījumā auth_policy_request_attributes trūkst attrs/phase, tāpēc Postern nevar zināt, ka parole bija pareiza. Paņemiet rindu no docs/operate/dovecot.md.
doctor-attribute-missing = Iestatījumā auth_policy_request_attributes trūkst { $attribute }, bez kā Postern nevar izvērtēt mēģinājumu. Paņemiet rindu no docs/operate/dovecot.md.
doctor-penalty-on = Dovecot katrai adresei pieliek savu aizturi no 2 līdz 15 s, arī nevainīgajiem aiz vienas adreses. Iestatiet mode = 0 blokam unix_listener anvil-auth-penalty iekš service anvil.
doctor-deny-missing = Dovecot nelasa aizlieguma sarakstu { $expected }, tāpēc bloķēts konts var pierakstīties, kamēr Postern ir apturēts. Pievienojiet to kā pirmo passdb ar deny = yes.
doctor-deny-not-first = Pirms aizlieguma saraksta ir cits passdb, kas ielaiž bloķētu kontu. Ielieciet aizlieguma sarakstu pirmo.
doctor-users-missing = Dovecot nelasa { $expected }, tāpēc Postern iestatītās paroles tur neko nemaina. Ja jūsu paroles ir LDAP vai SQL, tā tam jābūt; citādi pievienojiet to kā passdb.
doctor-static-userdb = Ar statisku userdb Dovecot bloķētu kontu uzskata par neesošu, un tā pasts atlec. Lietojiet userdb passwd-file vai pievienojiet allow_all_users=yes.
doctor-names-with-case = auth_username_format = { $found } saglabā lielos burtus, tāpēc ANA@… nav tas pats, kas aizlieguma sarakstā ierakstītais ana@…. Rakstiet %Lu.
doctor-default-realm = Pieteikumvārds bez domēna Dovecot pieder domēnam { $found }, bet Postern – domēnam { $expected }: divi konti vienam cilvēkam. Abās vietās ierakstiet vienu domēnu.
doctor-auth-cache = Dovecot tur paroles kešatmiņā (auth_cache_size), tāpēc vecā parole pēc maiņas kādu var ielaist, līdz kešatmiņa to aizmirst. Izslēdziet to vai pēc maiņas izpildiet doveadm auth cache flush.
doctor-file-missing = { $path } neeksistē. Bez aizlieguma saraksta var pierakstīties bloķēts konts; bez parolēm – neviens. Palaidiet Postern, kas to uzraksta.
doctor-file-unreadable = Dovecot grupa nedrīkst lasīt { $path }, tāpēc visiem tiek atteikts. Piešķiriet mapei grupu dovecot (chgrp dovecot) un failam tiesības 0640.
doctor-version-unknown = Pārbaude pazīst Dovecot 2.3 iestatījumus, bet šis ir “{ $found }”. Salīdziniet ar docs/operate/dovecot.md pašrocīgi.
doctor-fine = Tajā, kas tika pārbaudīts, kļūdu nav.
doctor-broken = Kļūda:
doctor-weaker = Labāk:
doctor-looked = Pārbaudīts: { $what }
doctor-not-looked = Nav pārbaudīts: { $what } ({ $reason })
