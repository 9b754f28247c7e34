# Mail to the owner of an account. See the English file for what each message is for.

letter-link-typed = Lapas atvēršana neko nemaina. Vai arī ierakstiet:
letter-never-asks = Neviens jums ne pa tālruni, ne e-pastā neprasa paroli, kodu vai šo ziņojumu.
letter-why-you = Jūs saņemat šo ziņojumu, jo šī adrese ir reģistrēta kontam { $account }.
letter-until = Saite darbojas vienu reizi. Derīga līdz: { $until }.
letter-check-subject = Apstipriniet šo adresi kontam { $account }
letter-check-lede = Šī adrese kļūs par konta { $account } alternatīvo adresi: šeit pienāktu kodi un saites piekļuves atjaunošanai, kā arī ziņas par izmaiņām.
letter-check-button = Apstiprināt adresi
letter-check-not-you = Vai neko nezināt par šo kontu? Tad nedariet neko: bez apstiprinājuma šeit nekas cits netiks sūtīts.
letter-password-subject = Izvēlieties jaunu paroli kontam { $account }
letter-password-lede = Administrators lūdz jūs izvēlēties jaunu paroli kontam { $account }. Neviens, izņemot jūs, to neredz.
letter-password-button = Izvēlēties paroli
letter-password-old = Pašreizējā parole darbojas, līdz izvēlaties jaunu.
letter-password-not-you = Vai to negaidījāt? Jautājiet administratoram, bet neatbildiet uz šo ziņojumu.
letter-code-subject = { $code } ir jūsu kods
letter-code-lede = Kods kontam { $account }, kuram reģistrēta šī adrese, darbojas vienu reizi. Derīgs līdz: { $until }.
letter-code-not-you = Vai jūs to nepieprasījāt? Tad jūsu konta nosaukumu zina kāds cits. Bez koda tas nevienam nepalīdz.
letter-change-subject = Konts { $account } ir mainīts
letter-change-subject-password = Konta { $account } parole ir nomainīta
letter-change-when = { $what } ({ $when })
letter-change-named = { $what }: { $name } ({ $when })
letter-change-by-admin = To izdarīja administrators vai jūsu organizācijas programma.
letter-change-fine = Ja tas bijāt jūs vai ja par to zināt, nekas nav jādara.
letter-change-not-you = Ja nē, paziņojiet to. Tad atvērtās sesijas tiek pārtrauktas, sūtīšana no konta apstājas, un par to uzzina administratori.
letter-not-me = Tas nebiju es
