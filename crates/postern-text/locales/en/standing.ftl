# How an account stands at the door of signing in, who is locked or blocked, and where listeners get addresses from.

## Where only some rules of signing in are observed

cli-observed-lanes = Locks are only observed: the rules lock no account. To enforce now: { $command }
cli-observed-sources = Blocks of sources are only observed: the rules block no source. What a person blocks is blocked. To enforce now: { $command }
cli-observed-spray = Spray mode is only observed: it lowers no threshold. To enforce now: { $command }

## The two lanes of an account; below each what is counted

standing-unfamiliar-open = Sign-in from unfamiliar sources: open
standing-unfamiliar-locked = Sign-in from unfamiliar sources: locked until { $until }
standing-unfamiliar-closed = Sign-in from unfamiliar sources: closed
standing-familiar-open = Sign-in from familiar sources: open
standing-familiar-locked = Sign-in from familiar sources: locked until { $until }
standing-familiar-closed = Sign-in from familiar sources: closed
standing-lane-failures = Failed attempts: { $count } of { $limit }, in a row: { $row } of { $row_limit }
standing-lane-level = Locks lately: { $count }. The next one is longer, unless the longest is reached.
standing-admit = To let in the owner alone, from a new place: { $command }
standing-unlock-gives = Unlocking gives whoever is guessing new attempts, too.
standing-lane-eased = Until { $until } it takes twice as many failed attempts to lock.

## What is said of sources; the block or entry follows, then what ends it

standing-place-familiar = { $address } is a familiar source of this account, and it is blocked. Last sign-in from there: { $last }
standing-place-unfamiliar = { $address } is blocked, and this account has signed in from there. Last sign-in from there: { $last }
standing-ends-it = To end it: { $command }

## One account, below the door

signin-link = A one-time link is open until { $until }. Nobody has used it.
signin-pass = A one-time link was used from { $network }. Sign-in from there is open until { $until }.
signin-devices = Remembered devices: { $count }
signin-last-success = Last sign-in that worked: { $when }, from { $source }
signin-last = Last sign-ins and failed attempts, newest first
signin-refused-by-block = Attempts from { $address } are refused by this block. Leave it if they are not the owner's.
signin-none-recorded = No sign-in is recorded.
signin-next = Next step: { $command }
signin-next-else = Otherwise: { $command }
signin-next-nothing = Nothing has to be opened. What an attempt from one address would be answered: { $command }

## Nobody on the list

signin-nobody-locked = No account is locked.
signin-nobody-blocked = No account is blocked, and none is blocked for one source.
signin-nobody-from = No locked or blocked account was tried from { $source } within the last 7 days, and none is blocked there.
signin-nobody-locked-from = No locked account was tried from { $source } within the last 7 days.
signin-nobody-blocked-from = No blocked account was tried from { $source } within the last 7 days, and none is blocked there.
signin-source-blocked = The source or a part of it is itself blocked: { $command }

## check-config: a line for each listener

listener-question = { $section }, { $listen }: the mail server sends the client's address in each question.
listener-proxy-protocol = { $section }, { $listen }: the mail server sends the client's address in each question. The PROXY header of { $proxies } says which mail server asks.
listener-proxy-protocol-unix = { $section }, { $listen }: the mail server sends the client's address in each question. The PROXY header of whoever opens the socket says which mail server asks.
listener-forwarded = { $section }, { $listen }: the client's address is read from X-Forwarded-For of { $proxies }. For everybody else it is the connection's own.
listener-forwarded-unix = { $section }, { $listen }: the client's address is read from X-Forwarded-For of whoever opens the socket.
listener-connection = { $section }, { $listen }: the client's address is the connection's own. X-Forwarded-For is not read.
listener-trusts-nobody = { $listen } trusts no proxy on this machine. Behind a reverse proxy, every visitor would have the proxy's address. Name the proxy in web.trusted_proxies, or let it connect over a Unix socket.
