# What users read without signing in: the first page with three choices, and /why, to which a refused mail sends them.
start-title = What can we help with?
start-sign-in = I can't sign in
start-sign-in-sub = Unlock your account or choose a new password
start-send = I can't send mail
start-send-sub = See why, and what helps
start-wrong = Something looks wrong
start-wrong-sub = Mail you did not send, or a sign-in you do not know
start-lede = You need your phone or your alternate address. Nobody will ask you for your password.
# Leads to the first page.
start-link = Other questions
why-title = Why you can't send mail
why-lede = Mail that did not look like yours went out from your account, or more of it than is usual. Sending was stopped to protect you and the people you write to. You still receive mail, and nothing in your mailbox was deleted.
why-step-password = Choose a new password. Someone may know the old one.
why-step-security = Look under “My security” at who signed in. Remove app passwords and alternate addresses that you do not know.
why-step-rules = Look in your mail program for rules that forward or delete mail, and remove those you did not make.
why-step-devices = Enter the new password on each phone and computer.
why-step-tell = Tell the help desk the code from the mail that came back. A person opens sending again.
why-code = The code for the help desk: { $code }
why-sent = I did send this mail
why-sent-text = Then tell the help desk what it was, for example a newsletter. The next one can be announced beforehand.
