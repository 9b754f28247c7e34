# Översikten: vad som behöver en människa, fyra tal, det senaste dygnet. See the English file for what each message is for.
overview-needs = { $count ->
    [0] Ingenting behöver dig
    [one] { $count } sak behöver dig
   *[other] { $count } saker behöver dig
}
overview-quiet = Inget konto är blockerat av en regel, inget är stängt tills vidare och allt är sparat.
overview-look = Titta och bestäm
overview-more = { $count ->
    [one] { $count } konto till är begränsat.
   *[other] { $count } konton till är begränsade.
}
overview-spray = Många konton prövas samtidigt
overview-spray-more = Konton med fel lösenord från en obekant källa den senaste timmen: { $count }. Tills det är över låses inloggning från obekanta källor tidigare.
overview-guard = Regler vill blockera mycket många konton
overview-guard-more = Blockeringar som väntar på ditt beslut: { $count }
overview-observed = Sändning övervakas bara
overview-observed-more = Till { $until } blockerar och bromsar reglerna ingen; de säger vad de skulle ha gjort.
overview-behind = Ändringar från regler är inte sparade än
overview-behind-more = De gäller, och en krasch skulle förlora dem: { $count }. Serverns logg visar varför.
overview-unsaved = Ingenting kan sparas
overview-unsaved-more = Sedan { $since }. Det som personer beslutar nekas tills det fungerar igen. Disken kan vara full; serverns logg visar varför.
overview-addresses = E-postservern skickar inga användbara klientadresser
overview-numbers = Webbplatsen nu
overview-locked = låsta eller blockerade från inloggning
overview-restricted = som inte kan skicka
overview-recipients = mottagare den senaste timmen
overview-failures = misslyckade inloggningar den senaste timmen
overview-refused = nekade av ett lås eller en blockering: { $count }
overview-lately = Vad som har hänt nyligen
overview-nothing-lately = Det finns ingenting i granskningsloggen än.
overview-memory = I minnet: { $names } namn, { $restrictions } gällande begränsningar
