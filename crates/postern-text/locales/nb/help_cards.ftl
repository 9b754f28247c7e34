# Hjelpekort: hva en administrator, brukerstøtten eller en bruker leter etter, og hva som skal gjøres. Hvert kort har en tittel, søkeord som
# aldri vises, en tekst, trinn i den rekkefølgen de skal gjøres og noen ganger en merknad. Navn i anførselstegn er grensesnittets egne.

## Pålogging

card-unlock-account-title = Låse opp en konto
card-unlock-account-words = låse opp, lås opp, låst konto, kontoen er låst, låst ute, utestengt, kan ikke logge på, logge inn, innlogging, kommer ikke inn, påloggingen mislykkes, for mange forsøk, feil passord, mislykkede påloggingsforsøk, lockout, smart utestengelse, 50053, AADSTS50053, 535 5.7.8
card-unlock-account-text = Påloggingen låses av seg selv når det stadig oppgis feil passord. Som oftest gjelder låsingen bare ukjente kilder, og da kan eieren fortsatt logge på fra kjente. En blokkering som en person har satt, er noe annet og har en egen knapp.
card-unlock-account-step-1 = Åpne «Påloggingslåser» og søk etter brukeren; en del av navnet er nok.
card-unlock-account-step-2 = Les under «Hvorfor» om en regel har låst påloggingen, eller om en person har blokkert den.
card-unlock-account-step-3 = Har en regel låst den, velger du «Lås opp», skriver en begrunnelse og velger «Ja, lås opp».
card-unlock-account-step-4 = Har en person blokkert den, spør du den personen først og velger så «Tillat pålogging».
card-unlock-account-step-5 = Les på brukerens side under «Hva de mislykkede påloggingene er» hvem som fortsetter å prøve.
card-unlock-account-step-6 = Kan ikke brukeren passordet lenger, velger du «Tilbakestill passord»; da opphører låsingen også.
card-unlock-account-note = Passordet endres ikke når du låser opp, og den som gjetter, får også nye forsøk. En låsing viser at noen har prøvd, ikke at noen har kommet inn.

card-reset-password-title = Tilbakestille et passord
card-reset-password-words = tilbakestill passord, tilbakestille passord, glemt passord, nytt passord, bytte passord, endre passord, mistet passord, midlertidig passord, engangspassord, passordet er utløpt, skrive ut passord, sende passord, lenke for passord
card-reset-password-text = Det gamle passordet slutter å gjelde, og alle app-passord trekkes tilbake. Det nye er midlertidig: det kan bare brukes til å velge et eget. Passordet sendes aldri til den berørte postboksen, for den som leser der, ville også få det.
card-reset-password-step-1 = Åpne «Aktive brukere» og velg brukeren.
card-reset-password-step-2 = Velg «Tilbakestill passord».
card-reset-password-step-3 = La «Lag et passord» stå valgt, skriv en begrunnelse og velg «Tilbakestill passordet».
card-reset-password-step-4 = Gi passordet på telefon, personlig eller på papir; utskriften av siden er et ark til brukeren.
card-reset-password-step-5 = Skal ingen se passordet, åpner du «Alternative adresser» på brukerens side og sender en lenke i stedet.
card-reset-password-step-6 = Sørg for at det nye passordet skrives inn på alle telefonene og datamaskinene til brukeren.
card-reset-password-note = Automatiske låsinger opphører når passordet tilbakestilles. En persons blokkering av påloggingen og en blokkering av sending blir stående og har egne knapper. Ditt eget passord kan du ikke tilbakestille her.

card-sign-in-status-title = Tillate eller blokkere pålogging
card-sign-in-status-words = rediger påloggingsstatus, påloggingsstatus, blokkere pålogging, tillate pålogging, sperre bruker, deaktivere konto, aktivere konto, blokkert bruker, sluttet, ansatt som slutter, flere handlinger, innlogging, 525 5.7.13
card-sign-in-status-text = En blokkering holder brukeren ute overalt, uansett passord, til noen tillater pålogging eller datoen er nådd. Den er en persons avgjørelse og har ingenting med automatiske låsinger å gjøre.
card-sign-in-status-step-1 = Åpne «Aktive brukere» og velg brukeren.
card-sign-in-status-step-2 = Velg «Rediger påloggingsstatus» og les under «Nå» hva som gjelder.
card-sign-in-status-step-3 = Velg «Pålogging tillatt», «Pålogging blokkert til noen tillater den» eller «Pålogging blokkert til en dato».
card-sign-in-status-step-4 = Skriv en begrunnelse og velg «Lagre».
card-sign-in-status-step-5 = Les hva som forblir uendret: en automatisk låsing eller en blokkering av sending må oppheves for seg.
card-sign-in-status-note = Blokkeringen gjelder også mens Postern er stoppet. E-post til brukeren kommer fortsatt fram. Din egen konto og den siste globale administratoren kan ikke blokkeres.

card-self-service-title = La brukerne komme inn igjen på egen hånd
card-self-service-words = selvbetjening, selvbetjent tilbakestilling av passord, SSPR, glemt passord, sikkerhetsinformasjon, alternativ e-postadresse, alternativ adresse, reservekode, gjenopprettingskode, bekreftelseskode, autentiseringsapp, komme inn igjen, uten administrator
card-self-service-text = Den som kan bekrefte identiteten sin, låser opp påloggingen eller velger et nytt passord uten administrator. Det er nok å gjøre det på én måte. For administratorer, og for kontoer som kan være kompromittert, kreves to ulike måter.
card-self-service-step-1 = Fortell brukerne hvilken adresse siden «Kom inn på kontoen din igjen» har; den slutter på /recover.
card-self-service-step-2 = Be dem legge til en alternativ adresse under «Min sikkerhet», på adressen som slutter på /my, og bekrefte den med lenken i meldingen.
card-self-service-step-3 = Be dem lage reservekoder på samme side og ta vare på dem på papir; en kode teller først et døgn etter at den er laget.
card-self-service-step-4 = Den som er låst ute, åpner siden og skriver inn brukernavnet og en kode.
card-self-service-step-5 = Deretter velger brukeren «Bare lås opp» eller «Velg et nytt passord».
card-self-service-step-6 = Et nytt passord skriver brukeren så inn på hver telefon og datamaskin.
card-self-service-note = En kode sendes aldri til postboksen som brukeren er låst ute av. En persons blokkering og en blokkering av sending blir stående til en administrator fjerner dem.

card-must-change-title = Et midlertidig passord virker ikke
card-must-change-words = midlertidig passord, må byttes, bytte ved neste pålogging, passordet må byttes, passordet er utløpt, e-postprogrammet godtar ikke passordet, Outlook spør hele tiden, telefonen spør etter passord, ny bruker kan ikke logge på, innlogging
card-must-change-text = Et midlertidig passord åpner ingen postboks. Det kan bare brukes i nettleseren til å velge et eget passord, og det utløper.
card-must-change-step-1 = Åpne siden «Velg ditt eget passord» i en nettleser; adressen slutter på /password.
card-must-change-step-2 = Skriv inn brukernavnet, det midlertidige passordet og et eget passord to ganger.
card-must-change-step-3 = Velg «Lagre passordet».
card-must-change-step-4 = Skriv inn ditt eget passord på hver telefon og datamaskin.
card-must-change-step-5 = Er det midlertidige passordet utløpt, velger en administrator «Tilbakestill på nytt» på brukerens side.
card-must-change-note = Det er riktig at e-postprogrammet ikke slipper inn noen med et midlertidig passord. Det hjelper ikke å bytte program eller nettverk.

card-app-passwords-title = Et eget passord for én enhet
card-app-passwords-words = app-passord, apppassord, programpassord, enhetspassord, mistet telefon, stjålet telefon, skriver, skanner, kopimaskin, gammelt e-postprogram, uten MFA, uten totrinn, trekke tilbake, IMAP-passord
card-app-passwords-text = Et app-passord åpner postboksen på én enkelt enhet og med de protokollene som er valgt. Blir enheten borte, trekkes det tilbake, og de andre enhetene virker som før.
card-app-passwords-step-1 = Åpne brukerens side og velg «App-passord».
card-app-passwords-step-2 = Skriv hva enheten heter, velg protokollene og velg «Opprett et app-passord».
card-app-passwords-step-3 = Skriv det inn på enheten i stedet for kontoens passord, med bindestrekene; det vises bare én gang.
card-app-passwords-step-4 = Blir en enhet borte, velger du «Trekk tilbake» ved siden av den.
card-app-passwords-step-5 = Er det uklart hvilken enhet det gjelder, velger du «Trekk tilbake alle».
card-app-passwords-note = Når kontoens passord tilbakestilles, trekkes alle app-passord tilbake. Et app-passord åpner verken «Min sikkerhet» eller administrasjonssenteret. Brukerne kan lage og trekke tilbake sine egne under «Min sikkerhet».

card-stale-devices-title = En enhet med det gamle passordet
card-stale-devices-words = gammelt passord, lagret passord, låses hele tiden, låser seg igjen, telefonen etter passordbytte, nettbrett, skriver, Outlook spør etter passord, glemt enhet, ActiveSync, enhet med gammelt passord
card-stale-devices-text = Etter et passordbytte fortsetter ofte en telefon eller datamaskin å prøve det gamle. Postern kjenner det igjen og teller ikke forsøkene, så de låser ingen ute. Men enheten får ingen ny e-post.
card-stale-devices-step-1 = Åpne brukerens side og les under «Hva de mislykkede påloggingene er» hvilken enhet det gjelder.
card-stale-devices-step-2 = Se under «Pålogginger» fra hvilken kilde og med hvilken protokoll forsøkene kommer.
card-stale-devices-step-3 = Let etter enheten sammen med eieren: telefon, nettbrett, gammel datamaskin, skriver, et annet e-postprogram.
card-stale-devices-step-4 = Skriv inn det nye passordet der, eller fjern kontoen fra enheten.
card-stale-devices-step-5 = Er påloggingen låst, velger du deretter «Lås opp» under «Påloggingslåser».
card-stale-devices-note = Kjenner ikke eieren kilden, er det ingen glemt enhet, men noen andre som har det gamle passordet. Les da «Håndtere en kompromittert konto».

card-blocked-sources-title = Ingen på ett sted kan logge på
card-blocked-sources-words = sperret IP, blokkert IP-adresse, sperret kilde, hele kontoret kan ikke logge på, kontoret er låst ute, VPN, webmail, proxy, NAT, tillatelsesliste, sperreliste, klarert IP, oppheve sperre, passordspraying, brute force, innlogging
card-blocked-sources-text = En kilde (en adresse eller et nettverk) som gjetter passord, blir sperret en tid. Deler mange den, som på et kontor, bak et VPN eller i en webmail, kan det gå ut over andre.
card-blocked-sources-step-1 = Åpne «Kilder» og søk etter adressen brukerne kommer fra.
card-blocked-sources-step-2 = Les hvorfor den er sperret, siden når og til når.
card-blocked-sources-step-3 = Velg «Opphev sperren», skriv en begrunnelse og velg «Ja, opphev sperren».
card-blocked-sources-step-4 = Er det organisasjonens eget kontor eller VPN, velger du «Tillat en kilde», så sperrer ingen regel den.
card-blocked-sources-step-5 = Er det en webmail eller en proxy, velger du «Merk en kilde som delt» og sørger for at den sender med klientenes adresser.
card-blocked-sources-step-6 = Er enkelte kontoer fortsatt låst, låser du dem opp under «Påloggingslåser».
card-blocked-sources-note = Finn først enheten som gjetter, ellers kommer sperren tilbake. En sperre som en person har satt, opphører bare når en person opphever den eller datoen er nådd.

card-protocols-title = Slå av protokoller for en konto
card-protocols-words = slå av IMAP, slå av POP3, deaktivere IMAP, deaktivere POP, SMTP AUTH, submission, ManageSieve, webmail, webmail av, grunnleggende godkjenning, eldre godkjenning, Exchange ActiveSync, MAPI, OWA, e-postapper, protokoll
card-protocols-text = En protokoll som en konto ikke trenger, kan stenges for bare den kontoen. De andre virker som før, og e-post kommer fortsatt fram.
card-protocols-step-1 = Åpne brukerens side og velg «Rediger påloggingsstatus».
card-protocols-step-2 = Velg «Protokoller».
card-protocols-step-3 = Fjern avkrysningen for det kontoen ikke trenger: IMAP, POP3, «Sending av e-post (SMTP)», ManageSieve eller «Webmail og portal».
card-protocols-step-4 = Skriv en begrunnelse og velg «Lagre».
card-protocols-note = En webmail som logger på e-postserveren med IMAP, regnes som IMAP. Den som avvises, får samme svar som ved feil passord. Skal noen holdes helt ute, blokkerer du påloggingen.

## Sending

card-unblock-email-title = En bruker kan ikke sende e-post
card-unblock-email-words = fjern blokkering, fjerne blokkering, oppheve blokkering, oppheve blokkeringen av e-post, avblokkere, sperret, kan ikke sende, får ikke sendt, mail sendes ikke, epost, sending blokkert, begrenset bruker, begrensede brukere, begrensede enheter, blokkert for søppelpost, spam, sprett, kom i retur, 5.1.8, 550 5.1.8, 5.7.1, 550 5.7.1, 5.1.90, 5.2.2
card-unblock-email-text = Sendingen er blokkert på grunn av utgående søppelpost, for mange mottakere eller indisier på at kontoen er kompromittert. Innkommende e-post kommer fram som vanlig. Tilbakestill passordet først, og fjern så blokkeringen.
card-unblock-email-step-1 = Kan noen andre kjenne til passordet, velger du før alt annet «Tilbakestill passord» på brukerens side.
card-unblock-email-step-2 = Åpne «Begrensede brukere» og søk etter brukeren; en del av navnet er nok: rob finner rob@contoso.com.
card-unblock-email-step-3 = Velg «Fjern blokkering», les hvorfor sendingen ble blokkert, og gå gjennom kontrollene.
card-unblock-email-step-4 = Bestem hva som skal skje med ventende meldinger, under «Hold tilbake, frigi eller slett e-post i køen».
card-unblock-email-step-5 = Skriv en begrunnelse og velg «Ja, fjern blokkeringen».
card-unblock-email-step-6 = Siden viser så om grinden for sending tar imot e-post igjen; si fra til brukeren.
card-unblock-email-note = Før du velger Ja, endres ingenting. Tilbakeholdte meldinger blir liggende til noen frigir eller sletter dem. Står ikke brukeren på listen, er ikke sendingen blokkert; se da på koden i returmeldingen.

card-spam-limits-title = Grenser for sending
card-spam-limits-words = sendegrense, mottakergrense, grensen er overskredet, policy for utgående søppelpost, for mange mottakere, nye mottakere, grense per time, grense per dag, bremset, forsinket, terskel, endre grense, heve grensen, 5.1.90, 5.2.2, 451 4.7.1
card-spam-limits-text = Postern teller mottakere, framfor alt nye, som kontoen aldri har skrevet til før. Over en første grense bremses e-post til nye mottakere, over en høyere blokkeres sendingen.
card-spam-limits-step-1 = Åpne brukerens side og se under «Sending» hvor mye som er sendt, og hvilke grenser som gjelder.
card-spam-limits-step-2 = For å endre dem for alle åpner du «Policyer», går til fanen «Sending» og velger «Endre».
card-spam-limits-step-3 = For å endre dem for enkelte kontoer går du til fanen «For enkelte kontoer» og velger «Ny policy for enkelte kontoer».
card-spam-limits-step-4 = Les i forhåndsvisningen hvilke kontoer de nye grensene ville ha blokkert de siste 30 dagene.
card-spam-limits-step-5 = Skriv en begrunnelse og bekreft med Ja.
card-spam-limits-step-6 = Er sendingen allerede blokkert, fjerner du blokkeringen under «Begrensede brukere».
card-spam-limits-note = En høyere grense fjerner ingen blokkering. Gjelder det en enkelt utsending, planlegger du heller den: da forblir grensene lave for den som stjeler et passord.

card-planned-mailings-title = Sende til mange mottakere én gang
card-planned-mailings-words = utsending, utsendelse, masseutsendelse, nyhetsbrev, invitasjon, innkalling, utskriftsfletting, rundskriv, mange mottakere, planlagt utsending, unntak, heve grensen midlertidig, falsk alarm
card-planned-mailings-text = En planlagt utsending fører ikke til at sendingen blokkeres: kontoen kan skrive til flere mottakere fram til tidspunktet du velger.
card-planned-mailings-step-1 = Åpne brukerens side, gå til «Sending» og velg «Planlegg en utsendelse».
card-planned-mailings-step-2 = Oppgi til hvor mange mottakere og til når.
card-planned-mailings-step-3 = Skriv en begrunnelse og velg «Ja, planlegg den».
card-planned-mailings-step-4 = Er sendingen allerede blokkert, fjerner du blokkeringen under «Begrensede brukere».
card-planned-mailings-note = Grensene etter pålogginger fra fremmede steder forblir som de er. Mottakere ut over de planlagte vurderes som vanlig. Utsendingen opphører av seg selv.

card-bounce-codes-title = Hva koden i en returmelding betyr
card-bounce-codes-words = retur, returmelding, sprett, NDR, rapport om manglende levering, feilkode, SMTP-feil, kunne ikke leveres, 550 5.7.1, 5.7.1, 451 4.7.1, 450 4.7.28, 421 4.7.0, 525 5.7.13, 535 5.7.8, 5.1.8, 550 5.1.8, 5.1.90, 5.2.2, 5.2.121, 5.2.122, 5.7.232, 5.7.233, 5.7.501, 5.7.502, 5.7.503, 5.7.705, 5.7.708, 5.7.711, 5.7.750, ugyldig avsender
card-bounce-codes-text = Der Microsoft har mange koder, har Postern få; den nøyaktige årsaken står på brukerens side. En kode i hakeparentes viser at svaret kommer fra Postern.
card-bounce-codes-step-1 = 550 5.7.1 med en kode i hakeparentes betyr at sendingen er blokkert; let etter avsenderen under «Begrensede brukere».
card-bounce-codes-step-2 = Hos Microsoft heter det samme 5.1.8 ved søppelpost, og 5.1.90 eller 5.2.2 ved for mange mottakere eller meldinger.
card-bounce-codes-step-3 = 5.7.232, 5.7.233 og 5.7.705 gjelder der hele organisasjonen og 5.7.711 en kobling; her ser du under «Begrensede brukere» hvilke kontoer det gjelder.
card-bounce-codes-step-4 = En kode som begynner med 4, for eksempel 451 4.7.1 eller 450 4.7.28, utsetter meldingen: send den igjen senere, i roligere takt.
card-bounce-codes-step-5 = 535 5.7.8 betyr at brukernavnet eller passordet ikke stemmer, eller at påloggingen er låst eller blokkert; se under «Påloggingslåser».
card-bounce-codes-step-6 = 525 5.7.13, eller 421 4.7.0 med en kode i hakeparentes, betyr at påloggingen ble blokkert under økten; se under «Rediger påloggingsstatus».
card-bounce-codes-note = En returmelding uten kode i hakeparentes kommer som oftest fra serveren til mottakeren. Der hjelper det ikke å fjerne en blokkering.

## Kompromitterte kontoer

card-compromised-account-title = Håndtere en kompromittert konto
card-compromised-account-words = kompromittert konto, hacket, hacket konto, kapret konto, stjålet passord, nettfiske, phishing, innbrudd, noen andre bruker kontoen, søppelpost fra kontoen min, isolere, hendelse, sikkerhetshendelse, ukjent pålogging, innlogging, mistenkelig, det var ikke meg
card-compromised-account-text = Noen andre har hatt tilgang til kontoen. Isoler den først, og finn så ut hva som har skjedd. Tegnene er ukjente pålogginger, e-post eieren ikke har skrevet, og regler eieren ikke har laget.
card-compromised-account-step-1 = Velg «Isoler» på brukerens side eller på siden til sikkerhetshendelsen, og les hvilke trinn som er utført.
card-compromised-account-step-2 = Velg «Tilbakestill passord» og gi det nye på telefon eller personlig; det sendes aldri til den berørte postboksen.
card-compromised-account-step-3 = Åpne «Regler og videresending» og få fjernet alt eieren ikke kjenner til.
card-compromised-account-step-4 = Åpne «Alternative adresser» og «App-passord» og fjern det eieren ikke kjenner til.
card-compromised-account-step-5 = Åpne «Sending» på brukerens side og bestem hva som skal skje med meldingene i køen.
card-compromised-account-step-6 = Først deretter tillater du pålogging under «Rediger påloggingsstatus» og fjerner blokkeringen av sending under «Begrensede brukere».
card-compromised-account-note = Meldinger som er levert, kan ikke tas tilbake; varsle mottakerne. Få også kontrollert datamaskinen og telefonen til eieren, ellers går det nye passordet samme vei som det gamle.

card-forwarding-title = Hvor en brukers e-post videresendes
card-forwarding-words = videresending, videresende, sende videre, omdirigere, ekstern videresending, automatisk videresending, kopi til annen adresse, Sieve, regel for videresending, e-post mangler
card-forwarding-text = En videresending kan sende hver melding ut av organisasjonen. Den som tar over en konto, oppretter gjerne en, for den blir værende etter et passordbytte.
card-forwarding-step-1 = Åpne brukerens side og velg «Regler og videresending».
card-forwarding-step-2 = Les øverst til hvilken adresse e-post videresendes, og om den forlater organisasjonen.
card-forwarding-step-3 = Spør eieren på telefon om videresendingen er ønsket.
card-forwarding-step-4 = Skal den ikke være der, får du den fjernet i webmailen eller på e-postserveren.
card-forwarding-step-5 = Kjenner ikke eieren til den, leser du «Håndtere en kompromittert konto».
card-forwarding-note = Siden viser brukerens egne regler (Sieve) og endrer ingen. Alias, .forward-filer og regler for hele serveren leses ikke; let etter dem på e-postserveren.

card-inbox-rules-title = Regler som skjuler eller sletter e-post
card-inbox-rules-words = innboksregel, innboksregler, e-postregel, Sieve, filter, regel sletter e-post, e-post forsvinner, mail forsvinner, skjult regel, RSS-mappe, søppelpostmappe, flyttes, fraværsmelding, autosvar
card-inbox-rules-text = En regel kan slette meldinger eller flytte dem dit ingen ser. Slik skjuler den som tar over en konto, svar og advarsler for eieren.
card-inbox-rules-step-1 = Åpne brukerens side og velg «Regler og videresending».
card-inbox-rules-step-2 = Let i kolonnen «Hva den gjør» etter rader med «skjuler e-post».
card-inbox-rules-step-3 = Spør eieren på telefon hvem som har laget regelen.
card-inbox-rules-step-4 = Få en fremmed regel fjernet i webmailen eller på e-postserveren.
card-inbox-rules-step-5 = Kjenner ikke eieren til regelen, leser du «Håndtere en kompromittert konto».
card-inbox-rules-note = Et nytt passord fjerner ingen regel. Siden viser reglene som er aktive nå. Den endrer ingen, og regler for hele serveren er ikke med.

## Administrasjonssenteret og e-postserveren

card-alerts-title = Et varsel om en konto
card-alerts-words = varsel, varsler, varsling, varslingspolicy, advarsel, mistenkelig aktivitet, mistenkelig sending, risiko, risikopoeng, mistankepoeng, hvem får varsler, varsel på e-post, bruker blokkert fra å sende, falsk alarm
card-alerts-text = Et varsel betyr at noe taler for at kontoen er kompromittert. Varselet blokkerer ingenting: et menneske bør se på det.
card-alerts-step-1 = Åpne brukerens side og les mistankepoengene og hva de består av.
card-alerts-step-2 = Sammenlign kildene under «Pålogginger» med stedene eieren bruker.
card-alerts-step-3 = Spør eieren på telefon, ikke på e-post.
card-alerts-step-4 = Var det noen andre, leser du «Håndtere en kompromittert konto».
card-alerts-step-5 = Var det eieren, trenger du ikke å gjøre noe: poengene synker av seg selv.
card-alerts-step-6 = Hvem som får varslene, ser du på siden «Innstillinger» under «E-post til administratorene»; adressene endres i konfigurasjonsfilen.
card-alerts-note = Et varsel beviser ingenting. Om en blokkering kommer det en egen melding. Oppgi minst én adresse som ikke ligger på denne e-postserveren.

card-connectors-down-title = E-postserveren spør ikke Postern
card-connectors-down-words = kobling nede, tilkobling nede, grind nede, spør ikke, grensene gjelder ikke, policyserver, Postfix, Dovecot, auth-policy, milter, doctor, health, ingenting skjer, siste spørsmål, check_policy_service
card-connectors-down-text = Postern avgjør bare det e-postserveren spør om. Uteblir spørsmålene, går e-post ut ukontrollert der; begrensninger som allerede er kjent, gjelder likevel.
card-connectors-down-step-1 = Åpne «Koblinger» og se hvilken linje som er merket.
card-connectors-down-step-2 = Sammenlign under «Grinder: der e-postservere spør Postern» når hver grind sist fikk et spørsmål.
card-connectors-down-step-3 = Les under «Hvor Postern skriver» hva som venter, og hvorfor.
card-connectors-down-step-4 = Sammenlign oppsettet av e-postserveren med teksten under «For Dovecot og Postfix».
card-connectors-down-step-5 = Kjør postern doctor på serveren; kommandoen nevner hver feil og hva som må endres.
card-connectors-down-step-6 = Send en melding, logg på og se om tiden for siste spørsmål endrer seg.
card-connectors-down-note = En grind kan være stille fordi ingen logger på eller sender; da er det siste spørsmålet gammelt uten at noe er galt.
