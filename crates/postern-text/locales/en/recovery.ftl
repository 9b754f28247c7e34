# The owner's way back without help, at /recover. Read by somebody who cannot work.
recovery-title = Get back into your account
recovery-lede = You need your phone with the authenticator app, your alternate address or a recovery code. Nobody will ask you for your password.
recovery-next = Next
recovery-have-temporary = I was given a temporary password
recovery-prove-title = Show that it is you
recovery-send = Send a code to my alternate address
recovery-sent = If there is such an account and it has an alternate address, a code is on its way there. It works for ten minutes and makes an earlier one useless. It is never sent to the mailbox you are locked out of.
recovery-code = Code
recovery-code-hint = From the mail at your alternate address, from your authenticator app, or one of your recovery codes.
recovery-no-way = If you have none of these, ask your help desk. They can reset the password and will check who you are first.
recovery-wrong = The code does not match, is too old or was used already. Check it, or use another one.
recovery-too-many = There were too many attempts from your network. Wait an hour, or ask your help desk. Signing in is not affected.
recovery-paused = You have begun too often for this name from here. Try again after { $until }, or ask your help desk. Signing in is not affected.
recovery-no-name = Enter your user name or your email address.
recovery-over = This took longer than 20 minutes, or it was finished already. Begin again.
recovery-trouble = That did not work, and nothing was changed. Try again.
recovery-off = Your organisation has not switched this on. Ask your help desk.
recovery-another-title = One more proof
recovery-another-lede = That was right. This account needs a second proof of another kind. These are left:
recovery-too-few = That was right, but this account needs a second proof and has none registered. Ask your help desk. Nothing was changed.
recovery-method-address-code = A code by mail to the alternate address
recovery-method-app-code = A code from the authenticator app
recovery-method-recovery-code = A recovery code
recovery-choose-title = What would you like to do?
recovery-unlock = Unlock only
recovery-unlock-sub = The password stays as it is.
recovery-new = Choose a new password
recovery-new-sub = If you have forgotten it, or someone else may know it. A lock ends, and you are signed out everywhere.
recovery-done-title = You can sign in again
recovery-done-unlocked = Signing in is unlocked. Use the password that you have. If a phone or computer still has an old password, change it there, or it will lock you out again.
recovery-done-password = Your new password is set. You have been signed out everywhere, and app passwords no longer work. On each phone and computer, enter the new password.
recovery-done-still-restricted = Sending mail is still stopped for this account until an admin has had a look. Receiving goes on.

# Why the way back leads no further; only whoever proved something reads these.
refusal-recovery-not-proved = One more proof of another kind is needed. Nothing was changed.
refusal-recovery-blocked = An admin has blocked signing in to this account, and only an admin can allow it again. Ask your help desk. Nothing was changed.
refusal-recovery-unlock-is-not-enough = Someone else may have used this account, so it needs a new password. Nothing was changed.
refusal-recovery-nothing-locked = Signing in is not locked, so there is nothing to unlock. If the password does not work, choose a new one.

# In the audit.
event-recovered = Access regained without help
event-code-shown = Code of the authenticator app shown on the way back

# Values of the policy.
pv-password-recovery-rule = Owners get back in by themselves
pv-password-recovery-rule-what = Whoever proves to be the owner unlocks signing in or sets a new password without an admin.
pv-password-recovery-proofs = Proofs that it takes
pv-password-recovery-proofs-what = So many proofs of different kinds an owner needs. Admins and accounts that may be compromised always need two.
