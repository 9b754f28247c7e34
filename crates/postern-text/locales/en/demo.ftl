# The story that `postern demo` tells in the terminal. Read by somebody who is looking at Postern for the first
# time. $took is a measured length of time such as 0.4 ms; $account, $address and $source are shown as they are.

demo-opening = Postern demo: a real server, a made-up organisation, and a day with attackers.
demo-listening = The server is running with a temporary data folder. All that follows goes through its two gates:
demo-gate-dovecot = { $address }: Dovecot asks here before and after it checks a password
demo-gate-postfix = { $address }: Postfix asks here for each recipient and at the end of each message
demo-yesterday = { $count ->
    [one] Yesterday was an ordinary day: { $count } account signed in from its usual place and wrote to people it knows.
   *[other] Yesterday was an ordinary day: { $count } accounts signed in from their usual places and wrote to people they know.
}

demo-guessing-title = Somebody guesses at Anna's password
demo-asked-and-checked = { $account } from { $source }: the password was checked and is wrong. Postern answered in { $took }
demo-asked-and-refused = { $account } from { $source }: refused before the password was checked. Postern answered in { $took }
demo-guessing-ten-checked = { $count ->
    [one] { $count } guess was checked. Then sign-in was locked for unfamiliar sources.
   *[other] { $count } guesses were checked. Then sign-in was locked for unfamiliar sources.
}
demo-guessing-right-refused = From there, even the right password is refused before it is checked ({ $took }).
demo-guessing-owner-in = Anna signs in from her usual place, { $source } ({ $took }).

demo-spray-title = One password is tried on many names
demo-spray-stopped = { $count ->
    [one] After { $count } attempt, every further one from { $source } is refused before its password is checked.
   *[other] After { $count } attempts, every further one from { $source } is refused before its password is checked.
}
demo-spray-others-in = { $count ->
    [one] { $count } account signs in from its usual place as on any other day.
   *[other] { $count } accounts sign in from their usual places as on any other day.
}

demo-phone-title = A phone still has the old password
demo-phone-not-locked = { $count ->
    [one] The phone tried the same old password { $count } time. That is not an attack, and nothing is locked.
   *[other] The phone tried the same old password { $count } times. That is not an attack, and nothing is locked.
}
demo-phone-owner-in = Its owner signs in with the new password from the same place ({ $took }).

demo-spam-title = Spam is sent from Rob's account
demo-spam-delayed = { $count ->
    [0] No message was delayed.
    [one] { $count } message to a new recipient was delayed before the limit was reached.
   *[other] { $count } messages to new recipients were delayed before the limit was reached.
}
demo-spam-stopped = { $count ->
    [one] { $count } recipient was let out. Then sending was restricted.
   *[other] { $count } recipients were let out. Then sending was restricted.
}
demo-spam-client-sees = What Postfix is told, and passes on to the mail program ({ $took }):

demo-bcc-title = Fifty new recipients in one message, and an application that may do that
demo-bcc-none-out = { $count ->
    [0] None of the fifty recipients got the message: it was refused as a whole.
    [one] { $count } recipient got the message.
   *[other] { $count } recipients got the message.
}
demo-bcc-application = { $count ->
    [one] The invoice application wrote to { $count } new customer. It is registered as an application, and new recipients are its job.
   *[other] The invoice application wrote to { $count } new customers. It is registered as an application, and new recipients are its job.
}

demo-release-title = The admin finds Rob and unblocks sending
demo-release-found = The search for “rob” lists rob@contoso.com.
demo-release-next-accepted = The very next recipient in the same open session is accepted ({ $took }).
demo-release-list-empty = Rob is no longer on the list. Who ended the restriction, when and why stays on record.

demo-all-behaved = Every step went as it should.
demo-some-misbehaved = { $count ->
    [one] { $count } step did not go as it should. It is marked [!!] above.
   *[other] { $count } steps did not go as they should. They are marked [!!] above.
}
demo-admin-centre = Open the admin centre in a browser. This link signs you in as { $name }, once:
demo-api = A program asks the same by the API, with a token:
demo-look-around = Look around in another terminal:
demo-stop = The server keeps running. Ctrl-C stops it and removes its data.
demo-history = { $count ->
    [one] Sample history: { $count } made-up day was played through the gates with past times. The admin centre's pictures show it.
   *[other] Sample history: { $count } made-up days were played through the gates with past times. The admin centre's pictures show them.
}
# On every page of the demo's admin centre.
demo-sample = Demo: people and history are made up
