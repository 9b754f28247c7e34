# The story that `postern demo` tells in the terminal. Read by somebody who is looking at Postern for the first
# time. $took is a measured length of time such as 0.4 ms; $account and $source are shown as they are.

demo-opening = Postern demo: the real server on this machine, with people, gates and attackers.
demo-listening = Postern is running with a temporary data folder. Everything below went through these sockets:
demo-gate-dovecot = Dovecot asks at  { $address }  before and after it checks a password
demo-gate-postfix = Postfix asks at  { $address }  for each recipient and at the end of each message
demo-yesterday = { $count ->
    [one] Yesterday { $count } account signed in from its usual place and wrote to people it knows.
   *[other] Yesterday { $count } accounts signed in from their usual places and wrote to people they know.
}

demo-guessing-title = Somebody guesses Anna's password
demo-asked-and-checked = { $account } from { $source }: answered in { $took }, the password was checked and wrong
demo-guessing-ten-checked = { $count ->
    [one] { $count } guess was checked against the directory, then the lock closed for unfamiliar sources.
   *[other] { $count } guesses were checked against the directory, then the lock closed for unfamiliar sources.
}
demo-guessing-right-refused = From there, even the right password is refused before it is checked ({ $took }).
demo-guessing-owner-in = Anna herself signs in from her usual place, { $source } ({ $took }).

demo-spray-title = One password is tried on many names
demo-spray-stopped = { $count ->
    [one] After { $count } attempt every further one from { $source } is refused before any password is checked.
   *[other] After { $count } attempts every further one from { $source } is refused before any password is checked.
}
demo-spray-others-in = { $count ->
    [one] { $count } account signs in from its usual place as on every day.
   *[other] { $count } accounts sign in from their usual places as on every day.
}

demo-phone-title = A phone still has the old password
demo-phone-not-locked = { $count ->
    [one] The phone tried { $count } time with the same old password. That is no attack, and nothing is locked.
   *[other] The phone tried { $count } times with the same old password. That is no attack, and nothing is locked.
}
demo-phone-owner-in = The owner signs in with the new password from the same place ({ $took }).

demo-spam-title = A spam run leaves Rob's account
demo-spam-delayed = { $count ->
    [0] No mail was delayed.
    [one] { $count } mail to a new recipient was delayed while it was not yet clear what this is.
   *[other] { $count } mails to new recipients were delayed while it was not yet clear what this is.
}
demo-spam-stopped = { $count ->
    [one] { $count } recipient was let out, then sending was restricted.
   *[other] { $count } recipients were let out, then sending was restricted.
}
demo-spam-client-sees = What Postfix is told to answer the mail program ({ $took }):

demo-bcc-title = Fifty recipients in one message, and an application that may
demo-bcc-none-out = { $count ->
    [0] None of the fifty recipients got the message: it was refused as a whole.
    [one] { $count } recipient got the message.
   *[other] { $count } recipients got the message.
}
demo-bcc-application = { $count ->
    [one] The invoice application wrote to { $count } new customer. It is registered as an application, so that is its job.
   *[other] The invoice application wrote to { $count } new customers. It is registered as an application, so that is its job.
}

demo-release-title = The admin finds Rob and unblocks sending
demo-release-found = The search for "rob" lists rob@contoso.com.
demo-release-next-accepted = The very next recipient on the same open session is accepted ({ $took }).
demo-release-list-empty = Rob is no longer on the list. His row is kept with who ended it, when and why.

demo-all-behaved = Every step behaved.
demo-some-misbehaved = { $count ->
    [one] { $count } step did not behave; it is marked [!!] above.
   *[other] { $count } steps did not behave; they are marked [!!] above.
}
demo-look-around = Look around in another terminal:
demo-stop = The server keeps running. Ctrl-C stops it and removes its data.
