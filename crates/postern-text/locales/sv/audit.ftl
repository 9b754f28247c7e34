# Granskningsloggen som sida. See the English file for what each message is for.

## The page

admin-nav-head-happened = Vad som har hänt
audit-lede = Vad personer, program, regler och tiden har ändrat, det senaste först.
audit-filter = Filtrera
audit-filter-clear = Rensa filtret
audit-none = Inget i granskningsloggen matchar.
audit-by-anyone = Vem som helst
audit-by-people = Personer och program
audit-actor = Användarnamn, root eller program
audit-event-any = Alla händelser
audit-from = Från dag
audit-to = Till dag
audit-no-account = Inget konto heter ”{ $name }”. Ett raderat kontos nummer hittar dess rader.
audit-no-day = Skriv dagen som år, månad och dag: 2026-11-21.
audit-all = Allt i granskningsloggen

## Labels of what a row says beside its event

audit-address = Adress
audit-aliases = Ytterligare adresser
audit-value = Policyvärde
audit-language = Språk
audit-roles = Roller
audit-groups = Grupper
audit-alias = Ytterligare adress
audit-before = Före
audit-after = Nu
audit-on = Gäller
audit-tried = Prövade konton
audit-counted = Räknade
audit-limit = Gräns
audit-messages = Meddelanden
audit-contacts = Kontakter
audit-codes-left = Återställningskoder kvar
audit-scopes = Behörigheter
audit-id = Nummer
audit-link = Länk
audit-link-sets-up = ställer in inloggningen
audit-link-signs-in = loggar in utan lösenord och kod
audit-signed-out = Utloggad
audit-ended-by-person = Avslutad från listan
audit-too-many-sessions = För många sessioner
audit-secret-changed = Lösenord eller andra faktor ändrad
audit-vouched = Någon går i god för den: första inloggningen därifrån gör den bekant
