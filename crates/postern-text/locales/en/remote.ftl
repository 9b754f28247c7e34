# The command line at a server somewhere else.

cli-remote-address = { $server } is no address of a server. Write it as in https://mail.contoso.example.
cli-remote-plain = Over http:// a token could be read on its way. Write https:// instead of { $server }.
cli-remote-no-token = A server is asked with a token. Write its file with --token-file; postern token add makes one on the server.
cli-remote-file = { $path } can't be read: { $cause }
cli-remote-empty-token = { $path } holds no token. It has one line, which begins with postern_.
cli-remote-no-certificate = { $path } holds no certificate. It has to be a PEM file.
cli-remote-no-roots = This system has no list of certificate authorities. Write --ca-file with a PEM file of those that you trust.
cli-remote-unreachable = { $server } does not answer: { $cause }
cli-remote-certificate = { $server } can't prove who it is, so nothing was sent. Cause: { $cause }
