# Where an account's mail is sent on, and what its owner's rules (Sieve) do. Rules are the person's own, not Postern's.

rules-title = Rules and forwarding
rules-unreadable = Not everything can be read, so there may be more than is shown. Cause: { $cause }
rules-no-forwards = No rule sends mail of { $account } on.
# $address is where mail goes.
rules-forward-outside = Mail is forwarded out of the organisation, to { $address }, and is not kept.
rules-forward-outside-copy = A copy is forwarded out of the organisation, to { $address }.
rules-forward-own = Mail is forwarded within the organisation, to { $address }, and is not kept.
rules-forward-own-copy = A copy is forwarded within the organisation, to { $address }.
rules-forward-computed = Mail is forwarded to an address that the rule makes up by itself: { $address }
rules-only-some = Only some of the mail: the rule has a condition.
rules-script = Script and line
rules-does = What it does
rules-about = Address or folder
rules-when = When
rules-always = Always
rules-sometimes = With a condition
rules-hides = hides mail
rules-none = No rule is active.
