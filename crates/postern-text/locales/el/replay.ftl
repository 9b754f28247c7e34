# Αναπαραγωγή ενός αρχείου καταγραφής. See the English file for what each message is for.

cli-replay-stopped-sources = Πηγές που θα είχαν ανακοπεί: { $count }
cli-head-refused = Απορρίφθηκαν
cli-head-failures-before = Αποτυχίες πριν
cli-head-sign-ins-before = Συνδέσεις πριν

## Several policies side by side

cli-replay-measure = Μέγεθος
cli-replay-episodes-row = Περιορισμοί που θα είχαν γίνει
cli-replay-rate-row = Ανά 1000 μήνες λογαριασμών
cli-replay-restricted-accounts-row = Λογαριασμοί με περιορισμό
cli-replay-slowed-hours-row = Ώρες αποστολής που θα είχαν επιβραδυνθεί
cli-replay-slowed-accounts-row = Λογαριασμοί με επιβράδυνση
cli-replay-refused-row = Μηνύματα που απορρίφθηκαν
cli-replay-let-out-row = Παραλήπτες πριν από τους περιορισμούς
cli-replay-longest-delay-row = Μεγαλύτερη καθυστέρηση ενός μηνύματος, δευτερόλεπτα
cli-replay-first-row = Πρώτος περιορισμός
cli-replay-touched = Λογαριασμοί που θα είχε επηρεάσει η { $policy }: { $count }
cli-head-messages = Μηνύματα
cli-head-slowed-hours = Ώρες με επιβράδυνση
cli-head-restrictions = Περιορισμοί
cli-head-first-restriction = Πρώτος περιορισμός

## The curve of a log

cli-replay-plot-title = Ώρες αποστολής ανά πλήθος νέων παραληπτών
cli-replay-plot-x = Νέοι παραλήπτες ανά ώρα (πάνω από)
cli-replay-plot-y = Ώρες, όλοι οι λογαριασμοί μαζί
cli-replay-plot-above = νέοι παραλήπτες ανά ώρα: πάνω από { $count }
cli-replay-plot-slow = { $policy }: επιβραδύνει
cli-replay-plot-restrict = { $policy }: περιορίζει
cli-replay-plot-written = Το διάγραμμα βρίσκεται στο { $path }

## Runs of spam put into a log

cli-replay-injected = Μαζικές αποστολές ανεπιθύμητων που μπήκαν στο αρχείο, { $policy }, δοκιμές για καθεμία: { $count }
cli-head-run = Αποστολή
cli-head-found = Εντοπίστηκαν
cli-head-let-out-median = Στάλθηκαν (διάμεσος)
cli-head-let-out-worst = Στάλθηκαν (χειρότερη)
cli-head-slowed = Από αυτά με καθυστέρηση
cli-head-until-restricted = Έως τον περιορισμό
cli-replay-run-strangers = Άγνωστοι: μηνύματα την ώρα: { $rate }, παραλήπτες του καθενός: { $each }
cli-replay-run-contacts = Δικές του επαφές: μηνύματα την ώρα: { $rate }, παραλήπτες του καθενός: { $each }
cli-replay-run-contacts-unfamiliar = Δικές του επαφές, από νέο μέρος: μηνύματα την ώρα: { $rate }, παραλήπτες του καθενός: { $each }
cli-replay-spammer-parallel = { $run }, χωρίς αναμονή απαντήσεων

## Postfix's log

cli-replay-log-read = Γραμμές: { $lines }. Μηνύματα συνδεδεμένων: { $messages }. Μηνύματα χωρίς σύνδεση: { $without }
cli-replay-log-skipped = Γραμμές που δεν έγραψε το Postfix ή δεν διαβάζονται: { $count }
cli-replay-log-incomplete = Μηνύματα των οποίων οι παραλήπτες δεν υπάρχουν σε αυτά τα αρχεία: { $count }
cli-replay-log-learned = Μηνύματα πριν από { $time } που δίδαξαν μόνο ποιος είναι γνωστός: { $count }

## postern policy try

cli-try-nothing = Ορίστε τι θα δοκιμαστεί: ένα αρχείο πολιτικής, --preset ή --set NAME=VALUE.
cli-try-no-log = Δεν υπάρχει αρχείο καταγραφής αλληλογραφίας για εξέταση: ορίστε ένα με --log ή αφήστε το Postern να το διαβάζει ([gates.mail_log], docs/operate/mail-log.md).
