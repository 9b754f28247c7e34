# Programmas, kas vaicā pa HTTP, iegaumētas ierīces un vienreizējā saite īpašniekam jaunā vietā.

apps-sign-in-refused = Neizdevās. Pārbaudiet vārdu un paroli. Ja tas turpinās, vērsieties palīdzības dienestā.
apps-sign-in-wait = Pašlaik tiek pārbaudīts pārāk daudz mēģinājumu. Mēģiniet vēlreiz.

apps-error-unauthorized = Piekļuves marķiera nav, tas nav zināms, ir atsaukts, tam beidzies termiņš, vai arī tas to neatļauj. Nekas netika izdarīts.
apps-error-client-address = No starpniekservera sūtītā nevar nolasīt klienta adresi. Nekas netika izdarīts.
apps-error-too-slow = Pieprasījums aizņēma pārāk daudz laika. Nekas netika izdarīts.

refusal-token-name = Piekļuves marķierim vajadzīgs vārds, ne garāks par { $limit } baitiem, bez vadības rakstzīmēm. Nekas netika mainīts.
refusal-token-name-taken = Piekļuves marķieris ar vārdu { $name } jau ir. Izvēlieties citu vārdu vai vispirms atsauciet to.
refusal-token-without-scope = Piekļuves marķierim vajadzīga vismaz viena atļauja, piemēram, sign_in:check. Nekas netika mainīts.
refusal-too-many-tokens = Piekļuves marķieru ir tik, cik drīkst būt ({ $limit }). Vispirms atsauciet kādu no tiem.
refusal-no-such-token = Tāda piekļuves marķiera nav. Iespējams, tas jau ir atsaukts.
refusal-no-such-device = Kontam tādas ierīces nav. Iespējams, tā jau ir aizmirsta.
refusal-no-web-address = Postern nav tīmekļa adreses, tāpēc neviena saite uz to neved. Ierakstiet konfigurācijā sadaļu [web] ar public_url un restartējiet serveri.

event-token-added = Piekļuves marķieris pievienots
event-token-revoked = Piekļuves marķieris atsaukts
event-admission-offered = Vienreizējā saite izveidota
event-admission-used = Vienreizējā saite izmantota
event-device-remembered = Ierīce iegaumēta
event-device-forgotten = Ierīce aizmirsta
actor-link-holder = vienreizējās saites turētājs

apps-head-scopes = Atļauj
apps-head-ends = Beidzas
apps-head-last-used = Pēdējoreiz izmantots
apps-head-device = Ierīce
apps-ends-never = nekad
apps-used-never = nekad
apps-no-tokens = Nevienai programmai nav piekļuves marķiera.
apps-token-made = Piekļuves marķieris izveidots programmai { $name }. Tas tiek parādīts tikai šoreiz:
apps-token-revoked = Piekļuves marķieris atsaukts: { $name }
apps-token-end-missing = Norādiet, kad piekļuves marķierim beidzas termiņš (--until) vai ka tas nebeidzas nekad (--never-ends).
apps-admit-done = Vienreizējā saite kontam { $account }, līdz { $until }. Tā tiek parādīta tikai šoreiz. Dodiet to tikai cilvēkam, kam pieder konts:
apps-no-devices = Kontam { $account } nav nevienas iegaumētas ierīces.
apps-device-forgotten = Ierīce aizmirsta kontam { $account }
apps-config-no-web = Bez [web] neviena programma nevar vaicāt pa HTTP un nevar izveidot vienreizējo saiti.

in-title = Pierakstīšanās no jaunas vietas
in-lede = Jūsu kontam pierakstīšanās no jaunām vietām ir slēgta. Šī saite to jums atver, tikai no šīs vietas.
in-you-are-here = Šī vieta:
in-once = Saite darbojas vienu reizi, līdz { $until }.
in-button = Atvērt pierakstīšanos no šejienes
in-not-you = Ja šo saiti neesat prasījuši, aizveriet lapu. Nekas nav mainīts.
in-changed = Kopš lapas atvēršanas jūsu adrese ir mainījusies. Pārbaudiet to un nospiediet pogu vēlreiz.
in-trouble = Neizdevās, un nekas nav mainīts. Nospiediet pogu vēlreiz.
in-done-title = Pierakstīšanās no šejienes ir atvērta
in-done = Pierakstieties kā parasti, no šīs vietas, līdz { $until }. Jums vajadzīga jūsu parole.
in-done-known = Kad tas pirmoreiz izdodas, šī vieta jūsu kontam kļūst pazīstama.
in-void-title = Šī saite nedarbojas
in-void = Tā ir izmantota, tās laiks ir beidzies, vai arī tā nav pilna. Nekas nav mainīts.
in-void-next = Prasiet jaunu saiti tam, kas jums to deva.
in-skip = Pāriet uz lapu
in-languages = Valoda
