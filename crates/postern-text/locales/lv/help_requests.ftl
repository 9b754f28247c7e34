# Requests for help: an owner who gets no further by himself asks the help desk. Portal pages are read by somebody who cannot work.

## The portal

help-ask-title = Jautāt palīdzības dienestam
help-ask-lede = Palīdzības dienests uzzinās, ka jums vajag palīdzību ar šo kontu. Nekas cits ar to nenotiks. Dienests pārbaudīs, kas jūs esat.
help-ask-message = Kā ar jums var sazināties?
help-ask-message-hint = Piemēram, tālruņa numurs un laiks, kad esat sasniedzams. Nekad nerakstiet šeit paroli.
help-ask-button = Lūgt palīdzību
help-ask-asked = Ja šāds konts ir, palīdzības dienests ir informēts. Atkārtots lūgums neko nemaina, kamēr dienests nav atbildējis.
help-ask-told = Palīdzības dienests ir informēts.
help-ask-already = Par to jūs jau jautājāt. Palīdzības dienests jautājumu ir saņēmis, bet vēl nav atbildējis.
help-ask-topic = Par ko ir lūgums?
# The heading over the site's own contact details.
help-contact = Jūsu palīdzības dienests

## What it is about

help-topic-sign-in = Nevar pierakstīties
help-topic-sending = Nevar sūtīt e-pastu
help-topic-suspicious = Kaut kas izskatās aizdomīgi

## For admins

help-requests-title = Palīdzības lūgumi
help-requests-lede = Šeit jautā īpašnieki, kuri paši netiek tālāk. Lūgums neko neatver. Pirms kaut ko maināt, pārbaudiet, kas jautā.
help-requests-none = Neviens negaida atbildi.
help-requests-asks = { $account } lūdz palīdzību
help-requests-proved = Ir apliecinājis, ka ir īpašnieks
help-requests-unproved = Nav apliecinājis, ka ir īpašnieks: jautāt var ikviens, kas zina adresi
help-requests-open = Gaida atbildi
help-requests-answered = Atbildēts { $when }, izpildītājs: { $actor }. { $note }
help-requests-answer = Atzīmēt kā atbildētu
help-requests-answer-lede = Zemāk ierakstiet, ko izdarījāt. Postern īpašniekam to nepaziņo.
help-requests-done = Lūgums ir atzīmēts kā atbildēts.
help-requests-head-request = Lūgums
help-requests-head-asked = Saņemts
help-requests-head-account = Konts
help-requests-head-topic = Par ko
help-requests-head-who = Kas
help-requests-head-from = No kurienes
help-requests-head-message = Ziņojums

refusal-help-no-such-request = Par šo kontu nav šāda palīdzības lūguma. Tas var būt vecs: atbildētos lūgumus glabā 30 dienas. Nekas netika mainīts.
refusal-help-already-answered = Kāds uz šo lūgumu jau ir atbildējis. Nekas netika mainīts.

event-help-asked = Lūgta palīdzība
event-help-answered = Atbildēts uz palīdzības lūgumu
actor-visitor = kāds, kas nav pierakstījies

## Mail to the help desk

mail-help-subject = { $account } lūdz palīdzību
mail-help-first-line = Saņemts palīdzības lūgums ({ $when }). Tas neko neatver.
mail-help-topic = Par ko: { $topic }
mail-help-source = No: { $source }
mail-help-message = Ziņojums: { $message }
mail-help-step-check = 1. Pārbaudiet, kas jautā, jau zināmā veidā, nevis atbildot uz šo ziņojumu.
mail-help-step-look = 2. Skatiet, kāds ir konta stāvoklis un kāpēc:
mail-help-step-answer = 3. Kad viss ir izdarīts, atzīmējiet lūgumu kā atbildētu:
