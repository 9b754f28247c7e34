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
sign-in-refused-outside-pins = The password was right, but the account is pinned to other sources.

## Why a command about sources was refused

refusal-eased-too-long = An unlock for a limited time lasts 24 hours at most. Choose an earlier end.
refusal-source-not-blocked = This source is not blocked, nor is any address in it. There is nothing to end.
refusal-source-not-blocked-over = This source is not blocked itself. The block is on the larger network { $network }. End that one, or allow this source.
refusal-no-such-entry = There is no such entry for exactly this source. postern source list shows what there is.
refusal-entry-exists-allowed = This source is allowed, and an allowed source can't be shared as well. Take the entry back first: postern source disallow.
refusal-entry-exists-shared = This source is marked as shared, and a shared source can't be allowed as well. Take the mark back first: postern source unshare.
refusal-source-is-allowed = The source { $network } is allowed, so a block in it has no effect. Take the allow entry back first: postern source disallow.
refusal-network-too-large = The network is too large. The prefix must have at least { $limit } bits, as in /{ $limit }.
refusal-no-clients-there = { $network } is no client's address, but the server's own or nobody's. Attempts from there count for the account alone, so nothing said of this source would take effect. If clients seem to come from there, let the webmail or proxy pass on their addresses.
refusal-too-many-entries = There are as many entries and blocks of sources as there may be ({ $limit }). End some first.
refusal-too-many-pins = An account can be pinned to { $limit } sources at most. Take a pin back first, or pin a larger network.

## What the audit calls each event: labels in a table, no full stop

event-source-entry-added = Source allowed, shared or pinned
event-source-entry-removed = Source entry removed
event-source-entry-expired = Source entry expired
event-sign-in-eased = Unlocked for a limited time

## The command line about sources; $source is a network, an account, or both

entry-allowed = Source allowed
entry-shared = Shared source
entry-pinned = Pinned source
cli-source-blocked = Source blocked: { $source }
cli-source-unblocked = Source not blocked any more: { $source }
cli-source-allowed = Source allowed: { $source }
cli-source-disallowed = Allow entry removed: { $source }
cli-source-shared = Source marked as shared: { $source }
cli-source-unshared = Source not marked as shared any more: { $source }
cli-source-pinned = Account pinned to the source: { $source }
cli-source-unpinned = Account not pinned to the source any more: { $source }
cli-source-blocks-ended = Blocks ended: { $count }
cli-sources-none = No such source is blocked, allowed, shared or pinned.
cli-source-score = Points of { $network }: { $count }. Blocked at: { $limit }
cli-source-no-score = No wrong passwords from here are on record.
cli-source-known-by = Accounts to which this source is familiar: { $count }

## What an attempt would be answered: one line for each step, a label and what it says

cli-from-allowed = { $account } from { $address }: the password would be checked.
cli-from-refused = { $account } from { $address }: refused before the password is checked.
cli-from-observed = { $account } from { $address }: the password would be checked. A rule would refuse the attempt, but is only observed.
cli-from-no-client = { $address } is no client's address, but the server's own or nobody's. Attempts from there count for the account alone, never for a source.
cli-from-outside-pins = { $account } is not pinned to this source. Even with the right password, sign-in from there is refused, and sending from there is restricted.
step-account-block = Account blocked by a person
step-entry = Source allowed or shared
step-pair-block = Source blocked for this account
step-network-block = Source blocked by a person
step-source-block = Source blocked by a rule
step-lane = Lock of sign-in
step-room = Attempts at the same time
outcome-nothing = no
outcome-not-reached = not asked any more
outcome-spared = this attempt is spared. { $block }
outcome-observed = would refuse, but is only observed. { $refusal }
outcome-open-unfamiliar = open, counted as an unfamiliar source
outcome-open-familiar = open, counted as a familiar source

## The page about sources

sources-title = Sources
sources-lede = { $count ->
    [0] No source is blocked.
    [one] { $count } source is blocked.
   *[other] { $count } sources are blocked.
}
sources-found = { $count ->
    [0] No block or entry matches “{ $text }”.
    [one] { $count } block or entry matches “{ $text }”.
   *[other] { $count } blocks and entries match “{ $text }”.
}
sources-search = Find a source or a note
sources-search-hint = An address such as 203.0.113.9, a network, or part of a note.
# Tabs.
sources-kinds = Kinds
sources-blocked = Blocked
sources-allowed = Allowed
sources-shared = Shared
sources-pinned = Pinned
sources-none = Nothing is said of any source here.
# $address is an address of the network.
sources-standing = How { $address } stands
# Buttons, and titles of their pages.
sources-block = Block a source
sources-allow = Allow a source
sources-share = Mark a source as shared
sources-pin = Pin an account to a source
sources-block-lede = Nobody can sign in from a blocked source, not even with the right password. With a user, only this user can't.
sources-allow-lede = An allowed source is never blocked, and attempts from there count as familiar. Blocks within it end.
sources-share-lede = Everyone comes from a shared source, as with a webmail or a proxy. No rule blocks it, and no account learns it as familiar.
sources-pin-lede = A pinned account signs in and sends from the sources it is pinned to, and from nowhere else. This is for applications.
sources-network = Address or network
sources-network-hint = As in 203.0.113.9 or 203.0.113.0/24.
sources-network-wrong = Write an address or a network, as in 203.0.113.9 or 203.0.113.0/24. Nothing was changed.
sources-user-hint = Empty: everyone from there.
sources-user-hint-allow = Empty: everyone from there. A user without an address: no source of this user is blocked.
sources-user-needed = Write which user. Nothing was changed.
sources-never = It never ends by itself
sources-end-needed = Choose when it ends, or that it never ends by itself. Nothing was changed.
sources-end-twice = You gave a date and also that it never ends. Choose one of the two. Nothing was changed.
sources-unblock = Unblock this source?
sources-unblock-lede = { $count ->
    [one] This block ends at once.
   *[other] These { $count } blocks end at once: they lie within one another.
}
sources-unblock-yes = Yes, unblock the source
# Buttons beside a row.
sources-unblock-row = Unblock
sources-end = Remove this entry?
sources-end-yes = Yes, remove it
sources-disallow-lede = Attempts from there are judged like all others again, and rules can block the source.
sources-unshare-lede = Accounts learn this source as familiar again, and rules can block it.
sources-unpin-lede = The account can't come from this source any more while it is pinned to others. If this was the last one, it can come from everywhere.
sources-ended-already = This has ended already, or someone has ended it. Go back to the list of sources to see what holds now.
# On the page of locks: to the page of all sources.
sources-all = All sources: blocked, allowed, shared and pinned
