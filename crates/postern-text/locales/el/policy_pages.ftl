# Πολιτικές ως σελίδες: τιμές ανά ομάδα, τι κάνει μια αλλαγή, προκαθορισμένες πολιτικές. See the English file for what each message is for.
admin-nav-policies = Πολιτικές
policy-tabs = Μέρη των πολιτικών
policy-tab-sign-in = Σύνδεση
policy-tab-score = Υποψία
policy-tab-rest = Παρατήρηση και διατήρηση
policy-lede = { $count ->
    [0] Όλες οι τιμές είναι οι προεπιλεγμένες.
    [one] { $count } τιμή διαφέρει από την προεπιλογή.
   *[other] { $count } τιμές διαφέρουν από την προεπιλογή.
}
policy-head-now = Τώρα
policy-head-then = Μετά
policy-head-before = Πριν
policy-differs = διαφέρει από την προεπιλογή
policy-range = από { $min } έως { $max }
policy-hint = Προεπιλογή: { $default }. Επιτρέπεται: από { $min } έως { $max }
policy-change = Αλλαγή
policy-change-title = Αλλαγή: { $group }
policy-change-lede = Τίποτα δεν αλλάζει πριν δείτε τη λίστα των αλλαγών και επιλέξετε Ναι.
policy-see-changes = Προβολή αλλαγών
policy-preview-title = { $count ->
    [0] Δεν αλλάζει τίποτα
    [one] Αλλάζει { $count } τιμή
   *[other] Αλλάζουν { $count } τιμές
}
policy-refused-title = Αυτές οι τιμές δεν γίνονται δεκτές
policy-not-a-number = «{ $name }»: χρειάζεται ακέραιος αριθμός. Δόθηκε: «{ $given }»
policy-out-of-range = «{ $name }»: επιτρέπεται από { $min } έως { $max }. Δόθηκε: { $given }
policy-unknown-name = Δεν υπάρχει τιμή με το όνομα «{ $name }».
policy-quoted = «{ $name }»
policy-back-to-form = Πίσω στη φόρμα
policy-yes = Ναι, αλλαγή
policy-meanwhile = Στο μεταξύ κάποιος άλλος άλλαξε μία από αυτές τις τιμές. Διαβάστε ξανά τη λίστα.
policy-done = { $count ->
    [one] Άλλαξε { $count } τιμή.
   *[other] Άλλαξαν { $count } τιμές.
}
policy-undo = Αναίρεση
policy-on = Ενεργό
policy-off = Ανενεργό
policy-percent = { $number }%
policy-times = { $number } ×
policy-unit-seconds = σε δευτερόλεπτα
policy-unit-milliseconds = σε χιλιοστά του δευτερολέπτου
policy-unit-percent = επί τοις εκατό
policy-unit-days = σε ημέρες
policy-group-locks = Κλειδώματα λογαριασμών
policy-group-sources = Αποκλεισμοί πηγών
policy-group-spray = Ταυτόχρονη δοκιμή πολλών λογαριασμών
policy-group-sending = Όρια αποστολής
policy-group-watched = Λογαριασμοί υπό παρακολούθηση, μετά από άρση ή παλιότεροι
policy-group-score = Βαθμοί υποψίας
policy-group-guard = Προστασία από μαζικούς περιορισμούς
policy-group-history = Τι διατηρείται
policy-group-observe = Μόνο παρατήρηση
policy-presets = Προκαθορισμένες πολιτικές
policy-head-preset = Προκαθορισμένη πολιτική
policy-head-changes = Θα άλλαζε
policy-preset-changes = { $count ->
    [0] Ισχύει ήδη
    [one] { $count } τιμή
   *[other] { $count } τιμές
}
policy-preset-look = Σύγκριση
policy-what-if = Τι θα είχε συμβεί;
policy-try = Η αλληλογραφία των τελευταίων 30 ημερών, κρινόμενη και με τις δύο. Στον διακομιστή, όπου βρίσκεται το αρχείο καταγραφής αλληλογραφίας, γράψτε αυτό. Δεν αλλάζει τίποτα.
policy-past = { $count ->
    [0] Τις τελευταίες 30 ημέρες δεν άρχισε κανένας περιορισμός λόγω «{ $name }».
    [one] Περιορισμοί τις τελευταίες 30 ημέρες λόγω «{ $name }»: { $count }. Το νέο όριο δεν είχε ξεπεραστεί εκείνη τη στιγμή: { $within }. Θα μπορούσε να ξεπεραστεί αργότερα.
   *[other] Περιορισμοί τις τελευταίες 30 ημέρες λόγω «{ $name }»: { $count }. Το νέο όριο δεν είχε ξεπεραστεί εκείνη τη στιγμή: { $within }. Θα μπορούσε να ξεπεραστεί αργότερα.
}
