### Passkeys, and what else an admin signs in with

## At the door

passkey-in-button = Logga in med lösennyckel (passkey)
passkey-in-or = Eller med användarnamn, lösenord och kod
passkey-in-instead = Lösennyckel i stället för kod
passkey-ask-title = Visa din lösennyckel
passkey-ask-lede = Webbläsaren ber om en lösennyckel (passkey) för den här webbplatsen. Följ vad den säger.
passkey-ask-again = Fråga igen
passkey-ask-cancelled = Ingen lösennyckel visades, och ingenting har hänt. Fråga igen, eller logga in med lösenord och kod.
passkey-ask-other = Logga in med lösenord och kod
passkey-script = Lösennycklar kräver JavaScript, som är avstängt i den här webbläsaren.
passkey-in-no = Lösennyckeln stämmer inte, fem minuter har gått eller så är inloggningen låst. Försök igen, eller logga in med lösenord och kod.
passkey-in-no-after-password = Användarnamn, lösenord eller lösennyckel stämmer inte, fem minuter har gått eller så är inloggningen låst.

## Before something dangerous

passkey-proof-button = Bekräfta med lösennyckel (passkey)
passkey-proof-hint = Den senaste bekräftelsen på att det är du är för gammal.
passkey-proof-cancelled = Ingen lösennyckel visades, och ingenting har ändrats. Tryck på knappen igen, eller visa en kod.
passkey-proof-wrong = Lösennyckeln stämmer inte, eller så har fem minuter gått. Ingenting har ändrats.
passkey-proof-nothing = Bekräfta att det är du: kontot { $account } har ingenting att göra det med. Gå in med en ny länk och lägg till en lösennyckel inom den första timmen. På servern, som root, skapas länken med:

## The admin's own page

factors-nav = Dina sätt att logga in
factors-lede = Det som släpper in dig i administrationscentret och bekräftar att det är du före något riskabelt.
factors-none = Kontot har varken lösennyckel eller autentiseringsapp: utan en ny länk kan ingen logga in med det igen. Lägg till en lösennyckel nu. Om en timme kan ingenting bekräfta att det är du.
factors-passkeys = Lösennycklar (passkeys)
factors-passkeys-none = Inga ännu. En lösennyckel i telefonen, datorn eller en säkerhetsnyckel loggar in dig utan lösenord och kod, och inte på någon annan webbplats.
factors-passkey = Lösennyckel
factors-added = Tillagd
factors-never = inte än
factors-add = Lägg till en lösennyckel
factors-name = Namn
factors-name-hint = som du känner igen den på, till exempel ”laptop” eller ”nyckeln på knippan”
factors-make = Skapa lösennyckeln
factors-make-lede = Webbläsaren frågar var lösennyckeln ”{ $name }” ska sparas. Följ vad den säger.
factors-make-cancelled = Ingen lösennyckel skapades, och ingenting har ändrats. Försök igen.
factors-make-known = Enheten har redan en lösennyckel av dig för den här webbplatsen. Ingenting har ändrats.
factors-made = Lösennyckeln ”{ $name }” har lagts till. Den loggar in dig från och med nu.
factors-remove = Ta bort
factors-remove-title = Ta bort lösennyckeln ”{ $name }”?
factors-remove-lede = Den loggar inte längre in någon, och dina andra sessioner avslutas. Radera den även på enheten.
factors-removed = Lösennyckeln ”{ $name }” har tagits bort.
factors-app = Autentiseringsapp
factors-app-yes = inställd
factors-app-no = inte inställd
factors-codes = Återställningskoder
factors-codes-new = Skapa nya återställningskoder
factors-codes-title = Skapa nya återställningskoder?
factors-codes-lede = De tidigare slutar fungera.
factors-count-app = app
factors-count-passkeys = { $count ->
    [one] { $count } lösennyckel
   *[other] { $count } lösennycklar
}

## The invitation

begin-passkey = Ställ in en lösennyckel (passkey) i stället
begin-passkey-hint = Lösenordet behövs också. Appen behövs inte.
begin-passkey-name = Första lösennyckeln
begin-done-title = Din inloggning är inställd
begin-done = Länken användes i den här webbläsaren för en stund sedan. Logga in med det du ställde in.
begin-done-codes = Om du inte såg återställningskoderna: skapa nya under ”Dina sätt att logga in”.

## What is refused

refusal-no-such-passkey = Kontot har ingen sådan lösennyckel. Den kan redan ha tagits bort.
refusal-last-way-in = Lösennyckeln är din enda väg in. Lägg först till en annan, ta sedan bort den här. Ingenting har ändrats.
refusal-passkey-name = En lösennyckel behöver ett namn på högst { $limit } byte utan styrtecken. Ingenting har ändrats.
refusal-too-many-passkeys = Det finns så många lösennycklar som det får finnas ({ $limit }). Ta bort en först.
refusal-no-passkeys-here = Webbläsare sparar inga lösennycklar för den här webbplatsen, eftersom adressen inte har något värdnamn. Skriv ett i public_url i avsnittet [web] och starta om servern.
refusal-passkey-not-made = Lösennyckeln lades inte till: det som webbläsaren skickade stämmer inte, eller så har fem minuter gått. Försök igen.

## In the audit log

event-passkey-added = Lösennyckel tillagd
event-passkey-removed = Lösennyckel borttagen
event-passkey-refused = Lösennyckel nekad
event-recovery-codes-set = Nya återställningskoder skapade
event-session-proved = Identitet bekräftad
audit-proof = Med
audit-proof-link = en länk
audit-proof-code = en kod från autentiseringsappen
audit-proof-recovery = en återställningskod
audit-proof-passkey = en lösennyckel

## The command line

cli-factors-none = Kontot { $account } har ingenting att logga in i administrationscentret med.
cli-factors-app = Autentiseringsapp: { $state }
cli-done-passkey-removed = Lösennyckel borttagen: { $account }
