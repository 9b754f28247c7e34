# Dnevnik nadzora kot stran. See the English file for what each message is for.

## The page

admin-nav-head-happened = Kaj se je zgodilo
audit-lede = Kaj so spremenili osebe, programi, pravila in čas, najnovejše najprej.
audit-filter = Filtriraj
audit-filter-clear = Počisti filter
audit-none = V dnevniku nadzora ni ustreznih vnosov.
audit-by-anyone = Kdor koli
audit-by-people = Osebe in programi
audit-actor = Uporabniško ime, root ali program
audit-event-any = Vsi dogodki
audit-from = Od dne
audit-to = Do dne
audit-no-account = Noben račun se ne imenuje »{ $name }«. Vrstice izbrisanega računa najdete po njegovi številki.
audit-no-day = Dan zapišite kot leto, mesec in dan: 2026-11-21.
audit-all = Vse v dnevniku nadzora

## Labels of what a row says beside its event

audit-address = Naslov
audit-aliases = Dodatni naslovi
audit-value = Vrednost pravilnika
audit-language = Jezik
audit-roles = Vloge
audit-groups = Skupine
audit-alias = Vzdevek
audit-before = Prej
audit-after = Zdaj
audit-on = Velja za
audit-tried = Poskušani računi
audit-counted = Prešteto
audit-limit = Meja
audit-messages = Sporočila
audit-contacts = Stiki
audit-codes-left = Preostale obnovitvene kode
audit-scopes = Dovoljenja
audit-id = Številka
audit-link = Povezava
audit-link-sets-up = nastavi vpis
audit-link-signs-in = vpiše brez gesla in kode
audit-signed-out = Odjava
audit-ended-by-person = Končana s seznama
audit-too-many-sessions = Preveč sej
audit-secret-changed = Spremenjeno geslo ali drugi dejavnik
audit-vouched = Nekdo jamči zanj: postane znan že s prvim vpisom od tam
