# Programmas, kas vaicā pa HTTP, iegaumētas ierīces un vienreizējā saite īpašniekam jaunā vietā.

apps-sign-in-refused = Pierakstīšanās neizdevās. Pārbaudiet vārdu un paroli. Ja tas turpinās, vērsieties palīdzības dienestā.
apps-sign-in-wait = Pašlaik tiek pārbaudīts pārāk daudz mēģinājumu. Mēģiniet vēlreiz.

apps-error-unauthorized = Pilnvaras nav, tā nav zināma, ir atsaukta, tai beidzies termiņš, vai arī tā to neatļauj. Nekas netika izdarīts.
apps-error-client-address = No starpniekservera sūtītā nevar nolasīt klienta adresi. Nekas netika izdarīts.
apps-error-too-slow = Pieprasījums aizņēma pārāk daudz laika. Nekas netika izdarīts.

refusal-token-name = Pilnvarai vajadzīgs vārds bez vadības rakstzīmēm. Nekas netika mainīts. Limits baitos: { $limit }
refusal-token-name-taken = Pilnvara ar vārdu { $name } jau ir. Izvēlieties citu vārdu vai vispirms atsauciet to.
refusal-token-without-scope = Pilnvarai vajadzīga vismaz viena atļauja, piemēram, sign_in:check. Nekas netika mainīts.
refusal-too-many-tokens = Pilnvaru jau ir tik, cik atļauts. Vispirms atsauciet kādu no tām. Limits: { $limit }
refusal-no-such-token = Tādas pilnvaras nav. Iespējams, tā jau ir atsaukta.
refusal-no-such-device = Kontam tādas ierīces nav. Iespējams, tā jau ir aizmirsta.
refusal-no-web-address = Postern nav tīmekļa adreses, tāpēc neviena saite uz to neved. Ierakstiet konfigurācijā sadaļu [web] ar public_url un restartējiet serveri.

event-token-added = Pilnvara pievienota
event-token-revoked = Pilnvara atsaukta
event-admission-offered = Vienreizējā saite izveidota
event-admission-used = Vienreizējā saite izmantota
event-device-remembered = Ierīce iegaumēta
event-device-forgotten = Ierīce aizmirsta
actor-link-holder = vienreizējās saites turētājs

apps-head-scopes = Atļauj
apps-head-ends = Beidzas
apps-head-last-used = Pēdējā lietošana
apps-head-device = Ierīce
apps-ends-never = nekad
apps-used-never = nekad
apps-no-tokens = Nevienai programmai nav pilnvaras.
apps-token-made = Pilnvara izveidota programmai { $name }. Tā tiek parādīta tikai šoreiz:
apps-token-revoked = Pilnvara atsaukta: { $name }
apps-token-end-missing = Norādiet, kad pilnvarai beidzas termiņš (--until) vai ka tas nebeidzas nekad (--never-ends).
apps-admit-done = Vienreizējā saite kontam { $account }, līdz { $until }. Tā tiek parādīta tikai šoreiz. Dodiet to tikai cilvēkam, kam pieder konts:
apps-no-devices = Kontam { $account } nav nevienas iegaumētas ierīces.
apps-device-forgotten = Ierīce aizmirsta kontam { $account }
apps-config-no-web = Bez [web] neviena programma nevar vaicāt pa HTTP un nevar izveidot vienreizējo saiti.

in-title = Pierakstīšanās no jaunas vietas
in-lede = Jūsu kontam pierakstīšanās no jaunām vietām ir slēgta. Šī saite to jums atver, tikai no šīs vietas.
in-you-are-here = Šī vieta:
in-once = Saite darbojas vienu reizi. Derīga līdz: { $until }
in-button = Atvērt pierakstīšanos no šejienes
in-not-you = Ja jūs šo saiti nepieprasījāt, aizveriet lapu. Nekas nav mainīts.
in-changed = Kopš lapas atvēršanas jūsu adrese ir mainījusies. Pārbaudiet to un nospiediet pogu vēlreiz.
in-trouble = Neizdevās, un nekas nav mainīts. Nospiediet pogu vēlreiz.
in-done-title = Pierakstīšanās no šejienes ir atvērta
in-done = Pierakstieties kā parasti no šīs vietas. Jums vajadzīga jūsu parole. Pierakstīšanās atvērta līdz: { $until }
in-done-known = Kad tas pirmoreiz izdodas, šī vieta jūsu kontam kļūst pazīstama.
in-void-title = Šī saite nedarbojas
in-void = Tā ir izmantota, tās termiņš ir beidzies, vai arī tā nav pilnīga. Nekas nav mainīts.
in-void-next = Jaunu saiti prasiet tam, kas jums deva šo.
in-no-address-title = Nav redzams, kur jūs atrodaties
in-no-address = Saite atver pierakstīšanos vietai, kurā jūs atrodaties, bet jūsu adrese līdz šai lapai nenonāca. Nekas nav mainīts.
in-no-address-next = Pastāstiet to tam, kas jums iedeva saiti: tīmekļa serverim, kas ir Postern priekšā, jānodod tālāk klientu adreses.
in-skip = Pāriet uz saturu
in-languages = Valoda
