# Administratörer, deras roller och sessioner, och programs API-nycklar. See the English file for what each message is for.
admin-nav-admins = Administratörer och roller
admin-nav-tokens = API-nycklar
admins-lede = { $count ->
    [one] { $count } konto har en roll i Postern.
   *[other] { $count } konton har en roll i Postern.
}
admins-roles = Roller
admins-domains = Bara för de här domänerna
admins-domains-hint = Som contoso.example, med mellanslag mellan flera. Tomt: alla domäner.
admins-only-for = bara för { $domains }
admins-factor = Andra faktor
admins-factor-no = inte inställd
admins-sessions = Öppna sessioner
admins-change = Ändra roller
admins-change-title = Ändra rollerna för kontot { $account }
admins-change-done = Rollerna för kontot { $account } har ändrats.
admins-invite = Bjud in
admins-invite-title = Bjuda in kontot { $account } till administrationscentret?
admins-invite-lede = En länk skapas som ställer in en andra faktor. En äldre länk slutar gälla. Den nuvarande faktorn fungerar tills dess.
admins-invite-link = Länken, bara för den här personen. Den visas bara nu:
admins-end = Avsluta sessioner
admins-end-title = Avsluta alla sessioner för kontot { $account }?
tokens-lede = Program visar en nyckel när de frågar över HTTP.
tokens-new = Ny nyckel
tokens-name = Program
tokens-ends = Slutar gälla
tokens-scope-sign-in = Kontrollera inloggningar, för webbmejl, VPN eller portal
tokens-scope-role = Använda API:et med rollen ”{ $role }”
tokens-add = Skapa nyckel
tokens-text = Nyckeln. Den visas bara nu:
tokens-revoke = Återkalla
tokens-revoke-title = Återkalla nyckeln för { $name }?
tokens-revoked = Nyckeln för { $name } har återkallats. Ingenting startar med den längre.
tokens-made = Nyckeln för { $name } har skapats.
