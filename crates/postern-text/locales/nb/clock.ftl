# Systemklokken. See the English file for what each message is for.

cli-health-clock-jumped = Postern { $version } svarer, men systemklokken har hoppet
cli-clock-jumped-ahead = Systemklokken har hoppet { $length } framover. Låsinger og begrensninger opphører likevel etter den tiden som faktisk går. Still klokken riktig. Hvis den går riktig nå: start Postern på nytt.
cli-clock-jumped-back = Systemklokken har hoppet { $length } bakover. Låsinger og begrensninger opphører likevel etter den tiden som faktisk går. Still klokken riktig. Hvis den går riktig nå: start Postern på nytt.
