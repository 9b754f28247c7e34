# Το αρχείο καταγραφής ελέγχου ως σελίδα. See the English file for what each message is for.

## The page

admin-nav-head-happened = Τι συνέβη
audit-lede = Τι άλλαξαν άτομα, προγράμματα, κανόνες και ο χρόνος, τα νεότερα πρώτα.
audit-filter = Φιλτράρισμα
audit-filter-clear = Απαλοιφή φίλτρου
audit-none = Τίποτα στο αρχείο καταγραφής ελέγχου δεν ταιριάζει.
audit-by-anyone = Οποιοσδήποτε
audit-by-people = Άτομα και προγράμματα
audit-actor = Όνομα χρήστη, root ή πρόγραμμα
audit-event-any = Όλα τα συμβάντα
audit-from = Από ημέρα
audit-to = Έως ημέρα
audit-no-account = Κανένας λογαριασμός δεν λέγεται «{ $name }». Ο αριθμός ενός διαγραμμένου λογαριασμού βρίσκει τις γραμμές του.
audit-no-day = Γράψτε την ημέρα ως έτος, μήνα και ημέρα: 2026-11-21.
audit-all = Όλα στο αρχείο καταγραφής ελέγχου

## Labels of what a row says beside its event

audit-address = Διεύθυνση
audit-aliases = Άλλες διευθύνσεις
audit-value = Τιμή πολιτικής
audit-language = Γλώσσα
audit-roles = Ρόλοι
audit-groups = Ομάδες
audit-alias = Ψευδώνυμο
audit-before = Πριν
audit-after = Τώρα
audit-on = Ισχύει για
audit-tried = Λογαριασμοί που δοκιμάστηκαν
audit-counted = Μετρήθηκαν
audit-limit = Όριο
audit-messages = Μηνύματα
audit-contacts = Επαφές
audit-codes-left = Κωδικοί ανάκτησης που απομένουν
audit-scopes = Δικαιώματα
audit-id = Αριθμός
audit-link = Σύνδεσμος
audit-link-sets-up = ρυθμίζει τη σύνδεση
audit-link-signs-in = συνδέει χωρίς κωδικό πρόσβασης και κωδικό επαλήθευσης
audit-signed-out = Αποσύνδεση
audit-ended-by-person = Τερματισμός από τη λίστα
audit-too-many-sessions = Πάρα πολλές συνεδρίες
audit-secret-changed = Αλλαγή κωδικού πρόσβασης ή δεύτερου παράγοντα
audit-vouched = Κάποιος εγγυάται για αυτήν: γίνεται γνωστή με την πρώτη σύνδεση από εκεί
