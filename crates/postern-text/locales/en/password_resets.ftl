# Passwords that an admin resets, temporary ones, and the page where their owner sets another.

# The rows. $until is a time.
state-temporary-password = { $account } has a temporary password. It works until { $until }, and only for choosing another one.
state-temporary-password-expired = The temporary password for { $account } has expired. Nobody can sign in until it is reset again.
reason-temporary-password = Password reset. Reason given: { $note }
reason-temporary-password-expired = The temporary password was not replaced in time.

# What is refused.
refusal-own-password = You can't reset your own password here. Ask another admin.
refusal-chosen-is-temporary = A password that you choose for a person has to be changed at the next sign-in. Nothing was changed.
refusal-password-not-temporary = This password is not temporary, so it stays as it is.
refusal-same-as-temporary = The new password is the same as the temporary one. Choose another.
sign-in-refused-password-change-required = The password was right, but it is temporary: it only works for choosing another one.
sign-in-refused-password-change-required-until = The password was right, but it is temporary: it only works for choosing another one, until { $until }.
sign-in-refused-temporary-password-expired = The password was right, but it was a temporary one that has expired.
sign-in-refused-password-just-set = A new password was set a moment ago, and the mail server did not have it yet.

# The mail to the admins when one has expired.
mail-temporary-expired-subject = The temporary password for { $account } has expired
mail-temporary-expired-first-line = It was not replaced in time and expired on { $when }. Nobody can sign in to the account until the password is reset again.
mail-temporary-expired-step-reset = 2. Reset the password again if it is still needed:

# The value of the policy.
pv-password-temporary-s = Life of a temporary password
pv-password-temporary-s-what = A password that an admin resets works so long, and only for choosing another one.

# The command line. $page is the address where the owner sets another one.
cli-reset-done = The password for { $account } has been reset
cli-reset-shown = The new password, shown only this once:
cli-reset-until = It works until { $until }, and only for choosing another one: { $page }
cli-reset-stays = It stays until somebody changes it.
cli-reset-hand-over = Hand it over by phone, in person or on paper, never by mail to this account.
cli-reset-many-done = Passwords reset: { $count }
cli-reset-many-failed = Not reset: { $count }. The file says why.
cli-reset-file = The results are in { $file }, which only you can read. Delete it when the passwords are handed over.
cli-reset-file-exists = { $file } exists already. Name another file. Nothing was changed.
cli-reset-needs-file = Name a new file for the results with --out. Nothing was changed.
cli-reset-ask = Passwords to be reset: { $count }. To go on, write this number:
cli-reset-one-chosen = A password is chosen for one account only. Leave out --choose. Nothing was changed.
cli-reset-needs-yes = This resets several passwords (accounts: { $count }). Repeat the command with --yes. Nothing was changed.

# The page of the owner.
password-title = Choose your own password
password-lede = The password that you were given is temporary. It only works here, for choosing one of your own.
password-login = User name or email address
password-temporary = Temporary password
password-new = New password
password-hint = A few words of your own are easier to remember than symbols. You can paste.
password-again = New password again
password-button = Set the password
password-differ = The two new passwords differ. Type them again.
password-missing = Fill in all four fields.
password-too-long = A password has at most { $limit } bytes. Choose a shorter one.
password-not-opened = The user name or the temporary password does not match, or sign-in is locked for the moment. Check both and try again, or ask whoever gave you the password.
password-wait = Too many attempts at the same time. Try again in a moment.
password-trouble = The password was not set, and nothing was changed. Try again.
password-foreign = This form was not sent from this page. Fill it in here.
password-done-title = Your password is set
password-done = You can sign in with it now. On each phone and computer, enter the new password.
password-done-soon = Your password is set, but the mail server does not have it yet. Wait a little before you enter it in your mail programs.

# The admin's page.
reset-action = Reset password
reset-again = Reset again
reset-title = Reset password for { $account }
reset-lede = The old password stops working, devices that were remembered are forgotten, and automatic locks of sign-in end. A block by a person and a restriction of sending stay.
reset-how = New password
reset-generate = Generate a password
reset-choose = Choose a password
reset-password = Password
reset-password-missing = Type a password, or have one generated.
reset-must-change = Must be changed at next sign-in, and expires
reset-never-mail = Do not send the new password by mail. Whoever reads { $address } would have it too. Hand it over by phone, in person or on paper.
reset-yes = Reset the password
reset-done = The password for { $account } has been reset.
reset-shown = New password. This is the only time it is shown:
reset-until = It works until { $until }, and only for choosing another one.
reset-stays = It stays until somebody changes it.
reset-still-blocked = Sign-in is still blocked. A reset does not change that.
reset-sheets = To print
reset-sheets-hint = The print of this page holds only the sheet, in the language of the account, and nothing about you.
# The sheet, in the language of the account.
sheet-title = Your temporary password
sheet-account = Account: { $account }
sheet-open = Open { $page } in a browser.
sheet-set = Enter the account, this password and a password of your own.
sheet-devices = Enter your own password on each phone and computer.
sheet-until = The temporary password works until { $until }. Destroy this sheet afterwards.
bulk-reset = Reset passwords
bulk-ask-reset = { $count ->
    [one] Reset the password of { $count } account?
   *[other] Reset the passwords of { $count } accounts?
}
bulk-yes-reset = Yes, reset
bulk-note-reset = Each account gets a temporary password, shown only on the next page, with a sheet to print.
bulk-reset-late = Not reset: too many at once. Choose this account again.
