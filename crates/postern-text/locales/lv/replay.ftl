# Žurnāla atskaņošana. See the English file for what each message is for.

cli-replay-stopped-sources = Avoti, kas būtu apturēti: { $count }
cli-head-refused = Noraidīti
cli-head-failures-before = Neveiksmes pirms tam
cli-head-sign-ins-before = Pierakstīšanās pirms tam

## Several policies side by side

cli-replay-measure = Rādītājs
cli-replay-episodes-row = Ierobežojumi, kādi būtu bijuši
cli-replay-rate-row = Uz 1000 kontu mēnešiem
cli-replay-restricted-accounts-row = Ierobežotie konti
cli-replay-slowed-hours-row = Sūtīšanas stundas, kas būtu palēninātas
cli-replay-slowed-accounts-row = Palēninātie konti
cli-replay-refused-row = Noraidītie ziņojumi
cli-replay-let-out-row = Saņēmēji, kas sasniegti pirms ierobežojumiem
cli-replay-longest-delay-row = Ilgākā viena ziņojuma aizture, sekundes
cli-replay-first-row = Pirmais ierobežojums
cli-replay-touched = Konti, kurus būtu skārusi { $policy }: { $count }
cli-head-messages = Ziņojumi
cli-head-slowed-hours = Palēninātās stundas
cli-head-restrictions = Ierobežojumi
cli-head-first-restriction = Pirmais ierobežojums

## The curve of a log

cli-replay-plot-title = Sūtīšanas stundas pēc jauno saņēmēju skaita
cli-replay-plot-x = Jauni saņēmēji stundā (vairāk nekā)
cli-replay-plot-y = Stundas, visi konti kopā
cli-replay-plot-above = jauni saņēmēji stundā: vairāk nekā { $count }
cli-replay-plot-slow = { $policy }: palēnina
cli-replay-plot-restrict = { $policy }: ierobežo
cli-replay-plot-written = Diagramma ir failā { $path }

## Runs of spam put into a log

cli-replay-injected = Žurnālā ievietotie surogātpasta sūtījumi, { $policy }, mēģinājumi katram: { $count }
cli-head-run = Sūtījums
cli-head-found = Atrasti
cli-head-let-out-median = Izlaists (mediāna)
cli-head-let-out-worst = Izlaists (sliktākais)
cli-head-slowed = No tiem palēnināts
cli-head-until-restricted = Līdz ierobežojumam
cli-replay-run-strangers = Nepazīstamie: ziņojumi stundā: { $rate }, saņēmēji katram: { $each }
cli-replay-run-contacts = Paša kontakti: ziņojumi stundā: { $rate }, saņēmēji katram: { $each }
cli-replay-run-contacts-unfamiliar = Paša kontakti, no jaunas vietas: ziņojumi stundā: { $rate }, saņēmēji katram: { $each }
cli-replay-spammer-parallel = { $run }, negaidot atbildes

## Postfix's log

cli-replay-log-read = Rindas: { $lines }. Ziņojumi no tiem, kas pierakstījušies: { $messages }. No citiem: { $without }
cli-replay-log-skipped = Rindas, kuras nav rakstījis Postfix vai kuras nevarēja nolasīt: { $count }
cli-replay-log-incomplete = Ziņojumi, kuru saņēmēju šajos failos nav: { $count }
cli-replay-log-learned = Ziņojumi pirms { $time }, kas tikai mācīja, kurš ir pazīstams: { $count }

## postern policy try

cli-try-nothing = Norādiet, ko izmēģināt: politikas failu, --preset vai --set NAME=VALUE.
cli-try-no-log = Nav pasta žurnāla, ko vērtēt: norādiet to ar --log vai ļaujiet Postern to lasīt ([gates.mail_log], docs/operate/mail-log.md).
