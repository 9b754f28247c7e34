# Uppspelning av en logg. See the English file for what each message is for.

cli-replay-stopped-sources = Källor som skulle ha stoppats: { $count }
cli-head-refused = Nekade
cli-head-failures-before = Misslyckade före
cli-head-sign-ins-before = Inloggningar före

## Several policies side by side

cli-replay-measure = Mått
cli-replay-episodes-row = Blockeringar som det hade blivit
cli-replay-rate-row = Per 1000 kontomånader
cli-replay-restricted-accounts-row = Blockerade konton
cli-replay-slowed-hours-row = Timmar med utskick som hade bromsats
cli-replay-slowed-accounts-row = Bromsade konton
cli-replay-refused-row = Nekade meddelanden
cli-replay-let-out-row = Mottagare som nåddes före blockeringarna
cli-replay-longest-delay-row = Längsta fördröjning av ett meddelande, sekunder
cli-replay-first-row = Första blockeringen
cli-replay-touched = Konton som hade berörts av { $policy }: { $count }
cli-head-messages = Meddelanden
cli-head-slowed-hours = Bromsade timmar
cli-head-restrictions = Blockeringar
cli-head-first-restriction = Första blockeringen

## The curve of a log

cli-replay-plot-title = Timmar med utskick efter antal nya mottagare
cli-replay-plot-x = Nya mottagare per timme (fler än)
cli-replay-plot-y = Timmar, alla konton tillsammans
cli-replay-plot-above = fler än { $count } nya mottagare per timme
cli-replay-plot-slow = { $policy }: bromsar
cli-replay-plot-restrict = { $policy }: blockerar
cli-replay-plot-written = Diagrammet finns i { $path }

## Runs of spam put into a log

cli-replay-injected = Skräppostutskick som lagts in i loggen, { $policy }: { $count } försök av varje
cli-head-run = Utskick
cli-head-found = Upptäckta
cli-head-let-out-median = Släpptes ut (median)
cli-head-let-out-worst = Släpptes ut (värst)
cli-head-slowed = Varav bromsade
cli-head-until-restricted = Till blockering
cli-replay-run-strangers = Okända: { $rate } meddelanden/h, mottagare av varje: { $each }
cli-replay-run-contacts = Egna kontakter: { $rate } meddelanden/h, mottagare av varje: { $each }
cli-replay-run-contacts-unfamiliar = Egna kontakter, från en ny plats: { $rate } meddelanden/h, mottagare av varje: { $each }
cli-replay-spammer-parallel = { $run }, utan att vänta på svar

## Postfix's log

cli-replay-log-read = Rader: { $lines }. Meddelanden från inloggade: { $messages }. Från ej inloggade: { $without }
cli-replay-log-skipped = Rader som Postfix inte har skrivit eller som inte gick att läsa: { $count }
cli-replay-log-incomplete = Meddelanden vars mottagare inte finns i dessa filer: { $count }
cli-replay-log-learned = Meddelanden före { $time } lärde bara in vilka som är kända: { $count }

## postern policy try

cli-try-nothing = Ange vad som ska prövas: en policyfil, --preset eller --set NAME=VALUE.
cli-try-no-log = Det finns ingen e-postlogg att bedöma: ange en med --log, eller låt Postern läsa den ([gates.mail_log], docs/operate/mail-log.md).
