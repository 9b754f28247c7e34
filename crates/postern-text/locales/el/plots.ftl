# Οι εικόνες του κέντρου διαχείρισης: λεζάντες που λένε τι φαίνεται, ονόματα λωρίδων, υπόμνημα και τα ίδια σε πίνακα.

plots-day-title = Οι τελευταίες 24 ώρες
plots-show = Εμφάνιση
plots-range-day = 24 ώρες
plots-range-week = 7 ημέρες
plots-range-month = 30 ημέρες

## Λωρίδες: ετικέτες αριστερά

plots-sign-ins = Συνδέσεις
plots-failed-sign-ins = Αποτυχημένες συνδέσεις
plots-other-sources = όλες οι άλλες πηγές
plots-closed = Σύνδεση κλειδωμένη ή αποκλεισμένη
plots-recipients = Παραλήπτες
plots-sending-refused = Η αποστολή δεν επιτράπηκε
plots-acts = Κανόνες και άτομα
plots-per = ανά { $span }
plots-limit-hour = όριο { $limit } σε μία ώρα
plots-limit-day = όριο { $limit } σε 24 ώρες

## Υπόμνημα: τι σημαίνει ένα χρώμα ή ένα σχήμα

plots-key-succeeded = επιτυχημένες
plots-key-failed = αποτυχημένες
plots-key-refused = δεν επιτράπηκαν
plots-key-known = έχουν λάβει μήνυμα και παλαιότερα
plots-key-novel = δεν έχουν λάβει ποτέ μήνυμα
plots-key-began = όταν άρχισε περιορισμός
plots-key-sign-in = σύνδεση
plots-key-strange = σύνδεση από άγνωστη πηγή
plots-key-locked-unfamiliar = κλειδωμένη για άγνωστες πηγές
plots-key-locked-familiar = κλειδωμένη για γνωστές πηγές
plots-key-blocked = αποκλεισμένη για όλους
plots-key-slowed = αποστολή που έχει επιβραδυνθεί
plots-key-restricted = αποστολή που έχει περιοριστεί
plots-key-rule-closed = κλείσιμο από κανόνα
plots-key-rule-slowed = επιβράδυνση από κανόνα
plots-key-acted = ενέργεια ατόμου ή προγράμματος

## Τα ίδια σε πίνακα

plots-as-table = Εμφάνιση ως πίνακα
plots-head-time = Ώρα
plots-head-signed-in = Επιτυχημένες συνδέσεις
plots-head-refused = Συνδέσεις που δεν επιτράπηκαν
plots-head-novel = Νέοι παραλήπτες
plots-total = Σύνολο
plots-events = Τι συνέβη και πότε
plots-until = { $what }, έως { $until }
plots-still = { $what }, ισχύει ακόμη
plots-strange-from = Σύνδεση από άγνωστη πηγή: { $source }
plots-act = { $who }: { $what }

## Ευρήματα: η επικεφαλίδα της εικόνας ενός λογαριασμού, χωρίς τελεία

plots-title-nothing-day = Τίποτα δεν συνέβη τις τελευταίες 24 ώρες
plots-title-nothing-week = Τίποτα δεν συνέβη τις τελευταίες 7 ημέρες
plots-title-nothing-month = Τίποτα δεν συνέβη τις τελευταίες 30 ημέρες
plots-title-quiet = Κανένα κλείδωμα και κανένας περιορισμός
plots-title-restricted = Η αποστολή έχει περιοριστεί: { $at }
plots-title-guessed = Λάθος κωδικοί πρόσβασης και μετά ο σωστός: { $at }
plots-title-strange = Σύνδεση από άγνωστη πηγή: { $at }
plots-title-locked = { $count ->
    [one] Η σύνδεση κλειδώθηκε { $count } φορά
   *[other] Η σύνδεση κλειδώθηκε { $count } φορές
}

## Ευρήματα: προτάσεις κάτω από μια επικεφαλίδα

plots-nothing-site = Κανείς δεν συνδέθηκε και κανείς δεν έστειλε μήνυμα.
plots-none-failed = Καμία σύνδεση δεν απέτυχε.
plots-some-failed = { $count ->
    [one] { $count } σύνδεση απέτυχε ή δεν επιτράπηκε.
   *[other] { $count } συνδέσεις απέτυχαν ή δεν επιτράπηκαν, ποτέ πολλές μαζί.
}
plots-all-failed = { $count ->
    [one] { $count } σύνδεση απέτυχε ή δεν επιτράπηκε.
   *[other] { $count } συνδέσεις απέτυχαν ή δεν επιτράπηκαν.
}
plots-one-wave = Πολλές από αυτές απέτυχαν από { $from } έως { $until }.
plots-waves = { $count ->
    [one] Ήρθαν σε { $count } κύμα, από { $from }.
   *[other] Ήρθαν σε { $count } κύματα, το πρώτο από { $from }.
}
plots-strange = Τελευταία σύνδεση από άγνωστη πηγή: { $at }.
plots-no-mail = Δεν στάλθηκε κανένα μήνυμα.
plots-mail = { $count ->
    [one] Στάλθηκαν μηνύματα σε { $count } παραλήπτη.
   *[other] Στάλθηκαν μηνύματα σε { $count } παραλήπτες.
}
plots-mail-novel = { $count ->
    [one] Στάλθηκαν μηνύματα σε { $count } παραλήπτη. Νέοι παραλήπτες: { $novel }.
   *[other] Στάλθηκαν μηνύματα σε { $count } παραλήπτες. Νέοι παραλήπτες: { $novel }.
}
plots-rose = Η αποστολή αυξήθηκε από { $from } και μετά περιορίστηκε: { $at }.
plots-refused = { $count ->
    [one] { $count } προσπάθεια αποστολής δεν επιτράπηκε.
   *[other] { $count } προσπάθειες αποστολής δεν επιτράπηκαν.
}
plots-none-restricted = Κανένας κανόνας δεν περιόρισε αποστολή.
plots-rules-restricted = { $count ->
    [one] Ένας κανόνας περιόρισε την αποστολή σε { $count } λογαριασμό: { $at }.
   *[other] Κανόνες περιόρισαν την αποστολή σε { $count } λογαριασμούς, τελευταία φορά: { $at }.
}
