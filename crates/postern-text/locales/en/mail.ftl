# Mail to admins. Plain text; the subject stands alone in a list, the first line alone in a preview.

## Sending was restricted

# At most 60 characters with a usual address; the account's name first.
mail-restricted-subject = { $account } can't send mail
mail-restricted-first-line = Sending was restricted on { $when }. Incoming mail still arrives.
mail-restricted-account = Account: { $account }
mail-restricted-account-named = Account: { $account } ({ $name })
mail-restricted-cause = Cause: { $reason }
mail-restricted-until = Until: { $until }
mail-restricted-until-released = Until: an admin unblocks sending
# A new line of its own; $code is what the sender was shown.
mail-restricted-code = Code: { $code }
mail-restricted-evidence = Evidence
mail-restricted-no-evidence = There is no evidence of compromise so far, only the volume.
mail-restricted-what-to-do = What to do
mail-restricted-step-look = 1. See what was decided and why:
mail-restricted-step-reset = 2. If someone else may know the password, reset it first. Whoever has the old one can start sending again.
mail-restricted-step-unblock = 3. Unblock sending, with your reason:
mail-restricted-zone = All times are shown in { $zone }.

## Somebody acted on a global admin

mail-admin-acted-subject = { $account } was changed by another admin
mail-admin-acted-first-line = Someone changed the account of a global admin on { $when }.
mail-admin-acted-by = By: { $actor }
mail-admin-acted-what = What: { $what }
mail-admin-acted-why = Reason given: { $note }
mail-admin-acted-told = Every global admin gets this mail whenever someone else changes one of them or gives someone the role.
mail-admin-acted-step-look = 1. See what else was changed lately:
mail-admin-acted-step-ask = 2. Ask the person named above, but not by mail, whether it was them.
mail-admin-acted-step-block = 3. If it wasn't, block their sign-in, with your reason:
