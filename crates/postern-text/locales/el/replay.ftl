# Αναπαραγωγή ενός αρχείου καταγραφής. See the English file for what each message is for.

cli-replay-stopped-sources = Πηγές που θα είχαν ανακοπεί: { $count }
cli-head-refused = Απορρίφθηκαν
cli-head-failures-before = Αποτυχίες πριν
cli-head-sign-ins-before = Συνδέσεις πριν
