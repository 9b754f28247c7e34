# E-post til administratorer. See the English file for what each message is for.

mail-restricted-subject = { $account } kan ikke sende e-post
mail-restricted-first-line = Sendingen ble blokkert { $when }. Innkommende e-post kommer fortsatt fram.
mail-restricted-account = Konto: { $account }
mail-restricted-account-named = Konto: { $account } ({ $name })
mail-restricted-cause = Årsak: { $reason }
mail-restricted-until = Til: { $until }
mail-restricted-until-released = Til: en administrator fjerner blokkeringen
mail-restricted-code = Kode: { $code }
mail-restricted-evidence = Indisier
mail-restricted-no-evidence = Så langt finnes det ingen indisier på at kontoen er kompromittert, bare mengden e-post.
mail-restricted-what-to-do = Slik gjør du
mail-restricted-step-look = 1. Se hva som ble avgjort, og hvorfor:
mail-restricted-step-reset = 2. Tilbakestill passordet først hvis noen andre kan kjenne til det. Den som har det gamle, kan begynne å sende igjen.
mail-restricted-step-unblock = 3. Fjern blokkeringen av sending, med begrunnelsen din:
mail-restricted-zone = Alle tider vises i { $zone }.
