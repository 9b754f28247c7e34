# Osamitev računa: računu, v katerega je prišel nekdo drug, se zapre vse. $count je število gesel za aplikacije, sej ali sporočil.

reason-contained = Račun je osamljen, ker je vanj prišel nekdo drug. Utemeljitev: { $note }
state-password-void = Geslo za račun { $account } ne velja, dokler ni ponastavljeno.
sign-in-refused-password-void = Geslo je bilo pravilno, vendar od osamitve računa ne velja več.
contain-title = Osamitev računa { $account }
contain-action = Osami račun
contain-lede = Za račun, v katerega je prišel nekdo drug. Vse našteto se zgodi hkrati:
contain-sending = Pošiljanje se omeji, dokler ga nekdo ne odblokira. Dohodna pošta še prihaja.
contain-sending-already = Pošiljanje je že omejeno.
contain-sign-in = Vpis se blokira za vse protokole, dokler ga nekdo ne dovoli.
contain-sign-in-already = Vpis je že blokiran.
contain-password = Geslo ne velja več, tudi ko je vpis dovoljen, dokler ni ponastavljeno.
contain-password-already = Geslo že ne velja.
contain-password-elsewhere = Geslo je shranjeno zunaj Posterna. Spremenite ga tam, preden znova dovolite vpis.
contain-app-passwords = { $count ->
    [one] Prekliče se { $count } geslo za aplikacijo. Tega ni mogoče razveljaviti.
    [two] Prekličeta se { $count } gesli za aplikacije. Tega ni mogoče razveljaviti.
    [few] Prekličejo se { $count } gesla za aplikacije. Tega ni mogoče razveljaviti.
   *[other] Prekliče se { $count } gesel za aplikacije. Tega ni mogoče razveljaviti.
}
contain-app-passwords-none = Gesel za aplikacije ni.
contain-sessions = { $count ->
    [one] Konča se { $count } odprta seja. Tega ni mogoče razveljaviti.
    [two] Končata se { $count } odprti seji. Tega ni mogoče razveljaviti.
    [few] Končajo se { $count } odprte seje. Tega ni mogoče razveljaviti.
   *[other] Konča se { $count } odprtih sej. Tega ni mogoče razveljaviti.
}
contain-sessions-uncounted = Odprte seje se končajo. Koliko jih je, zdaj ni mogoče ugotoviti. Tega ni mogoče razveljaviti.
contain-sessions-own = Seje na Posternovih straneh se končajo. Sej poštnega strežnika Postern ne doseže: v konfiguraciji ni razdelka [doveadm].
contain-queue = { $count ->
    [one] Zadrži se { $count } sporočilo v čakalni vrsti, dokler ga nekdo ne pošlje ali izbriše.
    [two] Zadržita se { $count } sporočili v čakalni vrsti, dokler ju nekdo ne pošlje ali izbriše.
    [few] Zadržijo se { $count } sporočila v čakalni vrsti, dokler jih nekdo ne pošlje ali izbriše.
   *[other] Zadrži se { $count } sporočil v čakalni vrsti, dokler jih nekdo ne pošlje ali izbriše.
}
contain-queue-uncounted = Sporočila v čakalni vrsti se zadržijo, dokler jih nekdo ne pošlje ali izbriše. Koliko jih je, zdaj ni mogoče ugotoviti.
contain-queue-away = Sporočila v čakalni vrsti se pošljejo: v konfiguraciji ni razdelka [mail_queue].
contain-done = Račun { $account } je osamljen
contain-after = Vse točke so odgovorile v { $latency }.
contain-next = Naprej: ponastavite geslo, preglejte pravila za pošto, odločite o zadržanih sporočilih, nato dovolite vpis in odblokirajte pošiljanje.
