# /help in the admin centre: a question, the diagnosis, cards. And the link to it on every page.
help-title = Help
# On every page; leads to the help with the page's account and complaint.
help-need = Need help?
help-question = What is wrong, and for whom?
help-question-hint = For example: rob can't send
help-complaint = Complaint
help-look = Look into it
help-which = Several accounts match. Which one?
help-nobody = No account matches the question. Name a user, or choose one under “Active users”.
# Below the first sentence: further causes.
help-also = Also found
help-cards = What to read
help-no-card = No card matches these words.
help-steps = What to do
# Beside a card: pages on which its steps are done.
help-pages = Where to do it
help-all-cards = All cards
help-stuck = Still stuck?
help-stuck-lede = Give these lines to whoever helps you further. They name no account, no address and no mail.
