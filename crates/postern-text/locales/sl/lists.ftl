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
