my-title = Moja varnost
my-lede = Vpišite se z geslom svojega nabiralnika in poskrbite za svoj račun.
my-in-code-hint = Samo če ste nastavili aplikacijo za preverjanje pristnosti.
my-in-no = Uporabniško ime, geslo ali koda se ne ujema ali pa je vpis trenutno zaklenjen. Preverite jih in poskusite znova.
my-in-temporary = To geslo je začasno. Najprej izberite svoje.
my-in-cant = Ne morem se vpisati
my-open = Lahko se vpišete in pošiljate e-pošto.
my-restricted = Iz vašega računa trenutno ni mogoče pošiljati e-pošte. Dohodna pošta prihaja. Račun je morda uporabljal kdo drug: izberite novo geslo in nato prosite službo za pomoč, naj ga pregleda.
my-slowed = E-pošta ljudem, ki jim še niste pisali, se za zdaj pošilja s premorom.
my-locked = Vpis je zaklenjen za kraje, iz katerih je bilo preveč poskusov. V napravah, ki jih redno uporabljate, se lahko še vedno vpišete.
my-addresses-lede = Tja pridejo kode za vrnitev v račun in obvestila o spremembah. Naslov velja, ko ga potrdite s povezavo v sporočilu.
my-address-again = Znova pošlji povezavo
my-codes-left = { $count ->
    [one] Ostala je { $count } obnovitvena koda.
    [two] Ostali sta { $count } obnovitveni kodi.
    [few] Ostale so { $count } obnovitvene kode.
   *[other] Ostalo je { $count } obnovitvenih kod.
}
my-device-hint = Kakor napravi pravite, na primer Službeni telefon
my-sessions = Trenutno vpisani
my-end-sessions = Odjavi povsod
my-sign-ins = Zadnji vpisi
my-sign-ins-lede = Ali vidite katerega, ki ni vaš? Odjavite se povsod in izberite novo geslo.
my-acts = Kaj se je zgodilo z vašim računom
my-by-admin = storil skrbnik ali program vaše organizacije
my-none = Nič še ni zabeleženo.
