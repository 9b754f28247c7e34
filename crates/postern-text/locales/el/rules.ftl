# Σύνδεση. See the English file for what each message is for.

reason-locked-too-often-unfamiliar = { $count ->
    [one] Η σύνδεση από άγνωστες πηγές κλειδώθηκε { $count } φορά μέσα σε 24 ώρες.
   *[other] Η σύνδεση από άγνωστες πηγές κλειδώθηκε { $count } φορές μέσα σε 24 ώρες.
}
reason-locked-too-often-familiar = { $count ->
    [one] Η σύνδεση από γνωστές πηγές κλειδώθηκε { $count } φορά μέσα σε 24 ώρες.
   *[other] Η σύνδεση από γνωστές πηγές κλειδώθηκε { $count } φορές μέσα σε 24 ώρες.
}
evidence-success-during-spray = Η σύνδεση από άγνωστη πηγή πέτυχε ενώ δοκιμάζονταν πολλοί λογαριασμοί.
evidence-old-password-from-strange-place = Παλιός κωδικός πρόσβασης του λογαριασμού δοκιμάστηκε από πηγή που δεν έχει χρησιμοποιήσει ποτέ αυτός ο λογαριασμός.
