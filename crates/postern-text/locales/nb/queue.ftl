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
