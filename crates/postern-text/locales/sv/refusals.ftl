# Varför något nekades och vad man gör. See the English file for what each message is for.

## En persons åtgärd

refusal-not-allowed = Din roll ger inte behörighet till det här. Minst den här rollen krävs: { $role }. Ingenting har ändrats.
refusal-target-is-admin = Kontot har rollen ”{ $role }”. Bara någon med en högre roll kan ändra det. Ingenting har ändrats.
refusal-own-account = Du kan inte göra det här med ditt eget konto. Be en annan administratör.
refusal-last-global-admin = Det här är den sista globala administratören. Ge någon annan rollen först.
refusal-for-all-domains-only = Din roll gäller bara vissa domäner, och det här rör hela organisationen. Be en administratör vars roll gäller alla domäner. Ingenting har ändrats.
refusal-outside-domains = Din roll gäller inte domänen i adressen { $name }. Ingenting har ändrats.
refusal-global-admin-for-all-domains = Rollen global administratör gäller alltid alla domäner. Välj en annan roll eller lämna domänerna tomma. Ingenting har ändrats.
refusal-no-domain = ”{ $text }” går inte att läsa som en domän. Skriv domäner som contoso.example, högst { $limit } stycken. Ingenting har ändrats.
refusal-note-missing = Skriv en motivering. Den hamnar i granskningsloggen och på användarens sida.
refusal-note-too-long = Motiveringen är längre än { $limit } byte. Korta den.
refusal-sending-not-restricted = Sändningen är inte blockerad för det här kontot. Det finns ingen blockering att häva.
refusal-sign-in-not-locked = Inloggningen är inte låst för det här kontot. Det finns inget att låsa upp. Har en person blockerat inloggningen väljer du ”Tillåt inloggning”.
refusal-sign-in-not-blocked = Inloggningen är inte blockerad för det här kontot. Det finns inget att tillåta. Är inloggningen låst väljer du ”Lås upp”.
refusal-already-so = Så är det redan. Ingenting har ändrats.
refusal-end-in-the-past = Sluttiden har redan passerat. Välj en senare tid.
refusal-name-taken = Ett annat konto har namnet { $name }. Välj ett annat namn, eller ta bort det från det kontot först.
refusal-no-such-alias = Kontot har inget alias { $name }. Kontrollera stavningen.
refusal-alias-is-primary = { $name } är kontots primära adress, inte ett alias. Byt namn på kontot om den ska ändras.
refusal-too-many-aliases = Kontot har så många alias som det får ha ({ $limit }). Ta bort ett först.
refusal-too-many-groups = Kontot skulle få fler grupper än det får ha ({ $limit }). Ta bort en först.
refusal-display-name = Visningsnamnet är längre än { $limit } byte eller innehåller styrtecken. Välj ett kortare namn på en rad.
refusal-password-kept-elsewhere = Kontots lösenord finns utanför Postern. Byt det där. Ingenting har ändrats.

## Ett inloggningsförsök

sign-in-refused-blocked = Inloggningen är blockerad.
sign-in-refused-locked-unfamiliar = Inloggningen är låst för obekanta källor till { $until }.
sign-in-refused-locked-familiar = Inloggningen är låst för bekanta källor till { $until }.
sign-in-refused-closed-unfamiliar = Inloggningen är stängd för obekanta källor.
sign-in-refused-closed-familiar = Inloggningen är stängd för bekanta källor.
sign-in-refused-source-blocked = Källan är spärrad till { $until }.
sign-in-refused-too-many-at-once-unfamiliar = För många samtidiga försök från obekanta källor.
sign-in-refused-too-many-at-once-familiar = För många samtidiga försök från bekanta källor.
sign-in-refused-no-reservation = Ingen fråga kom före lösenordskontrollen. Kontrollera att e-postservern frågar båda gångerna.

## Ett namn som inte är ett kontonamn

name-empty = Namnet är tomt. Skriv en adress, till exempel rob@contoso.example.
name-too-long = Namnet är längre än { $limit } byte. Korta det.
name-character = Namnet innehåller ett blanksteg eller ett styrtecken. Ta bort det.
name-domain = Det som står efter @ är inget domännamn. Kontrollera stavningen.
