# E-post till administratörer. See the English file for what each message is for.

mail-restricted-subject = { $account } kan inte skicka e-post
mail-restricted-first-line = Sändningen blockerades den { $when }. Inkommande e-post kommer fortfarande fram.
mail-restricted-account = Konto: { $account }
mail-restricted-account-named = Konto: { $account } ({ $name })
mail-restricted-cause = Orsak: { $reason }
mail-restricted-until = Till: { $until }
mail-restricted-until-released = Till: en administratör häver blockeringen
mail-restricted-code = Kod: { $code }
mail-restricted-evidence = Indicier
mail-restricted-no-evidence = Hittills finns inga indicier på att kontot är komprometterat, bara mängden e-post.
mail-restricted-what-to-do = Gör så här
mail-restricted-step-look = 1. Se vad som beslutades och varför:
mail-restricted-step-reset = 2. Återställ lösenordet först, om någon annan kan känna till det. Den som har det gamla kan börja skicka igen.
mail-restricted-step-unblock = 3. Häv blockeringen av sändning, med din motivering:
mail-restricted-zone = Alla tider visas i { $zone }.

## Någon har ändrat en global administratör

mail-admin-acted-subject = { $account } ändrades av en annan administratör
mail-admin-acted-first-line = Någon ändrade en global administratörs konto den { $when }.
mail-admin-acted-by = Av: { $actor }
mail-admin-acted-what = Vad: { $what }
mail-admin-acted-why = Angiven motivering: { $note }
mail-admin-acted-told = Alla globala administratörer får det här meddelandet när någon annan ändrar en av dem eller ger någon rollen.
mail-admin-acted-step-look = 1. Se vad som i övrigt har ändrats den senaste tiden:
mail-admin-acted-step-ask = 2. Fråga personen ovan, men inte via e-post, om det var han eller hon.
mail-admin-acted-step-block = 3. Om inte, blockera personens inloggning, med din motivering:
