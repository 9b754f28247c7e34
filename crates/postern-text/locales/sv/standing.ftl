# Hur ett konto står vid inloggningen, vem som är låst eller blockerad, och varifrån lyssnare får adresser.

## Där bara vissa regler för inloggning observeras

cli-observed-lanes = Låsning observeras bara: reglerna låser inget konto. För att tillämpa dem nu: { $command }
cli-observed-sources = Spärrning av källor observeras bara: reglerna spärrar ingen källa. Det som en person har spärrat är spärrat. För att tillämpa dem nu: { $command }
cli-observed-spray = Sprejläget observeras bara: det sänker ingen tröskel. För att tillämpa det nu: { $command }

## Kontots två köer av försök, och vad som räknas i var och en

standing-unfamiliar-open = Inloggning från obekanta källor: öppen
standing-unfamiliar-locked = Inloggning från obekanta källor: låst till { $until }
standing-unfamiliar-closed = Inloggning från obekanta källor: stängd
standing-familiar-open = Inloggning från bekanta källor: öppen
standing-familiar-locked = Inloggning från bekanta källor: låst till { $until }
standing-familiar-closed = Inloggning från bekanta källor: stängd
standing-lane-failures = Misslyckade försök: { $count } av { $limit }, i följd: { $row } av { $row_limit }
standing-lane-level = Låsningar på sistone: { $count }. Nästa är längre, om inte den längsta redan är nådd.
standing-admit = För att släppa in bara ägaren, från en ny plats: { $command }
standing-unlock-gives = Att låsa upp ger nya försök även åt den som gissar.
standing-lane-eased = Till { $until } krävs dubbelt så många misslyckade försök för låsning.

## Vad som sägs om källor

standing-place-familiar = { $address } är en bekant källa för kontot, och den är spärrad. Senaste inloggning därifrån: { $last }
standing-place-unfamiliar = { $address } är spärrad, och kontot har loggat in därifrån. Senaste inloggning därifrån: { $last }
standing-ends-it = För att ta bort detta: { $command }

## Ett konto

signin-link = En engångslänk är öppen till { $until }. Ingen har använt den.
signin-pass = En engångslänk användes från { $network }. Inloggning därifrån är öppen till { $until }.
signin-devices = Sparade enheter: { $count }
signin-last-success = Senaste inloggning som lyckades: { $when }, från { $source }
signin-last = Senaste inloggningar och misslyckade försök, de nyaste först
signin-refused-by-block = Försök från { $address } nekas av den här spärren. Låt den vara om de inte är ägarens.
signin-none-recorded = Ingen inloggning är registrerad.
signin-next = Nästa steg: { $command }
signin-next-else = Annars: { $command }
signin-next-nothing = Inget behöver öppnas. Vad ett försök från en viss adress skulle få för svar: { $command }

## Ingen i listan

signin-nobody-locked = Inget konto är låst.
signin-nobody-blocked = Inget konto är blockerat, och ingen källa är spärrad för ett enskilt konto.
signin-nobody-from = Inget låst eller blockerat konto prövades från { $source } de senaste 7 dagarna, och källan är inte spärrad för något enskilt konto.
signin-nobody-locked-from = Inget låst konto prövades från { $source } de senaste 7 dagarna.
signin-nobody-blocked-from = Inget blockerat konto prövades från { $source } de senaste 7 dagarna, och källan är inte spärrad för något enskilt konto.
signin-source-blocked = Källan själv, eller en del av den, är spärrad: { $command }

## check-config

listener-question = { $section }, { $listen }: e-postservern skickar klientens adress i varje fråga.
listener-proxy-protocol = { $section }, { $listen }: e-postservern skickar klientens adress i varje fråga. PROXY-huvudet från { $proxies } anger vilken e-postserver som frågar.
listener-proxy-protocol-unix = { $section }, { $listen }: e-postservern skickar klientens adress i varje fråga. PROXY-huvudet från den som öppnar socketen anger vilken e-postserver som frågar.
listener-forwarded = { $section }, { $listen }: klientens adress läses ur X-Forwarded-For från { $proxies }. För alla andra är den anslutningens egen.
listener-forwarded-unix = { $section }, { $listen }: klientens adress läses ur X-Forwarded-For från den som öppnar socketen.
listener-connection = { $section }, { $listen }: klientens adress är anslutningens egen. X-Forwarded-For läses inte.
listener-trusts-nobody = { $listen } litar inte på någon proxy på den här datorn. Bakom en omvänd proxy skulle varje besökare ha proxyns adress. Ange proxyn i web.trusted_proxies, eller låt den ansluta över en Unix-socket.
