# Protocols that are switched off for an account. $protocol is IMAP, POP3, Sending (SMTP) and the like.

protocol-submission = Sending (SMTP)
protocol-portal = Web mail and portal
kind-protocol-off = Switched off: { $protocol }
state-protocol-off = { $account } can't sign in by { $protocol }. Other protocols work.
sign-in-refused-protocol-off = This protocol is switched off for the account.
protocols-title = Protocols
protocols-lede = What is not ticked is refused for this account at the next sign-in. Open sessions of mail clients end once, and those of other protocols come back by themselves.
protocols-legend = Allowed protocols
protocols-save = Save
protocols-unchanged = Nothing was changed: these protocols were allowed already.
protocols-done = Allowed protocols for { $account }: { $names }
protocols-done-none = No protocol is allowed for { $account } any more.
