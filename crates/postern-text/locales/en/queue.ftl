# The mail server's queue: mail of one account that is accepted and not yet delivered.

point-mail-queue = Mail queue
receipt-queue = { $count ->
    [one] { $point }: { $count } message, after { $latency }
   *[other] { $point }: { $count } messages, after { $latency }
}
event-mail-held = Queued mail held
event-mail-released = Held mail released
event-mail-deleted = Queued mail deleted
queue-state-held = Held
queue-state-active = Being delivered
queue-state-deferred = Waiting for the next try
queue-state-incoming = Just arrived

refusal-nothing-queued-hold = The queue has no mail of this account that isn't held already. Nothing was changed.
refusal-nothing-queued-release = No mail of this account is held in the queue. Nothing was changed.
refusal-nothing-queued-delete = The queue has no mail of this account. Nothing was changed.
refusal-not-in-queue = This account has no message { $id } in the queue. It has left the queue, or belongs to someone else. Nothing was changed.
cli-error-queue-not-configured = The mail queue is not connected: the configuration has no section [mail_queue]. Nothing was changed.
cli-error-queue-unreadable = The mail queue can't be read, and nothing was changed. Cause: { $cause }
cli-config-no-queue = Without [mail_queue] the queued mail of a restricted account goes out.

cli-head-delay = Last try
cli-head-recipients = Recipients
cli-head-sender = Sender
cli-head-size = Bytes
# In place of an address: the message is a bounce.
cli-queue-no-sender = no sender
cli-queue-empty = The queue has no mail of { $account }.
cli-queue-counts = Messages of { $account } in the queue: { $count }. Held: { $held }
cli-queue-more = More messages than are shown: { $count }
cli-queue-let-go = To let held mail go: { $command }
cli-queue-remove = To delete it: { $command }
cli-queue-ask = This cannot be undone, and nobody is told. To delete the messages listed above ({ $count }), write the address of the account: { $account }
cli-queue-held = Queued mail of { $account } is held until somebody releases or deletes it
cli-queue-released = Held mail of { $account } is on its way
cli-queue-deleted = Queued mail of { $account } is deleted. Nobody got a bounce.
cli-queue-underway = Decided for { $account }. The queue has not answered yet; its answer will be under postern why.
cli-queue-failed = It was decided and did not work: { $cause }

cli-sending-refused-since = Requests to send refused since { $since }: { $count }
cli-sending-last = Last messages that were let in
cli-releases-lately = Restrictions of sending that people ended for this account in the last 30 days: { $count }. If it goes on, look for the cause before you end the next one.

## The queue as pages

queue-hold = Hold
queue-release = Release
queue-delete = Delete
# Beside a box to tick: every message, also those that are not shown.
queue-all = All messages in the queue
# For screen readers: a box to tick.
queue-select = Select message { $id }
queue-ask-hold = { $count ->
    [one] Hold { $count } message?
   *[other] Hold { $count } messages?
}
queue-ask-release = { $count ->
    [one] Release { $count } message?
   *[other] Release { $count } messages?
}
queue-ask-delete = { $count ->
    [one] Delete { $count } message for good?
   *[other] Delete { $count } messages for good?
}
queue-yes-hold = Yes, hold
queue-yes-release = Yes, release
queue-yes-delete = Yes, delete for good
queue-note-hold = Held mail stays in the queue until someone releases or deletes it.
queue-note-release = Released mail is delivered. A restriction of sending stays as it is.
queue-note-delete = This can't be undone, and nobody is told: neither the sender nor the recipients.
queue-typed = To delete, write the address of the account: { $account }
queue-typed-wrong = This is not the address of the account. Nothing was deleted.
queue-none-chosen = No message is selected. Go back to the list and select some.
queue-too-many = At most { $max } messages can be selected. Nothing was changed. Select fewer, or all of them.
queue-nothing-left = None of these messages is in the queue any more in a way that this would change.
queue-underway = Decided for { $account }. The queue has not answered yet. Open the queue again to see what became of it.
# A link to the page of the user's queue.
queue-decide = Hold, release or delete queued mail
