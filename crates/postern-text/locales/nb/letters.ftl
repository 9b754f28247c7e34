# Mail to the owner of an account. See the English file for what each message is for.

letter-link-typed = Å åpne siden endrer ingenting. Eller skriv inn:
letter-never-asks = Ingen ber deg om et passord, en kode eller denne meldingen, verken på telefon eller e-post.
letter-why-you = Du får denne meldingen fordi adressen er registrert for kontoen { $account }.
letter-until = Lenken virker én gang, til { $until }.
letter-check-subject = Bekreft denne adressen for kontoen { $account }
letter-check-lede = Denne adressen skal bli en alternativ adresse for kontoen { $account }: hit ville koder og lenker for å komme inn igjen bli sendt, og beskjeder om endringer.
letter-check-button = Bekreft adressen
letter-check-not-you = Kjenner du ikke kontoen? Da gjør du ingenting: uten bekreftelsen sendes ikke noe mer hit.
letter-password-subject = Velg et nytt passord for kontoen { $account }
letter-password-lede = En administrator ber deg velge et nytt passord for kontoen { $account }. Ingen andre enn du ser det.
letter-password-button = Velg passord
letter-password-old = Det nåværende passordet gjelder til du har valgt et nytt.
letter-password-not-you = Ventet du ikke dette? Spør administratoren, men ikke svar på denne meldingen.
letter-code-subject = { $code } er koden din
letter-code-lede = Koden gjelder én gang, til { $until }, for kontoen { $account }, som har oppgitt denne adressen.
letter-code-not-you = Har du ikke bedt om den? Da kjenner noen andre navnet på kontoen din. Uten koden hjelper det ingen.
letter-change-subject = Kontoen { $account } er endret
letter-change-subject-password = Passordet til kontoen { $account } er byttet
letter-change-when = { $what } ({ $when })
letter-change-named = { $what }: { $name } ({ $when })
letter-change-by-admin = Det ble gjort av en administrator eller av et program i organisasjonen din.
letter-change-fine = Hvis det var deg, eller hvis du vet om det, trenger du ikke å gjøre noe.
letter-change-not-you = Hvis ikke, si fra. Da logges alt som er pålogget av, sendingen fra kontoen stanses, og administratorene får vite det.
letter-not-me = Det var ikke meg
