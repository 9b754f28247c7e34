# Komandrinda un serveris citur. See the English file for what each message is for.

cli-remote-address = { $server } nav servera adrese. Rakstiet to kā https://mail.contoso.example.
cli-remote-plain = Ar http:// pilnvaru pa ceļam var nolasīt. Rakstiet https://, nevis { $server }.
cli-remote-no-token = Serverim vajadzīga pilnvara. Norādiet tās failu ar --token-file; serverī to izveido postern token add.
cli-remote-file = Failu { $path } nevar nolasīt: { $cause }
cli-remote-empty-token = Failā { $path } nav pilnvaras. Tajā ir viena rinda, kas sākas ar postern_.
cli-remote-no-certificate = Failā { $path } nav sertifikāta. Tam jābūt PEM failam.
cli-remote-no-roots = Šajā sistēmā nav sertificēšanas iestāžu saraksta. Norādiet --ca-file ar PEM failu, kurā ir tās, kam uzticaties.
cli-remote-unreachable = Serveris { $server } neatbild: { $cause }
cli-remote-certificate = Serveris { $server } nevar apliecināt, kas tas ir, tāpēc nekas netika nosūtīts. Cēlonis: { $cause }
