# Kontu saraksts, darbības ar vairākiem kontiem un saraksti failos. See the English file for what each message is for.

## The list

users-lede = { $count ->
    [0] Kontu vēl nav.
    [zero] { $count } kontu.
    [one] { $count } konts.
   *[other] { $count } konti.
}
users-lede-locked = { $count ->
    [0] Neviens konts nav automātiski bloķēts.
    [zero] Pierakstīšanās automātiski bloķēta { $count } kontiem.
    [one] Pierakstīšanās automātiski bloķēta { $count } kontam.
   *[other] Pierakstīšanās automātiski bloķēta { $count } kontiem.
}
users-lede-blocked = { $count ->
    [0] Pierakstīšanās nav aizliegta nevienam kontam.
    [zero] Pierakstīšanās aizliegta { $count } kontiem, līdz kāds to atļauj vai beidzas termiņš.
    [one] Pierakstīšanās aizliegta { $count } kontam, līdz kāds to atļauj vai beidzas termiņš.
   *[other] Pierakstīšanās aizliegta { $count } kontiem, līdz kāds to atļauj vai beidzas termiņš.
}
users-lede-never = Konti, kuriem Postern neatceras nevienu pierakstīšanos.
users-found = { $count ->
    [0] Šeit neviens konts neatbilst meklētajam „{ $text }”.
    [zero] Meklētajam „{ $text }” atbilst { $count } kontu.
    [one] Meklētajam „{ $text }” atbilst { $count } konts.
   *[other] Meklētajam „{ $text }” atbilst { $count } konti.
}
users-found-some = Konti, kas atbilst meklētajam „{ $text }”.
users-views = Skati
users-view-all = Visi
users-view-locked = Pierakstīšanās automātiski bloķēta
users-view-restricted = Sūtīšana ierobežota
users-view-blocked = Pierakstīšanās aizliegta
users-view-never = Pierakstīšanās nav redzēta
users-name = Vārds
users-status = Statuss
users-last = Pēdējā pierakstīšanās
users-failed = Neizdevušās pierakstīšanās
users-sent = Nosūtīts / limits
users-kind = Veids
users-both-open = Abas vaļā
users-more = un vēl { $count }
users-until = līdz { $when }
users-no-sign-in = nav redzēta
users-select-head = Atlasīt
users-select = Atlasīt kontu { $account }
users-select-all = Atlasīt visus redzamos
users-select-none = Noņemt atlasi
users-go-on = Pagaidām nekas nav atrasts. Saraksts turpinās.
users-key-day = Neizdevušās pierakstīšanās un nosūtīts: pēdējās 24 stundās
users-key-doors = pirmās durvis: pierakstīšanās, otrās: sūtīšana
users-key-slowed = palēnināta vai gaida lēmumu
users-key-rule = aizvēris noteikums
users-key-person = aizvērusi persona

## What lists share

export-csv = Eksportēt CSV
export-ndjson = Eksportēt NDJSON
export-proof-title = Apstiprinājums pirms eksporta
export-proof-lede = Failā ir daudzu cilvēku personas dati. Apstipriniet, ka tas esat jūs, un sāksies lejupielāde.
pages = Saraksta lapas
page-first = Pirmā lapa
page-next = Nākamā lapa

## Several accounts at once

bulk-unblock = Atbloķēt sūtīšanu
bulk-unlock = Atbloķēt pierakstīšanos
bulk-allow = Atļaut pierakstīšanos
bulk-block = Aizliegt pierakstīšanos
bulk-restrict = Ierobežot sūtīšanu
bulk-ask-unblock = { $count ->
    [zero] Vai atbloķēt sūtīšanu { $count } kontiem?
    [one] Vai atbloķēt sūtīšanu { $count } kontam?
   *[other] Vai atbloķēt sūtīšanu { $count } kontiem?
}
bulk-ask-unlock = { $count ->
    [zero] Vai atbloķēt pierakstīšanos { $count } kontiem?
    [one] Vai atbloķēt pierakstīšanos { $count } kontam?
   *[other] Vai atbloķēt pierakstīšanos { $count } kontiem?
}
bulk-ask-allow = { $count ->
    [zero] Vai atļaut pierakstīšanos { $count } kontiem?
    [one] Vai atļaut pierakstīšanos { $count } kontam?
   *[other] Vai atļaut pierakstīšanos { $count } kontiem?
}
bulk-ask-block = { $count ->
    [zero] Vai aizliegt pierakstīšanos { $count } kontiem?
    [one] Vai aizliegt pierakstīšanos { $count } kontam?
   *[other] Vai aizliegt pierakstīšanos { $count } kontiem?
}
bulk-ask-restrict = { $count ->
    [zero] Vai ierobežot sūtīšanu { $count } kontiem?
    [one] Vai ierobežot sūtīšanu { $count } kontam?
   *[other] Vai ierobežot sūtīšanu { $count } kontiem?
}
bulk-yes-allow = Jā, atļaut pierakstīšanos
bulk-yes-block = Jā, aizliegt pierakstīšanos
bulk-yes-restrict = Jā, ierobežot sūtīšanu
bulk-note-block = Pierakstīšanās paliek aizliegta, līdz kāds to atļauj.
bulk-note-restrict = Sūtīšana paliek ierobežota, līdz kāds to atbloķē. Saņemšana turpinās.
bulk-who = Šiem kontiem
bulk-left-out = { $count ->
    [zero] Izlaisti { $count } konti
    [one] Izlaists { $count } konts
   *[other] Izlaisti { $count } konti
}
bulk-nothing = Nav ko darīt
bulk-none-chosen = Neviens konts nav atlasīts. Atgriezieties sarakstā un atlasiet kontus.
bulk-too-many = { $max ->
    [zero] Vienā reizē ne vairāk kā { $max } konti. Nekas netika mainīts. Atlasiet mazāk kontu.
    [one] Vienā reizē ne vairāk kā { $max } konts. Nekas netika mainīts. Atlasiet mazāk kontu.
   *[other] Vienā reizē ne vairāk kā { $max } konti. Nekas netika mainīts. Atlasiet mazāk kontu.
}
bulk-gone = Šāda konta vairs nav.
bulk-done = { $count ->
    [0] Nav izpildīts nevienam kontam.
    [zero] Izpildīts { $count } kontiem.
    [one] Izpildīts { $count } kontam.
   *[other] Izpildīts { $count } kontiem.
}
bulk-not-done = { $count ->
    [zero] Izlaisti { $count } konti. Pie katra norādīts iemesls.
    [one] Izlaists { $count } konts. Pie tā norādīts iemesls.
   *[other] Izlaisti { $count } konti. Pie katra norādīts iemesls.
}
bulk-result = Rezultāts
bulk-result-done = Izpildīts

## What the reader chooses: columns, and views of their own

users-columns = Kolonnas
users-columns-show = Rādīt šīs kolonnas
views-title = Mani skati
views-lede = Skats ir lietotāju saraksts, pie kā atgriezties: tā atlase, meklējums, secība un kolonnas. Savus skatus redzat tikai jūs.
views-none = Vēl nav saglabāts neviens skats.
views-save-link = Saglabāt šo skatu
views-save = Saglabāt
views-remove = Noņemt
views-name-wrong = Dodiet skatam nosaukumu, kurā ir ne vairāk kā 80 rakstzīmes. Nekas nav saglabāts.
views-query-wrong = Šis meklējums ir pārāk garš, lai to saglabātu. Nekas nav saglabāts.
views-too-many = Skatu skaits: { $count }, un vairāk saglabāt nevar. Noņemiet vienu un tad saglabājiet vēlreiz.
