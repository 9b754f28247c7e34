# The pictures of the admin centre: captions that say what was found, names of lanes, keys, and the same as a table.
# Times arrive short: 03:22, or 20 Nov 03:22 where a picture shows several days.

plots-day-title = The last 24 hours
plots-show = Show
plots-range-day = 24 h
plots-range-week = 7 days
plots-range-month = 30 days

## Lanes: labels at the left

plots-sign-ins = Sign-ins
plots-failed-sign-ins = Failed sign-ins
plots-other-sources = all other sources
plots-closed = Sign-in locked or blocked
plots-recipients = Recipients
plots-sending-refused = Sending refused
plots-acts = Rules and people
# $span is the length of a bar, as in 10 min.
plots-per = per { $span }
plots-limit-hour = limit { $limit } in one hour
plots-limit-day = limit { $limit } in 24 hours

## Key: what a colour or a shape is

plots-key-succeeded = succeeded
plots-key-failed = failed
plots-key-refused = refused
plots-key-known = written to before
plots-key-novel = never written to before
plots-key-began = when a restriction began
plots-key-sign-in = sign-in
plots-key-strange = sign-in from an unfamiliar source
plots-key-locked-unfamiliar = locked for unfamiliar sources
plots-key-locked-familiar = locked for familiar sources
plots-key-blocked = blocked for everybody
plots-key-slowed = sending slowed
plots-key-restricted = sending restricted
plots-key-rule-closed = closed by a rule
plots-key-rule-slowed = slowed by a rule
plots-key-acted = done by a person or a program

## The same as a table

plots-as-table = Show as table
plots-head-time = Time
plots-head-signed-in = Signed in
plots-head-refused = Refused sign-ins
plots-head-novel = Never written to before
plots-total = Total
plots-events = What happened when
plots-until = { $what }, until { $until }
plots-still = { $what }, still in force
plots-strange-from = Sign-in from an unfamiliar source: { $source }
plots-act = { $who }: { $what }

## Findings: the heading of an account's picture, no full stop

plots-title-nothing-day = Nothing happened in the last 24 hours
plots-title-nothing-week = Nothing happened in the last 7 days
plots-title-nothing-month = Nothing happened in the last 30 days
plots-title-quiet = No lock and no restriction
plots-title-restricted = Sending restricted: { $at }
plots-title-guessed = Wrong passwords, then the right one: { $at }
plots-title-strange = Sign-in from an unfamiliar source: { $at }
plots-title-locked = { $count ->
    [one] Sign-in locked { $count } time
   *[other] Sign-in locked { $count } times
}

## Findings: sentences below a heading

plots-nothing-site = Nobody signed in, and nobody sent mail.
plots-none-failed = No sign-in failed.
plots-some-failed = { $count ->
    [one] { $count } sign-in failed or was refused.
   *[other] { $count } sign-ins failed or were refused, never many at the same time.
}
plots-all-failed = { $count ->
    [one] { $count } sign-in failed or was refused.
   *[other] { $count } sign-ins failed or were refused.
}
plots-one-wave = Many of them failed between { $from } and { $until }.
plots-waves = { $count ->
    [one] They came in { $count } wave, from { $from } on.
   *[other] They came in { $count } waves, the first from { $from } on.
}
plots-strange = Last sign-in from an unfamiliar source: { $at }.
plots-no-mail = No mail was sent.
plots-mail = { $count ->
    [one] Mail went to { $count } recipient.
   *[other] Mail went to { $count } recipients.
}
plots-mail-novel = { $count ->
    [one] Mail went to { $count } recipient, never written to before: { $novel }.
   *[other] Mail went to { $count } recipients, never written to before: { $novel }.
}
plots-rose = Sending rose from { $from } on and was then restricted: { $at }.
plots-refused = { $count ->
    [one] { $count } attempt to send was refused.
   *[other] { $count } attempts to send were refused.
}
plots-none-restricted = No rule restricted sending.
plots-rules-restricted = { $count ->
    [one] Sending was restricted by a rule for { $count } account: { $at }.
   *[other] Sending was restricted by rules for { $count } accounts, the last time: { $at }.
}
