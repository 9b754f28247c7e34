# Inloggning. See the English file for what each message is for.

reason-locked-too-often-unfamiliar = { $count ->
    [one] Obekanta källor låstes { $count } gång på 24 timmar.
   *[other] Obekanta källor låstes { $count } gånger på 24 timmar.
}
reason-locked-too-often-familiar = { $count ->
    [one] Bekanta källor låstes { $count } gång på 24 timmar.
   *[other] Bekanta källor låstes { $count } gånger på 24 timmar.
}
evidence-success-during-spray = Inloggningen från en obekant källa lyckades medan många konton prövades.
evidence-old-password-from-strange-place = Ett tidigare lösenord för kontot prövades från en källa som kontot aldrig har använt.
evidence-outside-pinned-sources = Någon med rätt lösenord kom från en källa som kontot inte är knutet till.
reason-outside-pinned-sources = Kontot är knutet till sina källor, och e-post kom från en annan.

## Spray mode: many accounts are tried at once

event-spray-started = Sprejläge började
event-spray-ended = Sprejläge upphörde
spray-now = Sprejläge sedan { $since }: felaktiga lösenord prövades på många konton på en timme. Obekanta källor låses efter färre misslyckade försök tills det är över.
spray-observed = Lösenordssprejning observeras sedan { $since }: felaktiga lösenord prövades på många konton på en timme. Ingen tröskel sänks.
spray-tried = Konton som prövats på en timme: { $count }
mail-spray-started-subject = Många konton angrips
mail-spray-started-first-line = Sedan { $since } prövas felaktiga lösenord på många konton från obekanta källor.
mail-spray-ended-subject = Angreppet mot många konton är över
mail-spray-ended-first-line = Angreppet som började { $since } är över eller har gått över i det vanliga bruset.
mail-spray-most = Flest konton som prövats på en timme: { $count }
mail-spray-threshold = Sprejläge börjar vid: { $count }
mail-spray-means = Tills det är över låses obekanta källor efter färre misslyckade försök. Bekanta källor påverkas inte.
mail-spray-observed = Sprejläge observeras bara: ingen tröskel har sänkts.
mail-spray-look = Lyckade inloggningar från obekanta källor under tiden finns som indicier i granskningsloggen:

## Presets

policy-contradiction = { $lower } får inte vara större än { $upper }. { $reason }
policy-conflict-known-place-stricter = En källa som kontot känner till skulle få mindre förtroende än en obekant.
policy-conflict-first-lock-above-longest = Den första låsningen skulle bli längre än den längsta.
policy-conflict-closes-before-lock = Inloggningen skulle stängas innan den någonsin låses.
policy-conflict-lock-could-be-passed = Så många samtidiga försök skulle kunna passera låsningen.
policy-conflict-address-after-network = En adress skulle spärras senare än hela nätverket omkring den.
policy-conflict-looser-during-spray = Medan många konton angrips skulle obekanta få fler gissningar än vanligt.
policy-conflict-never-acts = Den första regeln skulle aldrig verka, eftersom den andra alltid hinner före.
policy-conflict-hour-above-day = En timme kan inte rymma mer än den dag den ingår i.
policy-conflict-watched-looser = Ett bevakat konto skulle få större utrymme än alla andra.
policy-would-change = { $name } skulle bli { $to }. Nu: { $from }
policy-nothing-differs = Inget skiljer sig från den här förinställningen.
preset-microsoft = Som Microsoft Entra smart lockout som standard: 10 misslyckade försök, 60 sekunder. Ingen hård gräns.
preset-standard = Det som en ny installation får.
preset-strict = Som Microsoft Entra för USA:s myndigheter: 3 misslyckade försök. Källor spärras tidigare, och 50 misslyckade försök i följd stänger inloggningen.
preset-sending-small-office = Utskick, som en ny installation har det: fler än 30 nya mottagare i timmen eller 60 om dygnet leder till blockering; högst 1000 mottagare om dygnet.
preset-sending-strict = Utskick, för skolor och webbhotell: 20 nya mottagare i timmen, 40 om dygnet; högst 400 mottagare om dygnet.
preset-sending-relaxed = Utskick, för dem som skriver till många okända: 50 nya mottagare i timmen, 120 om dygnet; högst 2000 mottagare om dygnet.
preset-sending-microsoft = Utskick, bara Microsofts standardgränser: 500 mottagare i timmen, 1000 om dygnet. Nya mottagare skiljs inte från kända, så ett långsamt utskick går igenom.
preset-sending-microsoft-strict = Utskick, bara Microsofts strikta gränser: 400 mottagare i timmen, 800 om dygnet. Nya mottagare skiljs inte från kända, så ett långsamt utskick går igenom.
policy-sticky-warning = Låsningar som gäller tills någon låser upp gör att obekanta kan stänga ute ägaren från nya platser. Välj dem bara där någon svarar snabbt.
