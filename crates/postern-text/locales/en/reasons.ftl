# What the rules decided and saw, in sentences. Read by admins on the command line, on pages and in mail.
# $account is a login such as rob@contoso.example. Times arrive formatted, numbers are grouped when printed.

## Kinds of restriction: labels, no full stop

kind-sign-in-locked = Sign-in locked
kind-sign-in-blocked = Sign-in blocked
kind-sending-slowed = Sending slowed
kind-sending-restricted = Sending restricted
kind-password-change-required = Password change required

## How an account stands: what is the case, then what still works

state-clear = { $account } can sign in and send mail. No restriction is in force.
state-sign-in-locked-unfamiliar = Sign-in for { $account } is locked for unfamiliar sources until { $until }. From familiar sources it still works.
state-sign-in-locked-familiar = Sign-in for { $account } is locked for familiar sources until { $until }.
state-sign-in-locked = Sign-in for { $account } is locked until { $until }.
state-sign-in-closed-unfamiliar = Sign-in for { $account } is closed to unfamiliar sources. An admin or the owner can open it, and a password reset opens it too.
state-sign-in-closed = Sign-in for { $account } is closed. An admin can open it, and a password reset opens it too.
state-sign-in-blocked = Sign-in for { $account } is blocked until an admin allows it.
state-sign-in-blocked-until = Sign-in for { $account } is blocked until { $until }.
state-sending-slowed = Sending is slowed for { $account }. Mail to recipients the account has written to before goes out as usual.
state-sending-slowed-until = Sending is slowed for { $account } until { $until }. Mail to recipients the account has written to before goes out as usual.
state-sending-restricted = { $account } can't send mail until an admin unblocks sending. Incoming mail arrives as usual.
state-sending-restricted-until = { $account } can't send mail until { $until }. Incoming mail arrives as usual.
state-password-change-required = { $account } must choose a new password. Until then mail programs can't sign in.

## Why a restriction began: number, unit, window, limit

reason-wrong-passwords-unfamiliar = { $count ->
    [one] { $count } wrong password from unfamiliar sources.
   *[other] { $count } different wrong passwords from unfamiliar sources.
}
reason-wrong-passwords-familiar = { $count ->
    [one] { $count } wrong password from familiar sources.
   *[other] { $count } different wrong passwords from familiar sources.
}
reason-lane-closed-unfamiliar = { $count ->
    [one] { $count } wrong password from unfamiliar sources.
   *[other] { $count } wrong passwords in a row from unfamiliar sources.
}
reason-lane-closed-familiar = { $count ->
    [one] { $count } wrong password from familiar sources.
   *[other] { $count } wrong passwords in a row from familiar sources.
}
reason-novel-recipients-hour = { $count ->
    [one] { $count } new recipient in one hour. The limit for this account is { $limit }. A new recipient is one this account has never written to.
   *[other] { $count } new recipients in one hour. The limit for this account is { $limit }. A new recipient is one this account has never written to.
}
reason-novel-recipients-day = { $count ->
    [one] { $count } new recipient in 24 hours. The limit for this account is { $limit }. A new recipient is one this account has never written to.
   *[other] { $count } new recipients in 24 hours. The limit for this account is { $limit }. A new recipient is one this account has never written to.
}
reason-recipients-hour = { $count ->
    [one] { $count } recipient in one hour. Going by what this account usually sends, the limit is { $limit }.
   *[other] { $count } recipients in one hour. Going by what this account usually sends, the limit is { $limit }.
}
reason-cap-hour = { $count ->
    [one] { $count } recipient in one hour. The fixed limit is { $limit }.
   *[other] { $count } recipients in one hour. The fixed limit is { $limit }.
}
reason-cap-day = { $count ->
    [one] { $count } recipient in 24 hours. The fixed limit is { $limit }.
   *[other] { $count } recipients in 24 hours. The fixed limit is { $limit }.
}
# $note is what a person typed, shown as typed.
reason-by-person = Reason given: { $note }

## Evidence: observations, never verdicts

evidence-wrong-passwords = { $count ->
    [one] { $count } wrong password before the lock.
   *[other] { $count } wrong passwords before the lock.
}
evidence-right-password-refused = The right password came while sign-in was refused. Someone else may know it.
evidence-success-after-failures = { $count ->
    [one] Sign-in from an unfamiliar source worked after { $count } failed attempt.
   *[other] Sign-in from an unfamiliar source worked after { $count } failed attempts.
}
evidence-novel-recipients = { $count ->
    [one] { $count } recipient this account has never written to.
   *[other] { $count } recipients this account has never written to.
}
evidence-many-recipients = { $count ->
    [one] { $count } recipient in a short time, more than this account usually writes to.
   *[other] { $count } recipients in a short time, more than this account usually writes to.
}
evidence-unfamiliar-source = The sign-in came from a source this account has never used.
evidence-forged-sender = { $count ->
    [one] Mail was sent with { $count } sender address of this organisation that is not the account’s own.
   *[other] Mail was sent with { $count } sender addresses of this organisation that are not the account’s own.
}
evidence-same-content = { $count ->
    [one] { $count } account sent the same new text or link to outsiders at about the same time.
   *[other] { $count } accounts sent the same new text or link to outsiders at about the same time.
}
evidence-spam-verdicts = { $count ->
    [one] The site’s own scanner took { $count } mail of this account for spam in one hour.
   *[other] The site’s own scanner took { $count } mails of this account for spam in one hour.
}
evidence-no-such-address = { $count ->
    [one] { $count } recipient within 24 hours does not exist.
   *[other] { $count } recipients within 24 hours do not exist.
}
evidence-reported-missing = { $count ->
    [one] Reports from outside say that { $count } recipient within 24 hours does not exist.
   *[other] Reports from outside say that { $count } recipients within 24 hours do not exist.
}
evidence-taken-for-spam = { $count ->
    [one] Servers of different domains refused this account’s mail as spam: { $count } recipient within 24 hours.
   *[other] Servers of different domains refused this account’s mail as spam: { $count } recipients within 24 hours.
}
evidence-complaints = { $count ->
    [one] Recipients complained about mail of this account; { $count } mail provider reported it.
   *[other] Recipients complained about mail of this account; { $count } mail providers reported it.
}
# After the sentence, in a line of its own. $source is a network such as 203.0.113.9/32.
evidence-details = Time: { $when }. Points: { $points }
evidence-details-source = Time: { $when }. Source: { $source }. Points: { $points }

## Who did it, where it arrived

origin-rule = A rule
origin-person = A person
origin-api = A program
actor-rule = Postern (rule)
actor-timer = Postern (timer)
actor-local-root = { $name } (root on this machine)
actor-program = { $name } (the token of a program)
point-gates = Gates
point-dovecot-files = Dovecot's files
point-postfix-map = Postfix map
point-admin-mail = Mail to admins
receipt-in-force = { $point }: in force after { $latency }
receipt-sent = { $point }: sent after { $latency }

## What an account is

account-kind-person = Person
account-kind-shared-mailbox = Shared mailbox
account-kind-application = Application
role-auditor = Auditor
role-helpdesk = Help desk
role-responder = Responder
role-user-admin = User admin
role-global-admin = Global admin
lane-unfamiliar = Unfamiliar sources
lane-familiar = Familiar sources

## What the decision log calls each answer: labels in a table, no full stop

decision-sign-in-refused = Sign-in refused
decision-sign-in-would-be-refused = Sign-in would have been refused
decision-signed-in = Signed in
decision-wrong-password = Wrong password
decision-same-wrong-password = Same wrong password again
decision-previous-password = Previous password
decision-sending-permitted = Sending permitted
decision-sending-would-be-slowed = Sending would have been slowed
decision-sending-would-be-restricted = Sending would have been restricted
decision-sending-refused = Sending refused
# The sentence beside the label.
decision-from-unfamiliar = From an unfamiliar source.
decision-from-familiar = From a familiar source.
decision-device = A device still has the password from before.
decision-sampled = A sample: 1 in { $count } is recorded.
decision-slowed = Mail to new recipients is delayed.
decision-observed = Observe mode: nothing was stopped.
decision-refused-by-rule = A rule had restricted sending before.
decision-refused-by-person = A person had restricted sending before.

## What the audit calls each event: labels in a table, no full stop

event-account-created = Account created
event-account-renamed = Address changed
event-profile-changed = Account changed
event-alias-added = Alias added
event-alias-removed = Alias removed
event-account-deleted = Account deleted
event-password-set = Password set
event-restriction-started = Restriction began
event-restriction-released = Restriction lifted
event-restriction-expired = Restriction expired
event-evidence-seen = Evidence seen
event-policy-changed = Policy value changed
