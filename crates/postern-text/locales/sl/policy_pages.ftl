# Pravilniki kot strani: vrednosti po skupinah, kaj naredi sprememba, vnaprej pripravljeni pravilniki. See the English file for what each message is for.
admin-nav-policies = Pravilniki
policy-tabs = Deli pravilnikov
policy-tab-sign-in = Vpis
policy-tab-score = Sum
policy-tab-rest = Opazovanje in hramba
policy-lede = { $count ->
    [0] Vse vrednosti so privzete.
    [one] Od privzetega se razlikuje { $count } vrednost.
    [two] Od privzetega se razlikujeta { $count } vrednosti.
    [few] Od privzetega se razlikujejo { $count } vrednosti.
   *[other] Od privzetega se razlikuje { $count } vrednosti.
}
policy-head-now = Zdaj
policy-head-then = Potem
policy-head-before = Prej
policy-differs = se razlikuje od privzetega
policy-range = od { $min } do { $max }
policy-hint = Privzeto: { $default }. Dovoljeno: od { $min } do { $max }
policy-change = Spremeni
policy-change-title = Spremeni: { $group }
policy-change-lede = Nič se ne spremeni, dokler ne vidite seznama sprememb in izberete Da.
policy-see-changes = Pokaži spremembe
policy-preview-title = { $count ->
    [0] Nič se ne spremeni
    [one] Spremeni se { $count } vrednost
    [two] Spremenita se { $count } vrednosti
    [few] Spremenijo se { $count } vrednosti
   *[other] Spremeni se { $count } vrednosti
}
policy-refused-title = Te vrednosti niso sprejete
policy-not-a-number = »{ $name }«: potrebno je celo število. Navedeno: »{ $given }«
policy-out-of-range = »{ $name }«: dovoljeno je od { $min } do { $max }. Navedeno: { $given }
policy-unknown-name = Vrednosti z imenom »{ $name }« ni.
policy-quoted = »{ $name }«
policy-back-to-form = Nazaj na obrazec
policy-yes = Da, spremeni
policy-meanwhile = Medtem je nekdo drug spremenil eno od teh vrednosti. Preberite seznam še enkrat.
policy-done = { $count ->
    [one] Spremenjena je { $count } vrednost.
    [two] Spremenjeni sta { $count } vrednosti.
    [few] Spremenjene so { $count } vrednosti.
   *[other] Spremenjenih je { $count } vrednosti.
}
policy-undo = Razveljavi
policy-on = Vklopljeno
policy-off = Izklopljeno
policy-percent = { $number } %
policy-times = { $number } ×
policy-unit-seconds = v sekundah
policy-unit-milliseconds = v milisekundah
policy-unit-percent = v odstotkih
policy-unit-days = v dnevih
policy-group-locks = Zaklepi računov
policy-group-sources = Blokade virov
policy-group-spray = Hkratno preizkušanje več računov
policy-group-sending = Meje pošiljanja
policy-group-watched = Nadzorovani, sproščeni in starejši računi
policy-group-score = Točke suma
policy-group-guard = Zaščita pred množičnim omejevanjem
policy-group-history = Kaj se hrani
policy-group-password = Gesla
policy-group-observe = Samo opazovanje
policy-presets = Vnaprej pripravljeni pravilniki
policy-head-preset = Vnaprej pripravljen pravilnik
policy-head-changes = Bi spremenil
policy-preset-changes = { $count ->
    [0] Že velja
    [one] { $count } vrednost
    [two] { $count } vrednosti
    [few] { $count } vrednosti
   *[other] { $count } vrednosti
}
policy-preset-look = Primerjaj
policy-what-if = Kaj bi se zgodilo?
policy-try = Pošta zadnjih 30 dni, presojena po obeh. Na strežniku, kjer je poštni dnevnik, napišite to. Nič se ne spremeni.
policy-past = { $count ->
    [0] V zadnjih 30 dneh se ni začela nobena omejitev zaradi »{ $name }«.
    [one] Omejitve zadnjih 30 dni zaradi »{ $name }«: { $count }. Nova meja takrat ni bila presežena: { $within }. Lahko bi bila pozneje.
    [two] Omejitve zadnjih 30 dni zaradi »{ $name }«: { $count }. Nova meja takrat ni bila presežena: { $within }. Lahko bi bila pozneje.
    [few] Omejitve zadnjih 30 dni zaradi »{ $name }«: { $count }. Nova meja takrat ni bila presežena: { $within }. Lahko bi bila pozneje.
   *[other] Omejitve zadnjih 30 dni zaradi »{ $name }«: { $count }. Nova meja takrat ni bila presežena: { $within }. Lahko bi bila pozneje.
}
policy-trial-counts = Računi v zadnjih 30 dneh
policy-trial-basis = Izračunano iz vsot, ki se hranijo za vsak račun v razmikih po deset minut, od { $since }. Ne kažejo niti, od kod se je kdo prijavil, niti drugih dokazov, zato se lahko to, kar se je res zgodilo, razlikuje.
policy-trial-part = Pregledani računi, izbrani naključno: { $count }. Obstajajo še drugi.
policy-trial-none = V zadnjih 30 dneh ni bila prešteta nobena pošta.
policy-trial-go = Poglej zadnjih 30 dni
policy-trial-named = Omejeni z novimi vrednostmi
policy-trial-perhaps = Omejeni samo, če bi takrat zavrnjena pošta šla naprej novim prejemnikom: { $count }.
policy-trial-only-if = Samo če bi takrat zavrnjena pošta šla naprej novim prejemnikom.
policy-trial-also = Tudi z današnjimi vrednostmi.

## Policies for some accounts

scoped-title = Pravilniki za posamezne račune
scoped-tab = Za posamezne račune
scoped-lede = { $count ->
    [one] { $count } pravilnik določa meje pošiljanja za posamezne račune.
    [two] { $count } pravilnika določata meje pošiljanja za posamezne račune. Preverjata se od najmanjšega števila in velja prvi, ki zajame račun.
    [few] { $count } pravilniki določajo meje pošiljanja za posamezne račune. Preverjajo se od najmanjšega števila in velja prvi, ki zajame račun.
   *[other] { $count } pravilnikov določa meje pošiljanja za posamezne račune. Preverjajo se od najmanjšega števila in velja prvi, ki zajame račun.
}
scoped-held-by = { $count ->
    [0] Ta pravilnik trenutno ne velja za noben račun.
    [one] Ta pravilnik zdaj velja za { $count } račun.
    [two] Ta pravilnik zdaj velja za { $count } računa.
    [few] Ta pravilnik zdaj velja za { $count } račune.
   *[other] Ta pravilnik zdaj velja za { $count } računov.
}
scoped-users = Uporabniki
scoped-domains = Domene
scoped-kinds = Vrste računov
scoped-sort = { $sort }: { $names }
scoped-new = Nov pravilnik za posamezne račune
scoped-form-lede = Nič se ne spremeni, dokler ne vidite, koga to zadeva, in izberete Da.
scoped-name-hint = Od a do z, od 0 do 9, - in _. Pozneje ga ni mogoče spremeniti.
scoped-priority-hint = Najprej se preveri najmanjše število.
scoped-whom = Za koga velja
scoped-whom-hint = Za tiste, ki ustrezajo vsakemu izpolnjenemu polju. V vsaki vrstici eno ime.
scoped-except-hint = Kdor ustreza kateremu koli od teh polj, je izvzet.
scoped-values = Kaj določa
scoped-values-hint = Prazno polje pomeni vrednost privzetega pravilnika.
scoped-hint = Privzeti pravilnik: { $site }. Dovoljeno: od { $min } do { $max }
scoped-until-hint = Prazno: dokler ga nekdo ne odstrani.
scoped-see = Pokaži, koga zadeva
scoped-no-such-user = Uporabnika { $user } ni. Nič ni spremenjeno.
scoped-priority-wrong = Prednost je celo število. Nič ni spremenjeno.
scoped-preview-title = Pravilnik { $name }, kakršen bi bil
scoped-touches = Koga zadeva
scoped-touch = { $count ->
    [0] Trenutno ne bi veljal za noben račun.
    [one] Veljal bi za { $count } račun.
    [two] Veljal bi za { $count } računa.
    [few] Veljal bi za { $count } račune.
   *[other] Veljal bi za { $count } računov.
}
scoped-moves = Računi, ki se pridružijo: { $joining }. Računi, ki odpadejo: { $leaving }
scoped-yes = Da, naj velja
scoped-remove-title = Odstraniti pravilnik { $name }?
scoped-remove-touch = { $count ->
    [0] Trenutno ne velja za noben račun.
    [one] Zdaj velja za { $count } račun. Zanj nato velja naslednji pravilnik, ki ga zajame, ali privzeti.
    [two] Zdaj velja za { $count } računa. Za vsakega nato velja naslednji pravilnik, ki ga zajame, ali privzeti.
    [few] Zdaj velja za { $count } račune. Za vsakega nato velja naslednji pravilnik, ki ga zajame, ali privzeti.
   *[other] Zdaj velja za { $count } računov. Za vsakega nato velja naslednji pravilnik, ki ga zajame, ali privzeti.
}
scoped-remove-yes = Da, odstrani
scoped-mailing = Načrtuj množično pošiljanje
scoped-mailing-lede = Ta račun lahko nekaj časa piše več prejemnikom. Meje po vpisih s tujih mest ostanejo take, kot so.
scoped-recipients = Koliko prejemnikom
scoped-recipients-wrong = Vnesite celo število, najmanj 1. Nič ni spremenjeno.
scoped-mailing-yes = Da, načrtuj
scoped-user = Pravilnik pošiljanja
scoped-tried-yes = { $name }, prednost { $priority }: zajame ta račun, zato velja
scoped-tried-no = { $name }, prednost { $priority }: ne zajame tega računa
scoped-differs = { $name }: { $value }. Privzeti pravilnik: { $site }
