# Η γραμμή εντολών και ένας διακομιστής αλλού. See the English file for what each message is for.

cli-remote-address = Το { $server } δεν είναι διεύθυνση διακομιστή. Γράψτε την όπως https://mail.contoso.example.
cli-remote-plain = Με http:// ένα διακριτικό πρόσβασης μπορεί να διαβαστεί στη διαδρομή. Γράψτε https:// αντί για { $server }.
cli-remote-no-token = Ο διακομιστής χρειάζεται διακριτικό πρόσβασης. Δώστε το αρχείο του με --token-file. Η εντολή postern token add το δημιουργεί στον διακομιστή.
cli-remote-file = Δεν είναι δυνατή η ανάγνωση του { $path }: { $cause }
cli-remote-empty-token = Το { $path } δεν περιέχει διακριτικό πρόσβασης. Έχει μία γραμμή που αρχίζει με postern_.
cli-remote-no-certificate = Το { $path } δεν περιέχει πιστοποιητικό. Πρέπει να είναι αρχείο PEM.
cli-remote-no-roots = Το σύστημα δεν έχει κατάλογο αρχών πιστοποίησης. Δώστε --ca-file με αρχείο PEM εκείνων που εμπιστεύεστε.
cli-remote-unreachable = Ο διακομιστής { $server } δεν απαντά: { $cause }
cli-remote-certificate = Ο διακομιστής { $server } δεν μπορεί να αποδείξει ποιος είναι, οπότε δεν στάλθηκε τίποτα. Αιτία: { $cause }
