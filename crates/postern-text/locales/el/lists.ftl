## Blocks of sources: restrictions on a network, or on one account from one network

kind-address-block = Η πηγή έχει αποκλειστεί
state-pair-blocked = Δεν είναι δυνατή η σύνδεση στον λογαριασμό { $account } από την πηγή { $network }.
state-pair-blocked-until = Δεν είναι δυνατή η σύνδεση στον λογαριασμό { $account } από την πηγή { $network }. Ο αποκλεισμός λήγει: { $until }

## Why a rule blocked a source

reason-source-points = { $count ->
    [one] Λάθος κωδικοί πρόσβασης από αυτή την πηγή: { $count } βαθμός.
   *[other] Λάθος κωδικοί πρόσβασης από αυτή την πηγή: { $count } βαθμοί.
}
reason-source-enumeration = { $count ->
    [one] Από αυτή την πηγή δοκιμάστηκε { $count } όνομα που δεν ανήκει σε κανέναν λογαριασμό.
   *[other] Από αυτή την πηγή δοκιμάστηκαν { $count } διαφορετικά ονόματα που δεν ανήκουν σε κανέναν λογαριασμό.
}
reason-source-spray = { $count ->
    [one] Από αυτή την πηγή δοκιμάστηκε { $count } λογαριασμός, σχεδόν χωρίς καμία επιτυχία.
   *[other] Από αυτή την πηγή δοκιμάστηκαν { $count } λογαριασμοί, σχεδόν χωρίς καμία επιτυχία.
}
reason-source-attack-name = { $count ->
    [one] Από αυτή την πηγή δοκιμάστηκε όνομα που χρησιμοποιούν μόνο επιτιθέμενοι: { $count } βαθμός.
   *[other] Από αυτή την πηγή δοκιμάστηκε όνομα που χρησιμοποιούν μόνο επιτιθέμενοι: { $count } βαθμοί.
}

## A refused attempt: what the admin reads, never the client

sign-in-refused-pair-blocked = Διαχειριστής έχει αποκλείσει αυτή την πηγή για αυτόν τον λογαριασμό.
sign-in-refused-pair-blocked-until = Διαχειριστής έχει αποκλείσει αυτή την πηγή για αυτόν τον λογαριασμό. Ο αποκλεισμός λήγει: { $until }
sign-in-refused-network-blocked = Διαχειριστής έχει αποκλείσει αυτή την πηγή.
sign-in-refused-network-blocked-until = Διαχειριστής έχει αποκλείσει αυτή την πηγή. Ο αποκλεισμός λήγει: { $until }
sign-in-refused-outside-pins = Ο κωδικός πρόσβασης ήταν σωστός, αλλά για τον λογαριασμό είναι καθορισμένες άλλες πηγές.

## Why a command about sources was refused

refusal-eased-too-long = Το προσωρινό ξεκλείδωμα διαρκεί το πολύ 24 ώρες. Επιλέξτε προγενέστερη λήξη.
refusal-source-not-blocked = Αυτή η πηγή δεν έχει αποκλειστεί, ούτε κάποια διεύθυνση μέσα σε αυτή. Δεν υπάρχει αποκλεισμός για κατάργηση.
refusal-source-not-blocked-over = Η ίδια η πηγή δεν έχει αποκλειστεί. Ο αποκλεισμός αφορά το μεγαλύτερο δίκτυο { $network }. Καταργήστε εκείνον ή επιτρέψτε αυτή την πηγή.
refusal-no-such-entry = Δεν υπάρχει τέτοια καταχώριση για αυτήν ακριβώς την πηγή. Όσες υπάρχουν εμφανίζονται με postern source list.
refusal-entry-exists-allowed = Αυτή η πηγή επιτρέπεται και δεν μπορεί να είναι ταυτόχρονα κοινόχρηστη. Αφαιρέστε πρώτα την καταχώριση: postern source disallow.
refusal-entry-exists-shared = Αυτή η πηγή έχει σημειωθεί ως κοινόχρηστη και δεν μπορεί ταυτόχρονα να επιτρέπεται. Αφαιρέστε πρώτα την καταχώριση: postern source unshare.
refusal-source-is-allowed = Η πηγή { $network } επιτρέπεται, οπότε ένας αποκλεισμός μέσα σε αυτή δεν έχει αποτέλεσμα. Αφαιρέστε πρώτα την καταχώριση: postern source disallow.
refusal-network-too-large = Το δίκτυο είναι πολύ μεγάλο. Το πρόθεμα πρέπει να έχει τουλάχιστον { $limit } bit, όπως /{ $limit }.
refusal-no-clients-there = Η διεύθυνση { $network } δεν ανήκει σε πρόγραμμα-πελάτη, αλλά στον ίδιο τον διακομιστή ή σε κανέναν. Οι προσπάθειες από εκεί μετρούν μόνο για τον λογαριασμό, οπότε ό,τι οριστεί για αυτή την πηγή δεν θα είχε αποτέλεσμα. Αν τα προγράμματα-πελάτες φαίνεται να έρχονται από εκεί, το webmail ή ο διακομιστής μεσολάβησης πρέπει να μεταβιβάζει τις διευθύνσεις τους.
refusal-too-many-entries = Υπάρχουν ήδη όσες καταχωρίσεις και αποκλεισμοί πηγών επιτρέπονται. Καταργήστε πρώτα μερικά από αυτά. Όριο: { $limit }
refusal-too-many-pins = Ένας λογαριασμός δεν μπορεί να έχει περισσότερες καθορισμένες πηγές. Αφαιρέστε πρώτα μία ή καθορίστε ένα μεγαλύτερο δίκτυο. Όριο: { $limit }

## What the audit calls each event: labels in a table, no full stop

event-source-entry-added = Η πηγή επιτράπηκε, σημειώθηκε ως κοινόχρηστη ή καθορίστηκε για λογαριασμό
event-source-entry-removed = Αφαίρεση καταχώρισης πηγής
event-source-entry-expired = Λήξη καταχώρισης πηγής
event-sign-in-eased = Ξεκλείδωμα για περιορισμένο χρόνο

## The command line about sources; $source is a network, an account, or both

entry-allowed = Η πηγή επιτρέπεται
entry-shared = Κοινόχρηστη πηγή
entry-pinned = Καθορισμένη πηγή λογαριασμού
cli-source-blocked = Η πηγή αποκλείστηκε: { $source }
cli-source-unblocked = Ο αποκλεισμός της πηγής καταργήθηκε: { $source }
cli-source-allowed = Η πηγή επιτρέπεται: { $source }
cli-source-disallowed = Η πηγή δεν επιτρέπεται πλέον: { $source }
cli-source-shared = Η πηγή σημειώθηκε ως κοινόχρηστη: { $source }
cli-source-unshared = Η πηγή δεν είναι πλέον κοινόχρηστη: { $source }
cli-source-pinned = Η πηγή καθορίστηκε για τον λογαριασμό: { $source }
cli-source-unpinned = Η πηγή δεν είναι πλέον καθορισμένη για τον λογαριασμό: { $source }
cli-source-blocks-ended = Αποκλεισμοί που καταργήθηκαν: { $count }
cli-sources-none = Καμία τέτοια πηγή δεν έχει αποκλειστεί, επιτραπεί, σημειωθεί ως κοινόχρηστη ή καθοριστεί για λογαριασμό.
cli-source-score = Βαθμοί για { $network }: { $count }. Όριο αποκλεισμού: { $limit }
cli-source-no-score = Δεν έχουν καταγραφεί λάθος κωδικοί πρόσβασης από εδώ.
cli-source-known-by = Λογαριασμοί για τους οποίους αυτή η πηγή είναι γνωστή: { $count }

## What an attempt would be answered: one line for each step, a label and what it says

cli-from-allowed = Λογαριασμός { $account } από τη διεύθυνση { $address }: ο κωδικός πρόσβασης θα ελεγχόταν.
cli-from-refused = Λογαριασμός { $account } από τη διεύθυνση { $address }: η προσπάθεια θα απορριπτόταν πριν από τον έλεγχο του κωδικού πρόσβασης.
cli-from-observed = Λογαριασμός { $account } από τη διεύθυνση { $address }: ο κωδικός πρόσβασης θα ελεγχόταν. Ένας κανόνας θα απέρριπτε την προσπάθεια, αλλά μόνο παρακολουθείται.
cli-from-no-client = Η διεύθυνση { $address } δεν ανήκει σε πρόγραμμα-πελάτη, αλλά στον ίδιο τον διακομιστή ή σε κανέναν. Οι προσπάθειες από εκεί μετρούν μόνο για τον λογαριασμό, ποτέ για πηγή.
cli-from-outside-pins = Η πηγή αυτή δεν είναι καθορισμένη για τον λογαριασμό { $account }. Ακόμη και με τον σωστό κωδικό πρόσβασης, η σύνδεση από εκεί απορρίπτεται και η αποστολή περιορίζεται.
step-account-block = Αποκλεισμός λογαριασμού από διαχειριστή
step-entry = Επιτρεπόμενη ή κοινόχρηστη πηγή
step-pair-block = Πηγή αποκλεισμένη για αυτόν τον λογαριασμό
step-network-block = Πηγή αποκλεισμένη από διαχειριστή
step-source-block = Πηγή αποκλεισμένη από κανόνα
step-lane = Κλείδωμα σύνδεσης
step-room = Ταυτόχρονες προσπάθειες
outcome-nothing = όχι
outcome-not-reached = δεν εξετάζεται πλέον
outcome-spared = δεν ισχύει για αυτή την προσπάθεια. { $block }
outcome-observed = θα απέρριπτε, αλλά μόνο παρακολουθείται. { $refusal }
outcome-open-unfamiliar = ανοιχτό, υπολογίζεται ως άγνωστη πηγή
outcome-open-familiar = ανοιχτό, υπολογίζεται ως γνωστή πηγή
