# Policyer for sending som gjelder enkelte kontoer: liste, endring, hvem som har hvilken, og hver grunn til å avvise.

policies-head-name = Policynavn
policies-head-priority = Prioritet
policies-head-for = Gjelder
policies-head-except = Unntatt
policies-head-sets = Verdier
policies-head-accounts = Kontoer
policies-head-until = Slutter
policies-head-site = Standardpolicyen

policies-none = Det finnes ingen egne policyer for enkelte kontoer. Standardpolicyen gjelder for alle.
policies-last = For kontoer som ikke omfattes av noen av dem, gjelder standardpolicyen.
policies-put = { $count ->
    [0] Policyen { $name } gjelder nå. Akkurat nå omfatter den ingen konto.
    [one] Policyen { $name } gjelder nå for { $count } konto.
   *[other] Policyen { $name } gjelder nå for { $count } kontoer.
}
policies-removed = Policyen { $name } er fjernet. For kontoene gjelder nå neste policy som omfatter dem, eller standardpolicyen.
policies-has = For { $user } gjelder policyen { $name }, den første som omfatter kontoen.
policies-has-site = For { $user } gjelder standardpolicyen. Ingen annen omfatter kontoen.
policies-mailing = { $count ->
    [one] { $user } kan skrive til { $count } mottaker til { $until }. Det står i policyen { $name }, som tar slutt av seg selv.
   *[other] { $user } kan skrive til { $count } mottakere til { $until }. Det står i policyen { $name }, som tar slutt av seg selv.
}
policies-mailing-no-number = Den første policyen har allerede prioriteten 0, så en planlagt utsendelse kan ikke komme før den. Gi den policyen et høyere tall.

## Avvisninger

policies-error-name = «{ $given }» kan ikke være navnet på en policy. Bruk høyst { $max } tegn: a til z, 0 til 9, - og _.
policies-error-priority = Prioriteten { $given } er for høy. Velg et tall fra 0 til { $max }. Det laveste prøves først.
policies-error-priority-taken = Policyen { $by } har allerede denne prioriteten. Velg et annet tall, slik at det er klart hvilken som prøves først.
policies-error-no-condition = Oppgi hvem policyen gjelder: brukere, grupper, domener eller kontotyper. Endre standardpolicyen hvis den skal gjelde alle.
policies-error-too-many-conditions = En policy kan oppgi høyst { $max } brukere, grupper, domener og typer. Samle brukerne i en gruppe.
policies-error-condition = «{ $given }» kan ikke være en gruppe eller et domene.
policies-error-no-value = Policyen angir ingen verdi. Oppgi minst én.
policies-error-not-of-sending = { $name } er lik for alle kontoer. En policy for enkelte kontoer kan bare angi verdier for sending.
policies-error-too-many = Det finnes allerede { $max } policyer. Fjern en som ikke lenger trengs.
policies-error-no-such = Det finnes ingen policy med navnet «{ $name }».
policies-error-contradicts = Policyen { $policy } ville ikke lenger stemme. { $cause }
policies-error-no-preset = Det finnes ingen forhåndsinnstilling med navnet «{ $name }». Kommandoen policy preset list viser dem.
