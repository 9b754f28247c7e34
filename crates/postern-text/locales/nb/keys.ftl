# Taster i administrasjonssenteret. See the English file for what each message is for.
keys-title = Taster
keys-lede = Disse tastene virker på alle sider, så lenge ingenting skrives.
keys-off-now = Tastene er slått av.
keys-key = Tast
keys-does = Hva den gjør
keys-search = Gå til søket
keys-next = Neste rad
keys-previous = Forrige rad
keys-tick = Kryss av raden
keys-back = Tilbake til listen
keys-help = Denne siden
keys-switch-off = Slå av tastene
keys-switch-on = Slå på tastene
