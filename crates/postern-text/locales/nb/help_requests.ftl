# Requests for help: an owner who gets no further by himself asks the help desk. Portal pages are read by somebody who cannot work.

## The portal

help-ask-title = Spør brukerstøtten
help-ask-lede = Brukerstøtten får vite at du trenger hjelp med denne kontoen. Noe annet skjer ikke med den. De kontrollerer hvem du er.
help-ask-message = Hvordan kan de nå deg?
help-ask-message-hint = For eksempel et telefonnummer og når du kan nås. Skriv aldri et passord her.
help-ask-button = Be om hjelp
help-ask-asked = Hvis kontoen finnes, har brukerstøtten fått beskjed. Å spørre på nytt endrer ingenting før de har svart.
help-ask-told = Brukerstøtten har fått beskjed.
help-ask-already = Du har allerede spurt om dette. Brukerstøtten har spørsmålet og har ikke svart ennå.
help-ask-topic = Hva gjelder det?
# The heading over the site's own contact details.
help-contact = Brukerstøtten din

## What it is about

help-topic-sign-in = Kan ikke logge på
help-topic-sending = Kan ikke sende e-post
help-topic-suspicious = Noe ser feil ut

## For admins

help-requests-title = Forespørsler om hjelp
help-requests-lede = Her spør eiere som ikke kommer videre. En forespørsel åpner ingenting. Kontroller hvem som spør, før du endrer noe.
help-requests-none = Ingen venter på svar.
help-requests-asks = { $account } ber om hjelp
help-requests-proved = Har bevist å være eieren
help-requests-unproved = Har ikke bevist å være eieren: alle som kjenner adressen, kan spørre
help-requests-open = Venter på svar
help-requests-answered = Besvart { $when } av { $actor }: { $note }
help-requests-answer = Merk som besvart
help-requests-answer-lede = Skriv nedenfor hva du gjorde. Postern gir ikke eieren beskjed.
help-requests-done = Forespørselen er merket som besvart.
help-requests-head-request = Forespørsel
help-requests-head-asked = Sendt
help-requests-head-account = Konto
help-requests-head-topic = Gjelder
help-requests-head-who = Hvem
help-requests-head-from = Fra
help-requests-head-message = Melding

refusal-help-no-such-request = Det finnes ingen slik forespørsel om hjelp for kontoen. Den kan være gammel: besvarte beholdes i 30 dager. Ingenting er endret.
refusal-help-already-answered = Noen har allerede besvart forespørselen. Ingenting er endret.

event-help-asked = Ba om hjelp
event-help-answered = Forespørsel om hjelp besvart
actor-visitor = noen som ikke har logget på

## Mail to the help desk

mail-help-subject = { $account } ber om hjelp
mail-help-first-line = En forespørsel om hjelp kom { $when }. Den åpner ingenting.
mail-help-topic = Gjelder: { $topic }
mail-help-source = Fra: { $source }
mail-help-message = Melding: { $message }
mail-help-step-check = 1. Kontroller hvem som spør, på en måte du allerede kjenner, og ikke ved å svare på meldingen.
mail-help-step-look = 2. Se hvordan det står til med kontoen, og hvorfor:
mail-help-step-answer = 3. Når du er ferdig, merk forespørselen som besvart:
