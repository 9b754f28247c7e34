# Requests for help: an owner who gets no further by himself asks the help desk. Portal pages are read by somebody who cannot work.

## The portal

help-ask-title = Prosite službo za pomoč
help-ask-lede = Služba za pomoč izve, da potrebujete pomoč s tem računom. Nič drugega se z njim ne zgodi. Preverila bo, kdo ste.
help-ask-message = Kako ste dosegljivi?
help-ask-message-hint = Na primer telefonska številka in kdaj ste dosegljivi. Nikoli ne pišite gesla.
help-ask-button = Prosi za pomoč
help-ask-asked = Če tak račun obstaja, je služba za pomoč obveščena. Ponovna prošnja ne spremeni ničesar, dokler ne odgovori.
help-ask-told = Služba za pomoč je obveščena.
help-ask-already = O tem ste že vprašali. Služba za pomoč ima vašo prošnjo in še ni odgovorila.
help-ask-topic = Za kaj gre?
# The heading over the site's own contact details.
help-contact = Vaša služba za pomoč

## What it is about

help-topic-sign-in = Vpis ni mogoč
help-topic-sending = Pošiljanje pošte ni mogoče
help-topic-suspicious = Nekaj je videti narobe

## For admins

help-requests-title = Prošnje za pomoč
help-requests-lede = Tu prosijo lastniki, ki sami ne pridejo naprej. Prošnja ne odpre ničesar. Preden kaj spremenite, preverite, kdo prosi.
help-requests-none = Nihče ne čaka na odgovor.
help-requests-asks = { $account } prosi za pomoč
help-requests-proved = Dokazal je, da je lastnik
help-requests-unproved = Ni dokazal, da je lastnik: prosi lahko vsak, ki pozna naslov
help-requests-open = Čaka na odgovor
help-requests-answered = Odgovorjeno { $when }, izvajalec: { $actor }. { $note }
help-requests-answer = Označi kot odgovorjeno
help-requests-answer-lede = Spodaj napišite, kaj ste storili. Postern lastnika o tem ne obvesti.
help-requests-done = Prošnja je označena kot odgovorjena.
help-requests-head-request = Prošnja
help-requests-head-asked = Prejeta
help-requests-head-account = Račun
help-requests-head-topic = Za kaj gre
help-requests-head-who = Kdo
help-requests-head-from = Od kod
help-requests-head-message = Sporočilo

refusal-help-no-such-request = Za ta račun ni take prošnje za pomoč. Morda je stara: odgovorjene se hranijo 30 dni. Nič ni bilo spremenjeno.
refusal-help-already-answered = Na to prošnjo je nekdo že odgovoril. Nič ni bilo spremenjeno.

event-help-asked = Prošnja za pomoč
event-help-answered = Odgovor na prošnjo za pomoč
actor-visitor = nekdo, ki se ni prijavil

## Mail to the help desk

mail-help-subject = { $account } prosi za pomoč
mail-help-first-line = Prispela je prošnja za pomoč ({ $when }). Ničesar ne odpre.
mail-help-topic = Za kaj gre: { $topic }
mail-help-source = Od kod: { $source }
mail-help-message = Sporočilo: { $message }
mail-help-step-check = 1. Preverite, kdo prosi, in sicer po poti, ki jo že poznate, ne z odgovorom na to sporočilo.
mail-help-step-look = 2. Poglejte, kako je z računom in zakaj:
mail-help-step-answer = 3. Ko končate, prošnjo označite kot odgovorjeno:
