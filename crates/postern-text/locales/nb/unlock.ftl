# Å låse opp én eller mange kontoer, og hvordan en konto står ved påloggingens dør.

cli-done-eased = Påloggingen er låst opp for { $account }. Til { $until } må det dobbelt så mange mislykkede forsøk til før den låses igjen.

## Å låse opp mange: en linje for hver, og så det som ikke ble gjort

cli-unlock-too-many = Høyst { $limit } kontoer kan låses opp på én gang. Ingenting er endret.
cli-unlock-perhaps-more = Her er de første { $limit } låsingene. Kjør kommandoen igjen for kontoene etter dem.
cli-unlock-needs-yes = Kontoer som skal låses opp: { $count }. Det er ingen å spørre, og ingenting er endret. Se etter med --dry-run, og legg så til --yes.
cli-unlock-ask = Kontoer som skal låses opp: { $count }. Skriv dette tallet for å fortsette:
cli-unlock-not = Ingenting ble låst opp.
cli-unlock-nobody = Ingen konto er låst. Ingenting er endret.
cli-unlock-none-named = Ingen konto ble oppgitt på standard inn. Ingenting er endret.
cli-unlock-would = Ville blitt låst opp: { $account }
cli-unlock-not-locked = Ikke låst, ingenting å gjøre: { $account }
cli-unlock-failed-one = Ikke låst opp: { $account }. Årsak: { $cause }
cli-unlock-failed = Kontoer som ikke ble låst opp: { $count }
