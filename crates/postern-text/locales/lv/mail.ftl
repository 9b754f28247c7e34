# E-pasts administratoriem. See the English file for what each message is for.

mail-restricted-subject = No konta { $account } vairs nevar sūtīt e-pastu
mail-restricted-first-line = Sūtīšana ir ierobežota ({ $when }). Ienākošais e-pasts joprojām tiek piegādāts.
mail-restricted-account = Konts: { $account }
mail-restricted-account-named = Konts: { $account } ({ $name })
mail-restricted-cause = Iemesls: { $reason }
mail-restricted-until = Beidzas: { $until }
mail-restricted-until-released = Beidzas: kad administrators atbloķē sūtīšanu
mail-restricted-code = Kods: { $code }
mail-restricted-evidence = Pierādījumi
mail-restricted-no-evidence = Pagaidām nav pierādījumu, ka konts ir kompromitēts; ir tikai sūtījumu apjoms.
mail-restricted-what-to-do = Rīcība
mail-restricted-step-look = 1. Apskatiet, kas tika nolemts un kāpēc:
mail-restricted-step-reset = 2. Ja paroli var zināt kāds cits, vispirms atiestatiet to. Kam ir vecā parole, tas var atkal sākt sūtīt.
mail-restricted-step-unblock = 3. Atbloķējiet sūtīšanu, norādot pamatojumu:
mail-restricted-zone = Visi laiki norādīti laika joslā { $zone }.
