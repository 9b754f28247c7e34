### Passkeys, and what else an admin signs in with

## At the door

passkey-in-button = Logg på med passnøkkel (passkey)
passkey-in-or = Eller med brukernavn, passord og kode
passkey-in-instead = Passnøkkel i stedet for kode
passkey-ask-title = Vis passnøkkelen din
passkey-ask-lede = Nettleseren ber om en passnøkkel (passkey) for dette nettstedet. Følg det den sier.
passkey-ask-again = Spør igjen
passkey-ask-cancelled = Ingen passnøkkel ble vist, og ingenting har skjedd. Spør igjen, eller logg på med passord og kode.
passkey-ask-other = Logg på med passord og kode
passkey-script = Passnøkler krever JavaScript, som er slått av i denne nettleseren.
passkey-in-no = Passnøkkelen stemmer ikke, det har gått fem minutter, eller påloggingen er låst. Prøv igjen, eller logg på med passord og kode.
passkey-in-no-after-password = Brukernavn, passord eller passnøkkel stemmer ikke, det har gått fem minutter, eller påloggingen er låst.

## Before something dangerous

passkey-proof-button = Bekreft med passnøkkel (passkey)
passkey-proof-hint = Den siste bekreftelsen på at det er deg, er for gammel.
passkey-proof-cancelled = Ingen passnøkkel ble vist, og ingenting er endret. Trykk på knappen igjen, eller vis en kode.
passkey-proof-wrong = Passnøkkelen stemmer ikke, eller det har gått fem minutter. Ingenting er endret.
passkey-proof-nothing = Bekreft at det er deg: kontoen { $account } har ingenting å gjøre det med. Gå inn med en ny lenke, og legg til en passnøkkel i løpet av den første timen. På serveren, som root, lages lenken med:

## The admin's own page

factors-nav = Dine måter å logge på
factors-lede = Det som slipper deg inn i administrasjonssenteret og bekrefter at det er deg før noe risikabelt.
factors-none = Kontoen har verken passnøkkel eller autentiseringsapp: uten en ny lenke kan ingen logge på med den igjen. Legg til en passnøkkel nå. Om en time kan ingenting bekrefte at det er deg.
factors-passkeys = Passnøkler (passkeys)
factors-passkeys-none = Ingen ennå. En passnøkkel på telefonen, datamaskinen eller en sikkerhetsnøkkel logger deg på uten passord og kode, og ikke på noe annet nettsted.
factors-passkey = Passnøkkel
factors-added = Lagt til
factors-never = ikke ennå
factors-add = Legg til en passnøkkel
factors-name = Navn
factors-name-hint = som du kjenner den igjen på, for eksempel «laptop» eller «nøkkelen på knippet»
factors-make = Opprett passnøkkelen
factors-make-lede = Nettleseren spør hvor passnøkkelen «{ $name }» skal lagres. Følg det den sier.
factors-make-cancelled = Ingen passnøkkel ble opprettet, og ingenting er endret. Prøv igjen.
factors-make-known = Enheten har allerede en passnøkkel av deg for dette nettstedet. Ingenting er endret.
factors-made = Passnøkkelen «{ $name }» er lagt til. Den logger deg på fra nå av.
factors-remove = Fjern
factors-remove-title = Fjerne passnøkkelen «{ $name }»?
factors-remove-lede = Den logger ikke på noen lenger, og de andre øktene dine avsluttes. Slett den på enheten også.
factors-removed = Passnøkkelen «{ $name }» er fjernet.
factors-app = Autentiseringsapp
factors-app-yes = konfigurert
factors-app-no = ikke konfigurert
factors-codes = Gjenopprettingskoder
factors-codes-new = Lag nye gjenopprettingskoder
factors-codes-title = Lage nye gjenopprettingskoder?
factors-codes-lede = De tidligere slutter å virke.
factors-count-app = app
factors-count-passkeys = { $count ->
    [one] { $count } passnøkkel
   *[other] { $count } passnøkler
}

## The invitation

begin-passkey = Sett opp en passnøkkel (passkey) i stedet
begin-passkey-hint = Passordet trengs også. Appen trengs ikke.
begin-passkey-name = Første passnøkkel
begin-done-title = Påloggingen din er satt opp
begin-done = Lenken ble brukt i denne nettleseren for litt siden. Logg på med det du satte opp.
begin-done-codes = Hvis du ikke så gjenopprettingskodene, kan du lage nye under «Dine måter å logge på».

## What is refused

refusal-no-such-passkey = Kontoen har ingen slik passnøkkel. Den kan allerede være fjernet.
refusal-last-way-in = Passnøkkelen er den eneste veien inn for deg. Legg til en annen først, og fjern så denne. Ingenting er endret.
refusal-passkey-name = En passnøkkel trenger et navn på høyst { $limit } byte uten kontrolltegn. Ingenting er endret.
refusal-too-many-passkeys = Det finnes så mange passnøkler som det kan være ({ $limit }). Fjern en først.
refusal-no-passkeys-here = Nettlesere lagrer ingen passnøkler for dette nettstedet, fordi adressen ikke har noe vertsnavn. Skriv et i public_url i delen [web], og start serveren på nytt.
refusal-passkey-not-made = Passnøkkelen ble ikke lagt til: det nettleseren sendte, stemmer ikke, eller det har gått fem minutter. Prøv igjen.

## In the audit log

event-passkey-added = Passnøkkel lagt til
event-passkey-removed = Passnøkkel fjernet
event-passkey-refused = Passnøkkel avvist
event-recovery-codes-set = Nye gjenopprettingskoder laget
event-session-proved = Identitet bekreftet
audit-proof = Med
audit-proof-link = en lenke
audit-proof-code = en kode fra autentiseringsappen
audit-proof-recovery = en gjenopprettingskode
audit-proof-passkey = en passnøkkel

## The command line

cli-factors-none = Kontoen { $account } har ingenting å logge på administrasjonssenteret med.
cli-factors-app = Autentiseringsapp: { $state }
cli-done-passkey-removed = Passnøkkel fjernet: { $account }
