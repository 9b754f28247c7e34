# Sources that are blocked, allowed or shared.

## Blocks of sources: restrictions on a network, or on one account from one network

kind-address-block = Source blocked
# $network is a network such as 203.0.113.0/24; $account is an address.
state-pair-blocked = { $account } can't sign in from the source { $network }.
state-pair-blocked-until = { $account } can't sign in from the source { $network } until { $until }.

## Why a rule blocked a source

reason-source-points = { $count ->
    [one] Wrong passwords from this source, worth { $count } point.
   *[other] Wrong passwords from this source, worth { $count } points.
}
reason-source-enumeration = { $count ->
    [one] This source tried { $count } name that no account has.
   *[other] This source tried { $count } different names that no account has.
}
reason-source-spray = { $count ->
    [one] This source tried { $count } account, with hardly any success.
   *[other] This source tried { $count } accounts, with hardly any success.
}
reason-source-attack-name = { $count ->
    [one] This source tried a name that only attackers use, worth { $count } point.
   *[other] This source tried a name that only attackers use, worth { $count } points.
}

## A refused attempt: what the admin reads, never the client

sign-in-refused-pair-blocked = A person blocked this account for this source.
sign-in-refused-pair-blocked-until = A person blocked this account for this source until { $until }.
sign-in-refused-network-blocked = A person blocked the source.
sign-in-refused-network-blocked-until = A person blocked the source until { $until }.

## Why a command about sources was refused

refusal-eased-too-long = An unlock for a limited time lasts 24 hours at most. Choose an earlier end.
refusal-source-not-blocked = This source is not blocked, nor is any address in it. There is nothing to end.
refusal-source-not-blocked-over = This source is not blocked itself. The block is on the larger network { $network }. End that one, or allow this source.
refusal-no-such-entry = There is no such entry for exactly this source. postern source list shows what there is.
refusal-entry-exists-allowed = This source is allowed, and an allowed source can't be shared as well. Take the entry back first: postern source disallow.
refusal-entry-exists-shared = This source is marked as shared, and a shared source can't be allowed as well. Take the mark back first: postern source unshare.
refusal-source-is-allowed = The source { $network } is allowed, so a block in it has no effect. Take the allow entry back first: postern source disallow.
refusal-network-too-large = The network is too large. The prefix must have at least { $limit } bits, as in /{ $limit }.
refusal-too-many-entries = There are as many entries and blocks of sources as there may be ({ $limit }). End some first.

## What the audit calls each event: labels in a table, no full stop

event-source-entry-added = Source allowed or shared
event-source-entry-removed = Source entry removed
event-source-entry-expired = Source entry expired
event-sign-in-eased = Unlocked for a limited time
