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

## Kāds mainīja globālā administratora kontu

mail-admin-acted-subject = Kontu { $account } mainīja cits administrators
mail-admin-acted-first-line = Kāds mainīja globālā administratora kontu ({ $when }).
mail-admin-acted-by = Kas: { $actor }
mail-admin-acted-what = Izmaiņa: { $what }
mail-admin-acted-why = Norādītais pamatojums: { $note }
mail-admin-acted-told = Šo ziņojumu saņem visi globālie administratori, kad kāds cits maina kādu no viņu kontiem vai piešķir kādam šo lomu.
mail-admin-acted-step-look = 1. Apskatiet, kas vēl pēdējā laikā ir mainīts:
mail-admin-acted-step-ask = 2. Pajautājiet iepriekš norādītajai personai, bet ne pa e-pastu, vai to darīja viņa pati.
mail-admin-acted-step-block = 3. Ja ne, bloķējiet šīs personas pierakstīšanos, norādot pamatojumu:
