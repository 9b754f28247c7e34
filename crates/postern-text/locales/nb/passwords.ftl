# What is wrong with a password.
password-fault-common = Passordet er et av de mest brukte, og angripere prøver det først.
password-fault-breached = Passordet er blitt kjent etter et datainnbrudd et annet sted.
password-fault-word-everybody = Utenom «{ $word }» er det lite i passordet, og slike ord prøver angripere først.
password-fault-word-own = Utenom «{ $word }» er det lite i passordet, og det er en del av kontoens eget navn eller domene.
password-fault-word-site = Utenom «{ $word }» er det lite i passordet, og det ordet tillater ikke organisasjonen din.
password-fault-simple = Passordet er stort sett gjentatte tegn, rader på tastaturet eller årstall.
password-fault-used-before = { $remembered ->
    [one] Det er kontoens siste passord.
   *[other] Det er et av kontoens { $remembered } siste passord.
}
password-fault-too-short = Et passord må ha minst { $limit } tegn. Noen ord etter hverandre er lette å huske.
password-fault-too-long = Et passord kan ha høyst { $limit } tegn.
password-fault-then = Velg et annet. Ingenting er endret.
refusal-weak-only-for-applications = Bare passordet til en programkonto kan bryte passordreglene. Velg et annet passord. Ingenting er endret.
