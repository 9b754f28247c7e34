## Πώς έγινε δεκτή η αλληλογραφία προς τα έξω, σύμφωνα με το αρχείο καταγραφής

cli-why-deliveries = Εκτός οργανισμού, τελευταίες 24 ώρες: παραδόθηκαν { $delivered }, δεν υπάρχει η διεύθυνση { $missing }, απορρίφθηκαν ως ανεπιθύμητα { $spam }, απορρίφθηκαν για άλλο λόγο { $refused }, αναβλήθηκαν { $later }
cli-health-mail-log-read = Αρχείο καταγραφής αλληλογραφίας: διαβάζεται συνεχώς
cli-health-mail-log-unreadable = Αρχείο καταγραφής αλληλογραφίας: δεν μπορεί να διαβαστεί, οπότε δεν μετρώνται τα αποτελέσματα παράδοσης. Η αιτία βρίσκεται στο αρχείο καταγραφής του Postern.

## postern report-in

cli-report-none = { $message }: δεν είναι αναφορά επιστροφής ή παραπόνου. Δεν άλλαξε τίποτα.
cli-report-counted = { $message }: αφορά αλληλογραφία του { $account } και μετρήθηκε.
cli-report-nothing-new = { $message }: αφορά αλληλογραφία του { $account }, τίποτα νέο.
cli-report-no-message = { $message }: δεν αφορά αλληλογραφία που είδε το Postern τις τελευταίες ημέρες. Δεν άλλαξε τίποτα.
cli-report-not-trusted = { $message }: παράπονο που δεν προέρχεται από αξιόπιστη πηγή αναφορών. Δεν άλλαξε τίποτα.
cli-report-no-maildir = Ο φάκελος { $folder } δεν είναι Maildir: λείπουν οι φάκελοι new και cur.

## postern user learn-contacts

event-contacts-learned = Έγινε εκμάθηση επαφών
cli-contacts-learned = Λογαριασμοί: { $accounts }. Επαφές που μαθεύτηκαν: { $contacts }
cli-contacts-bursts = Ώρες κατά τις οποίες ένας λογαριασμός έγραψε σε περισσότερους νέους παραλήπτες από το όριο και δεν δίδαξαν τίποτα: { $count }
cli-contacts-unknown = Το { $login } δεν είναι όνομα σύνδεσης κανενός εδώ: δεν μαθεύτηκε τίποτα.
