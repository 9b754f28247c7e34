# The command line. One line of output has no full stop; a sentence that explains has one.

## Why the server did not do what was asked

cli-error-no-such-route = The server does not know this address. Client and server may have different versions.
cli-error-method = The server does not know this method here.
cli-error-bad-request = The request can't be read: { $cause }
cli-error-body-too-large = The request is too large.
cli-error-no-such-account = There is no such account.
cli-error-no-such-restriction = There is no such restriction.
cli-error-not-allowed = Your roles do not allow this. Nothing was changed.
cli-error-name-taken = The name { $name } belongs to another account. Nothing was changed.
cli-error-changed-meanwhile = Somebody else changed this meanwhile. Nothing was changed. Look at the new state and decide again.
cli-error-policy = The value is not allowed: { $cause }
cli-error-internal = That did not work, and nothing was changed. Try again. The server's log has the cause under { $id }
