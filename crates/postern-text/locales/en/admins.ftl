# Admins, their roles and sessions, and tokens of programs, as pages.
admin-nav-admins = Admins and roles
admin-nav-tokens = API tokens
admins-lede = { $count ->
    [one] { $count } account has a role in Postern.
   *[other] { $count } accounts have a role in Postern.
}
admins-roles = Roles
admins-domains = Only for these domains
admins-domains-hint = As in contoso.example, with a space between several. Empty: all domains.
admins-only-for = only for { $domains }
admins-factor = Second factor
admins-factor-no = not set up
admins-sessions = Open sessions
admins-change = Change roles
admins-change-title = Change the roles of account { $account }
admins-change-done = Roles of account { $account } changed.
admins-invite = Invite
admins-invite-title = Invite account { $account } to the admin centre?
admins-invite-lede = A link is made by which a second factor is set up. An older link becomes void. The factor that is set up now works until then.
admins-invite-link = The link, for this person alone. It is shown only now:
admins-end = End sessions
admins-end-title = End every session of account { $account }?
tokens-lede = Programs show a token when they ask over HTTP.
tokens-new = New token
tokens-name = Program
tokens-ends = Ends
tokens-scope-sign-in = Check sign-ins, for a webmail, a VPN or a portal
tokens-scope-role = Act upon the API with the role “{ $role }”
tokens-add = Make token
tokens-text = The token. It is shown only now:
tokens-revoke = Revoke
tokens-revoke-title = Revoke the token of { $name }?
tokens-revoked = Token of { $name } revoked. Nothing starts with it any more.
tokens-made = Token of { $name } made.
