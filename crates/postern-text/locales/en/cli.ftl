# The command line. One line of output has no full stop; a sentence that explains has one.

## Why the server did not do what was asked

cli-error-no-such-route = The server does not know this address. Client and server may have different versions.
cli-error-method = The server does not know this method here.
cli-error-bad-request = The request can't be read: { $cause }
cli-error-body-too-large = The request is too large.
cli-error-no-such-account = There is no such account.
cli-error-no-such-restriction = There is no such restriction.
cli-error-not-allowed = Your roles do not allow this. Nothing was changed.
cli-error-name-taken = The name { $name } belongs to another account. Nothing was changed.
cli-error-changed-meanwhile = Somebody else has changed this in the meantime. Your change was not made. Look at the new state and decide again.
cli-error-policy = The value is not allowed: { $cause }
cli-error-busy = The server has too much to do, and nothing was changed. Try again.
cli-error-internal = That did not work, and nothing was changed. Try again. The server's log has the cause under { $id }

## Why the command did not reach the server, after the name of the program

cli-not-running = The server is not running: nobody answers at { $socket }. Start it with postern serve.
cli-socket-not-yours = Only root and the server's own user may use { $socket }. Try again with sudo.
cli-no-answer = The server does not answer at { $socket }. Its log says why.
cli-other-server = What answers at { $socket } is not this version of Postern. Restart the server after an upgrade.

## Whom a command is about

cli-nobody-matches = Nobody matches “{ $text }”. Part of the name is enough: rob finds rob@contoso.com.
cli-several-match = More than one account matches “{ $text }”. Say which one with its address or id.
cli-never-restricted = Sending was never restricted for { $account }.
cli-until-not-understood = “{ $text }” is not a time. Write 2026-11-24T18:00, 2026-11-24, or a time from now: 90min, 8h, 3d.

## Heads of columns, labels

cli-head-account = Account
cli-head-aliases = Aliases
cli-head-attempts = Attempts before
cli-head-bounds = Allowed
cli-head-cause = Cause
cli-head-code = Code
cli-head-created = Created
cli-head-decision = Decided
cli-head-default = Default
cli-head-details = Details
cli-head-ended = Ended
cli-head-event = Event
cli-head-groups = Groups
cli-head-id = ID
cli-head-kind = Kind
cli-head-language = Language
cli-head-let-out = Let out
cli-head-name = Name
cli-head-policy = Policy value
cli-head-reason = Reason
cli-head-roles = Roles
cli-head-rule = Rule
cli-head-since = Since
cli-head-source = Source
cli-head-state = State
cli-head-times = Times
cli-head-until = Until
cli-head-value = Value
cli-head-when = When
cli-head-who = Who
# In place of a time.
cli-until-released = no end set
cli-more-after = There are more. For the next page add --after { $address }
cli-more-before = There are more. For the next page add --before { $cursor }

## Lists

cli-everyone-can-send = Everyone can send. No sending is restricted or slowed.
cli-everyone-can-sign-in = Everyone can sign in. No sign-in is locked or blocked.
cli-nobody-in-list = Nobody on this list matches “{ $text }”.
cli-gate-only = The password is kept by another system. Postern knows this account from traffic only.

## What was done; the receipts follow, one line each

cli-done-unblocked = Sending is open again for { $account }
cli-done-restricted = Sending is restricted for { $account }. Incoming mail arrives as usual.
cli-done-unlocked = Sign-in is unlocked for { $account }
cli-done-blocked = Sign-in is blocked for { $account }
cli-done-allowed = Sign-in is allowed again for { $account }
cli-done-created = Account created: { $account }, id { $id }
cli-done-renamed = Account { $account } is now { $new }
cli-done-alias-added = Alias { $alias } added to { $account }
cli-done-alias-removed = Alias { $alias } removed from { $account }
cli-done-changed = Account changed: { $account }
cli-done-password = Password set for { $account }
cli-done-deleted = Account deleted: { $account }
cli-policy-set = { $name } is now { $to }. It was { $from }
cli-receipt-failed = { $point }: not in force. Next try { $when }. Cause: { $message }
cli-receipt-given-up = { $point }: not in force. No further try. Cause: { $message }

## Passwords and questions

cli-password-ask = New password:
cli-password-again = New password again:
cli-passwords-differ = The two passwords differ. Nothing was changed.
cli-password-empty = The password is empty. Write it on the first line of standard input.
cli-password-too-long = The password is longer than 1024 bytes.
cli-delete-ask = This cannot be undone. To delete the account, write its address: { $account }
cli-delete-needs-yes = Nobody is there to be asked. Add --yes to delete without a question.
cli-delete-not = Not deleted.

## One restriction

cli-restriction-times = Since { $since }, by { $actor }. Until: { $until }
cli-restriction-ended = Ended { $when } by { $actor }
cli-restriction-ended-because = Ended { $when } by { $actor }. Reason: { $reason }

## Why: how an account stands at its two doors

cli-why-head = { $account }, as of { $when }
cli-why-sign-in-open = Signing in: open
cli-why-sign-in-partly = Signing in: closed for some sources, by a rule
cli-why-sign-in-closed-by-rule = Signing in: closed by a rule
cli-why-sign-in-closed-by-person = Signing in: closed by a person
cli-why-sending-open = Sending: open
cli-why-sending-slowed = Sending: slowed by a rule
cli-why-sending-closed-by-rule = Sending: closed by a rule
cli-why-sending-closed-by-person = Sending: closed by a person
# The code is what a bounce shows.
cli-why-code = Code: { $code }
cli-why-cure = To open this door: { $command }
cli-why-familiar-sources = Number of familiar sources: { $count }
cli-why-hour = Recipients in the last hour: { $count }, of these new: { $new }
cli-why-day = Recipients in the last 24 hours: { $count }, of these new: { $new }
cli-why-recent = Ended lately
cli-why-decisions = Decided lately, newest first
cli-why-receipts = Where it is in force

## Health

cli-health-ok = Postern { $version } answers, and everything is in memory
cli-health-loading = Postern { $version } answers with every restriction in force. History is still being read.
cli-health-behind = Postern { $version } answers, and the store is behind. Its log says why.
cli-observed-sending = Sending is only observed until { $until }: the rules restrict and slow nobody. To enforce now: { $command }
cli-observed-sign-in = Signing in is only observed: the rules refuse nobody. What a person blocks is blocked. To enforce now: { $command }
cli-health-accounts = Accounts: { $count }
cli-health-restrictions = Restrictions in force: { $count }
cli-health-tracked = Accounts with counters: { $count }
cli-health-sources = Sources with counters: { $count }
cli-health-memory = Memory of the counters in KiB: { $count }
cli-health-unsaved = Changes that wait for the store: { $count }
cli-health-lost = Lines of the decision log lost since the start: { $count }

## The configuration

cli-config-ok = { $file } is correct
cli-config-wrong = The configuration is not used until every line above is corrected.
cli-config-no-policy = Without [gates.postfix_policy] Postfix has nobody to ask: sending limits are not enforced.
cli-config-no-milter = Without [gates.milter] mail that programs hand over with sendmail is not counted.
cli-config-no-auth-policy = Without [gates.auth_policy] Dovecot has nobody to ask: password guessing is not noticed.
cli-config-no-dovecot = Without [exports.dovecot] a sign-in block does not hold while Postern is stopped.
cli-config-no-postfix = Without [exports.postfix] a sending restriction does not hold while Postern is stopped.
cli-config-no-notify = Without [notify] nobody is told when an account is restricted.

## The first steps

cli-init-created = Created: { $path }
cli-init-kept = Already there, unchanged: { $path }
cli-init-next = What to do next:
# Kept in the audit as the reason.
cli-init-observes = A new site only observes sending for its first 7 days
cli-init-step-check = Read the configuration, put in your own names, and check it
cli-init-step-serve = Start the server
cli-init-step-admin = Make yourself an admin
cli-init-step-invite = With the section [web] switched on, enter the admin centre
cli-init-step-import = Look at an import of the people you have
cli-init-step-connect = Connect Dovecot and Postfix

## Replay of logs

cli-replay-mail = Messages: { $messages }. Accounts: { $accounts }. Account-months: { $months }
cli-replay-episodes = Restrictions that would have begun: { $count }, per 1000 account-months: { $rate }
cli-replay-sign-in = Attempts: { $attempts }. Accounts: { $accounts }. Sources: { $sources }
cli-replay-locks = Locks: { $count }
cli-replay-refused-successes = Right passwords that would have been refused: { $count }
cli-replay-more = More of them with --json: { $count }

## Import of existing users

cli-import-found = Accounts in the file: { $accounts }, with a password: { $passwords }
cli-import-dry = Nothing was changed: this was a dry run
cli-import-created = Accounts created: { $count }
cli-import-problems = Lines that keep the file from being imported: { $count }
cli-import-name-taken = The name { $name } belongs to an account that exists.
cli-import-refused = The server refuses this account: { $code }
