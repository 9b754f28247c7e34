# Diagnosen: vad någon klagar på, vad som kontrollerades och vad som ligger bakom. See the English file for what each message is for.

symptom-anything = Något annat, eller vet inte
symptom-cannot-sign-in = Kan inte logga in
symptom-cannot-send = Kan inte skicka e-post
symptom-cannot-receive = E-post kommer inte fram
symptom-mail-bounces = Skickad e-post kommer tillbaka
symptom-password-not-accepted = Lösenordet godtas inte
symptom-keeps-being-locked = Låses gång på gång
symptom-forwarding-unknown = E-post vidarebefordras utan att ägaren vet om det
symptom-rules-unknown = Regler flyttar eller raderar e-post utan att ägaren vet om det
symptom-no-reset-mail = E-posten för nytt lösenord kommer inte

symptom-cannot-sign-in-words = logga in, loggar in, logga på, inloggning, inloggningen, komma in, utestängd, blockerat konto
symptom-cannot-send-words = skicka, skickar, sända, sändning, utgående, begränsad, begränsade
symptom-cannot-receive-words = ta emot, får ingen e-post, får inga mejl, får inga, inkommande, kommer inte fram, saknar mejl
symptom-mail-bounces-words = studs, studsar, kommer tillbaka, returneras, avvisas, 5.1.8, 5.7.1
symptom-password-not-accepted-words = lösenord, lösenordet, fel lösenord, lösenordet godtas
symptom-keeps-being-locked-words = låst, låses, låst ut, utelåst, låser, låsa upp, låsts
symptom-forwarding-unknown-words = vidarebefordra, vidarebefordran, vidarebefordring, vidarebefordras, omdirigera
symptom-rules-unknown-words = regel, regler, filter, sieve, försvinner, raderas
symptom-no-reset-mail-words = återställningsmejl, återställningskod, återställningslänk, kod kommer, ingen kod, koden

check-sign-in-door = Låsningar och blockeringar av inloggning
check-password = Tillfälligt eller utgånget lösenord
check-protocols = Avstängda protokoll
check-sources = Spärrade källor
check-attempts = De senaste dagarnas misslyckade inloggningar
check-sending-door = Begränsningar av sändning
check-queue = E-postkön
check-deliveries = Svar från andra e-postservrar
check-rules = Vidarebefordring och regler
check-recovery = Ägarens vägar tillbaka
check-exports = Ändringar i kraft hos e-postservern
check-gates = Frågor från e-postservern
check-ourselves = Posterns klocka och lagring
check-policies = De senaste dagarnas policyändringar

diagnosis-is-fine = inget hittades
diagnosis-not-connected = inte kontrollerat: inte anslutet
diagnosis-late = inte kontrollerat: inget svar i tid
diagnosis-failed = inte kontrollerat. Orsak: { $cause }
diagnosis-mark-cause = Orsak:
diagnosis-mark-fine = Utan anmärkning:
diagnosis-mark-unknown = Okänt:

diagnosis-nothing = Postern hittar inget som hindrar { $account }.
diagnosis-nothing-but-unknown = Postern hittar inget som hindrar { $account }, men allt kunde inte kontrolleras.

diagnosis-since-by = Sedan: { $when }. Av: { $actor }
cause-mistyped = { $count ->
    [one] { $count } inloggning med fel lösenord. Senast: { $last }
   *[other] { $count } inloggningar med fel lösenord. Senast: { $last }
}
cause-place-blocked = Inloggning för { $account } från { $address } nekas, eftersom källan { $network } är spärrad.
cause-password-elsewhere = Lösenordet för kontot { $account } finns utanför Postern och kan därför varken kontrolleras eller återställas här.
cause-mailing-not-planned = Inget utskick är planerat för kontot { $account }, så gränsen på { $limit } mottagare gäller. Räknade: { $count }
cause-mail-held = { $count ->
    [one] { $count } meddelande från kontot hålls kvar i kön.
   *[other] { $count } meddelanden från kontot hålls kvar i kön.
}
cause-mail-waits = { $count ->
    [one] { $count } meddelande från kontot väntar i kön på nästa försök.
   *[other] { $count } meddelanden från kontot väntar i kön på nästa försök.
}
cause-taken-for-spam = { $count ->
    [one] Andra e-postservrar avvisade e-post från kontot som skräppost: { $count } mottagare på 24 timmar.
   *[other] Andra e-postservrar avvisade e-post från kontot som skräppost: { $count } mottagare på 24 timmar.
}
cause-refused-elsewhere = { $count ->
    [one] Andra e-postservrar avvisade e-post från kontot: { $count } mottagare på 24 timmar.
   *[other] Andra e-postservrar avvisade e-post från kontot: { $count } mottagare på 24 timmar.
}
cause-hiding-rule = En regel i postlådan döljer e-post. Skript: { $script }, rad { $line }
cause-no-address = Ingen alternativ adress är registrerad för kontot { $account }, så ingen e-post för nytt lösenord kan skickas.
cause-address-unconfirmed = Den alternativa adressen för kontot { $account } är inte bekräftad, så ingen e-post för nytt lösenord skickas dit.
cause-address-does-not-count = Den alternativa adressen för kontot { $account } räknas inte just nu: den lades till efter något misstänkt, eller så leder dess e-post tillbaka till kontot.
cause-no-public-page = Posterns publika adress (web.public_url) är inte angiven, så ingen länk kan skickas.
cause-export-late = En ändring för kontot { $account } är inte i kraft än. Plats: { $point }. Väntar sedan: { $since }. Orsak: { $problem }
cause-cannot-save = Postern kan inte spara ändringar. Sedan: { $since }
cause-policy-changed = En policy ändrades. Tid: { $when }. Av: { $actor }

cli-diagnosis-asked = Problem: { $symptom }
cli-diagnosis-next = Nästa steg: { $command }
cli-diagnosis-looked-at = Kontrollerat
cli-diagnosis-clock = ställ systemets klocka och se efter hur mycket diskutrymme som är ledigt
cli-diagnosis-keeper = byt lösenordet där det finns
