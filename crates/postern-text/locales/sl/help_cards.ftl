# Kartice s pomočjo: kaj išče skrbnik, služba za pomoč ali uporabnik in kaj naj stori. Vsaka kartica ima naslov, iskane besede, ki niso nikoli
# prikazane, besedilo, korake po vrsti in včasih opombo. Imena v narekovajih so oznake vmesnika.

## Vpis

card-unlock-account-title = Odklepanje računa
card-unlock-account-words = odkleni račun, odkleniti račun, odklepanje računa, zaklenjen račun, račun zaklenjen, ne morem se vpisati, ne more se vpisati, ne more se prijaviti, prijava ne deluje, preveč poskusov, napačno geslo, neuspešni poskusi vpisa, deblokiraj račun, lockout, 50053, AADSTS50053, 535 5.7.8
card-unlock-account-text = Če vedno znova prihajajo napačna gesla, se vpis samodejno zaklene. Zaklep velja večinoma samo za neznane vire; iz znanih se lastnik še vedno lahko vpiše. Blokada, ki jo je določila oseba, je nekaj drugega in ima svoj gumb.
card-unlock-account-step-1 = Odprite »Zaklepi vpisa« in poiščite uporabnika; zadostuje del imena.
card-unlock-account-step-2 = V stolpcu »Razlog« preberite, ali je vpis zaklenilo pravilo ali ga je blokirala oseba.
card-unlock-account-step-3 = Če ga je zaklenilo pravilo, izberite »Odkleni račun«, navedite utemeljitev in izberite »Da, odkleni«.
card-unlock-account-step-4 = Če ga je blokirala oseba, najprej vprašajte njo, nato izberite »Dovoli vpis«.
card-unlock-account-step-5 = Na strani uporabnika pod »Kaj so neuspeli vpisi« preberite, kdo še vedno poskuša.
card-unlock-account-step-6 = Če uporabnik gesla ne pozna več, izberite »Ponastavi geslo«; s tem se konča tudi zaklep.
card-unlock-account-note = Z odklepanjem se geslo ne spremeni, nove poskuse pa dobi tudi tisti, ki ugiba. Zaklep pove, da je nekdo poskušal, ne pa, da je prišel v račun.

card-reset-password-title = Ponastavitev gesla uporabnika
card-reset-password-words = ponastavi geslo, ponastavitev gesla, pozabljeno geslo, pozabil sem geslo, novo geslo, spremeniti geslo, zamenjati geslo, izgubljeno geslo, začasno geslo, enkratno geslo, geslo je poteklo, natisniti geslo, poslati geslo, povezava za geslo
card-reset-password-text = Staro geslo preneha veljati, vsa gesla za aplikacije pa se prekličejo. Novo geslo je začasno: z njim je mogoče samo izbrati svoje. Geslo se nikoli ne pošlje v prizadeti nabiralnik, ker bi ga izvedel tudi tisti, ki ta nabiralnik bere.
card-reset-password-step-1 = Odprite »Aktivni uporabniki« in izberite uporabnika.
card-reset-password-step-2 = Izberite »Ponastavi geslo«.
card-reset-password-step-3 = Pustite izbrano »Ustvari geslo«, navedite utemeljitev in izberite »Ponastavi geslo«.
card-reset-password-step-4 = Geslo sporočite po telefonu, osebno ali na papirju; natisnjena stran je list za uporabnika.
card-reset-password-step-5 = Če gesla ne sme videti nihče, na strani uporabnika odprite »Nadomestni naslovi« in namesto gesla pošljite povezavo.
card-reset-password-step-6 = Poskrbite, da bo novo geslo vneseno v vse telefone in računalnike uporabnika.
card-reset-password-note = Ob ponastavitvi se samodejni zaklepi končajo. Blokada vpisa, ki jo je določila oseba, in omejitev pošiljanja ostaneta, vsaka s svojim gumbom. Svojega gesla tukaj ne morete ponastaviti.

card-sign-in-status-title = Dovoljevanje in blokiranje vpisa
card-sign-in-status-words = uredi stanje vpisa, stanje vpisa, blokiraj vpis, dovoli vpis, blokirati uporabnika, blokiran uporabnik, onemogočiti račun, omogočiti račun, izklopiti račun, odšel zaposleni, konec zaposlitve, več dejanj, prijava blokirana, 525 5.7.13
card-sign-in-status-text = Blokada uporabniku povsod prepreči vpis, ne glede na geslo, dokler vpisa nekdo ne dovoli ali dokler ne nastopi določeni datum. Je odločitev osebe in s samodejnimi zaklepi nima nič.
card-sign-in-status-step-1 = Odprite »Aktivni uporabniki« in izberite uporabnika.
card-sign-in-status-step-2 = Izberite »Uredi stanje vpisa« in pod »Trenutno« preberite, kaj velja.
card-sign-in-status-step-3 = Izberite »Vpis dovoljen«, »Vpis blokiran, dokler ga nekdo ne dovoli« ali »Vpis blokiran do datuma«.
card-sign-in-status-step-4 = Navedite utemeljitev in izberite »Shrani«.
card-sign-in-status-step-5 = Preberite, kaj ostane nespremenjeno: samodejni zaklep ali omejitev pošiljanja je treba odstraniti posebej.
card-sign-in-status-note = Blokada velja tudi, ko je Postern ustavljen. Pošta za uporabnika še vedno prihaja. Svojega računa in zadnjega globalnega skrbnika ni mogoče blokirati.

card-self-service-title = Uporabniki se v račun vrnejo sami
card-self-service-words = samopostrežba, samopostrežna ponastavitev gesla, SSPR, pozabljeno geslo, varnostne informacije, nadomestni e-poštni naslov, nadomestni naslov, obnovitvena koda, koda za preverjanje, aplikacija za preverjanje pristnosti, vrnitev v račun, obnovitev računa, brez skrbnika
card-self-service-text = Kdor dokaže svojo istovetnost, brez skrbnika odklene račun ali izbere novo geslo. Dovolj je eno dokazilo; za skrbnike in za račune, ki so morda ogroženi, sta potrebni dve dokazili različnih vrst.
card-self-service-step-1 = Uporabnikom povejte naslov strani »Vrnite se v svoj račun«; konča se na /recover.
card-self-service-step-2 = Svetujte jim, naj na strani »Moja varnost«, katere naslov se konča na /my, dodajo nadomestni naslov in ga potrdijo s povezavo v sporočilu.
card-self-service-step-3 = Svetujte jim, naj na isti strani ustvarijo obnovitvene kode in jih hranijo na papirju; kode veljajo šele dan po tem, ko so ustvarjene.
card-self-service-step-4 = Kdor se ne more vpisati, odpre stran »Vrnite se v svoj račun« ter vnese uporabniško ime in kodo.
card-self-service-step-5 = Nato izbere »Samo odkleni račun« ali »Izberi novo geslo«.
card-self-service-step-6 = Novo geslo potem vnese v vsak svoj telefon in računalnik.
card-self-service-note = Koda se nikoli ne pošlje v nabiralnik, do katerega uporabnik ne more. Blokada, ki jo je določila oseba, in omejitev pošiljanja ostaneta, dokler ju ne odstrani skrbnik.

card-must-change-title = Začasno geslo ne deluje
card-must-change-words = začasno geslo, geslo je treba spremeniti, sprememba ob naslednjem vpisu, potrebna je sprememba gesla, geslo je poteklo, poštni program ne sprejme gesla, Outlook ves čas sprašuje po geslu, telefon zahteva geslo, novi uporabnik se ne more vpisati
card-must-change-text = Začasno geslo ne odpre nobenega nabiralnika. Z njim je mogoče v brskalniku samo izbrati svoje geslo, njegova veljavnost pa poteče.
card-must-change-step-1 = V brskalniku odprite stran »Izberite svoje geslo«; njen naslov se konča na /password.
card-must-change-step-2 = Vnesite uporabniško ime, začasno geslo in dvakrat svoje novo geslo.
card-must-change-step-3 = Izberite »Nastavi geslo«.
card-must-change-step-4 = Svoje geslo vnesite v vsak telefon in računalnik.
card-must-change-step-5 = Če je začasno geslo poteklo, skrbnik na strani uporabnika izbere »Ponastavi znova«.
card-must-change-note = Poštni program začasno geslo upravičeno zavrne; drug program ali drugo omrežje ne spremeni ničesar.

card-app-passwords-title = Posebno geslo za eno napravo
card-app-passwords-words = geslo za aplikacijo, gesla za aplikacije, geslo aplikacije, geslo naprave, izgubljen telefon, ukraden telefon, tiskalnik, optični bralnik, skener, kopirni stroj, star poštni program, brez MFA, preklic gesla, geslo IMAP
card-app-passwords-text = Geslo za aplikacijo odpre nabiralnik v eni sami napravi in z izbranimi protokoli. Če se naprava izgubi, se to geslo prekliče, druge naprave pa delujejo naprej.
card-app-passwords-step-1 = Odprite stran uporabnika in izberite »Gesla za aplikacije«.
card-app-passwords-step-2 = Poimenujte napravo, označite njene protokole in izberite »Ustvari geslo za aplikacijo«.
card-app-passwords-step-3 = V napravo ga vnesite namesto gesla računa, skupaj z vezaji; prikazano je samo enkrat.
card-app-passwords-step-4 = Če se naprava izgubi, ob njej izberite »Prekliči geslo«.
card-app-passwords-step-5 = Če ni jasno, za katero napravo gre, izberite »Prekliči vsa gesla«.
card-app-passwords-note = Ob ponastavitvi gesla računa se prekličejo vsa gesla za aplikacije. Geslo za aplikacijo ne odpre ne strani »Moja varnost« ne skrbniškega središča. Uporabniki lahko svoja gesla za aplikacije ustvarijo in prekličejo na strani »Moja varnost«.

card-stale-devices-title = Naprava s starim geslom
card-stale-devices-words = staro geslo, shranjeno geslo, račun se vedno znova zaklene, kar naprej zaklenjen, telefon po spremembi gesla, tablica, tiskalnik, Outlook zahteva geslo, pozabljena naprava, ActiveSync, naprava s starim geslom
card-stale-devices-text = Po spremembi gesla telefon ali računalnik pogosto še naprej poskuša s starim. Postern ga prepozna in teh poskusov ne šteje, zato se vpis zaradi njih ne zaklene. Nove pošte pa naprava ne dobiva.
card-stale-devices-step-1 = Odprite stran uporabnika in pod »Kaj so neuspeli vpisi« preberite, katera naprava je to.
card-stale-devices-step-2 = Pod »Vpisi« poglejte, iz katerega vira in s katerim protokolom prihajajo poskusi.
card-stale-devices-step-3 = Skupaj z lastnikom poiščite napravo: telefon, tablico, star računalnik, tiskalnik, drug poštni program.
card-stale-devices-step-4 = Tam vnesite novo geslo ali pa račun iz naprave odstranite.
card-stale-devices-step-5 = Če je vpis zaklenjen, nato pod »Zaklepi vpisa« izberite »Odkleni račun«.
card-stale-devices-note = Če lastnik vira ne pozna, to ni pozabljena naprava: staro geslo ima nekdo drug. Tedaj glejte »Ukrepanje ob ogroženem računu«.

card-blocked-sources-title = Na enem mestu se ne more vpisati nihče
card-blocked-sources-words = blokiran IP, blokiran naslov IP, blokiran naslov, blokiran vir, cela pisarna se ne more vpisati, pisarna zaklenjena, VPN, spletna pošta, webmail, posredniški strežnik, proxy, NAT, seznam dovoljenih, seznam blokiranih, zaupanja vreden IP, odblokiraj IP, ugibanje gesel, množično ugibanje gesel, brute force
card-blocked-sources-text = Vir (naslov ali omrežje), iz katerega nekdo ugiba gesla, je nekaj časa blokiran. Če ga uporablja veliko ljudi, na primer v pisarni, prek omrežja VPN ali v spletni pošti, so lahko prizadeti tudi drugi.
card-blocked-sources-step-1 = Odprite »Viri« in poiščite naslov, s katerega prihajajo uporabniki.
card-blocked-sources-step-2 = Preberite, zakaj je blokiran, od kdaj in do kdaj.
card-blocked-sources-step-3 = Izberite »Odblokiraj«, navedite utemeljitev in izberite »Da, odblokiraj vir«.
card-blocked-sources-step-4 = Če je to vaša pisarna ali VPN, izberite »Dovoli vir«, da ga nobeno pravilo ne blokira.
card-blocked-sources-step-5 = Če je to spletna pošta ali posredniški strežnik, izberite »Označi vir kot skupen« in poskrbite, da sporoča naslove odjemalcev.
card-blocked-sources-step-6 = Če so posamezni računi še zaklenjeni, jih odklenite pod »Zaklepi vpisa«.
card-blocked-sources-note = Najprej poiščite napravo, ki ugiba, sicer se blokada vrne. Blokada vira, ki jo je določila oseba, se konča šele, ko jo oseba odstrani ali ko nastopi njen datum.

card-protocols-title = Izklop protokolov za račun
card-protocols-words = izklopi IMAP, izklopi POP3, onemogoči IMAP, onemogoči POP, SMTP AUTH, submission, ManageSieve, spletna pošta, webmail, osnovno preverjanje pristnosti, starejše preverjanje pristnosti, Exchange ActiveSync, MAPI, OWA, e-poštne aplikacije, protokol
card-protocols-text = Protokol, ki ga račun ne potrebuje, je mogoče izklopiti samo zanj. Drugi delujejo naprej in pošta še vedno prihaja.
card-protocols-step-1 = Odprite stran uporabnika in izberite »Uredi stanje vpisa«.
card-protocols-step-2 = Izberite »Protokoli«.
card-protocols-step-3 = Počistite oznako pri vsem, česar račun ne potrebuje: IMAP, POP3, »Pošiljanje (SMTP)«, ManageSieve ali »Spletna pošta in portal«.
card-protocols-step-4 = Navedite utemeljitev in izberite »Shrani«.
card-protocols-note = Spletna pošta, ki se v poštni strežnik vpisuje s protokolom IMAP, šteje za IMAP. Kdor je zavrnjen, vidi isto kot ob napačnem geslu. Če želite vpis povsem preprečiti, ga blokirajte.

## Pošiljanje

card-unblock-email-title = Uporabnik ne more pošiljati e-pošte
card-unblock-email-words = odblokiraj, odblokirati, odblokiraj pošiljanje, deblokiraj, ne more pošiljati, ne morem poslati, pošta se ne pošlje, mail, pošiljanje blokirano, pošiljanje omejeno, omejen uporabnik, omejeni uporabniki, omejen pri pošiljanju, blokiran zaradi neželene pošte, spam, neželena pošta, 5.1.8, 550 5.1.8, 5.7.1, 550 5.7.1, 5.1.90, 5.2.2
card-unblock-email-text = Pošiljanje je omejeno zaradi odhodne neželene pošte, prevelikega števila prejemnikov ali dokazov, da je račun ogrožen. Dohodna e-pošta prihaja kot običajno. Najprej ponastavite geslo, nato odblokirajte pošiljanje.
card-unblock-email-step-1 = Če geslo morda pozna kdo drug, na strani uporabnika najprej izberite »Ponastavi geslo«.
card-unblock-email-step-2 = Odprite »Omejeni uporabniki« in poiščite uporabnika; zadostuje del imena: rob najde rob@contoso.com.
card-unblock-email-step-3 = Izberite »Odblokiraj«, preberite, zakaj je bilo pošiljanje omejeno, in si oglejte vsa preverjanja.
card-unblock-email-step-4 = Pod »Zadrži, pošlji ali izbriši sporočila v čakalni vrsti« odločite o čakajočih sporočilih.
card-unblock-email-step-5 = Navedite utemeljitev in izberite »Da, odblokiraj pošiljanje«.
card-unblock-email-step-6 = Stran nato pove, ali kontrolna točka za pošiljanje spet sprejema pošto; obvestite uporabnika.
card-unblock-email-note = Dokler ne izberete »Da«, se nič ne spremeni. Zadržana sporočila ostanejo zadržana, dokler jih nekdo ne pošlje ali izbriše. Če uporabnika ni na seznamu, pošiljanje ni omejeno: poglejte kodo v obvestilu o nedostavi.

card-spam-limits-title = Meje pošiljanja
card-spam-limits-words = meja pošiljanja, omejitev števila prejemnikov, meja presežena, pravilnik za odhodno neželeno pošto, preveč prejemnikov, novi prejemniki, meja na uro, meja na dan, upočasnjeno, zamik, prag, spremeniti mejo, zvišati mejo, limit, 5.1.90, 5.2.2, 451 4.7.1
card-spam-limits-text = Postern šteje prejemnike, predvsem nove, ki jim iz tega računa še ni bilo poslano nobeno sporočilo. Nad prvo mejo se pošiljanje novim prejemnikom upočasni, nad višjo se pošiljanje omeji.
card-spam-limits-step-1 = Odprite stran uporabnika in pod »Pošiljanje« poglejte, koliko je bilo poslano in katere meje veljajo.
card-spam-limits-step-2 = Če jih želite spremeniti za vse, odprite »Pravilniki«, pojdite na zavihek »Pošiljanje« in izberite »Spremeni«.
card-spam-limits-step-3 = Če jih želite spremeniti za nekatere račune, pojdite na zavihek »Za posamezne račune« in izberite »Nov pravilnik za posamezne račune«.
card-spam-limits-step-4 = V predogledu preberite, katere račune bi nove meje omejile v zadnjih 30 dneh.
card-spam-limits-step-5 = Navedite utemeljitev in potrdite z »Da«.
card-spam-limits-step-6 = Če je pošiljanje že omejeno, ga odblokirajte pod »Omejeni uporabniki«.
card-spam-limits-note = Višja meja ne odstrani omejitve. Eno samo veliko pošiljanje raje načrtujte: potem ostanejo meje nizke za tistega, ki ukrade geslo.

card-planned-mailings-title = Enkratno pošiljanje številnim prejemnikom
card-planned-mailings-words = množično pošiljanje, načrtovano množično pošiljanje, glasilo, e-novice, novice, vabilo, okrožnica, spajanje dokumentov, veliko prejemnikov, izjema, začasno zvišati mejo, lažni alarm
card-planned-mailings-text = Načrtovano množično pošiljanje ne omeji računa: do časa, ki ga izberete, lahko račun piše več prejemnikom.
card-planned-mailings-step-1 = Odprite stran uporabnika, pojdite na »Pošiljanje« in izberite »Načrtuj množično pošiljanje«.
card-planned-mailings-step-2 = Navedite, koliko prejemnikom in do kdaj.
card-planned-mailings-step-3 = Navedite utemeljitev in izberite »Da, načrtuj«.
card-planned-mailings-step-4 = Če je pošiljanje že omejeno, ga odblokirajte pod »Omejeni uporabniki«.
card-planned-mailings-note = Meje po vpisih s tujih mest ostanejo take, kot so. Prejemniki nad načrtovanim številom se presojajo kot običajno. Načrtovano pošiljanje se konča samo.

card-bounce-codes-title = Kaj pomeni koda v obvestilu o nedostavi
card-bounce-codes-words = obvestilo o nedostavi, poročilo o nedostavi, nedostavljeno, ni bilo dostavljeno, vrnjeno sporočilo, NDR, koda napake, napaka SMTP, 550 5.7.1, 5.7.1, 451 4.7.1, 450 4.7.28, 421 4.7.0, 525 5.7.13, 535 5.7.8, 5.1.8, 550 5.1.8, 5.1.90, 5.2.2, 5.2.121, 5.2.122, 5.7.232, 5.7.233, 5.7.501, 5.7.502, 5.7.503, 5.7.705, 5.7.708, 5.7.711, 5.7.750
card-bounce-codes-text = Kjer ima Microsoft veliko kod, jih ima Postern malo; natančen razlog je na strani uporabnika. Koda v oglatih oklepajih pove, da je odgovoril Postern.
card-bounce-codes-step-1 = 550 5.7.1 s kodo v oglatih oklepajih pomeni, da je pošiljanje omejeno; pošiljatelja poiščite pod »Omejeni uporabniki«.
card-bounce-codes-step-2 = Pri Microsoftu je to 5.1.8, kadar gre za neželeno pošto, ter 5.1.90 ali 5.2.2, kadar je prejemnikov ali sporočil preveč.
card-bounce-codes-step-3 = 5.7.232, 5.7.233 in 5.7.705 tam veljajo za celotno organizacijo, 5.7.711 pa za povezovalnik; tukaj pod »Omejeni uporabniki« vidite, kateri računi so omejeni.
card-bounce-codes-step-4 = Koda, ki se začne s 4, na primer 451 4.7.1 ali 450 4.7.28, sporočilo odloži: pošljite ga znova pozneje in počasneje.
card-bounce-codes-step-5 = 535 5.7.8 pomeni, da se uporabniško ime ali geslo ne ujema ali da je vpis zaklenjen ali blokiran; poglejte »Zaklepi vpisa«.
card-bounce-codes-step-6 = 525 5.7.13 ali 421 4.7.0 s kodo v oglatih oklepajih pomeni, da je bil vpis blokiran med sejo; poglejte »Uredi stanje vpisa«.
card-bounce-codes-note = Obvestilo o nedostavi brez kode v oglatih oklepajih večinoma pošlje prejemnikov strežnik. Tam odblokiranje ne pomaga.

## Ogrožen račun

card-compromised-account-title = Ukrepanje ob ogroženem računu
card-compromised-account-words = ogrožen račun, zlorabljen račun, vdor v račun, vdrl v račun, hekan račun, ukradeno geslo, lažno predstavljanje, phishing, nekdo drug uporablja račun, neželena pošta iz mojega računa, spam, osami račun, incident, neznan vpis, sumljivo, to nisem jaz
card-compromised-account-text = Do računa je imel dostop nekdo drug. Najprej ga osamite, nato ugotovite, kaj se je zgodilo. Znaki so neznani vpisi, pošta, ki je lastnik ni napisal, in pravila, ki jih lastnik ni ustvaril.
card-compromised-account-step-1 = Na strani uporabnika ali na strani incidenta izberite »Osami račun« in preberite, kateri koraki so bili izvedeni.
card-compromised-account-step-2 = Izberite »Ponastavi geslo« in novo geslo sporočite po telefonu ali osebno; v prizadeti nabiralnik se nikoli ne pošlje.
card-compromised-account-step-3 = Odprite »Pravila in posredovanje« in poskrbite, da se odstrani vse, česar lastnik ne pozna.
card-compromised-account-step-4 = Odprite »Nadomestni naslovi« in »Gesla za aplikacije« ter odstranite vse, česar lastnik ne pozna.
card-compromised-account-step-5 = Na strani uporabnika odprite »Pošiljanje« in odločite o sporočilih v čakalni vrsti.
card-compromised-account-step-6 = Šele nato dovolite vpis pod »Uredi stanje vpisa« in odblokirajte pošiljanje pod »Omejeni uporabniki«.
card-compromised-account-note = Dostavljenih sporočil ni mogoče vzeti nazaj; opozorite prejemnike. Poskrbite tudi za pregled lastnikovega računalnika in telefona, sicer bo novo geslo ukradeno tako kot staro.

card-forwarding-title = Kam se posreduje pošta uporabnika
card-forwarding-words = posredovanje, posreduj, posredovanje e-pošte, naslov za posredovanje, preusmeritev, preusmeri, zunanje posredovanje, samodejno posredovanje, kopija na drug naslov, Sieve, pravilo za posredovanje, pošta manjka
card-forwarding-text = Posredovanje lahko vsako sporočilo odnese iz organizacije. Kdor prevzame tuj račun, rad nastavi posredovanje, ker ostane tudi po spremembi gesla.
card-forwarding-step-1 = Odprite stran uporabnika in izberite »Pravila in posredovanje«.
card-forwarding-step-2 = Na vrhu preberite, na kateri naslov se pošta posreduje in ali zapusti organizacijo.
card-forwarding-step-3 = Lastnika po telefonu vprašajte, ali je posredovanje nastavil sam.
card-forwarding-step-4 = Če posredovanje ni želeno, poskrbite, da se odstrani v spletni pošti ali na poštnem strežniku.
card-forwarding-step-5 = Če lastnik zanj ne ve, glejte »Ukrepanje ob ogroženem računu«.
card-forwarding-note = Stran prikazuje uporabnikova pravila (Sieve) in nobenega ne spremeni. Vzdevki, datoteke .forward in pravila za ves strežnik se ne berejo; poiščite jih na poštnem strežniku.

card-inbox-rules-title = Pravila, ki skrivajo ali brišejo pošto
card-inbox-rules-words = poštno pravilo, pravilo za mapo Prejeto, pravila, Sieve, filter, pravilo briše pošto, pošta izginja, sporočila izginjajo, skrito pravilo, mapa RSS, mapa z neželeno pošto, premakne, odsotnost, samodejni odgovor
card-inbox-rules-text = Pravilo lahko sporočila izbriše ali premakne tja, kamor nihče ne gleda. Kdor prevzame tuj račun, tako pred lastnikom skrije odgovore in opozorila.
card-inbox-rules-step-1 = Odprite stran uporabnika in izberite »Pravila in posredovanje«.
card-inbox-rules-step-2 = V stolpcu »Kaj naredi« poiščite vrstice z napisom »skriva pošto«.
card-inbox-rules-step-3 = Lastnika po telefonu vprašajte, kdo je pravilo ustvaril.
card-inbox-rules-step-4 = Poskrbite, da se tuje pravilo odstrani v spletni pošti ali na poštnem strežniku.
card-inbox-rules-step-5 = Če lastnik zanj ne ve, glejte »Ukrepanje ob ogroženem računu«.
card-inbox-rules-note = Novo geslo ne odstrani nobenega pravila. Stran prikazuje pravila, ki so zdaj dejavna; nobenega ne spremeni, pravil za ves strežnik pa na njej ni.

## Skrbniško središče in poštni strežnik

card-alerts-title = Opozorilo o računu
card-alerts-words = opozorilo, opozorila, pravilnik za opozorila, obvestilo, sumljiva dejavnost, sumljivo pošiljanje, tveganje, ocena tveganja, ocena suma, kdo dobi opozorila, opozorilo po e-pošti, uporabniku omejeno pošiljanje, lažni alarm
card-alerts-text = Opozorilo pomeni, da nekaj kaže na ogroženost računa. Ničesar ne omeji: pogledati ga mora človek.
card-alerts-step-1 = Odprite stran uporabnika ter preberite oceno suma in iz česa je sestavljena.
card-alerts-step-2 = Pod »Vpisi« primerjajte vire z mesti, ki jih uporablja lastnik.
card-alerts-step-3 = Lastnika vprašajte po telefonu, ne po e-pošti.
card-alerts-step-4 = Če je bil to nekdo drug, glejte »Ukrepanje ob ogroženem računu«.
card-alerts-step-5 = Če je bil to lastnik, ni treba storiti ničesar: ocena se zniža sama.
card-alerts-step-6 = Kdo dobi ta sporočila, vidite na strani »Nastavitve« pod »Pošta skrbnikom«; naslovi se spremenijo v konfiguracijski datoteki.
card-alerts-note = Opozorilo samo ne dokazuje ničesar. O omejitvi pride posebno sporočilo. Navedite vsaj en naslov, ki ni na tem poštnem strežniku.

card-connectors-down-title = Poštni strežnik ne sprašuje Posterna
card-connectors-down-words = povezava ne deluje, ni povezave, kontrolna točka molči, ne sprašuje, meje se ne uveljavljajo, Postfix, Dovecot, auth-policy, milter, doctor, health, povezovalnik, nič se ne zgodi, zadnje vprašanje, check_policy_service
card-connectors-down-text = Postern odloča samo o tem, kar ga vpraša poštni strežnik. Če vprašanj ni, se pošta tam pošilja brez preverjanja; že znane omejitve še vedno veljajo.
card-connectors-down-step-1 = Odprite »Povezave« in poglejte, katera vrstica je označena.
card-connectors-down-step-2 = Pod »Kontrolne točke: kjer poštni strežniki sprašujejo Postern« primerjajte, kdaj je katera nazadnje dobila vprašanje.
card-connectors-down-step-3 = Pod »Kam Postern piše« preberite, kaj čaka in zakaj.
card-connectors-down-step-4 = Nastavitve poštnega strežnika primerjajte z besedilom pod »Za Dovecot in Postfix«.
card-connectors-down-step-5 = Na strežniku zaženite ukaz postern doctor; ta navede vsako napako in kaj je treba spremeniti.
card-connectors-down-step-6 = Pošljite sporočilo, vpišite se in poglejte, ali se čas zadnjega vprašanja spremeni.
card-connectors-down-note = Kontrolna točka lahko molči tudi zato, ker se nihče ne vpisuje in nihče ne pošilja; tedaj je zadnje vprašanje staro, pa ni nič narobe.
