# Palīdzības kartītes: ko meklē administrators, palīdzības dienests vai lietotājs, un kas jādara. Katrai kartītei ir virsraksts, meklējamie
# vārdi, ko nekad nerāda, teksts, soļi izpildes secībā un dažreiz piezīme. Vārdi pēdiņās ir saskarnes nosaukumi.

## Pierakstīšanās

card-unlock-account-title = Konta atbloķēšana
card-unlock-account-words = atbloķēt kontu, atbloķēt pierakstīšanos, bloķēts konts, konts bloķēts, konts nobloķēts, bloķēta piekļuve, nevar pierakstīties, nevaru pierakstīties, nevar ieiet, ielogoties, autorizēties, pieslēgties, pārāk daudz mēģinājumu, nepareiza parole, neveiksmīgi mēģinājumi, lockout, 50053, AADSTS50053, 535 5.7.8
card-unlock-account-text = Ja nepareiza parole tiek ievadīta atkal un atkal, pierakstīšanās tiek automātiski bloķēta. Parasti tas attiecas tikai uz nepazīstamiem avotiem: no pazīstamiem īpašnieks joprojām var pierakstīties. Cilvēka noteikts aizliegums ir kas cits, un tam ir sava poga.
card-unlock-account-step-1 = Atveriet „Pierakstīšanās bloķēšana” un sameklējiet lietotāju; pietiek ar daļu no vārda.
card-unlock-account-step-2 = Slejā „Iemesls” izlasiet, vai pierakstīšanos bloķēja noteikums vai aizliedza cilvēks.
card-unlock-account-step-3 = Ja to bloķēja noteikums, izvēlieties „Atbloķēt pierakstīšanos”, ierakstiet pamatojumu un izvēlieties „Jā, atbloķēt pierakstīšanos”.
card-unlock-account-step-4 = Ja to aizliedza cilvēks, vispirms pajautājiet viņam un tad izvēlieties „Atļaut pierakstīšanos”.
card-unlock-account-step-5 = Lietotāja lapas sadaļā „Kas ir neveiksmīgie mēģinājumi” izlasiet, kas joprojām mēģina pierakstīties.
card-unlock-account-step-6 = Ja lietotājs paroli vairs nezina, izvēlieties „Atiestatīt paroli”; līdz ar to beidzas arī bloķēšana.
card-unlock-account-note = Atbloķējot pierakstīšanos, parole nemainās, un jaunus mēģinājumus iegūst arī tas, kas min paroli. Bloķēšana rāda, ka kāds ir mēģinājis pierakstīties, nevis ka kāds ir iekļuvis kontā.

card-reset-password-title = Paroles atiestatīšana
card-reset-password-words = atiestatīt paroli, paroles atiestatīšana, aizmirsta parole, aizmirsu paroli, jauna parole, mainīt paroli, nomainīt paroli, pazaudēta parole, pagaidu parole, vienreizēja parole, paroles derīgums beidzies, izdrukāt paroli, nosūtīt paroli, saite parolei
card-reset-password-text = Vecā parole vairs neder, un visas lietotņu paroles ir atsauktas. Jaunā ir pagaidu parole: ar to var tikai izvēlēties savu paroli. Paroli nekad nesūta uz skarto pastkasti, jo to uzzinātu arī tas, kas šo pastkasti lasa.
card-reset-password-step-1 = Atveriet „Aktīvie lietotāji” un izvēlieties lietotāju.
card-reset-password-step-2 = Izvēlieties „Atiestatīt paroli”.
card-reset-password-step-3 = Atstājiet atzīmētu „Izveidot paroli”, ierakstiet pamatojumu un izvēlieties „Atiestatīt paroli”.
card-reset-password-step-4 = Nododiet paroli pa tālruni, klātienē vai uz papīra; lapas izdruka ir lietotājam paredzēta lapiņa.
card-reset-password-step-5 = Ja paroli neviens nedrīkst redzēt, lietotāja lapā atveriet „Alternatīvās adreses” un paroles vietā nosūtiet saiti.
card-reset-password-step-6 = Gādājiet, lai jaunā parole tiktu ievadīta visos lietotāja tālruņos un datoros.
card-reset-password-note = Paroles atiestatīšana beidz automātisko bloķēšanu. Cilvēka noteikts pierakstīšanās aizliegums un sūtīšanas ierobežojums paliek, un katram ir sava poga. Savu paroli šeit atiestatīt nevar.

card-sign-in-status-title = Pierakstīšanās atļaušana un aizliegšana
card-sign-in-status-words = rediģēt pierakstīšanās statusu, pierakstīšanās statuss, bloķēt pierakstīšanos, aizliegt pierakstīšanos, atļaut pierakstīšanos, bloķēt lietotāju, bloķēts lietotājs, izslēgt kontu, deaktivizēt, aktivizēt, aizgājis darbinieks, beidzis darbu, vairāk darbību, 525 5.7.13
card-sign-in-status-text = Aizliegums neļauj lietotājam pierakstīties nekur, lai kāda būtu parole, līdz kāds pierakstīšanos atļauj vai pienāk norādītais datums. To nosaka cilvēks, un ar automātisko bloķēšanu tam nav saistības.
card-sign-in-status-step-1 = Atveriet „Aktīvie lietotāji” un izvēlieties lietotāju.
card-sign-in-status-step-2 = Izvēlieties „Rediģēt pierakstīšanās statusu” un sadaļā „Pašlaik” izlasiet, kas ir spēkā.
card-sign-in-status-step-3 = Izvēlieties „Pierakstīšanās atļauta”, „Pierakstīšanās aizliegta, līdz kāds to atļauj” vai „Pierakstīšanās aizliegta līdz datumam”.
card-sign-in-status-step-4 = Ierakstiet pamatojumu un izvēlieties „Saglabāt”.
card-sign-in-status-step-5 = Izlasiet, kas paliek nemainīgs: automātiskā bloķēšana un sūtīšanas ierobežojums jānoņem atsevišķi.
card-sign-in-status-note = Aizliegums ir spēkā arī tad, kad Postern ir apturēts. Lietotājam adresētais e-pasts joprojām pienāk. Savam kontam un pēdējam globālajam administratoram pierakstīšanos aizliegt nevar.

card-self-service-title = Lietotāji paši atgūst piekļuvi
card-self-service-words = pašapkalpošanās, pašapkalpošanās paroles atiestatīšana, SSPR, aizmirsta parole, drošības informācija, alternatīvā e-pasta adrese, alternatīvā adrese, atkopšanas kods, verifikācijas kods, autentifikācijas lietotne, atgūt piekļuvi, atgūt kontu, bez administratora
card-self-service-text = Kas var apliecināt savu identitāti, tas bez administratora atbloķē pierakstīšanos vai iestata jaunu paroli. Pietiek ar vienu apliecinājumu; administratoriem un kontiem, kuri varētu būt kompromitēti, vajag divus dažāda veida apliecinājumus.
card-self-service-step-1 = Pastāstiet lietotājiem, kāda adrese ir lapai „Atgūstiet piekļuvi savam kontam”; tā beidzas ar /recover.
card-self-service-step-2 = Aiciniet viņus lapā „Mana drošība”, kuras adrese beidzas ar /my, pievienot alternatīvo adresi un apstiprināt to ar ziņojumā saņemto saiti.
card-self-service-step-3 = Aiciniet viņus turpat izveidot atkopšanas kodus un glabāt tos uz papīra; kods sāk derēt dienu pēc izveidošanas.
card-self-service-step-4 = Ja pierakstīties neizdodas, lietotājs atver piekļuves atgūšanas lapu un ievada lietotājvārdu un kodu.
card-self-service-step-5 = Pēc tam lietotājs izvēlas „Tikai atbloķēt pierakstīšanos” vai „Izvēlēties jaunu paroli”.
card-self-service-step-6 = Ja izvēlēta jauna parole, lietotājs to ievada katrā savā tālrunī un datorā.
card-self-service-note = Kodu nekad nesūta uz pastkasti, kurai lietotājs netiek klāt. Cilvēka noteikts aizliegums un sūtīšanas ierobežojums paliek, līdz tos noņem administrators.

card-must-change-title = Pagaidu parole nedarbojas
card-must-change-words = pagaidu parole, jānomaina parole, jāmaina parole, mainīt nākamajā pierakstīšanās reizē, paroles derīgums beidzies, pasta programma nepieņem paroli, Outlook visu laiku prasa paroli, tālrunis prasa paroli, jauns lietotājs nevar pierakstīties
card-must-change-text = Pagaidu parole neatver nevienu pastkasti. Ar to pārlūkprogrammā var tikai izvēlēties savu paroli, un tās derīgums beidzas.
card-must-change-step-1 = Pārlūkprogrammā atveriet lapu „Izvēlieties savu paroli”; tās adrese beidzas ar /password.
card-must-change-step-2 = Ievadiet lietotājvārdu, pagaidu paroli un divreiz savu jauno paroli.
card-must-change-step-3 = Izvēlieties „Iestatīt paroli”.
card-must-change-step-4 = Ievadiet savu paroli katrā tālrunī un datorā.
card-must-change-step-5 = Ja pagaidu paroles derīgums ir beidzies, administrators lietotāja lapā izvēlas „Atiestatīt vēlreiz”.
card-must-change-note = Pasta programma pagaidu paroli nepieņem, un tā tam jābūt; cita programma vai cits tīkls neko nemainīs.

card-app-passwords-title = Sava parole vienai ierīcei
card-app-passwords-words = lietotnes parole, lietotņu paroles, programmas parole, ierīces parole, pazaudēts tālrunis, nozagts tālrunis, printeris, skeneris, kopētājs, veca pasta programma, bez MFA, atsaukt, IMAP parole
card-app-passwords-text = Lietotnes parole atver pastkasti vienā ierīcē un tikai ar izvēlētajiem protokoliem. Ja ierīce pazūd, paroli atsauc, un pārējās ierīces turpina darboties.
card-app-passwords-step-1 = Atveriet lietotāja lapu un izvēlieties „Lietotņu paroles”.
card-app-passwords-step-2 = Nosauciet ierīci, atlasiet tās protokolus un izvēlieties „Izveidot lietotnes paroli”.
card-app-passwords-step-3 = Ievadiet šo paroli ierīcē konta paroles vietā, ar visām defisēm; tā tiek parādīta tikai vienreiz.
card-app-passwords-step-4 = Ja ierīce ir pazudusi, izvēlieties „Atsaukt” tās rindā.
card-app-passwords-step-5 = Ja nav skaidrs, par kuru ierīci ir runa, izvēlieties „Atsaukt visas”.
card-app-passwords-note = Atiestatot konta paroli, tiek atsauktas visas lietotņu paroles. Lietotnes parole neatver ne lapu „Mana drošība”, ne administrēšanas centru. Lietotāji savas lietotņu paroles var izveidot un atsaukt lapā „Mana drošība”.

card-stale-devices-title = Ierīce ar veco paroli
card-stale-devices-words = vecā parole, saglabāta parole, bloķējas atkal un atkal, konts visu laiku bloķējas, tālrunis pēc paroles maiņas, planšetdators, planšete, printeris, Outlook prasa paroli, aizmirsta ierīce, ActiveSync, ierīce ar veco paroli
card-stale-devices-text = Pēc paroles maiņas tālrunis vai dators bieži turpina izmantot veco. Postern to pazīst un šos mēģinājumus neskaita, tāpēc pierakstīšanās to dēļ netiek bloķēta. Taču jauns e-pasts šajā ierīcē nepienāk.
card-stale-devices-step-1 = Atveriet lietotāja lapu un sadaļā „Kas ir neveiksmīgie mēģinājumi” izlasiet, kura ierīce tā ir.
card-stale-devices-step-2 = Cilnē „Pierakstīšanās mēģinājumi” skatiet, no kāda avota un ar kādu protokolu mēģinājumi nāk.
card-stale-devices-step-3 = Kopā ar īpašnieku sameklējiet ierīci: tālruni, planšetdatoru, vecu datoru, printeri, otru pasta programmu.
card-stale-devices-step-4 = Ievadiet tajā jauno paroli vai noņemiet no tās kontu.
card-stale-devices-step-5 = Ja pierakstīšanās ir bloķēta, pēc tam lapā „Pierakstīšanās bloķēšana” izvēlieties „Atbloķēt pierakstīšanos”.
card-stale-devices-note = Ja īpašnieks avotu nepazīst, tā nav aizmirsta ierīce: veco paroli zina kāds cits. Tad skatiet „Rīcība, ja konts ir kompromitēts”.

card-blocked-sources-title = No vienas vietas neviens nevar pierakstīties
card-blocked-sources-words = bloķēta IP, bloķēta IP adrese, bloķēta adrese, bloķēts avots, viss birojs nevar pierakstīties, birojs bloķēts, VPN, tīmekļa pasts, webmail, starpniekserveris, proxy, NAT, atļauto saraksts, bloķēto saraksts, uzticama IP, atbloķēt IP, paroļu minēšana, masveida paroļu minēšana, brute force
card-blocked-sources-text = Avots (adrese vai tīkls), no kura min paroles, uz laiku tiek bloķēts. Ja to izmanto daudzi, piemēram, birojā, aiz VPN vai tīmekļa pastā, var ciest arī citi.
card-blocked-sources-step-1 = Atveriet „Avoti” un sameklējiet adresi, no kuras nāk lietotāji.
card-blocked-sources-step-2 = Izlasiet, kāpēc tā ir bloķēta, kopš kura laika un līdz kuram.
card-blocked-sources-step-3 = Šī avota rindā izvēlieties „Atbloķēt”, ierakstiet pamatojumu un izvēlieties „Jā, atbloķēt avotu”.
card-blocked-sources-step-4 = Ja tas ir jūsu pašu birojs vai VPN, izvēlieties „Atļaut avotu”, lai noteikumi to nebloķētu.
card-blocked-sources-step-5 = Ja tas ir tīmekļa pasts vai starpniekserveris, izvēlieties „Atzīmēt avotu kā koplietotu” un gādājiet, lai tas nodod tālāk klientu adreses.
card-blocked-sources-step-6 = Ja atsevišķos kontos pierakstīšanās joprojām ir bloķēta, atbloķējiet to lapā „Pierakstīšanās bloķēšana”.
card-blocked-sources-note = Vispirms atrodiet ierīci, kas min paroles, citādi avots atkal tiks bloķēts. Ja avotu bloķējis cilvēks, tas paliek bloķēts, līdz kāds to atbloķē vai pienāk norādītais datums.

card-protocols-title = Protokolu izslēgšana kontam
card-protocols-words = izslēgt IMAP, izslēgt POP3, atslēgt IMAP, atspējot IMAP, atspējot POP, SMTP AUTH, submission, ManageSieve, tīmekļa pasts, webmail, pamata autentifikācija, mantotā autentifikācija, Exchange ActiveSync, MAPI, OWA, e-pasta programmas, protokols
card-protocols-text = Protokolu, kas kontam nav vajadzīgs, var izslēgt tikai šim kontam. Pārējie turpina darboties, un e-pasts joprojām pienāk.
card-protocols-step-1 = Atveriet lietotāja lapu un izvēlieties „Rediģēt pierakstīšanās statusu”.
card-protocols-step-2 = Izvēlieties „Protokoli”.
card-protocols-step-3 = Noņemiet atzīmi no tā, kas kontam nav vajadzīgs: IMAP, POP3, „Sūtīšana (SMTP)”, ManageSieve vai „Tīmekļa pasts un portāls”.
card-protocols-step-4 = Ierakstiet pamatojumu un izvēlieties „Saglabāt”.
card-protocols-note = Tīmekļa pasts, kas pasta serverī pierakstās ar IMAP, skaitās IMAP. Kam pieeja atteikta, tas redz to pašu, ko pēc nepareizas paroles ievadīšanas. Lai kādu nelaistu iekšā vispār, aizliedziet pierakstīšanos.

## Sūtīšana

card-unblock-email-title = Lietotājs nevar sūtīt e-pastu
card-unblock-email-words = atbloķēt sūtīšanu, atbloķēt e-pastu, atbloķēt, nevar sūtīt, nevaru nosūtīt, nevar nosūtīt e-pastu, aizliegts sūtīt, sūtīšana bloķēta, sūtīšana ierobežota, e-pasts ierobežots, ierobežots lietotājs, ierobežotie lietotāji, lietotāji ar ierobežotām tiesībām, surogātpasts, spams, mēstules, 5.1.8, 550 5.1.8, 5.7.1, 550 5.7.1, 5.1.90, 5.2.2
card-unblock-email-text = Sūtīšana ir ierobežota, jo konstatēts izejošais surogātpasts vai pārāk daudz adresātu, vai arī ir pierādījumi, ka konts ir kompromitēts. Ienākošais e-pasts pienāk kā parasti. Vispirms atiestatiet paroli, pēc tam atbloķējiet sūtīšanu.
card-unblock-email-step-1 = Ja paroli varētu zināt kāds cits, vispirms lietotāja lapā izvēlieties „Atiestatīt paroli”.
card-unblock-email-step-2 = Atveriet „Ierobežotie lietotāji” un sameklējiet lietotāju; pietiek ar daļu no vārda: rob atrod rob@contoso.com.
card-unblock-email-step-3 = Izvēlieties „Atbloķēt sūtīšanu”, izlasiet, kāpēc sūtīšana tika ierobežota, un apskatiet visas pārbaudes.
card-unblock-email-step-4 = Izvēlieties „Aizturēt, nosūtīt vai dzēst ziņojumus rindā” un izlemiet, ko darīt ar gaidošajiem ziņojumiem.
card-unblock-email-step-5 = Ierakstiet pamatojumu un izvēlieties „Jā, atbloķēt sūtīšanu”.
card-unblock-email-step-6 = Pēc tam lapā redzams, vai sūtīšanas pārbaudes punkts atkal pieņem e-pastu; paziņojiet to lietotājam.
card-unblock-email-note = Kamēr neizvēlaties „Jā”, nekas netiek mainīts. Aizturētie ziņojumi paliek aizturēti, līdz kāds tos nosūta vai dzēš. Ja lietotāja sarakstā nav, sūtīšana nav ierobežota: skatiet kodu ziņojumā par nepiegādi.

card-spam-limits-title = Sūtīšanas limiti
card-spam-limits-words = sūtīšanas limits, adresātu limits, limits pārsniegts, izejošā surogātpasta politika, pārāk daudz adresātu, jauni adresāti, limits stundā, limits dienā, palēnināts, aizkavēts, slieksnis, mainīt limitu, palielināt limitu, 5.1.90, 5.2.2, 451 4.7.1
card-spam-limits-text = Postern skaita adresātus, galvenokārt jaunus, kuriem no konta vēl nekad nav rakstīts. Pārsniedzot pirmo slieksni, sūtīšana jauniem adresātiem tiek palēnināta, bet, pārsniedzot augstāku slieksni, sūtīšana tiek ierobežota.
card-spam-limits-step-1 = Atveriet lietotāja lapu un cilnē „Sūtīšana” skatiet, cik ir nosūtīts un kādi limiti ir spēkā.
card-spam-limits-step-2 = Lai mainītu limitus visiem, atveriet „Politikas”, pārejiet uz cilni „Sūtīšana” un izvēlieties „Mainīt”.
card-spam-limits-step-3 = Lai mainītu limitus dažiem kontiem, pārejiet uz cilni „Atsevišķiem kontiem” un izvēlieties „Jauna politika atsevišķiem kontiem”.
card-spam-limits-step-4 = Priekšskatījumā izlasiet, kurus kontus jaunie limiti būtu ierobežojuši pēdējās 30 dienās.
card-spam-limits-step-5 = Ierakstiet pamatojumu un apstipriniet ar „Jā”.
card-spam-limits-step-6 = Ja sūtīšana jau ir ierobežota, atbloķējiet to lapā „Ierobežotie lietotāji”.
card-spam-limits-note = Augstāks limits ierobežojumu nenoņem. Vienu lielu sūtījumu labāk ieplānojiet: tad limiti paliek zemi arī tam, kas nozog paroli.

card-planned-mailings-title = Vienreizējs sūtījums daudziem adresātiem
card-planned-mailings-words = masveida sūtījums, izsūtījums, biļetens, jaunumu vēstule, ielūgums, uzaicinājums, pasta sapludināšana, daudz adresātu, plānots masveida sūtījums, izņēmums, īslaicīgi palielināt limitu, viltus trauksme
card-planned-mailings-text = Plānota masveida sūtījuma dēļ sūtīšana netiek ierobežota: līdz jūsu izvēlētajam laikam no konta var rakstīt lielākam adresātu skaitam.
card-planned-mailings-step-1 = Atveriet lietotāja lapu, pārejiet uz cilni „Sūtīšana” un izvēlieties „Ieplānot izsūtījumu”.
card-planned-mailings-step-2 = Norādiet, cik adresātiem un līdz kuram laikam.
card-planned-mailings-step-3 = Ierakstiet pamatojumu un izvēlieties „Jā, ieplānot”.
card-planned-mailings-step-4 = Ja sūtīšana jau ir ierobežota, atbloķējiet to lapā „Ierobežotie lietotāji”.
card-planned-mailings-note = Limiti pēc pierakstīšanās no svešām vietām paliek tādi paši. Adresāti, kas pārsniedz plānoto skaitu, tiek vērtēti kā parasti. Plānotais sūtījums beidzas pats.

card-bounce-codes-title = Ko nozīmē kods ziņojumā par nepiegādi
card-bounce-codes-words = ziņojums par nepiegādi, nepiegādāts, neizdevās piegādāt, atgriezās vēstule, NDR, kļūdas kods, SMTP kļūda, 550 5.7.1, 5.7.1, 451 4.7.1, 450 4.7.28, 421 4.7.0, 525 5.7.13, 535 5.7.8, 5.1.8, 550 5.1.8, 5.1.90, 5.2.2, 5.2.121, 5.2.122, 5.7.232, 5.7.233, 5.7.501, 5.7.502, 5.7.503, 5.7.705, 5.7.708, 5.7.711, 5.7.750
card-bounce-codes-text = Microsoft kodu ir daudz, Postern – tikai daži; precīzs iemesls ir lietotāja lapā. Kods kvadrātiekavās rāda, ka atbilde ir no Postern.
card-bounce-codes-step-1 = 550 5.7.1 ar kodu kvadrātiekavās nozīmē, ka sūtīšana ir ierobežota; meklējiet sūtītāju lapā „Ierobežotie lietotāji”.
card-bounce-codes-step-2 = Microsoft to apzīmē ar 5.1.8, ja konstatēts surogātpasts, un ar 5.1.90 vai 5.2.2, ja ir pārāk daudz adresātu vai ziņojumu.
card-bounce-codes-step-3 = 5.7.232, 5.7.233 un 5.7.705 tur attiecas uz visu organizāciju, bet 5.7.711 – uz savienotāju; šeit lapā „Ierobežotie lietotāji” redzat, no kuriem kontiem nevar sūtīt.
card-bounce-codes-step-4 = Kods, kas sākas ar 4, piemēram, 451 4.7.1 vai 450 4.7.28, ziņojumu atliek: sūtiet to vēlreiz vēlāk un lēnāk.
card-bounce-codes-step-5 = 535 5.7.8 nozīmē, ka neatbilst lietotājvārds vai parole vai ka pierakstīšanās ir bloķēta vai aizliegta; skatiet lapu „Pierakstīšanās bloķēšana”.
card-bounce-codes-step-6 = 525 5.7.13 vai 421 4.7.0 ar kodu kvadrātiekavās nozīmē, ka pierakstīšanās tika aizliegta sesijas laikā; skatiet lapu „Rediģēt pierakstīšanās statusu”.
card-bounce-codes-note = Ziņojums par nepiegādi bez koda kvadrātiekavās parasti nāk no adresāta servera. Tad sūtīšanas atbloķēšana nelīdz.

## Kompromitēti konti

card-compromised-account-title = Rīcība, ja konts ir kompromitēts
card-compromised-account-words = kompromitēts konts, apdraudēts konts, uzlauzts konts, uzlauzts, nozagta parole, pikšķerēšana, phishing, ielaušanās, kontu izmanto kāds cits, surogātpasts no mana konta, spams no mana konta, izolēt kontu, incidents, nezināma pierakstīšanās, aizdomīgs, tas nebiju es
card-compromised-account-text = Kontam ir piekļuvis kāds cits. Vispirms izolējiet kontu, tad noskaidrojiet, kas noticis. Par to liecina sveša pierakstīšanās, e-pasts, ko īpašnieks nav rakstījis, un kārtulas, ko īpašnieks nav veidojis.
card-compromised-account-step-1 = Lietotāja lapā vai incidenta lapā izvēlieties „Izolēt kontu” un izlasiet, kuri soļi ir izpildīti.
card-compromised-account-step-2 = Izvēlieties „Atiestatīt paroli” un nododiet jauno pa tālruni vai klātienē; uz skarto pastkasti to nekad nesūta.
card-compromised-account-step-3 = Atveriet „Kārtulas un pārsūtīšana” un gādājiet, lai tiek noņemts viss, ko īpašnieks nepazīst.
card-compromised-account-step-4 = Atveriet „Alternatīvās adreses” un „Lietotņu paroles” un noņemiet to, ko īpašnieks nepazīst.
card-compromised-account-step-5 = Lietotāja lapā atveriet „Sūtīšana” un izlemiet, ko darīt ar ziņojumiem rindā.
card-compromised-account-step-6 = Tikai tad atļaujiet pierakstīšanos lapā „Rediģēt pierakstīšanās statusu” un atbloķējiet sūtīšanu lapā „Ierobežotie lietotāji”.
card-compromised-account-note = Piegādātus ziņojumus atsaukt nevar; brīdiniet adresātus. Lieciet pārbaudīt arī īpašnieka datoru un tālruni, citādi jauno paroli nozags tāpat kā veco.

card-forwarding-title = Uz kurieni pārsūta lietotāja e-pastu
card-forwarding-words = pārsūtīšana, pārsūtīt, e-pasta pārsūtīšana, pārsūtīšanas adrese, pāradresācija, pāradresēt, ārējā pārsūtīšana, automātiska pārsūtīšana, kopija uz citu adresi, Sieve, pārsūtīšanas kārtula, pazūd e-pasts
card-forwarding-text = Ar pārsūtīšanu ikviens ziņojums var nonākt ārpus organizācijas. Tas, kurš pārņēmis kontu, labprāt to iestata, jo tā paliek arī pēc paroles maiņas.
card-forwarding-step-1 = Atveriet lietotāja lapu un izvēlieties „Kārtulas un pārsūtīšana”.
card-forwarding-step-2 = Lapas augšā izlasiet, uz kādu adresi pasts tiek pārsūtīts un vai tas nonāk ārpus organizācijas.
card-forwarding-step-3 = Pa tālruni pajautājiet īpašniekam, vai pārsūtīšanu ir iestatījis viņš pats.
card-forwarding-step-4 = Ja pārsūtīšana nav vajadzīga, lieciet to noņemt tīmekļa pastā vai pasta serverī.
card-forwarding-step-5 = Ja īpašnieks par to nezina, skatiet „Rīcība, ja konts ir kompromitēts”.
card-forwarding-note = Lapa rāda paša lietotāja kārtulas (Sieve) un nevienu nemaina. Aizstājvārdi, .forward faili un visa servera kārtulas netiek nolasīti; meklējiet tos pasta serverī.

card-inbox-rules-title = Kārtulas, kas slēpj vai dzēš e-pastu
card-inbox-rules-words = iesūtnes kārtula, iesūtnes kārtulas, pasta kārtula, likums, Sieve, filtrs, kārtula dzēš e-pastu, e-pasts pazūd, vēstules pazūd, slēpta kārtula, RSS mape, mēstuļu mape, pārvieto, prombūtne, automātiskā atbilde
card-inbox-rules-text = Kārtula var ziņojumus dzēst vai pārvietot uz turieni, kur neviens neskatās. Tā tas, kurš pārņēmis kontu, slēpj no īpašnieka atbildes un brīdinājumus.
card-inbox-rules-step-1 = Atveriet lietotāja lapu un izvēlieties „Kārtulas un pārsūtīšana”.
card-inbox-rules-step-2 = Slejā „Ko tā dara” meklējiet rindas ar norādi „slēpj pastu”.
card-inbox-rules-step-3 = Pa tālruni pajautājiet īpašniekam, vai kārtulu ir izveidojis viņš pats.
card-inbox-rules-step-4 = Svešu kārtulu lieciet noņemt tīmekļa pastā vai pasta serverī.
card-inbox-rules-step-5 = Ja īpašnieks par kārtulu nezina, skatiet „Rīcība, ja konts ir kompromitēts”.
card-inbox-rules-note = Jauna parole nevienu kārtulu nenoņem. Lapā redzamas pašlaik aktīvās kārtulas; tā nevienu nemaina, un visa servera kārtulu tajā nav.

## Administrēšanas centrs un pasta serveris

card-alerts-title = Brīdinājums par kontu
card-alerts-words = brīdinājums, brīdinājumi, brīdinājumu politika, paziņojums, aizdomīgas darbības, aizdomīga sūtīšana, risks, riska vērtējums, aizdomu punkti, kas saņem brīdinājumus, brīdinājums e-pastā, lietotājam ierobežota sūtīšana, viltus trauksme
card-alerts-text = Brīdinājums nozīmē, ka kaut kas liecina par konta kompromitēšanu. Tas neko neierobežo: kādam tas jāapskata.
card-alerts-step-1 = Atveriet lietotāja lapu un skatiet, cik ir aizdomu punktu un no kā tie veidojas.
card-alerts-step-2 = Cilnē „Pierakstīšanās mēģinājumi” salīdziniet avotus ar vietām, kuras izmanto īpašnieks.
card-alerts-step-3 = Pajautājiet īpašniekam pa tālruni, nevis e-pastā.
card-alerts-step-4 = Ja tas bija kāds cits, skatiet „Rīcība, ja konts ir kompromitēts”.
card-alerts-step-5 = Ja tas bija īpašnieks, nekas nav jādara: punktu skaits samazinās pats.
card-alerts-step-6 = Kas saņem šīs vēstules, redzat lapas „Iestatījumi” sadaļā „Vēstules administratoriem”; adreses maina konfigurācijas failā.
card-alerts-note = Brīdinājums neko nepierāda. Par ierobežojumu pienāk atsevišķa vēstule. Norādiet vismaz vienu adresi, kas nav šajā pasta serverī.

card-connectors-down-title = Pasta serveris nevaicā Postern
card-connectors-down-words = savienojums nedarbojas, nav savienojuma, pārbaudes punkts klusē, nevaicā, nejautā, limiti netiek piemēroti, Postfix, Dovecot, auth-policy, milter, doctor, health, savienotājs, nekas nenotiek, pēdējais jautājums, check_policy_service
card-connectors-down-text = Postern lemj tikai par to, ko vaicā pasta serveris. Ja jautājumi nepienāk, e-pasts tur tiek sūtīts bez pārbaudes; jau zināmie ierobežojumi joprojām ir spēkā.
card-connectors-down-step-1 = Atveriet „Savienojumi” un skatiet, kura rinda ir izcelta.
card-connectors-down-step-2 = Sadaļā „Pārbaudes punkti: kur pasta serveri vaicā Postern” salīdziniet, kad katrs punkts pēdējoreiz saņēma jautājumu.
card-connectors-down-step-3 = Sadaļā „Kur Postern raksta” izlasiet, kas gaida un kāpēc.
card-connectors-down-step-4 = Salīdziniet pasta servera konfigurāciju ar tekstu sadaļā „Iestatījumi Dovecot un Postfix”.
card-connectors-down-step-5 = Serverī palaidiet komandu postern doctor; tā nosauc katru kļūdu un to, kas jāmaina.
card-connectors-down-step-6 = Nosūtiet ziņojumu, pierakstieties un skatiet, vai mainās pēdējā jautājuma laiks.
card-connectors-down-note = Pārbaudes punkts var klusēt arī tāpēc, ka neviens nepierakstās un nesūta; tad pēdējais jautājums ir sens, bet viss ir kārtībā.
