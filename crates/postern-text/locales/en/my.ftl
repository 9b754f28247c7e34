# "My security", where owners look after their accounts.

my-title = My security
my-lede = Sign in with the password of your mailbox to look after your account.
my-in-code-hint = Only if you have set up an authenticator app.
my-in-no = User name, password or code does not match, or sign-in is locked for the moment. Check them and try again.
my-in-temporary = This password is temporary. Choose one of your own first.
my-in-cant = I can’t sign in
my-open = You can sign in and send mail.
my-restricted = Your account can’t send mail right now. Incoming mail arrives. Someone else may have used the account: choose a new password, then ask your help desk to have a look.
my-slowed = Mail to people you have not written to before goes out with a pause for now.
my-locked = Sign-in is locked for places where it was tried too often. You can still sign in on the devices you use regularly.
my-addresses-lede = Codes for getting back in and news of changes go there. An address counts once you have confirmed it by the link in a mail.
my-address-again = Mail the link again
my-codes-left = { $count ->
    [one] { $count } recovery code is left.
   *[other] { $count } recovery codes are left.
}
my-device-hint = As you call the device, for example Work phone
my-sessions = Signed in now
my-end-sessions = Sign out everywhere
my-sign-ins = Recent sign-ins
my-sign-ins-lede = Do you see one that was not you? Sign out everywhere and choose a new password.
my-acts = What was done with your account
my-by-admin = by an admin or a program of your organisation
my-none = Nothing is recorded yet.
