# What `postern doctor` finds in the mail server's configuration: what is wrong, what comes of it, what to change.
# Names of settings, files and programs are not translated.
doctor-no-submission = Καμία υπηρεσία στο master.cf δεν επιτρέπει σύνδεση για αποστολή (smtpd_sasl_auth_enable=yes), οπότε το Postern δεν έχει ποιον να κρίνει. Προσθέστε την υπηρεσία submission όπως στο docs/operate/postfix.md.
doctor-policy-missing = Το { $service } δεν ρωτά το Postern για τους παραλήπτες, οπότε εκεί κανείς δεν περιορίζεται. Βάλτε το $postern πρώτο στο smtpd_recipient_restrictions.
doctor-policy-missing-at-end = Το { $service } δεν ρωτά το Postern στο τέλος του μηνύματος, οπότε τα μηνύματα δεν μετρώνται ως απεσταλμένα. Ορίστε το smtpd_end_of_data_restrictions σε $postern.
doctor-policy-elsewhere = Το { $service } ρωτά το { $found }, ενώ το Postern ακούει στο { $expected }. Γράψτε την ίδια διεύθυνση στο main.cf και στο postern.toml.
doctor-policy-behind = Στο { $service } το { $before } βρίσκεται πριν από το Postern και τελειώνει τη λίστα, οπότε το Postern δεν ερωτάται. Βάλτε το $postern πριν από αυτό.
doctor-default-action = Όσο το Postern είναι σταματημένο, το Postfix θα απαντούσε σε κάθε παραλήπτη «{ $action }» και κανείς δεν θα μπορούσε να στείλει. Γράψτε default_action=DUNNO στο check_policy_service.
doctor-time-in-milliseconds = Το Postfix δεν γνωρίζει χιλιοστά του δευτερολέπτου: το { $setting }={ $value } διαβάζεται ως λεπτά, και μια απάντηση που δεν έρχεται θα κρατούσε τη συνεδρία τόσο. Γράψτε ακέραια δευτερόλεπτα, όπως { $setting }=1s.
doctor-timeout-long = Όσο το Postern είναι σταματημένο, κάθε παραλήπτης περιμένει { $seconds } δευτερόλεπτα, και όχι μόνο μία φορά. Γράψτε timeout=1s.
doctor-try-limit-one = Με try_limit=1 μια συνεδρία που συνάντησε ένα σφάλμα δεν ρωτά ποτέ ξανά το Postern. Αφαιρέστε το· η δική του τιμή στο Postfix είναι 2.
doctor-retry-delay = Με retry_delay={ $value } το Postfix τερματίζει κάθε συνεδρία. Η μικρότερη τιμή είναι 1s.
doctor-policy-texts-differ = Το { $service } αναφέρει το Postern με δύο διαφορετικά κείμενα, οπότε κάθε συνεδρία κρατά δύο συνδέσεις. Χρησιμοποιήστε ένα όνομα, όπως $postern, και στις δύο λίστες.
doctor-class-undeclared = Η θετική απάντηση του Postern ονομάζει την κλάση { $class }, που το main.cf δεν δηλώνει: το Postfix θα απέρριπτε τους πάντες με «Server configuration error». Προσθέστε την στο smtpd_restriction_classes.
doctor-class-open = Η κλάση { $class } δεν τελειώνει ούτε με permit ούτε με reject, οπότε μετά από αυτήν ερωτάται ο πίνακας και ένας λογαριασμός που ξεμπλοκαρίστηκε εξακολουθεί να απορρίπτεται. Ας τελειώνει με «reject».
doctor-map-missing = Το { $service } δεν διαβάζει το { $expected }, οπότε ένας περιορισμένος λογαριασμός στέλνει όσο το Postern είναι σταματημένο. Βάλτε check_sasl_access { $expected } μετά το $postern.
doctor-map-first = Στο { $service } ο πίνακας βρίσκεται πριν από το Postern, οπότε ένας λογαριασμός που ξεμπλοκαρίστηκε περιμένει ώσπου να γραφτεί ο πίνακας. Βάλτε πρώτο το $postern.
doctor-map-never-read = Ένα Postfix που τρέχει δεν ξαναδιαβάζει ποτέ πίνακα τύπου { $kind }, οπότε δεν φτάνει ούτε ένας περιορισμός ούτε το τέλος του. Χρησιμοποιήστε lmdb, ή hash όπου δεν υπάρχει lmdb.
doctor-map-read-late = Οι ανοιχτές συνεδρίες κρατούν έναν πίνακα τύπου { $kind } όπως ήταν. Με lmdb μια αλλαγή φαίνεται στον επόμενο παραλήπτη.
doctor-map-type-unknown = Αυτό το Postfix δεν γνωρίζει πίνακες τύπου { $kind } (postconf -m), οπότε ο πίνακας δεν διαβάζεται. Εγκαταστήστε το πακέτο του, όπως το postfix-lmdb.
doctor-not-asked = Το Dovecot δεν ρωτά το Postern κατά τη σύνδεση, οπότε κανείς δεν κλειδώνεται. Ορίστε το auth_policy_server_url όπως στο docs/operate/dovecot.md.
doctor-asked-elsewhere = Το Dovecot ρωτά το { $found }, ενώ το Postern ακούει στο { $expected }. Γράψτε την ίδια διεύθυνση και στα δύο.
doctor-key-missing = Το Dovecot ρωτά χωρίς κλειδί και το Postern δεν απαντά. Ορίστε το auth_policy_server_api_header σε X-API-Key και το κλειδί του gates.auth_policy.
doctor-nonce-missing = Χωρίς auth_policy_hash_nonce το Postern δεν βλέπει ότι έρχεται ξανά ο ίδιος λάθος κωδικός πρόσβασης, και ένα τηλέφωνο με τον παλιό κλειδώνει έξω τον κάτοχό του. Ορίστε ένα μυστικό κείμενο που δεν αλλάζει ποτέ.
doctor-auth-timeout-short = Το Dovecot περιμένει απάντηση { $milliseconds } ms, ενώ μια προσπάθεια μπορεί να περιμένει τη σειρά της στο Postern δύο δευτερόλεπτα. Ορίστε auth_policy_server_timeout_msecs = 3000.
doctor-question-off = Το { $setting } είναι απενεργοποιημένο, οπότε το Postern δεν μαθαίνει όσα χρειάζεται για να κλειδώσει τη σωστή πόρτα. Ορίστε το σε yes.
doctor-reject-on-fail = Με auth_policy_reject_on_fail=yes κανείς δεν συνδέεται όσο το Postern είναι σταματημένο. Ορίστε το σε no: τους αποκλεισμούς τους κρατούν τα αρχεία.
doctor-phase-missing = Από το auth_policy_request_attributes λείπει το attrs/phase, οπότε το Postern δεν ξέρει ότι ένας κωδικός πρόσβασης ήταν σωστός. Πάρτε τη γραμμή από το docs/operate/dovecot.md.
doctor-attribute-missing = Από το auth_policy_request_attributes λείπει το { $attribute }, χωρίς το οποίο το Postern δεν μπορεί να κρίνει μια προσπάθεια. Πάρτε τη γραμμή από το docs/operate/dovecot.md.
doctor-penalty-on = Το Dovecot προσθέτει δική του καθυστέρηση από 2 έως 15 s ανά διεύθυνση, και για αθώους πίσω από αυτήν. Ορίστε mode = 0 για το unix_listener anvil-auth-penalty στο service anvil.
doctor-deny-missing = Το Dovecot δεν διαβάζει τη λίστα αποκλεισμού { $expected }, οπότε ένας αποκλεισμένος λογαριασμός συνδέεται όσο το Postern είναι σταματημένο. Προσθέστε την ως πρώτο passdb, με deny = yes.
doctor-deny-not-first = Ένα άλλο passdb βρίσκεται πριν από τη λίστα αποκλεισμού και αφήνει να μπει ένας αποκλεισμένος λογαριασμός. Βάλτε πρώτη τη λίστα αποκλεισμού.
doctor-users-missing = Το Dovecot δεν διαβάζει το { $expected }, οπότε οι κωδικοί πρόσβασης που ορίζονται στο Postern δεν αλλάζουν τίποτα εκεί. Αν οι κωδικοί πρόσβασής σας βρίσκονται σε LDAP ή SQL, αυτό είναι σωστό· αλλιώς προσθέστε το ως passdb.
doctor-static-userdb = Με στατικό userdb το Dovecot θεωρεί έναν αποκλεισμένο λογαριασμό ανύπαρκτο και η αλληλογραφία του επιστρέφει. Χρησιμοποιήστε userdb passwd-file ή προσθέστε allow_all_users=yes.
doctor-names-with-case = Το auth_username_format = { $found } κρατά τα κεφαλαία, οπότε το ANA@… δεν είναι στη λίστα αποκλεισμού ως ana@…. Γράψτε %Lu.
doctor-default-realm = Ένα όνομα σύνδεσης χωρίς τομέα ανήκει στο { $found } για το Dovecot και στο { $expected } για το Postern: δύο λογαριασμοί για ένα άτομο. Γράψτε τον ίδιο τομέα και στα δύο.
doctor-auth-cache = Το Dovecot κρατά κωδικούς πρόσβασης στην κρυφή μνήμη (auth_cache_size), οπότε ένας παλιός μπορεί να αφήσει κάποιον να μπει μετά από αλλαγή, ώσπου να ξεχαστεί. Απενεργοποιήστε την ή εκτελέστε doveadm auth cache flush μετά από κάθε αλλαγή.
doctor-file-missing = Το { $path } δεν υπάρχει. Χωρίς λίστα αποκλεισμού ένας αποκλεισμένος λογαριασμός συνδέεται· χωρίς τους κωδικούς πρόσβασης δεν συνδέεται κανείς. Εκκινήστε το Postern, που το γράφει.
doctor-file-unreadable = Η ομάδα του Dovecot δεν μπορεί να διαβάσει το { $path }, οπότε απορρίπτονται όλοι. Δώστε στον φάκελο την ομάδα dovecot (chgrp dovecot) και στο αρχείο δικαιώματα 0640.
doctor-version-unknown = Ο έλεγχος γνωρίζει τις ρυθμίσεις του Dovecot 2.3, και αυτό είναι «{ $found }». Συγκρίνετε με το χέρι με το docs/operate/dovecot.md.
doctor-fine = Σε όσα ελέγχθηκαν δεν υπάρχει κανένα λάθος.
doctor-broken = Σφάλμα:
doctor-weaker = Καλύτερα:
doctor-looked = Ελέγχθηκαν: { $what }
doctor-not-looked = Δεν ελέγχθηκαν: { $what } ({ $reason })
