# What `postern doctor` finds in the mail server's configuration: what is wrong, what comes of it, what to change.
# Names of settings, files and programs are not translated.
doctor-no-submission = Ingen tjänst i master.cf låter någon logga in för att skicka (smtpd_sasl_auth_enable=yes), så det finns ingen som Postern kan bedöma. Lägg till tjänsten submission enligt docs/operate/postfix.md.
doctor-policy-missing = { $service } frågar inte Postern om mottagare, så där begränsas ingen. Sätt $postern först i smtpd_recipient_restrictions.
doctor-policy-missing-at-end = { $service } frågar inte Postern i slutet av ett meddelande, så meddelanden räknas inte som skickade. Sätt smtpd_end_of_data_restrictions till $postern.
doctor-policy-elsewhere = { $service } frågar { $found }, men Postern lyssnar på { $expected }. Skriv samma adress i main.cf och i postern.toml.
doctor-policy-behind = I { $service } står { $before } före Postern och avslutar listan, så Postern tillfrågas inte. Sätt $postern före.
doctor-default-action = När Postern är stoppad skulle Postfix svara varje mottagare med ”{ $action }” och ingen skulle kunna skicka. Skriv default_action=DUNNO i check_policy_service.
doctor-time-in-milliseconds = Postfix känner inte till millisekunder: { $setting }={ $value } läses som minuter, och ett svar som hänger skulle hålla kvar sessionen lika länge. Skriv hela sekunder, som { $setting }=1s.
doctor-timeout-long = När Postern är stoppad väntar varje mottagare { $seconds } sekunder, mer än en gång. Skriv timeout=1s.
doctor-try-limit-one = Med try_limit=1 frågar en session aldrig Postern igen efter ett enda fel. Ta bort det; Postfix eget värde är 2.
doctor-retry-delay = Postfix avslutar varje session med retry_delay={ $value }. Det minsta värdet är 1s.
doctor-policy-texts-differ = { $service } anger Postern med två olika texter, så varje session håller två anslutningar. Använd ett namn, till exempel $postern, i båda listorna.
doctor-class-undeclared = Posterns ja-svar anger klassen { $class }, som main.cf inte deklarerar: Postfix skulle avvisa alla med ”Server configuration error”. Lägg till den i smtpd_restriction_classes.
doctor-class-open = Klassen { $class } slutar varken med permit eller reject, så tabellen tillfrågas efteråt och ett konto som släppts fram avvisas ändå. Låt den sluta med ”reject”.
doctor-map-missing = { $service } läser inte { $expected }, så ett begränsat konto kan skicka när Postern är stoppad. Sätt check_sasl_access { $expected } efter $postern.
doctor-map-first = I { $service } står tabellen före Postern, så ett konto som släppts fram får vänta tills tabellen är skriven. Sätt $postern först.
doctor-map-never-read = En Postfix som kör läser aldrig om en tabell av typen { $kind }, så varken en begränsning eller dess slut når fram. Använd lmdb, eller hash där lmdb saknas.
doctor-map-read-late = Öppna sessioner behåller en tabell av typen { $kind } som den var. Med lmdb märks en ändring vid nästa mottagare.
doctor-map-type-unknown = Den här Postfix känner inte till tabeller av typen { $kind } (postconf -m), så tabellen kan inte läsas. Installera paketet för den, till exempel postfix-lmdb.
doctor-not-asked = Dovecot frågar inte Postern vid inloggning, så ingen låses. Sätt auth_policy_server_url enligt docs/operate/dovecot.md.
doctor-asked-elsewhere = Dovecot frågar { $found }, men Postern lyssnar på { $expected }. Skriv samma adress på båda ställena.
doctor-key-missing = Dovecot frågar utan nyckel, och Postern svarar inte. Sätt auth_policy_server_api_header till X-API-Key och nyckeln för gates.auth_policy.
doctor-nonce-missing = Utan auth_policy_hash_nonce kan Postern inte se att samma felaktiga lösenord kommer igen, och en telefon med ett gammalt lösenord låser ute sin ägare. Sätt det till en hemlig text som aldrig ändras.
doctor-auth-timeout-short = Dovecot väntar { $milliseconds } ms på svar, och Postern kan behöva två sekunder innan ett försök får sin tur. Sätt auth_policy_server_timeout_msecs = 3000.
doctor-question-off = { $setting } är avstängt, så Postern får inte veta det som behövs för att låsa rätt dörr. Sätt det till yes.
doctor-reject-on-fail = Med auth_policy_reject_on_fail=yes kan ingen logga in när Postern är stoppad. Sätt det till no: filerna håller spärrarna.
doctor-phase-missing = auth_policy_request_attributes saknar attrs/phase, så Postern kan inte se att ett lösenord var rätt. Ta raden ur docs/operate/dovecot.md.
doctor-attribute-missing = auth_policy_request_attributes saknar { $attribute }, och utan det kan Postern inte bedöma ett försök. Ta raden ur docs/operate/dovecot.md.
doctor-penalty-on = Dovecot lägger på en egen fördröjning på 2 till 15 s per adress, även för oskyldiga bakom samma adress. Sätt mode = 0 för unix_listener anvil-auth-penalty i service anvil.
doctor-deny-missing = Dovecot läser inte spärrlistan { $expected }, så ett spärrat konto kan logga in när Postern är stoppad. Lägg till den som första passdb, med deny = yes.
doctor-deny-not-first = En annan passdb står före spärrlistan och släpper in ett spärrat konto. Sätt spärrlistan först.
doctor-users-missing = Dovecot läser inte { $expected }, så lösenord som sätts i Postern ändrar ingenting där. Om era lösenord finns i LDAP eller SQL är det rätt; annars lägg till den som passdb.
doctor-static-userdb = Med en statisk userdb tar Dovecot ett spärrat konto för ett som saknas, och dess e-post studsar. Använd userdb passwd-file, eller lägg till allow_all_users=yes.
doctor-names-with-case = auth_username_format = { $found } behåller versaler, så ANA@… finns inte på spärrlistan som ana@…. Skriv %Lu.
doctor-default-realm = Ett inloggningsnamn utan domän hör till { $found } för Dovecot och till { $expected } för Postern: två konton för samma person. Skriv samma domän på båda ställena.
doctor-auth-cache = Dovecot har lösenord i ett cacheminne (auth_cache_size), så ett gammalt kan släppa in någon efter ett byte tills det glömts. Stäng av det, eller kör doveadm auth cache flush efter ett byte.
doctor-file-missing = { $path } finns inte. Utan spärrlista kan ett spärrat konto logga in; utan lösenorden kan ingen. Starta Postern, som skriver den.
doctor-file-unreadable = Dovecots grupp får inte läsa { $path }, så alla avvisas. Ge mappen gruppen dovecot (chgrp dovecot) och filen rättigheten 0640.
doctor-version-unknown = Kontrollen känner till inställningarna för Dovecot 2.3, och den här är ”{ $found }”. Jämför för hand med docs/operate/dovecot.md.
doctor-fine = Inget är fel i det som granskades.
doctor-broken = Fel:
doctor-weaker = Bättre:
doctor-looked = Granskat: { $what }
doctor-not-looked = Inte granskat: { $what } ({ $reason })
