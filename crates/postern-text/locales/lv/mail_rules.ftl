# Kurp tiek pārsūtīts konta pasts un ko dara tā īpašnieka kārtulas (Sieve). Kārtulas ir paša lietotāja, nevis Postern.

rules-title = Kārtulas un pārsūtīšana
rules-unreadable = Visu nevar nolasīt, tāpēc var būt vairāk, nekā ir parādīts. Iemesls: { $cause }
rules-no-forwards = Neviena kārtula nepārsūta konta { $account } pastu.
# $address ir adrese, uz kuru pasts tiek sūtīts.
rules-forward-outside = Pasts tiek pārsūtīts ārpus organizācijas un netiek paturēts. Adrese: { $address }
rules-forward-outside-copy = Kopija tiek pārsūtīta ārpus organizācijas. Adrese: { $address }
rules-forward-own = Pasts tiek pārsūtīts organizācijas iekšienē un netiek paturēts. Adrese: { $address }
rules-forward-own-copy = Kopija tiek pārsūtīta organizācijas iekšienē. Adrese: { $address }
rules-forward-computed = Pasts tiek pārsūtīts uz adresi, ko kārtula izveido pati: { $address }
rules-only-some = Tikai daļa pasta: kārtulai ir nosacījums.
rules-script = Skripts un rinda
rules-does = Ko tā dara
rules-about = Adrese vai mape
rules-when = Kad
rules-always = Vienmēr
rules-sometimes = Ar nosacījumu
rules-hides = slēpj pastu
rules-none = Neviena kārtula nav aktīva.
