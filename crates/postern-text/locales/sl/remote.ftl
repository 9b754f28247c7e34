# Ukazna vrstica in strežnik drugje. See the English file for what each message is for.

cli-remote-address = { $server } ni naslov strežnika. Zapišite ga kot https://mail.contoso.example.
cli-remote-plain = Prek http:// bi bilo žeton mogoče prebrati na poti. Zapišite https:// namesto { $server }.
cli-remote-no-token = Strežnik potrebuje žeton. Datoteko navedite z možnostjo --token-file; na strežniku ga ustvari postern token add.
cli-remote-file = Datoteke { $path } ni mogoče prebrati: { $cause }
cli-remote-empty-token = V datoteki { $path } ni žetona. V njej je ena vrstica, ki se začne s postern_.
cli-remote-no-certificate = V datoteki { $path } ni potrdila. Biti mora datoteka PEM.
cli-remote-no-roots = V tem sistemu ni seznama overiteljev potrdil. Navedite --ca-file z datoteko PEM tistih, ki jim zaupate.
cli-remote-unreachable = Strežnik { $server } se ne odziva: { $cause }
cli-remote-certificate = Strežnik { $server } ne more dokazati, kdo je, zato ni bilo poslano nič. Vzrok: { $cause }
