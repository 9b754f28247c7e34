# Hva som gikk galt, med få ord. See the English file for what each message is for.

problem-unreadable = Forespørselen kan ikke leses
problem-no-token = Ingen API-nøkkel som tillater dette
problem-not-allowed = Ikke tillatt
problem-not-found = Finnes ikke
problem-method = Ikke mulig med denne metoden
problem-conflict = Passer ikke til hvordan det er nå
problem-changed = Endret i mellomtiden
problem-too-large = For stort
problem-rules = Avvist av reglene
problem-failed = Noe gikk galt i serveren
problem-other-server = Noe gikk galt i en annen server
problem-not-now = Ikke mulig nå

problem-precondition = Dette er endret siden det ble lest, og ingenting er endret nå. Les det på nytt, og bestem på nytt.
problem-key-reused = En annen forespørsel har brukt denne idempotensnøkkelen. Ingenting er gjort. Bruk en ny nøkkel til en ny forespørsel.
problem-key-in-use = En forespørsel med denne idempotensnøkkelen holder på å bli utført, eller serveren stanset imens. Se hvordan det er før du sender den med en ny nøkkel.
problem-key-unreadable = En idempotensnøkkel har 1 til { $limit } synlige ASCII-tegn. Ingenting er gjort.
problem-keys-full = Så mange idempotensnøkler er lagret at det ikke er plass til flere ({ $limit }). Ingenting er gjort. De utløper etter 24 timer; send forespørselen uten nøkkel.
problem-no-such-preset = Forhåndsinnstillingen finnes ikke. Velg en av disse: { $known }
