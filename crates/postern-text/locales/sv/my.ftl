my-title = Min säkerhet
my-lede = Logga in med lösenordet till din postlåda för att se över ditt konto.
my-in-code-hint = Bara om du har konfigurerat en autentiseringsapp.
my-in-no = Användarnamnet, lösenordet eller koden stämmer inte, eller så är inloggningen låst för tillfället. Kontrollera dem och försök igen.
my-in-temporary = Lösenordet är tillfälligt. Välj först ett eget.
my-in-cant = Jag kan inte logga in
my-open = Du kan logga in och skicka e-post.
my-restricted = Det går inte att skicka e-post från ditt konto just nu. Inkommande e-post kommer fram. Någon annan kan ha använt kontot: välj ett nytt lösenord och be sedan helpdesk att titta på det.
my-slowed = E-post till personer som du inte har skrivit till förut skickas tills vidare med en paus.
my-locked = Inloggningen är låst för platser där det har försökts för många gånger. På de enheter du brukar använda loggar du in som vanligt.
my-addresses-lede = Dit skickas koder för att komma in igen och besked om ändringar. En adress räknas när du har bekräftat den med länken i ett mejl.
my-address-again = Skicka länken igen
my-codes-left = { $count ->
    [one] { $count } reservkod finns kvar.
   *[other] { $count } reservkoder finns kvar.
}
my-device-hint = Så som du kallar enheten, till exempel Jobbtelefon
my-sessions = Inloggade just nu
my-end-sessions = Logga ut överallt
my-sign-ins = Senaste inloggningarna
my-sign-ins-lede = Ser du någon som inte var du? Logga ut överallt och välj ett nytt lösenord.
my-acts = Vad som har gjorts med ditt konto
my-by-admin = av en administratör eller ett program i din organisation
my-none = Ingenting är registrerat än.
