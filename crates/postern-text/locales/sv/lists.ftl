## Blocks of sources: restrictions on a network, or on one account from one network

kind-address-block = Källa spärrad
state-pair-blocked = { $account } kan inte logga in från källan { $network }.
state-pair-blocked-until = { $account } kan inte logga in från källan { $network } förrän { $until }.

## Why a rule blocked a source

reason-source-points = { $count ->
    [one] Felaktiga lösenord från den här källan, värda { $count } poäng.
   *[other] Felaktiga lösenord från den här källan, värda { $count } poäng.
}
reason-source-enumeration = { $count ->
    [one] Källan prövade { $count } namn som inget konto har.
   *[other] Källan prövade { $count } olika namn som inget konto har.
}
reason-source-spray = { $count ->
    [one] Källan prövade { $count } konto, nästan helt utan att lyckas.
   *[other] Källan prövade { $count } konton, nästan helt utan att lyckas.
}
reason-source-attack-name = { $count ->
    [one] Källan prövade ett namn som bara angripare använder, värt { $count } poäng.
   *[other] Källan prövade ett namn som bara angripare använder, värt { $count } poäng.
}

## A refused attempt: what the admin reads, never the client

sign-in-refused-pair-blocked = En person har spärrat källan för det här kontot.
sign-in-refused-pair-blocked-until = En person har spärrat källan för det här kontot till { $until }.
sign-in-refused-network-blocked = En person har spärrat källan.
sign-in-refused-network-blocked-until = En person har spärrat källan till { $until }.
sign-in-refused-outside-pins = Lösenordet var rätt, men kontot är knutet till andra källor.

## Why a command about sources was refused

refusal-eased-too-long = En upplåsning för en begränsad tid varar högst 24 timmar. Välj ett tidigare slut.
refusal-source-not-blocked = Källan är inte spärrad, och ingen adress i den är det heller. Det finns ingen spärr att häva.
refusal-source-not-blocked-over = Källan är inte själv spärrad. Spärren gäller det större nätet { $network }. Häv den, eller tillåt den här källan.
refusal-no-such-entry = Det finns ingen sådan post för just den här källan. postern source list visar vad som finns.
refusal-entry-exists-allowed = Källan är tillåten och kan inte samtidigt vara delad. Ta bort posten först: postern source disallow.
refusal-entry-exists-shared = Källan är markerad som delad och kan inte samtidigt vara tillåten. Ta bort posten först: postern source unshare.
refusal-source-is-allowed = Källan { $network } är tillåten, så en spärr i den har ingen verkan. Ta bort posten först: postern source disallow.
refusal-network-too-large = Nätet är för stort. Prefixet måste ha minst { $limit } bitar, som i /{ $limit }.
refusal-no-clients-there = { $network } är ingen klients adress utan serverns egen eller ingens. Försök därifrån räknas bara för kontot, så det som anges om denna källa skulle inte ha någon verkan. Om klienter tycks komma därifrån, låt webbmejlen eller proxyn ange deras adresser.
refusal-too-many-entries = Det finns så många poster och spärrar för källor som det får finnas ({ $limit }). Ta bort några först.
refusal-too-many-pins = Ett konto kan vara knutet till högst { $limit } källor. Ta bort en först, eller knyt kontot till ett större nätverk.

## What the audit calls each event: labels in a table, no full stop

event-source-entry-added = Källa tillåten, delad eller knuten till ett konto
event-source-entry-removed = Post för källa borttagen
event-source-entry-expired = Post för källa löpte ut
event-sign-in-eased = Upplåst för en begränsad tid

## The command line about sources; $source is a network, an account, or both

entry-allowed = Källa tillåten
entry-shared = Delad källa
entry-pinned = Källa som kontot är knutet till
cli-source-blocked = Källa spärrad: { $source }
cli-source-unblocked = Källa inte längre spärrad: { $source }
cli-source-allowed = Källa tillåten: { $source }
cli-source-disallowed = Källa inte längre tillåten: { $source }
cli-source-shared = Källa markerad som delad: { $source }
cli-source-unshared = Källa inte längre markerad som delad: { $source }
cli-source-pinned = Konto knutet till källan: { $source }
cli-source-unpinned = Konto inte längre knutet till källan: { $source }
cli-source-blocks-ended = Hävda spärrar: { $count }
cli-sources-none = Ingen sådan källa är spärrad, tillåten eller delad, och inget konto är knutet till en sådan.
cli-source-score = Poäng för { $network }: { $count }. Spärras vid: { $limit }
cli-source-no-score = Inga felaktiga lösenord härifrån är registrerade.
cli-source-known-by = Konton för vilka källan är bekant: { $count }

## What an attempt would be answered: one line for each step, a label and what it says

cli-from-allowed = { $account } från { $address }: lösenordet skulle kontrolleras.
cli-from-refused = { $account } från { $address }: nekas innan lösenordet kontrolleras.
cli-from-observed = { $account } från { $address }: lösenordet skulle kontrolleras. En regel skulle neka försöket, men observeras bara.
cli-from-no-client = { $address } är ingen klients adress utan serverns egen eller ingens. Försök därifrån räknas bara för kontot, aldrig för en källa.
cli-from-outside-pins = { $account } är inte knutet till den här källan. Även med rätt lösenord nekas inloggning därifrån, och försök att skicka därifrån begränsar kontot.
step-account-block = Konto blockerat av en person
step-entry = Källa tillåten eller delad
step-pair-block = Källa spärrad för det här kontot
step-network-block = Källa spärrad av en person
step-source-block = Källa spärrad av en regel
step-lane = Låsning av inloggning
step-room = Samtidiga försök
outcome-nothing = nej
outcome-not-reached = prövas inte längre
outcome-spared = det här försöket undantas. { $block }
outcome-observed = skulle neka, men observeras bara. { $refusal }
outcome-open-unfamiliar = öppet, räknas som obekant källa
outcome-open-familiar = öppet, räknas som bekant källa

## The page about sources

sources-title = Källor
sources-lede = { $count ->
    [0] Ingen källa är spärrad.
    [one] { $count } källa är spärrad.
   *[other] { $count } källor är spärrade.
}
sources-found = { $count ->
    [0] Ingen spärr eller post matchar ”{ $text }”.
    [one] { $count } spärr eller post matchar ”{ $text }”.
   *[other] { $count } spärrar och poster matchar ”{ $text }”.
}
sources-search = Sök efter en källa eller en motivering
sources-search-hint = En adress som 203.0.113.9, ett nätverk eller en del av en motivering.
sources-kinds = Typer
sources-blocked = Spärrade
sources-allowed = Tillåtna
sources-shared = Delade
sources-pinned = Knutna
sources-none = Ingenting är angivet för någon källa här.
sources-standing = Läget för { $address }
sources-block = Spärra en källa
sources-allow = Tillåt en källa
sources-share = Markera en källa som delad
sources-pin = Knyt ett konto till en källa
sources-block-lede = Ingen kan logga in från en spärrad källa, inte ens med rätt lösenord. Med en användare gäller spärren bara den användaren.
sources-allow-lede = En tillåten källa spärras aldrig, och försök därifrån räknas som bekanta. Spärrar inom den upphör.
sources-share-lede = Alla kommer från en delad källa, till exempel ett webbmejl eller en proxy. Ingen regel spärrar den, och inget konto lär sig den som bekant.
sources-pin-lede = Ett konto som är knutet till källor loggar in och sänder därifrån och ingen annanstans ifrån. Det är till för applikationer.
sources-network = Adress eller nätverk
sources-network-hint = Till exempel 203.0.113.9 eller 203.0.113.0/24.
sources-network-wrong = Skriv en adress eller ett nätverk, till exempel 203.0.113.9 eller 203.0.113.0/24. Ingenting har ändrats.
sources-user-hint = Tomt: alla därifrån.
sources-user-hint-allow = Tomt: alla därifrån. En användare utan adress: ingen källa spärras för den användaren.
sources-user-needed = Skriv vilken användare. Ingenting har ändrats.
sources-never = Det upphör aldrig av sig självt
sources-end-needed = Välj när det upphör, eller att det aldrig upphör av sig självt. Ingenting har ändrats.
sources-end-twice = Du angav ett datum och dessutom att det aldrig upphör. Välj ett av de två. Ingenting har ändrats.
sources-unblock = Häva spärren för källan?
sources-unblock-lede = { $count ->
    [one] Spärren upphör genast.
   *[other] De här { $count } spärrarna upphör genast: de ligger inom varandra.
}
sources-unblock-yes = Ja, häv spärren
sources-unblock-row = Häv spärren
sources-end = Ta bort posten?
sources-end-yes = Ja, ta bort den
sources-disallow-lede = Försök därifrån bedöms åter som alla andra, och regler kan spärra källan.
sources-unshare-lede = Konton lär sig åter källan som bekant, och regler kan spärra den.
sources-unpin-lede = Kontot kan inte längre komma från källan så länge det är knutet till andra. Om det var den sista kan det komma var som helst ifrån.
sources-ended-already = Det här har redan upphört, av sig självt eller av någon. Gå tillbaka till listan över källor för att se vad som gäller nu.
sources-all = Alla källor: spärrade, tillåtna, delade och knutna
