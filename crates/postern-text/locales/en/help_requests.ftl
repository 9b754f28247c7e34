# Requests for help: an owner who gets no further by himself asks the help desk. Portal pages are read by somebody who cannot work.

## The portal

help-ask-title = Ask your help desk
help-ask-lede = Your help desk is told that you need help with this account. Nothing else happens to it. They will check who you are.
help-ask-message = How can they reach you?
help-ask-message-hint = For example a phone number and when you can be reached. Never write a password here.
help-ask-button = Ask for help
help-ask-asked = If there is such an account, your help desk has been told. Asking again changes nothing until they have answered.
help-ask-told = Your help desk has been told.
help-ask-already = You have asked about this already. Your help desk has it and has not answered yet.
help-ask-topic = What is it about?
# The heading over the site's own contact details.
help-contact = Your help desk

## What it is about

help-topic-sign-in = Cannot sign in
help-topic-sending = Cannot send mail
help-topic-suspicious = Something looks wrong

## For admins

help-requests-title = Requests for help
help-requests-lede = Owners who get no further ask here. A request opens nothing. Check who is asking before you change anything.
help-requests-none = Nobody is waiting for an answer.
help-requests-asks = { $account } asks for help
help-requests-proved = Has shown that they are the owner
help-requests-unproved = Has not shown that they are the owner: anyone who knows the address can ask
help-requests-open = Waiting for an answer
help-requests-answered = Answered on { $when } by { $actor }: { $note }
help-requests-answer = Mark as answered
help-requests-answer-lede = Write below what you did. The owner is not told by Postern.
help-requests-done = The request is marked as answered.
help-requests-head-request = Request
help-requests-head-asked = Asked
help-requests-head-account = Account
help-requests-head-topic = About
help-requests-head-who = Who
help-requests-head-from = From
help-requests-head-message = Message

refusal-help-no-such-request = There is no such request for help about this account. It may be old: answered requests are kept for 30 days. Nothing was changed.
refusal-help-already-answered = Someone has answered this request already. Nothing was changed.

event-help-asked = Asked for help
event-help-answered = Request for help answered
actor-visitor = someone who did not sign in

## Mail to the help desk

mail-help-subject = { $account } asks for help
mail-help-first-line = A request for help came in on { $when }. It opens nothing.
mail-help-topic = About: { $topic }
mail-help-source = From: { $source }
mail-help-message = Message: { $message }
mail-help-step-check = 1. Check who is asking, by a way that you know already, and not by answering this message.
mail-help-step-look = 2. See how the account stands and why:
mail-help-step-answer = 3. When you are done, mark the request as answered:
