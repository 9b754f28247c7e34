## Blocks of sources: restrictions on a network, or on one account from one network

kind-address-block = Vir blokiran
state-pair-blocked = V račun { $account } se ni mogoče vpisati iz vira { $network }.
state-pair-blocked-until = V račun { $account } se ni mogoče vpisati iz vira { $network } do { $until }.

## Why a rule blocked a source

reason-source-points = { $count ->
    [one] Napačna gesla iz tega vira: { $count } točka.
    [two] Napačna gesla iz tega vira: { $count } točki.
    [few] Napačna gesla iz tega vira: { $count } točke.
   *[other] Napačna gesla iz tega vira: { $count } točk.
}
reason-source-enumeration = { $count ->
    [one] Iz tega vira je bilo preizkušeno { $count } ime, ki ga nima noben račun.
    [two] Iz tega vira sta bili preizkušeni { $count } različni imeni, ki ju nima noben račun.
    [few] Iz tega vira so bila preizkušena { $count } različna imena, ki jih nima noben račun.
   *[other] Iz tega vira je bilo preizkušenih { $count } različnih imen, ki jih nima noben račun.
}
reason-source-spray = { $count ->
    [one] Iz tega vira je bil skoraj brez uspeha preizkušen { $count } račun.
    [two] Iz tega vira sta bila skoraj brez uspeha preizkušena { $count } računa.
    [few] Iz tega vira so bili skoraj brez uspeha preizkušeni { $count } računi.
   *[other] Iz tega vira je bilo skoraj brez uspeha preizkušenih { $count } računov.
}
reason-source-attack-name = { $count ->
    [one] Iz tega vira je bilo preizkušeno ime, ki ga uporabljajo samo napadalci: { $count } točka.
    [two] Iz tega vira je bilo preizkušeno ime, ki ga uporabljajo samo napadalci: { $count } točki.
    [few] Iz tega vira je bilo preizkušeno ime, ki ga uporabljajo samo napadalci: { $count } točke.
   *[other] Iz tega vira je bilo preizkušeno ime, ki ga uporabljajo samo napadalci: { $count } točk.
}

## A refused attempt: what the admin reads, never the client

sign-in-refused-pair-blocked = Skrbnik je ta vir blokiral za ta račun.
sign-in-refused-pair-blocked-until = Skrbnik je ta vir blokiral za ta račun do { $until }.
sign-in-refused-network-blocked = Skrbnik je ta vir blokiral.
sign-in-refused-network-blocked-until = Skrbnik je ta vir blokiral do { $until }.
sign-in-refused-outside-pins = Geslo je bilo pravilno, vendar je račun vezan na druge vire.

## Why a command about sources was refused

refusal-eased-too-long = Začasni odklep traja največ 24 ur. Izberite zgodnejši konec.
refusal-source-not-blocked = Ta vir ni blokiran, prav tako noben naslov v njem. Ničesar ni treba odstraniti.
refusal-source-not-blocked-over = Ta vir sam ni blokiran. Blokirano je večje omrežje { $network }. Odstranite tisto blokado ali dovolite ta vir.
refusal-no-such-entry = Za točno ta vir takega vnosa ni. Obstoječe vnose pokaže postern source list.
refusal-entry-exists-allowed = Ta vir je dovoljen, zato ne more biti hkrati skupen. Najprej odstranite vnos: postern source disallow.
refusal-entry-exists-shared = Ta vir je označen kot skupen, zato ne more biti hkrati dovoljen. Najprej odstranite vnos: postern source unshare.
refusal-source-is-allowed = Vir { $network } je dovoljen, zato blokada v njem ne bi učinkovala. Najprej odstranite vnos: postern source disallow.
refusal-network-too-large = Omrežje je preveliko. Predpona mora imeti najmanj { $limit } bitov, kot v /{ $limit }.
refusal-no-clients-there = { $network } ni naslov odjemalca: pripada samemu strežniku ali nikomur. Poskusi od tam štejejo samo za račun, zato nič, kar bi določili za ta vir, ne bi delovalo. Če se zdi, da odjemalci prihajajo od tam, naj spletna pošta ali posredniški strežnik posreduje njihove naslove.
refusal-too-many-entries = Vnosov in blokad virov je že toliko, kot jih lahko je. Najprej jih nekaj odstranite. Meja: { $limit }
refusal-too-many-pins = Račun ne more biti vezan na več virov. Najprej odstranite kakšno vezavo ali račun vežite na večje omrežje. Meja: { $limit }

## What the audit calls each event: labels in a table, no full stop

event-source-entry-added = Vir dovoljen, skupen ali vezan na račun
event-source-entry-removed = Vnos vira odstranjen
event-source-entry-expired = Vnos vira potekel
event-sign-in-eased = Odklenjeno za omejen čas

## The command line about sources; $source is a network, an account, or both

entry-allowed = Vir dovoljen
entry-shared = Skupen vir
entry-pinned = Vir, na katerega je račun vezan
cli-source-blocked = Vir blokiran: { $source }
cli-source-unblocked = Vir ni več blokiran: { $source }
cli-source-allowed = Vir dovoljen: { $source }
cli-source-disallowed = Vir ni več dovoljen: { $source }
cli-source-shared = Vir označen kot skupen: { $source }
cli-source-unshared = Vir ni več označen kot skupen: { $source }
cli-source-pinned = Račun vezan na vir: { $source }
cli-source-unpinned = Račun ni več vezan na vir: { $source }
cli-source-blocks-ended = Odstranjene blokade: { $count }
cli-sources-none = Noben tak vir ni blokiran, dovoljen ali skupen in noben račun ni vezan nanj.
cli-source-score = Točke omrežja { $network }: { $count }. Meja za blokado: { $limit }
cli-source-no-score = Napačnih gesel od tod ni v evidenci.
cli-source-known-by = Računi, ki jim je ta vir znan: { $count }

## What an attempt would be answered: one line for each step, a label and what it says

cli-from-allowed = Račun { $account } z naslova { $address }: geslo bi bilo preverjeno.
cli-from-refused = Račun { $account } z naslova { $address }: poskus bi bil zavrnjen pred preverjanjem gesla.
cli-from-observed = Račun { $account } z naslova { $address }: geslo bi bilo preverjeno. Pravilo bi poskus zavrnilo, vendar se samo opazuje.
cli-from-no-client = { $address } ni naslov odjemalca: pripada samemu strežniku ali nikomur. Poskusi od tam štejejo samo za račun, nikoli za vir.
cli-from-outside-pins = Račun { $account } ni vezan na ta vir. Tudi s pravilnim geslom je vpis od tam zavrnjen, pošiljanje od tam pa omejeno.
step-account-block = Račun blokiran po odločitvi skrbnika
step-entry = Vir dovoljen ali skupen
step-pair-block = Vir blokiran za ta račun
step-network-block = Vir blokiran po odločitvi skrbnika
step-source-block = Vir blokiran po pravilu
step-lane = Zaklep vpisa
step-room = Hkratni poskusi
outcome-nothing = ne
outcome-not-reached = se ne preverja več
outcome-spared = za ta poskus ne velja. { $block }
outcome-observed = bi zavrnilo, vendar se samo opazuje. { $refusal }
outcome-open-unfamiliar = odprto, šteje kot neznan vir
outcome-open-familiar = odprto, šteje kot znan vir

## The page about sources

sources-title = Viri
sources-lede = { $count ->
    [0] Noben vir ni blokiran.
    [one] Blokiran je { $count } vir.
    [two] Blokirana sta { $count } vira.
    [few] Blokirani so { $count } viri.
   *[other] Blokiranih je { $count } virov.
}
sources-found = { $count ->
    [0] Iskanju »{ $text }« ne ustreza nobena blokada in noben vnos.
    [one] Iskanju »{ $text }« ustreza { $count } blokada ali vnos.
    [two] Iskanju »{ $text }« ustrezata { $count } blokadi ali vnosa.
    [few] Iskanju »{ $text }« ustrezajo { $count } blokade ali vnosi.
   *[other] Iskanju »{ $text }« ustreza { $count } blokad in vnosov.
}
sources-search = Iskanje vira ali utemeljitve
sources-search-hint = Naslov, na primer 203.0.113.9, omrežje ali del utemeljitve.
sources-kinds = Vrste
sources-blocked = Blokirani
sources-allowed = Dovoljeni
sources-shared = Skupni
sources-pinned = Vezani
sources-none = Tukaj ni ničesar o nobenem viru.
sources-standing = Stanje naslova { $address }
sources-block = Blokiraj vir
sources-allow = Dovoli vir
sources-share = Označi vir kot skupen
sources-pin = Veži račun na vir
sources-block-lede = Z blokiranega vira se ne more vpisati nihče, niti s pravim geslom. Če navedete uporabnika, velja blokada samo zanj.
sources-allow-lede = Dovoljen vir ni nikoli blokiran in poskusi od tam veljajo za znane. Blokade v njem prenehajo.
sources-share-lede = S skupnega vira prihajajo vsi, na primer prek spletne pošte ali posredniškega strežnika. Nobeno pravilo ga ne blokira in noben račun si ga ne zapomni kot znanega.
sources-pin-lede = Vezani račun se vpisuje in pošilja samo z virov, na katere je vezan. To je namenjeno aplikacijam.
sources-network = Naslov ali omrežje
sources-network-hint = Na primer 203.0.113.9 ali 203.0.113.0/24.
sources-network-wrong = Vnesite naslov ali omrežje, na primer 203.0.113.9 ali 203.0.113.0/24. Nič ni spremenjeno.
sources-user-hint = Prazno: vsi od tam.
sources-user-hint-allow = Prazno: vsi od tam. Uporabnik brez naslova: za tega uporabnika ni blokiran noben vir.
sources-user-needed = Navedite uporabnika. Nič ni spremenjeno.
sources-never = Nikoli ne preneha samo od sebe
sources-end-needed = Izberite, kdaj preneha, ali da nikoli ne preneha samo od sebe. Nič ni spremenjeno.
sources-end-twice = Navedli ste datum in hkrati, da nikoli ne preneha. Izberite eno od obojega. Nič ni spremenjeno.
sources-unblock = Odblokirati ta vir?
sources-unblock-lede = { $count ->
    [one] Ta blokada preneha takoj.
    [two] Ti { $count } blokadi prenehata takoj: ena leži v drugi.
    [few] Te { $count } blokade prenehajo takoj: ležijo ena v drugi.
   *[other] Teh { $count } blokad preneha takoj: ležijo ena v drugi.
}
sources-unblock-yes = Da, odblokiraj vir
sources-unblock-row = Odblokiraj
sources-end = Odstraniti ta vnos?
sources-end-yes = Da, odstrani
sources-disallow-lede = Poskusi od tam se spet presojajo kot vsi drugi in pravila lahko vir blokirajo.
sources-unshare-lede = Računi si ta vir spet zapomnijo kot znanega in pravila ga lahko blokirajo.
sources-unpin-lede = Račun ne more več prihajati s tega vira, dokler je vezan na druge. Če je bil ta zadnji, lahko prihaja od koder koli.
sources-ended-already = To je že prenehalo ali pa je to nekdo odstranil. Vrnite se na seznam virov in preverite, kaj velja zdaj.
sources-all = Vsi viri: blokirani, dovoljeni, skupni in vezani
