# Systemklockan. See the English file for what each message is for.

cli-health-clock-jumped = Postern { $version } svarar, men systemklockan har hoppat
cli-clock-jumped-ahead = Systemklockan har hoppat { $length } framåt. Låsningar och begränsningar upphör ändå efter den tid som verkligen går. Ställ klockan rätt. Om den redan går rätt: starta om Postern.
cli-clock-jumped-back = Systemklockan har hoppat { $length } bakåt. Låsningar och begränsningar upphör ändå efter den tid som verkligen går. Ställ klockan rätt. Om den redan går rätt: starta om Postern.
