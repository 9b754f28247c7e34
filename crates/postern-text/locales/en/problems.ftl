# What went wrong, in a few words: the title of a problem that a program is answered (RFC 9457), and problems of
# requests that are conditional or sent twice.

problem-unreadable = The request can't be read
problem-no-token = No token that allows this
problem-not-allowed = Not allowed
problem-not-found = Not found
problem-method = Not possible with this method
problem-conflict = Does not fit the present state
problem-changed = Changed in the meantime
problem-too-large = Too large
problem-rules = Refused by the rules
problem-failed = Something failed in the server
problem-other-server = Another server failed
problem-not-now = Not possible at the moment

problem-precondition = This has changed since it was read, and nothing was changed now. Read it again and decide again.
problem-key-reused = Another request has used this idempotency key. Nothing was done. Use a new key for a new request.
problem-key-in-use = A request with this idempotency key is being carried out, or the server stopped while it was. Look at how things stand before you send it with a new key.
problem-key-unreadable = An idempotency key has 1 to { $limit } visible ASCII characters. Nothing was done.
problem-keys-full = So many idempotency keys are kept that no further one fits ({ $limit }). Nothing was done. They end after 24 hours; send the request without a key.
problem-no-such-preset = There is no such preset. Choose one of these: { $known }
