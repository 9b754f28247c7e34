# Πλήκτρα στο κέντρο διαχείρισης. See the English file for what each message is for.
keys-title = Πλήκτρα
keys-lede = Αυτά τα πλήκτρα λειτουργούν σε όλες τις σελίδες, όσο δεν πληκτρολογείτε.
keys-off-now = Τα πλήκτρα είναι απενεργοποιημένα.
keys-key = Πλήκτρο
keys-does = Τι κάνει
keys-search = Μετάβαση στην αναζήτηση
keys-next = Επόμενη γραμμή
keys-previous = Προηγούμενη γραμμή
keys-tick = Επιλογή γραμμής
keys-back = Επιστροφή στη λίστα
keys-help = Αυτή η σελίδα
keys-switch-off = Απενεργοποίηση πλήκτρων
keys-switch-on = Ενεργοποίηση πλήκτρων
