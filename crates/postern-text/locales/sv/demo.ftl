# Berättelsen i `postern demo`. See the English file for what each message is for.

demo-opening = Postern demo: en riktig server, en påhittad organisation och en dag med angripare.
demo-listening = Servern är igång med en tillfällig datamapp. Allt som följer går genom dess två grindar:
demo-gate-dovecot = { $address }: här frågar Dovecot före och efter att ett lösenord kontrolleras
demo-gate-postfix = { $address }: här frågar Postfix för varje mottagare och i slutet av varje meddelande
demo-yesterday = { $count ->
    [one] I går var en vanlig dag: { $count } konto loggade in från sin vanliga plats och skrev till personer som det känner.
   *[other] I går var en vanlig dag: { $count } konton loggade in från sina vanliga platser och skrev till personer som de känner.
}

demo-guessing-title = Någon försöker gissa Annas lösenord
demo-asked-and-checked = { $account } från { $source }: lösenordet kontrollerades och är fel. Postern svarade på { $took }
demo-asked-and-refused = { $account } från { $source }: nekades innan lösenordet kontrollerades. Postern svarade på { $took }
demo-guessing-ten-checked = { $count ->
    [one] { $count } gissning kontrollerades. Sedan låstes inloggningen för obekanta källor.
   *[other] { $count } gissningar kontrollerades. Sedan låstes inloggningen för obekanta källor.
}
demo-guessing-right-refused = Därifrån nekas nu även rätt lösenord, innan det kontrolleras ({ $took }).
demo-guessing-owner-in = Anna loggar in från sin vanliga plats, { $source } ({ $took }).

demo-spray-title = Ett lösenord prövas på många namn
demo-spray-stopped = { $count ->
    [one] Efter { $count } försök nekas alla fler från { $source } innan lösenordet kontrolleras.
   *[other] Efter { $count } försök nekas alla fler från { $source } innan lösenordet kontrolleras.
}
demo-spray-others-in = { $count ->
    [one] { $count } konto loggar in från sin vanliga plats som vilken dag som helst.
   *[other] { $count } konton loggar in från sina vanliga platser som vilken dag som helst.
}

demo-phone-title = En telefon har kvar det gamla lösenordet
demo-phone-not-locked = { $count ->
    [one] Telefonen prövade samma gamla lösenord { $count } gång. Det är inget angrepp, och ingenting låses.
   *[other] Telefonen prövade samma gamla lösenord { $count } gånger. Det är inget angrepp, och ingenting låses.
}
demo-phone-owner-in = Ägaren loggar in med det nya lösenordet från samma plats ({ $took }).

demo-spam-title = Skräppost skickas från Robs konto
demo-spam-delayed = { $count ->
    [0] Inget meddelande fördröjdes.
    [one] { $count } meddelande till en ny mottagare fördröjdes innan gränsen var nådd.
   *[other] { $count } meddelanden till nya mottagare fördröjdes innan gränsen var nådd.
}
demo-spam-stopped = { $count ->
    [one] { $count } mottagare släpptes ut. Sedan blockerades sändningen.
   *[other] { $count } mottagare släpptes ut. Sedan blockerades sändningen.
}
demo-spam-client-sees = Det här får Postfix som svar och lämnar vidare till e-postprogrammet ({ $took }):

demo-bcc-title = Femtio nya mottagare i ett meddelande, och ett program som får göra så
demo-bcc-none-out = { $count ->
    [0] Ingen av de femtio mottagarna fick meddelandet: det nekades i sin helhet.
    [one] { $count } mottagare fick meddelandet.
   *[other] { $count } mottagare fick meddelandet.
}
demo-bcc-application = { $count ->
    [one] Fakturaprogrammet skrev till { $count } ny kund. Det är registrerat som program, och nya mottagare är dess uppgift.
   *[other] Fakturaprogrammet skrev till { $count } nya kunder. Det är registrerat som program, och nya mottagare är dess uppgift.
}

demo-release-title = Administratören hittar Rob och häver blockeringen
demo-release-found = Sökningen efter ”rob” hittar rob@contoso.com.
demo-release-next-accepted = Redan nästa mottagare i samma öppna session godtas ({ $took }).
demo-release-list-empty = Rob finns inte kvar på listan. Vem som hävde blockeringen, när och varför finns sparat.

demo-all-behaved = Alla steg gick som de skulle.
demo-some-misbehaved = { $count ->
    [one] { $count } steg gick inte som det skulle. Det är märkt [!!] ovan.
   *[other] { $count } steg gick inte som de skulle. De är märkta [!!] ovan.
}
demo-admin-centre = Öppna administrationscentret i en webbläsare. Länken loggar in dig som { $name }, en gång:
demo-api = Ett program frågar detsamma via API:et, med en API-nyckel:
demo-look-around = Se dig omkring i en annan terminal:
demo-stop = Servern fortsätter. Ctrl-C stoppar den och tar bort dess data.
demo-history = { $count ->
    [one] Exempelhistorik: { $count } påhittad dag har spelats upp genom grindarna med tider i det förflutna. Bilderna i administrationscentret visar den.
   *[other] Exempelhistorik: { $count } påhittade dagar har spelats upp genom grindarna med tider i det förflutna. Bilderna i administrationscentret visar dem.
}
demo-sample = Demo: personer och historik är påhittade
