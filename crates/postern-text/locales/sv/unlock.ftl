# Att låsa upp ett eller många konton, och hur ett konto står vid inloggningens dörr.

cli-done-eased = Inloggningen är upplåst för { $account }. Till { $until } krävs dubbelt så många misslyckade försök för att den ska låsas igen.

## Att låsa upp många: en rad för vart och ett, sedan det som inte gjordes

cli-unlock-too-many = Högst { $limit } konton kan låsas upp på en gång. Inget har ändrats.
cli-unlock-perhaps-more = Här är de första { $limit } låsningarna. Kör kommandot igen för kontona efter dem.
cli-unlock-needs-yes = Konton att låsa upp: { $count }. Det finns ingen att fråga, och inget har ändrats. Titta med --dry-run och lägg sedan till --yes.
cli-unlock-ask = Konton att låsa upp: { $count }. Skriv det här talet för att fortsätta:
cli-unlock-not = Inget låstes upp.
cli-unlock-nobody = Inget konto är låst. Inget har ändrats.
cli-unlock-none-named = Inget konto angavs på standard in. Inget har ändrats.
cli-unlock-would = Skulle låsas upp: { $account }
cli-unlock-not-locked = Inte låst, inget att göra: { $account }
cli-unlock-failed-one = Inte upplåst: { $account }. Orsak: { $cause }
cli-unlock-failed = Konton som inte låstes upp: { $count }
