# The pages of the two doors: restricted users with Unblock, locks with Unlock, and Edit sign-in status.

## Restricted users

restricted-lede = { $count ->
    [0] Everyone can send. No account is restricted.
    [one] { $count } account cannot send. It still receives.
   *[other] { $count } accounts cannot send. All of them still receive.
}
restricted-found = { $count ->
    [0] No restricted account matches “{ $text }”.
    [one] { $count } restricted account matches “{ $text }”.
   *[other] { $count } restricted accounts match “{ $text }”.
}
# Column: attempts to send that were refused since the restriction began.
restricted-stopped = Stopped
restricted-unblock = Unblock
# For screen readers, after the text of a button: for which account.
restricted-of = account { $account }
restricted-last = Last ended: { $account }, { $when }.

## Unblock

unblock-title = Unblock sending for account { $account }?
unblock-lede = Nothing changes before you choose Yes.
unblock-why = Why sending was restricted
unblock-evidence = What was seen
unblock-checks = { $count ->
    [one] Is it safe? { $passed } of { $count } check passes
   *[other] Is it safe? { $passed } of { $count } checks pass
}
unblock-check-password-yes = The password was changed after the restriction
unblock-check-password-no = The password is the same as before the restriction
unblock-check-password-elsewhere = Another system keeps the password: check there that it was changed
unblock-check-queue-yes = Nothing of this account is in the mail queue
unblock-check-queue-no = Messages of this account are still in the mail queue: { $count }
unblock-check-queue-unread = The mail queue could not be read
unblock-check-suspicion-yes = The suspicion score is below the alert
unblock-check-suspicion-no = The suspicion score is still high: { $score } of 100
unblock-check-sessions-yes = No session is open from before the restriction
unblock-check-sessions-no = Sessions that were open before the restriction are still open: { $count }
unblock-check-sessions-unread = Open sessions could not be read
unblock-check-rules-yes = No rule forwards mail out of the organisation
unblock-check-rules-no = Rules that forward mail out of the organisation: { $count }
unblock-check-rules-unread = Rules and forwarding could not be read
unblock-check-ways-back-yes = The owner can get back in without help
unblock-check-ways-back-no = The owner has no way to get back in without help: no alternate address and no recovery code counts
# For screen readers, before a check.
unblock-check-passed = Passed:
# For screen readers, before a check.
unblock-check-failed = Not passed:
# For screen readers, before a check.
unblock-check-open = To be checked by you:
unblock-despite = Not every check passes. You can still go on; then the reason has to say why.
unblock-releases = { $count ->
    [one] Restrictions of this account that people ended in the last 30 days: { $count }
   *[other] Restrictions of this account that people ended in the last 30 days: { $count }
}
unblock-yes = Yes, unblock sending
unblock-not = Sending is not restricted for account { $account }. There is nothing to unblock.
unblock-done = Account { $account } can send again.
unblock-probe = The sending gate was asked and accepts mail of this account. Confirmed at { $clock }
unblock-probe-no = The sending gate was asked and still refuses this account.
# Below a list that is longer than a page.
first-shown = { $count ->
    [one] The first { $count } is shown. Search to find others.
   *[other] The first { $count } are shown. Search to find others.
}

## Sign-in locks

locks-lede = { $count ->
    [0] No account is locked and none is blocked.
    [one] { $count } account is locked or blocked for signing in.
   *[other] { $count } accounts are locked or blocked for signing in.
}
locks-found = { $count ->
    [0] No locked or blocked account matches “{ $text }”.
    [one] { $count } locked or blocked account matches “{ $text }”.
   *[other] { $count } locked or blocked accounts match “{ $text }”.
}
locks-unlock = Unlock
locks-allow = Allow sign-in
locks-sources = Blocked sources
locks-sources-none = No source is blocked.
locks-source = Source
unlock-title = Unlock sign-in for account { $account }?
unlock-lede = The password stays as it is. Whoever is guessing gets new attempts, too.
unlock-yes = Yes, unlock
unlock-not = Sign-in is not locked for account { $account }. There is nothing to unlock.
unlock-done = Sign-in is unlocked for account { $account }.

## Edit sign-in status

status-title = Edit sign-in status
status-of = Account { $account }
status-now = Now
status-allowed = Sign-in allowed
status-blocked = Sign-in blocked until someone allows it
status-blocked-until = Sign-in blocked until a date
# Above the three choices of Edit sign-in status.
status-legend = From now on
status-date = Until
status-date-wrong = Choose a day and a time that lie ahead.
status-date-unused = You gave a date. Choose whether sign-in is blocked until then.
# Other restrictions of the account follow, which the form does not end.
status-also = This stays as it is:
status-effects = Open sessions of mail clients go on. A block holds at the next sign-in, also while Postern is stopped.
status-save = Save
status-done-allowed = Sign-in is allowed for account { $account }.
# Below that nothing is restricted: how the last restriction ended. $actor is a name or a label.
unblock-ended-by = The last restriction ended { $when }, by { $actor }.
