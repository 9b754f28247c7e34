# Kommandoraden mot en server någon annanstans. See the English file for what each message is for.

cli-remote-address = { $server } är ingen adress till en server. Skriv den som i https://mail.contoso.example.
cli-remote-plain = Över http:// kan en API-nyckel läsas på vägen. Skriv https:// i stället för { $server }.
cli-remote-no-token = En server behöver en API-nyckel. Ange filen med --token-file; postern token add skapar en på servern.
cli-remote-file = { $path } går inte att läsa: { $cause }
cli-remote-empty-token = { $path } innehåller ingen API-nyckel. Filen har en rad som börjar med postern_.
cli-remote-no-certificate = { $path } innehåller inget certifikat. Det ska vara en PEM-fil.
cli-remote-no-roots = Systemet har ingen lista över certifikatutfärdare. Ange --ca-file med en PEM-fil med dem som du litar på.
cli-remote-unreachable = { $server } svarar inte: { $cause }
cli-remote-certificate = { $server } kan inte visa vem den är, så ingenting har skickats. Orsak: { $cause }
