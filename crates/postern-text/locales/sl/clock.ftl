# Sistemska ura. See the English file for what each message is for.

cli-health-clock-jumped = Postern { $version } se odziva, sistemska ura pa je preskočila
cli-clock-jumped-ahead = Sistemska ura je preskočila za { $length } naprej. Zaklepi in omejitve se še vedno končajo po dejansko pretečenem času. Nastavite pravi čas. Če je ura zdaj točna, znova zaženite Postern.
cli-clock-jumped-back = Sistemska ura je preskočila za { $length } nazaj. Zaklepi in omejitve se še vedno končajo po dejansko pretečenem času. Nastavite pravi čas. Če je ura zdaj točna, znova zaženite Postern.
