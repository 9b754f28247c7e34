# No kurienes notikusi pierakstīšanās un ko tas nozīmē.

evidence-new-region = Pirmā pierakstīšanās no { $region }: no šīs valsts un tīkla šis konts iepriekš nebija lietots.
evidence-travel = { $count ->
    [zero] Pierakstīšanās { $count } km attālumā no iepriekšējās, ātrāk, nekā lido lidmašīna.
    [one] Pierakstīšanās { $count } km attālumā no iepriekšējās, ātrāk, nekā lido lidmašīna.
   *[other] Pierakstīšanās { $count } km attālumā no iepriekšējās, ātrāk, nekā lido lidmašīna.
}
evidence-many-countries = { $count ->
    [zero] Pierakstīšanās no { $count } valstīm 24 stundu laikā.
    [one] Pierakstīšanās no { $count } valsts 24 stundu laikā.
   *[other] Pierakstīšanās no { $count } valstīm 24 stundu laikā.
}
evidence-many-addresses = { $count ->
    [zero] Pierakstīšanās no { $count } neierastām adresēm vienas dienas laikā.
    [one] Pierakstīšanās no { $count } neierastas adreses vienas dienas laikā.
   *[other] Pierakstīšanās no { $count } neierastām adresēm vienas dienas laikā.
}
evidence-anonymous-source = Adrese slēpj, kas aiz tās ir: VPN, starpniekserveris, Tor vai mitināšanas pakalpojums.
evidence-listed-password = Parole ir izplatītu vai nopludinātu paroļu sarakstā.

# $role: konfigurācijas atslēga
cli-health-places = { $role }: vietu dati no { $built }
cli-health-places-none = { $role }: dati netiek izmantoti
cli-health-places-problem = Failu nevar izmantot: { $problem }

## Vēsture

failures-device-former = { $count ->
    [zero] Ierīcē ({ $device }) joprojām ir vecā parole: { $count } mēģinājumu kopš { $since }.
    [one] Ierīcē ({ $device }) joprojām ir vecā parole: { $count } mēģinājums kopš { $since }.
   *[other] Ierīcē ({ $device }) joprojām ir vecā parole: { $count } mēģinājumi kopš { $since }.
}
failures-device-repeats = { $count ->
    [zero] Ierīce ({ $device }) atkārtoti sūta vienu un to pašu nepareizo paroli, iespējams, veco: { $count } mēģinājumu kopš { $since }.
    [one] Ierīce ({ $device }) atkārtoti sūta vienu un to pašu nepareizo paroli, iespējams, veco: { $count } mēģinājums kopš { $since }.
   *[other] Ierīce ({ $device }) atkārtoti sūta vienu un to pašu nepareizo paroli, iespējams, veco: { $count } mēģinājumi kopš { $since }.
}
failures-attack = { $count ->
    [zero] Kāds min paroles: { $count } dažādu laikā no { $since } līdz { $until }. Avoti: { $sources }
    [one] Kāds min paroles: { $count } dažāda laikā no { $since } līdz { $until }. Avoti: { $sources }
   *[other] Kāds min paroles: { $count } dažādas laikā no { $since } līdz { $until }. Avoti: { $sources }
}
history-password-was-right = Parole bija pareiza.
history-credential = Akreditācijas dati: { $credential }.
history-after-failures = Pēc daudziem neveiksmīgiem mēģinājumiem.
cli-history-none = Kontam { $account } nav reģistrēta neviena atbilstoša pierakstīšanās.
cli-since-not-understood = „{ $text }” nav laiks. Rakstiet 2026-11-24T18:00, 2026-11-24 vai laiku pirms šī brīža: 90min, 8h, 3d.
cli-head-result = Rezultāts
cli-head-protocol = Protokols
cli-head-place = Vieta
cli-head-client = Klients

## Paroles, kuras nedrīkst iestatīt

cli-breached-built = Faila { $file } ierakstu skaits: { $entries }
