# Mail to the owner of an account. See the English file for what each message is for.

letter-link-typed = Odprtje strani ničesar ne spremeni. Ali vnesite:
letter-never-asks = Nihče vas ne po telefonu ne po e-pošti ne vpraša za geslo, kodo ali to sporočilo.
letter-why-you = To sporočilo ste dobili, ker je ta naslov prijavljen pri računu { $account }.
letter-until = Povezava deluje enkrat, do { $until }.
letter-check-subject = Potrdite ta naslov za račun { $account }
letter-check-lede = Ta naslov naj bi postal nadomestni naslov računa { $account }: sem bi prihajale kode in povezave za vrnitev v račun ter obvestila o spremembah.
letter-check-button = Potrdi naslov
letter-check-not-you = O tem računu ne veste ničesar? Potem ne storite ničesar: brez potrditve se sem ne pošlje nič drugega.
letter-password-subject = Izberite novo geslo za račun { $account }
letter-password-lede = Skrbnik vas prosi, da izberete novo geslo za račun { $account }. Vidite ga samo vi.
letter-password-button = Izberi geslo
letter-password-old = Sedanje geslo velja, dokler ne izberete novega.
letter-password-not-you = Tega niste pričakovali? Vprašajte skrbnika, vendar na to sporočilo ne odgovarjajte.
letter-code-subject = { $code } je vaša koda
letter-code-lede = Koda velja enkrat, do { $until }, za račun { $account }, pri katerem je naveden ta naslov.
letter-code-not-you = Zanjo niste prosili? Potem ime vašega računa pozna nekdo drug. Brez kode mu to ne pomaga.
letter-change-subject = Račun { $account } je bil spremenjen
letter-change-subject-password = Geslo računa { $account } je bilo spremenjeno
letter-change-when = { $what } ({ $when })
letter-change-named = { $what }: { $name } ({ $when })
letter-change-by-admin = To je naredil skrbnik ali program vaše organizacije.
letter-change-fine = Če ste to bili vi ali če za to veste, vam ni treba storiti ničesar.
letter-change-not-you = Če ne, to sporočite. Potem se odprte seje končajo, pošiljanje iz računa se ustavi, skrbniki pa so obveščeni.
letter-not-me = To nisem jaz
