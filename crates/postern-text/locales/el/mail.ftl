# Μηνύματα προς διαχειριστές. See the English file for what each message is for.

mail-restricted-subject = Ο λογαριασμός { $account } δεν μπορεί να στέλνει μηνύματα
mail-restricted-first-line = Η αποστολή περιορίστηκε ({ $when }). Τα εισερχόμενα μηνύματα εξακολουθούν να παραδίδονται.
mail-restricted-account = Λογαριασμός: { $account }
mail-restricted-account-named = Λογαριασμός: { $account } ({ $name })
mail-restricted-cause = Λόγος: { $reason }
mail-restricted-until = Λήγει: { $until }
mail-restricted-until-released = Λήγει: όταν διαχειριστής καταργήσει τον αποκλεισμό αποστολής
mail-restricted-code = Αναφορά: { $code }
mail-restricted-evidence = Ενδείξεις
mail-restricted-no-evidence = Προς το παρόν δεν υπάρχουν ενδείξεις παραβίασης, μόνο ο όγκος των μηνυμάτων.
mail-restricted-what-to-do = Τι να κάνετε
mail-restricted-step-look = 1. Δείτε τι αποφασίστηκε και γιατί:
mail-restricted-step-reset = 2. Αν κάποιος άλλος μπορεί να γνωρίζει τον κωδικό πρόσβασης, κάντε πρώτα επαναφορά του. Όποιος έχει τον παλιό μπορεί να αρχίσει ξανά να στέλνει.
mail-restricted-step-unblock = 3. Καταργήστε τον αποκλεισμό αποστολής, γράφοντας αιτιολογία:
mail-restricted-zone = Όλες οι ώρες εμφανίζονται στη ζώνη ώρας { $zone }.

## Κάποιος άλλαξε λογαριασμό καθολικού διαχειριστή

mail-admin-acted-subject = Ο λογαριασμός { $account } άλλαξε από άλλον διαχειριστή
mail-admin-acted-first-line = Κάποιος άλλαξε τον λογαριασμό ενός καθολικού διαχειριστή ({ $when }).
mail-admin-acted-by = Ποιος: { $actor }
mail-admin-acted-what = Τι: { $what }
mail-admin-acted-why = Αιτιολογία που δόθηκε: { $note }
mail-admin-acted-told = Το μήνυμα αυτό το παίρνουν όλοι οι καθολικοί διαχειριστές, όταν κάποιος άλλος αλλάζει τον λογαριασμό ενός από αυτούς ή δίνει σε κάποιον αυτόν τον ρόλο.
mail-admin-acted-step-look = 1. Δείτε τι άλλο άλλαξε τελευταία:
mail-admin-acted-step-ask = 2. Ρωτήστε το πρόσωπο που αναφέρεται παραπάνω, όχι όμως με email, αν το έκανε το ίδιο.
mail-admin-acted-step-block = 3. Αν όχι, αποκλείστε τη σύνδεσή του, γράφοντας αιτιολογία:
