# Hjälpkort: vad en administratör, helpdesk eller en användare letar efter, och vad som ska göras. Varje kort har en rubrik, sökord som
# aldrig visas, en text, steg i den ordning de ska göras och ibland en anmärkning. Namn inom citattecken är gränssnittets egna.

## Inloggning

card-unlock-account-title = Låsa upp ett konto
card-unlock-account-words = låsa upp, lås upp, låst konto, kontot låst, utelåst, utlåst, kan inte logga in, kommer inte in, inloggningen misslyckas, för många försök, fel lösenord, felaktigt lösenord, misslyckade inloggningsförsök, lockout, smart utelåsning, 50053, AADSTS50053, 535 5.7.8
card-unlock-account-text = Inloggningen låses av sig själv när felaktiga lösenord anges gång på gång. Oftast gäller låsningen bara obekanta källor, och då kan ägaren fortfarande logga in från bekanta. En blockering som en person har gjort är något annat och har en egen knapp.
card-unlock-account-step-1 = Öppna ”Inloggningslås” och sök efter användaren; det räcker med en del av namnet.
card-unlock-account-step-2 = Läs under ”Varför” om en regel har låst inloggningen eller om en person har blockerat den.
card-unlock-account-step-3 = Om en regel har låst den väljer du ”Lås upp”, skriver en motivering och väljer ”Ja, lås upp”.
card-unlock-account-step-4 = Om en person har blockerat den frågar du den personen först och väljer sedan ”Tillåt inloggning”.
card-unlock-account-step-5 = Läs på användarens sida under ”Vad de misslyckade inloggningarna är” vem som fortsätter att försöka.
card-unlock-account-step-6 = Om användaren inte längre kan lösenordet väljer du ”Återställ lösenord”; då upphör även låsningen.
card-unlock-account-note = Lösenordet ändras inte av att du låser upp, och den som gissar får också nya försök. En låsning visar att någon har försökt, inte att någon har kommit in.

card-reset-password-title = Återställa ett lösenord
card-reset-password-words = återställ lösenord, återställa lösenord, glömt lösenord, nytt lösenord, byta lösenord, ändra lösenord, tappat lösenord, tillfälligt lösenord, engångslösenord, lösenordet har gått ut, skriva ut lösenord, skicka lösenord, länk för lösenord
card-reset-password-text = Det gamla lösenordet slutar gälla, och alla applösenord återkallas. Det nya är tillfälligt: det går bara att använda för att välja ett eget. Lösenordet skickas aldrig till den drabbade postlådan, för den som läser där skulle också få det.
card-reset-password-step-1 = Öppna ”Aktiva användare” och välj användaren.
card-reset-password-step-2 = Välj ”Återställ lösenord”.
card-reset-password-step-3 = Låt ”Skapa ett lösenord” vara markerat, skriv en motivering och välj ”Återställ lösenordet”.
card-reset-password-step-4 = Lämna lösenordet per telefon, personligen eller på papper; sidans utskrift är ett blad till användaren.
card-reset-password-step-5 = Om ingen ska se lösenordet öppnar du ”Alternativa adresser” på användarens sida och skickar en länk i stället.
card-reset-password-step-6 = Se till att det nya lösenordet skrivs in på användarens alla telefoner och datorer.
card-reset-password-note = Automatiska låsningar upphör när lösenordet återställs. En persons blockering av inloggningen och en blockering av sändning ligger kvar och har egna knappar. Ditt eget lösenord kan du inte återställa här.

card-sign-in-status-title = Tillåta eller blockera inloggning
card-sign-in-status-words = redigera inloggningsstatus, inloggningsstatus, blockera inloggning, tillåta inloggning, spärra användare, stänga av konto, inaktivera, aktivera, blockerad användare, slutat, medarbetare som slutar, fler åtgärder, 525 5.7.13
card-sign-in-status-text = En blockering stänger ute användaren överallt, oavsett lösenord, tills någon tillåter inloggning eller datumet är nått. Den är en persons beslut och har ingenting med automatiska låsningar att göra.
card-sign-in-status-step-1 = Öppna ”Aktiva användare” och välj användaren.
card-sign-in-status-step-2 = Välj ”Redigera inloggningsstatus” och läs under ”Nu” vad som gäller.
card-sign-in-status-step-3 = Välj ”Inloggning tillåten”, ”Inloggning blockerad tills någon tillåter den” eller ”Inloggning blockerad till ett datum”.
card-sign-in-status-step-4 = Skriv en motivering och välj ”Spara”.
card-sign-in-status-step-5 = Läs vad som förblir oförändrat: en automatisk låsning eller en blockering av sändning hävs för sig.
card-sign-in-status-note = Blockeringen gäller också medan Postern är stoppat. E-post till användaren kommer fortfarande fram. Ditt eget konto och den sista globala administratören går inte att blockera.

card-self-service-title = Låta användarna komma in igen själva
card-self-service-words = självbetjäning, självservice, självbetjäning för återställning av lösenord, SSPR, glömt lösenord, säkerhetsinformation, alternativ e-postadress, alternativ adress, reservkod, återställningskod, verifieringskod, autentiseringsapp, komma in igen, utan administratör
card-self-service-text = Den som kan bekräfta sin identitet låser upp inloggningen eller väljer ett nytt lösenord utan administratör. Det räcker att göra det på ett sätt. För administratörer, och för konton som kan vara komprometterade, krävs två olika sätt.
card-self-service-step-1 = Berätta för användarna vilken adress sidan ”Kom in på ditt konto igen” har; den slutar på /recover.
card-self-service-step-2 = Låt dem lägga till en alternativ adress under ”Min säkerhet”, på adressen som slutar på /my, och bekräfta den med länken i meddelandet.
card-self-service-step-3 = Låt dem skapa reservkoder på samma sida och spara dem på papper; en kod räknas först ett dygn efter att den har skapats.
card-self-service-step-4 = Den som är utelåst öppnar sidan och skriver in användarnamnet och en kod.
card-self-service-step-5 = Därefter väljer användaren ”Lås bara upp” eller ”Välj ett nytt lösenord”.
card-self-service-step-6 = Ett nytt lösenord skriver användaren sedan in på varje telefon och dator.
card-self-service-note = En kod skickas aldrig till den postlåda som användaren är utelåst från. En persons blockering och en blockering av sändning ligger kvar tills en administratör häver dem.

card-must-change-title = Ett tillfälligt lösenord fungerar inte
card-must-change-words = tillfälligt lösenord, måste bytas, byta vid nästa inloggning, lösenordet måste bytas, lösenordet har gått ut, e-postprogrammet godtar inte lösenordet, Outlook frågar hela tiden, telefonen frågar efter lösenord, ny användare kan inte logga in
card-must-change-text = Ett tillfälligt lösenord öppnar ingen postlåda. Det går bara att använda i webbläsaren för att välja ett eget lösenord, och det går ut.
card-must-change-step-1 = Öppna sidan ”Välj ett eget lösenord” i en webbläsare; adressen slutar på /password.
card-must-change-step-2 = Skriv in användarnamnet, det tillfälliga lösenordet och ett eget lösenord två gånger.
card-must-change-step-3 = Välj ”Spara lösenordet”.
card-must-change-step-4 = Skriv in ditt eget lösenord på varje telefon och dator.
card-must-change-step-5 = Om det tillfälliga lösenordet har gått ut väljer en administratör ”Återställ igen” på användarens sida.
card-must-change-note = Det är rätt att e-postprogrammet inte släpper in någon med ett tillfälligt lösenord. Det hjälper inte att byta program eller nätverk.

card-app-passwords-title = Ett eget lösenord för en enhet
card-app-passwords-words = applösenord, app-lösenord, programlösenord, enhetslösenord, borttappad telefon, stulen telefon, skrivare, skanner, kopiator, gammalt e-postprogram, utan MFA, återkalla, IMAP-lösenord
card-app-passwords-text = Ett applösenord öppnar postlådan på en enda enhet och med de protokoll som har valts. Om enheten försvinner återkallas det, och de andra enheterna fungerar som förut.
card-app-passwords-step-1 = Öppna användarens sida och välj ”Applösenord”.
card-app-passwords-step-2 = Skriv vad enheten heter, välj dess protokoll och välj ”Skapa ett applösenord”.
card-app-passwords-step-3 = Skriv in det på enheten i stället för kontots lösenord, med bindestrecken; det visas bara en gång.
card-app-passwords-step-4 = Om en enhet försvinner väljer du ”Återkalla” bredvid den.
card-app-passwords-step-5 = Om det är oklart vilken enhet det gäller väljer du ”Återkalla alla”.
card-app-passwords-note = När kontots lösenord återställs återkallas alla applösenord. Ett applösenord öppnar varken ”Min säkerhet” eller administrationscentret. Användarna kan skapa och återkalla sina egna under ”Min säkerhet”.

card-stale-devices-title = En enhet med det gamla lösenordet
card-stale-devices-words = gammalt lösenord, sparat lösenord, låses hela tiden, låser sig igen, telefonen efter lösenordsbyte, surfplatta, skrivare, Outlook frågar efter lösenord, bortglömd enhet, ActiveSync, enhet med gammalt lösenord
card-stale-devices-text = Efter ett lösenordsbyte fortsätter ofta en telefon eller dator att prova det gamla. Postern känner igen det och räknar inte försöken, så de låser ingen ute. Men enheten får ingen ny e-post.
card-stale-devices-step-1 = Öppna användarens sida och läs under ”Vad de misslyckade inloggningarna är” vilken enhet det gäller.
card-stale-devices-step-2 = Se under ”Inloggningar” från vilken källa och med vilket protokoll försöken kommer.
card-stale-devices-step-3 = Leta efter enheten tillsammans med ägaren: telefon, surfplatta, gammal dator, skrivare, ett andra e-postprogram.
card-stale-devices-step-4 = Skriv in det nya lösenordet där, eller ta bort kontot från enheten.
card-stale-devices-step-5 = Om inloggningen är låst väljer du därefter ”Lås upp” under ”Inloggningslås”.
card-stale-devices-note = Om ägaren inte känner till källan är det ingen bortglömd enhet, utan någon annan som har det gamla lösenordet. Läs då ”Hantera ett komprometterat konto”.

card-blocked-sources-title = Ingen på en plats kan logga in
card-blocked-sources-words = spärrad IP, blockerad IP-adress, spärrad källa, hela kontoret kan inte logga in, kontoret utelåst, VPN, webbmejl, webbmail, proxy, NAT, tillåtelselista, spärrlista, betrodd IP, häva spärr, lösenordssprejning, brute force
card-blocked-sources-text = En källa (en adress eller ett nätverk) som gissar lösenord spärras en tid. Om många delar den, som på ett kontor, bakom ett VPN eller i ett webbmejl, kan andra drabbas.
card-blocked-sources-step-1 = Öppna ”Källor” och sök efter adressen som användarna kommer från.
card-blocked-sources-step-2 = Läs varför den är spärrad, sedan när och till när.
card-blocked-sources-step-3 = Välj ”Häv spärren”, skriv en motivering och välj ”Ja, häv spärren”.
card-blocked-sources-step-4 = Om det är organisationens eget kontor eller VPN väljer du ”Tillåt en källa”, så spärrar ingen regel den.
card-blocked-sources-step-5 = Om det är ett webbmejl eller en proxy väljer du ”Markera en källa som delad” och ser till att den skickar med klienternas adresser.
card-blocked-sources-step-6 = Om enstaka konton fortfarande är låsta låser du upp dem under ”Inloggningslås”.
card-blocked-sources-note = Leta först upp enheten som gissar, annars kommer spärren tillbaka. En spärr som en person har satt upphör bara när en person häver den eller när dess datum är nått.

card-protocols-title = Stänga av protokoll för ett konto
card-protocols-words = stänga av IMAP, stänga av POP3, inaktivera IMAP, inaktivera POP, SMTP AUTH, submission, ManageSieve, webbmejl, webbmail, grundläggande autentisering, äldre autentisering, Exchange ActiveSync, MAPI, OWA, e-postappar, protokoll
card-protocols-text = Ett protokoll som ett konto inte behöver kan stängas för just det kontot. De andra fungerar som förut, och e-post kommer fortfarande fram.
card-protocols-step-1 = Öppna användarens sida och välj ”Redigera inloggningsstatus”.
card-protocols-step-2 = Välj ”Protokoll”.
card-protocols-step-3 = Avmarkera det som kontot inte behöver: IMAP, POP3, ”Sändning (SMTP)”, ManageSieve eller ”Webbmejl och portal”.
card-protocols-step-4 = Skriv en motivering och välj ”Spara”.
card-protocols-note = Ett webbmejl som loggar in på e-postservern med IMAP räknas som IMAP. Den som nekas får samma svar som vid fel lösenord. Om någon ska hållas ute helt, blockera inloggningen.

## Sändning

card-unblock-email-title = En användare kan inte skicka e-post
card-unblock-email-words = häva blockeringen, häva blockering, häva spärr, avblockera, ta bort blockering, kan inte skicka, det går inte att skicka, mejl skickas inte, skicka mail, epost, sändning blockerad, begränsad användare, begränsade användare, åtkomstbegränsad, begränsade enheter, blockerad för skräppost, spam, studs, kom i retur, 5.1.8, 550 5.1.8, 5.7.1, 550 5.7.1, 5.1.90, 5.2.2
card-unblock-email-text = Sändningen är blockerad på grund av utgående skräppost, för många mottagare eller indicier på att kontot är komprometterat. Inkommande e-post kommer fram som vanligt. Återställ lösenordet först och häv sedan blockeringen.
card-unblock-email-step-1 = Om någon annan kan känna till lösenordet väljer du före allt annat ”Återställ lösenord” på användarens sida.
card-unblock-email-step-2 = Öppna ”Begränsade användare” och sök efter användaren; det räcker med en del av namnet: rob hittar rob@contoso.com.
card-unblock-email-step-3 = Välj ”Häv blockeringen”, läs varför sändningen blockerades och gå igenom kontrollerna.
card-unblock-email-step-4 = Bestäm vad som ska hända med väntande meddelanden under ”Håll kvar, släpp fram eller radera e-post i kön”.
card-unblock-email-step-5 = Skriv en motivering och välj ”Ja, häv blockeringen”.
card-unblock-email-step-6 = Sidan visar sedan om grinden för sändning tar emot e-post igen; säg till användaren.
card-unblock-email-note = Innan du väljer Ja ändras ingenting. Kvarhållna meddelanden ligger kvar tills någon släpper fram eller raderar dem. Om användaren inte står på listan är sändningen inte blockerad; titta då på koden i returmeddelandet.

card-spam-limits-title = Gränser för sändning
card-spam-limits-words = sändningsgräns, mottagargräns, gräns överskriden, policy för utgående skräppost, princip för utgående skräppost, för många mottagare, nya mottagare, gräns per timme, gräns per dag, bromsad, fördröjd, tröskel, ändra gräns, höja gränsen, 5.1.90, 5.2.2, 451 4.7.1
card-spam-limits-text = Postern räknar mottagare, framför allt nya, som kontot aldrig har skrivit till förut. Över en första gräns bromsas e-post till nya mottagare, över en högre blockeras sändningen.
card-spam-limits-step-1 = Öppna användarens sida och se under ”Sändning” hur mycket som har skickats och vilka gränser som gäller.
card-spam-limits-step-2 = För att ändra dem för alla öppnar du ”Policyer”, går till fliken ”Sändning” och väljer ”Ändra”.
card-spam-limits-step-3 = För att ändra dem för vissa konton går du till fliken ”För vissa konton” och väljer ”Ny policy för vissa konton”.
card-spam-limits-step-4 = Läs i förhandsvisningen vilka konton de nya gränserna hade blockerat de senaste 30 dagarna.
card-spam-limits-step-5 = Skriv en motivering och bekräfta med Ja.
card-spam-limits-step-6 = Om kontots sändning redan är blockerad häver du blockeringen under ”Begränsade användare”.
card-spam-limits-note = En högre gräns häver ingen blockering. Planera hellre ett utskick om det gäller ett enda tillfälle: då förblir gränserna låga för den som stjäl ett lösenord.

card-planned-mailings-title = Skicka till många mottagare en gång
card-planned-mailings-words = utskick, massutskick, nyhetsbrev, inbjudan, kallelse, koppla utskick, cirkulär, många mottagare, planerat utskick, undantag, höja gränsen tillfälligt, falskt larm
card-planned-mailings-text = Ett planerat utskick leder inte till att sändningen blockeras: kontot får skriva till fler mottagare fram till den tidpunkt du väljer.
card-planned-mailings-step-1 = Öppna användarens sida, gå till ”Sändning” och välj ”Planera ett utskick”.
card-planned-mailings-step-2 = Ange till hur många mottagare och till när.
card-planned-mailings-step-3 = Skriv en motivering och välj ”Ja, planera det”.
card-planned-mailings-step-4 = Om sändningen redan är blockerad häver du blockeringen under ”Begränsade användare”.
card-planned-mailings-note = Gränserna efter inloggningar från främmande platser förblir som de är. Mottagare utöver de planerade bedöms som vanligt. Utskicket upphör av sig självt.

card-bounce-codes-title = Vad koden i ett returmeddelande betyder
card-bounce-codes-words = retur, returmeddelande, studs, NDR, rapport om utebliven leverans, felkod, SMTP-fel, kunde inte levereras, 550 5.7.1, 5.7.1, 451 4.7.1, 450 4.7.28, 421 4.7.0, 525 5.7.13, 535 5.7.8, 5.1.8, 550 5.1.8, 5.1.90, 5.2.2, 5.2.121, 5.2.122, 5.7.232, 5.7.233, 5.7.501, 5.7.502, 5.7.503, 5.7.705, 5.7.708, 5.7.711, 5.7.750, felaktig utgående avsändare
card-bounce-codes-text = Där Microsoft har många koder har Postern få; den exakta orsaken står på användarens sida. En kod inom hakparentes visar att svaret kommer från Postern.
card-bounce-codes-step-1 = 550 5.7.1 med en kod inom hakparentes betyder att sändningen är blockerad; leta efter avsändaren under ”Begränsade användare”.
card-bounce-codes-step-2 = Hos Microsoft heter samma sak 5.1.8 vid skräppost, och 5.1.90 eller 5.2.2 vid för många mottagare eller meddelanden.
card-bounce-codes-step-3 = 5.7.232, 5.7.233 och 5.7.705 gäller där hela organisationen och 5.7.711 en koppling; här ser du under ”Begränsade användare” vilka konton det gäller.
card-bounce-codes-step-4 = En kod som börjar med 4, till exempel 451 4.7.1 eller 450 4.7.28, skjuter upp meddelandet: skicka det igen senare, i lugnare takt.
card-bounce-codes-step-5 = 535 5.7.8 betyder att användarnamnet eller lösenordet inte stämmer, eller att inloggningen är låst eller blockerad; titta under ”Inloggningslås”.
card-bounce-codes-step-6 = 525 5.7.13, eller 421 4.7.0 med en kod inom hakparentes, betyder att inloggningen blockerades under sessionen; titta under ”Redigera inloggningsstatus”.
card-bounce-codes-note = Ett returmeddelande utan kod inom hakparentes kommer oftast från mottagarens server. Där hjälper det inte att häva en blockering.

## Komprometterade konton

card-compromised-account-title = Hantera ett komprometterat konto
card-compromised-account-words = komprometterat konto, hackad, hackat konto, kapat konto, stulet lösenord, nätfiske, phishing, intrång, någon annan använder kontot, skräppost från mitt konto, isolera, incident, okänd inloggning, misstänkt, det var inte jag
card-compromised-account-text = Någon annan har haft åtkomst till kontot. Isolera det först och ta sedan reda på vad som har hänt. Tecknen är okända inloggningar, e-post som ägaren inte har skrivit och regler som ägaren inte har skapat.
card-compromised-account-step-1 = Välj ”Isolera” på användarens sida eller på incidentens sida, och läs vilka steg som har utförts.
card-compromised-account-step-2 = Välj ”Återställ lösenord” och lämna det nya per telefon eller personligen; det skickas aldrig till den drabbade postlådan.
card-compromised-account-step-3 = Öppna ”Regler och vidarebefordring” och se till att allt som ägaren inte känner till tas bort.
card-compromised-account-step-4 = Öppna ”Alternativa adresser” och ”Applösenord” och ta bort det som ägaren inte känner till.
card-compromised-account-step-5 = Öppna ”Sändning” på användarens sida och bestäm vad som ska hända med meddelandena i kön.
card-compromised-account-step-6 = Tillåt först därefter inloggning under ”Redigera inloggningsstatus” och häv blockeringen av sändning under ”Begränsade användare”.
card-compromised-account-note = Meddelanden som har levererats går inte att ta tillbaka; varna mottagarna. Se till att ägarens dator och telefon också kontrolleras, annars går det nya lösenordet samma väg som det gamla.

card-forwarding-title = Vart en användares e-post vidarebefordras
card-forwarding-words = vidarebefordring, vidarebefordran, vidarebefordra, vidarebefordrar, skicka vidare, omdirigera, extern vidarebefordran, automatisk vidarebefordran, kopia till annan adress, Sieve, regel för vidarebefordring, e-post saknas
card-forwarding-text = En vidarebefordring kan skicka varje meddelande ut ur organisationen. Den som tar över ett konto lägger gärna upp en, för den finns kvar efter ett lösenordsbyte.
card-forwarding-step-1 = Öppna användarens sida och välj ”Regler och vidarebefordring”.
card-forwarding-step-2 = Läs överst till vilken adress e-post vidarebefordras och om den lämnar organisationen.
card-forwarding-step-3 = Fråga ägaren per telefon om vidarebefordringen är avsiktlig.
card-forwarding-step-4 = Om den inte ska finnas ser du till att den tas bort i webbmejlet eller på e-postservern.
card-forwarding-step-5 = Om ägaren inte känner till den läser du ”Hantera ett komprometterat konto”.
card-forwarding-note = Sidan visar användarens egna regler (Sieve) och ändrar inga. Alias, .forward-filer och regler för hela servern läses inte; leta efter dem på e-postservern.

card-inbox-rules-title = Regler som döljer eller raderar e-post
card-inbox-rules-words = inkorgsregel, inkorgsregler, e-postregel, Sieve, filter, regel raderar mejl, mejl försvinner, e-post försvinner, dold regel, RSS-mapp, skräppostmapp, flyttas, frånvaromeddelande, autosvar
card-inbox-rules-text = En regel kan radera meddelanden eller flytta dem dit ingen tittar. Så döljer den som tar över ett konto svar och varningar för ägaren.
card-inbox-rules-step-1 = Öppna användarens sida och välj ”Regler och vidarebefordring”.
card-inbox-rules-step-2 = Leta i kolumnen ”Vad den gör” efter rader med ”döljer e-post”.
card-inbox-rules-step-3 = Fråga ägaren per telefon vem som har skapat regeln.
card-inbox-rules-step-4 = Se till att en främmande regel tas bort i webbmejlet eller på e-postservern.
card-inbox-rules-step-5 = Om ägaren inte känner till regeln läser du ”Hantera ett komprometterat konto”.
card-inbox-rules-note = Ett nytt lösenord tar inte bort någon regel. Sidan visar de regler som är aktiva nu. Den ändrar inga, och regler för hela servern finns inte med.

## Administrationscentret och e-postservern

card-alerts-title = Ett larm om ett konto
card-alerts-words = larm, varning, avisering, aviseringar, avisering om skräppost, aviseringsprincip, misstänkt aktivitet, misstänkt sändning, risk, riskpoäng, misstankepoäng, vem får larm, larm via e-post, användare blockerad från att skicka, falskt larm
card-alerts-text = Ett larm betyder att något talar för att kontot är komprometterat. Ingenting blockeras av larmet: en människa bör titta på det.
card-alerts-step-1 = Öppna användarens sida och läs misstankepoängen och vad den består av.
card-alerts-step-2 = Jämför källorna under ”Inloggningar” med de platser som ägaren använder.
card-alerts-step-3 = Fråga ägaren per telefon, inte med e-post.
card-alerts-step-4 = Om det var någon annan läser du ”Hantera ett komprometterat konto”.
card-alerts-step-5 = Om det var ägaren behöver du inte göra något: poängen sjunker av sig själv.
card-alerts-step-6 = Vem som får larmen ser du på sidan ”Inställningar” under ”E-post till administratörerna”; adresserna ändras i konfigurationsfilen.
card-alerts-note = Ett larm bevisar ingenting. Om en blockering kommer ett eget meddelande. Ange minst en adress som inte ligger på den här e-postservern.

card-connectors-down-title = E-postservern frågar inte Postern
card-connectors-down-words = koppling nere, anslutning nere, grind nere, frågar inte, gränserna gäller inte, policyserver, Postfix, Dovecot, auth-policy, milter, doctor, health, anslutningsprogram, ingenting händer, senaste frågan, check_policy_service
card-connectors-down-text = Postern beslutar bara om det som e-postservern frågar om. Uteblir frågorna går e-post ut okontrollerad där; begränsningar som redan är kända gäller ändå.
card-connectors-down-step-1 = Öppna ”Kopplingar” och se vilken rad som är markerad.
card-connectors-down-step-2 = Jämför under ”Grindar: där e-postservrar frågar Postern” när varje grind senast fick en fråga.
card-connectors-down-step-3 = Läs under ”Dit Postern skriver” vad som väntar och varför.
card-connectors-down-step-4 = Jämför e-postserverns konfiguration med texten under ”För Dovecot och Postfix”.
card-connectors-down-step-5 = Kör postern doctor på servern; kommandot nämner varje fel och vad som ska ändras.
card-connectors-down-step-6 = Skicka ett meddelande, logga in och se om tiden för den senaste frågan ändras.
card-connectors-down-note = En grind kan vara tyst för att ingen loggar in eller skickar; då är den senaste frågan gammal utan att något är fel.
