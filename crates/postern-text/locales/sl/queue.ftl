# Čakalna vrsta poštnega strežnika: pošta enega računa, ki je sprejeta in še ni dostavljena.

point-mail-queue = Čakalna vrsta pošte
receipt-queue = { $count ->
    [one] { $point }: { $count } sporočilo, po { $latency }
    [two] { $point }: { $count } sporočili, po { $latency }
    [few] { $point }: { $count } sporočila, po { $latency }
   *[other] { $point }: { $count } sporočil, po { $latency }
}
event-mail-held = Sporočila v čakalni vrsti zadržana
event-mail-released = Zadržana sporočila poslana
event-mail-deleted = Sporočila v čakalni vrsti izbrisana
queue-state-held = Zadržano
queue-state-active = V dostavi
queue-state-deferred = Čaka na naslednji poskus
queue-state-incoming = Pravkar prispelo

refusal-nothing-queued-hold = V čakalni vrsti ni sporočil tega računa, ki ne bi bila že zadržana. Nič ni spremenjeno.
refusal-nothing-queued-release = V čakalni vrsti ni zadržanih sporočil tega računa. Nič ni spremenjeno.
refusal-nothing-queued-delete = V čakalni vrsti ni sporočil tega računa. Nič ni spremenjeno.
refusal-not-in-queue = Ta račun v čakalni vrsti nima sporočila { $id }. Sporočilo je vrsto zapustilo ali pripada nekomu drugemu. Nič ni spremenjeno.
cli-error-queue-not-configured = Čakalna vrsta pošte ni povezana: v konfiguraciji ni razdelka [mail_queue]. Nič ni spremenjeno.
cli-error-queue-unreadable = Čakalne vrste pošte ni mogoče prebrati in nič ni spremenjeno. Vzrok: { $cause }
cli-config-no-queue = Brez [mail_queue] se sporočila omejenega računa, ki so že v čakalni vrsti, pošljejo.

cli-head-delay = Zadnji poskus
cli-head-recipients = Prejemniki
cli-head-sender = Pošiljatelj
cli-head-size = Bajti
cli-queue-no-sender = brez pošiljatelja
cli-queue-empty = V čakalni vrsti ni sporočil računa { $account }.
cli-queue-counts = Sporočila računa { $account } v čakalni vrsti: { $count }. Zadržana: { $held }
cli-queue-more = Sporočila, ki niso prikazana: { $count }
cli-queue-let-go = Za pošiljanje zadržanih sporočil: { $command }
cli-queue-remove = Za izbris: { $command }
cli-queue-ask = Tega ni mogoče razveljaviti in nihče ni obveščen. Za izbris zgoraj naštetih sporočil ({ $count }) vnesite naslov računa: { $account }
cli-queue-held = Sporočila računa { $account } v čakalni vrsti so zadržana, dokler jih nekdo ne pošlje ali izbriše
cli-queue-released = Zadržana sporočila računa { $account } so na poti
cli-queue-deleted = Sporočila računa { $account } v čakalni vrsti so izbrisana. Nihče ni dobil obvestila o nedostavi.
cli-queue-underway = Odločitev za račun { $account } je sprejeta. Čakalna vrsta še ni odgovorila; odgovor bo prikazan pod postern why.
cli-queue-failed = Odločitev je sprejeta, vendar je ni bilo mogoče izvesti: { $cause }

cli-sending-refused-since = Zavrnjeni poskusi pošiljanja od { $since }: { $count }
cli-sending-last = Zadnja sprejeta sporočila
cli-releases-lately = Omejitve pošiljanja, ki so jih ljudje v zadnjih 30 dneh odstranili za ta račun: { $count }. Če se to nadaljuje, pred naslednjo odstranitvijo poiščite vzrok.

## The queue as pages

queue-hold = Zadrži
queue-release = Pošlji
queue-delete = Izbriši
queue-all = Vsa sporočila v čakalni vrsti
queue-select = Izberi sporočilo { $id }
queue-ask-hold = { $count ->
    [one] Zadržati { $count } sporočilo?
    [two] Zadržati { $count } sporočili?
    [few] Zadržati { $count } sporočila?
   *[other] Zadržati { $count } sporočil?
}
queue-ask-release = { $count ->
    [one] Poslati { $count } sporočilo?
    [two] Poslati { $count } sporočili?
    [few] Poslati { $count } sporočila?
   *[other] Poslati { $count } sporočil?
}
queue-ask-delete = { $count ->
    [one] Dokončno izbrisati { $count } sporočilo?
    [two] Dokončno izbrisati { $count } sporočili?
    [few] Dokončno izbrisati { $count } sporočila?
   *[other] Dokončno izbrisati { $count } sporočil?
}
queue-yes-hold = Da, zadrži
queue-yes-release = Da, pošlji
queue-yes-delete = Da, dokončno izbriši
queue-note-hold = Zadržana sporočila ostanejo v čakalni vrsti, dokler jih nekdo ne pošlje ali izbriše.
queue-note-release = Poslana sporočila se dostavijo. Omejitev pošiljanja ostane nespremenjena.
queue-note-delete = Tega ni mogoče razveljaviti in nihče ni obveščen: ne pošiljatelj ne prejemniki.
queue-typed = Za izbris vnesite naslov računa: { $account }
queue-typed-wrong = To ni naslov računa. Nič ni izbrisano.
queue-none-chosen = Nobeno sporočilo ni izbrano. Vrnite se na seznam in jih izberite.
queue-too-many = Največje število izbranih sporočil: { $max }. Nič ni spremenjeno. Izberite jih manj ali vsa.
queue-nothing-left = Nobeno od teh sporočil ni več v čakalni vrsti tako, da bi to kaj spremenilo.
queue-underway = Odločitev za račun { $account } je sprejeta. Čakalna vrsta še ni odgovorila. Znova jo odprite, da vidite izid.
queue-decide = Zadrži, pošlji ali izbriši sporočila v čakalni vrsti
