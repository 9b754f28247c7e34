# Contain: closing everything of an account that someone else is in. $count is a number of app passwords, sessions or messages.

reason-contained = Contained as compromised. Reason given: { $note }
state-password-void = The password of { $account } opens nothing until it is reset.
sign-in-refused-password-void = The password was right, but it has opened nothing since the account was contained.
contain-title = Contain { $account }
contain-action = Contain
contain-lede = For an account that someone else has got into. All of this is done at once:
contain-sending = Sending is restricted until someone unblocks it. Mail still arrives.
contain-sending-already = Sending is restricted already.
contain-sign-in = Sign-in is blocked for every protocol until someone allows it.
contain-sign-in-already = Sign-in is blocked already.
contain-password = The password opens nothing any more, even once sign-in is allowed, until it is reset.
contain-password-already = The password opens nothing already.
contain-password-elsewhere = The password is kept outside Postern. Change it there before you allow sign-in again.
contain-app-passwords = { $count ->
    [one] { $count } app password is revoked. This can’t be undone.
   *[other] { $count } app passwords are revoked. This can’t be undone.
}
contain-app-passwords-none = There are no app passwords.
contain-sessions = { $count ->
    [one] { $count } open session ends. This can’t be undone.
   *[other] { $count } open sessions end. This can’t be undone.
}
contain-sessions-uncounted = Open sessions end. How many can’t be told now. This can’t be undone.
contain-sessions-own = Sessions on Postern’s own pages end. Postern can’t reach those at the mail server: the [doveadm] section is missing from the configuration.
contain-queue = { $count ->
    [one] { $count } message in the queue is held until someone releases or deletes it.
   *[other] { $count } messages in the queue are held until someone releases or deletes them.
}
contain-queue-uncounted = Mail in the queue is held until someone releases or deletes it. How much can’t be told now.
contain-queue-away = Mail in the queue goes out: the [mail_queue] section is missing from the configuration.
contain-done = { $account } is contained
contain-after = Everything answered within { $latency }.
contain-next = Next: reset the password, look at the mail rules, decide about held mail, then allow sign-in and unblock sending.
