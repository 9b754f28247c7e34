## Blocks of sources: restrictions on a network, or on one account from one network

kind-address-block = Kilde sperret
state-pair-blocked = { $account } kan ikke logge på fra kilden { $network }.
state-pair-blocked-until = { $account } kan ikke logge på fra kilden { $network } før { $until }.

## Why a rule blocked a source

reason-source-points = { $count ->
    [one] Feil passord fra denne kilden, verdt { $count } poeng.
   *[other] Feil passord fra denne kilden, verdt { $count } poeng.
}
reason-source-enumeration = { $count ->
    [one] Kilden prøvde { $count } navn som ingen konto har.
   *[other] Kilden prøvde { $count } forskjellige navn som ingen konto har.
}
reason-source-spray = { $count ->
    [one] Kilden prøvde { $count } konto, nesten helt uten å lykkes.
   *[other] Kilden prøvde { $count } kontoer, nesten helt uten å lykkes.
}
reason-source-attack-name = { $count ->
    [one] Kilden prøvde et navn som bare angripere bruker, verdt { $count } poeng.
   *[other] Kilden prøvde et navn som bare angripere bruker, verdt { $count } poeng.
}

## A refused attempt: what the admin reads, never the client

sign-in-refused-pair-blocked = En person har sperret kilden for denne kontoen.
sign-in-refused-pair-blocked-until = En person har sperret kilden for denne kontoen til { $until }.
sign-in-refused-network-blocked = En person har sperret kilden.
sign-in-refused-network-blocked-until = En person har sperret kilden til { $until }.
sign-in-refused-outside-pins = Passordet var riktig, men kontoen er bundet til andre kilder.

## Why a command about sources was refused

refusal-eased-too-long = En opplåsing for en begrenset tid varer i høyst 24 timer. Velg et tidligere sluttidspunkt.
refusal-source-not-blocked = Kilden er ikke sperret, og det er heller ingen adresse i den. Det finnes ingen sperre å oppheve.
refusal-source-not-blocked-over = Kilden er ikke sperret selv. Sperren gjelder det større nettet { $network }. Opphev den, eller tillat denne kilden.
refusal-no-such-entry = Det finnes ingen slik oppføring for akkurat denne kilden. postern source list viser hva som finnes.
refusal-entry-exists-allowed = Kilden er tillatt og kan ikke samtidig være delt. Fjern oppføringen først: postern source disallow.
refusal-entry-exists-shared = Kilden er merket som delt og kan ikke samtidig være tillatt. Fjern oppføringen først: postern source unshare.
refusal-source-is-allowed = Kilden { $network } er tillatt, så en sperre i den har ingen virkning. Fjern oppføringen først: postern source disallow.
refusal-network-too-large = Nettet er for stort. Prefikset må ha minst { $limit } bit, som i /{ $limit }.
refusal-no-clients-there = { $network } er ikke en klients adresse, men serverens egen eller ingens. Forsøk derfra regnes bare for kontoen, så det som angis om denne kilden, ville ikke hatt noen virkning. Hvis klienter ser ut til å komme derfra, må webmailen eller proxyen oppgi adressene deres.
refusal-too-many-entries = Det finnes så mange oppføringer og sperrer for kilder som det kan være ({ $limit }). Fjern noen først.
refusal-too-many-pins = En konto kan være bundet til høyst { $limit } kilder. Fjern en først, eller bind kontoen til et større nettverk.

## What the audit calls each event: labels in a table, no full stop

event-source-entry-added = Kilde tillatt, delt eller bundet til en konto
event-source-entry-removed = Oppføring for kilde fjernet
event-source-entry-expired = Oppføring for kilde utløp
event-sign-in-eased = Låst opp for en begrenset tid

## The command line about sources; $source is a network, an account, or both

entry-allowed = Kilde tillatt
entry-shared = Delt kilde
entry-pinned = Kilde kontoen er bundet til
cli-source-blocked = Kilde sperret: { $source }
cli-source-unblocked = Kilde ikke lenger sperret: { $source }
cli-source-allowed = Kilde tillatt: { $source }
cli-source-disallowed = Kilde ikke lenger tillatt: { $source }
cli-source-shared = Kilde merket som delt: { $source }
cli-source-unshared = Kilde ikke lenger merket som delt: { $source }
cli-source-pinned = Konto bundet til kilden: { $source }
cli-source-unpinned = Konto ikke lenger bundet til kilden: { $source }
cli-source-blocks-ended = Opphevede sperrer: { $count }
cli-sources-none = Ingen slik kilde er sperret, tillatt eller delt, og ingen konto er bundet til en slik.
cli-source-score = Poeng for { $network }: { $count }. Sperres ved: { $limit }
cli-source-no-score = Ingen feil passord herfra er registrert.
cli-source-known-by = Kontoer som denne kilden er kjent for: { $count }

## What an attempt would be answered: one line for each step, a label and what it says

cli-from-allowed = { $account } fra { $address }: passordet ville blitt kontrollert.
cli-from-refused = { $account } fra { $address }: avvises før passordet kontrolleres.
cli-from-observed = { $account } fra { $address }: passordet ville blitt kontrollert. En regel ville avvist forsøket, men blir bare observert.
cli-from-no-client = { $address } er ikke en klients adresse, men serverens egen eller ingens. Forsøk derfra regnes bare for kontoen, aldri for en kilde.
cli-from-outside-pins = { $account } er ikke bundet til denne kilden. Selv med riktig passord avvises pålogging derfra, og sending derfra begrenses.
step-account-block = Konto blokkert av en person
step-entry = Kilde tillatt eller delt
step-pair-block = Kilde sperret for denne kontoen
step-network-block = Kilde sperret av en person
step-source-block = Kilde sperret av en regel
step-lane = Låsing av pålogging
step-room = Samtidige forsøk
outcome-nothing = nei
outcome-not-reached = vurderes ikke lenger
outcome-spared = dette forsøket unntas. { $block }
outcome-observed = ville avvist, men blir bare observert. { $refusal }
outcome-open-unfamiliar = åpent, regnes som ukjent kilde
outcome-open-familiar = åpent, regnes som kjent kilde

## The page about sources

sources-title = Kilder
sources-lede = { $count ->
    [0] Ingen kilde er sperret.
    [one] { $count } kilde er sperret.
   *[other] { $count } kilder er sperret.
}
sources-found = { $count ->
    [0] Ingen sperre eller oppføring passer til «{ $text }».
    [one] { $count } sperre eller oppføring passer til «{ $text }».
   *[other] { $count } sperrer og oppføringer passer til «{ $text }».
}
sources-search = Søk etter en kilde eller en begrunnelse
sources-search-hint = En adresse som 203.0.113.9, et nettverk eller en del av en begrunnelse.
sources-kinds = Typer
sources-blocked = Sperrede
sources-allowed = Tillatte
sources-shared = Delte
sources-pinned = Bundne
sources-none = Her er ingenting angitt for noen kilde.
sources-standing = Status for { $address }
sources-block = Sperr en kilde
sources-allow = Tillat en kilde
sources-share = Merk en kilde som delt
sources-pin = Bind en konto til en kilde
sources-block-lede = Ingen kan logge på fra en sperret kilde, ikke engang med riktig passord. Med en bruker gjelder sperren bare den brukeren.
sources-allow-lede = En tillatt kilde sperres aldri, og forsøk derfra regnes som kjente. Sperrer innenfor den opphører.
sources-share-lede = Alle kommer fra en delt kilde, for eksempel en webmail eller en proxy. Ingen regel sperrer den, og ingen konto lærer den som kjent.
sources-pin-lede = En konto som er bundet til kilder, logger på og sender derfra og ingen andre steder fra. Dette er for applikasjoner.
sources-network = Adresse eller nettverk
sources-network-hint = For eksempel 203.0.113.9 eller 203.0.113.0/24.
sources-network-wrong = Skriv en adresse eller et nettverk, for eksempel 203.0.113.9 eller 203.0.113.0/24. Ingenting er endret.
sources-user-hint = Tomt: alle derfra.
sources-user-hint-allow = Tomt: alle derfra. En bruker uten adresse: ingen kilde sperres for den brukeren.
sources-user-needed = Skriv hvilken bruker. Ingenting er endret.
sources-never = Det opphører aldri av seg selv
sources-end-needed = Velg når det opphører, eller at det aldri opphører av seg selv. Ingenting er endret.
sources-end-twice = Du oppga en dato og også at det aldri opphører. Velg ett av de to. Ingenting er endret.
sources-unblock = Oppheve sperren for kilden?
sources-unblock-lede = { $count ->
    [one] Sperren opphører med en gang.
   *[other] Disse { $count } sperrene opphører med en gang: de ligger innenfor hverandre.
}
sources-unblock-yes = Ja, opphev sperren
sources-unblock-row = Opphev sperren
sources-end = Fjerne oppføringen?
sources-end-yes = Ja, fjern den
sources-disallow-lede = Forsøk derfra bedømmes igjen som alle andre, og regler kan sperre kilden.
sources-unshare-lede = Kontoer lærer igjen kilden som kjent, og regler kan sperre den.
sources-unpin-lede = Kontoen kan ikke lenger komme fra kilden så lenge den er bundet til andre. Var det den siste, kan den komme fra hvor som helst.
sources-ended-already = Dette har allerede opphørt, av seg selv eller ved noen. Gå tilbake til listen over kilder for å se hva som gjelder nå.
sources-all = Alle kilder: sperrede, tillatte, delte og bundne
