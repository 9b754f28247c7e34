# Η γραμμή εντολών. See the English file for what each message is for.

## Γιατί ο διακομιστής δεν έκανε αυτό που ζητήθηκε

cli-error-no-such-route = Ο διακομιστής δεν γνωρίζει αυτή τη διεύθυνση. Ίσως το πρόγραμμα και ο διακομιστής έχουν διαφορετικές εκδόσεις.
cli-error-method = Ο διακομιστής δεν γνωρίζει αυτή τη μέθοδο εδώ.
cli-error-bad-request = Δεν είναι δυνατή η ανάγνωση του αιτήματος: { $cause }
cli-error-body-too-large = Το αίτημα είναι πολύ μεγάλο.
cli-error-no-such-account = Δεν υπάρχει τέτοιος λογαριασμός.
cli-error-no-such-restriction = Δεν υπάρχει τέτοιος περιορισμός.
cli-error-not-allowed = Οι ρόλοι σας δεν το επιτρέπουν. Δεν άλλαξε τίποτα.
cli-error-name-taken = Το όνομα { $name } ανήκει σε άλλον λογαριασμό. Δεν άλλαξε τίποτα.
cli-error-changed-meanwhile = Στο μεταξύ το άλλαξε κάποιος άλλος. Δεν άλλαξε τίποτα. Ελέγξτε την τρέχουσα κατάσταση και αποφασίστε ξανά.
cli-error-policy = Η τιμή δεν επιτρέπεται: { $cause }
cli-error-busy = Ο διακομιστής έχει πολύ φόρτο και δεν άλλαξε τίποτα. Δοκιμάστε ξανά.
cli-error-internal = Η ενέργεια δεν έγινε και δεν άλλαξε τίποτα. Δοκιμάστε ξανά. Η αιτία βρίσκεται στο αρχείο καταγραφής του διακομιστή με τον αριθμό { $id }

## Γιατί η εντολή δεν έφτασε στον διακομιστή

cli-not-running = Ο διακομιστής δεν εκτελείται, κανείς δεν απαντά στο { $socket }. Ξεκινήστε τον με postern serve.
cli-socket-not-yours = Μόνο ο root και ο χρήστης του διακομιστή μπορούν να χρησιμοποιούν το { $socket }. Δοκιμάστε ξανά με sudo.
cli-no-answer = Ο διακομιστής δεν απαντά στο { $socket }. Η αιτία βρίσκεται στο αρχείο καταγραφής του.
cli-other-server = Στο { $socket } απαντά άλλη έκδοση του Postern. Μετά από αναβάθμιση ξεκινήστε ξανά τον διακομιστή.

## Ποιον αφορά μια εντολή

cli-nobody-matches = Δεν βρέθηκε τίποτα για «{ $text }». Αρκεί ένα μέρος του ονόματος: το rob βρίσκει το rob@contoso.com.
cli-several-match = Στο «{ $text }» αντιστοιχούν πολλοί λογαριασμοί. Δώστε τη διεύθυνση ή το αναγνωριστικό του λογαριασμού.
cli-never-restricted = Η αποστολή δεν έχει περιοριστεί ποτέ για τον λογαριασμό { $account }.
cli-until-not-understood = Το «{ $text }» δεν είναι χρόνος. Γράψτε 2026-11-24T18:00, 2026-11-24 ή χρόνο από τώρα: 90min, 8h, 3d.

## Επικεφαλίδες στηλών

cli-head-account = Λογαριασμός
cli-head-aliases = Ψευδώνυμα
cli-head-attempts = Προσπάθειες πριν
cli-head-bounds = Επιτρέπεται
cli-head-cause = Λόγος
cli-head-code = Κωδικός
cli-head-created = Δημιουργία
cli-head-decision = Απόφαση
cli-head-default = Προεπιλογή
cli-head-details = Λεπτομέρειες
cli-head-ended = Έληξε
cli-head-event = Συμβάν
cli-head-groups = Ομάδες
cli-head-id = Αναγνωριστικό
cli-head-kind = Είδος
cli-head-language = Γλώσσα
cli-head-let-out = Στάλθηκαν
cli-head-name = Όνομα
cli-head-policy = Τιμή πολιτικής
cli-head-reason = Αιτιολογία
cli-head-roles = Ρόλοι
cli-head-rule = Κανόνας
cli-head-since = Από
cli-head-source = Πηγή
cli-head-state = Κατάσταση
cli-head-times = Φορές
cli-head-until = Λήγει
cli-head-value = Τιμή
cli-head-when = Πότε
cli-head-who = Έγινε από
cli-until-released = χωρίς λήξη
cli-more-after = Υπάρχουν και άλλα. Για την επόμενη σελίδα προσθέστε --after { $address }
cli-more-before = Υπάρχουν και άλλα. Για την επόμενη σελίδα προσθέστε --before { $cursor }

## Λίστες

cli-everyone-can-send = Όλοι μπορούν να στέλνουν. Δεν έχει περιοριστεί ή επιβραδυνθεί η αποστολή κανενός λογαριασμού.
cli-everyone-can-sign-in = Όλοι μπορούν να συνδεθούν. Δεν έχει κλειδωθεί ή αποκλειστεί η σύνδεση κανενός λογαριασμού.
cli-nobody-in-list = Δεν βρέθηκε τίποτα σε αυτή τη λίστα για «{ $text }».
cli-gate-only = Τον κωδικό πρόσβασης τον τηρεί άλλο σύστημα. Το Postern γνωρίζει τον λογαριασμό μόνο από την κίνηση.

## Τι έγινε

cli-done-unblocked = Η αποστολή είναι ξανά ανοιχτή για τον λογαριασμό { $account }
cli-done-restricted = Η αποστολή έχει περιοριστεί για τον λογαριασμό { $account }. Τα εισερχόμενα μηνύματα παραδίδονται κανονικά.
cli-done-unlocked = Η σύνδεση ξεκλειδώθηκε για τον λογαριασμό { $account }
cli-done-blocked = Η σύνδεση αποκλείστηκε για τον λογαριασμό { $account }
cli-done-allowed = Η σύνδεση επιτρέπεται ξανά για τον λογαριασμό { $account }
cli-done-created = Ο λογαριασμός δημιουργήθηκε: { $account }, αναγνωριστικό { $id }
cli-done-renamed = Νέα διεύθυνση του λογαριασμού { $account }: { $new }
cli-done-alias-added = Προστέθηκε το ψευδώνυμο { $alias } στον λογαριασμό { $account }
cli-done-alias-removed = Αφαιρέθηκε το ψευδώνυμο { $alias } από τον λογαριασμό { $account }
cli-done-changed = Ο λογαριασμός άλλαξε: { $account }
cli-done-password = Ορίστηκε κωδικός πρόσβασης για τον λογαριασμό { $account }
cli-done-deleted = Ο λογαριασμός διαγράφηκε: { $account }
cli-policy-set = { $name }: { $to }, πριν { $from }
cli-receipt-failed = { $point }: δεν είναι σε ισχύ. Επόμενη προσπάθεια: { $when }. Αιτία: { $message }
cli-receipt-given-up = { $point }: δεν είναι σε ισχύ. Δεν θα γίνει άλλη προσπάθεια. Αιτία: { $message }

## Κωδικοί πρόσβασης και ερωτήσεις

cli-password-ask = Νέος κωδικός πρόσβασης:
cli-password-again = Ο ίδιος ξανά:
cli-passwords-differ = Οι δύο κωδικοί πρόσβασης διαφέρουν. Δεν άλλαξε τίποτα.
cli-password-empty = Ο κωδικός πρόσβασης είναι κενός. Γράψτε τον στην πρώτη γραμμή της τυπικής εισόδου.
cli-password-too-long = Ο κωδικός πρόσβασης είναι μεγαλύτερος από 1024 byte.
cli-delete-ask = Δεν είναι δυνατή η αναίρεση. Για διαγραφή του λογαριασμού γράψτε τη διεύθυνσή του: { $account }
cli-delete-needs-yes = Δεν υπάρχει κανείς να απαντήσει. Για διαγραφή χωρίς ερώτηση προσθέστε --yes.
cli-delete-not = Δεν διαγράφηκε.

## Ένας περιορισμός

cli-restriction-times = Από: { $since }. Έγινε από: { $actor }. Λήγει: { $until }
cli-restriction-ended = Έληξε: { $when }. Έγινε από: { $actor }
cli-restriction-ended-because = Έληξε: { $when }. Έγινε από: { $actor }. Αιτιολογία: { $reason }

## Γιατί

cli-why-head = { $account }, κατάσταση: { $when }
cli-why-sign-in-open = Σύνδεση: ανοιχτή
cli-why-sign-in-partly = Σύνδεση: κλειστή για ορισμένες πηγές, από κανόνα
cli-why-sign-in-closed-by-rule = Σύνδεση: κλειστή από κανόνα
cli-why-sign-in-closed-by-person = Σύνδεση: την έκλεισε άνθρωπος
cli-why-sending-open = Αποστολή: ανοιχτή
cli-why-sending-slowed = Αποστολή: σε επιβράδυνση από κανόνα
cli-why-sending-closed-by-rule = Αποστολή: κλειστή από κανόνα
cli-why-sending-closed-by-person = Αποστολή: την έκλεισε άνθρωπος
cli-why-code = Κωδικός: { $code }
cli-why-cure = Για να ανοίξει η πόρτα: { $command }
cli-why-familiar-sources = Πλήθος γνωστών πηγών: { $count }
cli-why-hour = Παραλήπτες την τελευταία ώρα: { $count }, από αυτούς νέοι: { $new }
cli-why-day = Παραλήπτες τις τελευταίες 24 ώρες: { $count }, από αυτούς νέοι: { $new }
cli-why-recent = Έληξαν πρόσφατα
cli-why-decisions = Πρόσφατες αποφάσεις, πρώτα οι νεότερες
cli-why-receipts = Πού ισχύει

## Η κατάσταση του διακομιστή

cli-health-ok = Το Postern { $version } απαντά και όλα βρίσκονται στη μνήμη
cli-health-loading = Το Postern { $version } απαντά και όλοι οι περιορισμοί ισχύουν. Το ιστορικό διαβάζεται ακόμη.
cli-health-behind = Το Postern { $version } απαντά, αλλά η αποθήκευση καθυστερεί. Η αιτία βρίσκεται στο αρχείο καταγραφής.
cli-observed-sending = Η αποστολή μόνο παρακολουθείται έως { $until }: οι κανόνες δεν περιορίζουν ούτε επιβραδύνουν κανέναν. Για άμεση εφαρμογή: { $command }
cli-observed-sign-in = Η σύνδεση μόνο παρακολουθείται: οι κανόνες δεν απορρίπτουν κανέναν. Ό,τι αποκλείει ένα άτομο παραμένει αποκλεισμένο. Για άμεση εφαρμογή: { $command }
cli-health-accounts = Λογαριασμοί: { $count }
cli-health-restrictions = Περιορισμοί σε ισχύ: { $count }
cli-health-tracked = Λογαριασμοί με μετρητές: { $count }
cli-health-sources = Πηγές με μετρητές: { $count }
cli-health-memory = Μνήμη των μετρητών σε KiB: { $count }
cli-health-unsaved = Αλλαγές που περιμένουν αποθήκευση: { $count }
cli-health-lost = Γραμμές του αρχείου αποφάσεων που χάθηκαν από την εκκίνηση: { $count }

## Οι ρυθμίσεις

cli-config-ok = { $file }: όλα είναι σωστά
cli-config-wrong = Οι ρυθμίσεις δεν χρησιμοποιούνται μέχρι να διορθωθούν όλες οι παραπάνω γραμμές.
cli-config-no-policy = Χωρίς [gates.postfix_policy] το Postfix δεν έχει ποιον να ρωτήσει: τα όρια αποστολής δεν επιβάλλονται.
cli-config-no-milter = Χωρίς το [gates.milter] δεν μετράται η αλληλογραφία που παραδίδουν προγράμματα με το sendmail.
cli-config-no-auth-policy = Χωρίς [gates.auth_policy] το Dovecot δεν έχει ποιον να ρωτήσει: οι δοκιμές κωδικών πρόσβασης δεν εντοπίζονται.
cli-config-no-dovecot = Χωρίς [exports.dovecot] ο αποκλεισμός σύνδεσης δεν ισχύει όσο το Postern είναι σταματημένο.
cli-config-no-postfix = Χωρίς [exports.postfix] ο περιορισμός αποστολής δεν ισχύει όσο το Postern είναι σταματημένο.
cli-config-no-notify = Χωρίς [notify] κανείς δεν ενημερώνεται όταν περιορίζεται ένας λογαριασμός.

## Τα πρώτα βήματα

cli-init-created = Δημιουργήθηκε: { $path }
cli-init-kept = Υπήρχε και δεν άλλαξε: { $path }
cli-init-next = Επόμενα βήματα:
cli-init-observes = Μια νέα εγκατάσταση τις πρώτες 7 ημέρες μόνο παρακολουθεί την αποστολή
cli-init-step-check = Διαβάστε τις ρυθμίσεις, γράψτε τα δικά σας ονόματα και ελέγξτε τες
cli-init-step-serve = Ξεκινήστε τον διακομιστή
cli-init-step-admin = Δώστε στον εαυτό σας ρόλο διαχειριστή
cli-init-step-invite = Όταν ενεργοποιηθεί η ενότητα [web], μπείτε στο κέντρο διαχείρισης
cli-init-step-import = Δείτε μια εισαγωγή των χρηστών που υπάρχουν
cli-init-step-connect = Συνδέστε το Dovecot και το Postfix

## Δοκιμή με δεδομένα ιστορικού

cli-replay-mail = Μηνύματα: { $messages }. Λογαριασμοί: { $accounts }. Μήνες λογαριασμών: { $months }
cli-replay-episodes = Περιορισμοί που θα είχαν γίνει: { $count }, ανά 1000 μήνες λογαριασμών: { $rate }
cli-replay-sign-in = Προσπάθειες: { $attempts }. Λογαριασμοί: { $accounts }. Πηγές: { $sources }
cli-replay-locks = Κλειδώματα: { $count }
cli-replay-refused-successes = Σωστοί κωδικοί πρόσβασης που θα είχαν απορριφθεί: { $count }
cli-replay-more = Με --json υπάρχουν και άλλα: { $count }

## Εισαγωγή χρηστών που υπάρχουν

cli-import-found = Λογαριασμοί στο αρχείο: { $accounts }, με κωδικό πρόσβασης: { $passwords }
cli-import-dry = Δεν άλλαξε τίποτα: αυτή ήταν δοκιμή
cli-import-created = Λογαριασμοί που δημιουργήθηκαν: { $count }
cli-import-problems = Γραμμές που εμποδίζουν την εισαγωγή του αρχείου: { $count }
cli-import-name-taken = Το όνομα { $name } ανήκει σε λογαριασμό που υπάρχει.
cli-import-refused = Ο διακομιστής απορρίπτει αυτόν τον λογαριασμό: { $code }
