# Listen over kontoer, handlinger for flere kontoer og lister som filer. See the English file for what each message is for.

## The list

users-lede = { $count ->
    [0] Det finnes ingen kontoer ennå.
    [one] { $count } konto.
   *[other] { $count } kontoer.
}
users-lede-locked = { $count ->
    [0] Ingen konto er låst av en regel.
    [one] Påloggingen er låst av en regel for { $count } konto.
   *[other] Påloggingen er låst av en regel for { $count } kontoer.
}
users-lede-blocked = { $count ->
    [0] Ingen konto er blokkert for pålogging.
    [one] Påloggingen er blokkert for { $count } konto, til noen tillater den eller tiden er ute.
   *[other] Påloggingen er blokkert for { $count } kontoer, til noen tillater den eller tiden er ute.
}
users-lede-never = Kontoer som Postern ikke husker noen pålogging for.
users-found = { $count ->
    [0] Ingen konto her passer til «{ $text }».
    [one] { $count } konto passer til «{ $text }».
   *[other] { $count } kontoer passer til «{ $text }».
}
users-found-some = Kontoer som passer til «{ $text }».
users-views = Visninger
users-view-all = Alle
users-view-locked = Pålogging låst
users-view-restricted = Sending blokkert
users-view-blocked = Pålogging blokkert
users-view-never = Ingen pålogging sett
users-name = Navn
users-status = Status
users-last = Siste pålogging
users-failed = Mislykkede pålogginger
users-sent = Sendt / grense
users-kind = Type
users-both-open = Begge åpne
users-more = +{ $count } til
users-until = til { $when }
users-no-sign-in = ingen sett
users-select-head = Velg
users-select = Velg konto { $account }
users-select-all = Velg alle som vises
users-select-none = Velg ingen
users-go-on = Ingenting funnet hittil. Listen fortsetter.
users-key-day = Mislykkede pålogginger og sendt: de siste 24 timene
users-key-doors = første dør: pålogging, andre: sending
users-key-slowed = bremset eller venter på en beslutning
users-key-rule = lukket av en regel
users-key-person = lukket av en person

## What lists share

export-csv = Eksporter CSV
export-ndjson = Eksporter NDJSON
export-proof-title = Bekreft før eksporten
export-proof-lede = Filen inneholder personopplysninger om mange. Bekreft at det er deg, så starter nedlastingen.
pages = Sidene i listen
page-first = Første side
page-next = Neste side

## Several accounts at once

bulk-unblock = Fjern sendeblokkeringen
bulk-unlock = Lås opp påloggingen
bulk-allow = Tillat pålogging
bulk-block = Blokker pålogging
bulk-restrict = Blokker sending
bulk-ask-unblock = { $count ->
    [one] Fjerne sendeblokkeringen for { $count } konto?
   *[other] Fjerne sendeblokkeringen for { $count } kontoer?
}
bulk-ask-unlock = { $count ->
    [one] Låse opp påloggingen for { $count } konto?
   *[other] Låse opp påloggingen for { $count } kontoer?
}
bulk-ask-allow = { $count ->
    [one] Tillate pålogging for { $count } konto?
   *[other] Tillate pålogging for { $count } kontoer?
}
bulk-ask-block = { $count ->
    [one] Blokkere pålogging for { $count } konto?
   *[other] Blokkere pålogging for { $count } kontoer?
}
bulk-ask-restrict = { $count ->
    [one] Blokkere sending for { $count } konto?
   *[other] Blokkere sending for { $count } kontoer?
}
bulk-yes-allow = Ja, tillat pålogging
bulk-yes-block = Ja, blokker pålogging
bulk-yes-restrict = Ja, blokker sending
bulk-note-block = Påloggingen forblir blokkert til noen tillater den.
bulk-note-restrict = Sendingen forblir blokkert til noen fjerner blokkeringen. Mottaket fortsetter.
bulk-who = For disse kontoene
bulk-left-out = { $count ->
    [one] { $count } konto hoppes over
   *[other] { $count } kontoer hoppes over
}
bulk-nothing = Det er ingenting å gjøre
bulk-none-chosen = Ingen konto er valgt. Gå tilbake til listen og velg noen.
bulk-too-many = { $max ->
    [one] Høyst { $max } konto om gangen. Ingenting er endret. Velg færre.
   *[other] Høyst { $max } kontoer om gangen. Ingenting er endret. Velg færre.
}
bulk-gone = Kontoen finnes ikke lenger.
bulk-done = { $count ->
    [0] Ikke utført for noen konto.
    [one] Utført for { $count } konto.
   *[other] Utført for { $count } kontoer.
}
bulk-not-done = { $count ->
    [one] { $count } konto er hoppet over. Årsaken står ved kontoen.
   *[other] { $count } kontoer er hoppet over. Årsaken står ved hver konto.
}
bulk-result = Resultat
bulk-result-done = Utført

## What the reader chooses: columns, and views of their own

users-columns = Kolonner
users-columns-show = Vis disse kolonnene
views-title = Mine visninger
views-lede = En visning er en brukerliste å komme tilbake til: utvalg, søk, rekkefølge og kolonner. Bare du ser dine.
views-none = Ingen visning er lagret ennå.
views-save-link = Lagre denne visningen
views-save = Lagre
views-remove = Fjern
views-name-wrong = Gi visningen et navn på høyst 80 tegn. Ingenting er lagret.
views-query-wrong = Dette søket er for langt til å lagres. Ingenting er lagret.
views-too-many = Du har { $count } visninger, og flere kan ikke lagres. Fjern én og lagre igjen.
