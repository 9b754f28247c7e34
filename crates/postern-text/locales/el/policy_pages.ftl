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
policy-group-password = Κωδικοί πρόσβασης
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
policy-trial-counts = Λογαριασμοί τις τελευταίες 30 ημέρες
policy-trial-basis = Υπολογίστηκε από τα αθροίσματα που τηρούνται για κάθε λογαριασμό ανά δέκα λεπτά, από { $since }. Δεν δείχνουν ούτε από πού συνδέθηκε κάποιος ούτε άλλα στοιχεία, επομένως όσα πράγματι συνέβησαν μπορεί να διαφέρουν.
policy-trial-part = Λογαριασμοί που εξετάστηκαν, με τυχαία επιλογή: { $count }. Υπάρχουν και άλλοι.
policy-trial-none = Δεν έχει καταμετρηθεί αλληλογραφία τις τελευταίες 30 ημέρες.
policy-trial-go = Εξέταση των τελευταίων 30 ημερών
policy-trial-named = Περιορίζονται με τις νέες τιμές
policy-trial-perhaps = Περιορίζονται μόνο αν η αλληλογραφία που απορρίφθηκε τότε είχε προχωρήσει σε νέους παραλήπτες: { $count }.
policy-trial-only-if = Μόνο αν η αλληλογραφία που απορρίφθηκε τότε είχε προχωρήσει σε νέους παραλήπτες.
policy-trial-also = Και με τις σημερινές τιμές.

## Policies for some accounts

scoped-title = Πολιτικές για ορισμένους λογαριασμούς
scoped-tab = Για ορισμένους λογαριασμούς
scoped-lede = { $count ->
    [one] { $count } πολιτική ορίζει όρια αποστολής για ορισμένους λογαριασμούς.
   *[other] { $count } πολιτικές ορίζουν όρια αποστολής για ορισμένους λογαριασμούς. Ελέγχονται από τον μικρότερο αριθμό και ισχύει η πρώτη που αφορά έναν λογαριασμό.
}
scoped-held-by = { $count ->
    [0] Αυτή η πολιτική δεν ισχύει τώρα για κανέναν λογαριασμό.
    [one] Αυτή η πολιτική ισχύει τώρα για { $count } λογαριασμό.
   *[other] Αυτή η πολιτική ισχύει τώρα για { $count } λογαριασμούς.
}
scoped-users = Χρήστες
scoped-domains = Τομείς
scoped-kinds = Είδη λογαριασμών
scoped-sort = { $sort }: { $names }
scoped-new = Νέα πολιτική για ορισμένους λογαριασμούς
scoped-form-lede = Τίποτα δεν αλλάζει πριν δείτε ποιους αφορά και επιλέξετε Ναι.
scoped-name-hint = a έως z, 0 έως 9, - και _. Δεν αλλάζει αργότερα.
scoped-priority-hint = Πρώτα ελέγχεται ο μικρότερος αριθμός.
scoped-whom = Ποιους αφορά
scoped-whom-hint = Όσους ταιριάζουν σε κάθε συμπληρωμένο πεδίο. Ένα όνομα σε κάθε γραμμή.
scoped-except-hint = Όσοι ταιριάζουν σε κάποιο από αυτά τα πεδία εξαιρούνται.
scoped-values = Τι ορίζει
scoped-values-hint = Ένα κενό πεδίο σημαίνει την τιμή της προεπιλεγμένης πολιτικής.
scoped-hint = Προεπιλεγμένη: { $site }. Επιτρέπεται: από { $min } έως { $max }
scoped-until-hint = Κενό: μέχρι να την καταργήσει κάποιος.
scoped-see = Προβολή όσων αφορά
scoped-no-such-user = Δεν υπάρχει χρήστης { $user }. Δεν άλλαξε τίποτα.
scoped-priority-wrong = Η προτεραιότητα είναι ακέραιος αριθμός. Δεν άλλαξε τίποτα.
scoped-preview-title = Η πολιτική { $name }, όπως θα ήταν
scoped-touches = Ποιους αφορά
scoped-touch = { $count ->
    [0] Προς το παρόν δεν θα ίσχυε για κανέναν λογαριασμό.
    [one] Θα ίσχυε για { $count } λογαριασμό.
   *[other] Θα ίσχυε για { $count } λογαριασμούς.
}
scoped-moves = Λογαριασμοί που προστίθενται: { $joining }. Λογαριασμοί που αφαιρούνται: { $leaving }
scoped-yes = Ναι, να ισχύσει
scoped-remove-title = Κατάργηση της πολιτικής { $name };
scoped-remove-touch = { $count ->
    [0] Προς το παρόν δεν ισχύει για κανέναν λογαριασμό.
    [one] Ισχύει τώρα για { $count } λογαριασμό. Για αυτόν θα ισχύει έπειτα η επόμενη πολιτική που τον αφορά ή η προεπιλεγμένη.
   *[other] Ισχύει τώρα για { $count } λογαριασμούς. Για τον καθένα θα ισχύει έπειτα η επόμενη πολιτική που τον αφορά ή η προεπιλεγμένη.
}
scoped-remove-yes = Ναι, κατάργηση
scoped-mailing = Προγραμματισμός μαζικής αποστολής
scoped-mailing-lede = Αυτός ο λογαριασμός μπορεί για ένα διάστημα να γράφει σε περισσότερους παραλήπτες. Τα όρια μετά από συνδέσεις από ξένα μέρη μένουν ίδια.
scoped-recipients = Σε πόσους παραλήπτες
scoped-recipients-wrong = Γράψτε ακέραιο αριθμό, τουλάχιστον 1. Δεν άλλαξε τίποτα.
scoped-mailing-yes = Ναι, προγραμματισμός
scoped-user = Πολιτική αποστολής
scoped-tried-yes = { $name }, προτεραιότητα { $priority }: αφορά αυτόν τον λογαριασμό, άρα ισχύει
scoped-tried-no = { $name }, προτεραιότητα { $priority }: δεν αφορά αυτόν τον λογαριασμό
scoped-differs = { $name }: { $value }. Προεπιλεγμένη: { $site }
