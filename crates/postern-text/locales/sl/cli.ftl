# Ukazna vrstica. See the English file for what each message is for.

## Zakaj strežnik ni naredil, kar je bilo zahtevano

cli-error-no-such-route = Strežnik ne pozna tega naslova. Odjemalec in strežnik imata morda različni različici.
cli-error-method = Strežnik tukaj ne pozna te metode.
cli-error-bad-request = Zahteve ni mogoče prebrati: { $cause }
cli-error-body-too-large = Zahteva je prevelika.
cli-error-no-such-account = Takega računa ni.
cli-error-no-such-restriction = Take omejitve ni.
cli-error-not-allowed = Vaše vloge tega ne dovoljujejo. Nič ni spremenjeno.
cli-error-name-taken = Ime { $name } pripada drugemu računu. Nič ni spremenjeno.
cli-error-changed-meanwhile = To je medtem spremenil nekdo drug. Nič ni spremenjeno. Preverite trenutno stanje in se znova odločite.
cli-error-policy = Vrednost ni dovoljena: { $cause }
cli-error-busy = Strežnik ima preveč dela in nič ni spremenjeno. Poskusite znova.
cli-error-internal = To ni uspelo in nič ni spremenjeno. Poskusite znova. Vzrok je v dnevniku strežnika pod številko { $id }

## Zakaj ukaz ni dosegel strežnika

cli-not-running = Strežnik ne deluje, na vtičnici { $socket } se nihče ne odziva. Zaženite ga z ukazom postern serve.
cli-socket-not-yours = Vtičnico { $socket } smeta uporabljati samo root in uporabnik strežnika. Poskusite znova z ukazom sudo.
cli-no-answer = Strežnik se na vtičnici { $socket } ne odziva. Vzrok je v njegovem dnevniku.
cli-other-server = Na vtičnici { $socket } se odziva druga različica programa Postern. Po nadgradnji znova zaženite strežnik.

## Na koga se nanaša ukaz

cli-nobody-matches = Za iskanje »{ $text }« ni zadetkov. Dovolj je del imena: rob najde rob@contoso.com.
cli-several-match = Iskanju »{ $text }« ustreza več računov. Navedite naslov ali id računa.
cli-never-restricted = Pošiljanje za račun { $account } ni bilo nikoli omejeno.
cli-until-not-understood = »{ $text }« ni čas. Vnesite 2026-11-24T18:00, 2026-11-24 ali čas od zdaj: 90min, 8h, 3d.

## Glave stolpcev

cli-head-account = Račun
cli-head-aliases = Vzdevki
cli-head-attempts = Poskusi pred tem
cli-head-bounds = Dovoljeno
cli-head-cause = Razlog
cli-head-code = Koda
cli-head-created = Ustvarjeno
cli-head-decision = Odločitev
cli-head-default = Privzeto
cli-head-details = Podrobnosti
cli-head-ended = Konec
cli-head-event = Dogodek
cli-head-groups = Skupine
cli-head-id = Id
cli-head-kind = Vrsta
cli-head-language = Jezik
cli-head-let-out = Poslano
cli-head-name = Ime
cli-head-policy = Vrednost pravilnika
cli-head-reason = Utemeljitev
cli-head-roles = Vloge
cli-head-rule = Pravilo
cli-head-since = Od
cli-head-source = Vir
cli-head-state = Stanje
cli-head-times = Število
cli-head-until = Do
cli-head-value = Vrednost
cli-head-when = Kdaj
cli-head-who = Izvajalec
cli-until-released = brez roka
cli-more-after = Na voljo jih je več. Za naslednjo stran dodajte --after { $address }
cli-more-before = Na voljo jih je več. Za naslednjo stran dodajte --before { $cursor }

## Seznami

cli-everyone-can-send = Vsi lahko pošiljajo. Pošiljanje ni omejeno ali upočasnjeno za noben račun.
cli-everyone-can-sign-in = Vsi se lahko vpišejo. Vpis ni zaklenjen ali blokiran za noben račun.
cli-nobody-in-list = Za iskanje »{ $text }« na tem seznamu ni zadetkov.
cli-gate-only = Geslo hrani drug sistem. Postern pozna ta račun samo iz prometa.

## Kaj je bilo narejeno

cli-done-unblocked = Pošiljanje je znova odprto za račun { $account }
cli-done-restricted = Pošiljanje je omejeno za račun { $account }. Dohodna e-pošta prihaja kot običajno.
cli-done-unlocked = Vpis je odklenjen za račun { $account }
cli-done-blocked = Vpis je blokiran za račun { $account }
cli-done-allowed = Vpis je znova dovoljen za račun { $account }
cli-done-created = Račun je ustvarjen: { $account }, id { $id }
cli-done-renamed = Novi naslov računa { $account }: { $new }
cli-done-alias-added = Računu { $account } je dodan vzdevek { $alias }
cli-done-alias-removed = Računu { $account } je odvzet vzdevek { $alias }
cli-done-changed = Račun je spremenjen: { $account }
cli-done-password = Geslo je nastavljeno za račun { $account }
cli-done-deleted = Račun je izbrisan: { $account }
cli-policy-set = { $name }: { $to }, prej { $from }
cli-receipt-failed = { $point }: ni v veljavi. Naslednji poskus: { $when }. Vzrok: { $message }
cli-receipt-given-up = { $point }: ni v veljavi. Novih poskusov ne bo. Vzrok: { $message }

## Gesla in vprašanja

cli-password-ask = Novo geslo:
cli-password-again = Isto še enkrat:
cli-passwords-differ = Gesli se razlikujeta. Nič ni spremenjeno.
cli-password-empty = Geslo je prazno. Vnesite ga v prvo vrstico standardnega vhoda.
cli-password-too-long = Geslo je daljše od 1024 bajtov.
cli-delete-ask = Tega ni mogoče razveljaviti. Za izbris računa vnesite njegov naslov: { $account }
cli-delete-needs-yes = Nikogar ni, ki bi odgovoril. Za izbris brez vprašanja dodajte --yes.
cli-delete-not = Ni izbrisano.

## Ena omejitev

cli-restriction-times = Od: { $since }. Izvajalec: { $actor }. Do: { $until }
cli-restriction-ended = Odstranjeno: { $when }. Izvajalec: { $actor }
cli-restriction-ended-because = Odstranjeno: { $when }. Izvajalec: { $actor }. Utemeljitev: { $reason }

## Zakaj

cli-why-head = { $account }, stanje: { $when }
cli-why-sign-in-open = Vpis: odprt
cli-why-sign-in-partly = Vpis: zaprt za nekatere vire, zaprlo ga je pravilo
cli-why-sign-in-closed-by-rule = Vpis: zaprlo ga je pravilo
cli-why-sign-in-closed-by-person = Vpis: zaprla ga je oseba
cli-why-sending-open = Pošiljanje: odprto
cli-why-sending-slowed = Pošiljanje: upočasnilo ga je pravilo
cli-why-sending-closed-by-rule = Pošiljanje: zaprlo ga je pravilo
cli-why-sending-closed-by-person = Pošiljanje: zaprla ga je oseba
cli-why-code = Koda: { $code }
cli-why-cure = Ta vrata odpre ukaz: { $command }
cli-why-familiar-sources = Število znanih virov: { $count }
cli-why-hour = Prejemniki v zadnji uri: { $count }, od tega novi: { $new }
cli-why-day = Prejemniki v zadnjih 24 urah: { $count }, od tega novi: { $new }
cli-why-recent = Nedavno končano
cli-why-decisions = Zadnje odločitve, najnovejše najprej
cli-why-receipts = Kje velja

## Stanje strežnika

cli-health-ok = Postern { $version } se odziva in vse je v pomnilniku
cli-health-loading = Postern { $version } se odziva in vse omejitve veljajo. Zgodovina se še bere.
cli-health-behind = Postern { $version } se odziva, shramba pa zaostaja. Vzrok je v dnevniku.
cli-observed-sending = Pošiljanje se do { $until } samo opazuje: pravila nikogar ne omejijo in ne upočasnijo. Za takojšnjo uveljavitev: { $command }
cli-observed-sign-in = Vpis se samo opazuje: pravila nikogar ne zavrnejo. Kar blokira oseba, je blokirano. Za takojšnjo uveljavitev: { $command }
cli-health-accounts = Računi: { $count }
cli-health-restrictions = Veljavne omejitve: { $count }
cli-health-tracked = Računi s števci: { $count }
cli-health-sources = Viri s števci: { $count }
cli-health-memory = Pomnilnik števcev v KiB: { $count }
cli-health-unsaved = Spremembe, ki čakajo na shrambo: { $count }
cli-health-lost = Od zagona izgubljene vrstice dnevnika odločitev: { $count }

## Nastavitve

cli-config-ok = { $file }: vse je pravilno
cli-config-wrong = Nastavitve se ne uporabljajo, dokler niso vse zgornje vrstice pravilne.
cli-config-no-policy = Brez razdelka [gates.postfix_policy] Postfix nima koga vprašati: meje pošiljanja se ne uveljavljajo.
cli-config-no-milter = Brez [gates.milter] se pošta, ki jo programi oddajo s programom sendmail, ne šteje.
cli-config-no-auth-policy = Brez razdelka [gates.auth_policy] Dovecot nima koga vprašati: ugibanje gesel ostane neopaženo.
cli-config-no-dovecot = Brez razdelka [exports.dovecot] blokada vpisa ne velja, dokler je Postern ustavljen.
cli-config-no-postfix = Brez razdelka [exports.postfix] omejitev pošiljanja ne velja, dokler je Postern ustavljen.
cli-config-no-notify = Brez razdelka [notify] nihče ne izve, da je račun omejen.

## Prvi koraki

cli-init-created = Ustvarjeno: { $path }
cli-init-kept = Že obstaja in je nespremenjeno: { $path }
cli-init-next = Naslednji koraki:
cli-init-observes = Nova namestitev prvih 7 dni pošiljanje samo opazuje
cli-init-step-check = Preberite nastavitve, vnesite svoja imena in jih preverite
cli-init-step-serve = Zaženite strežnik
cli-init-step-admin = Dodelite si vlogo skrbnika
cli-init-step-invite = Ko je razdelek [web] vklopljen, vstopite v skrbniško središče
cli-init-step-import = Oglejte si uvoz obstoječih uporabnikov
cli-init-step-connect = Povežite Dovecot in Postfix

## Preizkus na preteklih podatkih

cli-replay-mail = Sporočila: { $messages }. Računi: { $accounts }. Računski meseci: { $months }
cli-replay-episodes = Omejitve, do katerih bi prišlo: { $count }, na 1000 računskih mesecev: { $rate }
cli-replay-sign-in = Poskusi: { $attempts }. Računi: { $accounts }. Viri: { $sources }
cli-replay-locks = Zaklepi: { $count }
cli-replay-refused-successes = Prava gesla, ki bi bila zavrnjena: { $count }
cli-replay-more = Z možnostjo --json jih je še: { $count }

## Uvoz obstoječih uporabnikov

cli-import-found = Računi v datoteki: { $accounts }, z geslom: { $passwords }
cli-import-dry = Nič ni spremenjeno: to je bil preizkus
cli-import-created = Ustvarjeni računi: { $count }
cli-import-problems = Vrstice, zaradi katerih datoteke ni mogoče uvoziti: { $count }
cli-import-name-taken = Ime { $name } pripada obstoječemu računu.
cli-import-refused = Strežnik zavrača ta račun: { $code }
