# Strani obeh vrat: omejeni uporabniki, zaklepi in stanje vpisa. See the English file for what each message is for.

## Restricted users

restricted-lede = { $count ->
    [0] Pošiljajo lahko vsi. Omejen ni noben račun.
    [one] { $count } račun ne more pošiljati. Prejemanje deluje.
    [two] { $count } računa ne moreta pošiljati. Prejemanje deluje.
    [few] { $count } računi ne morejo pošiljati. Prejemanje deluje.
   *[other] { $count } računov ne more pošiljati. Prejemanje deluje.
}
restricted-found = { $count ->
    [0] Iskanju »{ $text }« ne ustreza noben omejen račun.
    [one] Iskanju »{ $text }« ustreza { $count } omejen račun.
    [two] Iskanju »{ $text }« ustrezata { $count } omejena računa.
    [few] Iskanju »{ $text }« ustrezajo { $count } omejeni računi.
   *[other] Iskanju »{ $text }« ustreza { $count } omejenih računov.
}
restricted-stopped = Ustavljena
restricted-unblock = Odblokiraj
restricted-of = račun { $account }
restricted-last = Zadnja končana: { $account }, { $when }.

## Unblock

unblock-title = Odblokirati pošiljanje za račun { $account }?
unblock-lede = Dokler ne izberete »Da«, se nič ne spremeni.
unblock-why = Zakaj je bilo pošiljanje omejeno
unblock-evidence = Kaj je bilo opaženo
unblock-checks = { $count ->
    [one] Je varno? Uspešna preverjanja: { $passed } od { $count }
    [two] Je varno? Uspešna preverjanja: { $passed } od { $count }
    [few] Je varno? Uspešna preverjanja: { $passed } od { $count }
   *[other] Je varno? Uspešna preverjanja: { $passed } od { $count }
}
unblock-check-password-yes = Geslo je bilo spremenjeno po omejitvi
unblock-check-password-no = Geslo je enako kot pred omejitvijo
unblock-check-password-elsewhere = Geslo hrani drug sistem: tam preverite, ali je bilo spremenjeno
unblock-check-queue-yes = V čakalni vrsti ni ničesar iz tega računa
unblock-check-queue-no = V čakalni vrsti so še sporočila iz tega računa: { $count }
unblock-check-queue-unread = Čakalne vrste ni bilo mogoče prebrati
unblock-check-suspicion-yes = Ocena suma je pod mejo za opozorilo
unblock-check-suspicion-no = Ocena suma je še vedno visoka: { $score } od 100
unblock-check-sessions-yes = Nobena seja ni odprta še izpred omejitve
unblock-check-sessions-no = Seje, ki so bile odprte pred omejitvijo, so še odprte: { $count }
unblock-check-sessions-unread = Odprtih sej ni bilo mogoče prebrati
unblock-check-rules-yes = Nobeno pravilo ne posreduje pošte iz organizacije
unblock-check-rules-no = Pravila, ki posredujejo pošto iz organizacije: { $count }
unblock-check-rules-unread = Pravil in posredovanja ni bilo mogoče prebrati
unblock-check-ways-back-yes = Lastnik lahko sam znova pridobi dostop
unblock-check-ways-back-no = Lastnik ne more sam znova pridobiti dostopa: ne velja noben nadomestni naslov in nobena obnovitvena koda
unblock-check-passed = Uspešno:
unblock-check-failed = Neuspešno:
unblock-check-open = Preverite sami:
unblock-despite = Vsa preverjanja niso uspešna. Kljub temu lahko nadaljujete; utemeljitev naj pove, zakaj.
unblock-releases = { $count ->
    [one] Omejitve tega računa, ki so jih v zadnjih 30 dneh preklicale osebe: { $count }
    [two] Omejitve tega računa, ki so jih v zadnjih 30 dneh preklicale osebe: { $count }
    [few] Omejitve tega računa, ki so jih v zadnjih 30 dneh preklicale osebe: { $count }
   *[other] Omejitve tega računa, ki so jih v zadnjih 30 dneh preklicale osebe: { $count }
}
unblock-yes = Da, odblokiraj pošiljanje
unblock-not = Pošiljanje iz računa { $account } ni omejeno. Ničesar ni treba odblokirati.
unblock-done = Račun { $account } lahko znova pošilja.
unblock-probe = Vrata za pošiljanje so bila vprašana in pošto tega računa sprejemajo. Potrjeno ob { $clock }
unblock-probe-no = Vrata za pošiljanje so bila vprašana in ta račun še zavračajo.
first-shown = { $count ->
    [one] Prikazan je prvi { $count }. Druge poiščite.
    [two] Prikazana sta prva { $count }. Druge poiščite.
    [few] Prikazani so prvi { $count }. Druge poiščite.
   *[other] Prikazanih je prvih { $count }. Druge poiščite.
}

## Sign-in locks

locks-lede = { $count ->
    [0] Noben račun ni zaklenjen ali blokiran.
    [one] Vpis je zaklenjen ali blokiran za { $count } račun.
    [two] Vpis je zaklenjen ali blokiran za { $count } računa.
    [few] Vpis je zaklenjen ali blokiran za { $count } račune.
   *[other] Vpis je zaklenjen ali blokiran za { $count } računov.
}
locks-found = { $count ->
    [0] Iskanju »{ $text }« ne ustreza noben zaklenjen ali blokiran račun.
    [one] Iskanju »{ $text }« ustreza { $count } zaklenjen ali blokiran račun.
    [two] Iskanju »{ $text }« ustrezata { $count } zaklenjena ali blokirana računa.
    [few] Iskanju »{ $text }« ustrezajo { $count } zaklenjeni ali blokirani računi.
   *[other] Iskanju »{ $text }« ustreza { $count } zaklenjenih ali blokiranih računov.
}
locks-unlock = Odkleni račun
locks-allow = Dovoli vpis
locks-sources = Blokirani viri
locks-sources-none = Noben vir ni blokiran.
locks-source = Vir
unlock-title = Odkleniti vpis za račun { $account }?
unlock-lede = Geslo ostane nespremenjeno. Nove poskuse dobi tudi tisti, ki ugiba.
unlock-yes = Da, odkleni
unlock-not = Vpis v račun { $account } ni zaklenjen. Ničesar ni treba odkleniti.
unlock-done = Vpis v račun { $account } je odklenjen.

## Edit sign-in status

status-title = Uredi stanje vpisa
status-of = Račun { $account }
status-now = Trenutno
status-allowed = Vpis dovoljen
status-blocked = Vpis blokiran, dokler ga nekdo ne dovoli
status-blocked-until = Vpis blokiran do datuma
status-legend = Odslej
status-date = Do
status-date-wrong = Izberite dan in uro v prihodnosti.
status-date-unused = Navedli ste datum. Izberite, ali naj bo vpis do takrat blokiran.
status-also = To ostane nespremenjeno:
status-effects = Blokada ne prekine odprtih sej poštnih odjemalcev. Velja ob naslednjem vpisu, tudi ko je Postern ustavljen.
status-save = Shrani
status-done-allowed = Vpis v račun { $account } je dovoljen.
unblock-ended-by = Zadnja omejitev se je končala { $when }. Odprava: { $actor }.
