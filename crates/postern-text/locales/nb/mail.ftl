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

## Noen har endret en global administrator

mail-admin-acted-subject = { $account } ble endret av en annen administrator
mail-admin-acted-first-line = Noen endret kontoen til en global administrator { $when }.
mail-admin-acted-by = Av: { $actor }
mail-admin-acted-what = Hva: { $what }
mail-admin-acted-why = Oppgitt begrunnelse: { $note }
mail-admin-acted-told = Alle globale administratorer får denne meldingen når noen andre endrer en av dem eller gir noen rollen.
mail-admin-acted-step-look = 1. Se hva annet som er endret i det siste:
mail-admin-acted-step-ask = 2. Spør personen som er nevnt over, men ikke på e-post, om det var vedkommende selv.
mail-admin-acted-step-block = 3. Hvis ikke, blokker påloggingen til personen, med begrunnelsen din:
