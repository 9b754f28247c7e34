# App passwords: one for each device, beside the account's password. $name is what the device is called.

event-app-password-added = App password made
event-app-password-revoked = App password revoked
refusal-app-password-name = Name the device in at most { $limit } bytes, without control characters. Nothing was changed.
refusal-app-password-name-taken = There is an app password for { $name } already. Choose another name, or revoke that one first.
refusal-app-password-protocols = Choose at least one of IMAP, POP3, sending and ManageSieve. Nothing was changed.
refusal-too-many-app-passwords = The account has as many app passwords as there may be ({ $limit }). Revoke one first.
refusal-app-passwords-changed = Somebody else changed the app passwords of this account at the same moment. Try again. Nothing was changed.
refusal-no-such-app-password = The account has no such app password. It may have been revoked already.
sign-in-refused-app-password-revoked = The app password was revoked, or is for another protocol, and the mail server did not know it yet.

app-passwords-title = App passwords
app-passwords-lede = An app password opens the mailbox on one device, beside the account's own password. It can be revoked without touching the other devices. When the account's password is reset, all of them are revoked.
app-passwords-none = The account has no app passwords.
app-passwords-device = Device
app-passwords-protocols = Protocols
app-passwords-used = Last used
app-passwords-never = Never
app-passwords-add = Make an app password
app-passwords-name-hint = As its owner calls the device, for example Work phone
app-passwords-made = App password made: { $name }
app-passwords-shown = The app password, shown only this once:
app-passwords-type = On the device, enter it in place of the account's password, with the hyphens.
app-passwords-revoke = Revoke
app-passwords-revoke-title = Revoke the app password for { $name }?
app-passwords-revoke-all = Revoke all
app-passwords-revoke-all-title = Revoke all app passwords of { $account }?
app-passwords-revoke-note = Whoever has it can't sign in with it any more. All open sessions of the account end, and the other devices sign in again by themselves.
app-passwords-revoked = App passwords revoked: { $name }
