# Policies as pages: the values by groups, what a change would do, presets. What each value is called is in policy_values.
admin-nav-policies = Policies
# For screen readers: the row of tabs.
policy-tabs = Parts of the policies
policy-tab-sign-in = Signing in
policy-tab-score = Suspicion
policy-tab-rest = Observing and keeping
policy-lede = { $count ->
    [0] Every value is the default.
    [one] { $count } value differs from the default.
   *[other] { $count } values differ from the default.
}
policy-head-now = Now
# Column: the value after the change.
policy-head-then = Then
# Column: the value before the change.
policy-head-before = Before
# For screen readers, beside a value.
policy-differs = differs from the default
policy-range = { $min } to { $max }
policy-hint = Default: { $default }. Allowed: { $min } to { $max }
policy-change = Change
policy-change-title = Change: { $group }
policy-change-lede = Nothing changes before you have seen the list of changes and chosen Yes.
policy-see-changes = See what changes
policy-preview-title = { $count ->
    [0] Nothing changes
    [one] { $count } value changes
   *[other] { $count } values change
}
policy-refused-title = These values are not accepted
policy-not-a-number = “{ $name }” takes a whole number. Given: “{ $given }”
policy-out-of-range = “{ $name }” can be { $min } to { $max }. Given: { $given }
policy-unknown-name = There is no value named “{ $name }”.
# The name of a value within a sentence.
policy-quoted = “{ $name }”
policy-back-to-form = Back to the form
policy-yes = Yes, change
policy-meanwhile = Meanwhile one of these values was changed by someone else. Read the list again.
policy-done = { $count ->
    [one] { $count } value is changed.
   *[other] { $count } values are changed.
}
policy-undo = Undo
policy-on = On
policy-off = Off
policy-percent = { $number }%
policy-times = { $number } ×
# After the name of a value in a form.
policy-unit-seconds = in seconds
policy-unit-milliseconds = in milliseconds
policy-unit-percent = in percent
policy-unit-days = in days
policy-group-locks = Locks of accounts
policy-group-sources = Blocks of sources
policy-group-spray = Many accounts tried at once
policy-group-sending = Limits of sending
policy-group-watched = Watched, released and older accounts
policy-group-score = Suspicion score
policy-group-guard = Mass guard
policy-group-history = What is kept
policy-group-password = Passwords
policy-group-observe = Only observe
policy-presets = Presets
policy-head-preset = Preset
# Column: how many values a preset would change.
policy-head-changes = Would change
policy-preset-changes = { $count ->
    [0] In force as it is
    [one] { $count } value
   *[other] { $count } values
}
policy-preset-look = Compare
policy-what-if = What would have happened?
policy-try = The mail of the last 30 days, judged by both. On the server, where the mail log is, write this. It changes nothing.
policy-past = { $count ->
    [0] No restriction in the last 30 days began because of “{ $name }”.
    [one] Restrictions in the last 30 days because of “{ $name }”: { $count }. The new limit was not exceeded at that moment: { $within }. It could have been later.
   *[other] Restrictions in the last 30 days because of “{ $name }”: { $count }. The new limit was not exceeded at that moment: { $within }. It could have been later.
}
# Caption of a table of numbers, and head of its first column.
policy-trial-counts = Accounts in the last 30 days
# What the numbers are computed from. $since is a date and a time.
policy-trial-basis = Computed from the sums that are kept of each account in slots of ten minutes, since { $since }. They show neither where anyone signed in from nor other evidence, so what really happened can differ.
policy-trial-part = Accounts looked at, drawn at random: { $count }. There are more.
policy-trial-none = No mail has been counted in the last 30 days.
# A button.
policy-trial-go = Look at the last 30 days
# Head of a list of accounts.
policy-trial-named = Restricted with the new values
policy-trial-perhaps = Restricted only if mail refused at the time had gone on to new recipients: { $count }.
# Beside one account: why it is not certain that it would have been restricted.
policy-trial-only-if = Only if mail refused at the time had gone on to new recipients.
# Beside one account that would have been restricted.
policy-trial-also = With today’s values as well.

## Policies for some accounts

scoped-title = Policies for some accounts
# A tab.
scoped-tab = For some accounts
scoped-lede = { $count ->
    [one] { $count } policy sets limits of sending for some accounts.
   *[other] { $count } policies set limits of sending for some accounts. They are tried from the lowest number, and the first that is for an account holds.
}
scoped-held-by = { $count ->
    [0] No account has this policy now.
    [one] { $count } account has this policy now.
   *[other] { $count } accounts have this policy now.
}
scoped-users = Users
scoped-domains = Domains
scoped-kinds = Kinds of account
# $sort is one of the labels above, $names what it names.
scoped-sort = { $sort }: { $names }
scoped-new = New policy for some accounts
scoped-form-lede = Nothing changes before you have seen whom it touches and chosen Yes.
scoped-name-hint = a to z, 0 to 9, - and _. It can't be changed later.
scoped-priority-hint = The lowest number is tried first.
scoped-whom = Who it is for
scoped-whom-hint = Whoever fits each field that is filled in. One name on each line.
scoped-except-hint = Whoever fits any of these fields is left out.
scoped-values = What it sets
scoped-values-hint = An empty field is the site's own value.
scoped-hint = Site's own: { $site }. Allowed: { $min } to { $max }
scoped-until-hint = Empty: until someone removes it.
scoped-see = See whom it touches
scoped-no-such-user = There is no user { $user }. Nothing was changed.
scoped-priority-wrong = The priority is a whole number. Nothing was changed.
scoped-preview-title = The policy { $name }, as it would be
scoped-touches = Whom it touches
scoped-touch = { $count ->
    [0] No account would have it at the moment.
    [one] { $count } account would have it.
   *[other] { $count } accounts would have it.
}
scoped-moves = Accounts that come to it: { $joining }. Accounts that leave it: { $leaving }
scoped-yes = Yes, put it in force
scoped-remove-title = Remove the policy { $name }?
scoped-remove-touch = { $count ->
    [0] No account has it now.
    [one] { $count } account has it now. For this account the next policy that is for it then holds, or the site's own.
   *[other] { $count } accounts have it now. For each of them the next policy that is for it then holds, or the site's own.
}
scoped-remove-yes = Yes, remove it
# A planned mailing: a button, and the title of its page.
scoped-mailing = Plan a mailing
scoped-mailing-lede = This account may write to more recipients for a while. The limits for sign-ins from strange places stay as they are.
scoped-recipients = To how many recipients
scoped-recipients-wrong = Write a whole number, 1 or more. Nothing was changed.
scoped-mailing-yes = Yes, plan it
# On the page of a user.
scoped-user = Policy of sending
scoped-tried-yes = { $name }, priority { $priority }: is for this account, so it holds
scoped-tried-no = { $name }, priority { $priority }: is not for this account
# A value that differs from the site's own, in a list.
scoped-differs = { $name }: { $value }. Site's own: { $site }
