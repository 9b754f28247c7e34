# Bilderna i administrationscentret: bildtexter som säger vad som syns, banornas namn, förklaringar och samma sak som tabell.

plots-day-title = De senaste 24 timmarna
plots-show = Visa
plots-range-day = 24 tim
plots-range-week = 7 dagar
plots-range-month = 30 dagar

## Banor: etiketter till vänster

plots-sign-ins = Inloggningar
plots-failed-sign-ins = Misslyckade inloggningar
plots-other-sources = alla andra källor
plots-closed = Inloggning låst eller blockerad
plots-recipients = Mottagare
plots-sending-refused = Sändning nekad
plots-acts = Regler och personer
plots-per = per { $span }
plots-limit-hour = gräns { $limit } på en timme
plots-limit-day = gräns { $limit } på 24 timmar

## Förklaring: vad en färg eller form betyder

plots-key-succeeded = lyckades
plots-key-failed = misslyckades
plots-key-refused = nekades
plots-key-known = har fått post förut
plots-key-novel = har aldrig fått post förut
plots-key-began = när en begränsning började
plots-key-sign-in = inloggning
plots-key-strange = inloggning från en obekant källa
plots-key-locked-unfamiliar = låst för obekanta källor
plots-key-locked-familiar = låst för bekanta källor
plots-key-blocked = blockerad för alla
plots-key-slowed = sändning bromsad
plots-key-restricted = sändning blockerad
plots-key-rule-closed = stängt av en regel
plots-key-rule-slowed = bromsat av en regel
plots-key-acted = gjort av en person eller ett program

## Samma sak som tabell

plots-as-table = Visa som tabell
plots-head-time = Tid
plots-head-signed-in = Lyckade inloggningar
plots-head-refused = Nekade inloggningar
plots-head-novel = Aldrig skrivit till förut
plots-total = Summa
plots-events = Vad som hände när
plots-until = { $what }, till { $until }
plots-still = { $what }, gäller fortfarande
plots-strange-from = Inloggning från en obekant källa: { $source }
plots-act = { $who }: { $what }

## Iakttagelser: rubriken över ett kontos bild, utan punkt

plots-title-nothing-day = Ingenting hände de senaste 24 timmarna
plots-title-nothing-week = Ingenting hände de senaste 7 dagarna
plots-title-nothing-month = Ingenting hände de senaste 30 dagarna
plots-title-quiet = Ingen låsning och ingen begränsning
plots-title-restricted = Sändning blockerad: { $at }
plots-title-guessed = Fel lösenord, sedan rätt: { $at }
plots-title-strange = Inloggning från en obekant källa: { $at }
plots-title-locked = { $count ->
    [one] Inloggning låst { $count } gång
   *[other] Inloggning låst { $count } gånger
}

## Iakttagelser: meningar under en rubrik

plots-nothing-site = Ingen loggade in, och ingen skickade e-post.
plots-none-failed = Ingen inloggning misslyckades.
plots-some-failed = { $count ->
    [one] { $count } inloggning misslyckades eller nekades.
   *[other] { $count } inloggningar misslyckades eller nekades, aldrig många på samma gång.
}
plots-all-failed = { $count ->
    [one] { $count } inloggning misslyckades eller nekades.
   *[other] { $count } inloggningar misslyckades eller nekades.
}
plots-one-wave = Många av dem misslyckades mellan { $from } och { $until }.
plots-waves = { $count ->
    [one] De kom i { $count } våg, från { $from }.
   *[other] De kom i { $count } vågor, den första från { $from }.
}
plots-strange = Senaste inloggning från en obekant källa: { $at }.
plots-no-mail = Ingen e-post skickades.
plots-mail = { $count ->
    [one] E-post gick till { $count } mottagare.
   *[other] E-post gick till { $count } mottagare.
}
plots-mail-novel = { $count ->
    [one] E-post gick till { $count } mottagare, aldrig skrivit till förut: { $novel }.
   *[other] E-post gick till { $count } mottagare, aldrig skrivit till förut: { $novel }.
}
plots-rose = Sändningen ökade från { $from } och blockerades sedan: { $at }.
plots-refused = { $count ->
    [one] { $count } försök att skicka nekades.
   *[other] { $count } försök att skicka nekades.
}
plots-none-restricted = Ingen regel blockerade sändning.
plots-rules-restricted = { $count ->
    [one] En regel blockerade sändningen för { $count } konto: { $at }.
   *[other] Regler blockerade sändningen för { $count } konton, senast: { $at }.
}
