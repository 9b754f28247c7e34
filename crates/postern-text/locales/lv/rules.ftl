# Pierakstīšanās. See the English file for what each message is for.

reason-locked-too-often-unfamiliar = { $count ->
    [zero] Pierakstīšanās no nepazīstamiem avotiem 24 stundās automātiski bloķēta { $count } reižu.
    [one] Pierakstīšanās no nepazīstamiem avotiem 24 stundās automātiski bloķēta { $count } reizi.
   *[other] Pierakstīšanās no nepazīstamiem avotiem 24 stundās automātiski bloķēta { $count } reizes.
}
reason-locked-too-often-familiar = { $count ->
    [zero] Pierakstīšanās no pazīstamiem avotiem 24 stundās automātiski bloķēta { $count } reižu.
    [one] Pierakstīšanās no pazīstamiem avotiem 24 stundās automātiski bloķēta { $count } reizi.
   *[other] Pierakstīšanās no pazīstamiem avotiem 24 stundās automātiski bloķēta { $count } reizes.
}
evidence-success-during-spray = Pierakstīšanās no nepazīstama avota izdevās laikā, kad tika izmēģināti daudzi konti.
evidence-old-password-from-strange-place = Konta iepriekšējā parole tika izmēģināta no avota, kas šim kontam nav pazīstams.
evidence-outside-pinned-sources = Kāds ar pareizo paroli nāca no avota, kuram konts nav piesaistīts.
reason-outside-pinned-sources = Konts ir piesaistīts saviem avotiem, bet e-pasts nāca no cita avota.

## Spray mode: many accounts are tried at once

event-spray-started = Sākās masveida minēšanas režīms
event-spray-ended = Beidzās masveida minēšanas režīms
spray-now = Masveida minēšanas režīms kopš { $since }: vienā stundā nepareizas paroles izmēģinātas daudzos kontos. Līdz tā beigām pierakstīšanās no nepazīstamiem avotiem tiek automātiski bloķēta ātrāk.
spray-observed = Masveida paroļu minēšana tiek novērota kopš { $since }: vienā stundā nepareizas paroles izmēģinātas daudzos kontos. Neviens slieksnis netiek pazemināts.
spray-tried = Vienā stundā izmēģinātie konti: { $count }
mail-spray-started-subject = Notiek uzbrukums daudziem kontiem
mail-spray-started-first-line = Kopš { $since } daudzos kontos no nepazīstamiem avotiem tiek izmēģinātas nepareizas paroles.
mail-spray-ended-subject = Uzbrukums daudziem kontiem ir beidzies
mail-spray-ended-first-line = Uzbrukums, kas sākās { $since }, ir beidzies vai ir kļuvis par ierastu fonu.
mail-spray-most = Lielākais vienā stundā izmēģināto kontu skaits: { $count }
mail-spray-threshold = Masveida minēšanas režīma slieksnis: { $count }
mail-spray-means = Līdz uzbrukuma beigām pierakstīšanās no nepazīstamiem avotiem tiek automātiski bloķēta ātrāk. Pazīstamus avotus tas neskar.
mail-spray-observed = Masveida minēšanas režīms tiek tikai novērots: neviens slieksnis nav pazemināts.
mail-spray-look = Izdevušās pierakstīšanās no nepazīstamiem avotiem šajā laikā ir audita žurnālā kā pierādījumi:

## Presets

policy-contradiction = { $lower } nedrīkst pārsniegt { $upper }. { $reason }
policy-conflict-known-place-stricter = Kontam pazīstamam avotam uzticētos mazāk nekā nepazīstamam.
policy-conflict-first-lock-above-longest = Pirmā automātiskā bloķēšana būtu ilgāka par visilgāko.
policy-conflict-closes-before-lock = Pierakstīšanās tiktu slēgta, pirms tā vispār tiktu automātiski bloķēta.
policy-conflict-lock-could-be-passed = Tik daudz vienlaicīgu mēģinājumu varētu apiet bloķēšanu.
policy-conflict-address-after-network = Adrese tiktu bloķēta vēlāk nekā viss tīkls ap to.
policy-conflict-looser-during-spray = Kamēr notiek uzbrukums daudziem kontiem, svešiniekiem būtu vairāk minējumu nekā parasti.
policy-conflict-never-acts = Pirmais noteikums nekad nedarbotos, jo otrais vienmēr darbojas pirms tā.
policy-conflict-hour-above-day = Stundā nevar ietilpt vairāk kā dienā, kurā tā ir.
policy-conflict-watched-looser = Uzraudzītam kontam būtu lielāka rīcības brīvība nekā jebkuram citam.
policy-would-change = { $name } būtu { $to }. Pašlaik: { $from }
policy-nothing-differs = Nekas neatšķiras no šīs sagataves.
preset-microsoft = Kā Microsoft Entra smart lockout pēc noklusējuma: 10 neveiksmīgi mēģinājumi, 60 sekundes. Bez stingra limita.
preset-standard = Ko saņem jauna instalācija.
preset-strict = Kā Microsoft Entra ASV valdības iestādēm: 3 neveiksmīgi mēģinājumi. Avoti tiek bloķēti ātrāk, un 50 neveiksmīgi mēģinājumi pēc kārtas slēdz pierakstīšanos.
preset-sending-small-office = Sūtīšana, kā jaunā instalācijā: ierobežo, ja jauno saņēmēju ir vairāk par 30 stundā vai 60 dienā; ne vairāk par 1000 saņēmējiem dienā.
preset-sending-strict = Sūtīšana skolām un mitinātājiem: 20 jauni saņēmēji stundā, 40 dienā; ne vairāk par 400 saņēmējiem dienā.
preset-sending-relaxed = Sūtīšana tiem, kas raksta daudziem nepazīstamiem: 50 jauni saņēmēji stundā, 120 dienā; ne vairāk par 2000 saņēmējiem dienā.
preset-sending-microsoft = Sūtīšana, tikai Microsoft standarta limiti: 500 saņēmēji stundā, 1000 dienā. Jauni saņēmēji netiek atšķirti no zināmajiem, tāpēc lēns sūtījums izslīd cauri.
preset-sending-microsoft-strict = Sūtīšana, tikai Microsoft stingrie limiti: 400 saņēmēji stundā, 800 dienā. Jauni saņēmēji netiek atšķirti no zināmajiem, tāpēc lēns sūtījums izslīd cauri.
policy-sticky-warning = Bloķēšana, kas ilgst, līdz kāds to noņem, ļauj svešiniekiem nelaist īpašnieku iekšā no jaunām vietām. Izvēlieties to tikai tur, kur kāds atbild ātri.
