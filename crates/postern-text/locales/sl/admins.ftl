# Skrbniki, njihove vloge in seje ter žetoni programov. See the English file for what each message is for.
admin-nav-admins = Skrbniki in vloge
admin-nav-tokens = API-žetoni
admins-lede = { $count ->
    [one] Vlogo v sistemu Postern ima { $count } račun.
    [two] Vlogo v sistemu Postern imata { $count } računa.
    [few] Vlogo v sistemu Postern imajo { $count } računi.
   *[other] Vlogo v sistemu Postern ima { $count } računov.
}
admins-roles = Vloge
admins-domains = Samo za te domene
admins-domains-hint = Na primer contoso.example; več domen ločite s presledkom. Prazno: vse domene.
admins-only-for = samo za: { $domains }
admins-factor = Drugi dejavnik
admins-factor-no = ni nastavljen
admins-sessions = Odprte seje
admins-change = Spremeni vloge
admins-change-title = Sprememba vlog računa { $account }
admins-change-done = Vloge računa { $account } so spremenjene.
admins-invite = Povabi
admins-invite-title = Povabiti račun { $account } v skrbniško središče?
admins-invite-lede = Ustvari se povezava za nastavitev drugega dejavnika. Starejša povezava preneha veljati. Dotlej deluje sedanji dejavnik.
admins-invite-link = Povezava samo za to osebo. Prikazana je samo zdaj:
admins-end = Končaj seje
admins-end-title = Končati vse seje računa { $account }?
tokens-lede = Programi pokažejo žeton, ko sprašujejo prek HTTP.
tokens-new = Nov žeton
tokens-name = Program
tokens-ends = Poteče
tokens-scope-sign-in = Preverjanje vpisov za spletno pošto, VPN ali portal
tokens-scope-role = Uporaba API-ja z vlogo »{ $role }«
tokens-add = Ustvari žeton
tokens-text = Žeton. Prikazan je samo zdaj:
tokens-revoke = Prekliči žeton
tokens-revoke-title = Preklicati žeton programa { $name }?
tokens-revoked = Žeton programa { $name } je preklican. Z njim se ne začne nič več.
tokens-made = Žeton programa { $name } je ustvarjen.
