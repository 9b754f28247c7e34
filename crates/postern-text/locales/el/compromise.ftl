## The suspicion score: what was seen of an account, put together

reason-compromise-score = Οι βαθμοί υποψίας έφτασαν { $points }. Το όριο είναι { $limit }.
decision-alert-raised = Προειδοποίηση
event-alert-raised = Έκδοση προειδοποίησης

# A score and what it does. Below it stands what it is made of.
score-none = Βαθμοί υποψίας: { $score } από 100. Αυτό δεν έχει συνέπειες.
score-alert = Βαθμοί υποψίας: { $score } από 100. Έχει καταχωριστεί ως προειδοποίηση στο αρχείο καταγραφής ελέγχου. Δεν περιορίζεται τίποτα.
score-slow = Βαθμοί υποψίας: { $score } από 100. Κάθε επόμενος νέος παραλήπτης πρέπει να περιμένει.
score-until-next-day = Βαθμοί υποψίας: { $score } από 100. Σε αυτό το επίπεδο η αποστολή περιορίζεται έως την επόμενη ημέρα.
score-until-released = Βαθμοί υποψίας: { $score } από 100. Σε αυτό το επίπεδο η αποστολή περιορίζεται μέχρι να καταργήσει διαχειριστής τον αποκλεισμό αποστολής.
score-falls = Αν δεν εντοπιστεί τίποτα άλλο, αυτό το επίπεδο λήγει: { $when }
# The line below an observation.
score-signal = Χρόνος: { $when }. Βαθμοί τότε: { $points }, τώρα: { $now }

## What would have made the difference; the line stands below the evidence of a restriction

otherwise-wider-policy = Αυτό δεν θα είχε συμβεί αν μια πολιτική για τον λογαριασμό επέτρεπε περισσότερους παραλήπτες.
otherwise-known-place = Αυτό δεν θα είχε συμβεί αν η σύνδεση στον λογαριασμό είχε γίνει από γνωστή πηγή.
otherwise-without = Αυτό δεν θα είχε συμβεί χωρίς αυτή την παρατήρηση: { $evidence }
otherwise-ends-by-itself = Αυτό θα είχε λήξει από μόνο του την επόμενη ημέρα αν η σύνδεση στον λογαριασμό είχε γίνει από γνωστή πηγή.

## Where the score only reports; $command is what to type

cli-observed-score-slow = Η επιβράδυνση με βάση τους βαθμούς υποψίας μόνο παρακολουθείται. Για άμεση εφαρμογή: { $command }
cli-observed-score-restrict = Ο περιορισμός με βάση τους βαθμούς υποψίας μόνο παρακολουθείται. Τα όρια αποστολής εξακολουθούν να περιορίζουν. Για άμεση εφαρμογή: { $command }

mail-alert-subject = Ύποπτη δραστηριότητα στον λογαριασμό { $account }
mail-alert-first-line = Όσα παρατηρήθηκαν για αυτόν τον λογαριασμό έως { $when } συνιστούν προειδοποίηση.
mail-alert-step-restrict = 3. Αν δεν είναι ο κάτοχος, περιορίστε την αποστολή, γράφοντας αιτιολογία:
mail-alert-once = Για προειδοποιήσεις του ίδιου λογαριασμού στέλνεται το πολύ ένα μήνυμα σε 24 ώρες. Για τον περιορισμό υπάρχει ξεχωριστό μήνυμα.
mail-alerts-more-subject = Ακόμη λογαριασμοί με προειδοποίηση: { $count }
mail-alerts-more-first-line = Σε μία ώρα στέλνονται το πολύ { $limit } μηνύματα για προειδοποιήσεις. Από { $since } υπήρξαν προειδοποιήσεις χωρίς μήνυμα.
mail-alerts-more-count = Λογαριασμοί με προειδοποίηση και χωρίς μήνυμα: { $count }
mail-alerts-more-look = Όλες οι προειδοποιήσεις βρίσκονται στο αρχείο καταγραφής ελέγχου:
