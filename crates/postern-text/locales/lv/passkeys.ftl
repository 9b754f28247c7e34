### Passkeys, and what else an admin signs in with

## At the door

passkey-in-button = Pierakstīties ar piekļuves atslēgu
passkey-in-or = Vai ar lietotājvārdu, paroli un kodu
passkey-in-instead = Piekļuves atslēga koda vietā
passkey-ask-title = Uzrādiet piekļuves atslēgu
passkey-ask-lede = Pārlūks lūdz šīs vietnes piekļuves atslēgu. Sekojiet tā norādēm.
passkey-ask-again = Jautāt vēlreiz
passkey-ask-cancelled = Piekļuves atslēga netika uzrādīta, un nekas nav noticis. Jautājiet vēlreiz vai pierakstieties ar paroli un kodu.
passkey-ask-other = Pierakstīties ar paroli un kodu
passkey-script = Piekļuves atslēgām vajadzīgs JavaScript, kas šajā pārlūkā ir izslēgts.
passkey-in-no = Piekļuves atslēga neatbilst, ir pagājušas piecas minūtes vai pierakstīšanās ir slēgta. Mēģiniet vēlreiz vai pierakstieties ar paroli un kodu.
passkey-in-no-after-password = Lietotājvārds, parole vai piekļuves atslēga neatbilst, ir pagājušas piecas minūtes vai pierakstīšanās ir slēgta.

## Before something dangerous

passkey-proof-button = Apstiprināt ar piekļuves atslēgu
passkey-proof-hint = Pēdējais apstiprinājums, ka tas esat jūs, ir pārāk vecs.
passkey-proof-cancelled = Piekļuves atslēga netika uzrādīta, un nekas netika mainīts. Nospiediet pogu vēlreiz vai ievadiet kodu.
passkey-proof-wrong = Piekļuves atslēga neatbilst vai ir pagājušas piecas minūtes. Nekas netika mainīts.
passkey-proof-nothing = Apstipriniet, ka tas esat jūs: kontam { $account } nav, ar ko to izdarīt. Ieejiet ar jaunu saiti un jau pirmajā stundā pievienojiet piekļuves atslēgu. Serverī saiti izveido root ar komandu:

## The admin's own page

factors-nav = Kā jūs pierakstāties
factors-lede = Kas jūs ielaiž administrēšanas centrā un pirms bīstamām darbībām apstiprina, ka tas esat jūs.
factors-none = Šim kontam nav ne piekļuves atslēgas, ne autentifikācijas lietotnes: bez jaunas saites ar to vairs nevarēs pierakstīties. Pievienojiet piekļuves atslēgu tagad. Pēc stundas nekas nevarēs apstiprināt, ka tas esat jūs.
factors-passkeys = Piekļuves atslēgas
factors-passkeys-none = Pagaidām nav. Piekļuves atslēga tālrunī, datorā vai drošības atslēgā pieraksta bez paroles un koda, turklāt tikai šajā vietnē.
factors-passkey = Piekļuves atslēga
factors-added = Pievienota
factors-never = vēl ne
factors-add = Pievienot piekļuves atslēgu
factors-name = Nosaukums
factors-name-hint = pēc kura to pazīsiet, piemēram, “klēpjdators” vai “atslēga saišķī”
factors-make = Izveidot piekļuves atslēgu
factors-make-lede = Pārlūks jautā, kur glabāt piekļuves atslēgu “{ $name }”. Sekojiet tā norādēm.
factors-make-cancelled = Piekļuves atslēga netika izveidota, un nekas netika mainīts. Mēģiniet vēlreiz.
factors-make-known = Šajā ierīcē jūsu piekļuves atslēga šai vietnei jau ir. Nekas netika mainīts.
factors-made = Piekļuves atslēga “{ $name }” ir pievienota. Turpmāk ar to var pierakstīties.
factors-remove = Noņemt
factors-remove-title = Vai noņemt piekļuves atslēgu “{ $name }”?
factors-remove-lede = Ar to vairs neviens nevarēs pierakstīties, un pārējās jūsu sesijas beigsies. Izdzēsiet to arī ierīcē.
factors-removed = Piekļuves atslēga “{ $name }” ir noņemta.
factors-app = Autentifikācijas lietotne
factors-app-yes = iestatīta
factors-app-no = nav iestatīta
factors-codes = Atkopšanas kodi
factors-codes-new = Izveidot jaunus atkopšanas kodus
factors-codes-title = Vai izveidot jaunus atkopšanas kodus?
factors-codes-lede = Iepriekšējie vairs nedarbosies.
factors-count-app = lietotne
factors-count-passkeys = { $count ->
    [zero] { $count } piekļuves atslēgu
    [one] { $count } piekļuves atslēga
   *[other] { $count } piekļuves atslēgas
}

## The invitation

begin-passkey = Iestatīt piekļuves atslēgu
begin-passkey-hint = Vajadzīga arī parole. Lietotne nav vajadzīga.
begin-passkey-name = Pirmā piekļuves atslēga
begin-done-title = Pierakstīšanās ir iestatīta
begin-done = Šī saite šajā pārlūkā jau ir izmantota. Pierakstieties ar to, ko iestatījāt.
begin-done-codes = Ja atkopšanas kodus neredzējāt, izveidojiet jaunus lapā “Kā jūs pierakstāties”.

## What is refused

refusal-no-such-passkey = Kontam tādas piekļuves atslēgas nav. Iespējams, tā jau ir noņemta.
refusal-last-way-in = Citādi jūs pierakstīties nevarat. Vispirms pievienojiet citu piekļuves atslēgu, tad noņemiet šo. Nekas netika mainīts.
refusal-passkey-name = Piekļuves atslēgai vajadzīgs nosaukums bez vadības rakstzīmēm. Nekas netika mainīts. Limits baitos: { $limit }
refusal-too-many-passkeys = Piekļuves atslēgu jau ir tik, cik atļauts. Vispirms noņemiet kādu no tām. Limits: { $limit }
refusal-no-passkeys-here = Pārlūki šai vietnei piekļuves atslēgas neglabā, jo tās adresē nav resursdatora vārda. Ierakstiet to public_url vērtībā sadaļā [web] un restartējiet serveri.
refusal-passkey-not-made = Piekļuves atslēga netika pievienota: pārlūka atbilde neatbilst vai ir pagājušas piecas minūtes. Mēģiniet vēlreiz.

## In the audit log

event-passkey-added = Piekļuves atslēga pievienota
event-passkey-removed = Piekļuves atslēga noņemta
event-passkey-refused = Piekļuves atslēga noraidīta
event-recovery-codes-set = Izveidoti jauni atkopšanas kodi
event-session-proved = Identitāte apstiprināta
audit-proof = Ar ko
audit-proof-link = saite
audit-proof-code = autentifikācijas lietotnes kods
audit-proof-recovery = atkopšanas kods
audit-proof-passkey = piekļuves atslēga

## The command line

cli-factors-none = Kontam { $account } nav, ar ko pierakstīties administrēšanas centrā.
cli-factors-app = Autentifikācijas lietotne: { $state }
cli-done-passkey-removed = Piekļuves atslēga noņemta: { $account }
