# Applösenord: ett för varje enhet, vid sidan av kontots lösenord. $name är vad enheten kallas.

event-app-password-added = Applösenord skapat
event-app-password-revoked = Applösenord återkallat
refusal-app-password-name = Ge enheten ett namn på högst { $limit } byte utan styrtecken. Ingenting har ändrats.
refusal-app-password-name-taken = Det finns redan ett applösenord för { $name }. Välj ett annat namn eller återkalla det först.
refusal-app-password-protocols = Välj minst ett av IMAP, POP3, sändning och ManageSieve. Ingenting har ändrats.
refusal-too-many-app-passwords = Kontot har så många applösenord som det får ha ({ $limit }). Återkalla ett först.
refusal-app-passwords-changed = Någon annan ändrade kontots applösenord i samma ögonblick. Försök igen. Ingenting har ändrats.
refusal-no-such-app-password = Kontot har inget sådant applösenord. Det kan redan ha återkallats.
sign-in-refused-app-password-revoked = Applösenordet var återkallat eller gäller ett annat protokoll, och e-postservern visste det inte än.

app-passwords-title = Applösenord
app-passwords-lede = Ett applösenord öppnar e-postlådan på en enhet, vid sidan av kontots eget lösenord. Det kan återkallas utan att de andra enheterna berörs. När kontots lösenord återställs återkallas alla.
app-passwords-none = Kontot har inga applösenord.
app-passwords-device = Enhet
app-passwords-protocols = Protokoll
app-passwords-used = Senast använt
app-passwords-never = Aldrig
app-passwords-add = Skapa ett applösenord
app-passwords-name-hint = Vad ägaren kallar enheten, till exempel Jobbtelefonen
app-passwords-made = Applösenord skapat: { $name }
app-passwords-shown = Applösenordet, visas bara den här gången:
app-passwords-type = Skriv in det på enheten i stället för kontots lösenord, med bindestrecken.
app-passwords-revoke = Återkalla
app-passwords-revoke-title = Återkalla applösenordet för { $name }?
app-passwords-revoke-all = Återkalla alla
app-passwords-revoke-all-title = Återkalla alla applösenord för { $account }?
app-passwords-revoke-note = Den som har det kan inte längre logga in med det. Kontots alla öppna sessioner avslutas, och de andra enheterna loggar in igen av sig själva.
app-passwords-revoked = Applösenord återkallade: { $name }
