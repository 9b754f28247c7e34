## The suspicion score: what was seen of an account, put together

reason-compromise-score = The suspicion score reached { $points }. The limit is { $limit }.
decision-alert-raised = Alert
event-alert-raised = Alert raised

# A score and what it does. Below it stands what it is made of.
score-none = Suspicion score: { $score } of 100. That has no consequence.
score-alert = Suspicion score: { $score } of 100. It is in the audit log as an alert. Nothing is restricted.
score-slow = Suspicion score: { $score } of 100. Each further new recipient has to wait.
score-until-next-day = Suspicion score: { $score } of 100. At this level, sending is restricted until the next day.
score-until-released = Suspicion score: { $score } of 100. At this level, sending is restricted until an admin unblocks it.
score-falls = If nothing more is seen, this level ends on { $when }.
# The line below an observation.
score-signal = Time: { $when }. Points then: { $points }, now: { $now }

## What would have made the difference; the line stands below the evidence of a restriction

otherwise-wider-policy = This would not have happened if a policy for this account allowed it more recipients.
otherwise-known-place = This would not have happened if the account had signed in from a familiar source.
otherwise-without = This would not have happened without this observation: { $evidence }
otherwise-ends-by-itself = This would have ended by itself the next day if the account had signed in from a familiar source.

## Where the score only reports; $command is what to type

cli-observed-score-slow = Slowing by the suspicion score is only observed. To enforce now: { $command }
cli-observed-score-restrict = Restricting by the suspicion score is only observed. The limits of sending still restrict. To enforce now: { $command }

## The mail about an alert, and the one that stands for those that were too many

mail-alert-subject = { $account }: suspicious activity
mail-alert-first-line = What was seen of this account until { $when } is enough for an alert.
mail-alert-step-restrict = 3. If it is not the owner, restrict sending, with your reason:
mail-alert-once = There is at most one mail about an alert of the same account in 24 hours. A restriction has a mail of its own.
mail-alerts-more-subject = Accounts with an alert: { $count } more
mail-alerts-more-first-line = In one hour there are at most { $limit } mails about alerts. Since { $since }, there were alerts without a mail.
mail-alerts-more-count = Accounts with an alert and without a mail: { $count }
mail-alerts-more-look = Every alert is in the audit log:
