# The overview: what needs a person, four numbers, the last 24 hours.
# The title of the page.
overview-needs = { $count ->
    [0] Nothing needs you
    [one] { $count } thing needs you
   *[other] { $count } things need you
}
overview-quiet = No account is restricted by a rule, none is closed for good, and everything is saved.
overview-look = Look and decide
overview-more = { $count ->
    [one] { $count } more account is restricted.
   *[other] { $count } more accounts are restricted.
}
overview-spray = Many accounts are being tried at once
overview-spray-more = Accounts with a wrong password from an unfamiliar source in the last hour: { $count }. Until it ends, fewer failed attempts lock sign-in from unfamiliar sources.
overview-guard = Rules want to restrict very many accounts
overview-guard-more = Restrictions that wait for your decision: { $count }
overview-observed = Sending is only observed
overview-observed-more = Until { $until } the rules restrict and slow nobody; they say what they would have done.
overview-behind = Changes by rules are not saved yet
overview-behind-more = They are in force, and a crash would lose them: { $count }. The server’s log says why.
overview-unsaved = Nothing can be saved
overview-unsaved-more = Since { $since }. What people decide is refused until it works again. The disk may be full; the server’s log says why.
overview-addresses = The mail server sends no usable client addresses
# For screen readers: the row of four numbers.
overview-numbers = The site now
# Below a number of accounts.
overview-locked = locked or blocked from signing in
# Below a number of accounts.
overview-restricted = restricted from sending
# Below a number.
overview-recipients = recipients in the last hour
# Below a number.
overview-failures = failed sign-ins in the last hour
# Beside the number of failed sign-ins.
overview-refused = refused by a lock or block: { $count }
overview-lately = What happened lately
overview-nothing-lately = Nothing is in the audit log yet.
overview-memory = In memory: { $names } names, { $restrictions } restrictions in force
