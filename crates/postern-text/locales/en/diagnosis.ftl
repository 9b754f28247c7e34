# The diagnosis: what somebody complains of, what was looked at, what is behind it. On the command line, in the API, on /help.

## What somebody complains of: choices of a list, no full stop

symptom-anything = Something else, or I don't know
symptom-cannot-sign-in = Can't sign in
symptom-cannot-send = Can't send mail
symptom-cannot-receive = Mail doesn't arrive
symptom-mail-bounces = Sent mail comes back
symptom-password-not-accepted = The password isn't accepted
symptom-keeps-being-locked = Is locked again and again
symptom-forwarding-unknown = Mail is forwarded without the owner's knowledge
symptom-rules-unknown = Rules move or delete mail without the owner's knowledge
symptom-no-reset-mail = The mail for a new password doesn't come

## Words by which a typed question is recognised, never shown: phrases between commas, each as short as it still means the symptom

symptom-cannot-sign-in-words = sign in, signin, log in, login, log on, access account, get in, blocked account
symptom-cannot-send-words = send, sending, outgoing, submit mail, restricted, relay denied
symptom-cannot-receive-words = receive, get mail, incoming, mail missing, missing mail, mail arrive, inbox empty
symptom-mail-bounces-words = bounce, bounced, mail returned, undelivered, undeliverable, ndr, comes back, 5.1.8, 5.7.1
symptom-password-not-accepted-words = password, wrong password, password accepted, password works
symptom-keeps-being-locked-words = locked, locked out, lockout, keeps locking, locked again, unlock
symptom-forwarding-unknown-words = forward, forwarding, forwarded, redirect
symptom-rules-unknown-words = rule, rules, filter, sieve, mail deleted, disappears, vanishes
symptom-no-reset-mail-words = reset mail, reset code, recovery code, reset link, code arrive, no code

## What was looked at: labels in a list

check-sign-in-door = Locks and blocks of sign-in
check-password = Temporary or expired password
check-protocols = Protocols switched off
check-sources = Blocked sources
check-attempts = Failed sign-ins of the last days
check-sending-door = Restrictions of sending
check-queue = Mail queue
check-deliveries = Answers of other mail servers
check-rules = Forwarding and rules
check-recovery = Ways for the owner to get back in
check-exports = Changes in force at the mail server
check-gates = Questions from the mail server
check-ourselves = Clock and storage of Postern
check-policies = Policy changes of the last days

## What came of it: after the label

diagnosis-is-fine = nothing found
diagnosis-not-connected = not looked at: not connected
diagnosis-late = not looked at: no answer in time
# $cause comes from outside.
diagnosis-failed = not looked at. Cause: { $cause }
# In front of a check for whoever does not see the mark.
diagnosis-mark-cause = Cause:
diagnosis-mark-fine = Fine:
diagnosis-mark-unknown = Unknown:

## The first sentence where nothing was found

diagnosis-nothing = Postern finds nothing that stops { $account }.
diagnosis-nothing-but-unknown = Postern finds nothing that stops { $account }, but not everything could be looked at.

## Causes: what is the case

# After the sentence about a restriction.
diagnosis-since-by = Since: { $when }. By: { $actor }
cause-mistyped = { $count ->
    [one] { $count } sign-in with a wrong password. The last: { $last }
   *[other] { $count } sign-ins with a wrong password. The last: { $last }
}
cause-place-blocked = Sign-in for { $account } from { $address } is refused, because the source { $network } is blocked.
cause-password-elsewhere = The password of account { $account } is kept outside Postern, so it can't be checked or reset here.
cause-mailing-not-planned = No mailing is planned for account { $account }, so the limit of { $limit } recipients applies. { $count } were counted.
cause-mail-held = { $count ->
    [one] { $count } message of this account is held in the queue.
   *[other] { $count } messages of this account are held in the queue.
}
cause-mail-waits = { $count ->
    [one] { $count } message of this account waits in the queue for the next try.
   *[other] { $count } messages of this account wait in the queue for the next try.
}
cause-taken-for-spam = { $count ->
    [one] Other mail servers refused mail of this account as spam: { $count } recipient within 24 hours.
   *[other] Other mail servers refused mail of this account as spam: { $count } recipients within 24 hours.
}
cause-refused-elsewhere = { $count ->
    [one] Other mail servers refused mail of this account: { $count } recipient within 24 hours.
   *[other] Other mail servers refused mail of this account: { $count } recipients within 24 hours.
}
cause-hiding-rule = A rule of the mailbox hides mail. Script: { $script }, line { $line }
cause-no-address = No alternate address is registered for account { $account }, so no mail for a new password can be sent.
cause-address-unconfirmed = The alternate address of account { $account } isn't confirmed, so no mail for a new password is sent there.
cause-address-does-not-count = The alternate address of account { $account } doesn't count at the moment: it was added after something suspicious, or its mail leads back to the account.
cause-no-public-page = The public address of Postern (web.public_url) is not set, so no link can be mailed.
cause-export-late = A change for account { $account } is not in force yet. Place: { $point }. Waiting since: { $since }. Cause: { $problem }
cause-cannot-save = Postern can't save changes. Since: { $since }
cause-policy-changed = A policy was changed. Time: { $when }. By: { $actor }

## On the command line

# Above everything else that `postern why` prints; what is complained of follows.
cli-diagnosis-asked = Complaint: { $symptom }
cli-diagnosis-next = Next: { $command }
cli-diagnosis-looked-at = Looked at
# In place of a command.
cli-diagnosis-clock = set the system's clock and look at the free disk space
cli-diagnosis-keeper = change the password where it is kept
