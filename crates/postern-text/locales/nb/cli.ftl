# Kommandolinjen. See the English file for what each message is for.

## Hvorfor serveren ikke gjorde det som ble bedt om

cli-error-no-such-route = Serveren kjenner ikke denne adressen. Klient og server kan ha ulike versjoner.
cli-error-method = Serveren kjenner ikke denne metoden her.
cli-error-bad-request = Forespørselen kan ikke leses: { $cause }
cli-error-body-too-large = Forespørselen er for stor.
cli-error-no-such-account = Kontoen finnes ikke.
cli-error-no-such-restriction = Begrensningen finnes ikke.
cli-error-not-allowed = Rollene dine gir ikke tilgang til dette. Ingenting er endret.
cli-error-name-taken = Navnet { $name } tilhører en annen konto. Ingenting er endret.
cli-error-changed-meanwhile = Noen andre har endret dette i mellomtiden. Ingenting er endret. Se hvordan det er nå, og bestem på nytt.
cli-error-policy = Verdien er ikke tillatt: { $cause }
cli-error-busy = Serveren har for mye å gjøre, og ingenting er endret. Prøv igjen.
cli-error-internal = Det gikk ikke, og ingenting er endret. Prøv igjen. Årsaken står i serverens logg under { $id }

## Hvorfor kommandoen ikke nådde serveren

cli-not-running = Serveren kjører ikke: ingen svarer på { $socket }. Start den med postern serve.
cli-socket-not-yours = Bare root og serverens egen bruker kan bruke { $socket }. Prøv igjen med sudo.
cli-no-answer = Serveren svarer ikke på { $socket }. Årsaken står i serverens logg.
cli-other-server = Det som svarer på { $socket }, er ikke denne versjonen av Postern. Start serveren på nytt etter en oppgradering.

## Hvem en kommando gjelder

cli-nobody-matches = Ingen treff på «{ $text }». En del av navnet er nok: rob finner rob@contoso.com.
cli-several-match = Flere kontoer passer til «{ $text }». Oppgi hvilken med adresse eller id.
cli-never-restricted = Sending har aldri vært blokkert for { $account }.
cli-until-not-understood = «{ $text }» er ikke et tidspunkt. Skriv 2026-11-24T18:00, 2026-11-24 eller en tid fra nå: 90min, 8h, 3d.

## Kolonneoverskrifter

cli-head-account = Konto
cli-head-aliases = Alias
cli-head-attempts = Forsøk før
cli-head-bounds = Tillatt
cli-head-cause = Årsak
cli-head-code = Kode
cli-head-created = Opprettet
cli-head-decision = Avgjørelse
cli-head-default = Standard
cli-head-details = Detaljer
cli-head-ended = Opphørte
cli-head-event = Hendelse
cli-head-groups = Grupper
cli-head-id = Id
cli-head-kind = Type
cli-head-language = Språk
cli-head-let-out = Sluppet ut
cli-head-name = Navn
cli-head-policy = Policyverdi
cli-head-reason = Begrunnelse
cli-head-roles = Roller
cli-head-rule = Regel
cli-head-since = Siden
cli-head-source = Kilde
cli-head-state = Tilstand
cli-head-times = Antall
cli-head-until = Til
cli-head-value = Verdi
cli-head-when = Når
cli-head-who = Hvem
cli-until-released = inntil videre
cli-more-after = Det finnes flere. Legg til --after { $address } for neste side
cli-more-before = Det finnes flere. Legg til --before { $cursor } for neste side

## Lister

cli-everyone-can-send = Alle kan sende. Ingen sending er blokkert eller bremset.
cli-everyone-can-sign-in = Alle kan logge på. Ingen pålogging er låst eller blokkert.
cli-nobody-in-list = Ingen på listen passer til «{ $text }».
cli-gate-only = Passordet ligger i et annet system. Postern kjenner kontoen bare fra trafikken.

## Hva som ble gjort

cli-done-unblocked = Blokkeringen av sending er fjernet for { $account }
cli-done-restricted = Sending er blokkert for { $account }. Innkommende e-post kommer fram som vanlig.
cli-done-unlocked = Påloggingen er låst opp for { $account }
cli-done-blocked = Påloggingen er blokkert for { $account }
cli-done-allowed = Påloggingen er tillatt igjen for { $account }
cli-done-created = Kontoen er opprettet: { $account }, id { $id }
cli-done-renamed = Kontoen { $account } heter nå { $new }
cli-done-alias-added = Aliaset { $alias } er lagt til for { $account }
cli-done-alias-removed = Aliaset { $alias } er fjernet fra { $account }
cli-done-changed = Kontoen er endret: { $account }
cli-done-password = Passordet er satt for { $account }
cli-done-deleted = Kontoen er slettet: { $account }
cli-policy-set = { $name }: { $to }, tidligere { $from }
cli-receipt-failed = { $point }: ikke i kraft. Neste forsøk { $when }. Årsak: { $message }
cli-receipt-given-up = { $point }: ikke i kraft. Det gjøres ikke flere forsøk. Årsak: { $message }

## Passord og spørsmål

cli-password-ask = Nytt passord:
cli-password-again = Det samme en gang til:
cli-passwords-differ = De to passordene er ulike. Ingenting er endret.
cli-password-empty = Passordet er tomt. Skriv det på første linje av standard inn.
cli-password-too-long = Passordet er lengre enn 1024 byte.
cli-delete-ask = Dette kan ikke angres. Skriv adressen til kontoen for å slette den: { $account }
cli-delete-needs-yes = Det er ingen å spørre. Legg til --yes for å slette uten spørsmål.
cli-delete-not = Ikke slettet.

## Én begrensning

cli-restriction-times = Siden { $since }, av { $actor }. Til: { $until }
cli-restriction-ended = Opphevet { $when } av { $actor }
cli-restriction-ended-because = Opphevet { $when } av { $actor }. Begrunnelse: { $reason }

## Hvorfor

cli-why-head = { $account }, slik det var { $when }
cli-why-sign-in-open = Pålogging: åpen
cli-why-sign-in-partly = Pålogging: stengt for noen kilder, av en regel
cli-why-sign-in-closed-by-rule = Pålogging: stengt av en regel
cli-why-sign-in-closed-by-person = Pålogging: stengt av en person
cli-why-sending-open = Sending: åpen
cli-why-sending-slowed = Sending: bremset av en regel
cli-why-sending-closed-by-rule = Sending: stengt av en regel
cli-why-sending-closed-by-person = Sending: stengt av en person
cli-why-code = Kode: { $code }
cli-why-cure = For å åpne døren: { $command }
cli-why-familiar-sources = Antall kjente kilder: { $count }
cli-why-hour = Mottakere den siste timen: { $count }, av dem nye: { $new }
cli-why-day = Mottakere de siste 24 timene: { $count }, av dem nye: { $new }
cli-why-recent = Opphørte nylig
cli-why-decisions = Avgjørelser i det siste, de nyeste først
cli-why-receipts = I kraft hvor

## Hvordan serveren har det

cli-health-ok = Postern { $version } svarer, og alt er i minnet
cli-health-loading = Postern { $version } svarer med alle begrensninger i kraft. Historikken leses fortsatt inn.
cli-health-behind = Postern { $version } svarer, og lagringen ligger etter. Årsaken står i loggen.
cli-observed-sending = Sending blir bare observert, til { $until }: reglene blokkerer og bremser ingen. For å håndheve dem nå: { $command }
cli-observed-sign-in = Pålogging blir bare observert: reglene avviser ingen. Det en person har blokkert, er blokkert. For å håndheve dem nå: { $command }
cli-health-accounts = Kontoer: { $count }
cli-health-restrictions = Begrensninger i kraft: { $count }
cli-health-tracked = Kontoer med tellere: { $count }
cli-health-sources = Kilder med tellere: { $count }
cli-health-memory = Minnet til tellerne i KiB: { $count }
cli-health-unsaved = Endringer som venter på lagringen: { $count }
cli-health-lost = Linjer i avgjørelsesloggen som er gått tapt siden start: { $count }

## Konfigurasjonen

cli-config-ok = { $file } er riktig
cli-config-wrong = Konfigurasjonen brukes ikke før alle linjene over er riktige.
cli-config-no-policy = Uten [gates.postfix_policy] har Postfix ingen å spørre: grensene for sending gjelder ikke.
cli-config-no-milter = Uten [gates.milter] telles ikke e-post som programmer leverer med sendmail.
cli-config-no-auth-policy = Uten [gates.auth_policy] har Dovecot ingen å spørre: passordgjetting blir ikke merket.
cli-config-no-dovecot = Uten [exports.dovecot] gjelder en blokkering av pålogging ikke mens Postern er stoppet.
cli-config-no-postfix = Uten [exports.postfix] gjelder en blokkering av sending ikke mens Postern er stoppet.
cli-config-no-notify = Uten [notify] får ingen vite når en konto blokkeres.

## De første trinnene

cli-init-created = Laget: { $path }
cli-init-kept = Fantes, og er uendret: { $path }
cli-init-next = Gjør dette nå:
cli-init-observes = En ny installasjon observerer bare sending de første 7 dagene
cli-init-step-check = Les konfigurasjonen, sett inn egne navn, og kontroller den
cli-init-step-serve = Start serveren
cli-init-step-admin = Gjør deg selv til administrator
cli-init-step-invite = Når delen [web] er slått på: gå inn i administrasjonssenteret
cli-init-step-import = Se på en import av brukerne som finnes
cli-init-step-connect = Koble til Dovecot og Postfix

## Prøv på tidligere trafikk

cli-replay-mail = Meldinger: { $messages }. Kontoer: { $accounts }. Kontomåneder: { $months }
cli-replay-episodes = Blokkeringer det ville ha blitt: { $count }, per 1000 kontomåneder: { $rate }
cli-replay-sign-in = Forsøk: { $attempts }. Kontoer: { $accounts }. Kilder: { $sources }
cli-replay-locks = Låsinger: { $count }
cli-replay-refused-successes = Riktige passord som ville ha blitt avvist: { $count }
cli-replay-more = Flere av dem med --json: { $count }

## Import av brukere som finnes

cli-import-found = Kontoer i filen: { $accounts }, med passord: { $passwords }
cli-import-dry = Ingenting er endret: dette var en prøvekjøring
cli-import-created = Opprettede kontoer: { $count }
cli-import-problems = Linjer som hindrer at filen importeres: { $count }
cli-import-name-taken = Navnet { $name } tilhører en konto som finnes.
cli-import-refused = Serveren avviser kontoen: { $code }
