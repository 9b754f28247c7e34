# Tipke v skrbniškem središču. See the English file for what each message is for.
keys-title = Tipke
keys-lede = Te tipke delujejo na vseh straneh, dokler ničesar ne vpisujete.
keys-off-now = Tipke so izklopljene.
keys-key = Tipka
keys-does = Kaj naredi
keys-search = Pojdi na iskanje
keys-next = Naslednja vrstica
keys-previous = Prejšnja vrstica
keys-tick = Označi vrstico
keys-back = Nazaj na seznam
keys-help = Ta stran
keys-switch-off = Izklopi tipke
keys-switch-on = Vklopi tipke
