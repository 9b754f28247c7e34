# Pasta servera rinda: viena konta ziņojumi, kas ir pieņemti, bet vēl nav piegādāti.

point-mail-queue = Pasta rinda
receipt-queue = { $count ->
    [zero] { $point }: { $count } ziņojumu, pēc { $latency }
    [one] { $point }: { $count } ziņojums, pēc { $latency }
   *[other] { $point }: { $count } ziņojumi, pēc { $latency }
}
event-mail-held = Ziņojumi rindā aizturēti
event-mail-released = Aizturētie ziņojumi nosūtīti
event-mail-deleted = Ziņojumi rindā dzēsti
queue-state-held = Aizturēts
queue-state-active = Tiek piegādāts
queue-state-deferred = Gaida nākamo mēģinājumu
queue-state-incoming = Tikko saņemts

refusal-nothing-queued-hold = Rindā nav neviena šī konta ziņojuma, kas vēl nebūtu aizturēts. Nekas nav mainīts.
refusal-nothing-queued-release = Rindā nav neviena aizturēta šī konta ziņojuma. Nekas nav mainīts.
refusal-nothing-queued-delete = Rindā nav neviena šī konta ziņojuma. Nekas nav mainīts.
refusal-not-in-queue = Šim kontam rindā nav ziņojuma { $id }. Tas rindu ir atstājis vai pieder kādam citam. Nekas nav mainīts.
cli-error-queue-not-configured = Pasta rinda nav pievienota: konfigurācijā nav sadaļas [mail_queue]. Nekas nav mainīts.
cli-error-queue-unreadable = Pasta rindu nevar nolasīt, un nekas nav mainīts. Iemesls: { $cause }
cli-config-no-queue = Bez [mail_queue] ierobežota konta ziņojumi, kas ir rindā, tiek nosūtīti.

cli-head-delay = Pēdējais mēģinājums
cli-head-recipients = Adresāti
cli-head-sender = Sūtītājs
cli-head-size = Baiti
cli-queue-no-sender = bez sūtītāja
cli-queue-empty = Rindā nav neviena konta { $account } ziņojuma.
cli-queue-counts = Konta { $account } ziņojumi rindā: { $count }. Aizturēti: { $held }
cli-queue-more = Vēl ziņojumi, kas nav parādīti: { $count }
cli-queue-let-go = Lai nosūtītu aizturētos ziņojumus: { $command }
cli-queue-remove = Lai tos dzēstu: { $command }
cli-queue-ask = Šo darbību nevar atsaukt, un neviens par to netiek informēts. Lai dzēstu iepriekš uzskaitītos ziņojumus ({ $count }), ierakstiet konta adresi: { $account }
cli-queue-held = Konta { $account } ziņojumi rindā ir aizturēti, līdz kāds tos nosūtīs vai dzēsīs
cli-queue-released = Aizturētie konta { $account } ziņojumi ir ceļā
cli-queue-deleted = Konta { $account } ziņojumi rindā ir dzēsti. Neviens nav saņēmis paziņojumu par nepiegādi.
cli-queue-underway = Lēmums par kontu { $account } ir pieņemts. Rinda vēl nav atbildējusi; atbilde būs redzama ar postern why.
cli-queue-failed = Lēmums ir pieņemts, bet to neizdevās izpildīt: { $cause }

cli-sending-refused-since = Noraidītie sūtīšanas mēģinājumi kopš { $since }: { $count }
cli-sending-last = Pēdējie pieņemtie ziņojumi
cli-releases-lately = Šim kontam pēdējo 30 dienu laikā noņemtie sūtīšanas ierobežojumi: { $count }. Ja tas turpinās, pirms nākamā noņemšanas noskaidrojiet cēloni.

## The queue as pages

queue-hold = Aizturēt
queue-release = Nosūtīt
queue-delete = Dzēst
queue-all = Visi ziņojumi rindā
queue-select = Atlasīt ziņojumu { $id }
queue-ask-hold = { $count ->
    [zero] Vai aizturēt { $count } ziņojumu?
    [one] Vai aizturēt { $count } ziņojumu?
   *[other] Vai aizturēt { $count } ziņojumus?
}
queue-ask-release = { $count ->
    [zero] Vai nosūtīt { $count } ziņojumu?
    [one] Vai nosūtīt { $count } ziņojumu?
   *[other] Vai nosūtīt { $count } ziņojumus?
}
queue-ask-delete = { $count ->
    [zero] Vai neatgriezeniski dzēst { $count } ziņojumu?
    [one] Vai neatgriezeniski dzēst { $count } ziņojumu?
   *[other] Vai neatgriezeniski dzēst { $count } ziņojumus?
}
queue-yes-hold = Jā, aizturēt
queue-yes-release = Jā, nosūtīt
queue-yes-delete = Jā, neatgriezeniski dzēst
queue-note-hold = Aizturētie ziņojumi paliek rindā, līdz kāds tos nosūta vai dzēš.
queue-note-release = Nosūtītie ziņojumi tiek piegādāti. Sūtīšanas ierobežojums paliek nemainīts.
queue-note-delete = Šo darbību nevar atsaukt, un neviens par to netiek informēts: ne sūtītājs, ne adresāti.
queue-typed = Lai dzēstu, ierakstiet konta adresi: { $account }
queue-typed-wrong = Tā nav konta adrese. Nekas nav dzēsts.
queue-none-chosen = Neviens ziņojums nav atlasīts. Atgriezieties pie saraksta un atlasiet.
queue-too-many = Lielākais atlasāmo ziņojumu skaits: { $max }. Nekas nav mainīts. Atlasiet mazāk vai visus.
queue-nothing-left = Neviens no šiem ziņojumiem rindā vairs nav tādā stāvoklī, ko šī darbība mainītu.
queue-underway = Lēmums par kontu { $account } ir pieņemts. Rinda vēl nav atbildējusi. Atveriet rindu vēlreiz, lai redzētu iznākumu.
queue-decide = Aizturēt, nosūtīt vai dzēst ziņojumus rindā
