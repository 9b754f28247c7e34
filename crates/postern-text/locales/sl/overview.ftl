# Pregled: kaj potrebuje človeka, štiri števila, zadnjih 24 ur. See the English file for what each message is for.
overview-needs = { $count ->
    [0] Ničesar vam ni treba urediti
    [one] { $count } zadeva čaka na vas
    [two] { $count } zadevi čakata na vas
    [few] { $count } zadeve čakajo na vas
   *[other] { $count } zadev čaka na vas
}
overview-quiet = Noben račun ni omejen s pravilom, noben ni zaprt brez roka in vse je shranjeno.
overview-look = Poglej in odloči
overview-more = { $count ->
    [one] Omejen je še { $count } račun.
    [two] Omejena sta še { $count } računa.
    [few] Omejeni so še { $count } računi.
   *[other] Omejenih je še { $count } računov.
}
overview-spray = Hkrati se poskuša vdreti v veliko računov
overview-spray-more = Računi z napačnim geslom iz neznanega vira v zadnji uri: { $count }. Dokler traja, se vpis iz neznanih virov zaklene prej.
overview-guard = Pravila želijo omejiti zelo veliko računov
overview-guard-more = Omejitve, ki čakajo na vašo odločitev: { $count }
overview-observed = Pošiljanje se samo opazuje
overview-observed-more = Pravila nikogar ne omejijo in ne upočasnijo; povedo le, kaj bi storila. Konec: { $until }
overview-behind = Spremembe pravil še niso shranjene
overview-behind-more = Veljajo, ob sesutju pa bi se izgubile: { $count }. Vzrok je v dnevniku strežnika.
overview-unsaved = Ničesar ni mogoče shraniti
overview-unsaved-more = Od: { $since }. Dokler ne deluje, so odločitve oseb zavrnjene. Morda je disk poln; vzrok je v dnevniku strežnika.
overview-addresses = Poštni strežnik ne pošilja uporabnih naslovov odjemalcev
overview-numbers = Stanje zdaj
overview-locked = zaklenjeni ali blokirani pri vpisu
overview-restricted = ne morejo pošiljati
overview-recipients = prejemniki v zadnji uri
overview-failures = neuspeli vpisi v zadnji uri
overview-refused = zavrnjeni zaradi zaklepa ali blokade: { $count }
overview-lately = Kaj se je zgodilo nedavno
overview-nothing-lately = V dnevniku nadzora še ni ničesar.
overview-memory = V pomnilniku: imena: { $names }, veljavne omejitve: { $restrictions }
