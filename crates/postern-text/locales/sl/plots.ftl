# Slike v skrbniškem središču: napisi, ki povedo, kaj je na sliki, imena stez, legenda in isto kot tabela.

plots-day-title = Zadnjih 24 ur
plots-show = Prikaži
plots-range-day = 24 h
plots-range-week = 7 dni
plots-range-month = 30 dni

## Steze: napisi na levi

plots-sign-ins = Vpisi
plots-failed-sign-ins = Neuspešni vpisi
plots-other-sources = vsi drugi viri
plots-closed = Vpis zaklenjen ali blokiran
plots-recipients = Prejemniki
plots-sending-refused = Pošiljanje zavrnjeno
plots-acts = Pravila in ljudje
plots-per = na { $span }
plots-limit-hour = meja: { $limit } v eni uri
plots-limit-day = meja: { $limit } v 24 urah

## Legenda: kaj pomeni barva ali oblika

plots-key-succeeded = uspeli
plots-key-failed = neuspešni
plots-key-refused = zavrnjeni
plots-key-known = pošta jim je že bila poslana
plots-key-novel = pošta jim še nikoli ni bila poslana
plots-key-began = ko se je začela omejitev
plots-key-sign-in = vpis
plots-key-strange = vpis iz neznanega vira
plots-key-locked-unfamiliar = zaklenjeno za neznane vire
plots-key-locked-familiar = zaklenjeno za znane vire
plots-key-blocked = blokirano za vse
plots-key-slowed = pošiljanje upočasnjeno
plots-key-restricted = pošiljanje omejeno
plots-key-rule-closed = zaprlo je pravilo
plots-key-rule-slowed = upočasnilo je pravilo
plots-key-acted = dejanje osebe ali programa

## Isto kot tabela

plots-as-table = Prikaži kot tabelo
plots-head-time = Čas
plots-head-signed-in = Uspeli vpisi
plots-head-refused = Zavrnjeni vpisi
plots-head-novel = Pošta prvič
plots-total = Skupaj
plots-events = Kaj se je zgodilo in kdaj
plots-until = { $what }, do { $until }
plots-still = { $what }, še velja
plots-strange-from = Vpis iz neznanega vira: { $source }
plots-act = { $who }: { $what }

## Ugotovitve: naslov nad sliko računa, brez pike

plots-title-nothing-day = V zadnjih 24 urah se ni zgodilo nič
plots-title-nothing-week = V zadnjih 7 dneh se ni zgodilo nič
plots-title-nothing-month = V zadnjih 30 dneh se ni zgodilo nič
plots-title-quiet = Brez zaklepov in brez omejitev
plots-title-restricted = Pošiljanje omejeno: { $at }
plots-title-guessed = Napačna gesla, nato pravo: { $at }
plots-title-strange = Vpis iz neznanega vira: { $at }
plots-title-locked = { $count ->
    [one] Vpis zaklenjen { $count }-krat
    [two] Vpis zaklenjen { $count }-krat
    [few] Vpis zaklenjen { $count }-krat
   *[other] Vpis zaklenjen { $count }-krat
}

## Ugotovitve: stavki pod naslovom

plots-nothing-site = Nihče se ni vpisal in nihče ni poslal pošte.
plots-none-failed = Noben vpis ni bil neuspešen.
plots-some-failed = { $count ->
    [one] Neuspešen ali zavrnjen je bil { $count } vpis.
    [two] Neuspešna ali zavrnjena sta bila { $count } vpisa, nikoli veliko hkrati.
    [few] Neuspešni ali zavrnjeni so bili { $count } vpisi, nikoli veliko hkrati.
   *[other] Neuspešnih ali zavrnjenih je bilo { $count } vpisov, nikoli veliko hkrati.
}
plots-all-failed = { $count ->
    [one] Neuspešen ali zavrnjen je bil { $count } vpis.
    [two] Neuspešna ali zavrnjena sta bila { $count } vpisa.
    [few] Neuspešni ali zavrnjeni so bili { $count } vpisi.
   *[other] Neuspešnih ali zavrnjenih je bilo { $count } vpisov.
}
plots-one-wave = Veliko jih je bilo od { $from } do { $until }.
plots-waves = { $count ->
    [one] Prišli so v { $count } valu. Njegov začetek: { $from }.
    [two] Prišli so v { $count } valovih. Začetek prvega: { $from }.
    [few] Prišli so v { $count } valovih. Začetek prvega: { $from }.
   *[other] Prišli so v { $count } valovih. Začetek prvega: { $from }.
}
plots-strange = Zadnji vpis iz neznanega vira: { $at }.
plots-no-mail = Pošta ni bila poslana.
plots-mail = { $count ->
    [one] Pošta je šla { $count } prejemniku.
    [two] Pošta je šla { $count } prejemnikoma.
    [few] Pošta je šla { $count } prejemnikom.
   *[other] Pošta je šla { $count } prejemnikom.
}
plots-mail-novel = { $count ->
    [one] Pošta je šla { $count } prejemniku, od tega prvič: { $novel }.
    [two] Pošta je šla { $count } prejemnikoma, od tega prvič: { $novel }.
    [few] Pošta je šla { $count } prejemnikom, od tega prvič: { $novel }.
   *[other] Pošta je šla { $count } prejemnikom, od tega prvič: { $novel }.
}
plots-rose = Pošiljanje je naraščalo od { $from } in je bilo nato omejeno: { $at }.
plots-refused = { $count ->
    [one] Zavrnjen je bil { $count } poskus pošiljanja.
    [two] Zavrnjena sta bila { $count } poskusa pošiljanja.
    [few] Zavrnjeni so bili { $count } poskusi pošiljanja.
   *[other] Zavrnjenih je bilo { $count } poskusov pošiljanja.
}
plots-none-restricted = Nobeno pravilo ni omejilo pošiljanja.
plots-rules-restricted = { $count ->
    [one] Pravilo je omejilo pošiljanje { $count } računu: { $at }.
    [two] Pravila so omejila pošiljanje { $count } računoma, nazadnje: { $at }.
    [few] Pravila so omejila pošiljanje { $count } računom, nazadnje: { $at }.
   *[other] Pravila so omejila pošiljanje { $count } računom, nazadnje: { $at }.
}
