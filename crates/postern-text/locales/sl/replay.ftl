# Predvajanje dnevnika. See the English file for what each message is for.

cli-replay-stopped-sources = Viri, ki bi bili ustavljeni: { $count }
cli-head-refused = Zavrnjeni
cli-head-failures-before = Neuspešni pred tem
cli-head-sign-ins-before = Vpisi pred tem

## Several policies side by side

cli-replay-measure = Mera
cli-replay-episodes-row = Omejitve, do katerih bi prišlo
cli-replay-rate-row = Na 1000 računskih mesecev
cli-replay-restricted-accounts-row = Omejeni računi
cli-replay-slowed-hours-row = Ure s pošiljanjem, ki bi bile upočasnjene
cli-replay-slowed-accounts-row = Upočasnjeni računi
cli-replay-refused-row = Zavrnjena sporočila
cli-replay-let-out-row = Prejemniki, doseženi pred omejitvami
cli-replay-longest-delay-row = Najdaljši zamik enega sporočila, sekunde
cli-replay-first-row = Prva omejitev
cli-replay-touched = Računi, ki bi jih prizadela { $policy }: { $count }
cli-head-messages = Sporočila
cli-head-slowed-hours = Upočasnjene ure
cli-head-restrictions = Omejitve
cli-head-first-restriction = Prva omejitev

## The curve of a log

cli-replay-plot-title = Ure s pošiljanjem po številu novih prejemnikov
cli-replay-plot-x = Novi prejemniki na uro (več kot)
cli-replay-plot-y = Ure, vsi računi skupaj
cli-replay-plot-above = novi prejemniki na uro: več kot { $count }
cli-replay-plot-slow = { $policy }: upočasni
cli-replay-plot-restrict = { $policy }: omeji
cli-replay-plot-written = Graf je v { $path }

## Runs of spam put into a log

cli-replay-injected = Nizi neželene pošte, vstavljeni v dnevnik, { $policy }, poskusov vsakega: { $count }
cli-head-run = Niz
cli-head-found = Odkriti
cli-head-let-out-median = Poslano (mediana)
cli-head-let-out-worst = Poslano (najslabše)
cli-head-slowed = Od tega upočasnjeno
cli-head-until-restricted = Do omejitve
cli-replay-run-strangers = Neznanci: sporočil na uro: { $rate }, prejemnikov vsakega: { $each }
cli-replay-run-contacts = Lastni stiki: sporočil na uro: { $rate }, prejemnikov vsakega: { $each }
cli-replay-run-contacts-unfamiliar = Lastni stiki, z novega kraja: sporočil na uro: { $rate }, prejemnikov vsakega: { $each }
cli-replay-spammer-parallel = { $run }, brez čakanja na odgovore

## Postfix's log

cli-replay-log-read = Vrstice: { $lines }. Sporočila prijavljenih: { $messages }. Sporočila neprijavljenih: { $without }
cli-replay-log-skipped = Vrstice, ki jih ni zapisal Postfix ali jih ni bilo mogoče prebrati: { $count }
cli-replay-log-incomplete = Sporočila, katerih prejemnikov v teh datotekah ni: { $count }
cli-replay-log-learned = Sporočila pred { $time }, iz katerih se je naučilo le, kdo je znan: { $count }

## postern policy try

cli-try-nothing = Navedite, kaj želite preizkusiti: datoteko pravilnika, --preset ali --set NAME=VALUE.
cli-try-no-log = Ni poštnega dnevnika za presojo: navedite ga z --log ali pustite, da ga Postern bere ([gates.mail_log], docs/operate/mail-log.md).
