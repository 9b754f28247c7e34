# The list of accounts, what is done to several of them at once, and lists as files. Read by admins and the help desk on a
# page.

## The list

users-lede = { $count ->
    [0] There is no account yet.
    [one] { $count } account.
   *[other] { $count } accounts.
}
users-lede-locked = { $count ->
    [0] No account is locked by a rule.
    [one] Sign-in is locked by a rule for { $count } account.
   *[other] Sign-in is locked by a rule for { $count } accounts.
}
users-lede-blocked = { $count ->
    [0] No account is blocked from signing in.
    [one] Sign-in is blocked for { $count } account, until someone allows it or its time is over.
   *[other] Sign-in is blocked for { $count } accounts, until someone allows it or its time is over.
}
# Postern forgets old sign-ins: it cannot say "never".
users-lede-never = Accounts for which Postern remembers no sign-in.
users-found = { $count ->
    [0] No account here matches “{ $text }”.
    [one] { $count } account matches “{ $text }”.
   *[other] { $count } accounts match “{ $text }”.
}
# The list goes on, so that nobody has counted.
users-found-some = Accounts that match “{ $text }”.
# For screen readers: the tabs.
users-views = Views
users-view-all = All
users-view-locked = Sign-in locked
users-view-restricted = Sending restricted
users-view-blocked = Sign-in blocked
users-view-never = No sign-in seen
users-name = Name
users-status = Status
users-last = Last sign-in
# Column: how many in 24 hours.
users-failed = Failed sign-ins
# Column: recipients in 24 hours, and how many are allowed.
users-sent = Sent / limit
users-kind = Kind
# Both doors: signing in and sending.
users-both-open = Both open
# Restrictions beside the one that is named.
users-more = +{ $count } more
# After what is restricted.
users-until = until { $when }
users-no-sign-in = none seen
# For screen readers: the column of boxes to tick, and one of them.
users-select-head = Select
users-select = Select account { $account }
users-select-all = Select all shown
users-select-none = Select none
# No account on this page, and the list goes on.
users-go-on = Nothing found so far. The list goes on.
# Below the table: what its signs mean.
users-key-day = Failed sign-ins and sent: the last 24 hours
users-key-doors = first door: signing in, second: sending
users-key-slowed = slowed or held
users-key-rule = closed by a rule
users-key-person = closed by a person

## What lists share

export-csv = Export CSV
export-ndjson = Export NDJSON
export-proof-title = Confirm before the export
export-proof-lede = The file holds personal data of many people. Confirm that it's you, and the download starts.
# For screen readers: the links to other pages of a list.
pages = Pages of the list
page-first = First page
page-next = Next page

## Several accounts at once

bulk-unblock = Unblock sending
bulk-unlock = Unlock sign-in
bulk-allow = Allow sign-in
bulk-block = Block sign-in
bulk-restrict = Restrict sending
bulk-ask-unblock = { $count ->
    [one] Unblock sending for { $count } account?
   *[other] Unblock sending for { $count } accounts?
}
bulk-ask-unlock = { $count ->
    [one] Unlock sign-in for { $count } account?
   *[other] Unlock sign-in for { $count } accounts?
}
bulk-ask-allow = { $count ->
    [one] Allow sign-in for { $count } account?
   *[other] Allow sign-in for { $count } accounts?
}
bulk-ask-block = { $count ->
    [one] Block sign-in for { $count } account?
   *[other] Block sign-in for { $count } accounts?
}
bulk-ask-restrict = { $count ->
    [one] Restrict sending for { $count } account?
   *[other] Restrict sending for { $count } accounts?
}
bulk-yes-allow = Yes, allow sign-in
bulk-yes-block = Yes, block sign-in
bulk-yes-restrict = Yes, restrict sending
bulk-note-block = Sign-in stays blocked until someone allows it.
bulk-note-restrict = Sending stays restricted until someone unblocks it. Receiving goes on.
bulk-who = For these accounts
bulk-left-out = { $count ->
    [one] { $count } account is left out
   *[other] { $count } accounts are left out
}
bulk-nothing = There is nothing to do
bulk-none-chosen = No account is selected. Go back to the list and select some.
bulk-too-many = { $max ->
    [one] At most { $max } account at a time. Nothing was changed. Select fewer.
   *[other] At most { $max } accounts at a time. Nothing was changed. Select fewer.
}
bulk-gone = This account does not exist any more.
bulk-done = { $count ->
    [0] Done for no account.
    [one] Done for { $count } account.
   *[other] Done for { $count } accounts.
}
bulk-not-done = { $count ->
    [one] { $count } account was left out, with its cause beside it.
   *[other] { $count } accounts were left out, each with its cause.
}
bulk-result = Result
bulk-result-done = Done

## What the reader chooses: columns, and views of their own

users-columns = Columns
users-columns-show = Show these columns
views-title = My views
views-lede = A view is a list of users to come back to: its filter, search, order and columns. Only you see yours.
views-none = No view is saved yet.
views-save-link = Save this view
views-save = Save
views-remove = Remove
views-name-wrong = Give the view a name of at most 80 characters. Nothing was saved.
views-query-wrong = This search is too long to be saved. Nothing was saved.
views-too-many = You have { $count } views, which is as many as there can be. Remove one, then save again.
