# The admin centre: its frame, its door, and what its pages share. Read by admins and the help desk on a page.

## The frame

# For screen readers: the list of pages at the left.
admin-places = Places
admin-menu = Menu
admin-menu-close = Close menu
admin-nav-overview = Overview
admin-nav-head-users = Users
admin-nav-users = Active users
admin-nav-restricted = Restricted users
admin-nav-locks = Sign-in locks
admin-nav-head-setup = Set up
admin-nav-sessions = Your sessions
admin-find = Find a user or address
admin-sign-out = Sign out
# When what the page says was true.
admin-foot-at = As of { $clock }
admin-foot-zone = Times in { $zone }

## The door

admin-in-title = Sign in to the admin centre
admin-in-user = User name
admin-in-password = Password
admin-in-code = Code
admin-in-code-hint = 6 digits from the authenticator, or a recovery code
admin-in-button = Sign in
# The same for everybody who does not get in: it must not say who exists.
admin-in-no = User name, password or code does not match, or sign-in is locked.
admin-in-wait = Too many attempts at the same time. Try again.
admin-in-trouble = Nobody can be signed in at the moment, because Postern cannot read or save. The server’s log says why.
admin-in-over = Your session is over. Sign in again.
# An address follows: the form came from another one than the configured.
admin-in-elsewhere = Nobody is signed in from this address. Open the page at:
# A command follows.
admin-in-help = Locked out of the admin centre? On the server, as root, write:

## The invitation

admin-begin-title = Set up your sign-in
admin-begin-lede = Account { $account } is invited to the admin centre.
admin-begin-enter = Sign in as account { $account }. This link was made on the server by root.
admin-begin-app = Scan this picture with an authenticator app
admin-begin-picture = The key below as a picture for a phone’s camera
admin-begin-secret = Or type this key into the app:
admin-begin-password = Password of the account
admin-begin-password-new = New password
admin-begin-password-hint = { $count ->
    [one] At least { $count } character
   *[other] At least { $count } characters
}
admin-begin-code = The code that the app shows
admin-begin-button = Set up and sign in
admin-begin-until = The link works once, until { $until }.
admin-begin-wrong = Password or code does not match, or sign-in is locked. Nothing was changed.
admin-begin-short = The new password is too short. Choose a longer one.
admin-begin-void-title = This link does not work
admin-begin-void = It was used already, its time is over, or a newer one was made.
# A command follows.
admin-begin-void-next = Ask a global admin for a new one. On the server, as root, it is made with:
admin-codes-title = Keep these recovery codes
admin-codes-lede = Without the authenticator, each of them signs you in once. They are shown only on this page.
admin-codes-go = Continue to the overview

## Your sessions

admin-sessions-lede = { $count ->
    [one] { $count } session is open.
   *[other] { $count } sessions are open.
}
admin-sessions-codes = Recovery codes left: { $count }
admin-sessions-this = This session
admin-sessions-from = From
admin-sessions-client = Browser
admin-sessions-opened = Signed in
admin-sessions-seen = Last used
admin-sessions-end = End session

## What pages share

admin-reason = Reason
admin-reason-hint = Other admins see it in the list and in the audit log.
admin-proof-hint = A code is needed again: the last one is too old.
admin-proof-wrong = The code does not match or was used already. Nothing was changed.
admin-cancel = Cancel
admin-back-to-list = Close, back to the list
admin-search = Search
admin-search-label = Search by user name
admin-search-hint = Part of the name is enough: rob finds rob@contoso.com.
admin-search-clear = Clear the search
admin-head-user = User
admin-head-why = Why
admin-head-since = Since
admin-head-until = Until
# For screen readers: the column of buttons.
admin-head-action = Action
# Beside a time.
admin-ago = { $span } ago
admin-by = By: { $actor }
admin-receipts = Where it is in force
# For screen readers, before a receipt.
admin-receipt-done = Done:
# For screen readers, before a receipt.
admin-receipt-failed = Not in force:

## What goes wrong

admin-error-not-found-title = There is nothing at this address
admin-error-not-found = The account may have been deleted, or the address was typed wrong. Search for the name.
admin-error-refused-title = This was not done
admin-error-form = The form does not belong to this session, or it is too old. Nothing was changed. Open the page again.
admin-error-trouble-title = Postern could not do this
admin-error-back = Back to the overview

## In the audit log

event-admin-invited = Admin invited
event-emergency-link-made = Emergency link made by root
event-emergency-link-used = Emergency link used
event-code-refused = Right password, wrong code
event-second-factor-set = Second factor set up
event-recovery-code-used = Recovery code used
event-session-opened = Session in the admin centre opened
event-session-ended = Session in the admin centre ended
refusal-not-an-admin = The account has no role in Postern. Give it one first. Nothing was changed.
refusal-no-such-session = There is no such session, or it is over already. Nothing was changed.
cli-done-invited = Invited to the admin centre: { $account }. The link works once, until { $until }, and is only for this person.
cli-done-sessions-ended = Sessions in the admin centre ended: { $account }
cli-no-sessions = Nobody is signed in to the admin centre.
admin-error-too-large = A form can hold { $max } KB, and this one held more. Nothing was changed. Go back and send less at a time.
