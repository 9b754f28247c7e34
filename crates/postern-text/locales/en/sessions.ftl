# Open sessions of one account, at the mail server and in the admin centre.

point-mail-sessions = Mail server's sessions
receipt-sessions = { $count ->
    [one] { $point }: { $count } ended, after { $latency }
   *[other] { $point }: { $count } ended, after { $latency }
}
event-sessions-ended = Sessions ended
refusal-sessions-out-of-reach = The mail server's sessions are not connected: the configuration has no section [doveadm]. Nothing was changed.
config-no-doveadm = Without [doveadm] an open session goes on when sign-in is blocked or a password changes.
sessions-not-connected = The mail server's sessions are not connected: the configuration has no section [doveadm].
sessions-unreadable = The mail server's sessions can't be read. Cause: { $cause }
sessions-none = No sessions are open.
sessions-without-sending = Sessions of sending are not listed, because Postfix can't be asked. When sign-in is blocked, they end at the next recipient.
sessions-connections = Connections
sessions-admin-centre = Admin centre
sessions-ended = Open sessions ended: { $account }
sessions-underway = Decided for { $account }. The mail server has not answered yet.
sessions-failed = It was decided and did not work yet: { $cause }
sessions-note = Whoever knows the password can sign in again. To keep somebody out, block sign-in or set a new password: that ends the sessions too.
sessions-which = Which sessions
sessions-all = All sessions
sessions-from = Only those from { $source }
sessions-status-effects = A block ends the open sessions of mail clients and holds at the next sign-in, also while Postern is stopped.
