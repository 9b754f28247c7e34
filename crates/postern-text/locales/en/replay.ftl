# Replay of a log: what would have been stopped.

cli-replay-stopped-sources = Sources that would have been stopped: { $count }
cli-head-refused = Refused
cli-head-failures-before = Failures before
cli-head-sign-ins-before = Sign-ins before
