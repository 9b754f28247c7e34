# Abu durvju lapas: ierobežotie lietotāji, bloķēšana un pierakstīšanās statuss. See the English file for what each message is for.

## Restricted users

restricted-lede = { $count ->
    [0] Sūtīt var visi. Neviens konts nav ierobežots.
    [zero] { $count } kontu nevar sūtīt. Saņemšana darbojas.
    [one] { $count } konts nevar sūtīt. Saņemšana darbojas.
   *[other] { $count } konti nevar sūtīt. Saņemšana darbojas.
}
restricted-found = { $count ->
    [0] Neviens ierobežots konts neatbilst meklētajam „{ $text }”.
    [zero] Meklētajam „{ $text }” atbilst { $count } ierobežotu kontu.
    [one] Meklētajam „{ $text }” atbilst { $count } ierobežots konts.
   *[other] Meklētajam „{ $text }” atbilst { $count } ierobežoti konti.
}
restricted-stopped = Apturēti
restricted-unblock = Atbloķēt sūtīšanu
restricted-of = konts { $account }
restricted-last = Pēdējais beidzies: { $account }, { $when }.

## Unblock

unblock-title = Vai atbloķēt sūtīšanu kontam { $account }?
unblock-lede = Kamēr neizvēlaties „Jā”, nekas netiek mainīts.
unblock-why = Kāpēc sūtīšana tika ierobežota
unblock-evidence = Kas tika novērots
unblock-checks = { $count ->
    [zero] Vai ir droši? Izpildītas pārbaudes: { $passed } no { $count }
    [one] Vai ir droši? Izpildītas pārbaudes: { $passed } no { $count }
   *[other] Vai ir droši? Izpildītas pārbaudes: { $passed } no { $count }
}
unblock-check-password-yes = Parole nomainīta pēc ierobežošanas
unblock-check-password-no = Parole ir tā pati, kas pirms ierobežošanas
unblock-check-password-elsewhere = Paroli glabā cita sistēma: pārbaudiet tur, vai tā nomainīta
unblock-check-queue-yes = Pasta rindā no šī konta nekā nav
unblock-check-queue-no = Pasta rindā vēl ir šī konta ziņojumi: { $count }
unblock-check-queue-unread = Pasta rindu neizdevās nolasīt
unblock-check-suspicion-yes = Aizdomu punktu skaits ir zem brīdinājuma robežas
unblock-check-suspicion-no = Aizdomu punktu skaits joprojām ir augsts: { $score } no 100
unblock-check-sessions-yes = Neviena sesija nav atvērta kopš laika pirms ierobežošanas
unblock-check-sessions-no = Sesijas, kas bija atvērtas pirms ierobežošanas, joprojām ir atvērtas: { $count }
unblock-check-sessions-unread = Atvērtās sesijas neizdevās nolasīt
unblock-check-rules-yes = Neviena kārtula nepārsūta pastu ārpus organizācijas
unblock-check-rules-no = Kārtulas, kas pārsūta pastu ārpus organizācijas: { $count }
unblock-check-rules-unread = Kārtulas un pārsūtīšanu neizdevās nolasīt
unblock-check-ways-back-yes = Īpašnieks var atgūt piekļuvi bez palīdzības
unblock-check-ways-back-no = Īpašnieks nevar atgūt piekļuvi bez palīdzības: nav ne derīgas alternatīvās adreses, ne atkopšanas koda
unblock-check-passed = Izpildīta:
unblock-check-failed = Nav izpildīta:
unblock-check-open = Jāpārbauda pašam:
unblock-despite = Ne visas pārbaudes ir izpildītas. Varat turpināt, bet tad pamatojumā jānorāda iemesls.
unblock-releases = { $count ->
    [zero] Šī konta ierobežojumi, ko personas atcēla pēdējās 30 dienās: { $count }
    [one] Šī konta ierobežojumi, ko personas atcēla pēdējās 30 dienās: { $count }
   *[other] Šī konta ierobežojumi, ko personas atcēla pēdējās 30 dienās: { $count }
}
unblock-yes = Jā, atbloķēt sūtīšanu
unblock-not = Kontam { $account } sūtīšana nav ierobežota. Nav, ko atbloķēt.
unblock-done = Konts { $account } atkal var sūtīt.
unblock-probe = Sūtīšanas vārtiem jautāts: šī konta pasts tiek pieņemts. Apstiprināts plkst. { $clock }
unblock-probe-no = Sūtīšanas vārtiem jautāts: šis konts joprojām tiek noraidīts.
first-shown = { $count ->
    [zero] Redzami pirmie { $count }. Lai atrastu citus, meklējiet.
    [one] Redzami pirmie { $count }. Lai atrastu citus, meklējiet.
   *[other] Redzami pirmie { $count }. Lai atrastu citus, meklējiet.
}

## Sign-in locks

locks-lede = { $count ->
    [0] Neviena konta pierakstīšanās nav bloķēta.
    [zero] Pierakstīšanās bloķēta vai aizliegta { $count } kontiem.
    [one] Pierakstīšanās bloķēta vai aizliegta { $count } kontam.
   *[other] Pierakstīšanās bloķēta vai aizliegta { $count } kontiem.
}
locks-found = { $count ->
    [0] Neviens bloķēts konts neatbilst meklētajam „{ $text }”.
    [zero] Meklētajam „{ $text }” atbilst { $count } bloķētu kontu.
    [one] Meklētajam „{ $text }” atbilst { $count } bloķēts konts.
   *[other] Meklētajam „{ $text }” atbilst { $count } bloķēti konti.
}
locks-unlock = Atbloķēt pierakstīšanos
locks-allow = Atļaut pierakstīšanos
locks-sources = Bloķētie avoti
locks-sources-none = Neviens avots nav bloķēts.
locks-source = Avots
unlock-title = Vai atbloķēt pierakstīšanos kontam { $account }?
unlock-lede = Parole paliek nemainīta. Jaunus mēģinājumus iegūst arī tas, kas min paroli.
unlock-yes = Jā, atbloķēt pierakstīšanos
unlock-not = Kontam { $account } pierakstīšanās nav automātiski bloķēta. Nav, ko atbloķēt.
unlock-done = Kontam { $account } pierakstīšanās ir atbloķēta.

## Edit sign-in status

status-title = Rediģēt pierakstīšanās statusu
status-of = Konts { $account }
status-now = Pašlaik
status-allowed = Pierakstīšanās atļauta
status-blocked = Pierakstīšanās aizliegta, līdz kāds to atļauj
status-blocked-until = Pierakstīšanās aizliegta līdz datumam
status-legend = Turpmāk
status-date = Līdz
status-date-wrong = Izvēlieties datumu un laiku nākotnē.
status-date-unused = Norādījāt datumu. Izvēlieties, vai pierakstīšanās līdz tam ir aizliegta.
status-also = Tas paliek nemainīts:
status-effects = Aizliegums nepārtrauc atvērtās pasta klientu sesijas. Tas ir spēkā nākamajā pierakstīšanās reizē, arī kamēr Postern ir apturēts.
status-save = Saglabāt
status-done-allowed = Kontam { $account } pierakstīšanās ir atļauta.
unblock-ended-by = Pēdējais ierobežojums beidzās { $when }. Noņemšana: { $actor }.
