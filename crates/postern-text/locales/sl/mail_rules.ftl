# Kam se posreduje pošta računa in kaj počnejo pravila (Sieve) njegovega lastnika. Pravila so uporabnikova, ne Posternova.

rules-title = Pravila in posredovanje
rules-unreadable = Vsega ni mogoče prebrati, zato je lahko več, kot je prikazano. Vzrok: { $cause }
rules-no-forwards = Nobeno pravilo ne posreduje pošte računa { $account }.
# $address je naslov, na katerega gre pošta.
rules-forward-outside = Pošta se posreduje iz organizacije in se ne ohrani. Naslov: { $address }
rules-forward-outside-copy = Kopija se posreduje iz organizacije. Naslov: { $address }
rules-forward-own = Pošta se posreduje znotraj organizacije in se ne ohrani. Naslov: { $address }
rules-forward-own-copy = Kopija se posreduje znotraj organizacije. Naslov: { $address }
rules-forward-computed = Pošta se posreduje na naslov, ki ga pravilo sestavi samo: { $address }
rules-only-some = Samo del pošte: pravilo ima pogoj.
rules-script = Skript in vrstica
rules-does = Kaj naredi
rules-about = Naslov ali mapa
rules-when = Kdaj
rules-always = Vedno
rules-sometimes = S pogojem
rules-hides = skriva pošto
rules-none = Nobeno pravilo ni dejavno.
