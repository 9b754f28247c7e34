# Pravilniki pošiljanja za posamezne račune: seznam, spremembe, kdo ima katerega, in vsak razlog za zavrnitev.

policies-head-name = Pravilnik
policies-head-priority = Prednost
policies-head-for = Za
policies-head-except = Razen
policies-head-sets = Vrednosti
policies-head-accounts = Računi
policies-head-until = Konec
policies-head-site = Privzeti pravilnik

policies-none = Pravilnikov za posamezne račune ni. Za vse velja privzeti pravilnik.
policies-last = Za račune, ki jih ne zajame noben od njih, velja privzeti pravilnik.
policies-put = { $count ->
    [0] Pravilnik { $name } velja. Trenutno ne zajame nobenega računa.
    [one] Pravilnik { $name } velja za { $count } račun.
    [two] Pravilnik { $name } velja za { $count } računa.
    [few] Pravilnik { $name } velja za { $count } račune.
   *[other] Pravilnik { $name } velja za { $count } računov.
}
policies-removed = Pravilnik { $name } je odstranjen. Za njegove račune zdaj velja naslednji pravilnik, ki jih zajame, ali privzeti.
policies-has = Za { $user } velja pravilnik { $name }, prvi, ki zajame ta račun.
policies-has-site = Za { $user } velja privzeti pravilnik. Noben drug ne zajame tega računa.
policies-mailing = { $count ->
    [one] { $user } lahko do { $until } piše { $count } prejemniku. To določa pravilnik { $name }, ki se konča sam.
    [two] { $user } lahko do { $until } piše { $count } prejemnikoma. To določa pravilnik { $name }, ki se konča sam.
    [few] { $user } lahko do { $until } piše { $count } prejemnikom. To določa pravilnik { $name }, ki se konča sam.
   *[other] { $user } lahko do { $until } piše { $count } prejemnikom. To določa pravilnik { $name }, ki se konča sam.
}
policies-mailing-no-number = Prvi pravilnik že ima prednost 0, zato načrtovano pošiljanje ne more biti pred njim. Temu pravilniku dajte večje število.

## Zavrnitve

policies-error-name = »{ $given }« ne more biti ime pravilnika. Uporabite največ { $max } znakov: od a do z, od 0 do 9, - in _.
policies-error-priority = Prednost { $given } je previsoka. Izberite število od 0 do { $max }; najnižje se preveri prvo.
policies-error-priority-taken = To prednost že ima pravilnik { $by }. Izberite drugo število, da bo jasno, kateri se preveri prvi.
policies-error-no-condition = Navedite, za koga je pravilnik: uporabnike, skupine, domene ali vrste računov. Če velja za vse, spremenite privzeti pravilnik.
policies-error-too-many-conditions = Pravilnik lahko navede največ toliko uporabnikov, skupin, domen in vrst: { $max }. Uporabnike združite v skupino.
policies-error-condition = »{ $given }« ne more biti skupina ali domena.
policies-error-no-value = Pravilnik ničesar ne določa. Navedite vsaj eno vrednost.
policies-error-not-of-sending = { $name } je za vse račune enaka. Pravilnik za posamezne račune lahko določa samo vrednosti pošiljanja.
policies-error-too-many = Število pravilnikov je že doseglo mejo: { $max }. Odstranite katerega, ki ni več potreben.
policies-error-no-such = Pravilnika z imenom »{ $name }« ni.
policies-error-contradicts = Pravilnik { $policy } ne bi bil več veljaven. { $cause }
policies-error-no-preset = Vnaprej pripravljenega pravilnika z imenom »{ $name }« ni. Ukaz policy preset list pokaže vse.
