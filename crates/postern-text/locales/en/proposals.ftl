# The mass guard: when rules want to restrict very many accounts at once, the further ones are proposed to an admin.

# A kind of restriction, as a label.
kind-sending-proposed = Restriction of sending proposed
state-sending-proposed = Restricting sending is proposed for { $account }. Until an admin decides, mail goes out. Mail to new recipients is delayed.
state-sending-proposed-until = Restricting sending is proposed for { $account }. Until an admin decides, mail goes out. Mail to new recipients is delayed. The proposal ends on { $until }.
event-mass-guard-started = Mass guard started
event-mass-guard-ended = Mass guard ended
refusal-nothing-proposed = No restriction of sending is proposed for this account. There is nothing to accept or to dismiss.

## Command line; $command is what to type

cli-no-proposals = No restriction of sending is proposed.
cli-done-dismissed = The proposal is dismissed for { $account }. Sending stays open.
cli-why-accept = To restrict sending as proposed: { $command }
cli-why-dismiss = To dismiss the proposal: { $command }

## Deciding about many: a line for each, then what was not done

cli-proposals-needs-yes = Proposals to be decided: { $count }. Nobody is there to be asked, and nothing was changed. Look with { $command }, then add --yes.
cli-proposals-ask = Proposals to be decided: { $count }. To go on, write this number:
cli-proposals-not = Nothing was decided.
cli-proposals-perhaps-more = Here are the first { $limit } proposals. For those after them run the command again.
cli-proposals-failed-one = Not decided: { $account }. Cause: { $cause }
cli-proposals-failed = Proposals that were not decided: { $count }

## What holds for the whole site; $command is what to type

mass-guard-now = Since { $since }, rules want to restrict sending for too many accounts at once. Further restrictions are only proposed.
mass-guard-counted = Accounts that rules want to restrict since then: { $count }
mass-guard-proposals = Restrictions of sending that are proposed and wait for an admin: { $count }
mass-guard-look = To see what is proposed: { $command }

## The mail about it

mail-guard-subject = Rules want to restrict very many accounts
mail-guard-first-line = Since { $since }, further restrictions of sending are only proposed. An admin decides about them.
mail-guard-counted = Accounts that rules wanted to restrict within ten minutes: { $count }
mail-guard-limit = As many are restricted without an admin: { $count }
mail-guard-means = Mail of the further accounts goes out, to new recipients with a delay. The fixed limits still refuse. Accounts with evidence of two kinds that is worth 100 points together are restricted all the same.
mail-guard-step-look = 1. See what is proposed, and why:
mail-guard-step-dismiss = 2. If a rule or a limit is wrong, correct it and dismiss the proposals:
mail-guard-step-accept = 3. If it is spam, accept the proposals:
