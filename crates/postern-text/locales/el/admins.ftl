# Διαχειριστές, ρόλοι και συνεδρίες τους, και διακριτικά πρόσβασης προγραμμάτων. See the English file for what each message is for.
admin-nav-admins = Διαχειριστές και ρόλοι
admin-nav-tokens = Διακριτικά πρόσβασης API
admins-lede = { $count ->
    [one] { $count } λογαριασμός έχει ρόλο στο Postern.
   *[other] { $count } λογαριασμοί έχουν ρόλο στο Postern.
}
admins-roles = Ρόλοι
admins-domains = Μόνο για αυτούς τους τομείς
admins-domains-hint = Για παράδειγμα contoso.example· χωρίστε τους τομείς με κενό. Κενό πεδίο: όλοι οι τομείς.
admins-only-for = μόνο για: { $domains }
admins-factor = Δεύτερος παράγοντας
admins-factor-no = μη ρυθμισμένος
admins-sessions = Ανοιχτές συνεδρίες
admins-change = Αλλαγή ρόλων
admins-change-title = Αλλαγή ρόλων του λογαριασμού { $account }
admins-change-done = Οι ρόλοι του λογαριασμού { $account } άλλαξαν.
admins-invite = Πρόσκληση
admins-invite-title = Πρόσκληση του λογαριασμού { $account } στο κέντρο διαχείρισης;
admins-invite-lede = Δημιουργείται σύνδεσμος για τη ρύθμιση δεύτερου παράγοντα. Παλαιότερος σύνδεσμος παύει να ισχύει. Μέχρι τότε λειτουργεί ο τωρινός παράγοντας.
admins-invite-link = Ο σύνδεσμος, μόνο για αυτό το άτομο. Εμφανίζεται μόνο τώρα:
admins-end = Τερματισμός συνεδριών
admins-end-title = Τερματισμός όλων των συνεδριών του λογαριασμού { $account };
tokens-lede = Τα προγράμματα δείχνουν ένα διακριτικό όταν ρωτούν μέσω HTTP.
tokens-new = Νέο διακριτικό
tokens-name = Πρόγραμμα
tokens-ends = Λήξη
tokens-scope-sign-in = Έλεγχος συνδέσεων, για webmail, VPN ή πύλη
tokens-scope-role = Χρήση του API με τον ρόλο «{ $role }»
tokens-add = Δημιουργία διακριτικού
tokens-text = Το διακριτικό. Εμφανίζεται μόνο τώρα:
tokens-revoke = Ανάκληση
tokens-revoke-title = Ανάκληση του διακριτικού του { $name };
tokens-revoked = Το διακριτικό του { $name } ανακλήθηκε. Τίποτα δεν ξεκινά πια με αυτό.
tokens-made = Το διακριτικό του { $name } δημιουργήθηκε.
