# Mail to the owner of an account. See the English file for what each message is for.

letter-link-typed = Att öppna sidan ändrar ingenting. Eller skriv in:
letter-never-asks = Ingen ber dig om ett lösenord, en kod eller det här meddelandet, varken på telefon eller per e-post.
letter-why-you = Du får det här meddelandet därför att adressen är registrerad för kontot { $account }.
letter-until = Länken fungerar en gång, till { $until }.
letter-check-subject = Bekräfta den här adressen för kontot { $account }
letter-check-lede = Den här adressen ska bli en alternativ adress för kontot { $account }: hit skulle koder och länkar för att komma in igen skickas, och besked om ändringar.
letter-check-button = Bekräfta adressen
letter-check-not-you = Känner du inte till kontot? Gör då ingenting: utan bekräftelsen skickas inget mer hit.
letter-password-subject = Välj ett nytt lösenord för kontot { $account }
letter-password-lede = En administratör ber dig välja ett nytt lösenord för kontot { $account }. Ingen annan än du ser det.
letter-password-button = Välj lösenord
letter-password-old = Det nuvarande lösenordet gäller tills du har valt ett nytt.
letter-password-not-you = Väntade du dig inte det här? Fråga administratören, men svara inte på det här meddelandet.
letter-code-subject = { $code } är din kod
letter-code-lede = Koden gäller en gång, till { $until }, för kontot { $account }, som har angett den här adressen.
letter-code-not-you = Har du inte bett om den? Då känner någon annan till namnet på ditt konto. Utan koden hjälper det ingen.
letter-change-subject = Kontot { $account } har ändrats
letter-change-subject-password = Lösenordet till kontot { $account } har bytts
letter-change-when = { $what } ({ $when })
letter-change-named = { $what }: { $name } ({ $when })
letter-change-by-admin = Det gjordes av en administratör eller av ett program i din organisation.
letter-change-fine = Om det var du, eller om du känner till det, behöver du inte göra något.
letter-change-not-you = Om inte, säg det. Då loggas allt som är inloggat ut, sändningen från kontot stoppas och administratörerna får veta det.
letter-not-me = Det var inte jag
