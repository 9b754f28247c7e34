# Å låse opp én eller mange kontoer, og hvordan en konto står ved påloggingens dør.

cli-done-eased = Påloggingen er låst opp for { $account }. Til { $until } må det dobbelt så mange mislykkede forsøk til før den låses igjen.
