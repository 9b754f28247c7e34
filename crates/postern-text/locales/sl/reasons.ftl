# Kaj so pravila odločila in opazila. See the English file for what each message is for.

## Vrste omejitev

kind-sign-in-locked = Vpis zaklenjen
kind-sign-in-blocked = Vpis blokiran
kind-sending-slowed = Pošiljanje upočasnjeno
kind-sending-restricted = Pošiljanje omejeno
kind-password-change-required = Potrebna je sprememba gesla

## Stanje računa

state-clear = V račun { $account } se je mogoče vpisati in iz njega pošiljati e-pošto. Nobena omejitev ne velja.
state-sign-in-locked-unfamiliar = Vpis v račun { $account } iz neznanih virov je zaklenjen. Iz znanih virov je vpis še vedno mogoč. Zaklep poteče: { $until }
state-sign-in-locked-familiar = Vpis v račun { $account } iz znanih virov je zaklenjen. Zaklep poteče: { $until }
state-sign-in-locked = Vpis v račun { $account } je zaklenjen. Zaklep poteče: { $until }
state-sign-in-closed-unfamiliar = Vpis v račun { $account } iz neznanih virov ostane zaklenjen, dokler geslo ni ponastavljeno ali dokler računa ne odklene skrbnik ali lastnik.
state-sign-in-closed = Vpis v račun { $account } ostane zaklenjen, dokler geslo ni ponastavljeno ali dokler računa ne odklene skrbnik.
state-sign-in-blocked = Vpis v račun { $account } je blokiran, dokler ga ne dovoli skrbnik.
state-sign-in-blocked-until = Vpis v račun { $account } je blokiran do { $until }.
state-sending-slowed = Pošiljanje iz računa { $account } novim prejemnikom je upočasnjeno. Na pošiljanje znanim prejemnikom to ne vpliva.
state-sending-slowed-until = Pošiljanje iz računa { $account } novim prejemnikom je upočasnjeno. Na pošiljanje znanim prejemnikom to ne vpliva. Omejitev velja do { $until }.
state-sending-restricted = Iz računa { $account } ni mogoče pošiljati e-pošte, dokler pošiljanja ne odblokira skrbnik. Dohodna e-pošta prihaja kot običajno.
state-sending-restricted-until = Iz računa { $account } trenutno ni mogoče pošiljati e-pošte. Dohodna e-pošta prihaja kot običajno. Omejitev velja do { $until }.
state-password-change-required = Za račun { $account } je treba nastaviti novo geslo. Do takrat se poštni programi ne morejo vpisati.

## Razlogi

reason-wrong-passwords-unfamiliar = { $count ->
    [one] { $count } napačno geslo iz neznanih virov.
    [two] { $count } različni napačni gesli iz neznanih virov.
    [few] { $count } različna napačna gesla iz neznanih virov.
   *[other] { $count } različnih napačnih gesel iz neznanih virov.
}
reason-wrong-passwords-familiar = { $count ->
    [one] { $count } napačno geslo iz znanih virov.
    [two] { $count } različni napačni gesli iz znanih virov.
    [few] { $count } različna napačna gesla iz znanih virov.
   *[other] { $count } različnih napačnih gesel iz znanih virov.
}
reason-lane-closed-unfamiliar = { $count ->
    [one] { $count } napačno geslo iz neznanih virov.
    [two] { $count } zaporedni napačni gesli iz neznanih virov.
    [few] { $count } zaporedna napačna gesla iz neznanih virov.
   *[other] { $count } zaporednih napačnih gesel iz neznanih virov.
}
reason-lane-closed-familiar = { $count ->
    [one] { $count } napačno geslo iz znanih virov.
    [two] { $count } zaporedni napačni gesli iz znanih virov.
    [few] { $count } zaporedna napačna gesla iz znanih virov.
   *[other] { $count } zaporednih napačnih gesel iz znanih virov.
}
reason-novel-recipients-hour = { $count ->
    [one] { $count } nov prejemnik v eni uri (meja: { $limit }). Nov je prejemnik, ki mu iz tega računa še ni bilo poslano nobeno sporočilo.
    [two] { $count } nova prejemnika v eni uri (meja: { $limit }). Nov je prejemnik, ki mu iz tega računa še ni bilo poslano nobeno sporočilo.
    [few] { $count } novi prejemniki v eni uri (meja: { $limit }). Nov je prejemnik, ki mu iz tega računa še ni bilo poslano nobeno sporočilo.
   *[other] { $count } novih prejemnikov v eni uri (meja: { $limit }). Nov je prejemnik, ki mu iz tega računa še ni bilo poslano nobeno sporočilo.
}
reason-novel-recipients-day = { $count ->
    [one] { $count } nov prejemnik v 24 urah (meja: { $limit }). Nov je prejemnik, ki mu iz tega računa še ni bilo poslano nobeno sporočilo.
    [two] { $count } nova prejemnika v 24 urah (meja: { $limit }). Nov je prejemnik, ki mu iz tega računa še ni bilo poslano nobeno sporočilo.
    [few] { $count } novi prejemniki v 24 urah (meja: { $limit }). Nov je prejemnik, ki mu iz tega računa še ni bilo poslano nobeno sporočilo.
   *[other] { $count } novih prejemnikov v 24 urah (meja: { $limit }). Nov je prejemnik, ki mu iz tega računa še ni bilo poslano nobeno sporočilo.
}
reason-recipients-hour = { $count ->
    [one] { $count } prejemnik v eni uri. Meja glede na običajno pošiljanje tega računa: { $limit }
    [two] { $count } prejemnika v eni uri. Meja glede na običajno pošiljanje tega računa: { $limit }
    [few] { $count } prejemniki v eni uri. Meja glede na običajno pošiljanje tega računa: { $limit }
   *[other] { $count } prejemnikov v eni uri. Meja glede na običajno pošiljanje tega računa: { $limit }
}
reason-cap-hour = { $count ->
    [one] { $count } prejemnik v eni uri. Stalna meja: { $limit }
    [two] { $count } prejemnika v eni uri. Stalna meja: { $limit }
    [few] { $count } prejemniki v eni uri. Stalna meja: { $limit }
   *[other] { $count } prejemnikov v eni uri. Stalna meja: { $limit }
}
reason-cap-day = { $count ->
    [one] { $count } prejemnik v 24 urah. Stalna meja: { $limit }
    [two] { $count } prejemnika v 24 urah. Stalna meja: { $limit }
    [few] { $count } prejemniki v 24 urah. Stalna meja: { $limit }
   *[other] { $count } prejemnikov v 24 urah. Stalna meja: { $limit }
}
reason-by-person = Utemeljitev: { $note }

## Dokazi

evidence-wrong-passwords = { $count ->
    [one] { $count } napačno geslo pred zaklepom.
    [two] { $count } napačni gesli pred zaklepom.
    [few] { $count } napačna gesla pred zaklepom.
   *[other] { $count } napačnih gesel pred zaklepom.
}
evidence-right-password-refused = Vneseno je bilo pravo geslo, medtem ko je bil vpis zavrnjen. Morda ga pozna nekdo drug.
evidence-success-after-failures = { $count ->
    [one] Vpis iz neznanega vira je uspel po { $count } neuspešnem poskusu.
    [two] Vpis iz neznanega vira je uspel po { $count } neuspešnih poskusih.
    [few] Vpis iz neznanega vira je uspel po { $count } neuspešnih poskusih.
   *[other] Vpis iz neznanega vira je uspel po { $count } neuspešnih poskusih.
}
evidence-novel-recipients = { $count ->
    [one] { $count } prejemnik, ki mu iz tega računa še ni bilo poslano nobeno sporočilo.
    [two] { $count } prejemnika, ki jima iz tega računa še ni bilo poslano nobeno sporočilo.
    [few] { $count } prejemniki, ki jim iz tega računa še ni bilo poslano nobeno sporočilo.
   *[other] { $count } prejemnikov, ki jim iz tega računa še ni bilo poslano nobeno sporočilo.
}
evidence-many-recipients = { $count ->
    [one] { $count } prejemnik v kratkem času, več, kot je za ta račun običajno.
    [two] { $count } prejemnika v kratkem času, več, kot je za ta račun običajno.
    [few] { $count } prejemniki v kratkem času, več, kot je za ta račun običajno.
   *[other] { $count } prejemnikov v kratkem času, več, kot je za ta račun običajno.
}
evidence-unfamiliar-source = Vpis je prišel iz vira, ki ga ta račun še ni uporabil.
evidence-forged-sender = { $count ->
    [one] Pošta je bila poslana z naslovom pošiljatelja te organizacije, ki ne pripada računu; takih naslovov: { $count }.
    [two] Pošta je bila poslana z naslovoma pošiljatelja te organizacije, ki ne pripadata računu; takih naslovov: { $count }.
    [few] Pošta je bila poslana z naslovi pošiljatelja te organizacije, ki ne pripadajo računu; takih naslovov: { $count }.
   *[other] Pošta je bila poslana z naslovi pošiljatelja te organizacije, ki ne pripadajo računu; takih naslovov: { $count }.
}
evidence-same-content = { $count ->
    [one] { $count } račun je skoraj hkrati zunanjim prejemnikom poslal isto novo besedilo ali povezavo.
    [two] { $count } računa sta skoraj hkrati zunanjim prejemnikom poslala isto novo besedilo ali povezavo.
    [few] { $count } računi so skoraj hkrati zunanjim prejemnikom poslali isto novo besedilo ali povezavo.
   *[other] { $count } računov je skoraj hkrati zunanjim prejemnikom poslalo isto novo besedilo ali povezavo.
}
evidence-spam-verdicts = { $count ->
    [one] Lastni pregledovalnik je v eni uri označil za neželeno pošto { $count } sporočilo tega računa.
    [two] Lastni pregledovalnik je v eni uri označil za neželeno pošto { $count } sporočili tega računa.
    [few] Lastni pregledovalnik je v eni uri označil za neželeno pošto { $count } sporočila tega računa.
   *[other] Lastni pregledovalnik je v eni uri označil za neželeno pošto { $count } sporočil tega računa.
}
evidence-no-such-address = { $count ->
    [one] { $count } prejemnik v 24 urah ne obstaja.
    [two] { $count } prejemnika v 24 urah ne obstajata.
    [few] { $count } prejemniki v 24 urah ne obstajajo.
   *[other] { $count } prejemnikov v 24 urah ne obstaja.
}
evidence-reported-missing = { $count ->
    [one] Zunanja poročila pravijo, da { $count } prejemnik v 24 urah ne obstaja.
    [two] Zunanja poročila pravijo, da { $count } prejemnika v 24 urah ne obstajata.
    [few] Zunanja poročila pravijo, da { $count } prejemniki v 24 urah ne obstajajo.
   *[other] Zunanja poročila pravijo, da { $count } prejemnikov v 24 urah ne obstaja.
}
evidence-taken-for-spam = { $count ->
    [one] Strežniki različnih domen so pošto tega računa zavrnili kot neželeno: { $count } prejemnik v 24 urah.
    [two] Strežniki različnih domen so pošto tega računa zavrnili kot neželeno: { $count } prejemnika v 24 urah.
    [few] Strežniki različnih domen so pošto tega računa zavrnili kot neželeno: { $count } prejemniki v 24 urah.
   *[other] Strežniki različnih domen so pošto tega računa zavrnili kot neželeno: { $count } prejemnikov v 24 urah.
}
evidence-complaints = { $count ->
    [one] Prejemniki so se pritožili zaradi pošte tega računa; to je sporočil { $count } ponudnik pošte.
    [two] Prejemniki so se pritožili zaradi pošte tega računa; to sta sporočila { $count } ponudnika pošte.
    [few] Prejemniki so se pritožili zaradi pošte tega računa; to so sporočili { $count } ponudniki pošte.
   *[other] Prejemniki so se pritožili zaradi pošte tega računa; to je sporočilo { $count } ponudnikov pošte.
}
evidence-details = Čas: { $when }. Točke: { $points }
evidence-details-source = Čas: { $when }. Vir: { $source }. Točke: { $points }

## Kdo in kje

origin-rule = Pravilo
origin-person = Oseba
origin-api = Program
actor-rule = Postern (pravilo)
actor-timer = Postern (časovnik)
actor-local-root = { $name } (root v tem računalniku)
actor-program = { $name } (žeton programa)
point-gates = Kontrolne točke
point-dovecot-files = Datoteke za Dovecot
point-postfix-map = Tabela za Postfix
point-admin-mail = E-pošta skrbnikom
receipt-in-force = { $point }: v veljavi po { $latency }
receipt-sent = { $point }: poslano po { $latency }

## Računi

account-kind-person = Oseba
account-kind-shared-mailbox = Skupni nabiralnik
account-kind-application = Aplikacija
role-auditor = Revizor
role-helpdesk = Služba za pomoč
role-responder = Reševalec incidentov
role-user-admin = Skrbnik uporabnikov
role-global-admin = Globalni skrbnik
lane-unfamiliar = Neznani viri
lane-familiar = Znani viri

## Dnevnik odločitev

decision-sign-in-refused = Vpis zavrnjen
decision-sign-in-would-be-refused = Vpis bi bil zavrnjen
decision-signed-in = Vpis uspel
decision-wrong-password = Napačno geslo
decision-same-wrong-password = Znova isto napačno geslo
decision-previous-password = Prejšnje geslo
decision-sending-permitted = Pošiljanje dovoljeno
decision-sending-would-be-slowed = Pošiljanje bi bilo upočasnjeno
decision-sending-would-be-restricted = Pošiljanje bi bilo omejeno
decision-sending-refused = Pošiljanje zavrnjeno
decision-from-unfamiliar = Iz neznanega vira.
decision-from-familiar = Iz znanega vira.
decision-device = V neki napravi je še prejšnje geslo.
decision-sampled = Vzorec: zapiše se 1 od { $count }.
decision-slowed = Sporočila novim prejemnikom se pošiljajo z zamikom.
decision-observed = Način opazovanja: nič ni bilo ustavljeno.
decision-refused-by-rule = Pošiljanje je že prej omejilo pravilo.
decision-refused-by-person = Pošiljanje je že prej omejila oseba.

## Dnevnik nadzora

event-account-created = Račun ustvarjen
event-account-renamed = Naslov spremenjen
event-profile-changed = Račun spremenjen
event-alias-added = Vzdevek dodan
event-alias-removed = Vzdevek odvzet
event-account-deleted = Račun izbrisan
event-password-set = Geslo nastavljeno
event-restriction-started = Omejitev se je začela
event-restriction-released = Omejitev odstranjena
event-restriction-expired = Omejitev potekla
event-evidence-seen = Opažen dokaz
event-policy-changed = Vrednost pravilnika spremenjena
