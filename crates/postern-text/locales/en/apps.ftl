# Programs that ask over HTTP, remembered devices, and the one-time link for the owner in a new place.

## What applications show to whoever signs in: the same for a wrong password, an unknown name and a lock

apps-sign-in-refused = That did not work. Check the name and the password. If it goes on like this, ask your help desk.
apps-sign-in-wait = Too many attempts are being checked at the moment. Try again.

## What the server tells a program

apps-error-unauthorized = The token is missing, unknown, revoked or has ended, or it does not allow this. Nothing was done.
apps-error-client-address = The client's address cannot be read from what the proxy sent. Nothing was done.
apps-error-too-slow = The request took too long. Nothing was done.

## Why something was refused, and what to do

refusal-token-name = A token needs a name of at most { $limit } bytes without control characters. Nothing was changed.
refusal-token-name-taken = There is a token named { $name } already. Choose another name, or revoke that one first.
refusal-token-without-scope = A token needs at least one scope, such as sign_in:check. Nothing was changed.
refusal-too-many-tokens = There are as many tokens as there may be ({ $limit }). Revoke one first.
refusal-no-such-token = There is no such token. It may have been revoked already.
refusal-no-such-device = This account has no such device. It may have been forgotten already.
refusal-no-web-address = Postern has no web address, so no link leads to it. Write the section [web] with public_url into the configuration and restart the server.

## Labels of the audit

event-token-added = Token added
event-token-revoked = Token revoked
event-admission-offered = One-time link made
event-admission-used = One-time link used
event-device-remembered = Device remembered
event-device-forgotten = Device forgotten
actor-link-holder = holder of a one-time link

## The command line

apps-head-scopes = Allows
apps-head-ends = Ends
apps-head-last-used = Last used
apps-head-device = Device
apps-ends-never = never
apps-used-never = never
apps-no-tokens = No program has a token.
apps-token-made = Token made for { $name }. It is shown this once:
apps-token-revoked = Token revoked: { $name }
apps-token-end-missing = Say when the token ends (--until), or that it never does (--never-ends).
apps-admit-done = One-time link for { $account }, until { $until }. It is shown this once. Give it only to the person whose account it is:
apps-no-devices = No device is remembered for { $account }.
apps-device-forgotten = Device forgotten for { $account }
apps-config-no-web = Without [web] no application can ask over HTTP, and no one-time link can be made.

## The page of the one-time link; whoever holds the link reads it

in-title = Sign in from a new place
in-lede = Sign-in from new places is closed for your account. This link opens it for you, from this place only.
in-you-are-here = This place:
in-once = The link works once, until { $until }.
in-button = Open sign-in from here
in-not-you = If you did not ask for this link, close this page. Nothing has been changed.
in-changed = Your address has changed since the page was opened. Check it and press the button again.
in-trouble = That did not work, and nothing has been changed. Press the button again.
in-done-title = Sign-in from here is open
in-done = Sign in as usual, from this place, until { $until }. You need your password.
in-done-known = The first time that it works, this place becomes known for your account.
in-void-title = This link does not work
in-void = It has been used, its time is over, or it is not complete. Nothing has been changed.
in-void-next = Ask whoever gave you the link for a new one.
in-no-address-title = The page cannot see where you are
in-no-address = The link opens sign-in for the place where you are, and your address did not reach this page. Nothing has been changed.
in-no-address-next = Tell whoever gave you the link: the web server in front of Postern has to pass on the addresses of its clients.
in-skip = Skip to content
in-languages = Language
