# Isoler: alt stenges for en konto som noen andre har kommet seg inn i. $count er et antall app-passord, økter eller meldinger.

reason-contained = Isolert fordi noen andre har kommet seg inn. Begrunnelse: { $note }
state-password-void = Passordet for { $account } åpner ingenting før det er tilbakestilt.
sign-in-refused-password-void = Passordet var riktig, men det åpner ingenting etter at kontoen ble isolert.
contain-title = Isoler { $account }
contain-action = Isoler
contain-lede = For en konto som noen andre har kommet seg inn i. Alt dette gjøres på én gang:
contain-sending = Sendingen blokkeres til noen fjerner blokkeringen. E-post kommer fortsatt fram.
contain-sending-already = Sendingen er allerede blokkert.
contain-sign-in = Påloggingen blokkeres for alle protokoller til noen tillater den.
contain-sign-in-already = Påloggingen er allerede blokkert.
contain-password = Passordet åpner ingenting lenger, heller ikke når pålogging er tillatt, før det er tilbakestilt.
contain-password-already = Passordet åpner allerede ingenting.
contain-password-elsewhere = Passordet finnes utenfor Postern. Bytt det der før du tillater pålogging igjen.
contain-app-passwords = { $count ->
    [one] { $count } app-passord trekkes tilbake. Det kan ikke angres.
   *[other] { $count } app-passord trekkes tilbake. Det kan ikke angres.
}
contain-app-passwords-none = Det finnes ingen app-passord.
contain-sessions = { $count ->
    [one] { $count } åpen økt avsluttes. Det kan ikke angres.
   *[other] { $count } åpne økter avsluttes. Det kan ikke angres.
}
contain-sessions-uncounted = Åpne økter avsluttes. Hvor mange kan ikke sies nå. Det kan ikke angres.
contain-sessions-own = Økter på Posterns egne sider avsluttes. Postern når ikke dem på e-postserveren: konfigurasjonen mangler avsnittet [doveadm].
contain-queue = { $count ->
    [one] { $count } melding i køen holdes tilbake til noen frigir eller sletter den.
   *[other] { $count } meldinger i køen holdes tilbake til noen frigir eller sletter dem.
}
contain-queue-uncounted = E-post i køen holdes tilbake til noen frigir eller sletter den. Hvor mye kan ikke sies nå.
contain-queue-away = E-post i køen går ut: konfigurasjonen mangler avsnittet [mail_queue].
contain-done = { $account } er isolert
contain-after = Alt svarte innen { $latency }.
contain-next = Videre: tilbakestill passordet, se på e-postreglene, bestem deg om tilbakeholdt e-post, og tillat deretter pålogging og fjern blokkeringen av sending.
