# Seznam računov, dejanja za več računov hkrati in seznami v datotekah. See the English file for what each message is for.

## The list

users-lede = { $count ->
    [0] Računov še ni.
    [one] { $count } račun.
    [two] { $count } računa.
    [few] { $count } računi.
   *[other] { $count } računov.
}
users-lede-locked = { $count ->
    [0] Pravilo ni zaklenilo nobenega računa.
    [one] Pravilo je zaklenilo vpis za { $count } račun.
    [two] Pravilo je zaklenilo vpis za { $count } računa.
    [few] Pravilo je zaklenilo vpis za { $count } račune.
   *[other] Pravilo je zaklenilo vpis za { $count } računov.
}
users-lede-blocked = { $count ->
    [0] Vpis ni blokiran za noben račun.
    [one] Vpis je blokiran za { $count } račun, dokler ga nekdo ne dovoli ali dokler ne poteče.
    [two] Vpis je blokiran za { $count } računa, dokler ga nekdo ne dovoli ali dokler ne poteče.
    [few] Vpis je blokiran za { $count } račune, dokler ga nekdo ne dovoli ali dokler ne poteče.
   *[other] Vpis je blokiran za { $count } računov, dokler ga nekdo ne dovoli ali dokler ne poteče.
}
users-lede-never = Računi, za katere se Postern ne spomni nobenega vpisa.
users-found = { $count ->
    [0] Iskanju »{ $text }« tukaj ne ustreza noben račun.
    [one] Iskanju »{ $text }« ustreza { $count } račun.
    [two] Iskanju »{ $text }« ustrezata { $count } računa.
    [few] Iskanju »{ $text }« ustrezajo { $count } računi.
   *[other] Iskanju »{ $text }« ustreza { $count } računov.
}
users-found-some = Računi, ki ustrezajo iskanju »{ $text }«.
users-views = Pogledi
users-view-all = Vsi
users-view-locked = Vpis zaklenjen
users-view-restricted = Pošiljanje omejeno
users-view-blocked = Vpis blokiran
users-view-never = Brez opaženega vpisa
users-name = Ime
users-status = Stanje
users-last = Zadnji vpis
users-failed = Neuspeli vpisi
users-sent = Poslano / meja
users-kind = Vrsta
users-both-open = Oboja odprta
users-more = in še { $count }
users-until = do { $when }
users-no-sign-in = ni opažen
users-select-head = Izberi
users-select = Izberi račun { $account }
users-select-all = Izberi vse prikazane
users-select-none = Počisti izbor
users-go-on = Doslej ni najdeno nič. Seznam se nadaljuje.
users-key-day = Neuspeli vpisi in poslano: zadnjih 24 ur
users-key-doors = prva vrata: vpis, druga: pošiljanje
users-key-slowed = upočasnjeno ali čaka na odločitev
users-key-rule = zaprlo pravilo
users-key-person = zaprla oseba

## What lists share

export-csv = Izvozi CSV
export-ndjson = Izvozi NDJSON
export-proof-title = Potrditev pred izvozom
export-proof-lede = V datoteki so osebni podatki mnogih ljudi. Potrdite, da ste to vi, in prenos se bo začel.
pages = Strani seznama
page-first = Prva stran
page-next = Naslednja stran

## Several accounts at once

bulk-unblock = Odblokiraj pošiljanje
bulk-unlock = Odkleni vpis
bulk-allow = Dovoli vpis
bulk-block = Blokiraj vpis
bulk-restrict = Omeji pošiljanje
bulk-ask-unblock = { $count ->
    [one] Odblokirati pošiljanje za { $count } račun?
    [two] Odblokirati pošiljanje za { $count } računa?
    [few] Odblokirati pošiljanje za { $count } račune?
   *[other] Odblokirati pošiljanje za { $count } računov?
}
bulk-ask-unlock = { $count ->
    [one] Odkleniti vpis za { $count } račun?
    [two] Odkleniti vpis za { $count } računa?
    [few] Odkleniti vpis za { $count } račune?
   *[other] Odkleniti vpis za { $count } računov?
}
bulk-ask-allow = { $count ->
    [one] Dovoliti vpis za { $count } račun?
    [two] Dovoliti vpis za { $count } računa?
    [few] Dovoliti vpis za { $count } račune?
   *[other] Dovoliti vpis za { $count } računov?
}
bulk-ask-block = { $count ->
    [one] Blokirati vpis za { $count } račun?
    [two] Blokirati vpis za { $count } računa?
    [few] Blokirati vpis za { $count } račune?
   *[other] Blokirati vpis za { $count } računov?
}
bulk-ask-restrict = { $count ->
    [one] Omejiti pošiljanje za { $count } račun?
    [two] Omejiti pošiljanje za { $count } računa?
    [few] Omejiti pošiljanje za { $count } račune?
   *[other] Omejiti pošiljanje za { $count } računov?
}
bulk-yes-allow = Da, dovoli vpis
bulk-yes-block = Da, blokiraj vpis
bulk-yes-restrict = Da, omeji pošiljanje
bulk-note-block = Vpis ostane blokiran, dokler ga nekdo ne dovoli.
bulk-note-restrict = Pošiljanje ostane omejeno, dokler ga nekdo ne odblokira. Prejemanje deluje naprej.
bulk-who = Za te račune
bulk-left-out = { $count ->
    [one] { $count } račun je izpuščen
    [two] { $count } računa sta izpuščena
    [few] { $count } računi so izpuščeni
   *[other] { $count } računov je izpuščenih
}
bulk-nothing = Ničesar ni treba storiti
bulk-none-chosen = Izbran ni noben račun. Vrnite se na seznam in izberite račune.
bulk-too-many = { $max ->
    [one] Hkrati največ { $max } račun. Nič ni bilo spremenjeno. Izberite manj računov.
    [two] Hkrati največ { $max } računa. Nič ni bilo spremenjeno. Izberite manj računov.
    [few] Hkrati največ { $max } računi. Nič ni bilo spremenjeno. Izberite manj računov.
   *[other] Hkrati največ { $max } računov. Nič ni bilo spremenjeno. Izberite manj računov.
}
bulk-gone = Tega računa ni več.
bulk-done = { $count ->
    [0] Ni opravljeno za noben račun.
    [one] Opravljeno za { $count } račun.
    [two] Opravljeno za { $count } računa.
    [few] Opravljeno za { $count } račune.
   *[other] Opravljeno za { $count } računov.
}
bulk-not-done = { $count ->
    [one] { $count } račun je izpuščen. Razlog je naveden ob njem.
    [two] { $count } računa sta izpuščena. Razlog je naveden ob vsakem.
    [few] { $count } računi so izpuščeni. Razlog je naveden ob vsakem.
   *[other] { $count } računov je izpuščenih. Razlog je naveden ob vsakem.
}
bulk-result = Izid
bulk-result-done = Opravljeno

## What the reader chooses: columns, and views of their own

users-columns = Stolpci
users-columns-show = Pokaži te stolpce
views-title = Moji pogledi
views-lede = Pogled je seznam uporabnikov, na katerega se vračate: njegov izbor, iskanje, vrstni red in stolpci. Svoje vidite samo vi.
views-none = Shranjenega ni še nobenega pogleda.
views-save-link = Shrani ta pogled
views-save = Shrani
views-remove = Odstrani
views-name-wrong = Pogledu dajte ime z največ 80 znaki. Nič ni shranjeno.
views-query-wrong = To iskanje je predolgo, da bi ga shranili. Nič ni shranjeno.
views-too-many = Število shranjenih pogledov: { $count }. Več jih ni mogoče shraniti. Odstranite enega in nato znova shranite.
