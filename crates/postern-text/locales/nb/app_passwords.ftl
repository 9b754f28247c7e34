# App-passord: ett for hver enhet, ved siden av kontoens passord. $name er det enheten kalles.

event-app-password-added = App-passord opprettet
event-app-password-revoked = App-passord trukket tilbake
refusal-app-password-name = Gi enheten et navn på høyst { $limit } byte uten kontrolltegn. Ingenting er endret.
refusal-app-password-name-taken = Det finnes allerede et app-passord for { $name }. Velg et annet navn, eller trekk det tilbake først.
refusal-app-password-protocols = Velg minst én av IMAP, POP3, sending og ManageSieve. Ingenting er endret.
refusal-too-many-app-passwords = Kontoen har så mange app-passord som den kan ha ({ $limit }). Trekk tilbake ett først.
refusal-app-passwords-changed = Noen andre endret kontoens app-passord i samme øyeblikk. Prøv igjen. Ingenting er endret.
refusal-no-such-app-password = Kontoen har ikke noe slikt app-passord. Det kan allerede være trukket tilbake.
sign-in-refused-app-password-revoked = App-passordet var trukket tilbake eller gjelder en annen protokoll, og e-postserveren visste det ikke ennå.

app-passwords-title = App-passord
app-passwords-lede = Et app-passord åpner postkassen på én enhet, ved siden av kontoens eget passord. Det kan trekkes tilbake uten at de andre enhetene berøres. Når kontoens passord tilbakestilles, trekkes alle tilbake.
app-passwords-none = Kontoen har ingen app-passord.
app-passwords-device = Enhet
app-passwords-protocols = Protokoller
app-passwords-used = Sist brukt
app-passwords-never = Aldri
app-passwords-add = Opprett et app-passord
app-passwords-name-hint = Det eieren kaller enheten, for eksempel Jobbtelefonen
app-passwords-made = App-passord opprettet: { $name }
app-passwords-shown = App-passordet, vises bare denne gangen:
app-passwords-type = Skriv det inn på enheten i stedet for kontoens passord, med bindestrekene.
app-passwords-revoke = Trekk tilbake
app-passwords-revoke-title = Trekke tilbake app-passordet for { $name }?
app-passwords-revoke-all = Trekk tilbake alle
app-passwords-revoke-all-title = Trekke tilbake alle app-passord for { $account }?
app-passwords-revoke-note = Den som har det, kan ikke lenger logge på med det. Alle åpne økter for kontoen avsluttes, og de andre enhetene logger på igjen av seg selv.
app-passwords-revoked = App-passord trukket tilbake: { $name }
