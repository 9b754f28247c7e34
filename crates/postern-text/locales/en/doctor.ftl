# What `postern doctor` finds in the mail server's configuration: what is wrong, what comes of it, what to change.
# Names of settings, files and programs are not translated.
doctor-no-submission = No service in master.cf lets people sign in to send (smtpd_sasl_auth_enable=yes), so there is nobody whom Postern could judge. Add the submission service as in docs/operate/postfix.md.
doctor-policy-missing = { $service } does not ask Postern about recipients, so nobody is restricted there. Put $postern first in smtpd_recipient_restrictions.
doctor-policy-missing-at-end = { $service } does not ask Postern at the end of a message, so messages are not counted as sent. Set smtpd_end_of_data_restrictions to $postern.
doctor-policy-elsewhere = { $service } asks { $found }, and Postern listens at { $expected }. Write the same address in main.cf and in postern.toml.
doctor-policy-behind = In { $service } { $before } stands before Postern and ends the list, so Postern is not asked. Put $postern before it.
doctor-default-action = While Postern is stopped, Postfix would answer every recipient with “{ $action }” and nobody could send. Write default_action=DUNNO into check_policy_service.
doctor-time-in-milliseconds = Postfix has no milliseconds: { $setting }={ $value } is read as minutes, and a hanging answer would hold a session that long. Write whole seconds, as in { $setting }=1s.
doctor-timeout-long = While Postern is stopped, each recipient waits { $seconds } seconds, and more than once. Write timeout=1s.
doctor-try-limit-one = With try_limit=1 a session that met one failure never asks Postern again. Remove it; Postfix’s own value is 2.
doctor-retry-delay = Postfix ends every session with retry_delay={ $value }. The smallest value is 1s.
doctor-policy-texts-differ = { $service } names Postern with two different texts, so each session keeps two connections. Use one name, such as $postern, in both lists.
doctor-class-undeclared = Postern’s positive answer names the class { $class }, which main.cf does not declare: Postfix would refuse everybody with “Server configuration error”. Add it to smtpd_restriction_classes.
doctor-class-open = The class { $class } ends neither in permit nor in reject, so the map is asked after it and an unblocked account stays refused. Let it end with “reject”.
doctor-map-missing = { $service } does not read { $expected }, so a restricted account sends while Postern is stopped. Put check_sasl_access { $expected } behind $postern.
doctor-map-first = In { $service } the map stands before Postern, so an unblocked account waits until the map is written. Put $postern first.
doctor-map-never-read = A running Postfix never reads a map of type { $kind } again, so neither a restriction nor its end arrives. Use lmdb, or hash where there is no lmdb.
doctor-map-read-late = Open sessions keep a map of type { $kind } as it was. With lmdb a change is felt at the next recipient.
doctor-map-type-unknown = This Postfix does not know maps of type { $kind } (postconf -m), so the map cannot be read. Install the package for it, such as postfix-lmdb.
doctor-not-asked = Dovecot does not ask Postern at sign-in, so nobody is locked. Set auth_policy_server_url as in docs/operate/dovecot.md.
doctor-asked-elsewhere = Dovecot asks { $found }, and Postern listens at { $expected }. Write the same address in both.
doctor-key-missing = Dovecot asks without a key, and Postern does not answer. Set auth_policy_server_api_header to X-API-Key and the key of gates.auth_policy.
doctor-nonce-missing = Without auth_policy_hash_nonce Postern cannot see that the same wrong password comes again, and a phone with an old password locks its owner out. Set it to a secret text that never changes.
doctor-auth-timeout-short = Dovecot waits { $milliseconds } ms for an answer, and an attempt waits at most two seconds for its turn with Postern. Set auth_policy_server_timeout_msecs = 3000.
doctor-question-off = { $setting } is switched off, so Postern does not learn what it needs to lock the right door. Set it to yes.
doctor-reject-on-fail = With auth_policy_reject_on_fail=yes nobody signs in while Postern is stopped. Set it to no: the files hold the blocks.
doctor-phase-missing = auth_policy_request_attributes lacks attrs/phase, so Postern cannot tell that a password was right. Take the line from docs/operate/dovecot.md.
doctor-attribute-missing = auth_policy_request_attributes lacks { $attribute }, without which Postern cannot judge an attempt. Take the line from docs/operate/dovecot.md.
doctor-penalty-on = Dovecot adds its own delay of 2 to 15 s for each address, also for the innocent behind one. Set mode = 0 for unix_listener anvil-auth-penalty in service anvil.
doctor-deny-missing = Dovecot does not read the deny list { $expected }, so a blocked account signs in while Postern is stopped. Add it as the first passdb, with deny = yes.
doctor-deny-not-first = Another passdb stands before the deny list and lets a blocked account in. Put the deny list first.
doctor-users-missing = Dovecot does not read { $expected }, so passwords set in Postern change nothing there. If your passwords live in LDAP or SQL, that is right; else add it as a passdb.
doctor-static-userdb = With a static userdb Dovecot takes a blocked account for a missing one, and its mail bounces. Use userdb passwd-file, or add allow_all_users=yes.
doctor-names-with-case = auth_username_format = { $found } keeps capital letters, so ANA@… is not on the deny list of ana@…. Write %Lu.
doctor-default-realm = A login without a domain is one of { $found } to Dovecot and one of { $expected } to Postern: two accounts for one person. Write the same domain in both.
doctor-auth-cache = Dovecot keeps passwords in a cache (auth_cache_size), so an old one may let somebody in after a change until the cache forgets it. Switch it off, or run doveadm auth cache flush after a change.
doctor-file-missing = { $path } does not exist. Without a deny list a blocked account signs in; without the passwords nobody does. Start Postern, which writes it.
doctor-file-unreadable = Dovecot’s group may not read { $path }, so everybody is refused. Give the folder the group dovecot (chgrp dovecot) and the file mode 0640.
doctor-version-unknown = The doctor knows the settings of Dovecot 2.3, and this one is “{ $found }”. Compare it with docs/operate/dovecot.md by hand.
doctor-fine = Nothing is wrong in what was looked at.
doctor-broken = Broken:
doctor-weaker = Better:
doctor-looked = Looked at: { $what }
doctor-not-looked = Not looked at: { $what } ({ $reason })
