# Τι αποφάσισαν και τι είδαν οι κανόνες. See the English file for what each message is for.

## Είδη περιορισμών

kind-sign-in-locked = Η σύνδεση είναι κλειδωμένη
kind-sign-in-blocked = Η σύνδεση έχει αποκλειστεί
kind-sending-slowed = Η αποστολή έχει επιβραδυνθεί
kind-sending-restricted = Η αποστολή έχει περιοριστεί
kind-password-change-required = Απαιτείται αλλαγή κωδικού πρόσβασης

## Η κατάσταση ενός λογαριασμού

state-clear = Ο λογαριασμός { $account } μπορεί να συνδέεται και να στέλνει μηνύματα. Δεν ισχύει κανένας περιορισμός.
state-sign-in-locked-unfamiliar = Η σύνδεση στον λογαριασμό { $account } από άγνωστες πηγές είναι κλειδωμένη. Από γνωστές πηγές λειτουργεί κανονικά. Το κλείδωμα λήγει: { $until }
state-sign-in-locked-familiar = Η σύνδεση στον λογαριασμό { $account } από γνωστές πηγές είναι κλειδωμένη. Το κλείδωμα λήγει: { $until }
state-sign-in-locked = Η σύνδεση στον λογαριασμό { $account } είναι κλειδωμένη. Το κλείδωμα λήγει: { $until }
state-sign-in-closed-unfamiliar = Η σύνδεση στον λογαριασμό { $account } από άγνωστες πηγές παραμένει κλειδωμένη μέχρι να γίνει επαναφορά του κωδικού πρόσβασης ή μέχρι να την ξεκλειδώσει διαχειριστής ή ο κάτοχος του λογαριασμού.
state-sign-in-closed = Η σύνδεση στον λογαριασμό { $account } παραμένει κλειδωμένη μέχρι να γίνει επαναφορά του κωδικού πρόσβασης ή μέχρι να την ξεκλειδώσει διαχειριστής.
state-sign-in-blocked = Η σύνδεση στον λογαριασμό { $account } έχει αποκλειστεί μέχρι να την επιτρέψει διαχειριστής.
state-sign-in-blocked-until = Η σύνδεση στον λογαριασμό { $account } έχει αποκλειστεί. Ο αποκλεισμός λήγει: { $until }
state-sending-slowed = Η αποστολή από τον λογαριασμό { $account } προς νέους παραλήπτες έχει επιβραδυνθεί. Η αποστολή προς γνωστούς παραλήπτες δεν επηρεάζεται.
state-sending-slowed-until = Η αποστολή από τον λογαριασμό { $account } προς νέους παραλήπτες έχει επιβραδυνθεί. Η αποστολή προς γνωστούς παραλήπτες δεν επηρεάζεται. Ο περιορισμός λήγει: { $until }
state-sending-restricted = Ο λογαριασμός { $account } δεν μπορεί να στέλνει μηνύματα μέχρι να καταργήσει διαχειριστής τον αποκλεισμό αποστολής. Τα εισερχόμενα μηνύματα παραδίδονται κανονικά.
state-sending-restricted-until = Ο λογαριασμός { $account } δεν μπορεί προς το παρόν να στέλνει μηνύματα. Τα εισερχόμενα μηνύματα παραδίδονται κανονικά. Ο περιορισμός λήγει: { $until }
state-password-change-required = Για τον λογαριασμό { $account } απαιτείται νέος κωδικός πρόσβασης. Μέχρι τότε τα προγράμματα αλληλογραφίας δεν μπορούν να συνδεθούν.

## Λόγοι

reason-wrong-passwords-unfamiliar = { $count ->
    [one] { $count } λάθος κωδικός πρόσβασης από άγνωστες πηγές.
   *[other] { $count } διαφορετικοί λάθος κωδικοί πρόσβασης από άγνωστες πηγές.
}
reason-wrong-passwords-familiar = { $count ->
    [one] { $count } λάθος κωδικός πρόσβασης από γνωστές πηγές.
   *[other] { $count } διαφορετικοί λάθος κωδικοί πρόσβασης από γνωστές πηγές.
}
reason-lane-closed-unfamiliar = { $count ->
    [one] { $count } λάθος κωδικός πρόσβασης από άγνωστες πηγές.
   *[other] { $count } συνεχόμενοι λάθος κωδικοί πρόσβασης από άγνωστες πηγές.
}
reason-lane-closed-familiar = { $count ->
    [one] { $count } λάθος κωδικός πρόσβασης από γνωστές πηγές.
   *[other] { $count } συνεχόμενοι λάθος κωδικοί πρόσβασης από γνωστές πηγές.
}
reason-novel-recipients-hour = { $count ->
    [one] { $count } νέος παραλήπτης σε μία ώρα (όριο: { $limit }). Νέος είναι ο παραλήπτης στον οποίο δεν είχε σταλεί ποτέ μήνυμα από αυτόν τον λογαριασμό.
   *[other] { $count } νέοι παραλήπτες σε μία ώρα (όριο: { $limit }). Νέος είναι ο παραλήπτης στον οποίο δεν είχε σταλεί ποτέ μήνυμα από αυτόν τον λογαριασμό.
}
reason-novel-recipients-day = { $count ->
    [one] { $count } νέος παραλήπτης σε 24 ώρες (όριο: { $limit }). Νέος είναι ο παραλήπτης στον οποίο δεν είχε σταλεί ποτέ μήνυμα από αυτόν τον λογαριασμό.
   *[other] { $count } νέοι παραλήπτες σε 24 ώρες (όριο: { $limit }). Νέος είναι ο παραλήπτης στον οποίο δεν είχε σταλεί ποτέ μήνυμα από αυτόν τον λογαριασμό.
}
reason-recipients-hour = { $count ->
    [one] { $count } παραλήπτης σε μία ώρα. Όριο με βάση τη συνηθισμένη αποστολή του λογαριασμού: { $limit }
   *[other] { $count } παραλήπτες σε μία ώρα. Όριο με βάση τη συνηθισμένη αποστολή του λογαριασμού: { $limit }
}
reason-cap-hour = { $count ->
    [one] { $count } παραλήπτης σε μία ώρα. Σταθερό όριο: { $limit }
   *[other] { $count } παραλήπτες σε μία ώρα. Σταθερό όριο: { $limit }
}
reason-cap-day = { $count ->
    [one] { $count } παραλήπτης σε 24 ώρες. Σταθερό όριο: { $limit }
   *[other] { $count } παραλήπτες σε 24 ώρες. Σταθερό όριο: { $limit }
}
reason-by-person = Αιτιολογία: { $note }

## Ενδείξεις

evidence-wrong-passwords = { $count ->
    [one] { $count } λάθος κωδικός πρόσβασης πριν από το κλείδωμα.
   *[other] { $count } λάθος κωδικοί πρόσβασης πριν από το κλείδωμα.
}
evidence-right-password-refused = Δόθηκε ο σωστός κωδικός πρόσβασης ενώ η σύνδεση δεν επιτρεπόταν. Ίσως τον γνωρίζει κάποιος άλλος.
evidence-success-after-failures = { $count ->
    [one] Η σύνδεση από άγνωστη πηγή πέτυχε μετά από { $count } αποτυχημένη προσπάθεια.
   *[other] Η σύνδεση από άγνωστη πηγή πέτυχε μετά από { $count } αποτυχημένες προσπάθειες.
}
evidence-novel-recipients = { $count ->
    [one] { $count } παραλήπτης στον οποίο δεν είχε σταλεί ποτέ μήνυμα από αυτόν τον λογαριασμό.
   *[other] { $count } παραλήπτες στους οποίους δεν είχε σταλεί ποτέ μήνυμα από αυτόν τον λογαριασμό.
}
evidence-many-recipients = { $count ->
    [one] { $count } παραλήπτης σε μικρό διάστημα, περισσότεροι από όσους συνηθίζει ο λογαριασμός.
   *[other] { $count } παραλήπτες σε μικρό διάστημα, περισσότεροι από όσους συνηθίζει ο λογαριασμός.
}
evidence-unfamiliar-source = Η σύνδεση έγινε από πηγή που δεν έχει χρησιμοποιήσει ποτέ αυτός ο λογαριασμός.
evidence-forged-sender = { $count ->
    [one] Στάλθηκε αλληλογραφία με { $count } διεύθυνση αποστολέα του οργανισμού που δεν ανήκει στον λογαριασμό.
   *[other] Στάλθηκε αλληλογραφία με { $count } διευθύνσεις αποστολέα του οργανισμού που δεν ανήκουν στον λογαριασμό.
}
evidence-same-content = { $count ->
    [one] { $count } λογαριασμός έστειλε το ίδιο νέο κείμενο ή σύνδεσμο σε εξωτερικούς παραλήπτες σχεδόν ταυτόχρονα.
   *[other] { $count } λογαριασμοί έστειλαν το ίδιο νέο κείμενο ή σύνδεσμο σε εξωτερικούς παραλήπτες σχεδόν ταυτόχρονα.
}
evidence-spam-verdicts = { $count ->
    [one] Το ίδιο το φίλτρο του οργανισμού θεώρησε ανεπιθύμητο { $count } μήνυμα του λογαριασμού μέσα σε μία ώρα.
   *[other] Το ίδιο το φίλτρο του οργανισμού θεώρησε ανεπιθύμητα { $count } μηνύματα του λογαριασμού μέσα σε μία ώρα.
}
evidence-no-such-address = { $count ->
    [one] { $count } παραλήπτης μέσα σε 24 ώρες δεν υπάρχει.
   *[other] { $count } παραλήπτες μέσα σε 24 ώρες δεν υπάρχουν.
}
evidence-reported-missing = { $count ->
    [one] Εξωτερικές αναφορές λένε ότι { $count } παραλήπτης μέσα σε 24 ώρες δεν υπάρχει.
   *[other] Εξωτερικές αναφορές λένε ότι { $count } παραλήπτες μέσα σε 24 ώρες δεν υπάρχουν.
}
evidence-taken-for-spam = { $count ->
    [one] Διακομιστές διαφορετικών τομέων απέρριψαν την αλληλογραφία του λογαριασμού ως ανεπιθύμητη: { $count } παραλήπτης μέσα σε 24 ώρες.
   *[other] Διακομιστές διαφορετικών τομέων απέρριψαν την αλληλογραφία του λογαριασμού ως ανεπιθύμητη: { $count } παραλήπτες μέσα σε 24 ώρες.
}
evidence-complaints = { $count ->
    [one] Παραλήπτες παραπονέθηκαν για αλληλογραφία του λογαριασμού· το ανέφερε { $count } πάροχος αλληλογραφίας.
   *[other] Παραλήπτες παραπονέθηκαν για αλληλογραφία του λογαριασμού· το ανέφεραν { $count } πάροχοι αλληλογραφίας.
}
evidence-details = Χρόνος: { $when }. Βαθμοί: { $points }
evidence-details-source = Χρόνος: { $when }. Πηγή: { $source }. Βαθμοί: { $points }

## Ποιος και πού

origin-rule = Κανόνας
origin-person = Άτομο
origin-api = Πρόγραμμα
actor-rule = Postern (κανόνας)
actor-timer = Postern (χρονοδιακόπτης)
actor-local-root = { $name } (root σε αυτόν τον υπολογιστή)
actor-program = { $name } (διακριτικό προγράμματος)
point-gates = Σημεία ελέγχου
point-dovecot-files = Αρχεία του Dovecot
point-postfix-map = Πίνακας του Postfix
point-admin-mail = Μήνυμα προς διαχειριστές
receipt-in-force = { $point }: σε ισχύ μετά από { $latency }
receipt-sent = { $point }: στάλθηκε μετά από { $latency }

## Λογαριασμοί

account-kind-person = Άτομο
account-kind-shared-mailbox = Κοινόχρηστο γραμματοκιβώτιο
account-kind-application = Εφαρμογή
role-auditor = Ελεγκτής
role-helpdesk = Υπηρεσία υποστήριξης
role-responder = Χειριστής περιστατικών
role-user-admin = Διαχειριστής χρηστών
role-global-admin = Καθολικός διαχειριστής
lane-unfamiliar = Άγνωστες πηγές
lane-familiar = Γνωστές πηγές

## Το αρχείο αποφάσεων

decision-sign-in-refused = Η σύνδεση δεν επιτράπηκε
decision-sign-in-would-be-refused = Η σύνδεση δεν θα είχε επιτραπεί
decision-signed-in = Έγινε σύνδεση
decision-wrong-password = Λάθος κωδικός πρόσβασης
decision-same-wrong-password = Ξανά ο ίδιος λάθος κωδικός πρόσβασης
decision-previous-password = Προηγούμενος κωδικός πρόσβασης
decision-sending-permitted = Η αποστολή επιτράπηκε
decision-sending-would-be-slowed = Η αποστολή θα είχε επιβραδυνθεί
decision-sending-would-be-restricted = Η αποστολή θα είχε περιοριστεί
decision-sending-refused = Η αποστολή δεν επιτράπηκε
decision-from-unfamiliar = Από άγνωστη πηγή.
decision-from-familiar = Από γνωστή πηγή.
decision-device = Κάποια συσκευή έχει ακόμη τον προηγούμενο κωδικό πρόσβασης.
decision-sampled = Δείγμα: καταγράφεται 1 στις { $count }.
decision-slowed = Τα μηνύματα προς νέους παραλήπτες καθυστερούν.
decision-observed = Λειτουργία παρατήρησης: δεν σταμάτησε τίποτα.
decision-refused-by-rule = Η αποστολή είχε ήδη περιοριστεί από κανόνα.
decision-refused-by-person = Η αποστολή είχε ήδη περιοριστεί από άνθρωπο.

## Το αρχείο ελέγχου

event-account-created = Δημιουργία λογαριασμού
event-account-renamed = Αλλαγή διεύθυνσης
event-profile-changed = Αλλαγή λογαριασμού
event-alias-added = Προσθήκη ψευδωνύμου
event-alias-removed = Αφαίρεση ψευδωνύμου
event-account-deleted = Διαγραφή λογαριασμού
event-password-set = Ορισμός κωδικού πρόσβασης
event-restriction-started = Έναρξη περιορισμού
event-restriction-released = Άρση περιορισμού
event-restriction-expired = Λήξη περιορισμού
event-evidence-seen = Εντοπισμός ένδειξης
event-policy-changed = Αλλαγή τιμής πολιτικής
