# Koblinger: hvem som spør Postern, hvor det skriver, hva det leser, og hva e-postserverne trenger. See the English file for what each message is for.
admin-nav-connections = Koblinger
connections-lede-ok = Ingenting av det som er konfigurert, har feil.
connections-lede-bad = { $count ->
    [one] { $count } kobling må ses på.
   *[other] { $count } koblinger må ses på.
}
connections-trouble = Det Postern skriver, kommer ikke fram
connections-asks = Grinder: der e-postservere spør Postern
connections-head-gate = Grind
connections-head-listen = Adresse eller fil
connections-head-asked = Siste spørsmål
connections-gate-auth-policy = Dovecot, ved hver pålogging
connections-gate-postfix-policy = Postfix, ved hver mottaker
connections-gate-milter = Postfix, med hver hele melding
connections-gate-mail-log = E-postloggen til Postfix
connections-proxied = { $listen }, bak en proxy
connections-never = Ingen siden starten { $since }
connections-never-told = Ingenting siden starten { $since }
connections-not-set-up = Ikke konfigurert
connections-writes = Hvor Postern skriver
connections-head-place = Sted
connections-head-last = Siste kvittering
connections-head-waiting = Venter
connections-no-receipt = Ingenting måtte skrives i det siste
connections-start-done = Skrevet i sin helhet ved starten { $when }
connections-start-failed = Ikke skrevet ved starten { $when }. Årsak: { $message }
connections-last-done = Før det i kraft: { $when }
connections-reads = Hva Postern leser
connections-places-none = Uten [geo] vises det ikke fra hvilket land en pålogging kom.
connections-log-none = Uten [gates.mail_log] får ikke Postern vite hvordan andre servere tok imot e-posten.
connections-breached = Liste over lekkede passord: { $path }
connections-breached-none = Uten passwords.breached_file avvises bare den innebygde listen over vanlige passord.
connections-addresses = Klientenes adresser
connections-addresses-ok = Ingen feil med dem det siste døgnet.
connections-snippets = For Dovecot og Postfix
connections-snippets-lede = Tekst til å lime inn, med adressene og banene til denne serveren. Trinnene rundt står i docs/operate.
connections-snippet-key = I stedet for change-this-key skal nøkkelen i gates.auth_policy.api_key stå. I stedet for change-this-nonce skal en egen hemmelig tekst stå som aldri endres.
cli-health-asked = { $gate }: siste spørsmål { $when }
cli-health-never-asked = { $gate }: ingen har spurt siden starten
cli-health-point-waits = { $point }: ikke i kraft. Endringer som venter: { $count }. Årsak: { $message }
