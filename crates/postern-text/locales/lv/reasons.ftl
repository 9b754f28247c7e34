# Ko noteikumi nolēma un novēroja. See the English file for what each message is for.

## Ierobežojumu veidi

kind-sign-in-locked = Pierakstīšanās automātiski bloķēta
kind-sign-in-blocked = Pierakstīšanās aizliegta
kind-sending-slowed = Sūtīšana palēnināta
kind-sending-restricted = Sūtīšana ierobežota
kind-password-change-required = Jānomaina parole

## Konta stāvoklis

state-clear = Kontā { $account } var pierakstīties un no tā var sūtīt e-pastu. Spēkā esošu ierobežojumu nav.
state-sign-in-locked-unfamiliar = Pierakstīšanās kontā { $account } no nepazīstamiem avotiem ir automātiski bloķēta. No pazīstamiem avotiem joprojām var pierakstīties. Bloķēšana beidzas: { $until }
state-sign-in-locked-familiar = Pierakstīšanās kontā { $account } no pazīstamiem avotiem ir automātiski bloķēta. Bloķēšana beidzas: { $until }
state-sign-in-locked = Pierakstīšanās kontā { $account } ir automātiski bloķēta. Bloķēšana beidzas: { $until }
state-sign-in-closed-unfamiliar = Pierakstīšanās kontā { $account } no nepazīstamiem avotiem paliek bloķēta, līdz tiek atiestatīta parole vai administrators vai konta īpašnieks atbloķē pierakstīšanos.
state-sign-in-closed = Pierakstīšanās kontā { $account } paliek bloķēta, līdz tiek atiestatīta parole vai administrators atbloķē pierakstīšanos.
state-sign-in-blocked = Pierakstīšanās kontā { $account } ir aizliegta, līdz administrators to atļauj.
state-sign-in-blocked-until = Pierakstīšanās kontā { $account } ir aizliegta. Aizliegums beidzas: { $until }
state-sending-slowed = Sūtīšana no konta { $account } jauniem adresātiem ir palēnināta. Sūtīšanu pazīstamiem adresātiem tas neietekmē.
state-sending-slowed-until = Sūtīšana no konta { $account } jauniem adresātiem ir palēnināta. Sūtīšanu pazīstamiem adresātiem tas neietekmē. Ierobežojums beidzas: { $until }
state-sending-restricted = No konta { $account } nevar sūtīt e-pastu, kamēr administrators nav atbloķējis sūtīšanu. Ienākošais e-pasts tiek piegādāts kā parasti.
state-sending-restricted-until = No konta { $account } pašlaik nevar sūtīt e-pastu. Ienākošais e-pasts tiek piegādāts kā parasti. Ierobežojums beidzas: { $until }
state-password-change-required = Kontam { $account } jānomaina parole. Līdz tam pasta programmās pierakstīties nevar.

## Iemesli

reason-wrong-passwords-unfamiliar = { $count ->
    [zero] { $count } dažādu nepareizu paroļu no nepazīstamiem avotiem.
    [one] { $count } nepareiza parole no nepazīstamiem avotiem.
   *[other] { $count } dažādas nepareizas paroles no nepazīstamiem avotiem.
}
reason-wrong-passwords-familiar = { $count ->
    [zero] { $count } dažādu nepareizu paroļu no pazīstamiem avotiem.
    [one] { $count } nepareiza parole no pazīstamiem avotiem.
   *[other] { $count } dažādas nepareizas paroles no pazīstamiem avotiem.
}
reason-lane-closed-unfamiliar = { $count ->
    [zero] { $count } nepareizu paroļu pēc kārtas no nepazīstamiem avotiem.
    [one] { $count } nepareiza parole pēc kārtas no nepazīstamiem avotiem.
   *[other] { $count } nepareizas paroles pēc kārtas no nepazīstamiem avotiem.
}
reason-lane-closed-familiar = { $count ->
    [zero] { $count } nepareizu paroļu pēc kārtas no pazīstamiem avotiem.
    [one] { $count } nepareiza parole pēc kārtas no pazīstamiem avotiem.
   *[other] { $count } nepareizas paroles pēc kārtas no pazīstamiem avotiem.
}
reason-novel-recipients-hour = { $count ->
    [zero] { $count } jaunu adresātu vienā stundā (limits: { $limit }). Jauns ir adresāts, kuram no šī konta iepriekš nav rakstīts.
    [one] { $count } jauns adresāts vienā stundā (limits: { $limit }). Jauns ir adresāts, kuram no šī konta iepriekš nav rakstīts.
   *[other] { $count } jauni adresāti vienā stundā (limits: { $limit }). Jauns ir adresāts, kuram no šī konta iepriekš nav rakstīts.
}
reason-novel-recipients-day = { $count ->
    [zero] { $count } jaunu adresātu 24 stundās (limits: { $limit }). Jauns ir adresāts, kuram no šī konta iepriekš nav rakstīts.
    [one] { $count } jauns adresāts 24 stundās (limits: { $limit }). Jauns ir adresāts, kuram no šī konta iepriekš nav rakstīts.
   *[other] { $count } jauni adresāti 24 stundās (limits: { $limit }). Jauns ir adresāts, kuram no šī konta iepriekš nav rakstīts.
}
reason-recipients-hour = { $count ->
    [zero] { $count } adresātu vienā stundā. Limits, kas izriet no šī konta ierastā sūtījumu apjoma: { $limit }
    [one] { $count } adresāts vienā stundā. Limits, kas izriet no šī konta ierastā sūtījumu apjoma: { $limit }
   *[other] { $count } adresāti vienā stundā. Limits, kas izriet no šī konta ierastā sūtījumu apjoma: { $limit }
}
reason-cap-hour = { $count ->
    [zero] { $count } adresātu vienā stundā. Nemainīgais limits: { $limit }
    [one] { $count } adresāts vienā stundā. Nemainīgais limits: { $limit }
   *[other] { $count } adresāti vienā stundā. Nemainīgais limits: { $limit }
}
reason-cap-day = { $count ->
    [zero] { $count } adresātu 24 stundās. Nemainīgais limits: { $limit }
    [one] { $count } adresāts 24 stundās. Nemainīgais limits: { $limit }
   *[other] { $count } adresāti 24 stundās. Nemainīgais limits: { $limit }
}
reason-by-person = Pamatojums: { $note }

## Pierādījumi

evidence-wrong-passwords = { $count ->
    [zero] { $count } nepareizu paroļu pirms bloķēšanas.
    [one] { $count } nepareiza parole pirms bloķēšanas.
   *[other] { $count } nepareizas paroles pirms bloķēšanas.
}
evidence-right-password-refused = Ievadīta pareizā parole, kamēr pierakstīšanās bija noraidīta. Iespējams, to zina kāds cits.
evidence-success-after-failures = { $count ->
    [zero] Pierakstīšanās no nepazīstama avota izdevās pēc { $count } neveiksmīgiem mēģinājumiem.
    [one] Pierakstīšanās no nepazīstama avota izdevās pēc { $count } neveiksmīga mēģinājuma.
   *[other] Pierakstīšanās no nepazīstama avota izdevās pēc { $count } neveiksmīgiem mēģinājumiem.
}
evidence-novel-recipients = { $count ->
    [zero] { $count } adresātu, kuriem no šī konta iepriekš nav rakstīts.
    [one] { $count } adresāts, kuram no šī konta iepriekš nav rakstīts.
   *[other] { $count } adresāti, kuriem no šī konta iepriekš nav rakstīts.
}
evidence-many-recipients = { $count ->
    [zero] { $count } adresātu īsā laikā: vairāk nekā šim kontam ierasts.
    [one] { $count } adresāts īsā laikā: vairāk nekā šim kontam ierasts.
   *[other] { $count } adresāti īsā laikā: vairāk nekā šim kontam ierasts.
}
evidence-unfamiliar-source = Pierakstīšanās notika no avota, kas šim kontam nav pazīstams.
evidence-forged-sender = { $count ->
    [zero] E-pasts sūtīts ar { $count } organizācijas sūtītāja adresēm, kas nav šī konta adreses.
    [one] E-pasts sūtīts ar { $count } organizācijas sūtītāja adresi, kas nav šī konta adrese.
   *[other] E-pasts sūtīts ar { $count } organizācijas sūtītāja adresēm, kas nav šī konta adreses.
}
evidence-same-content = { $count ->
    [zero] Gandrīz vienlaikus vienu un to pašu jauno tekstu vai saiti ārējiem adresātiem nosūtīja { $count } kontu.
    [one] Gandrīz vienlaikus vienu un to pašu jauno tekstu vai saiti ārējiem adresātiem nosūtīja { $count } konts.
   *[other] Gandrīz vienlaikus vienu un to pašu jauno tekstu vai saiti ārējiem adresātiem nosūtīja { $count } konti.
}
evidence-spam-verdicts = { $count ->
    [zero] Organizācijas skeneris vienā stundā par surogātpastu atzina { $count } šī konta vēstuļu.
    [one] Organizācijas skeneris vienā stundā par surogātpastu atzina { $count } šī konta vēstuli.
   *[other] Organizācijas skeneris vienā stundā par surogātpastu atzina { $count } šī konta vēstules.
}
evidence-no-such-address = { $count ->
    [zero] 24 stundu laikā rakstīts { $count } adresātiem, kuru nav.
    [one] 24 stundu laikā rakstīts { $count } adresātam, kura nav.
   *[other] 24 stundu laikā rakstīts { $count } adresātiem, kuru nav.
}
evidence-reported-missing = { $count ->
    [zero] Ziņojumi no ārpuses vēsta, ka 24 stundu laikā rakstīts { $count } adresātiem, kuru nav.
    [one] Ziņojumi no ārpuses vēsta, ka 24 stundu laikā rakstīts { $count } adresātam, kura nav.
   *[other] Ziņojumi no ārpuses vēsta, ka 24 stundu laikā rakstīts { $count } adresātiem, kuru nav.
}
evidence-taken-for-spam = { $count ->
    [zero] Dažādu domēnu serveri šī konta vēstules noraidīja kā surogātpastu: { $count } adresātu 24 stundu laikā.
    [one] Dažādu domēnu serveri šī konta vēstules noraidīja kā surogātpastu: { $count } adresāts 24 stundu laikā.
   *[other] Dažādu domēnu serveri šī konta vēstules noraidīja kā surogātpastu: { $count } adresāti 24 stundu laikā.
}
evidence-complaints = { $count ->
    [zero] Adresāti sūdzējās par šī konta vēstulēm; to ziņoja { $count } pasta pakalpojumu sniedzēju.
    [one] Adresāti sūdzējās par šī konta vēstulēm; to ziņoja { $count } pasta pakalpojumu sniedzējs.
   *[other] Adresāti sūdzējās par šī konta vēstulēm; to ziņoja { $count } pasta pakalpojumu sniedzēji.
}
evidence-details = Laiks: { $when }. Punkti: { $points }
evidence-details-source = Laiks: { $when }. Avots: { $source }. Punkti: { $points }

## Kas un kur

origin-rule = Noteikums
origin-person = Persona
origin-api = Programma
actor-rule = Postern (noteikums)
actor-timer = Postern (taimeris)
actor-local-root = { $name } (root šajā datorā)
actor-program = { $name } (programmas pilnvara)
point-gates = Pārbaudes punkti
point-dovecot-files = Dovecot faili
point-postfix-map = Postfix tabula
point-admin-mail = E-pasts administratoriem
receipt-in-force = { $point }: spēkā pēc { $latency }
receipt-sent = { $point }: nosūtīts pēc { $latency }

## Konti

account-kind-person = Persona
account-kind-shared-mailbox = Koplietota pastkaste
account-kind-application = Lietotne
role-auditor = Auditors
role-helpdesk = Palīdzības dienests
role-responder = Incidentu risinātājs
role-user-admin = Lietotāju administrators
role-global-admin = Globālais administrators
lane-unfamiliar = Nepazīstami avoti
lane-familiar = Pazīstami avoti

## Lēmumu žurnāls

decision-sign-in-refused = Pierakstīšanās noraidīta
decision-sign-in-would-be-refused = Pierakstīšanās būtu noraidīta
decision-signed-in = Pierakstīšanās notika
decision-wrong-password = Nepareiza parole
decision-same-wrong-password = Atkal tā pati nepareizā parole
decision-previous-password = Iepriekšējā parole
decision-sending-permitted = Sūtīšana atļauta
decision-sending-would-be-slowed = Sūtīšana būtu palēnināta
decision-sending-would-be-restricted = Sūtīšana būtu ierobežota
decision-sending-refused = Sūtīšana noraidīta
decision-from-unfamiliar = No nepazīstama avota.
decision-from-familiar = No pazīstama avota.
decision-device = Kādā ierīcē vēl ir iepriekšējā parole.
decision-sampled = Izlase: tiek pierakstīts 1 no { $count }.
decision-slowed = Ziņojumi jauniem adresātiem tiek aizkavēti.
decision-observed = Novērošanas režīms: nekas netika apturēts.
decision-refused-by-rule = Sūtīšanu jau bija ierobežojis noteikums.
decision-refused-by-person = Sūtīšanu jau bija ierobežojusi persona.

## Audita žurnāls

event-account-created = Konts izveidots
event-account-renamed = Adrese mainīta
event-profile-changed = Konts mainīts
event-alias-added = Aizstājvārds pievienots
event-alias-removed = Aizstājvārds noņemts
event-account-deleted = Konts izdzēsts
event-password-set = Parole iestatīta
event-restriction-started = Ierobežojums sākās
event-restriction-released = Ierobežojums noņemts
event-restriction-expired = Ierobežojums beidzās
event-evidence-seen = Konstatēts pierādījums
event-policy-changed = Politikas vērtība mainīta
