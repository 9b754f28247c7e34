# Att låsa upp ett eller många konton, och hur ett konto står vid inloggningens dörr.

cli-done-eased = Inloggningen är upplåst för { $account }. Till { $until } krävs dubbelt så många misslyckade försök för att den ska låsas igen.
