# Κέντρο διαχείρισης: πλαίσιο, σύνδεση και τα κοινά των σελίδων. See the English file for what each message is for.

## The frame

admin-places = Σελίδες
admin-menu = Μενού
admin-menu-close = Κλείσιμο μενού
admin-nav-overview = Επισκόπηση
admin-nav-head-users = Χρήστες
admin-nav-users = Ενεργοί χρήστες
admin-nav-restricted = Περιορισμένοι χρήστες
admin-nav-locks = Κλειδώματα σύνδεσης
admin-nav-head-setup = Ρύθμιση
admin-nav-sessions = Οι συνεδρίες σας
admin-find = Εύρεση χρήστη ή διεύθυνσης
admin-sign-out = Αποσύνδεση
admin-foot-at = Στις { $clock }
admin-foot-zone = Ζώνη ώρας: { $zone }

## The door

admin-in-title = Σύνδεση στο κέντρο διαχείρισης
admin-in-user = Όνομα χρήστη
admin-in-password = Κωδικός πρόσβασης
admin-in-code = Κωδικός επαλήθευσης
admin-in-code-hint = 6 ψηφία από την εφαρμογή ελέγχου ταυτότητας ή κωδικός ανάκτησης
admin-in-button = Σύνδεση
admin-in-no = Το όνομα χρήστη, ο κωδικός πρόσβασης ή ο κωδικός επαλήθευσης δεν ταιριάζει ή η σύνδεση είναι κλειδωμένη.
admin-in-wait = Πάρα πολλές προσπάθειες ταυτόχρονα. Δοκιμάστε ξανά.
admin-in-trouble = Αυτή τη στιγμή δεν γίνεται καμία σύνδεση, επειδή το Postern δεν μπορεί να διαβάσει ή να αποθηκεύσει. Η αιτία είναι στο αρχείο καταγραφής του διακομιστή.
admin-in-over = Η συνεδρία έληξε. Συνδεθείτε ξανά.
admin-in-elsewhere = Δεν γίνεται σύνδεση από αυτή τη διεύθυνση. Ανοίξτε τη σελίδα στη διεύθυνση:
admin-in-help = Δεν έχετε πρόσβαση στο κέντρο διαχείρισης; Στον διακομιστή, ως root, γράψτε:

## The invitation

admin-begin-title = Ρύθμιση της σύνδεσής σας
admin-begin-lede = Ο λογαριασμός { $account } έχει προσκληθεί στο κέντρο διαχείρισης.
admin-begin-enter = Σύνδεση ως λογαριασμός { $account }. Ο σύνδεσμος δημιουργήθηκε στον διακομιστή από τον root.
admin-begin-app = Σαρώστε την εικόνα με εφαρμογή ελέγχου ταυτότητας
admin-begin-picture = Το παρακάτω κλειδί ως εικόνα για την κάμερα τηλεφώνου
admin-begin-secret = Ή πληκτρολογήστε στην εφαρμογή αυτό το κλειδί:
admin-begin-password = Κωδικός πρόσβασης του λογαριασμού
admin-begin-password-new = Νέος κωδικός πρόσβασης
admin-begin-password-hint = { $count ->
    [one] Τουλάχιστον { $count } χαρακτήρας
   *[other] Τουλάχιστον { $count } χαρακτήρες
}
admin-begin-code = Ο κωδικός επαλήθευσης που δείχνει η εφαρμογή
admin-begin-button = Ρύθμιση και σύνδεση
admin-begin-until = Ο σύνδεσμος λειτουργεί μία φορά. Λήξη: { $until }
admin-begin-wrong = Ο κωδικός πρόσβασης ή ο κωδικός επαλήθευσης δεν ταιριάζει ή η σύνδεση είναι κλειδωμένη. Δεν άλλαξε τίποτα.
admin-begin-short = Ο νέος κωδικός πρόσβασης είναι πολύ σύντομος. Επιλέξτε μεγαλύτερο.
admin-begin-void-title = Ο σύνδεσμος δεν λειτουργεί
admin-begin-void = Έχει ήδη χρησιμοποιηθεί, έχει λήξει ή έχει δημιουργηθεί νεότερος.
admin-begin-void-next = Ζητήστε νέο από καθολικό διαχειριστή. Στον διακομιστή, ως root, δημιουργείται με:
admin-codes-title = Φυλάξτε αυτούς τους κωδικούς ανάκτησης
admin-codes-lede = Χωρίς την εφαρμογή ελέγχου ταυτότητας, καθένας τους επιτρέπει μία σύνδεση. Εμφανίζονται μόνο σε αυτή τη σελίδα.
admin-codes-go = Συνέχεια στην επισκόπηση

## Your sessions

admin-sessions-lede = { $count ->
    [one] { $count } συνεδρία είναι ανοιχτή.
   *[other] { $count } συνεδρίες είναι ανοιχτές.
}
admin-sessions-codes = Κωδικοί ανάκτησης που απομένουν: { $count }
admin-sessions-this = Αυτή η συνεδρία
admin-sessions-from = Από
admin-sessions-client = Πρόγραμμα περιήγησης
admin-sessions-opened = Σύνδεση
admin-sessions-seen = Τελευταία χρήση
admin-sessions-end = Τερματισμός συνεδρίας

## What pages share

admin-reason = Αιτιολογία
admin-reason-hint = Οι άλλοι διαχειριστές τη βλέπουν στη λίστα και στο αρχείο καταγραφής ελέγχου.
admin-proof-hint = Χρειάζεται ξανά κωδικός επαλήθευσης: ο τελευταίος είναι πολύ παλιός.
admin-proof-wrong = Ο κωδικός επαλήθευσης δεν ταιριάζει ή έχει ήδη χρησιμοποιηθεί. Δεν άλλαξε τίποτα.
admin-cancel = Άκυρο
admin-back-to-list = Κλείσιμο, επιστροφή στη λίστα
admin-search = Αναζήτηση
admin-search-label = Αναζήτηση με όνομα χρήστη
admin-search-hint = Αρκεί ένα μέρος του ονόματος: το rob βρίσκει το rob@contoso.com.
admin-search-clear = Απαλοιφή αναζήτησης
admin-head-user = Χρήστης
admin-head-why = Αιτία
admin-head-since = Από
admin-head-until = Έως
admin-head-action = Ενέργεια
admin-ago = πριν από { $span }
admin-by = Έγινε από: { $actor }
admin-receipts = Πού ισχύει
admin-receipt-done = Έγινε:
admin-receipt-failed = Δεν ισχύει:

## What goes wrong

admin-error-not-found-title = Δεν υπάρχει τίποτα σε αυτή τη διεύθυνση
admin-error-not-found = Ο λογαριασμός ίσως έχει διαγραφεί ή η διεύθυνση γράφτηκε λάθος. Αναζητήστε το όνομα.
admin-error-refused-title = Αυτό δεν έγινε
admin-error-form = Η φόρμα δεν ανήκει σε αυτή τη συνεδρία ή είναι πολύ παλιά. Δεν άλλαξε τίποτα. Ανοίξτε ξανά τη σελίδα.
admin-error-trouble-title = Το Postern δεν μπόρεσε να το κάνει
admin-error-back = Επιστροφή στην επισκόπηση

## In the audit log

event-admin-invited = Πρόσκληση διαχειριστή
event-emergency-link-made = Δημιουργία συνδέσμου έκτακτης ανάγκης από τον root
event-emergency-link-used = Χρήση συνδέσμου έκτακτης ανάγκης
event-code-refused = Σωστός κωδικός πρόσβασης, λάθος κωδικός επαλήθευσης
event-second-factor-set = Ρύθμιση δεύτερου παράγοντα
event-recovery-code-used = Χρήση κωδικού ανάκτησης
event-session-opened = Άνοιγμα συνεδρίας στο κέντρο διαχείρισης
event-session-ended = Τερματισμός συνεδρίας στο κέντρο διαχείρισης
refusal-not-an-admin = Ο λογαριασμός δεν έχει ρόλο στο Postern. Δώστε του πρώτα έναν. Δεν άλλαξε τίποτα.
refusal-no-such-session = Η συνεδρία δεν υπάρχει ή έχει ήδη λήξει. Δεν άλλαξε τίποτα.
cli-done-invited = Πρόσκληση στο κέντρο διαχείρισης: { $account }. Ο σύνδεσμος λειτουργεί μία φορά και είναι μόνο για αυτό το άτομο. Λήξη: { $until }
cli-done-sessions-ended = Τερματισμός συνεδριών στο κέντρο διαχείρισης: { $account }
cli-no-sessions = Κανείς δεν είναι συνδεδεμένος στο κέντρο διαχείρισης.
admin-error-too-large = Μια φόρμα χωρά έως { $max } kB και αυτή ήταν μεγαλύτερη. Δεν άλλαξε τίποτα. Επιστρέψτε και στείλτε λιγότερα κάθε φορά.
