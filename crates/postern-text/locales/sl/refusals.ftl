# Zakaj je bilo nekaj zavrnjeno in kaj storiti. See the English file for what each message is for.

## Dejanje osebe

refusal-not-allowed = Vaša vloga tega ne dovoljuje. Potrebna je vsaj ta vloga: { $role }. Nič ni bilo spremenjeno.
refusal-target-is-admin = Ta račun ima vlogo »{ $role }«. Spremeni ga lahko samo nekdo z višjo vlogo. Nič ni bilo spremenjeno.
refusal-own-account = Tega ne morete storiti s svojim računom. Obrnite se na drugega skrbnika.
refusal-last-global-admin = To je zadnji globalni skrbnik. Vlogo najprej dodelite nekomu drugemu.
refusal-for-all-domains-only = Vaša vloga velja samo za nekatere domene, to pa zadeva celotno organizacijo. Obrnite se na skrbnika, čigar vloga velja za vse domene. Nič ni bilo spremenjeno.
refusal-outside-domains = Vaša vloga ne velja za domeno naslova { $name }. Nič ni bilo spremenjeno.
refusal-global-admin-for-all-domains = Vloga globalnega skrbnika vedno velja za vse domene. Izberite drugo vlogo ali pustite domene prazne. Nič ni bilo spremenjeno.
refusal-no-domain = »{ $text }« ni veljavna domena. Domene zapišite kot contoso.example, največ { $limit }. Nič ni bilo spremenjeno.
refusal-note-missing = Navedite utemeljitev. Zapisana bo v dnevniku nadzora in na strani uporabnika.
refusal-note-too-long = Utemeljitev je predolga. Skrajšajte jo. Meja v bajtih: { $limit }
refusal-sending-not-restricted = Pošiljanje iz tega računa ni omejeno. Ničesar ni treba odblokirati.
refusal-sign-in-not-locked = Vpis v ta račun ni zaklenjen. Ničesar ni treba odkleniti. Če je vpis blokirala oseba, izberite »Dovoli vpis«.
refusal-sign-in-not-blocked = Vpis v ta račun ni blokiran. Ničesar ni treba dovoliti. Če je vpis zaklenjen, izberite »Odkleni račun«.
refusal-already-so = Tako je že. Nič ni bilo spremenjeno.
refusal-end-in-the-past = Čas konca je že minil. Izberite poznejši čas.
refusal-name-taken = Ime { $name } pripada drugemu računu. Izberite drugo ime ali ga najprej odstranite iz tistega računa.
refusal-no-such-alias = Ta račun nima vzdevka { $name }. Preverite zapis.
refusal-alias-is-primary = Naslov { $name } je glavni naslov tega računa, ne vzdevek. Če ga želite spremeniti, preimenujte račun.
refusal-too-many-aliases = Račun ima že toliko vzdevkov, kot jih lahko ima. Najprej katerega odstranite. Meja: { $limit }
refusal-too-many-groups = Račun bi imel več skupin, kot jih lahko ima. Najprej katero odstranite. Meja: { $limit }
refusal-display-name = Prikazno ime je predolgo ali vsebuje krmilne znake. Izberite krajše ime v eni vrstici. Meja v bajtih: { $limit }
refusal-password-kept-elsewhere = Geslo tega računa se hrani zunaj sistema Postern. Spremenite ga tam. Nič ni bilo spremenjeno.

## Poskus vpisa

sign-in-refused-blocked = Vpis je blokiran.
sign-in-refused-locked-unfamiliar = Vpis iz neznanih virov je zaklenjen do { $until }.
sign-in-refused-locked-familiar = Vpis iz znanih virov je zaklenjen do { $until }.
sign-in-refused-closed-unfamiliar = Vpis iz neznanih virov ostane zaklenjen.
sign-in-refused-closed-familiar = Vpis iz znanih virov ostane zaklenjen.
sign-in-refused-source-blocked = Vir je blokiran do { $until }.
sign-in-refused-too-many-at-once-unfamiliar = Preveč hkratnih poskusov iz neznanih virov.
sign-in-refused-too-many-at-once-familiar = Preveč hkratnih poskusov iz znanih virov.
sign-in-refused-no-reservation = Pred preverjanjem gesla ni bilo nobenega vprašanja. Preverite, ali poštni strežnik vpraša obakrat.

## Ime, ki ni ime računa

name-empty = Ime je prazno. Vnesite naslov, na primer rob@contoso.example.
name-too-long = Ime je predolgo. Skrajšajte ga. Meja v bajtih: { $limit }
name-character = Ime vsebuje presledek ali krmilni znak. Odstranite ga.
name-domain = Besedilo za znakom @ ni ime domene. Preverite zapis.
