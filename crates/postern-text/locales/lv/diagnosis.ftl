# Diagnoze: par ko sūdzas, kas pārbaudīts un kāds ir cēlonis. See the English file for what each message is for.

symptom-anything = Kas cits vai nezinu
symptom-cannot-sign-in = Nevar pierakstīties
symptom-cannot-send = Nevar sūtīt e-pastu
symptom-cannot-receive = E-pasts nepienāk
symptom-mail-bounces = Nosūtītais e-pasts nāk atpakaļ
symptom-password-not-accepted = Paroli nepieņem
symptom-keeps-being-locked = Pierakstīšanās atkal un atkal tiek bloķēta
symptom-forwarding-unknown = E-pasts tiek pārsūtīts bez īpašnieka ziņas
symptom-rules-unknown = Kārtulas pārvieto vai dzēš e-pastu bez īpašnieka ziņas
symptom-no-reset-mail = Vēstule jaunai parolei nepienāk

symptom-cannot-sign-in-words = pierakstīties, pierakstīšanās, pierakstās, pierakstīšanos, tikt iekšā, aizliegta
symptom-cannot-send-words = sūtīt, nosūtīt, sūtīšana, sūtīšanu, sūta, izejošais, ierobežots, ierobežoti
symptom-cannot-receive-words = saņemt, saņem, nesaņem, nepienāk, ienākošais, trūkst vēstuļu
symptom-mail-bounces-words = atpakaļ, nepiegādāts, nepiegādāta, atgriežas, noraidīts, 5.1.8, 5.7.1
symptom-password-not-accepted-words = parole, paroli, paroles, nepareiza parole
symptom-keeps-being-locked-words = bloķēts, bloķēta, bloķē, atbloķēt, atkal bloķēts
symptom-forwarding-unknown-words = pārsūta, pārsūtīts, pārsūtīšana, pārsūtīšanu, pāradresē
symptom-rules-unknown-words = kārtula, kārtulas, filtrs, sieve, pazūd, dzēš
symptom-no-reset-mail-words = atiestatīšanas vēstule, atiestatīšanas kods, atiestatīšanas saite, kods nepienāk, nav koda

check-sign-in-door = Pierakstīšanās bloķēšana un aizliegumi
check-password = Pagaidu parole vai parole, kurai beidzies derīgums
check-protocols = Izslēgtie protokoli
check-sources = Bloķētie avoti
check-attempts = Pēdējo dienu neizdevušies pierakstīšanās mēģinājumi
check-sending-door = Sūtīšanas ierobežojumi
check-queue = Pasta rinda
check-deliveries = Citu pasta serveru atbildes
check-rules = Pārsūtīšana un kārtulas
check-recovery = Īpašnieka iespējas atgūt piekļuvi
check-exports = Izmaiņas spēkā pasta serverī
check-gates = Pasta servera vaicājumi
check-ourselves = Postern pulkstenis un krātuve
check-policies = Pēdējo dienu politiku izmaiņas

diagnosis-is-fine = nekas nav atrasts
diagnosis-not-connected = nav pārbaudīts: nav pieslēgts
diagnosis-late = nav pārbaudīts: atbilde nepienāca laikā
diagnosis-failed = nav pārbaudīts. Cēlonis: { $cause }
diagnosis-mark-cause = Cēlonis:
diagnosis-mark-fine = Kārtībā:
diagnosis-mark-unknown = Nezināms:

diagnosis-nothing = Postern neatrod neko, kas traucētu kontam { $account }.
diagnosis-nothing-but-unknown = Postern neatrod neko, kas traucētu kontam { $account }, taču ne visu varēja pārbaudīt.

diagnosis-since-by = Kopš: { $when }. Izpildītājs: { $actor }
cause-mistyped = { $count ->
    [zero] { $count } pierakstīšanās mēģinājumu ar nepareizu paroli. Pēdējais: { $last }
    [one] { $count } pierakstīšanās mēģinājums ar nepareizu paroli. Pēdējais: { $last }
   *[other] { $count } pierakstīšanās mēģinājumi ar nepareizu paroli. Pēdējais: { $last }
}
cause-place-blocked = Pierakstīšanās kontā { $account } no adreses { $address } tiek noraidīta, jo avots { $network } ir bloķēts.
cause-password-elsewhere = Konta { $account } parole glabājas ārpus Postern, tāpēc šeit to nevar ne pārbaudīt, ne atiestatīt.
cause-mailing-not-planned = Kontam { $account } nav ieplānots izsūtījums, tāpēc ir spēkā adresātu limits: { $limit }. Saskaitīti: { $count }
cause-mail-held = { $count ->
    [zero] Rindā ir { $count } aizturētu šī konta ziņojumu.
    [one] Rindā ir { $count } aizturēts šī konta ziņojums.
   *[other] Rindā ir { $count } aizturēti šī konta ziņojumi.
}
cause-mail-waits = { $count ->
    [zero] Rindā nākamo mēģinājumu gaida { $count } šī konta ziņojumu.
    [one] Rindā nākamo mēģinājumu gaida { $count } šī konta ziņojums.
   *[other] Rindā nākamo mēģinājumu gaida { $count } šī konta ziņojumi.
}
cause-taken-for-spam = { $count ->
    [zero] Citi pasta serveri šī konta e-pastu noraidīja kā surogātpastu: { $count } adresātu 24 stundās.
    [one] Citi pasta serveri šī konta e-pastu noraidīja kā surogātpastu: { $count } adresāts 24 stundās.
   *[other] Citi pasta serveri šī konta e-pastu noraidīja kā surogātpastu: { $count } adresāti 24 stundās.
}
cause-refused-elsewhere = { $count ->
    [zero] Citi pasta serveri šī konta e-pastu noraidīja: { $count } adresātu 24 stundās.
    [one] Citi pasta serveri šī konta e-pastu noraidīja: { $count } adresāts 24 stundās.
   *[other] Citi pasta serveri šī konta e-pastu noraidīja: { $count } adresāti 24 stundās.
}
cause-hiding-rule = Pastkastes kārtula slēpj pastu. Skripts: { $script }, rinda { $line }
cause-no-address = Kontam { $account } nav reģistrētas alternatīvās adreses, tāpēc vēstuli jaunai parolei nav kur sūtīt.
cause-address-unconfirmed = Konta { $account } alternatīvā adrese nav apstiprināta, tāpēc vēstule jaunai parolei uz to netiek sūtīta.
cause-address-does-not-count = Konta { $account } alternatīvā adrese pašlaik netiek ņemta vērā: tā pievienota pēc kaut kā aizdomīga, vai tās pasts nonāk atpakaļ šajā kontā.
cause-no-public-page = Postern publiskā adrese (web.public_url) nav iestatīta, tāpēc saiti nevar nosūtīt.
cause-export-late = Konta { $account } izmaiņas vēl nav spēkā. Vieta: { $point }. Gaida kopš: { $since }. Cēlonis: { $problem }
cause-cannot-save = Postern nevar saglabāt izmaiņas. Kopš: { $since }
cause-policy-changed = Mainīta politika. Laiks: { $when }. Izpildītājs: { $actor }

cli-diagnosis-asked = Problēma: { $symptom }
cli-diagnosis-next = Nākamais solis: { $command }
cli-diagnosis-looked-at = Pārbaudīts
cli-diagnosis-clock = iestatiet sistēmas pulksteni un pārbaudiet, cik diskā ir brīvas vietas
cli-diagnosis-keeper = mainiet paroli tur, kur tā glabājas
