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
