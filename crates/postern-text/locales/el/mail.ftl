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
