# Requests for help: an owner who gets no further by himself asks the help desk. Portal pages are read by somebody who cannot work.

## The portal

help-ask-title = Ζητήστε βοήθεια από την υπηρεσία υποστήριξης
help-ask-lede = Η υπηρεσία υποστήριξης μαθαίνει ότι χρειάζεστε βοήθεια με αυτόν τον λογαριασμό. Τίποτε άλλο δεν γίνεται σε αυτόν. Θα ελέγξει ποιος είστε.
help-ask-message = Πώς μπορεί να επικοινωνήσει μαζί σας;
help-ask-message-hint = Για παράδειγμα, ένα τηλέφωνο και πότε είστε διαθέσιμοι. Μη γράψετε ποτέ εδώ κωδικό πρόσβασης.
help-ask-button = Ζητήστε βοήθεια
help-ask-asked = Αν υπάρχει τέτοιος λογαριασμός, η υπηρεσία υποστήριξης ενημερώθηκε. Νέο αίτημα δεν αλλάζει τίποτα μέχρι να απαντήσει.
help-ask-told = Η υπηρεσία υποστήριξης ενημερώθηκε.
help-ask-already = Έχετε ήδη ρωτήσει για αυτό. Η υπηρεσία υποστήριξης έχει το αίτημα και δεν έχει απαντήσει ακόμη.
help-ask-topic = Τι αφορά;
# The heading over the site's own contact details.
help-contact = Η υπηρεσία υποστήριξής σας

## What it is about

help-topic-sign-in = Η σύνδεση δεν γίνεται
help-topic-sending = Η αποστολή αλληλογραφίας δεν γίνεται
help-topic-suspicious = Κάτι δεν φαίνεται σωστό

## For admins

help-requests-title = Αιτήματα βοήθειας
help-requests-lede = Εδώ ρωτούν κάτοχοι που δεν μπορούν να προχωρήσουν μόνοι τους. Ένα αίτημα δεν ανοίγει τίποτα. Πριν αλλάξετε κάτι, ελέγξτε ποιος ρωτά.
help-requests-none = Κανείς δεν περιμένει απάντηση.
help-requests-asks = Ο λογαριασμός { $account } ζητά βοήθεια
help-requests-proved = Έχει αποδείξει ότι είναι ο κάτοχος
help-requests-unproved = Δεν έχει αποδείξει ότι είναι ο κάτοχος: ρωτά όποιος ξέρει τη διεύθυνση
help-requests-open = Περιμένει απάντηση
help-requests-answered = Απαντήθηκε ({ $when }) από: { $actor }. { $note }
help-requests-answer = Σήμανση ως απαντημένου
help-requests-answer-lede = Γράψτε παρακάτω τι κάνατε. Το Postern δεν ενημερώνει τον κάτοχο.
help-requests-done = Το αίτημα σημάνθηκε ως απαντημένο.
help-requests-head-request = Αίτημα
help-requests-head-asked = Υποβλήθηκε
help-requests-head-account = Λογαριασμός
help-requests-head-topic = Αφορά
help-requests-head-who = Ποιος
help-requests-head-from = Από
help-requests-head-message = Μήνυμα

refusal-help-no-such-request = Δεν υπάρχει τέτοιο αίτημα βοήθειας για αυτόν τον λογαριασμό. Μπορεί να είναι παλιό: τα απαντημένα κρατιούνται 30 ημέρες. Δεν άλλαξε τίποτα.
refusal-help-already-answered = Κάποιος έχει ήδη απαντήσει σε αυτό το αίτημα. Δεν άλλαξε τίποτα.

event-help-asked = Ζητήθηκε βοήθεια
event-help-answered = Απαντήθηκε αίτημα βοήθειας
actor-visitor = κάποιος χωρίς σύνδεση

## Mail to the help desk

mail-help-subject = Ο λογαριασμός { $account } ζητά βοήθεια
mail-help-first-line = Ήρθε αίτημα βοήθειας ({ $when }). Δεν ανοίγει τίποτα.
mail-help-topic = Αφορά: { $topic }
mail-help-source = Από: { $source }
mail-help-message = Μήνυμα: { $message }
mail-help-step-check = 1. Ελέγξτε ποιος ρωτά, με τρόπο που ήδη γνωρίζετε και όχι απαντώντας σε αυτό το μήνυμα.
mail-help-step-look = 2. Δείτε την κατάσταση του λογαριασμού και τον λόγο:
mail-help-step-answer = 3. Όταν τελειώσετε, σημάνετε το αίτημα ως απαντημένο:
