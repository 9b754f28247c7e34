# Hvordan en konto står ved påloggingen, hvem som er låst eller blokkert, og hvor lyttere får adresser fra.

## Der bare noen regler for pålogging observeres

cli-observed-lanes = Låsing blir bare observert: reglene låser ingen konto. For å håndheve dem nå: { $command }
cli-observed-sources = Sperring av kilder blir bare observert: reglene sperrer ingen kilde. Det en person har sperret, er sperret. For å håndheve dem nå: { $command }
cli-observed-spray = Spraymodus blir bare observert: den senker ingen terskel. For å håndheve den nå: { $command }

## De to banene til en konto, og hva som telles i hver

standing-unfamiliar-open = Pålogging fra ukjente kilder: åpen
standing-unfamiliar-locked = Pålogging fra ukjente kilder: låst til { $until }
standing-unfamiliar-closed = Pålogging fra ukjente kilder: stengt
standing-familiar-open = Pålogging fra kjente kilder: åpen
standing-familiar-locked = Pålogging fra kjente kilder: låst til { $until }
standing-familiar-closed = Pålogging fra kjente kilder: stengt
standing-lane-failures = Mislykkede forsøk: { $count } av { $limit }, på rad: { $row } av { $row_limit }
standing-lane-level = Låsinger i det siste: { $count }. Den neste er lengre, hvis ikke den lengste alt er nådd.
standing-admit = For å slippe inn bare eieren, fra et nytt sted: { $command }
standing-unlock-gives = Å låse opp gir nye forsøk også til den som gjetter.
standing-lane-eased = Til { $until } må det dobbelt så mange mislykkede forsøk til før det låses.

## Hva som er sagt om kilder

standing-place-familiar = { $address } er en kjent kilde for kontoen, og den er sperret. Siste pålogging derfra: { $last }
standing-place-unfamiliar = { $address } er sperret, og kontoen har logget på derfra. Siste pålogging derfra: { $last }
standing-ends-it = For å fjerne dette: { $command }

## Én konto

signin-link = En engangslenke er åpen til { $until }. Ingen har brukt den.
signin-pass = En engangslenke ble brukt fra { $network }. Pålogging derfra er åpen til { $until }.
signin-devices = Lagrede enheter: { $count }
signin-last-success = Siste pålogging som lyktes: { $when }, fra { $source }
signin-last = Siste pålogginger og mislykkede forsøk, de nyeste først
signin-refused-by-block = Forsøk fra { $address } avvises av denne sperringen. La den stå hvis de ikke er eierens.
signin-none-recorded = Ingen pålogging er registrert.
signin-next = Neste steg: { $command }
signin-next-else = Ellers: { $command }
signin-next-nothing = Ingenting må åpnes. Hva et forsøk fra en bestemt adresse ville fått til svar: { $command }

## Ingen på listen

signin-nobody-locked = Ingen konto er låst.
signin-nobody-blocked = Ingen konto er blokkert, og ingen kilde er sperret for en enkeltkonto.
signin-nobody-from = Ingen låst eller blokkert konto ble prøvd fra { $source } de siste 7 dagene, og kilden er ikke sperret for noen enkeltkonto.
signin-nobody-locked-from = Ingen låst konto ble prøvd fra { $source } de siste 7 dagene.
signin-nobody-blocked-from = Ingen blokkert konto ble prøvd fra { $source } de siste 7 dagene, og kilden er ikke sperret for noen enkeltkonto.
signin-source-blocked = Kilden selv, eller en del av den, er sperret: { $command }

## check-config

listener-question = { $section }, { $listen }: e-postserveren sender klientens adresse i hvert spørsmål.
listener-proxy-protocol = { $section }, { $listen }: e-postserveren sender klientens adresse i hvert spørsmål. PROXY-hodet fra { $proxies } sier hvilken e-postserver som spør.
listener-proxy-protocol-unix = { $section }, { $listen }: e-postserveren sender klientens adresse i hvert spørsmål. PROXY-hodet fra den som åpner socketen, sier hvilken e-postserver som spør.
listener-forwarded = { $section }, { $listen }: klientens adresse leses fra X-Forwarded-For som { $proxies } sender. For alle andre er den tilkoblingens egen.
listener-forwarded-unix = { $section }, { $listen }: klientens adresse leses fra X-Forwarded-For som sendes av den som åpner socketen.
listener-connection = { $section }, { $listen }: klientens adresse er tilkoblingens egen. X-Forwarded-For leses ikke.
listener-trusts-nobody = { $listen } stoler ikke på noen proxy på denne maskinen. Bak en omvendt proxy ville hver besøkende ha proxyens adresse. Oppgi proxyen i web.trusted_proxies, eller la den koble seg til over en Unix-socket.
