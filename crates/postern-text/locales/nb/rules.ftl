# Pålogging. See the English file for what each message is for.

reason-locked-too-often-unfamiliar = { $count ->
    [one] Ukjente kilder ble låst { $count } gang på 24 timer.
   *[other] Ukjente kilder ble låst { $count } ganger på 24 timer.
}
reason-locked-too-often-familiar = { $count ->
    [one] Kjente kilder ble låst { $count } gang på 24 timer.
   *[other] Kjente kilder ble låst { $count } ganger på 24 timer.
}
evidence-success-during-spray = Pålogging fra en ukjent kilde lyktes mens mange kontoer ble prøvd.
evidence-old-password-from-strange-place = Et tidligere passord for kontoen ble prøvd fra en kilde kontoen aldri har brukt.
evidence-outside-pinned-sources = Noen med riktig passord kom fra en kilde kontoen ikke er bundet til.
reason-outside-pinned-sources = Kontoen er bundet til sine kilder, og e-post kom fra en annen.

## Spray mode: many accounts are tried at once

event-spray-started = Spraymodus begynte
event-spray-ended = Spraymodus opphørte
spray-now = Spraymodus siden { $since }: feil passord ble prøvd på mange kontoer på én time. Ukjente kilder låses etter færre mislykkede forsøk til det er over.
spray-observed = Passordspraying observeres siden { $since }: feil passord ble prøvd på mange kontoer på én time. Ingen terskel senkes.
spray-tried = Kontoer prøvd på én time: { $count }
mail-spray-started-subject = Mange kontoer blir angrepet
mail-spray-started-first-line = Siden { $since } blir feil passord prøvd på mange kontoer fra ukjente kilder.
mail-spray-ended-subject = Angrepet på mange kontoer er over
mail-spray-ended-first-line = Angrepet som begynte { $since }, er over eller har gått over i den vanlige støyen.
mail-spray-most = Flest kontoer prøvd på én time: { $count }
mail-spray-threshold = Spraymodus begynner ved: { $count }
mail-spray-means = Til det er over, låses ukjente kilder etter færre mislykkede forsøk. Kjente kilder påvirkes ikke.
mail-spray-observed = Spraymodus blir bare observert: ingen terskel er senket.
mail-spray-look = Vellykkede pålogginger fra ukjente kilder i mellomtiden finnes som indisier i revisjonsloggen:

## Presets

policy-contradiction = { $lower } kan ikke være større enn { $upper }. { $reason }
policy-conflict-known-place-stricter = En kilde som kontoen kjenner, ville få mindre tillit enn en ukjent.
policy-conflict-first-lock-above-longest = Den første låsingen ville bli lengre enn den lengste.
policy-conflict-closes-before-lock = Påloggingen ville bli stengt før den noen gang låses.
policy-conflict-lock-could-be-passed = Så mange samtidige forsøk kunne komme forbi låsingen.
policy-conflict-address-after-network = En adresse ville bli sperret senere enn hele nettverket rundt den.
policy-conflict-looser-during-spray = Mens mange kontoer er under angrep, ville ukjente få flere gjetninger enn ellers.
policy-conflict-never-acts = Den første regelen ville aldri virke, fordi den andre alltid kommer før.
policy-conflict-hour-above-day = En time kan ikke romme mer enn dagen den er en del av.
policy-conflict-watched-looser = En konto som følges nøye, ville få større spillerom enn alle andre.
policy-would-change = { $name } ville bli { $to }. Nå: { $from }
policy-nothing-differs = Ingenting avviker fra denne forhåndsinnstillingen.
preset-microsoft = Som Microsoft Entra smart lockout som standard: 10 mislykkede forsøk, 60 sekunder. Ingen hard grense.
preset-standard = Det en ny installasjon får.
preset-strict = Som Microsoft Entra for amerikanske myndigheter: 3 mislykkede forsøk. Kilder sperres tidligere, og 50 mislykkede forsøk på rad stenger påloggingen.
preset-sending-small-office = Sending, slik en ny installasjon har det: mer enn 30 nye mottakere i timen eller 60 i døgnet fører til blokkering; høyst 1000 mottakere i døgnet.
preset-sending-strict = Sending, for skoler og webhotell: 20 nye mottakere i timen, 40 i døgnet; høyst 400 mottakere i døgnet.
preset-sending-relaxed = Sending, for dem som skriver til mange ukjente: 50 nye mottakere i timen, 120 i døgnet; høyst 2000 mottakere i døgnet.
preset-sending-microsoft = Sending, bare Microsofts standardgrenser: 500 mottakere i timen, 1000 i døgnet. Nye mottakere skilles ikke fra kjente, så en langsom utsendelse slipper gjennom.
preset-sending-microsoft-strict = Sending, bare Microsofts strenge grenser: 400 mottakere i timen, 800 i døgnet. Nye mottakere skilles ikke fra kjente, så en langsom utsendelse slipper gjennom.
policy-sticky-warning = Låsinger som gjelder til noen låser opp, gjør at ukjente kan stenge eieren ute fra nye steder. Velg dem bare der noen svarer raskt.
