# E-pošta skrbnikom. See the English file for what each message is for.

mail-restricted-subject = Iz računa { $account } ni več mogoče pošiljati e-pošte
mail-restricted-first-line = Pošiljanje je omejeno od { $when }. Dohodna e-pošta še vedno prihaja.
mail-restricted-account = Račun: { $account }
mail-restricted-account-named = Račun: { $account } ({ $name })
mail-restricted-cause = Razlog: { $reason }
mail-restricted-until = Do: { $until }
mail-restricted-until-released = Do preklica: odblokirati mora skrbnik
mail-restricted-code = Koda: { $code }
mail-restricted-evidence = Dokazi
mail-restricted-no-evidence = Za zdaj ni dokazov, da je račun ogrožen; opažen je samo obseg pošiljanja.
mail-restricted-what-to-do = Kaj storiti
mail-restricted-step-look = 1. Poglejte, kaj je bilo odločeno in zakaj:
mail-restricted-step-reset = 2. Če geslo morda pozna nekdo drug, ga najprej ponastavite. Kdor ima staro geslo, lahko znova začne pošiljati.
mail-restricted-step-unblock = 3. Odblokirajte pošiljanje in navedite utemeljitev:
mail-restricted-zone = Vsi časi so prikazani v časovnem pasu { $zone }.
