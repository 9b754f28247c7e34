## Hur e-post utåt togs emot, enligt e-postloggen

cli-why-deliveries = Utanför organisationen, senaste 24 timmarna: levererade { $delivered }, adressen finns inte { $missing }, avvisade som skräppost { $spam }, avvisade av annat skäl { $refused }, uppskjutna { $later }
cli-health-mail-log-read = E-postloggen: läses löpande
cli-health-mail-log-unreadable = E-postloggen: kan inte läsas, så leveransresultat räknas inte. Orsaken står i Posterns egen logg.
