# Ett kontos öppna sessioner, på e-postservern och i administrationscentret.

point-mail-sessions = E-postserverns sessioner
receipt-sessions = { $count ->
    [one] { $point }: { $count } avslutad, efter { $latency }
   *[other] { $point }: { $count } avslutade, efter { $latency }
}
event-sessions-ended = Sessioner avslutade
refusal-sessions-out-of-reach = E-postserverns sessioner är inte anslutna: avsnittet [doveadm] saknas i konfigurationen. Ingenting har ändrats.
config-no-doveadm = Utan [doveadm] fortsätter en öppen session när inloggningen blockeras eller ett lösenord byts.
sessions-not-connected = E-postserverns sessioner är inte anslutna: avsnittet [doveadm] saknas i konfigurationen.
sessions-unreadable = E-postserverns sessioner kan inte läsas. Orsak: { $cause }
sessions-none = Inga sessioner är öppna.
sessions-without-sending = Sändningssessioner visas inte, eftersom Postfix inte kan tillfrågas. När inloggningen blockeras avslutas de vid nästa mottagare.
sessions-connections = Anslutningar
sessions-admin-centre = Administrationscentret
sessions-ended = Öppna sessioner avslutade: { $account }
sessions-underway = Beslutat för { $account }. E-postservern har inte svarat än.
sessions-failed = Beslutet är fattat men har inte kunnat genomföras än: { $cause }
sessions-note = Den som kan lösenordet kan logga in igen. Vill du stänga ute någon, blockera inloggningen eller ange ett nytt lösenord: det avslutar också sessionerna.
sessions-which = Vilka sessioner
sessions-all = Alla sessioner
sessions-from = Bara de från { $source }
sessions-status-effects = En blockering avslutar öppna sessioner i e-postklienter och gäller vid nästa inloggning, även medan Postern står stilla.
