# De åpne øktene til én konto, på e-postserveren og i administrasjonssenteret.

point-mail-sessions = E-postserverens økter
receipt-sessions = { $count ->
    [one] { $point }: { $count } avsluttet, etter { $latency }
   *[other] { $point }: { $count } avsluttet, etter { $latency }
}
event-sessions-ended = Økter avsluttet
refusal-sessions-out-of-reach = E-postserverens økter er ikke tilkoblet: konfigurasjonen mangler avsnittet [doveadm]. Ingenting er endret.
config-no-doveadm = Uten [doveadm] fortsetter en åpen økt når pålogging blokkeres eller et passord endres.
sessions-not-connected = E-postserverens økter er ikke tilkoblet: konfigurasjonen mangler avsnittet [doveadm].
sessions-unreadable = E-postserverens økter kan ikke leses. Årsak: { $cause }
sessions-none = Ingen økter er åpne.
sessions-without-sending = Sendeøkter vises ikke, fordi Postfix ikke kan spørres. Når pålogging blokkeres, avsluttes de ved neste mottaker.
sessions-connections = Tilkoblinger
sessions-admin-centre = Administrasjonssenteret
sessions-ended = Åpne økter avsluttet: { $account }
sessions-underway = Bestemt for { $account }. E-postserveren har ikke svart ennå.
sessions-failed = Det er bestemt, men har ikke latt seg gjennomføre ennå: { $cause }
sessions-note = Den som kan passordet, kan logge på igjen. Vil du stenge noen ute, blokker påloggingen eller angi et nytt passord: det avslutter også øktene.
sessions-which = Hvilke økter
sessions-all = Alle økter
sessions-from = Bare de fra { $source }
sessions-status-effects = En blokkering avslutter åpne økter i e-postklienter og gjelder ved neste pålogging, også mens Postern er stoppet.
