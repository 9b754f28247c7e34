# Konta izolēšana: kontam, kurā ir iekļuvis kāds cits, tiek slēgts viss. $count ir lietotņu paroļu, sesiju vai ziņojumu skaits.

reason-contained = Konts izolēts, jo tajā ir iekļuvis kāds cits. Pamatojums: { $note }
state-password-void = Konta { $account } parole neder, līdz tā ir atiestatīta.
sign-in-refused-password-void = Parole bija pareiza, taču kopš konta izolēšanas tā vairs neder.
contain-title = Izolēt kontu { $account }
contain-action = Izolēt kontu
contain-lede = Kontam, kurā ir iekļuvis kāds cits. Viss turpmākais notiek uzreiz:
contain-sending = Sūtīšana tiek ierobežota, līdz kāds to atbloķē. Ienākošais e-pasts joprojām tiek piegādāts.
contain-sending-already = Sūtīšana jau ir ierobežota.
contain-sign-in = Pierakstīšanās tiek aizliegta visos protokolos, līdz kāds to atļauj.
contain-sign-in-already = Pierakstīšanās jau ir aizliegta.
contain-password = Parole vairs neder, arī kad pierakstīšanās ir atļauta, līdz tā ir atiestatīta.
contain-password-already = Parole jau neder.
contain-password-elsewhere = Parole tiek glabāta ārpus Postern. Nomainiet to tur, pirms atkal atļaujat pierakstīšanos.
contain-app-passwords = { $count ->
    [zero] { $count } lietotņu paroļu tiek atsauktas. Šo darbību nevar atsaukt.
    [one] { $count } lietotnes parole tiek atsaukta. Šo darbību nevar atsaukt.
   *[other] { $count } lietotņu paroles tiek atsauktas. Šo darbību nevar atsaukt.
}
contain-app-passwords-none = Lietotņu paroļu nav.
contain-sessions = { $count ->
    [zero] { $count } atvērtu sesiju tiek pārtrauktas. Šo darbību nevar atsaukt.
    [one] { $count } atvērta sesija tiek pārtraukta. Šo darbību nevar atsaukt.
   *[other] { $count } atvērtas sesijas tiek pārtrauktas. Šo darbību nevar atsaukt.
}
contain-sessions-uncounted = Atvērtās sesijas tiek pārtrauktas. Cik to ir, pašlaik nevar noteikt. Šo darbību nevar atsaukt.
contain-sessions-own = Sesijas Postern lapās tiek pārtrauktas. Pasta servera sesijas Postern nevar sasniegt: konfigurācijā nav sadaļas [doveadm].
contain-queue = { $count ->
    [zero] { $count } ziņojumu rindā tiek aizturēti, līdz kāds tos nosūta vai izdzēš.
    [one] { $count } ziņojums rindā tiek aizturēts, līdz kāds to nosūta vai izdzēš.
   *[other] { $count } ziņojumi rindā tiek aizturēti, līdz kāds tos nosūta vai izdzēš.
}
contain-queue-uncounted = Ziņojumi rindā tiek aizturēti, līdz kāds tos nosūta vai izdzēš. Cik to ir, pašlaik nevar noteikt.
contain-queue-away = Ziņojumi, kas ir rindā, tiek nosūtīti: konfigurācijā nav sadaļas [mail_queue].
contain-done = Konts { $account } ir izolēts
contain-after = Visi punkti atbildējuši: { $latency }
contain-next = Tālāk: atiestatiet paroli, pārskatiet pasta kārtulas, izlemiet par aizturētajiem ziņojumiem, pēc tam atļaujiet pierakstīšanos un atbloķējiet sūtīšanu.
