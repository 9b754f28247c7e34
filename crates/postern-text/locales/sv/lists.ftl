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
