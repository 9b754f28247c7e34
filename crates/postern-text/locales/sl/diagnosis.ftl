# Diagnoza: kaj kdo pogreša, kaj je bilo pregledano in kaj je vzrok. See the English file for what each message is for.

symptom-anything = Nekaj drugega ali ne vem
symptom-cannot-sign-in = Vpis ni mogoč
symptom-cannot-send = Pošte ni mogoče pošiljati
symptom-cannot-receive = Pošta ne prihaja
symptom-mail-bounces = Poslana pošta se vrača
symptom-password-not-accepted = Geslo ni sprejeto
symptom-keeps-being-locked = Vpis se vedno znova zaklene
symptom-forwarding-unknown = Pošta se posreduje brez vednosti lastnika
symptom-rules-unknown = Pravila premikajo ali brišejo pošto brez vednosti lastnika
symptom-no-reset-mail = Sporočilo za novo geslo ne pride

symptom-cannot-sign-in-words = vpis, vpisati, vpiše, vpisuje, prijava, prijaviti, prijavi, blokiran račun
symptom-cannot-send-words = pošiljati, pošilja, poslati, pošlje, pošiljanje, pošiljanju, odhodna, omejen, omejeni
symptom-cannot-receive-words = prejemati, prejema, prejeti, prejme, dobi pošte, dohodna, ne prihaja, manjka pošta
symptom-mail-bounces-words = vrača, vrne, vrnjeno, zavrnjena, zavrnjeno, nedostavljeno, 5.1.8, 5.7.1
symptom-password-not-accepted-words = geslo, gesla, gesli, napačno geslo
symptom-keeps-being-locked-words = zaklenjen, zaklene, zaklepa, odkleniti, odklene, zaklenjena
symptom-forwarding-unknown-words = posreduje, posredovanje, posredovanja, preusmerja, preusmeritev
symptom-rules-unknown-words = pravilo, pravila, filter, sieve, izginja, briše
symptom-no-reset-mail-words = koda ne pride, ni kode, kode za ponastavitev, povezava za ponastavitev, ponastavitveno

check-sign-in-door = Zaklepi in blokade vpisa
check-password = Začasno ali poteklo geslo
check-protocols = Izklopljeni protokoli
check-sources = Blokirani viri
check-attempts = Neuspešni vpisi zadnjih dni
check-sending-door = Omejitve pošiljanja
check-queue = Čakalna vrsta
check-deliveries = Odgovori drugih poštnih strežnikov
check-rules = Posredovanje in pravila
check-recovery = Poti lastnika nazaj v račun
check-exports = Spremembe v veljavi na poštnem strežniku
check-gates = Vprašanja poštnega strežnika
check-ourselves = Ura in shramba sistema Postern
check-policies = Spremembe pravilnikov zadnjih dni

diagnosis-is-fine = nič ni bilo najdeno
diagnosis-not-connected = ni pregledano: ni povezano
diagnosis-late = ni pregledano: odgovora ni bilo pravočasno
diagnosis-failed = ni pregledano. Vzrok: { $cause }
diagnosis-mark-cause = Vzrok:
diagnosis-mark-fine = V redu:
diagnosis-mark-unknown = Neznano:

diagnosis-nothing = Postern ne najde ničesar, kar bi oviralo račun { $account }.
diagnosis-nothing-but-unknown = Postern ne najde ničesar, kar bi oviralo račun { $account }, vendar vsega ni bilo mogoče pregledati.

diagnosis-since-by = Od: { $when }. Izvajalec: { $actor }
cause-mistyped = { $count ->
    [one] { $count } poskus vpisa z napačnim geslom. Zadnji: { $last }
    [two] { $count } poskusa vpisa z napačnim geslom. Zadnji: { $last }
    [few] { $count } poskusi vpisa z napačnim geslom. Zadnji: { $last }
   *[other] { $count } poskusov vpisa z napačnim geslom. Zadnji: { $last }
}
cause-place-blocked = Vpis v račun { $account } z naslova { $address } je zavrnjen, ker je vir { $network } blokiran.
cause-password-elsewhere = Geslo računa { $account } se hrani zunaj sistema Postern, zato ga tukaj ni mogoče ne preveriti ne ponastaviti.
cause-mailing-not-planned = Za račun { $account } ni načrtovano nobeno množično pošiljanje, zato velja meja prejemnikov: { $limit }. Našteti: { $count }
cause-mail-held = { $count ->
    [one] V čakalni vrsti je zadržano { $count } sporočilo tega računa.
    [two] V čakalni vrsti sta zadržani { $count } sporočili tega računa.
    [few] V čakalni vrsti so zadržana { $count } sporočila tega računa.
   *[other] V čakalni vrsti je zadržanih { $count } sporočil tega računa.
}
cause-mail-waits = { $count ->
    [one] V čakalni vrsti čaka na naslednji poskus { $count } sporočilo tega računa.
    [two] V čakalni vrsti čakata na naslednji poskus { $count } sporočili tega računa.
    [few] V čakalni vrsti čakajo na naslednji poskus { $count } sporočila tega računa.
   *[other] V čakalni vrsti čaka na naslednji poskus { $count } sporočil tega računa.
}
cause-taken-for-spam = { $count ->
    [one] Drugi poštni strežniki so zavrnili pošto tega računa kot neželeno: { $count } prejemnik v 24 urah.
    [two] Drugi poštni strežniki so zavrnili pošto tega računa kot neželeno: { $count } prejemnika v 24 urah.
    [few] Drugi poštni strežniki so zavrnili pošto tega računa kot neželeno: { $count } prejemniki v 24 urah.
   *[other] Drugi poštni strežniki so zavrnili pošto tega računa kot neželeno: { $count } prejemnikov v 24 urah.
}
cause-refused-elsewhere = { $count ->
    [one] Drugi poštni strežniki so zavrnili pošto tega računa: { $count } prejemnik v 24 urah.
    [two] Drugi poštni strežniki so zavrnili pošto tega računa: { $count } prejemnika v 24 urah.
    [few] Drugi poštni strežniki so zavrnili pošto tega računa: { $count } prejemniki v 24 urah.
   *[other] Drugi poštni strežniki so zavrnili pošto tega računa: { $count } prejemnikov v 24 urah.
}
cause-hiding-rule = Pravilo nabiralnika skriva pošto. Skript: { $script }, vrstica { $line }
cause-no-address = Za račun { $account } ni registriran noben nadomestni naslov, zato sporočila za novo geslo ni mogoče poslati.
cause-address-unconfirmed = Nadomestni naslov računa { $account } ni potrjen, zato se sporočilo za novo geslo tja ne pošlje.
cause-address-does-not-count = Nadomestni naslov računa { $account } trenutno ne šteje: dodan je bil po nečem sumljivem ali pa njegova pošta vodi nazaj v račun.
cause-no-public-page = Javni naslov sistema Postern (web.public_url) ni nastavljen, zato povezave ni mogoče poslati.
cause-export-late = Sprememba za račun { $account } še ni v veljavi. Mesto: { $point }. Čaka od: { $since }. Vzrok: { $problem }
cause-cannot-save = Postern ne more shranjevati sprememb. Od: { $since }
cause-policy-changed = Pravilnik je bil spremenjen. Čas: { $when }. Izvajalec: { $actor }

cli-diagnosis-asked = Težava: { $symptom }
cli-diagnosis-next = Naslednji korak: { $command }
cli-diagnosis-looked-at = Pregledano
cli-diagnosis-clock = nastavite sistemsko uro in preverite prosti prostor na disku
cli-diagnosis-keeper = spremenite geslo tam, kjer se hrani
