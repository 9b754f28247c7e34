# Administrēšanas centrs: ietvars, pierakstīšanās un tas, kas lapām kopīgs. See the English file for what each message is for.

## The frame

admin-places = Sadaļas
admin-menu = Izvēlne
admin-menu-close = Aizvērt izvēlni
admin-nav-overview = Pārskats
admin-nav-head-users = Lietotāji
admin-nav-users = Aktīvie lietotāji
admin-nav-restricted = Ierobežotie lietotāji
admin-nav-locks = Pierakstīšanās bloķēšana
admin-nav-head-setup = Iestatīšana
admin-nav-sessions = Jūsu sesijas
admin-find = Meklēt lietotāju vai adresi
admin-sign-out = Izrakstīties
admin-foot-at = Stāvoklis plkst. { $clock }
admin-foot-zone = Laika josla: { $zone }

## The door

admin-in-title = Pierakstīšanās administrēšanas centrā
admin-in-user = Lietotājvārds
admin-in-password = Parole
admin-in-code = Kods
admin-in-code-hint = 6 cipari no autentifikatora vai atkopšanas kods
admin-in-button = Pierakstīties
admin-in-no = Lietotājvārds, parole vai kods neatbilst, vai pierakstīšanās ir bloķēta.
admin-in-wait = Pārāk daudz mēģinājumu vienlaikus. Mēģiniet vēlreiz.
admin-in-trouble = Pašlaik neviens nevar pierakstīties, jo Postern nevar nolasīt vai saglabāt datus. Cēlonis ir servera žurnālā.
admin-in-over = Sesija ir beigusies. Pierakstieties vēlreiz.
admin-in-elsewhere = No šīs adreses nevar pierakstīties. Atveriet lapu šeit:
admin-in-help = Nevarat iekļūt administrēšanas centrā? Serverī kā root ierakstiet:

## The invitation

admin-begin-title = Pierakstīšanās iestatīšana
admin-begin-lede = Konts { $account } ir uzaicināts administrēšanas centrā.
admin-begin-enter = Pierakstīties ar kontu { $account }. Šo saiti serverī izveidoja root.
admin-begin-app = Noskenējiet šo attēlu ar autentifikatora lietotni
admin-begin-picture = Zemāk norādītā atslēga kā attēls tālruņa kamerai
admin-begin-secret = Vai ierakstiet lietotnē šo atslēgu:
admin-begin-password = Konta parole
admin-begin-password-new = Jauna parole
admin-begin-password-hint = { $count ->
    [zero] Vismaz { $count } rakstzīmju
    [one] Vismaz { $count } rakstzīme
   *[other] Vismaz { $count } rakstzīmes
}
admin-begin-code = Kods, ko rāda lietotne
admin-begin-button = Iestatīt un pierakstīties
admin-begin-until = Saite darbojas vienu reizi. Beidzas: { $until }
admin-begin-wrong = Parole vai kods neatbilst, vai pierakstīšanās ir bloķēta. Nekas netika mainīts.
admin-begin-short = Jaunā parole ir pārāk īsa. Izvēlieties garāku.
admin-begin-void-title = Šī saite nedarbojas
admin-begin-void = Tā jau izmantota, tās termiņš beidzies vai ir izveidota jaunāka.
admin-begin-void-next = Palūdziet globālajam administratoram jaunu. Serverī kā root to izveido ar:
admin-codes-title = Saglabājiet šos atkopšanas kodus
admin-codes-lede = Bez autentifikatora ar katru no tiem var pierakstīties vienu reizi. Tie redzami tikai šajā lapā.
admin-codes-go = Turpināt uz pārskatu

## Your sessions

admin-sessions-lede = { $count ->
    [zero] Atvērtas { $count } sesiju.
    [one] Atvērta { $count } sesija.
   *[other] Atvērtas { $count } sesijas.
}
admin-sessions-codes = Atlikušie atkopšanas kodi: { $count }
admin-sessions-this = Šī sesija
admin-sessions-from = No adreses
admin-sessions-client = Pārlūks
admin-sessions-opened = Pierakstīšanās
admin-sessions-seen = Pēdējoreiz lietota
admin-sessions-end = Beigt sesiju

## What pages share

admin-reason = Pamatojums
admin-reason-hint = Citi administratori to redz sarakstā un audita žurnālā.
admin-proof-hint = Vēlreiz vajadzīgs kods: iepriekšējais ir pārāk vecs.
admin-proof-wrong = Kods neatbilst vai jau ir izmantots. Nekas netika mainīts.
admin-cancel = Atcelt
admin-back-to-list = Aizvērt un atgriezties sarakstā
admin-search = Meklēt
admin-search-label = Meklēt pēc lietotājvārda
admin-search-hint = Pietiek ar vārda daļu: rob atrod rob@contoso.com.
admin-search-clear = Notīrīt meklēšanu
admin-head-user = Lietotājs
admin-head-why = Iemesls
admin-head-since = Kopš
admin-head-until = Līdz
admin-head-action = Darbība
admin-ago = pirms { $span }
admin-by = Izpildītājs: { $actor }
admin-receipts = Kur tas ir spēkā
admin-receipt-done = Izdarīts:
admin-receipt-failed = Nav spēkā:

## What goes wrong

admin-error-not-found-title = Šajā adresē nekā nav
admin-error-not-found = Konts, iespējams, ir izdzēsts, vai adrese ir uzrakstīta nepareizi. Meklējiet pēc vārda.
admin-error-refused-title = Tas netika izdarīts
admin-error-form = Veidlapa nepieder šai sesijai vai ir pārāk veca. Nekas netika mainīts. Atveriet lapu vēlreiz.
admin-error-trouble-title = Postern to nevarēja izdarīt
admin-error-back = Atpakaļ uz pārskatu

## In the audit log

event-admin-invited = Administrators uzaicināts
event-emergency-link-made = Root izveidojis ārkārtas saiti
event-emergency-link-used = Ārkārtas saite izmantota
event-code-refused = Pareiza parole, nepareizs kods
event-second-factor-set = Otrais faktors iestatīts
event-recovery-code-used = Atkopšanas kods izmantots
event-session-opened = Sesija administrēšanas centrā atvērta
event-session-ended = Sesija administrēšanas centrā beigta
refusal-not-an-admin = Kontam Postern sistēmā nav lomas. Vispirms piešķiriet to. Nekas netika mainīts.
refusal-no-such-session = Šādas sesijas nav vai tā jau ir beigusies. Nekas netika mainīts.
cli-done-invited = Uzaicināts administrēšanas centrā: { $account }. Saite darbojas vienu reizi un paredzēta tikai šai personai. Beidzas: { $until }
cli-done-sessions-ended = Sesijas administrēšanas centrā beigtas: { $account }
cli-no-sessions = Administrēšanas centrā neviens nav pierakstījies.
admin-error-too-large = Veidlapā var būt līdz { $max } kB, bet šajā bija vairāk. Nekas nav mainīts. Atgriezieties un sūtiet mazāk vienā reizē.
