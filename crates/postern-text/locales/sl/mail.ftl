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

## Nekdo je spremenil račun globalnega skrbnika

mail-admin-acted-subject = Račun { $account } je spremenil drug skrbnik
mail-admin-acted-first-line = Nekdo je spremenil račun globalnega skrbnika ({ $when }).
mail-admin-acted-by = Kdo: { $actor }
mail-admin-acted-what = Kaj: { $what }
mail-admin-acted-why = Navedena utemeljitev: { $note }
mail-admin-acted-told = To sporočilo dobijo vsi globalni skrbniki, kadar kdo drug spremeni račun katerega od njih ali komu dodeli to vlogo.
mail-admin-acted-step-look = 1. Poglejte, kaj je bilo zadnje čase še spremenjeno:
mail-admin-acted-step-ask = 2. Zgoraj navedeno osebo vprašajte, ali je bila to res ona, vendar ne po e-pošti.
mail-admin-acted-step-block = 3. Če ni bila, ji blokirajte prijavo in navedite utemeljitev:
