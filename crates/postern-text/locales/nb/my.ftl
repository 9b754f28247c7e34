my-title = Min sikkerhet
my-lede = Logg på med passordet til postboksen din for å se over kontoen.
my-in-code-hint = Bare hvis du har konfigurert en autentiseringsapp.
my-in-no = Brukernavnet, passordet eller koden stemmer ikke, eller så er påloggingen låst for øyeblikket. Kontroller dem og prøv igjen.
my-in-temporary = Passordet er midlertidig. Velg først ditt eget.
my-in-cant = Jeg kan ikke logge på
my-open = Du kan logge på og sende e-post.
my-restricted = Kontoen din kan ikke sende e-post akkurat nå. Innkommende e-post kommer fram. Noen andre kan ha brukt kontoen: velg et nytt passord, og be så brukerstøtten om å se på den.
my-slowed = E-post til folk du ikke har skrevet til før, sendes foreløpig med en pause.
my-locked = Påloggingen er låst for steder der det er prøvd for mange ganger. På enhetene du bruker jevnlig, logger du på som vanlig.
my-addresses-lede = Dit sendes koder for å komme inn igjen og beskjed om endringer. En adresse teller når du har bekreftet den med lenken i en e-post.
my-address-again = Send lenken på nytt
my-codes-left = { $count ->
    [one] { $count } reservekode er igjen.
   *[other] { $count } reservekoder er igjen.
}
my-device-hint = Slik du kaller enheten, for eksempel Jobbtelefon
my-sessions = Pålogget nå
my-end-sessions = Logg av overalt
my-sign-ins = Siste pålogginger
my-sign-ins-lede = Ser du en som ikke var deg? Logg av overalt og velg et nytt passord.
my-acts = Hva som er gjort med kontoen din
my-by-admin = av en administrator eller et program i organisasjonen din
my-none = Ingenting er registrert ennå.
