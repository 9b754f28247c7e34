# Kakšno je stanje računa pri vpisu, kdo je zaklenjen ali blokiran in od kod pridejo naslovi odjemalcev.

## Kjer se opazujejo samo nekatera pravila vpisa

cli-observed-lanes = Zaklepanje se samo opazuje: pravila ne zaklenejo nobenega računa. Za takojšnjo uveljavitev: { $command }
cli-observed-sources = Blokiranje virov se samo opazuje: pravila ne blokirajo nobenega vira. Kar blokira oseba, je blokirano. Za takojšnjo uveljavitev: { $command }
cli-observed-spray = Način množičnega ugibanja se samo opazuje: noben prag se ne zniža. Za takojšnjo uveljavitev: { $command }

## Obe stezi računa in kaj se v vsaki šteje

standing-unfamiliar-open = Vpis iz neznanih virov: odprt
standing-unfamiliar-locked = Vpis iz neznanih virov: zaklenjen do { $until }
standing-unfamiliar-closed = Vpis iz neznanih virov: ostane zaklenjen
standing-familiar-open = Vpis iz znanih virov: odprt
standing-familiar-locked = Vpis iz znanih virov: zaklenjen do { $until }
standing-familiar-closed = Vpis iz znanih virov: ostane zaklenjen
standing-lane-failures = Neuspešni poskusi: { $count } od { $limit }, zaporedoma: { $row } od { $row_limit }
standing-lane-level = Nedavni zaklepi: { $count }. Naslednji je daljši, razen če je najdaljši že dosežen.
standing-admit = Vpis z novega kraja samo za lastnika odpre ukaz: { $command }
standing-unlock-gives = Odklepanje da nove poskuse tudi tistemu, ki ugiba gesla.
standing-lane-eased = Do { $until } se zaklene šele po dvakrat več neuspešnih poskusih.

## Kaj velja za vire

standing-place-familiar = { $address } je znan vir tega računa in je blokiran. Zadnji vpis od tam: { $last }
standing-place-unfamiliar = { $address } je blokiran, vpis v ta račun pa je od tam že uspel. Zadnji vpis od tam: { $last }
standing-ends-it = To konča ukaz: { $command }

## En račun

signin-link = Enkratna povezava je odprta do { $until }. Uporabil je ni še nihče.
signin-pass = Enkratna povezava je bila uporabljena iz { $network }. Vpis od tam je odprt do { $until }.
signin-devices = Zapomnjene naprave: { $count }
signin-last-success = Zadnji uspešni vpis: { $when }, iz { $source }
signin-last = Zadnji vpisi in neuspešni poskusi, najnovejši najprej
signin-refused-by-block = Poskuse z naslova { $address } zavrne ta blokada. Če niso lastnikovi, jo pustite.
signin-none-recorded = Zabeležen ni noben vpis.
signin-next = Naslednji korak: { $command }
signin-next-else = Sicer: { $command }
signin-next-nothing = Ničesar ni treba odpreti. Kakšen bi bil odgovor na poskus z določenega naslova: { $command }

## Na seznamu ni nikogar

signin-nobody-locked = Noben račun ni zaklenjen.
signin-nobody-blocked = Noben račun ni blokiran in noben vir ni blokiran za posamezen račun.
signin-nobody-from = Iz { $source } v zadnjih 7 dneh ni bilo poskusa vpisa v noben zaklenjen ali blokiran račun, vir pa ni blokiran za noben posamezen račun.
signin-nobody-locked-from = Iz { $source } v zadnjih 7 dneh ni bilo poskusa vpisa v noben zaklenjen račun.
signin-nobody-blocked-from = Iz { $source } v zadnjih 7 dneh ni bilo poskusa vpisa v noben blokiran račun, vir pa ni blokiran za noben posamezen račun.
signin-source-blocked = Blokiran je sam vir ali njegov del: { $command }

## check-config

listener-question = { $section }, { $listen }: poštni strežnik pošlje naslov odjemalca v vsakem vprašanju.
listener-proxy-protocol = { $section }, { $listen }: poštni strežnik pošlje naslov odjemalca v vsakem vprašanju. Kateri poštni strežnik sprašuje, pove glava PROXY, ki jo pošlje { $proxies }.
listener-proxy-protocol-unix = { $section }, { $listen }: poštni strežnik pošlje naslov odjemalca v vsakem vprašanju. Kateri poštni strežnik sprašuje, pove glava PROXY tistega, ki odpre vtičnico.
listener-forwarded = { $section }, { $listen }: naslov odjemalca se prebere iz X-Forwarded-For, ki ga pošlje { $proxies }. Za vse druge je to naslov same povezave.
listener-forwarded-unix = { $section }, { $listen }: naslov odjemalca se prebere iz X-Forwarded-For tistega, ki odpre vtičnico.
listener-connection = { $section }, { $listen }: naslov odjemalca je naslov same povezave. X-Forwarded-For se ne bere.
listener-trusts-nobody = { $listen } ne zaupa nobenemu posredniškemu strežniku na tem računalniku. Za obratnim posredniškim strežnikom bi imel vsak obiskovalec naslov tega strežnika. Navedite ga v web.trusted_proxies ali mu omogočite povezavo prek vtičnice Unix.
