# Requests for help: an owner who gets no further by himself asks the help desk. Portal pages are read by somebody who cannot work.

## The portal

help-ask-title = Fråga helpdesk
help-ask-lede = Helpdesk får veta att du behöver hjälp med det här kontot. Inget annat händer med det. De kontrollerar vem du är.
help-ask-message = Hur kan de nå dig?
help-ask-message-hint = Till exempel ett telefonnummer och när du kan nås. Skriv aldrig ett lösenord här.
help-ask-button = Be om hjälp
help-ask-asked = Om det finns ett sådant konto har helpdesk fått veta det. Att fråga igen ändrar ingenting förrän de har svarat.
help-ask-told = Helpdesk har fått veta det.
help-ask-already = Du har redan frågat om detta. Helpdesk har frågan och har inte svarat än.
help-ask-topic = Vad gäller det?
# The heading over the site's own contact details.
help-contact = Din helpdesk

## What it is about

help-topic-sign-in = Kan inte logga in
help-topic-sending = Kan inte skicka e-post
help-topic-suspicious = Något ser fel ut

## For admins

help-requests-title = Begäran om hjälp
help-requests-lede = Här frågar ägare som inte kommer vidare. En begäran öppnar ingenting. Kontrollera vem som frågar innan du ändrar något.
help-requests-none = Ingen väntar på svar.
help-requests-asks = { $account } ber om hjälp
help-requests-proved = Har bevisat att det är ägaren
help-requests-unproved = Har inte bevisat att det är ägaren: vem som helst som känner till adressen kan fråga
help-requests-open = Väntar på svar
help-requests-answered = Besvarad { $when } av { $actor }: { $note }
help-requests-answer = Markera som besvarad
help-requests-answer-lede = Skriv nedan vad du gjorde. Postern meddelar inte ägaren.
help-requests-done = Begäran är markerad som besvarad.
help-requests-head-request = Begäran
help-requests-head-asked = Ställd
help-requests-head-account = Konto
help-requests-head-topic = Gäller
help-requests-head-who = Vem
help-requests-head-from = Från
help-requests-head-message = Meddelande

refusal-help-no-such-request = Det finns ingen sådan begäran om hjälp för kontot. Den kan vara gammal: besvarade sparas i 30 dagar. Ingenting har ändrats.
refusal-help-already-answered = Någon har redan besvarat begäran. Ingenting har ändrats.

event-help-asked = Bad om hjälp
event-help-answered = Begäran om hjälp besvarad
actor-visitor = någon som inte har loggat in

## Mail to the help desk

mail-help-subject = { $account } ber om hjälp
mail-help-first-line = En begäran om hjälp kom den { $when }. Den öppnar ingenting.
mail-help-topic = Gäller: { $topic }
mail-help-source = Från: { $source }
mail-help-message = Meddelande: { $message }
mail-help-step-check = 1. Kontrollera vem som frågar, på ett sätt du redan känner till och inte genom att svara på meddelandet.
mail-help-step-look = 2. Se hur det står till med kontot och varför:
mail-help-step-answer = 3. När du är klar, markera begäran som besvarad:
