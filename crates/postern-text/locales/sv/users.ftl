# Listan över konton, åtgärder för flera konton och listor som filer. See the English file for what each message is for.

## The list

users-lede = { $count ->
    [0] Det finns inga konton än.
    [one] { $count } konto.
   *[other] { $count } konton.
}
users-lede-locked = { $count ->
    [0] Inget konto är låst av en regel.
    [one] Inloggningen är låst av en regel för { $count } konto.
   *[other] Inloggningen är låst av en regel för { $count } konton.
}
users-lede-blocked = { $count ->
    [0] Inget konto är blockerat för inloggning.
    [one] Inloggningen är blockerad för { $count } konto, tills någon tillåter den eller tiden är ute.
   *[other] Inloggningen är blockerad för { $count } konton, tills någon tillåter den eller tiden är ute.
}
users-lede-never = Konton som Postern inte minns någon inloggning för.
users-found = { $count ->
    [0] Inget konto här matchar ”{ $text }”.
    [one] { $count } konto matchar ”{ $text }”.
   *[other] { $count } konton matchar ”{ $text }”.
}
users-found-some = Konton som matchar ”{ $text }”.
users-views = Vyer
users-view-all = Alla
users-view-locked = Inloggning låst
users-view-restricted = Sändning blockerad
users-view-blocked = Inloggning blockerad
users-view-never = Ingen inloggning sedd
users-name = Namn
users-status = Status
users-last = Senaste inloggning
users-failed = Misslyckade inloggningar
users-sent = Skickat / gräns
users-kind = Typ
users-both-open = Båda öppna
users-more = +{ $count } till
users-until = till { $when }
users-no-sign-in = ingen sedd
users-select-head = Markera
users-select = Markera konto { $account }
users-select-all = Markera alla som visas
users-select-none = Avmarkera alla
users-go-on = Inget hittat hittills. Listan fortsätter.
users-key-day = Misslyckade inloggningar och skickat: de senaste 24 timmarna
users-key-doors = första dörren: inloggning, andra: sändning
users-key-slowed = bromsad eller i väntan på beslut
users-key-rule = stängd av en regel
users-key-person = stängd av en person

## What lists share

export-csv = Exportera CSV
export-ndjson = Exportera NDJSON
export-proof-title = Bekräfta före exporten
export-proof-lede = Filen innehåller personuppgifter om många. Bekräfta att det är du, så startar nedladdningen.
pages = Listans sidor
page-first = Första sidan
page-next = Nästa sida

## Several accounts at once

bulk-unblock = Häv sändningsblockeringen
bulk-unlock = Lås upp inloggningen
bulk-allow = Tillåt inloggning
bulk-block = Blockera inloggning
bulk-restrict = Blockera sändning
bulk-ask-unblock = { $count ->
    [one] Häva sändningsblockeringen för { $count } konto?
   *[other] Häva sändningsblockeringen för { $count } konton?
}
bulk-ask-unlock = { $count ->
    [one] Låsa upp inloggningen för { $count } konto?
   *[other] Låsa upp inloggningen för { $count } konton?
}
bulk-ask-allow = { $count ->
    [one] Tillåta inloggning för { $count } konto?
   *[other] Tillåta inloggning för { $count } konton?
}
bulk-ask-block = { $count ->
    [one] Blockera inloggning för { $count } konto?
   *[other] Blockera inloggning för { $count } konton?
}
bulk-ask-restrict = { $count ->
    [one] Blockera sändning för { $count } konto?
   *[other] Blockera sändning för { $count } konton?
}
bulk-yes-allow = Ja, tillåt inloggning
bulk-yes-block = Ja, blockera inloggning
bulk-yes-restrict = Ja, blockera sändning
bulk-note-block = Inloggningen förblir blockerad tills någon tillåter den.
bulk-note-restrict = Sändningen förblir blockerad tills någon häver blockeringen. Mottagningen fortsätter.
bulk-who = För de här kontona
bulk-left-out = { $count ->
    [one] { $count } konto hoppas över
   *[other] { $count } konton hoppas över
}
bulk-nothing = Det finns inget att göra
bulk-none-chosen = Inget konto är markerat. Gå tillbaka till listan och markera några.
bulk-too-many = { $max ->
    [one] Högst { $max } konto åt gången. Ingenting har ändrats. Markera färre.
   *[other] Högst { $max } konton åt gången. Ingenting har ändrats. Markera färre.
}
bulk-gone = Kontot finns inte längre.
bulk-done = { $count ->
    [0] Inte utfört för något konto.
    [one] Utfört för { $count } konto.
   *[other] Utfört för { $count } konton.
}
bulk-not-done = { $count ->
    [one] { $count } konto har hoppats över. Orsaken står vid kontot.
   *[other] { $count } konton har hoppats över. Orsaken står vid varje konto.
}
bulk-result = Resultat
bulk-result-done = Klart

## What the reader chooses: columns, and views of their own

users-columns = Kolumner
users-columns-show = Visa de här kolumnerna
views-title = Mina vyer
views-lede = En vy är en användarlista att komma tillbaka till: dess urval, sökning, ordning och kolumner. Bara du ser dina.
views-none = Ingen vy är sparad än.
views-save-link = Spara den här vyn
views-save = Spara
views-remove = Ta bort
views-name-wrong = Ge vyn ett namn på högst 80 tecken. Ingenting har sparats.
views-query-wrong = Sökningen är för lång för att sparas. Ingenting har sparats.
views-too-many = Du har { $count } vyer, och fler kan inte sparas. Ta bort en och spara sedan igen.
