# Sidorna om de två dörrarna: begränsade användare, lås och inloggningsstatus. See the English file for what each message is for.

## Restricted users

restricted-lede = { $count ->
    [0] Alla kan skicka. Inget konto är blockerat för sändning.
    [one] { $count } konto kan inte skicka. Det tar fortfarande emot.
   *[other] { $count } konton kan inte skicka. Alla tar fortfarande emot.
}
restricted-found = { $count ->
    [0] Inget begränsat konto matchar ”{ $text }”.
    [one] { $count } begränsat konto matchar ”{ $text }”.
   *[other] { $count } begränsade konton matchar ”{ $text }”.
}
restricted-stopped = Stoppade
restricted-unblock = Häv blockeringen
restricted-of = konto { $account }
restricted-last = Senast hävd: { $account }, { $when }.

## Unblock

unblock-title = Häva sändningsblockeringen för kontot { $account }?
unblock-lede = Ingenting ändras innan du väljer Ja.
unblock-why = Varför sändningen blockerades
unblock-evidence = Vad som har setts
unblock-checks = { $count ->
    [one] Är det säkert? { $passed } av { $count } kontroll godkänd
   *[other] Är det säkert? { $passed } av { $count } kontroller godkända
}
unblock-check-password-yes = Lösenordet har bytts efter blockeringen
unblock-check-password-no = Lösenordet är detsamma som före blockeringen
unblock-check-password-elsewhere = Ett annat system har lösenordet: kontrollera där att det har bytts
unblock-check-queue-yes = Ingenting från kontot ligger i e-postkön
unblock-check-queue-no = Meddelanden från kontot ligger kvar i e-postkön: { $count }
unblock-check-queue-unread = E-postkön kunde inte läsas
unblock-check-suspicion-yes = Misstankepoängen ligger under larmgränsen
unblock-check-suspicion-no = Misstankepoängen är fortfarande hög: { $score } av 100
unblock-check-sessions-yes = Ingen session är öppen sedan före blockeringen
unblock-check-sessions-no = Sessioner som var öppna före blockeringen är fortfarande öppna: { $count }
unblock-check-sessions-unread = Öppna sessioner kunde inte läsas
unblock-check-rules-yes = Ingen regel vidarebefordrar e-post ut ur organisationen
unblock-check-rules-no = Regler som vidarebefordrar e-post ut ur organisationen: { $count }
unblock-check-rules-unread = Regler och vidarebefordring kunde inte läsas
unblock-check-ways-back-yes = Ägaren kan komma in igen utan hjälp
unblock-check-ways-back-no = Ägaren kan inte komma in igen utan hjälp: ingen alternativ adress och ingen reservkod gäller
unblock-check-passed = Godkänd:
unblock-check-failed = Inte godkänd:
unblock-check-open = Att kontrollera själv:
unblock-despite = Alla kontroller är inte godkända. Du kan ändå fortsätta; då ska motiveringen säga varför.
unblock-releases = { $count ->
    [one] Blockeringar av kontot som personer har hävt de senaste 30 dagarna: { $count }
   *[other] Blockeringar av kontot som personer har hävt de senaste 30 dagarna: { $count }
}
unblock-yes = Ja, häv blockeringen
unblock-not = Sändningen är inte blockerad för kontot { $account }. Det finns inget att häva.
unblock-done = Kontot { $account } kan skicka igen.
unblock-probe = Sändningsgrinden har tillfrågats och godtar kontots e-post. Bekräftat kl. { $clock }
unblock-probe-no = Sändningsgrinden har tillfrågats och nekar fortfarande kontot.
first-shown = { $count ->
    [one] Den första { $count } visas. Sök för att hitta andra.
   *[other] De första { $count } visas. Sök för att hitta andra.
}

## Sign-in locks

locks-lede = { $count ->
    [0] Inget konto är låst eller blockerat.
    [one] { $count } konto är låst eller blockerat för inloggning.
   *[other] { $count } konton är låsta eller blockerade för inloggning.
}
locks-found = { $count ->
    [0] Inget låst eller blockerat konto matchar ”{ $text }”.
    [one] { $count } låst eller blockerat konto matchar ”{ $text }”.
   *[other] { $count } låsta eller blockerade konton matchar ”{ $text }”.
}
locks-unlock = Lås upp
locks-allow = Tillåt inloggning
locks-sources = Spärrade källor
locks-sources-none = Ingen källa är spärrad.
locks-source = Källa
unlock-title = Låsa upp inloggningen för kontot { $account }?
unlock-lede = Lösenordet förblir oförändrat. Den som gissar får också nya försök.
unlock-yes = Ja, lås upp
unlock-not = Inloggningen är inte låst för kontot { $account }. Det finns inget att låsa upp.
unlock-done = Inloggningen är upplåst för kontot { $account }.

## Edit sign-in status

status-title = Redigera inloggningsstatus
status-of = Konto { $account }
status-now = Nu
status-allowed = Inloggning tillåten
status-blocked = Inloggning blockerad tills någon tillåter den
status-blocked-until = Inloggning blockerad till ett datum
status-legend = Från och med nu
status-date = Till
status-date-wrong = Välj en dag och en tid som ligger framåt.
status-date-unused = Du angav ett datum. Välj om inloggningen ska vara blockerad till dess.
status-also = Det här förblir oförändrat:
status-effects = En blockering avslutar inga öppna sessioner i e-postklienter. Den gäller vid nästa inloggning, även medan Postern står stilla.
status-save = Spara
status-done-allowed = Inloggningen är tillåten för kontot { $account }.
unblock-ended-by = Den senaste blockeringen hävdes { $when }, av { $actor }.
