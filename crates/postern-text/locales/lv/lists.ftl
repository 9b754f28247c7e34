## Blocks of sources: restrictions on a network, or on one account from one network

kind-address-block = Avots bloķēts
state-pair-blocked = Kontā { $account } nevar pierakstīties no avota { $network }.
state-pair-blocked-until = Kontā { $account } nevar pierakstīties no avota { $network }. Bloķēšana beidzas: { $until }

## Why a rule blocked a source

reason-source-points = { $count ->
    [zero] Nepareizas paroles no šī avota: { $count } punktu.
    [one] Nepareizas paroles no šī avota: { $count } punkts.
   *[other] Nepareizas paroles no šī avota: { $count } punkti.
}
reason-source-enumeration = { $count ->
    [zero] No šī avota mēģināts pierakstīties ar { $count } dažādiem vārdiem, kādu nav nevienam kontam.
    [one] No šī avota mēģināts pierakstīties ar { $count } vārdu, kāda nav nevienam kontam.
   *[other] No šī avota mēģināts pierakstīties ar { $count } dažādiem vārdiem, kādu nav nevienam kontam.
}
reason-source-spray = { $count ->
    [zero] No šī avota gandrīz bez panākumiem mēģināts pierakstīties { $count } kontos.
    [one] No šī avota gandrīz bez panākumiem mēģināts pierakstīties { $count } kontā.
   *[other] No šī avota gandrīz bez panākumiem mēģināts pierakstīties { $count } kontos.
}
reason-source-attack-name = { $count ->
    [zero] No šī avota izmēģināts vārds, ko lieto tikai uzbrucēji: { $count } punktu.
    [one] No šī avota izmēģināts vārds, ko lieto tikai uzbrucēji: { $count } punkts.
   *[other] No šī avota izmēģināts vārds, ko lieto tikai uzbrucēji: { $count } punkti.
}

## A refused attempt: what the admin reads, never the client

sign-in-refused-pair-blocked = Administrators šim kontam ir bloķējis šo avotu.
sign-in-refused-pair-blocked-until = Administrators šim kontam ir bloķējis šo avotu. Bloķēšana beidzas: { $until }
sign-in-refused-network-blocked = Administrators ir bloķējis šo avotu.
sign-in-refused-network-blocked-until = Administrators ir bloķējis šo avotu. Bloķēšana beidzas: { $until }
sign-in-refused-outside-pins = Parole bija pareiza, bet konts ir piesaistīts citiem avotiem.

## Why a command about sources was refused

refusal-eased-too-long = Atbloķēt uz laiku var ne ilgāk kā uz 24 stundām. Izvēlieties agrāku beigu laiku.
refusal-source-not-blocked = Šis avots nav bloķēts, un nav bloķēta arī neviena adrese tajā. Nav, ko noņemt.
refusal-source-not-blocked-over = Šis avots pats nav bloķēts. Bloķēts ir lielāks tīkls: { $network }. Noņemiet šī tīkla bloķējumu vai atļaujiet šo avotu.
refusal-no-such-entry = Tieši šim avotam tāda ieraksta nav. Ierakstus parāda postern source list.
refusal-entry-exists-allowed = Šis avots ir atļauts, tāpēc tas nevar būt arī koplietots. Vispirms noņemiet ierakstu: postern source disallow.
refusal-entry-exists-shared = Šis avots ir atzīmēts kā koplietots, tāpēc tas nevar būt arī atļauts. Vispirms noņemiet ierakstu: postern source unshare.
refusal-source-is-allowed = Avots { $network } ir atļauts, tāpēc bloķēšana tajā nedarbotos. Vispirms noņemiet ierakstu: postern source disallow.
refusal-network-too-large = Tīkls ir pārāk liels. Prefiksā jābūt vismaz { $limit } bitiem, kā /{ $limit }.
refusal-no-clients-there = { $network } nav klienta adrese: tā pieder pašam serverim vai nevienam. Mēģinājumi no turienes skaitās tikai kontam, tāpēc nekas par šo avotu noteiktais nedarbotos. Ja klienti šķietami nāk no turienes, tīmekļa pastam vai starpniekserverim ir jānodod viņu adreses.
refusal-too-many-entries = Avotiem jau ir tik ierakstu un bloķējumu, cik atļauts. Vispirms noņemiet dažus. Limits: { $limit }
refusal-too-many-pins = Vienu kontu nevar piesaistīt vairāk avotiem. Vispirms noņemiet kādu piesaisti vai piesaistiet lielāku tīklu. Limits: { $limit }

## What the audit calls each event: labels in a table, no full stop

event-source-entry-added = Avots atļauts, koplietots vai piesaistīts
event-source-entry-removed = Avota ieraksts noņemts
event-source-entry-expired = Avota ieraksts beidzās
event-sign-in-eased = Atbloķēts uz laiku

## The command line about sources; $source is a network, an account, or both

entry-allowed = Avots atļauts
entry-shared = Koplietots avots
entry-pinned = Piesaistīts avots
cli-source-blocked = Avots bloķēts: { $source }
cli-source-unblocked = Avots vairs nav bloķēts: { $source }
cli-source-allowed = Avots atļauts: { $source }
cli-source-disallowed = Avots vairs nav atļauts: { $source }
cli-source-shared = Avots atzīmēts kā koplietots: { $source }
cli-source-unshared = Avots vairs nav atzīmēts kā koplietots: { $source }
cli-source-pinned = Konts piesaistīts avotam: { $source }
cli-source-unpinned = Konts vairs nav piesaistīts avotam: { $source }
cli-source-blocks-ended = Noņemtie bloķējumi: { $count }
cli-sources-none = Nav neviena bloķēta, atļauta, koplietota vai piesaistīta avota.
cli-source-score = Punkti tīklam { $network }: { $count }. Bloķēšanas limits: { $limit }
cli-source-no-score = Nepareizas paroles no šejienes nav reģistrētas.
cli-source-known-by = Konti, kuriem šis avots ir pazīstams: { $count }

## What an attempt would be answered: one line for each step, a label and what it says

cli-from-allowed = Konts { $account } no adreses { $address }: parole tiktu pārbaudīta.
cli-from-refused = Konts { $account } no adreses { $address }: mēģinājums tiktu noraidīts pirms paroles pārbaudes.
cli-from-observed = Konts { $account } no adreses { $address }: parole tiktu pārbaudīta. Noteikums mēģinājumu noraidītu, bet tas tiek tikai novērots.
cli-from-no-client = { $address } nav klienta adrese: tā pieder pašam serverim vai nevienam. Mēģinājumi no turienes skaitās tikai kontam, nekad avotam.
cli-from-outside-pins = Konts { $account } šim avotam nav piesaistīts. Arī ar pareizo paroli pierakstīšanās no tā tiek noraidīta, un sūtīšana no tā tiek ierobežota.
step-account-block = Administratora aizliegums kontam
step-entry = Avots atļauts vai koplietots
step-pair-block = Avots bloķēts šim kontam
step-network-block = Avotu bloķējis administrators
step-source-block = Avotu bloķējis noteikums
step-lane = Automātiskā bloķēšana
step-room = Vienlaicīgi mēģinājumi
outcome-nothing = nē
outcome-not-reached = vairs netiek pārbaudīts
outcome-spared = uz šo mēģinājumu neattiecas. { $block }
outcome-observed = noraidītu, bet tiek tikai novērots. { $refusal }
outcome-open-unfamiliar = atvērta, skaitās nepazīstams avots
outcome-open-familiar = atvērta, skaitās pazīstams avots

## The page about sources

sources-title = Avoti
sources-lede = { $count ->
    [0] Neviens avots nav bloķēts.
    [zero] Bloķēti { $count } avotu.
    [one] Bloķēts { $count } avots.
   *[other] Bloķēti { $count } avoti.
}
sources-found = { $count ->
    [0] Meklētajam „{ $text }” neatbilst neviens bloķējums vai ieraksts.
    [zero] Meklētajam „{ $text }” atbilst { $count } bloķējumu un ierakstu.
    [one] Meklētajam „{ $text }” atbilst { $count } bloķējums vai ieraksts.
   *[other] Meklētajam „{ $text }” atbilst { $count } bloķējumi un ieraksti.
}
sources-search = Meklēt avotu vai pamatojumu
sources-search-hint = Adrese, piemēram, 203.0.113.9, tīkls vai pamatojuma daļa.
sources-kinds = Veidi
sources-blocked = Bloķēti
sources-allowed = Atļauti
sources-shared = Koplietoti
sources-pinned = Piesaistīti
sources-none = Šeit par avotiem nekas nav norādīts.
sources-standing = Adreses { $address } stāvoklis
sources-block = Bloķēt avotu
sources-allow = Atļaut avotu
sources-share = Atzīmēt avotu kā koplietotu
sources-pin = Piesaistīt kontu avotam
sources-block-lede = No bloķēta avota nevar pierakstīties neviens, arī ar pareizu paroli. Ja norādīts lietotājs, bloķējums attiecas tikai uz to.
sources-allow-lede = Atļauts avots nekad netiek bloķēts, un mēģinājumi no tā tiek uzskatīti par pazīstamiem. Bloķējumi tajā beidzas.
sources-share-lede = No koplietota avota nāk visi, piemēram, no tīmekļa pasta vai starpniekservera. Neviens noteikums to nebloķē, un neviens konts to neiegaumē kā pazīstamu.
sources-pin-lede = Piesaistīts konts pierakstās un sūta tikai no avotiem, kuriem tas ir piesaistīts. Tas ir paredzēts lietojumprogrammām.
sources-network = Adrese vai tīkls
sources-network-hint = Piemēram, 203.0.113.9 vai 203.0.113.0/24.
sources-network-wrong = Ierakstiet adresi vai tīklu, piemēram, 203.0.113.9 vai 203.0.113.0/24. Nekas nav mainīts.
sources-user-hint = Tukšs: visi no turienes.
sources-user-hint-allow = Tukšs: visi no turienes. Lietotājs bez adreses: neviens avots šim lietotājam netiek bloķēts.
sources-user-needed = Norādiet lietotāju. Nekas nav mainīts.
sources-never = Tas pats nekad nebeidzas
sources-end-needed = Izvēlieties, kad tas beidzas, vai arī to, ka tas pats nekad nebeidzas. Nekas nav mainīts.
sources-end-twice = Norādīts gan datums, gan tas, ka tas nekad nebeidzas. Izvēlieties vienu no abiem. Nekas nav mainīts.
sources-unblock = Vai atbloķēt šo avotu?
sources-unblock-lede = { $count ->
    [zero] Šie { $count } bloķējumu beidzas uzreiz: tie atrodas cits citā.
    [one] Šis bloķējums beidzas uzreiz.
   *[other] Šie { $count } bloķējumi beidzas uzreiz: tie atrodas cits citā.
}
sources-unblock-yes = Jā, atbloķēt avotu
sources-unblock-row = Atbloķēt
sources-end = Vai noņemt šo ierakstu?
sources-end-yes = Jā, noņemt
sources-disallow-lede = Mēģinājumi no turienes atkal tiek vērtēti tāpat kā visi citi, un noteikumi avotu var bloķēt.
sources-unshare-lede = Konti atkal var iegaumēt šo avotu kā pazīstamu, un noteikumi to var bloķēt.
sources-unpin-lede = Konts vairs nevar nākt no šī avota, kamēr tas ir piesaistīts citiem. Ja šis bija pēdējais, tas var nākt no jebkurienes.
sources-ended-already = Tas jau ir beidzies vai kāds to ir noņēmis. Atgriezieties pie avotu saraksta, lai redzētu, kas ir spēkā pašlaik.
sources-all = Visi avoti: bloķētie, atļautie, koplietotie un piesaistītie
