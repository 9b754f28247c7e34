# Kommandolinjen mot en server et annet sted. See the English file for what each message is for.

cli-remote-address = { $server } er ingen adresse til en server. Skriv den som i https://mail.contoso.example.
cli-remote-plain = Over http:// kan en API-nøkkel leses underveis. Skriv https:// i stedet for { $server }.
cli-remote-no-token = En server trenger en API-nøkkel. Oppgi filen med --token-file; postern token add lager en på serveren.
cli-remote-file = { $path } kan ikke leses: { $cause }
cli-remote-empty-token = { $path } inneholder ingen API-nøkkel. Filen har én linje som begynner med postern_.
cli-remote-no-certificate = { $path } inneholder ikke noe sertifikat. Det må være en PEM-fil.
cli-remote-no-roots = Systemet har ingen liste over sertifikatutstedere. Oppgi --ca-file med en PEM-fil med dem du stoler på.
cli-remote-unreachable = { $server } svarer ikke: { $cause }
cli-remote-certificate = { $server } kan ikke vise hvem den er, så ingenting er sendt. Årsak: { $cause }
