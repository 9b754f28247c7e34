# Connections: who asks Postern, where it writes, what it reads, and what the mail servers need for it.
admin-nav-connections = Connections
# Below the title of the page.
connections-lede-ok = Nothing that is set up is failing.
connections-lede-bad = { $count ->
    [one] { $count } connection needs a look.
   *[other] { $count } connections need a look.
}
# On the overview; the place and the cause follow.
connections-trouble = What Postern writes does not arrive
connections-asks = Gates: where mail servers ask Postern
connections-head-gate = Gate
connections-head-listen = Address or file
# Column: when a mail server asked last.
connections-head-asked = Last asked
connections-gate-auth-policy = Dovecot, at each sign-in
connections-gate-postfix-policy = Postfix, at each recipient
connections-gate-milter = Postfix, with each whole message
connections-gate-mail-log = Postfix’s mail log
connections-proxied = { $listen }, behind a proxy
# In place of the time of the last question. A time follows, with the date where it was another day.
connections-never = Nobody since the start at { $since }
# Of the mail log, in place of the time of the last line.
connections-never-told = Nothing since the start at { $since }
connections-not-set-up = Not set up
connections-writes = Where Postern writes
# Column: the place to which something is written.
connections-head-place = Place
connections-head-last = Last receipt
# Column: how many changes wait.
connections-head-waiting = Waiting
connections-no-receipt = Nothing had to be written lately
connections-start-done = Written in full at the start, { $when }
connections-start-failed = Not written at the start, { $when }. Cause: { $message }
# Below a receipt that says that something is not in force: when the last one was that was.
connections-last-done = Before that in force: { $when }
connections-reads = What Postern reads
connections-places-none = Without [geo] nobody sees from which country a sign-in came.
connections-log-none = Without [gates.mail_log] Postern does not learn how other servers took the mail.
connections-breached = List of breached passwords: { $path }
connections-breached-none = Without passwords.breached_file only the built-in list of common passwords is refused.
connections-addresses = Addresses of clients
connections-addresses-ok = Nothing was wrong with them within the last day.
connections-snippets = For Dovecot and Postfix
connections-snippets-lede = Text to paste, with the addresses and paths of this server. The steps around it are in docs/operate.
connections-snippet-key = In place of change-this-key stands the key of gates.auth_policy.api_key. In place of change-this-nonce stands a secret text of your own that never changes.
cli-health-asked = { $gate }: last asked { $when }
cli-health-never-asked = { $gate }: nobody has asked since the start
cli-health-point-waits = { $point }: not in force. Changes that wait: { $count }. Cause: { $message }
