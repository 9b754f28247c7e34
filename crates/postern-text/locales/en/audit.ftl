# The audit log as a page. Read by admins and the help desk.

## The page

# The head above the place in the menu.
admin-nav-head-happened = What happened
audit-lede = What people, programs, rules and time changed, newest first.
# The form, and its button.
audit-filter = Filter
audit-filter-clear = Clear the filter
audit-none = Nothing in the audit log matches.
# Choices of who acted.
audit-by-anyone = Anyone
audit-by-people = People and programs
# A field: one actor by name. A program is named as its token is.
audit-actor = User name, root or program
audit-event-any = Every event
audit-from = From day
audit-to = To day
audit-no-account = No account is called “{ $name }”. The number of a deleted account finds its rows.
audit-no-day = Write a day as year, month and day: 2026-11-21.
# A link below the newest rows about one account.
audit-all = All of it in the audit log

## Labels of what a row says beside its event

audit-address = Address
audit-aliases = Further addresses
audit-value = Policy value
audit-language = Language
audit-roles = Roles
audit-groups = Groups
audit-alias = Alias
# A value before and after the change.
audit-before = Before
audit-after = Now
# A network or domain that a restriction is on.
audit-on = Applies to
audit-tried = Accounts tried
audit-counted = Counted
audit-limit = Limit
audit-messages = Messages
audit-contacts = Contacts
audit-codes-left = Recovery codes left
# What a token may do.
audit-scopes = Permissions
# Of a restriction, a token, a session: as in 7K2M9-QX4TB.
audit-id = Number
# An invitation to the admin centre, and what its link does.
audit-link = Link
audit-link-sets-up = sets up the sign-in
audit-link-signs-in = signs in without password and code
# Why a session of the admin centre is over.
audit-signed-out = Signed out
audit-ended-by-person = Ended from the list
audit-too-many-sessions = Too many sessions
audit-secret-changed = Password or second factor changed
# A source that was allowed.
audit-vouched = Vouched for: the first sign-in from there makes it familiar
