# Where sign-ins came from, and what that says. Read by admins on the command line, on pages and in mail.

## Evidence: observations, never verdicts

# $region is a country and the number of a network operator: SE, AS29518.
evidence-new-region = First sign-in from { $region }: this account had not signed in from that country and network before.
evidence-travel = { $count ->
    [one] Signed in { $count } km away from the sign-in before it, faster than an aeroplane flies.
   *[other] Signed in { $count } km away from the sign-in before it, faster than an aeroplane flies.
}
evidence-many-countries = { $count ->
    [one] Sign-ins from { $count } country within 24 hours.
   *[other] Sign-ins from { $count } countries within 24 hours.
}
evidence-many-addresses = { $count ->
    [one] Sign-ins from { $count } unusual address within a day.
   *[other] Sign-ins from { $count } unusual addresses within a day.
}
evidence-anonymous-source = The address hides who is behind it: a VPN, a proxy, Tor or a hosting provider.
evidence-listed-password = The password is on a list of common or leaked passwords.

# $role is a key of the configuration file, as in city_file.
cli-health-places = { $role }: places as of { $built }
cli-health-places-none = { $role }: no data in use
cli-health-places-problem = The file cannot be used: { $problem }

## History

failures-device-former = { $count ->
    [one] A device ({ $device }) still has an old password: { $count } attempt since { $since }.
   *[other] A device ({ $device }) still has an old password: { $count } attempts since { $since }.
}
failures-device-repeats = { $count ->
    [one] A device ({ $device }) sends the same wrong password again and again, probably an old one: { $count } attempt since { $since }.
   *[other] A device ({ $device }) sends the same wrong password again and again, probably an old one: { $count } attempts since { $since }.
}
failures-attack = { $count ->
    [one] Someone is guessing passwords: { $count } between { $since } and { $until }. Sources: { $sources }
   *[other] Someone is guessing passwords: { $count } different ones between { $since } and { $until }. Sources: { $sources }
}
history-password-was-right = The password was right.
history-credential = Credential: { $credential }.
history-after-failures = After many failed attempts.
cli-history-none = No sign-in of { $account } is recorded that matches.
cli-since-not-understood = “{ $text }” is not a time. Write 2026-11-24T18:00, 2026-11-24, or a time before now: 90min, 8h, 3d.
cli-head-result = Result
cli-head-protocol = Protocol
cli-head-place = Place
cli-head-client = Client

## Passwords that nobody may set

cli-breached-built = { $file } holds { $entries } passwords.
