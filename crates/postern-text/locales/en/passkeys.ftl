### Passkeys, and what else an admin signs in with

## At the door

passkey-in-button = Sign in with a passkey
passkey-in-or = Or with user name, password and code
passkey-in-instead = Passkey instead of a code
passkey-ask-title = Show your passkey
passkey-ask-lede = Your browser asks for a passkey for this site. Follow what it says.
passkey-ask-again = Ask again
passkey-ask-cancelled = No passkey was shown, and nothing has happened. Ask again, or sign in with password and code.
passkey-ask-other = Sign in with password and code
passkey-script = Passkeys need JavaScript, which is switched off in this browser.
# The same for everybody who does not get in by passkey alone.
passkey-in-no = The passkey does not match, five minutes have passed, or sign-in is locked. Try again, or sign in with password and code.
# The same for everybody who does not get in by password and passkey.
passkey-in-no-after-password = User name, password or passkey does not match, five minutes have passed, or sign-in is locked.

## Before something dangerous

passkey-proof-button = Confirm with a passkey
passkey-proof-hint = The last confirmation that it is you is too old.
passkey-proof-cancelled = No passkey was shown, and nothing was changed. Press the button again, or show a code.
passkey-proof-wrong = The passkey does not match, or five minutes have passed. Nothing was changed.
# A command follows. Of an account that has neither app, nor passkey, nor recovery code.
passkey-proof-nothing = Confirm that it is you: account { $account } has nothing to do it with. Enter by a new link, and add a passkey within its first hour. On the server, as root, the link is made with:

## The admin's own page

factors-nav = Your ways to sign in
factors-lede = What lets you into the admin centre, and confirms that it is you before something dangerous.
# On the page of whoever came in by root's link and has nothing else.
factors-none = This account has no passkey and no authenticator app: without a new link nobody could sign in with it again. Add a passkey now. In one hour nothing could confirm that it is you.
factors-passkeys = Passkeys
factors-passkeys-none = None yet. A passkey on your phone, computer or security key signs you in without password and code, and on no other site.
factors-passkey = Passkey
factors-added = Added
factors-never = not yet
factors-add = Add a passkey
factors-name = Name
factors-name-hint = by which you know it again, such as “laptop” or “key on the key ring”
factors-make = Create the passkey
factors-make-lede = Your browser asks where the passkey “{ $name }” is to be kept. Follow what it says.
factors-make-cancelled = No passkey was created, and nothing was changed. Try again.
factors-make-known = This device already has a passkey of yours for this site. Nothing was changed.
factors-made = Passkey “{ $name }” added. It signs you in from now on.
factors-remove = Remove
factors-remove-title = Remove the passkey “{ $name }”?
factors-remove-lede = It signs nobody in any more, and your other sessions end. Delete it on the device as well.
factors-removed = Passkey “{ $name }” removed.
factors-app = Authenticator app
# Of the app: languages with genders differ from the second factor.
factors-app-yes = set up
factors-app-no = not set up
factors-codes = Recovery codes
factors-codes-new = Make new recovery codes
factors-codes-title = Make new recovery codes?
factors-codes-lede = The ones from before no longer work.
# In the list of admins.
factors-count-app = app
factors-count-passkeys = { $count ->
    [one] { $count } passkey
   *[other] { $count } passkeys
}

## The invitation

begin-passkey = Set up a passkey instead
begin-passkey-hint = The password is asked for as well. The app is not needed.
begin-passkey-name = First passkey
begin-done-title = Your sign-in is set up
begin-done = This link was used in this browser a moment ago. Sign in with what you set up.
begin-done-codes = If you did not see the recovery codes, make new ones under “Your ways to sign in”.

## What is refused

refusal-no-such-passkey = The account has no such passkey. It may have been removed already.
refusal-last-way-in = This passkey is the only way in for you. Add another one first, then remove it. Nothing was changed.
refusal-passkey-name = A passkey needs a name of at most { $limit } bytes without control characters. Nothing was changed.
refusal-too-many-passkeys = There are as many passkeys as there may be ({ $limit }). Remove one first.
refusal-no-passkeys-here = Browsers keep no passkeys for this site, because its address has no host name. Write one into public_url in the section [web] and restart the server.
refusal-passkey-not-made = The passkey was not added: what the browser sent does not match, or five minutes have passed. Try again.

## In the audit log

event-passkey-added = Passkey added
event-passkey-removed = Passkey removed
event-passkey-refused = Passkey refused
event-recovery-codes-set = New recovery codes made
event-session-proved = Identity confirmed
# By what somebody signed in or confirmed.
audit-proof = With
audit-proof-link = a link
audit-proof-code = a code from the authenticator app
audit-proof-recovery = a recovery code
audit-proof-passkey = a passkey

## The command line

cli-factors-none = Account { $account } has nothing to sign in to the admin centre with.
cli-factors-app = Authenticator app: { $state }
cli-done-passkey-removed = Passkey removed: { $account }
