# Administrēšanas centra attēli: paraksti, kas pasaka, kas redzams, joslu nosaukumi, apzīmējumi un tas pats tabulā.

plots-day-title = Pēdējās 24 stundas
plots-show = Rādīt
plots-range-day = 24 h
plots-range-week = 7 dienas
plots-range-month = 30 dienas

## Joslas: uzraksti kreisajā pusē

plots-sign-ins = Pierakstīšanās
plots-failed-sign-ins = Neveiksmīgi mēģinājumi
plots-other-sources = visi pārējie avoti
plots-closed = Pierakstīšanās bloķēta vai aizliegta
plots-recipients = Adresāti
plots-sending-refused = Sūtīšana noraidīta
plots-acts = Noteikumi un personas
plots-per = ik { $span }
plots-limit-hour = limits: { $limit } stundā
plots-limit-day = limits: { $limit } 24 stundās

## Apzīmējumi: ko nozīmē krāsa vai forma

plots-key-succeeded = izdevās
plots-key-failed = neizdevās
plots-key-refused = noraidīts
plots-key-known = jau ir rakstīts
plots-key-novel = nekad nav rakstīts
plots-key-began = kad sākās ierobežojums
plots-key-sign-in = pierakstīšanās
plots-key-strange = pierakstīšanās no nepazīstama avota
plots-key-locked-unfamiliar = bloķēta nepazīstamiem avotiem
plots-key-locked-familiar = bloķēta pazīstamiem avotiem
plots-key-blocked = aizliegta visiem
plots-key-slowed = sūtīšana palēnināta
plots-key-restricted = sūtīšana ierobežota
plots-key-rule-closed = aizvēra noteikums
plots-key-rule-slowed = palēnināja noteikums
plots-key-acted = izdarīja cilvēks vai programma

## Tas pats tabulā

plots-as-table = Rādīt kā tabulu
plots-head-time = Laiks
plots-head-signed-in = Izdevās pierakstīties
plots-head-refused = Noraidīti mēģinājumi
plots-head-novel = Nekad nav rakstīts
plots-total = Kopā
plots-events = Kas notika un kad
plots-until = { $what }, līdz { $until }
plots-still = { $what }, vēl ir spēkā
plots-strange-from = Pierakstīšanās no nepazīstama avota: { $source }
plots-act = { $who }: { $what }

## Secinājumi: konta attēla virsraksts, bez punkta

plots-title-nothing-day = Pēdējās 24 stundās nekas nenotika
plots-title-nothing-week = Pēdējās 7 dienās nekas nenotika
plots-title-nothing-month = Pēdējās 30 dienās nekas nenotika
plots-title-quiet = Nav ne bloķēšanas, ne ierobežojumu
plots-title-restricted = Sūtīšana ierobežota: { $at }
plots-title-guessed = Nepareizas paroles, pēc tam pareizā: { $at }
plots-title-strange = Pierakstīšanās no nepazīstama avota: { $at }
plots-title-locked = { $count ->
    [zero] Pierakstīšanās bloķēta { $count } reižu
    [one] Pierakstīšanās bloķēta { $count } reizi
   *[other] Pierakstīšanās bloķēta { $count } reizes
}

## Secinājumi: teikumi zem virsraksta

plots-nothing-site = Neviens nepierakstījās, un neviens nesūtīja e-pastu.
plots-none-failed = Neviens pierakstīšanās mēģinājums nebija neveiksmīgs.
plots-some-failed = { $count ->
    [zero] Neizdevās vai tika noraidīti { $count } pierakstīšanās mēģinājumu, nekad daudzi vienlaikus.
    [one] Neizdevās vai tika noraidīts { $count } pierakstīšanās mēģinājums.
   *[other] Neizdevās vai tika noraidīti { $count } pierakstīšanās mēģinājumi, nekad daudzi vienlaikus.
}
plots-all-failed = { $count ->
    [zero] Neizdevās vai tika noraidīti { $count } pierakstīšanās mēģinājumu.
    [one] Neizdevās vai tika noraidīts { $count } pierakstīšanās mēģinājums.
   *[other] Neizdevās vai tika noraidīti { $count } pierakstīšanās mēģinājumi.
}
plots-one-wave = Daudzi no tiem bija laikā no { $from } līdz { $until }.
plots-waves = { $count ->
    [zero] Tie nāca { $count } viļņos. Pirmā viļņa sākums: { $from }.
    [one] Tie nāca { $count } vilnī. Tā sākums: { $from }.
   *[other] Tie nāca { $count } viļņos. Pirmā viļņa sākums: { $from }.
}
plots-strange = Pēdējā pierakstīšanās no nepazīstama avota: { $at }.
plots-no-mail = E-pasts netika sūtīts.
plots-mail = { $count ->
    [zero] E-pasts nosūtīts { $count } adresātiem.
    [one] E-pasts nosūtīts { $count } adresātam.
   *[other] E-pasts nosūtīts { $count } adresātiem.
}
plots-mail-novel = { $count ->
    [zero] E-pasts nosūtīts { $count } adresātiem. No tiem nekad nav rakstīts: { $novel }.
    [one] E-pasts nosūtīts { $count } adresātam. No tiem nekad nav rakstīts: { $novel }.
   *[other] E-pasts nosūtīts { $count } adresātiem. No tiem nekad nav rakstīts: { $novel }.
}
plots-rose = Sūtīšana pieauga no { $from }, un pēc tam tā tika ierobežota: { $at }.
plots-refused = { $count ->
    [zero] Noraidīti { $count } mēģinājumu sūtīt.
    [one] Noraidīts { $count } mēģinājums sūtīt.
   *[other] Noraidīti { $count } mēģinājumi sūtīt.
}
plots-none-restricted = Neviens noteikums neierobežoja sūtīšanu.
plots-rules-restricted = { $count ->
    [zero] Noteikumi ierobežoja sūtīšanu { $count } kontiem, pēdējo reizi: { $at }.
    [one] Noteikums ierobežoja sūtīšanu { $count } kontam: { $at }.
   *[other] Noteikumi ierobežoja sūtīšanu { $count } kontiem, pēdējo reizi: { $at }.
}
