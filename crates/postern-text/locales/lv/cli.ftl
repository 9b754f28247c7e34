# Komandrinda. See the English file for what each message is for.

## Kāpēc serveris neizpildīja prasīto

cli-error-no-such-route = Serveris nepazīst šo adresi. Klientam un serverim var būt dažādas versijas.
cli-error-method = Serveris šeit nepazīst šo metodi.
cli-error-bad-request = Pieprasījumu nevar nolasīt: { $cause }
cli-error-body-too-large = Pieprasījums ir pārāk liels.
cli-error-no-such-account = Šāda konta nav.
cli-error-no-such-restriction = Šāda ierobežojuma nav.
cli-error-not-allowed = Jūsu lomas to neatļauj. Nekas nav mainīts.
cli-error-name-taken = Vārds { $name } pieder citam kontam. Nekas nav mainīts.
cli-error-changed-meanwhile = Pa to laiku to mainīja kāds cits. Nekas nav mainīts. Pārbaudiet pašreizējo stāvokli un izlemiet vēlreiz.
cli-error-policy = Vērtība nav atļauta: { $cause }
cli-error-busy = Serveris ir pārāk noslogots, un nekas nav mainīts. Mēģiniet vēlreiz.
cli-error-internal = Tas neizdevās, un nekas nav mainīts. Mēģiniet vēlreiz. Cēlonis ir servera žurnālā ar numuru { $id }

## Kāpēc komanda nesasniedza serveri

cli-not-running = Serveris nedarbojas, ligzdā { $socket } neviens neatbild. Palaidiet to ar postern serve.
cli-socket-not-yours = Ligzdu { $socket } drīkst lietot tikai root un paša servera lietotājs. Mēģiniet vēlreiz ar sudo.
cli-no-answer = Serveris ligzdā { $socket } neatbild. Cēlonis ir servera žurnālā.
cli-other-server = Ligzdā { $socket } atbild cita Postern versija. Pēc jaunināšanas restartējiet serveri.

## Uz ko komanda attiecas

cli-nobody-matches = Meklējot „{ $text }”, nekas netika atrasts. Pietiek ar daļu no vārda: rob atrod rob@contoso.com.
cli-several-match = Meklējumam „{ $text }” atbilst vairāki konti. Norādiet kontu ar adresi vai identifikatoru.
cli-never-restricted = Kontam { $account } sūtīšana nekad nav bijusi ierobežota.
cli-until-not-understood = „{ $text }” nav laiks. Rakstiet 2026-11-24T18:00, 2026-11-24 vai laiku no šī brīža: 90min, 8h, 3d.

## Kolonnu virsraksti

cli-head-account = Konts
cli-head-aliases = Aizstājvārdi
cli-head-attempts = Mēģinājumi pirms tam
cli-head-bounds = Atļauts
cli-head-cause = Iemesls
cli-head-code = Kods
cli-head-created = Izveidots
cli-head-decision = Lēmums
cli-head-default = Noklusējums
cli-head-details = Sīkāka informācija
cli-head-ended = Beidzās
cli-head-event = Notikums
cli-head-groups = Grupas
cli-head-id = Id
cli-head-kind = Veids
cli-head-language = Valoda
cli-head-let-out = Izlaists
cli-head-name = Vārds
cli-head-policy = Politikas vērtība
cli-head-reason = Pamatojums
cli-head-roles = Lomas
cli-head-rule = Noteikums
cli-head-since = Kopš
cli-head-source = Avots
cli-head-state = Stāvoklis
cli-head-times = Reizes
cli-head-until = Beidzas
cli-head-value = Vērtība
cli-head-when = Kad
cli-head-who = Izpildītājs
cli-until-released = bez termiņa
cli-more-after = Ir vēl. Nākamajai lapai pievienojiet --after { $address }
cli-more-before = Ir vēl. Nākamajai lapai pievienojiet --before { $cursor }

## Saraksti

cli-everyone-can-send = Sūtīt var no visiem kontiem. Nevienam kontam sūtīšana nav ierobežota vai palēnināta.
cli-everyone-can-sign-in = Pierakstīties var visos kontos. Pierakstīšanās nav bloķēta vai aizliegta nevienā kontā.
cli-nobody-in-list = Meklējot šajā sarakstā „{ $text }”, nekas netika atrasts.
cli-gate-only = Paroli glabā cita sistēma. Postern šo kontu pazīst tikai no datplūsmas.

## Kas izdarīts

cli-done-unblocked = Kontam { $account } sūtīšana ir atbloķēta
cli-done-restricted = Kontam { $account } sūtīšana ir ierobežota. Ienākošais e-pasts tiek piegādāts kā parasti.
cli-done-unlocked = Kontam { $account } pierakstīšanās ir atbloķēta
cli-done-blocked = Kontam { $account } pierakstīšanās ir aizliegta
cli-done-allowed = Kontam { $account } pierakstīšanās atkal ir atļauta
cli-done-created = Konts izveidots: { $account }, id { $id }
cli-done-renamed = Konta { $account } jaunā adrese: { $new }
cli-done-alias-added = Kontam { $account } pievienots aizstājvārds { $alias }
cli-done-alias-removed = Kontam { $account } noņemts aizstājvārds { $alias }
cli-done-changed = Konts mainīts: { $account }
cli-done-password = Kontam { $account } iestatīta parole
cli-done-deleted = Konts izdzēsts: { $account }
cli-policy-set = { $name }: { $to }, iepriekš { $from }
cli-receipt-failed = { $point }: nav spēkā. Nākamais mēģinājums: { $when }. Cēlonis: { $message }
cli-receipt-given-up = { $point }: nav spēkā. Vairāk mēģinājumu nebūs. Cēlonis: { $message }

## Paroles un jautājumi

cli-password-ask = Jaunā parole:
cli-password-again = Tā pati vēlreiz:
cli-passwords-differ = Abas paroles atšķiras. Nekas nav mainīts.
cli-password-empty = Parole ir tukša. Rakstiet to standarta ievades pirmajā rindā.
cli-password-too-long = Parole ir garāka par 1024 baitiem.
cli-delete-ask = Šo darbību nevar atsaukt. Lai dzēstu kontu, ierakstiet tā adresi: { $account }
cli-delete-needs-yes = Nav neviena, kam jautāt. Lai dzēstu bez jautājuma, pievienojiet --yes.
cli-delete-not = Nav izdzēsts.

## Viens ierobežojums

cli-restriction-times = Kopš: { $since }. Izpildītājs: { $actor }. Beidzas: { $until }
cli-restriction-ended = Noņemts: { $when }. Izpildītājs: { $actor }
cli-restriction-ended-because = Noņemts: { $when }. Izpildītājs: { $actor }. Pamatojums: { $reason }

## Kāpēc

cli-why-head = { $account }, stāvoklis: { $when }
cli-why-sign-in-open = Pierakstīšanās: atvērta
cli-why-sign-in-partly = Pierakstīšanās: dažiem avotiem slēgta ar noteikumu
cli-why-sign-in-closed-by-rule = Pierakstīšanās: slēgta ar noteikumu
cli-why-sign-in-closed-by-person = Pierakstīšanās: to slēdza persona
cli-why-sending-open = Sūtīšana: atvērta
cli-why-sending-slowed = Sūtīšana: palēnināta ar noteikumu
cli-why-sending-closed-by-rule = Sūtīšana: slēgta ar noteikumu
cli-why-sending-closed-by-person = Sūtīšana: to slēdza persona
cli-why-code = Kods: { $code }
cli-why-cure = Lai atvērtu šīs durvis: { $command }
cli-why-familiar-sources = Pazīstamo avotu skaits: { $count }
cli-why-hour = Adresāti pēdējā stundā: { $count }, no tiem jauni: { $new }
cli-why-day = Adresāti pēdējās 24 stundās: { $count }, no tiem jauni: { $new }
cli-why-recent = Nesen beidzies
cli-why-decisions = Pēdējie lēmumi, jaunākie vispirms
cli-why-receipts = Kur spēkā

## Servera stāvoklis

cli-health-ok = Postern { $version } atbild, un viss ir atmiņā
cli-health-loading = Postern { $version } atbild, un visi ierobežojumi ir spēkā. Vēsture vēl tiek nolasīta.
cli-health-behind = Postern { $version } atbild, taču krātuve kavējas. Cēlonis ir žurnālā.
cli-observed-sending = Sūtīšana līdz { $until } tiek tikai novērota: noteikumi nevienu neierobežo un nepalēnina. Lai tos piemērotu tūlīt: { $command }
cli-observed-sign-in = Pierakstīšanās tiek tikai novērota: noteikumi nevienu nenoraida. Personas noteikts aizliegums ir spēkā. Lai noteikumus piemērotu tūlīt: { $command }
cli-health-accounts = Konti: { $count }
cli-health-restrictions = Spēkā esošie ierobežojumi: { $count }
cli-health-tracked = Konti ar skaitītājiem: { $count }
cli-health-sources = Avoti ar skaitītājiem: { $count }
cli-health-memory = Skaitītāju atmiņa (KiB): { $count }
cli-health-unsaved = Izmaiņas, kas gaida krātuvi: { $count }
cli-health-lost = Kopš palaišanas zaudētās lēmumu žurnāla rindas: { $count }

## Konfigurācija

cli-config-ok = { $file }: viss ir pareizi
cli-config-wrong = Konfigurācija netiek lietota, kamēr visas iepriekš minētās rindas nav pareizas.
cli-config-no-policy = Bez [gates.postfix_policy] programmai Postfix nav, kam jautāt: sūtīšanas limiti netiek piemēroti.
cli-config-no-milter = Bez [gates.milter] netiek skaitīts e-pasts, ko programmas nodod ar sendmail.
cli-config-no-auth-policy = Bez [gates.auth_policy] programmai Dovecot nav, kam jautāt: paroļu minēšana paliek nepamanīta.
cli-config-no-dovecot = Bez [exports.dovecot] pierakstīšanās aizliegums nav spēkā, kamēr Postern ir apturēts.
cli-config-no-postfix = Bez [exports.postfix] sūtīšanas ierobežojums nav spēkā, kamēr Postern ir apturēts.
cli-config-no-notify = Bez [notify] neviens netiek informēts par konta ierobežošanu.

## Pirmie soļi

cli-init-created = Izveidots: { $path }
cli-init-kept = Jau bija un nav mainīts: { $path }
cli-init-next = Turpmāk darāmais:
cli-init-observes = Jauna instalācija pirmās 7 dienas sūtīšanu tikai novēro
cli-init-step-check = Izlasiet konfigurāciju, ierakstiet savus nosaukumus un pārbaudiet to
cli-init-step-serve = Palaidiet serveri
cli-init-step-admin = Piešķiriet sev administratora lomu
cli-init-step-invite = Kad sadaļa [web] ir ieslēgta, ieejiet administrēšanas centrā
cli-init-step-import = Apskatiet esošo lietotāju importu
cli-init-step-connect = Pievienojiet Dovecot un Postfix

## Izmēģināšana ar žurnāla datiem

cli-replay-mail = Ziņojumi: { $messages }. Konti: { $accounts }. Kontu mēneši: { $months }
cli-replay-episodes = Ierobežojumi, kādi būtu bijuši: { $count }, uz 1000 kontu mēnešiem: { $rate }
cli-replay-sign-in = Mēģinājumi: { $attempts }. Konti: { $accounts }. Avoti: { $sources }
cli-replay-locks = Bloķēšanas: { $count }
cli-replay-refused-successes = Pareizas paroles, kas būtu noraidītas: { $count }
cli-replay-more = Ar --json to ir vēl: { $count }

## Esošo lietotāju imports

cli-import-found = Konti failā: { $accounts }, ar paroli: { $passwords }
cli-import-dry = Nekas nav mainīts: šis bija izmēģinājums
cli-import-created = Izveidotie konti: { $count }
cli-import-problems = Rindas, kuru dēļ failu nevar importēt: { $count }
cli-import-name-taken = Vārds { $name } pieder esošam kontam.
cli-import-refused = Serveris noraida šo kontu: { $code }
