# Kopplingar: vem som frågar Postern, var det skriver, vad det läser och vad e-postservrarna behöver. See the English file for what each message is for.
admin-nav-connections = Kopplingar
connections-lede-ok = Inget av det som är inställt har fel.
connections-lede-bad = { $count ->
    [one] { $count } koppling behöver ses över.
   *[other] { $count } kopplingar behöver ses över.
}
connections-trouble = Det som Postern skriver kommer inte fram
connections-asks = Grindar: där e-postservrar frågar Postern
connections-head-gate = Grind
connections-head-listen = Adress eller fil
connections-head-asked = Senaste frågan
connections-gate-auth-policy = Dovecot, vid varje inloggning
connections-gate-postfix-policy = Postfix, vid varje mottagare
connections-gate-milter = Postfix, med varje helt meddelande
connections-gate-mail-log = Postfix e-postlogg
connections-proxied = { $listen }, bakom en proxy
connections-never = Ingen sedan starten { $since }
connections-never-told = Ingenting sedan starten { $since }
connections-not-set-up = Inte inställt
connections-writes = Dit Postern skriver
connections-head-place = Plats
connections-head-last = Senaste kvittens
connections-head-waiting = Väntar
connections-no-receipt = På sistone behövde inget skrivas
connections-start-done = Skrevs i sin helhet vid starten { $when }
connections-start-failed = Skrevs inte vid starten { $when }. Orsak: { $message }
connections-last-done = Dessförinnan i kraft: { $when }
connections-reads = Vad Postern läser
connections-places-none = Utan [geo] syns det inte från vilket land en inloggning kom.
connections-log-none = Utan [gates.mail_log] får Postern inte veta hur andra servrar tog emot e-posten.
connections-breached = Lista med läckta lösenord: { $path }
connections-breached-none = Utan passwords.breached_file nekas bara den inbyggda listan med vanliga lösenord.
connections-addresses = Klienternas adresser
connections-addresses-ok = Inget fel på dem under det senaste dygnet.
connections-snippets = För Dovecot och Postfix
connections-snippets-lede = Text att klistra in, med den här serverns adresser och sökvägar. Stegen runt omkring står i docs/operate.
connections-snippet-key = I stället för change-this-key ska nyckeln i gates.auth_policy.api_key stå. I stället för change-this-nonce ska en egen hemlig text stå som aldrig ändras.
cli-health-asked = { $gate }: senaste frågan { $when }
cli-health-never-asked = { $gate }: ingen har frågat sedan starten
cli-health-point-waits = { $point }: inte i kraft. Ändringar som väntar: { $count }. Orsak: { $message }
