# Mail to the owner of an account, at alternate addresses: plain text and HTML are made of the same sentences.

letter-link-typed = Opening the page changes nothing. Or type:
letter-never-asks = Nobody asks you for a password, a code or this mail, on the phone or by mail.
letter-why-you = You get this mail because this address is registered for account { $account }.
letter-until = The link works once, until { $until }.
letter-check-subject = Confirm this address for account { $account }
letter-check-lede = This address is to become an alternate address of account { $account }: codes and links for getting back in would come here, and news of changes.
letter-check-button = Confirm address
letter-check-not-you = You know nothing of this account? Then do nothing: without the confirmation nothing else is sent here.
letter-password-subject = Choose a new password for account { $account }
letter-password-lede = An administrator asks you to choose a new password for account { $account }. Nobody but you sees it.
letter-password-button = Choose a password
letter-password-old = The present password works until you have chosen a new one.
letter-password-not-you = You did not expect this? Ask your administrator, but do not answer this mail.
letter-code-subject = { $code } is your code
letter-code-lede = The code works once, until { $until }, for account { $account }, which named this address.
letter-code-not-you = You did not ask for it? Then somebody else knows the name of your account. Without the code that helps nobody.
letter-change-subject = Account { $account } was changed
letter-change-subject-password = The password of account { $account } was changed
letter-change-when = { $what } ({ $when })
letter-change-named = { $what }: { $name } ({ $when })
letter-change-by-admin = An administrator did it, or a program of your organisation.
letter-change-fine = If that was you, or you know of it, there is nothing to do.
letter-change-not-you = If not, say so. Then what is signed in is signed out, sending from the account stops, and the administrators are told.
letter-not-me = This wasn’t me
