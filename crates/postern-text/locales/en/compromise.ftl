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
