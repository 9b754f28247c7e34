# Signing in: what the rules say beyond one account's failures.

reason-locked-too-often-unfamiliar = { $count ->
    [one] Unfamiliar sources were locked { $count } time within 24 hours.
   *[other] Unfamiliar sources were locked { $count } times within 24 hours.
}
reason-locked-too-often-familiar = { $count ->
    [one] Familiar sources were locked { $count } time within 24 hours.
   *[other] Familiar sources were locked { $count } times within 24 hours.
}
evidence-success-during-spray = Sign-in from an unfamiliar source worked while many accounts were being tried.
evidence-old-password-from-strange-place = A former password of the account was tried from a source that the account has never used.
evidence-outside-pinned-sources = Somebody with the right password came from a source that the account is not pinned to.
reason-outside-pinned-sources = The account is pinned to its sources, and mail came from another one.

## Spray mode: many accounts are tried at once

event-spray-started = Spray mode started
event-spray-ended = Spray mode ended
spray-now = Spray mode since { $since }: wrong passwords were tried on many accounts in one hour. Unfamiliar sources are locked after fewer failures until it is over.
spray-observed = Spray is observed since { $since }: wrong passwords were tried on many accounts in one hour. No threshold is lowered.
spray-tried = Accounts tried in one hour: { $count }
mail-spray-started-subject = Many accounts are being attacked
mail-spray-started-first-line = Since { $since }, wrong passwords have been tried on many accounts from unfamiliar sources.
mail-spray-ended-subject = The attack on many accounts is over
mail-spray-ended-first-line = The attack that began on { $since } is over, or has become the usual noise.
mail-spray-most = Most accounts tried in one hour: { $count }
mail-spray-threshold = Spray mode starts at: { $count }
mail-spray-means = Until it is over, unfamiliar sources are locked after fewer failures. Familiar sources are not affected.
mail-spray-observed = Spray mode is only observed: no threshold was lowered.
mail-spray-look = Successful sign-ins from unfamiliar sources meanwhile are in the audit as evidence:

## Values that contradict each other, and presets

# $reason is one of the sentences below.
policy-contradiction = { $lower } must not be above { $upper }. { $reason }
policy-conflict-known-place-stricter = A source that the account knows would be trusted less than one that it does not know.
policy-conflict-first-lock-above-longest = The first lock would be longer than the longest one.
policy-conflict-closes-before-lock = Sign-in would close before it ever locks.
policy-conflict-lock-could-be-passed = So many attempts at once could pass the lock.
policy-conflict-address-after-network = An address would be blocked later than the whole network around it.
policy-conflict-looser-during-spray = While many accounts are attacked, strangers would have more guesses than usual.
policy-conflict-never-acts = The first rule would never act, because the second one always acts before it.
policy-conflict-hour-above-day = An hour can't hold more than the day it lies in.
policy-conflict-watched-looser = A watched account would have more room than any other.
policy-would-change = { $name } would become { $to }. It is { $from }
policy-nothing-differs = Nothing differs from this preset.
preset-microsoft = As Microsoft Entra smart lockout by default: 10 failures, 60 seconds. No hard limit.
preset-standard = What a new site gets.
preset-strict = As Microsoft Entra for the US government: 3 failures. Sources are blocked earlier, and 50 failures in a row close the lane.
preset-sending-small-office = Sending, as a new site has it: more than 30 new recipients an hour or 60 a day restrict; at most 1000 recipients a day.
preset-sending-strict = Sending, for schools and hosters: 20 new recipients an hour, 40 a day; at most 400 recipients a day.
preset-sending-relaxed = Sending, for people who write to many strangers: 50 new recipients an hour, 120 a day; at most 2000 recipients a day.
preset-sending-microsoft = Sending, only Microsoft's standard limits: 500 recipients an hour, 1000 a day. New recipients are not told from known ones, so a slow run passes.
preset-sending-microsoft-strict = Sending, only Microsoft's strict limits: 400 recipients an hour, 800 a day. New recipients are not told from known ones, so a slow run passes.
policy-sticky-warning = Locks that stay until someone lifts them let strangers shut the owner out of new places. Choose them only where someone answers quickly.
