# Policies of sending for some accounts: list, change, who has which, and every reason to refuse one.

policies-head-name = Policy
policies-head-priority = Priority
policies-head-for = For
policies-head-except = Except
policies-head-sets = Sets
policies-head-accounts = Accounts
policies-head-until = Ends
policies-head-site = Site's own

policies-none = There are no policies for some accounts. Everyone has the site's own.
policies-last = Whoever is in none of them has the site's own policy.
policies-put = { $count ->
    [0] The policy { $name } is in force. No account is in it at the moment.
    [one] The policy { $name } is in force for { $count } account.
   *[other] The policy { $name } is in force for { $count } accounts.
}
policies-removed = The policy { $name } is gone. Its accounts now have the next policy that is for them, or the site's own.
policies-has = { $user } has the policy { $name }, the first that is for this account.
policies-has-site = { $user } has the site's own policy. No other is for this account.
policies-mailing = { $count ->
    [one] { $user } may write to { $count } recipient until { $until }. The policy { $name } says so, and ends by itself.
   *[other] { $user } may write to { $count } recipients until { $until }. The policy { $name } says so, and ends by itself.
}
policies-mailing-no-number = The site's first policy has the priority 0 already, so a planned mailing can't come before it. Give that policy a higher number.

## Refusals

policies-error-name = "{ $given }" can't be the name of a policy. Use at most { $max } characters: a to z, 0 to 9, - and _.
policies-error-priority = The priority { $given } is too high. Choose a number from 0 to { $max }; the lowest is tried first.
policies-error-priority-taken = The policy { $by } has this priority already. Choose another number, so that it is clear which of them is tried first.
policies-error-no-condition = Say who the policy is for: users, groups, domains or kinds of account. For everyone, change the site's own policy.
policies-error-too-many-conditions = A policy can name at most { $max } users, groups, domains and kinds. Put the users into a group.
policies-error-condition = "{ $given }" can't be a group or a domain.
policies-error-no-value = The policy sets nothing. Name at least one value.
policies-error-not-of-sending = { $name } is the same for all accounts. A policy for some accounts can set values of sending only.
policies-error-too-many = There are { $max } policies already. Remove one that is no longer needed.
policies-error-no-such = There is no policy named "{ $name }".
policies-error-contradicts = The policy { $policy } would no longer fit. { $cause }
policies-error-no-preset = There is no preset named "{ $name }". policy preset list names them.
