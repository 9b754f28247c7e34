# Replay of a log: what would have been stopped.

cli-replay-stopped-sources = Sources that would have been stopped: { $count }
cli-head-refused = Refused
cli-head-failures-before = Failures before
cli-head-sign-ins-before = Sign-ins before

## Several policies side by side

cli-replay-measure = Measure
cli-replay-episodes-row = Restrictions that would have begun
cli-replay-rate-row = Per 1000 account-months
cli-replay-restricted-accounts-row = Accounts restricted
cli-replay-slowed-hours-row = Hours with mail that were slowed
cli-replay-slowed-accounts-row = Accounts slowed
cli-replay-refused-row = Messages refused
cli-replay-let-out-row = Recipients let out before the restrictions
cli-replay-longest-delay-row = Longest delay of one message, seconds
cli-replay-first-row = First restriction
cli-replay-touched = Accounts that would have been touched by { $policy }: { $count }
cli-head-messages = Messages
cli-head-slowed-hours = Slowed hours
cli-head-restrictions = Restrictions
cli-head-first-restriction = First restriction

## The curve of a log

cli-replay-plot-title = Hours with mail, by how many new recipients they had
cli-replay-plot-x = New recipients per hour (more than)
cli-replay-plot-y = Hours, all accounts together
cli-replay-plot-above = more than { $count } new recipients per hour
cli-replay-plot-slow = { $policy }: slows
cli-replay-plot-restrict = { $policy }: restricts
cli-replay-plot-written = The plot is in { $path }

## Runs of spam put into a log

cli-replay-injected = Runs of spam put into this log, { $policy }: { $count } trials each
cli-head-run = Run
cli-head-found = Found
cli-head-let-out-median = Let out (middle)
cli-head-let-out-worst = Let out (worst)
cli-head-slowed = Of these slowed
cli-head-until-restricted = Until restricted
cli-replay-run-strangers = Strangers: { $rate } mails/h, recipients of each: { $each }
cli-replay-run-contacts = Own contacts: { $rate } mails/h, recipients of each: { $each }
cli-replay-run-contacts-unfamiliar = Own contacts, from a new place: { $rate } mails/h, recipients of each: { $each }
cli-replay-spammer-parallel = { $run }, not waiting for answers

## Postfix's log

cli-replay-log-read = Lines: { $lines }. Messages of people who signed in: { $messages }. Of nobody who signed in: { $without }
cli-replay-log-skipped = Lines that Postfix did not write or that could not be read: { $count }
cli-replay-log-incomplete = Messages whose recipients are not in these files: { $count }
cli-replay-log-learned = Messages before { $time } taught only who is known: { $count }

## postern policy try

cli-try-nothing = Name what to try: a policy file, --preset, or --set NAME=VALUE.
cli-try-no-log = There is no mail log to judge: name one with --log, or have Postern read it ([gates.mail_log], docs/operate/mail-log.md).
