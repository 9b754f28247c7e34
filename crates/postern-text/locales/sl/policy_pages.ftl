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
