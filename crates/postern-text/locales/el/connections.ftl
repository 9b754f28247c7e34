# Συνδεδεμένα συστήματα: ποιος ρωτά το Postern, πού γράφει, τι διαβάζει και τι χρειάζονται οι διακομιστές αλληλογραφίας. See the English file for what each message is for.
admin-nav-connections = Συνδεδεμένα συστήματα
connections-lede-ok = Τίποτα από όσα έχουν ρυθμιστεί δεν αποτυγχάνει.
connections-lede-bad = { $count ->
    [one] { $count } συνδεδεμένο σύστημα χρειάζεται έλεγχο.
   *[other] { $count } συνδεδεμένα συστήματα χρειάζονται έλεγχο.
}
connections-trouble = Όσα γράφει το Postern δεν φτάνουν
connections-asks = Σημεία ελέγχου: εκεί όπου οι διακομιστές αλληλογραφίας ρωτούν το Postern
connections-head-gate = Σημείο ελέγχου
connections-head-listen = Διεύθυνση ή αρχείο
connections-head-asked = Τελευταία ερώτηση
connections-gate-auth-policy = Dovecot, σε κάθε σύνδεση
connections-gate-postfix-policy = Postfix, σε κάθε παραλήπτη
connections-gate-milter = Postfix, με κάθε ολόκληρο μήνυμα
connections-gate-mail-log = Αρχείο καταγραφής του Postfix
connections-proxied = { $listen }, πίσω από διακομιστή μεσολάβησης
connections-never = Κανείς από την εκκίνηση στις { $since }
connections-never-told = Τίποτα από την εκκίνηση στις { $since }
connections-not-set-up = Δεν έχει ρυθμιστεί
connections-writes = Πού γράφει το Postern
connections-head-place = Σημείο
connections-head-last = Τελευταία επιβεβαίωση
connections-head-waiting = Σε αναμονή
connections-no-receipt = Τελευταία δεν χρειάστηκε να γραφτεί τίποτα
connections-start-done = Γράφτηκε ολόκληρο κατά την εκκίνηση, { $when }
connections-start-failed = Δεν γράφτηκε κατά την εκκίνηση, { $when }. Αιτία: { $message }
connections-last-done = Πριν από αυτό σε ισχύ: { $when }
connections-reads = Τι διαβάζει το Postern
connections-places-none = Χωρίς το [geo] δεν φαίνεται από ποια χώρα έγινε μια σύνδεση.
connections-log-none = Χωρίς το [gates.mail_log] το Postern δεν μαθαίνει πώς δέχτηκαν άλλοι διακομιστές την αλληλογραφία.
connections-breached = Λίστα κωδικών πρόσβασης που διέρρευσαν: { $path }
connections-breached-none = Χωρίς το passwords.breached_file απορρίπτεται μόνο η ενσωματωμένη λίστα συνηθισμένων κωδικών πρόσβασης.
connections-addresses = Διευθύνσεις των προγραμμάτων-πελατών
connections-addresses-ok = Την τελευταία ημέρα δεν υπήρξε πρόβλημα με αυτές.
connections-snippets = Για το Dovecot και το Postfix
connections-snippets-lede = Κείμενο για επικόλληση, με τις διευθύνσεις και τις διαδρομές αυτού του διακομιστή. Τα υπόλοιπα βήματα βρίσκονται στο docs/operate.
connections-snippet-key = Στη θέση του change-this-key μπαίνει το κλειδί του gates.auth_policy.api_key. Στη θέση του change-this-nonce μπαίνει ένα δικό σας μυστικό κείμενο που δεν αλλάζει ποτέ.
cli-health-asked = { $gate }: τελευταία ερώτηση { $when }
cli-health-never-asked = { $gate }: κανείς δεν ρώτησε από την εκκίνηση
cli-health-point-waits = { $point }: δεν είναι σε ισχύ. Αλλαγές σε αναμονή: { $count }. Αιτία: { $message }
