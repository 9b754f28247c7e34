# Kommandoraden. See the English file for what each message is for.

## Varför servern inte gjorde det som begärdes

cli-error-no-such-route = Servern känner inte till adressen. Klient och server kan ha olika versioner.
cli-error-method = Servern känner inte till metoden här.
cli-error-bad-request = Begäran går inte att läsa: { $cause }
cli-error-body-too-large = Begäran är för stor.
cli-error-no-such-account = Kontot finns inte.
cli-error-no-such-restriction = Begränsningen finns inte.
cli-error-not-allowed = Dina roller ger inte behörighet till det här. Ingenting har ändrats.
cli-error-name-taken = Namnet { $name } tillhör ett annat konto. Ingenting har ändrats.
cli-error-changed-meanwhile = Någon annan har ändrat det här under tiden. Ingenting har ändrats. Se hur det ser ut nu och bestäm igen.
cli-error-policy = Värdet är inte tillåtet: { $cause }
cli-error-busy = Servern har för mycket att göra, och ingenting har ändrats. Försök igen.
cli-error-internal = Det gick inte, och ingenting har ändrats. Försök igen. Orsaken står i serverns logg under { $id }

## Varför kommandot inte nådde servern

cli-not-running = Servern är inte igång: ingen svarar på { $socket }. Starta den med postern serve.
cli-socket-not-yours = Bara root och serverns egen användare får använda { $socket }. Försök igen med sudo.
cli-no-answer = Servern svarar inte på { $socket }. Orsaken står i serverns logg.
cli-other-server = Det som svarar på { $socket } är inte den här versionen av Postern. Starta om servern efter en uppgradering.

## Vem ett kommando gäller

cli-nobody-matches = Ingen träff på ”{ $text }”. Det räcker med en del av namnet: rob hittar rob@contoso.com.
cli-several-match = Flera konton matchar ”{ $text }”. Ange vilket med adress eller id.
cli-never-restricted = Sändningen har aldrig varit blockerad för { $account }.
cli-until-not-understood = ”{ $text }” är ingen tid. Skriv 2026-11-24T18:00, 2026-11-24 eller en tid från nu: 90min, 8h, 3d.

## Kolumnrubriker

cli-head-account = Konto
cli-head-aliases = Alias
cli-head-attempts = Försök före
cli-head-bounds = Tillåtet
cli-head-cause = Orsak
cli-head-code = Kod
cli-head-created = Skapat
cli-head-decision = Beslut
cli-head-default = Standard
cli-head-details = Detaljer
cli-head-ended = Upphörde
cli-head-event = Händelse
cli-head-groups = Grupper
cli-head-id = Id
cli-head-kind = Typ
cli-head-language = Språk
cli-head-let-out = Släpptes ut
cli-head-name = Namn
cli-head-policy = Policyvärde
cli-head-reason = Motivering
cli-head-roles = Roller
cli-head-rule = Regel
cli-head-since = Sedan
cli-head-source = Källa
cli-head-state = Läge
cli-head-times = Antal
cli-head-until = Till
cli-head-value = Värde
cli-head-when = När
cli-head-who = Vem
cli-until-released = tills vidare
cli-more-after = Det finns fler. Lägg till --after { $address } för nästa sida
cli-more-before = Det finns fler. Lägg till --before { $cursor } för nästa sida

## Listor

cli-everyone-can-send = Alla kan skicka. Ingen sändning är blockerad eller bromsad.
cli-everyone-can-sign-in = Alla kan logga in. Ingen inloggning är låst eller blockerad.
cli-nobody-in-list = Ingen på listan matchar ”{ $text }”.
cli-gate-only = Lösenordet finns i ett annat system. Postern känner bara till kontot från trafiken.

## Vad som gjordes

cli-done-unblocked = Blockeringen av sändning är hävd för { $account }
cli-done-restricted = Sändningen är blockerad för { $account }. Inkommande e-post kommer fram som vanligt.
cli-done-unlocked = Inloggningen är upplåst för { $account }
cli-done-blocked = Inloggningen är blockerad för { $account }
cli-done-allowed = Inloggningen är tillåten igen för { $account }
cli-done-created = Kontot har skapats: { $account }, id { $id }
cli-done-renamed = Kontot { $account } heter nu { $new }
cli-done-alias-added = Aliaset { $alias } har lagts till för { $account }
cli-done-alias-removed = Aliaset { $alias } har tagits bort från { $account }
cli-done-changed = Kontot har ändrats: { $account }
cli-done-password = Lösenordet har bytts för { $account }
cli-done-deleted = Kontot har raderats: { $account }
cli-policy-set = { $name }: { $to }, tidigare { $from }
cli-receipt-failed = { $point }: inte i kraft. Nästa försök { $when }. Orsak: { $message }
cli-receipt-given-up = { $point }: inte i kraft. Inget nytt försök görs. Orsak: { $message }

## Lösenord och frågor

cli-password-ask = Nytt lösenord:
cli-password-again = Samma en gång till:
cli-passwords-differ = De två lösenorden är olika. Ingenting har ändrats.
cli-password-empty = Lösenordet är tomt. Skriv det på första raden av standard in.
cli-password-too-long = Lösenordet är längre än 1024 byte.
cli-delete-ask = Det här kan inte ångras. Skriv kontots adress för att radera det: { $account }
cli-delete-needs-yes = Det finns ingen att fråga. Lägg till --yes för att radera utan fråga.
cli-delete-not = Inte raderat.

## En begränsning

cli-restriction-times = Sedan { $since }, av { $actor }. Till: { $until }
cli-restriction-ended = Hävd { $when } av { $actor }
cli-restriction-ended-because = Hävd { $when } av { $actor }. Motivering: { $reason }

## Varför

cli-why-head = { $account }, läget { $when }
cli-why-sign-in-open = Inloggning: öppen
cli-why-sign-in-partly = Inloggning: stängd för vissa källor, av en regel
cli-why-sign-in-closed-by-rule = Inloggning: stängd av en regel
cli-why-sign-in-closed-by-person = Inloggning: stängd av en person
cli-why-sending-open = Sändning: öppen
cli-why-sending-slowed = Sändning: bromsad av en regel
cli-why-sending-closed-by-rule = Sändning: stängd av en regel
cli-why-sending-closed-by-person = Sändning: stängd av en person
cli-why-code = Kod: { $code }
cli-why-cure = För att öppna dörren: { $command }
cli-why-familiar-sources = Antal bekanta källor: { $count }
cli-why-hour = Mottagare den senaste timmen: { $count }, varav nya: { $new }
cli-why-day = Mottagare de senaste 24 timmarna: { $count }, varav nya: { $new }
cli-why-recent = Upphörde nyligen
cli-why-decisions = Beslut på sistone, de nyaste först
cli-why-receipts = I kraft var

## Hur servern mår

cli-health-ok = Postern { $version } svarar, och allt finns i minnet
cli-health-loading = Postern { $version } svarar med alla begränsningar i kraft. Historiken läses fortfarande in.
cli-health-behind = Postern { $version } svarar, och lagringen ligger efter. Orsaken står i loggen.
cli-observed-sending = Sändning observeras bara, till { $until }: reglerna blockerar och bromsar ingen. För att tillämpa dem nu: { $command }
cli-observed-sign-in = Inloggning observeras bara: reglerna avvisar ingen. Det som en person har blockerat är blockerat. För att tillämpa dem nu: { $command }
cli-health-accounts = Konton: { $count }
cli-health-restrictions = Begränsningar i kraft: { $count }
cli-health-tracked = Konton med räknare: { $count }
cli-health-sources = Källor med räknare: { $count }
cli-health-memory = Räknarnas minne i KiB: { $count }
cli-health-unsaved = Ändringar som väntar på lagringen: { $count }
cli-health-lost = Rader i beslutsloggen som har gått förlorade sedan starten: { $count }

## Konfigurationen

cli-config-ok = { $file } är rätt
cli-config-wrong = Konfigurationen används inte förrän alla rader ovan är rätt.
cli-config-no-policy = Utan [gates.postfix_policy] har Postfix ingen att fråga: gränserna för sändning gäller inte.
cli-config-no-milter = Utan [gates.milter] räknas inte e-post som program lämnar över med sendmail.
cli-config-no-auth-policy = Utan [gates.auth_policy] har Dovecot ingen att fråga: lösenordsgissning märks inte.
cli-config-no-dovecot = Utan [exports.dovecot] gäller en blockering av inloggning inte när Postern är stoppad.
cli-config-no-postfix = Utan [exports.postfix] gäller en blockering av sändning inte när Postern är stoppad.
cli-config-no-notify = Utan [notify] får ingen veta när ett konto blockeras.

## De första stegen

cli-init-created = Skapat: { $path }
cli-init-kept = Fanns, och är oförändrat: { $path }
cli-init-next = Gör så här nu:
cli-init-observes = En ny installation observerar bara sändning de första 7 dagarna
cli-init-step-check = Läs konfigurationen, skriv in egna namn och kontrollera den
cli-init-step-serve = Starta servern
cli-init-step-admin = Gör dig själv till administratör
cli-init-step-invite = När avsnittet [web] är påslaget: gå in i administrationscentret
cli-init-step-import = Titta på en import av de användare som finns
cli-init-step-connect = Anslut Dovecot och Postfix

## Prova på tidigare trafik

cli-replay-mail = Meddelanden: { $messages }. Konton: { $accounts }. Kontomånader: { $months }
cli-replay-episodes = Blockeringar som det hade blivit: { $count }, per 1000 kontomånader: { $rate }
cli-replay-sign-in = Försök: { $attempts }. Konton: { $accounts }. Källor: { $sources }
cli-replay-locks = Låsningar: { $count }
cli-replay-refused-successes = Rätta lösenord som hade nekats: { $count }
cli-replay-more = Fler av dem med --json: { $count }

## Import av befintliga användare

cli-import-found = Konton i filen: { $accounts }, med lösenord: { $passwords }
cli-import-dry = Ingenting har ändrats: det här var en provkörning
cli-import-created = Skapade konton: { $count }
cli-import-problems = Rader som hindrar att filen importeras: { $count }
cli-import-name-taken = Namnet { $name } tillhör ett konto som finns.
cli-import-refused = Servern nekar kontot: { $code }
