# Odklepanje enega ali več računov in stanje računa pri vratih za vpis.

cli-done-eased = Vpis je odklenjen za račun { $account }. Do { $until } se znova zaklene šele po dvakrat več neuspešnih poskusih.

## Odklepanje več računov: vrstica za vsakega, nato tisto, kar ni bilo narejeno

cli-unlock-too-many = Naenkrat je mogoče odkleniti največ toliko računov: { $limit }. Nič ni bilo spremenjeno.
cli-unlock-perhaps-more = Tu so le prvi zaklepi, njihovo število: { $limit }. Za preostale račune ukaz zaženite znova.
cli-unlock-needs-yes = Računi za odklep: { $count }. Nikogar ni, ki bi odgovoril, in nič ni bilo spremenjeno. Poglejte z --dry-run, nato dodajte --yes.
cli-unlock-ask = Računi za odklep: { $count }. Za nadaljevanje vnesite to število:
cli-unlock-not = Noben račun ni bil odklenjen.
cli-unlock-nobody = Noben račun ni zaklenjen. Nič ni bilo spremenjeno.
cli-unlock-none-named = Na standardnem vhodu ni bil naveden noben račun. Nič ni bilo spremenjeno.
cli-unlock-would = Bi bil odklenjen: { $account }
cli-unlock-not-locked = Ni zaklenjen, nič ni treba storiti: { $account }
cli-unlock-failed-one = Ni odklenjen: { $account }. Vzrok: { $cause }
cli-unlock-failed = Računi, ki niso bili odklenjeni: { $count }
