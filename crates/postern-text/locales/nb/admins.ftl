# Administratorer, rollene og øktene deres, og API-nøkler for programmer. See the English file for what each message is for.
admin-nav-admins = Administratorer og roller
admin-nav-tokens = API-nøkler
admins-lede = { $count ->
    [one] { $count } konto har en rolle i Postern.
   *[other] { $count } kontoer har en rolle i Postern.
}
admins-roles = Roller
admins-domains = Bare for disse domenene
admins-domains-hint = For eksempel contoso.example, med mellomrom mellom flere. Tomt: alle domener.
admins-only-for = bare for { $domains }
admins-factor = Andre faktor
admins-factor-no = ikke konfigurert
admins-sessions = Åpne økter
admins-change = Endre roller
admins-change-title = Endre rollene for kontoen { $account }
admins-change-done = Rollene for kontoen { $account } er endret.
admins-invite = Inviter
admins-invite-title = Invitere kontoen { $account } til administrasjonssenteret?
admins-invite-lede = Det lages en lenke som konfigurerer en andre faktor. En eldre lenke blir ugyldig. Den nåværende faktoren virker til da.
admins-invite-link = Lenken, bare for denne personen. Den vises bare nå:
admins-end = Avslutt økter
admins-end-title = Avslutte alle økter for kontoen { $account }?
tokens-lede = Programmer viser en nøkkel når de spør over HTTP.
tokens-new = Ny nøkkel
tokens-name = Program
tokens-ends = Utløper
tokens-scope-sign-in = Kontrollere pålogginger, for webmail, VPN eller portal
tokens-scope-role = Bruke API-et med rollen «{ $role }»
tokens-add = Lag nøkkel
tokens-text = Nøkkelen. Den vises bare nå:
tokens-revoke = Trekk tilbake
tokens-revoke-title = Trekke tilbake nøkkelen for { $name }?
tokens-revoked = Nøkkelen for { $name } er trukket tilbake. Ingenting starter med den lenger.
tokens-made = Nøkkelen for { $name } er laget.
