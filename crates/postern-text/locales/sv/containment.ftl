# Isolera: allt stängs för ett konto som någon annan har tagit sig in i. $count är ett antal applösenord, sessioner eller meddelanden.

reason-contained = Isolerat eftersom någon annan har tagit sig in. Motivering: { $note }
state-password-void = Lösenordet för { $account } öppnar ingenting förrän det har återställts.
sign-in-refused-password-void = Lösenordet var rätt, men det öppnar ingenting sedan kontot isolerades.
contain-title = Isolera { $account }
contain-action = Isolera
contain-lede = För ett konto som någon annan har tagit sig in i. Allt det här görs på en gång:
contain-sending = Sändningen blockeras tills någon häver blockeringen. E-post kommer fortfarande fram.
contain-sending-already = Sändningen är redan blockerad.
contain-sign-in = Inloggningen blockeras för alla protokoll tills någon tillåter den.
contain-sign-in-already = Inloggningen är redan blockerad.
contain-password = Lösenordet öppnar ingenting längre, inte heller när inloggning har tillåtits, förrän det har återställts.
contain-password-already = Lösenordet öppnar redan ingenting.
contain-password-elsewhere = Lösenordet finns utanför Postern. Byt det där innan du tillåter inloggning igen.
contain-app-passwords = { $count ->
    [one] { $count } applösenord återkallas. Det kan inte ångras.
   *[other] { $count } applösenord återkallas. Det kan inte ångras.
}
contain-app-passwords-none = Det finns inga applösenord.
contain-sessions = { $count ->
    [one] { $count } öppen session avslutas. Det kan inte ångras.
   *[other] { $count } öppna sessioner avslutas. Det kan inte ångras.
}
contain-sessions-uncounted = Öppna sessioner avslutas. Hur många går inte att säga nu. Det kan inte ångras.
contain-sessions-own = Sessioner på Posterns egna sidor avslutas. Postern når inte dem på e-postservern: avsnittet [doveadm] saknas i konfigurationen.
contain-queue = { $count ->
    [one] { $count } meddelande i kön hålls kvar tills någon släpper fram eller raderar det.
   *[other] { $count } meddelanden i kön hålls kvar tills någon släpper fram eller raderar dem.
}
contain-queue-uncounted = E-post i kön hålls kvar tills någon släpper fram eller raderar den. Hur mycket går inte att säga nu.
contain-queue-away = E-post i kön går ut: avsnittet [mail_queue] saknas i konfigurationen.
contain-done = { $account } är isolerat
contain-after = Allt svarade inom { $latency }.
contain-next = Härnäst: återställ lösenordet, titta på e-postreglerna, besluta om kvarhållen e-post, tillåt sedan inloggning och häv blockeringen av sändning.
