# What a mail program is told over SMTP. English and ASCII only, in every language: the page behind the address
# is translated, the reply is not. One line, no counts, no evidence, no name. This file has no translations.

# $code is the restriction's code such as 7K2M9-QX4TB, $url the page that explains it.
gate-sending-refused = Sending is restricted for this account [{ $code }]. See { $url } - Your mail was not sent; receiving is not affected.
# Where no page is configured, or its address does not fit.
gate-sending-refused-without-page = Sending is restricted for this account [{ $code }]. Contact your help desk. Your mail was not sent; receiving is not affected.
# The same of signing in: the session was opened before the block, and ends with this reply.
gate-session-ended = Sign-in is blocked for this account [{ $code }]. See { $url } - This session ends here; your mail was not sent.
gate-session-ended-without-page = Sign-in is blocked for this account [{ $code }]. Contact your help desk. This session ends here; your mail was not sent.
# Only whoever showed the right temporary password sees these, over every mail protocol. $url is the page that sets another one.
gate-temporary-password = Temporary password: choose your own at { $url } before you sign in.
gate-temporary-password-without-page = Temporary password: choose your own before you sign in. Contact your help desk.
gate-temporary-password-expired = Your temporary password has expired. Contact your help desk for a new one.
