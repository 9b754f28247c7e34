# Zgodba ukaza `postern demo`. See the English file for what each message is for.

demo-opening = Predstavitev programa Postern: pravi strežnik, izmišljena organizacija in dan z napadalci.
demo-listening = Strežnik deluje z začasno podatkovno mapo. Vse, kar sledi, gre skozi njegovi kontrolni točki:
demo-gate-dovecot = { $address }: tu Dovecot vpraša pred preverjanjem gesla in po njem
demo-gate-postfix = { $address }: tu Postfix vpraša za vsakega prejemnika in na koncu vsakega sporočila
demo-yesterday = { $count ->
    [one] Včeraj je bil običajen dan: v { $count } račun so se vpisali z običajnega kraja in iz njega pisali znanim ljudem.
    [two] Včeraj je bil običajen dan: v { $count } računa so se vpisali z običajnih krajev in iz njiju pisali znanim ljudem.
    [few] Včeraj je bil običajen dan: v { $count } račune so se vpisali z običajnih krajev in iz njih pisali znanim ljudem.
   *[other] Včeraj je bil običajen dan: v { $count } računov so se vpisali z običajnih krajev in iz njih pisali znanim ljudem.
}

demo-guessing-title = Nekdo skuša uganiti geslo za Annin račun
demo-asked-and-checked = { $account } iz vira { $source }: geslo je bilo preverjeno in je napačno. Postern se je odzval po { $took }
demo-asked-and-refused = { $account } iz vira { $source }: zavrnjeno, preden je bilo geslo preverjeno. Postern se je odzval po { $took }
demo-guessing-ten-checked = { $count ->
    [one] Preverjen je bil { $count } poskus. Nato je bil vpis iz neznanih virov zaklenjen.
    [two] Preverjena sta bila { $count } poskusa. Nato je bil vpis iz neznanih virov zaklenjen.
    [few] Preverjeni so bili { $count } poskusi. Nato je bil vpis iz neznanih virov zaklenjen.
   *[other] Preverjenih je bilo { $count } poskusov. Nato je bil vpis iz neznanih virov zaklenjen.
}
demo-guessing-right-refused = Od tam je zdaj zavrnjeno tudi pravo geslo, še preden je preverjeno ({ $took }).
demo-guessing-owner-in = Anna se vpiše s svojega običajnega kraja, { $source } ({ $took }).

demo-spray-title = Eno geslo se preizkuša na številnih imenih
demo-spray-stopped = { $count ->
    [one] Po { $count } poskusu je vsak nadaljnji iz vira { $source } zavrnjen, še preden je geslo preverjeno.
    [two] Po { $count } poskusih je vsak nadaljnji iz vira { $source } zavrnjen, še preden je geslo preverjeno.
    [few] Po { $count } poskusih je vsak nadaljnji iz vira { $source } zavrnjen, še preden je geslo preverjeno.
   *[other] Po { $count } poskusih je vsak nadaljnji iz vira { $source } zavrnjen, še preden je geslo preverjeno.
}
demo-spray-others-in = { $count ->
    [one] V { $count } račun se z običajnega kraja vpišejo kot vsak drug dan.
    [two] V { $count } računa se z običajnih krajev vpišejo kot vsak drug dan.
    [few] V { $count } račune se z običajnih krajev vpišejo kot vsak drug dan.
   *[other] V { $count } računov se z običajnih krajev vpišejo kot vsak drug dan.
}

demo-phone-title = V telefonu je še staro geslo
demo-phone-not-locked = Telefon je isto staro geslo poskusil { $count }-krat. To ni napad in nič se ne zaklene.
demo-phone-owner-in = Lastnica telefona se z istega kraja vpiše z novim geslom ({ $took }).

demo-spam-title = Iz Robovega računa se pošilja neželena pošta
demo-spam-delayed = { $count ->
    [0] Nobeno sporočilo ni bilo zadržano.
    [one] Preden je bila dosežena meja, je bilo { $count } sporočilo novemu prejemniku poslano z zamikom.
    [two] Preden je bila dosežena meja, sta bili { $count } sporočili novim prejemnikom poslani z zamikom.
    [few] Preden je bila dosežena meja, so bila { $count } sporočila novim prejemnikom poslana z zamikom.
   *[other] Preden je bila dosežena meja, je bilo { $count } sporočil novim prejemnikom poslanih z zamikom.
}
demo-spam-stopped = { $count ->
    [one] Sporočila so bila poslana { $count } prejemniku. Nato je bilo pošiljanje omejeno.
    [two] Sporočila so bila poslana { $count } prejemnikoma. Nato je bilo pošiljanje omejeno.
    [few] Sporočila so bila poslana { $count } prejemnikom. Nato je bilo pošiljanje omejeno.
   *[other] Sporočila so bila poslana { $count } prejemnikom. Nato je bilo pošiljanje omejeno.
}
demo-spam-client-sees = Ta odgovor dobi Postfix in ga posreduje poštnemu programu ({ $took }):

demo-bcc-title = Petdeset novih prejemnikov v enem sporočilu in aplikacija, ki to sme
demo-bcc-none-out = { $count ->
    [0] Nobeden od petdesetih prejemnikov ni dobil sporočila: zavrnjeno je bilo v celoti.
    [one] Sporočilo je dobil { $count } prejemnik.
    [two] Sporočilo sta dobila { $count } prejemnika.
    [few] Sporočilo so dobili { $count } prejemniki.
   *[other] Sporočilo je dobilo { $count } prejemnikov.
}
demo-bcc-application = { $count ->
    [one] Aplikacija za fakture je pisala { $count } novi stranki. Registrirana je kot aplikacija in novi prejemniki so njena naloga.
    [two] Aplikacija za fakture je pisala { $count } novima strankama. Registrirana je kot aplikacija in novi prejemniki so njena naloga.
    [few] Aplikacija za fakture je pisala { $count } novim strankam. Registrirana je kot aplikacija in novi prejemniki so njena naloga.
   *[other] Aplikacija za fakture je pisala { $count } novim strankam. Registrirana je kot aplikacija in novi prejemniki so njena naloga.
}

demo-release-title = Skrbnik najde Robov račun in odblokira pošiljanje
demo-release-found = Iskanje »rob« najde rob@contoso.com.
demo-release-next-accepted = Že naslednji prejemnik v isti odprti seji je sprejet ({ $took }).
demo-release-list-empty = Robovega računa ni več na seznamu. Zapisano ostane, kdo je omejitev odstranil, kdaj in zakaj.

demo-all-behaved = Vsi koraki so potekali, kot je treba.
demo-some-misbehaved = { $count ->
    [one] { $count } korak ni potekal, kot je treba. Zgoraj je označen z [!!].
    [two] { $count } koraka nista potekala, kot je treba. Zgoraj sta označena z [!!].
    [few] { $count } koraki niso potekali, kot je treba. Zgoraj so označeni z [!!].
   *[other] { $count } korakov ni potekalo, kot je treba. Zgoraj so označeni z [!!].
}
demo-admin-centre = Odprite skrbniško središče v brskalniku. Ta povezava vas enkrat vpiše kot { $name }:
demo-api = Program isto vpraša prek API-ja, z žetonom:
demo-look-around = Razglejte se v drugem terminalu:
demo-stop = Strežnik deluje naprej. Ctrl-C ga ustavi in izbriše njegove podatke.
demo-history = { $count ->
    [one] Vzorčna zgodovina: skozi kontrolne točke je bil s časi v preteklosti odigran { $count } izmišljen dan. Slike v skrbniškem središču ga prikazujejo.
    [two] Vzorčna zgodovina: skozi kontrolne točke sta bila s časi v preteklosti odigrana { $count } izmišljena dneva. Slike v skrbniškem središču ju prikazujejo.
    [few] Vzorčna zgodovina: skozi kontrolne točke so bili s časi v preteklosti odigrani { $count } izmišljeni dnevi. Slike v skrbniškem središču jih prikazujejo.
   *[other] Vzorčna zgodovina: skozi kontrolne točke je bilo s časi v preteklosti odigranih { $count } izmišljenih dni. Slike v skrbniškem središču jih prikazujejo.
}
demo-sample = Predstavitev: ljudje in zgodovina so izmišljeni
