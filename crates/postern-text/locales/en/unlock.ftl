# Unlocking one account or many, and how an account stands at the door of signing in.

cli-done-eased = Sign-in is unlocked for { $account }. Until { $until } it takes twice as many failed attempts to lock it again.
