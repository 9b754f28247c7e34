# Unlocking one account or many, and how an account stands at the door of signing in.

cli-done-eased = Sign-in is unlocked for { $account }. Until { $until } it takes twice as many failed attempts to lock it again.

## Unlocking many: a line for each, then what was not done

cli-unlock-too-many = At most { $limit } accounts can be unlocked at once. Nothing was changed.
cli-unlock-perhaps-more = Here are the first { $limit } locks. For the accounts after them run the command again.
cli-unlock-needs-yes = Accounts to be unlocked: { $count }. Nobody is there to be asked, and nothing was changed. Look with --dry-run, then add --yes.
cli-unlock-ask = Accounts to be unlocked: { $count }. To go on, write this number:
cli-unlock-not = Nothing was unlocked.
cli-unlock-nobody = No account is locked. Nothing was changed.
cli-unlock-none-named = No account was named on standard input. Nothing was changed.
cli-unlock-would = Would be unlocked: { $account }
cli-unlock-not-locked = Not locked, nothing to do: { $account }
cli-unlock-failed-one = Not unlocked: { $account }. Cause: { $cause }
cli-unlock-failed = Accounts that were not unlocked: { $count }
