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
