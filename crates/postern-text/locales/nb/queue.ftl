# E-posttjenerens kø: e-post fra én konto som er mottatt og ennå ikke levert.

point-mail-queue = E-postkøen
receipt-queue = { $count ->
    [one] { $point }: { $count } melding, etter { $latency }
   *[other] { $point }: { $count } meldinger, etter { $latency }
}
event-mail-held = E-post holdt tilbake i køen
event-mail-released = Tilbakeholdt e-post frigitt
event-mail-deleted = E-post slettet fra køen
queue-state-held = Tilbakeholdt
queue-state-active = Under levering
queue-state-deferred = Venter på neste forsøk
queue-state-incoming = Nettopp mottatt

refusal-nothing-queued-hold = Køen har ingen e-post fra kontoen som ikke allerede holdes tilbake. Ingenting er endret.
refusal-nothing-queued-release = Ingen e-post fra kontoen holdes tilbake i køen. Ingenting er endret.
refusal-nothing-queued-delete = Køen har ingen e-post fra kontoen. Ingenting er endret.
refusal-not-in-queue = Kontoen har ingen melding { $id } i køen. Den har forlatt køen eller tilhører noen andre. Ingenting er endret.
cli-error-queue-not-configured = E-postkøen er ikke tilkoblet: konfigurasjonen mangler avsnittet [mail_queue]. Ingenting er endret.
cli-error-queue-unreadable = E-postkøen kan ikke leses, og ingenting er endret. Årsak: { $cause }
cli-config-no-queue = Uten [mail_queue] går e-post i kø fra en blokkert konto ut.

cli-head-delay = Siste forsøk
cli-head-recipients = Mottakere
cli-head-sender = Avsender
cli-head-size = Byte
cli-queue-no-sender = ingen avsender
cli-queue-empty = Køen har ingen e-post fra { $account }.
cli-queue-counts = Meldinger fra { $account } i køen: { $count }. Tilbakeholdte: { $held }
cli-queue-more = Flere meldinger enn de som vises: { $count }
cli-queue-let-go = Slik frigir du tilbakeholdt e-post: { $command }
cli-queue-remove = Slik sletter du den: { $command }
cli-queue-ask = Dette kan ikke angres, og ingen får beskjed. Skriv adressen til kontoen for å slette meldingene ovenfor ({ $count }): { $account }
cli-queue-held = E-post i køen fra { $account } holdes tilbake til noen frigir eller sletter den
cli-queue-released = Tilbakeholdt e-post fra { $account } er på vei
cli-queue-deleted = E-post i køen fra { $account } er slettet. Ingen har fått returmelding.
cli-queue-underway = Besluttet for { $account }. Køen har ikke svart ennå; svaret kommer til å stå under postern why.
cli-queue-failed = Det ble besluttet, men lot seg ikke utføre: { $cause }

cli-sending-refused-since = Avviste sendeforsøk siden { $since }: { $count }
cli-sending-last = De siste meldingene som slapp igjennom
cli-releases-lately = Blokkeringer av sending som noen har fjernet for kontoen de siste 30 dagene: { $count }. Hvis det fortsetter, finn årsaken før du fjerner den neste.

## The queue as pages

queue-hold = Hold tilbake
queue-release = Frigi
queue-delete = Slett
queue-all = Alle meldinger i køen
queue-select = Velg meldingen { $id }
queue-ask-hold = { $count ->
    [one] Holde tilbake { $count } melding?
   *[other] Holde tilbake { $count } meldinger?
}
queue-ask-release = { $count ->
    [one] Frigi { $count } melding?
   *[other] Frigi { $count } meldinger?
}
queue-ask-delete = { $count ->
    [one] Slette { $count } melding for godt?
   *[other] Slette { $count } meldinger for godt?
}
queue-yes-hold = Ja, hold tilbake
queue-yes-release = Ja, frigi
queue-yes-delete = Ja, slett for godt
queue-note-hold = Tilbakeholdt e-post blir liggende i køen til noen frigir eller sletter den.
queue-note-release = Frigitt e-post leveres. En blokkering av sending forblir som den er.
queue-note-delete = Dette kan ikke angres, og ingen får beskjed: verken avsenderen eller mottakerne.
queue-typed = Skriv adressen til kontoen for å slette: { $account }
queue-typed-wrong = Dette er ikke adressen til kontoen. Ingenting er slettet.
queue-none-chosen = Ingen melding er valgt. Gå tilbake til listen og velg noen.
queue-too-many = Høyst { $max } meldinger kan velges. Ingenting er endret. Velg færre, eller alle.
queue-nothing-left = Ingen av meldingene ligger lenger i køen slik at dette ville endre noe.
queue-underway = Besluttet for { $account }. Køen har ikke svart ennå. Åpne køen på nytt for å se hva som skjedde.
queue-decide = Hold tilbake, frigi eller slett e-post i køen
