# Why something was refused, and what to do. What was asked did not happen; nothing was changed.

## A command of a person

refusal-not-allowed = Your role does not allow this. It needs at least this role: { $role }. Nothing was changed.
refusal-target-is-admin = This account has the role “{ $role }”. Only someone with a higher role can change it. Nothing was changed.
refusal-own-account = You can't do this to your own account. Ask another admin.
refusal-last-global-admin = This is the last global admin. Give somebody else the role first.
refusal-for-all-domains-only = Your role is for some domains only, and this is about the whole organisation. Ask an admin whose role is for all domains. Nothing was changed.
refusal-outside-domains = Your role isn't for the domain of { $name }. Nothing was changed.
refusal-global-admin-for-all-domains = The role of global admin is always for all domains. Choose another role, or leave the domains empty. Nothing was changed.
refusal-no-domain = “{ $text }” can't be read as a domain. Write domains as in contoso.example, at most { $limit } of them. Nothing was changed.
refusal-note-missing = Write a reason. It goes into the audit log and onto the user's page.
refusal-note-too-long = The reason is longer than { $limit } bytes. Shorten it.
refusal-sending-not-restricted = Sending is not restricted for this account. There is nothing to unblock.
refusal-sign-in-not-locked = Sign-in is not locked for this account. There is nothing to unlock. If a person blocked sign-in, choose “Allow sign-in”.
refusal-sign-in-not-blocked = Sign-in is not blocked for this account. There is nothing to allow. If sign-in is locked, choose “Unlock”.
refusal-already-so = That is already the case. Nothing was changed.
refusal-end-in-the-past = The end lies in the past. Choose a later time.
refusal-name-taken = Another account has the name { $name }. Choose another name, or remove it from that account first.
refusal-no-such-alias = This account has no alias { $name }. Check the spelling.
refusal-alias-is-primary = { $name } is the primary address of this account, not an alias. To change it, rename the account.
refusal-too-many-aliases = The account has as many aliases as it may have ({ $limit }). Remove one first.
refusal-too-many-groups = The account would have more groups than it may have ({ $limit }). Remove one first.
refusal-display-name = The display name is longer than { $limit } bytes or contains control characters. Choose a shorter name in one line.
refusal-password-kept-elsewhere = The password of this account is kept outside Postern. Change it there. Nothing was changed.

## An attempt to sign in: what the admin reads, never the client

sign-in-refused-blocked = Sign-in is blocked.
sign-in-refused-locked-unfamiliar = Sign-in is locked for unfamiliar sources until { $until }.
sign-in-refused-locked-familiar = Sign-in is locked for familiar sources until { $until }.
sign-in-refused-closed-unfamiliar = Sign-in is closed to unfamiliar sources.
sign-in-refused-closed-familiar = Sign-in is closed to familiar sources.
sign-in-refused-source-blocked = The source is blocked until { $until }.
sign-in-refused-too-many-at-once-unfamiliar = Too many attempts at the same time from unfamiliar sources.
sign-in-refused-too-many-at-once-familiar = Too many attempts at the same time from familiar sources.
sign-in-refused-no-reservation = Nobody asked before the password was checked. Check that the mail server asks both times.

## A name that is not an account's name

name-empty = The name is empty. Write an address such as rob@contoso.example.
name-too-long = The name is longer than { $limit } bytes. Shorten it.
name-character = The name contains a space or a control character. Remove it.
name-domain = The part after @ is not a domain name. Check the spelling.
