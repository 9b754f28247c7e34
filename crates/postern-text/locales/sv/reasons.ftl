# Vad reglerna beslutade och såg. See the English file for what each message is for.

## Slag av begränsning

kind-sign-in-locked = Inloggning låst
kind-sign-in-blocked = Inloggning blockerad
kind-sending-slowed = Sändning bromsad
kind-sending-restricted = Sändning blockerad
kind-password-change-required = Lösenordet måste bytas

## Läget för ett konto

state-clear = { $account } kan logga in och skicka e-post. Inga begränsningar gäller.
state-sign-in-locked-unfamiliar = Inloggningen för { $account } är låst för obekanta källor till { $until }. Från bekanta källor går det fortfarande att logga in.
state-sign-in-locked-familiar = Inloggningen för { $account } är låst för bekanta källor till { $until }.
state-sign-in-locked = Inloggningen för { $account } är låst till { $until }.
state-sign-in-closed-unfamiliar = Inloggningen för { $account } är stängd för obekanta källor. Den öppnas av en administratör, av kontots ägare eller när lösenordet återställs.
state-sign-in-closed = Inloggningen för { $account } är stängd. Den öppnas av en administratör eller när lösenordet återställs.
state-sign-in-blocked = Inloggningen för { $account } är blockerad tills en administratör tillåter inloggning.
state-sign-in-blocked-until = Inloggningen för { $account } är blockerad till { $until }.
state-sending-slowed = Sändningen är bromsad för { $account }. E-post till mottagare som kontot har skrivit till förut skickas som vanligt.
state-sending-slowed-until = Sändningen är bromsad för { $account } till { $until }. E-post till mottagare som kontot har skrivit till förut skickas som vanligt.
state-sending-restricted = { $account } kan inte skicka e-post förrän en administratör häver blockeringen. Inkommande e-post kommer fram som vanligt.
state-sending-restricted-until = { $account } kan inte skicka e-post förrän { $until }. Inkommande e-post kommer fram som vanligt.
state-password-change-required = { $account } måste välja ett nytt lösenord. Till dess kan e-postprogrammen inte logga in.

## Orsaker

reason-wrong-passwords-unfamiliar = { $count ->
    [one] { $count } felaktigt lösenord från obekanta källor.
   *[other] { $count } olika felaktiga lösenord från obekanta källor.
}
reason-wrong-passwords-familiar = { $count ->
    [one] { $count } felaktigt lösenord från bekanta källor.
   *[other] { $count } olika felaktiga lösenord från bekanta källor.
}
reason-lane-closed-unfamiliar = { $count ->
    [one] { $count } felaktigt lösenord från obekanta källor.
   *[other] { $count } felaktiga lösenord i följd från obekanta källor.
}
reason-lane-closed-familiar = { $count ->
    [one] { $count } felaktigt lösenord från bekanta källor.
   *[other] { $count } felaktiga lösenord i följd från bekanta källor.
}
reason-novel-recipients-hour = { $count ->
    [one] { $count } ny mottagare på en timme. Gränsen för kontot är { $limit }. En ny mottagare är någon som kontot aldrig har skrivit till.
   *[other] { $count } nya mottagare på en timme. Gränsen för kontot är { $limit }. En ny mottagare är någon som kontot aldrig har skrivit till.
}
reason-novel-recipients-day = { $count ->
    [one] { $count } ny mottagare på 24 timmar. Gränsen för kontot är { $limit }. En ny mottagare är någon som kontot aldrig har skrivit till.
   *[other] { $count } nya mottagare på 24 timmar. Gränsen för kontot är { $limit }. En ny mottagare är någon som kontot aldrig har skrivit till.
}
reason-recipients-hour = { $count ->
    [one] { $count } mottagare på en timme. Utifrån vad kontot brukar skicka är gränsen { $limit }.
   *[other] { $count } mottagare på en timme. Utifrån vad kontot brukar skicka är gränsen { $limit }.
}
reason-cap-hour = { $count ->
    [one] { $count } mottagare på en timme. Den fasta gränsen är { $limit }.
   *[other] { $count } mottagare på en timme. Den fasta gränsen är { $limit }.
}
reason-cap-day = { $count ->
    [one] { $count } mottagare på 24 timmar. Den fasta gränsen är { $limit }.
   *[other] { $count } mottagare på 24 timmar. Den fasta gränsen är { $limit }.
}
reason-by-person = Motivering: { $note }

## Indicier

evidence-wrong-passwords = { $count ->
    [one] { $count } felaktigt lösenord före låsningen.
   *[other] { $count } felaktiga lösenord före låsningen.
}
evidence-right-password-refused = Rätt lösenord angavs medan inloggningen nekades. Någon annan kan känna till det.
evidence-success-after-failures = { $count ->
    [one] Inloggningen från en obekant källa lyckades efter { $count } misslyckat försök.
   *[other] Inloggningen från en obekant källa lyckades efter { $count } misslyckade försök.
}
evidence-novel-recipients = { $count ->
    [one] { $count } mottagare som kontot aldrig har skrivit till.
   *[other] { $count } mottagare som kontot aldrig har skrivit till.
}
evidence-many-recipients = { $count ->
    [one] { $count } mottagare på kort tid, fler än kontot brukar skriva till.
   *[other] { $count } mottagare på kort tid, fler än kontot brukar skriva till.
}
evidence-unfamiliar-source = Inloggningen kom från en källa som kontot aldrig har använt.
evidence-forged-sender = { $count ->
    [one] E-post skickades med { $count } avsändaradress i organisationen som inte är kontots egen.
   *[other] E-post skickades med { $count } avsändaradresser i organisationen som inte är kontots egna.
}
evidence-same-content = { $count ->
    [one] { $count } konto skickade samma nya text eller länk till utomstående ungefär samtidigt.
   *[other] { $count } konton skickade samma nya text eller länk till utomstående ungefär samtidigt.
}
evidence-spam-verdicts = { $count ->
    [one] Organisationens egen skanner tog { $count } mejl från kontot för skräppost på en timme.
   *[other] Organisationens egen skanner tog { $count } mejl från kontot för skräppost på en timme.
}
evidence-no-such-address = { $count ->
    [one] { $count } mottagare under 24 timmar finns inte.
   *[other] { $count } mottagare under 24 timmar finns inte.
}
evidence-reported-missing = { $count ->
    [one] Rapporter utifrån säger att { $count } mottagare under 24 timmar inte finns.
   *[other] Rapporter utifrån säger att { $count } mottagare under 24 timmar inte finns.
}
evidence-taken-for-spam = { $count ->
    [one] Servrar i olika domäner avvisade kontots e-post som skräppost: { $count } mottagare under 24 timmar.
   *[other] Servrar i olika domäner avvisade kontots e-post som skräppost: { $count } mottagare under 24 timmar.
}
evidence-complaints = { $count ->
    [one] Mottagare klagade på e-post från kontot; { $count } e-postleverantör rapporterade det.
   *[other] Mottagare klagade på e-post från kontot; { $count } e-postleverantörer rapporterade det.
}
evidence-details = Tid: { $when }. Poäng: { $points }
evidence-details-source = Tid: { $when }. Källa: { $source }. Poäng: { $points }

## Vem och var

origin-rule = En regel
origin-person = En person
origin-api = Ett program
actor-rule = Postern (regel)
actor-timer = Postern (tidur)
actor-local-root = { $name } (root på den här datorn)
actor-program = { $name } (ett programs nyckel)
point-gates = Grindar
point-dovecot-files = Dovecot-filerna
point-postfix-map = Postfix-tabellen
point-admin-mail = E-post till administratörerna
receipt-in-force = { $point }: i kraft efter { $latency }
receipt-sent = { $point }: skickat efter { $latency }

## Konton

account-kind-person = Person
account-kind-shared-mailbox = Delad postlåda
account-kind-application = Program
role-auditor = Granskare
role-helpdesk = Helpdesk
role-responder = Incidenthanterare
role-user-admin = Användaradministratör
role-global-admin = Global administratör
lane-unfamiliar = Obekanta källor
lane-familiar = Bekanta källor

## Beslutsloggen

decision-sign-in-refused = Inloggning nekad
decision-sign-in-would-be-refused = Inloggning skulle ha nekats
decision-signed-in = Inloggad
decision-wrong-password = Fel lösenord
decision-same-wrong-password = Samma fel lösenord igen
decision-previous-password = Tidigare lösenord
decision-sending-permitted = Sändning tillåten
decision-sending-would-be-slowed = Sändning skulle ha bromsats
decision-sending-would-be-restricted = Sändning skulle ha blockerats
decision-sending-refused = Sändning nekad
decision-from-unfamiliar = Från en obekant källa.
decision-from-familiar = Från en bekant källa.
decision-device = En enhet har kvar det tidigare lösenordet.
decision-sampled = Stickprov: 1 av { $count } sparas.
decision-slowed = Meddelanden till nya mottagare fördröjs.
decision-observed = Observationsläge: ingenting stoppades.
decision-refused-by-rule = En regel hade redan blockerat sändningen.
decision-refused-by-person = En person hade redan blockerat sändningen.

## Revisionsloggen

event-account-created = Konto skapat
event-account-renamed = Adress ändrad
event-profile-changed = Konto ändrat
event-alias-added = Alias tillagt
event-alias-removed = Alias borttaget
event-account-deleted = Konto raderat
event-password-set = Lösenord bytt
event-restriction-started = Begränsning började
event-restriction-released = Begränsning hävd
event-restriction-expired = Begränsning löpte ut
event-evidence-seen = Indicium noterat
event-policy-changed = Policyvärde ändrat
