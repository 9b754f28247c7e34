# Avspilling av en logg. See the English file for what each message is for.

cli-replay-stopped-sources = Kilder som ville ha blitt stoppet: { $count }
cli-head-refused = Avvist
cli-head-failures-before = Mislykkede før
cli-head-sign-ins-before = Pålogginger før

## Several policies side by side

cli-replay-measure = Mål
cli-replay-episodes-row = Blokkeringer det ville ha blitt
cli-replay-rate-row = Per 1000 kontomåneder
cli-replay-restricted-accounts-row = Blokkerte kontoer
cli-replay-slowed-hours-row = Timer med sending som ville ha blitt bremset
cli-replay-slowed-accounts-row = Bremsede kontoer
cli-replay-refused-row = Avviste meldinger
cli-replay-let-out-row = Mottakere som ble nådd før blokkeringene
cli-replay-longest-delay-row = Lengste forsinkelse av én melding, sekunder
cli-replay-first-row = Første blokkering
cli-replay-touched = Kontoer som ville ha blitt berørt av { $policy }: { $count }
cli-head-messages = Meldinger
cli-head-slowed-hours = Bremsede timer
cli-head-restrictions = Blokkeringer
cli-head-first-restriction = Første blokkering

## The curve of a log

cli-replay-plot-title = Timer med sending etter antall nye mottakere
cli-replay-plot-x = Nye mottakere per time (flere enn)
cli-replay-plot-y = Timer, alle kontoer til sammen
cli-replay-plot-above = flere enn { $count } nye mottakere per time
cli-replay-plot-slow = { $policy }: bremser
cli-replay-plot-restrict = { $policy }: blokkerer
cli-replay-plot-written = Diagrammet ligger i { $path }

## Runs of spam put into a log

cli-replay-injected = Søppelpostutsendelser lagt inn i loggen, { $policy }: { $count } forsøk av hver
cli-head-run = Utsendelse
cli-head-found = Oppdaget
cli-head-let-out-median = Sluppet ut (median)
cli-head-let-out-worst = Sluppet ut (verst)
cli-head-slowed = Av disse bremset
cli-head-until-restricted = Til blokkering
cli-replay-run-strangers = Ukjente: { $rate } meldinger/t, mottakere av hver: { $each }
cli-replay-run-contacts = Egne kontakter: { $rate } meldinger/t, mottakere av hver: { $each }
cli-replay-run-contacts-unfamiliar = Egne kontakter, fra et nytt sted: { $rate } meldinger/t, mottakere av hver: { $each }
cli-replay-spammer-parallel = { $run }, uten å vente på svar

## Postfix's log

cli-replay-log-read = Linjer: { $lines }. Meldinger fra påloggede: { $messages }. Fra ikke påloggede: { $without }
cli-replay-log-skipped = Linjer som Postfix ikke har skrevet eller som ikke lot seg lese: { $count }
cli-replay-log-incomplete = Meldinger der mottakerne ikke finnes i disse filene: { $count }
cli-replay-log-learned = Meldinger før { $time } lærte bare hvem som er kjent: { $count }

## postern policy try

cli-try-nothing = Oppgi hva som skal prøves: en policyfil, --preset eller --set NAME=VALUE.
cli-try-no-log = Det finnes ingen e-postlogg å vurdere: oppgi en med --log, eller la Postern lese den ([gates.mail_log], docs/operate/mail-log.md).
