# Help cards: what an admin, the help desk or a user looks for, and what to do. Each card has a title, search words that are never shown,
# a text, steps in the order of doing, and sometimes a note. Names in quotation marks are labels of the interface.

## Signing in

card-unlock-account-title = Unlock an account
card-unlock-account-words = unlock, locked out, locked, lockout, smart lockout, cannot sign in, can't sign in, can't log in, login fails, too many attempts, wrong password, failed sign-ins, account locked, 50053, AADSTS50053, 535 5.7.8, unlocking an account
card-unlock-account-text = Sign-in locks by itself when wrong passwords keep coming. Most locks concern unfamiliar sources only: the owner can still sign in from familiar ones. A block by a person is another thing and has a button of its own.
card-unlock-account-step-1 = Open “Sign-in locks” and search for the user; part of the name is enough.
card-unlock-account-step-2 = Read under “Why” whether a rule locked sign-in or a person blocked it.
card-unlock-account-step-3 = If a rule locked it, choose “Unlock”, write a reason and choose “Yes, unlock”.
card-unlock-account-step-4 = If a person blocked it, ask that person first, then choose “Allow sign-in”.
card-unlock-account-step-5 = On the user's page, read under “What the failed sign-ins are” who keeps trying.
card-unlock-account-step-6 = If the user no longer knows the password, choose “Reset password”; that ends the lock as well.
card-unlock-account-note = Unlocking does not change the password, and whoever is guessing gets new attempts, too. A lock says that someone tried, not that someone got in.

card-reset-password-title = Reset a password
card-reset-password-words = reset password, forgot password, forgotten password, new password, change password, lost password, temporary password, password expired, print password, send password, link for a password
card-reset-password-text = The old password stops working, and with it all app passwords. The new one is temporary: it only works for choosing another one. The password is never sent to the affected mailbox, because whoever reads that mailbox would have it too.
card-reset-password-step-1 = Open “Active users” and choose the user.
card-reset-password-step-2 = Choose “Reset password”.
card-reset-password-step-3 = Leave “Generate a password” selected, write a reason and choose “Reset the password”.
card-reset-password-step-4 = Hand the password over by phone, in person or on paper; the print of the page is a sheet for the user.
card-reset-password-step-5 = If nobody should see the password, open “Alternate addresses” on the user's page and mail a link instead.
card-reset-password-step-6 = Have the new password entered on each phone and computer of the user.
card-reset-password-note = A reset ends automatic locks. A block of sign-in by a person and a restriction of sending stay, and each has its own button. You can't reset your own password here.

card-sign-in-status-title = Allow or block sign-in
card-sign-in-status-words = edit sign-in status, sign-in status, block sign-in, unblock sign-in, allow sign-in, disable account, enable account, blocked user, deactivate, suspend, leaver, left the company, more actions, 525 5.7.13
card-sign-in-status-text = A block keeps a user out everywhere, whatever the password, until someone allows sign-in or its date is reached. It is a person's decision and has nothing to do with automatic locks.
card-sign-in-status-step-1 = Open “Active users” and choose the user.
card-sign-in-status-step-2 = Choose “Edit sign-in status” and read under “Now” what holds.
card-sign-in-status-step-3 = Choose “Sign-in allowed”, “Sign-in blocked until someone allows it” or “Sign-in blocked until a date”.
card-sign-in-status-step-4 = Write a reason and choose “Save”.
card-sign-in-status-step-5 = Read what stays as it is: an automatic lock or a restriction of sending has to be ended separately.
card-sign-in-status-note = A block holds also while Postern is stopped. Mail for the user still arrives. Your own account and the last global admin can't be blocked.

card-self-service-title = Let users back in by themselves
card-self-service-words = self-service, self-service password reset, SSPR, forgot password, security info, alternate email, alternate address, recovery code, verification code, authenticator, get back in, recover account, without admin
card-self-service-text = Whoever can show who they are unlocks sign-in or sets a new password without an admin. One proof is enough; admins, and accounts that may be compromised, need two of different kinds.
card-self-service-step-1 = Tell your users the address of the page “Get back into your account”; it ends in /recover.
card-self-service-step-2 = Have them add an alternate address under “My security”, whose address ends in /my, and confirm it by the link in the mail.
card-self-service-step-3 = Have them make recovery codes on the same page and keep them on paper; a code counts only from one day after it was made.
card-self-service-step-4 = When locked out, the user opens the page and enters the user name and a code.
card-self-service-step-5 = Then the user chooses “Unlock only” or “Choose a new password”.
card-self-service-step-6 = After a new password, the user enters it on each phone and computer.
card-self-service-note = A code is never sent to the mailbox that the user is locked out of. A block by a person and a restriction of sending stay until an admin ends them.

card-must-change-title = A temporary password does not work
card-must-change-words = temporary password, must change, change at next sign-in, password change required, password expired, mail program refuses the password, Outlook keeps asking, phone keeps asking, new user cannot sign in
card-must-change-text = A temporary password opens no mailbox. It only works for choosing a password of one's own in the browser, and it expires.
card-must-change-step-1 = Open the page “Choose your own password” in a browser; its address ends in /password.
card-must-change-step-2 = Enter the user name, the temporary password, and a password of your own twice.
card-must-change-step-3 = Choose “Set the password”.
card-must-change-step-4 = Enter your own password on each phone and computer.
card-must-change-step-5 = If the temporary password has expired, an admin chooses “Reset again” on the user's page.
card-must-change-note = The mail program is right to refuse the temporary password; another mail program or another network changes nothing.

card-app-passwords-title = A password for a single device
card-app-passwords-words = app password, app passwords, application password, device password, lost phone, stolen phone, printer, scanner, copier, old mail program, without MFA, revoke, IMAP password
card-app-passwords-text = An app password opens the mailbox on one device and by the protocols that were chosen. If the device is lost, it is revoked and the others go on.
card-app-passwords-step-1 = Open the user's page and choose “App passwords”.
card-app-passwords-step-2 = Name the device, choose its protocols and choose “Make an app password”.
card-app-passwords-step-3 = Enter it on the device in place of the account's password, with the hyphens; it is shown only once.
card-app-passwords-step-4 = If a device is lost, choose “Revoke” beside it.
card-app-passwords-step-5 = If it is not clear which device is meant, choose “Revoke all”.
card-app-passwords-note = A reset of the account's password revokes all app passwords. An app password opens neither “My security” nor the admin centre. Users can make and revoke their own under “My security”.

card-stale-devices-title = A device with the old password
card-stale-devices-words = old password, stale device, locked again and again, keeps locking, phone after password change, tablet, printer, Outlook asks for password, cached password, saved password, ActiveSync, forgotten device
card-stale-devices-text = After a new password, a phone or computer often goes on trying the old one. Postern recognises it and does not count these attempts, so they lock nobody. Mail on that device stops all the same.
card-stale-devices-step-1 = Open the user's page and read under “What the failed sign-ins are” which device it is.
card-stale-devices-step-2 = See under “Sign-ins” from which source and by which protocol it comes.
card-stale-devices-step-3 = Look for the device with its owner: phone, tablet, old computer, printer, second mail program.
card-stale-devices-step-4 = Enter the new password there, or remove the account from that device.
card-stale-devices-step-5 = If sign-in is locked, choose “Unlock” under “Sign-in locks” afterwards.
card-stale-devices-note = If the owner does not know the source, it is no forgotten device: someone else has the old password. Then see “Respond to a compromised account”.

card-blocked-sources-title = Nobody at one place can sign in
card-blocked-sources-words = blocked IP, IP address blocked, blocked source, office cannot sign in, whole office locked out, VPN, webmail, proxy, NAT, allow list, block list, trusted IP, named location, unblock IP, spray, brute force
card-blocked-sources-text = A source (an address or a network) that keeps guessing is blocked for a while. If many people share it, as in an office, behind a VPN or in web mail, others may be refused with it.
card-blocked-sources-step-1 = Open “Sources” and search for the address from which the people come.
card-blocked-sources-step-2 = Read why it is blocked, since when and until when.
card-blocked-sources-step-3 = Choose “Unblock”, write a reason and choose “Yes, unblock the source”.
card-blocked-sources-step-4 = If it is your own office or VPN, choose “Allow a source” so that no rule blocks it.
card-blocked-sources-step-5 = If it is web mail or a proxy, choose “Mark a source as shared” and have it pass on the addresses of its clients.
card-blocked-sources-step-6 = If single accounts are still locked, unlock them under “Sign-in locks”.
card-blocked-sources-note = First look for the device that guesses, or the block comes back. A person's block on a source ends only when a person ends it or its date is reached.

card-protocols-title = Switch protocols off for an account
card-protocols-words = IMAP off, POP3 off, disable IMAP, disable POP, SMTP AUTH, submission, ManageSieve, webmail off, basic authentication, legacy authentication, Exchange ActiveSync, MAPI, OWA, email apps, protocol
card-protocols-text = A protocol that an account does not need can be closed for it alone. The others go on working, and mail still arrives.
card-protocols-step-1 = Open the user's page and choose “Edit sign-in status”.
card-protocols-step-2 = Choose “Protocols”.
card-protocols-step-3 = Untick what the account does not need: IMAP, POP3, “Sending (SMTP)”, ManageSieve or “Web mail and portal”.
card-protocols-step-4 = Write a reason and choose “Save”.
card-protocols-note = Web mail that signs in to the mail server by IMAP counts as IMAP. Whoever is refused reads the same as with a wrong password. To keep someone out altogether, block sign-in.

## Sending

card-unblock-email-title = A user cannot send mail
card-unblock-email-words = unblock, unblock email, cannot send, can't send, sending blocked, sending restricted, restricted user, restricted users, restricted entities, blocked for spam, spam, bounce, access denied bad outbound sender, 5.1.8, 550 5.1.8, 5.7.1, 550 5.7.1, 5.1.90, 5.2.2
card-unblock-email-text = Sending is restricted because of outbound spam, too many recipients or evidence of a compromised account. Incoming mail arrives as usual. Reset the password first, then unblock sending.
card-unblock-email-step-1 = If someone else may know the password, choose “Reset password” on the user's page before anything else.
card-unblock-email-step-2 = Open “Restricted users” and search for the user; part of the name is enough: rob finds rob@contoso.com.
card-unblock-email-step-3 = Choose “Unblock”, read why sending was restricted and look at each check.
card-unblock-email-step-4 = Decide about waiting messages under “Hold, release or delete queued mail”.
card-unblock-email-step-5 = Write a reason and choose “Yes, unblock sending”.
card-unblock-email-step-6 = The page then says whether the sending gate accepts mail again; tell the user.
card-unblock-email-note = Nothing changes before you choose Yes. Held messages stay held until someone releases or deletes them. If the user is not on the list, sending is not restricted: look at the code in the bounce.

card-spam-limits-title = Limits of sending
card-spam-limits-words = sending limit, recipient limit, outbound spam policy, limit exceeded, too many recipients, new recipients, hourly limit, daily limit, slowed, delayed, threshold, change limit, raise limit, 5.1.90, 5.2.2, 451 4.7.1
card-spam-limits-text = Postern counts recipients, above all new ones, to whom the account has never written before. Above a first limit mail to new recipients is slowed, above a higher one sending is restricted.
card-spam-limits-step-1 = Open the user's page and see under “Sending” how much was sent and which limits hold.
card-spam-limits-step-2 = To change them for everyone, open “Policies”, go to the tab “Sending” and choose “Change”.
card-spam-limits-step-3 = To change them for some accounts, go to the tab “For some accounts” and choose “New policy for some accounts”.
card-spam-limits-step-4 = Read in the preview which accounts the new limits would have restricted in the last 30 days.
card-spam-limits-step-5 = Write a reason and confirm with Yes.
card-spam-limits-step-6 = If the account is restricted already, unblock it under “Restricted users”.
card-spam-limits-note = A higher limit does not end a restriction. For a single large mailing, plan the mailing instead: then the limits stay low for whoever steals a password.

card-planned-mailings-title = Send to many recipients, once
card-planned-mailings-words = mailing, bulk mail, newsletter, invitation, mass mailing, mail merge, circular, many recipients, planned mailing, exception, raise limit once, false alarm
card-planned-mailings-text = An announced mailing does not restrict the account: it may write to more recipients until the time that you choose.
card-planned-mailings-step-1 = Open the user's page, go to “Sending” and choose “Plan a mailing”.
card-planned-mailings-step-2 = Enter to how many recipients and until when.
card-planned-mailings-step-3 = Write a reason and choose “Yes, plan it”.
card-planned-mailings-step-4 = If sending is restricted already, unblock it under “Restricted users”.
card-planned-mailings-note = The limits after sign-ins from strange places stay as they are. The recipient after the last one planned is judged as usual. The mailing ends by itself.

card-bounce-codes-title = What the code in a bounce means
card-bounce-codes-words = bounce, NDR, non-delivery report, error code, SMTP error, undeliverable, 550 5.7.1, 5.7.1, 451 4.7.1, 450 4.7.28, 421 4.7.0, 525 5.7.13, 535 5.7.8, 5.1.8, 550 5.1.8, 5.1.90, 5.2.2, 5.2.121, 5.2.122, 5.7.232, 5.7.233, 5.7.501, 5.7.502, 5.7.503, 5.7.705, 5.7.708, 5.7.711, 5.7.750, access denied bad outbound sender, submission quota exceeded
card-bounce-codes-text = Where Microsoft has many codes, Postern has few; the exact cause is on the user's page. A code in square brackets shows that the reply comes from Postern.
card-bounce-codes-step-1 = 550 5.7.1 with a code in square brackets says that sending is restricted; look for the sender under “Restricted users”.
card-bounce-codes-step-2 = At Microsoft this case is called 5.1.8 for spam, and 5.1.90 or 5.2.2 for too many recipients or messages.
card-bounce-codes-step-3 = 5.7.232, 5.7.233 and 5.7.705 restrict the whole organisation there, and 5.7.711 a connector; here you see under “Restricted users” which accounts are restricted.
card-bounce-codes-step-4 = A code that begins with 4, such as 451 4.7.1 or 450 4.7.28, puts a message off: send it again later, more slowly.
card-bounce-codes-step-5 = 535 5.7.8 says that the user name or the password does not match, or that sign-in is locked or blocked; look under “Sign-in locks”.
card-bounce-codes-step-6 = 525 5.7.13, or 421 4.7.0 with a code in square brackets, says that sign-in was blocked during the session; look under “Edit sign-in status”.
card-bounce-codes-note = A bounce without a code in square brackets mostly comes from the recipient's server. Unblocking does not help there.

## A compromised account

card-compromised-account-title = Respond to a compromised account
card-compromised-account-words = compromised account, hacked, hacked account, stolen password, phishing, account takeover, someone else uses the account, spam from my account, contain, incident, unknown sign-in, suspicious, wasn't me, breach
card-compromised-account-text = Someone else has had access to the account. Contain it first, then look at what happened. Signs are unknown sign-ins, mail that the owner did not write, and rules that the owner did not make.
card-compromised-account-step-1 = Choose “Contain” on the user's page or on the page of the incident, and read which steps were carried out.
card-compromised-account-step-2 = Choose “Reset password” and hand the new one over by phone or in person; it is never sent to the affected mailbox.
card-compromised-account-step-3 = Open “Rules and forwarding” and have everything removed that the owner does not know.
card-compromised-account-step-4 = Open “Alternate addresses” and “App passwords” and remove what the owner does not know.
card-compromised-account-step-5 = Open “Sending” on the user's page and decide about messages in the queue.
card-compromised-account-step-6 = Only then allow sign-in under “Edit sign-in status” and unblock sending under “Restricted users”.
card-compromised-account-note = Messages that were delivered can't be taken back; tell their recipients. Have the owner's computer and phone checked too, or the new password goes the way of the old one.

card-forwarding-title = Where a user's mail is forwarded
card-forwarding-words = forwarding, forward, redirect, mail forwarding, external forwarding, auto-forward, copy to another address, Sieve redirect, forwarding rule, mail missing
card-forwarding-text = A forwarding can send every message out of the organisation. Whoever takes over an account likes to set one up, because it goes on after a new password.
card-forwarding-step-1 = Open the user's page and choose “Rules and forwarding”.
card-forwarding-step-2 = Read at the top to which address mail is forwarded, and whether it leaves the organisation.
card-forwarding-step-3 = Ask the owner by phone whether the forwarding is theirs.
card-forwarding-step-4 = If it is not wanted, have it removed in web mail or on the mail server.
card-forwarding-step-5 = If the owner does not know it, see “Respond to a compromised account”.
card-forwarding-note = This page shows the user's own rules (Sieve) and changes none. Aliases, .forward files and rules for the whole server are not read; look for them on the mail server.

card-inbox-rules-title = Rules that hide or delete mail
card-inbox-rules-words = inbox rule, inbox rules, mail rule, Sieve, filter, rule deletes mail, mail disappears, missing mail, hidden rule, RSS folder, junk folder, moved, vacation, out of office
card-inbox-rules-text = A rule can delete messages or move them where nobody looks. Whoever takes over an account hides answers and warnings from the owner in this way.
card-inbox-rules-step-1 = Open the user's page and choose “Rules and forwarding”.
card-inbox-rules-step-2 = Look in the column “What it does” for rows with “hides mail”.
card-inbox-rules-step-3 = Ask the owner by phone whether the rule is theirs.
card-inbox-rules-step-4 = If the rule is not theirs, have it removed in web mail or on the mail server.
card-inbox-rules-step-5 = If the owner does not know it, see “Respond to a compromised account”.
card-inbox-rules-note = A new password removes no rule. The page shows the rules that are active now; it changes none, and rules for the whole server are not on it.

## The admin centre and the mail server

card-alerts-title = An alert about an account
card-alerts-words = alert, warning, notification, suspicious activity, suspicious sending, risk, risk score, suspicion score, alert policy, who gets alerts, alert mail, user restricted from sending, false alarm
card-alerts-text = An alert says that something speaks for a compromise of the account. Nothing is restricted by it: a person should look.
card-alerts-step-1 = Open the user's page and read the suspicion score and what it is made of.
card-alerts-step-2 = Compare under “Sign-ins” the sources with the places that the owner uses.
card-alerts-step-3 = Ask the owner by phone, not by mail.
card-alerts-step-4 = If it was someone else, see “Respond to a compromised account”.
card-alerts-step-5 = If it was the owner, there is nothing to do: the score falls by itself.
card-alerts-step-6 = To see who gets these mails, open “Settings” and look under “Mail to the admins”; the addresses are changed in the configuration file.
card-alerts-note = An alert is no proof. A restriction has a mail of its own. Enter at least one address for these mails that is not on this mail server.

card-connectors-down-title = The mail server does not ask Postern
card-connectors-down-words = connection down, gate down, not asking, limits not enforced, policy server, Postfix, Dovecot, auth policy, milter, doctor, health, connector, nothing happens, last asked, check_policy_service
card-connectors-down-text = Postern decides only about what the mail server asks. If the questions stay away, mail goes out unchecked there; restrictions that are known already still hold.
card-connectors-down-step-1 = Open “Connections” and see which line is marked.
card-connectors-down-step-2 = Compare under “Gates: where mail servers ask Postern” when each gate was last asked.
card-connectors-down-step-3 = Read under “Where Postern writes” what is waiting and why.
card-connectors-down-step-4 = Compare the configuration of your mail server with the text under “For Dovecot and Postfix”.
card-connectors-down-step-5 = Run postern doctor on the server; it names each fault and what to change.
card-connectors-down-step-6 = Send a message and sign in, then see whether the time of the last question changes.
card-connectors-down-note = A gate can be quiet because nobody is signing in or sending; then the last question is old, and nothing is wrong.
