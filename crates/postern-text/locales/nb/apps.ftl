# Programmer som spør over HTTP, lagrede enheter, og engangslenken for eieren på et nytt sted.

apps-sign-in-refused = Påloggingen lyktes ikke. Kontroller navnet og passordet. Kontakt brukerstøtten hvis det fortsetter.
apps-sign-in-wait = For mange forsøk kontrolleres akkurat nå. Prøv igjen.

apps-error-unauthorized = API-nøkkelen mangler, er ukjent, trukket tilbake eller utløpt, eller den tillater ikke dette. Ingenting ble gjort.
apps-error-client-address = Klientens adresse kan ikke leses av det som proxyen sendte. Ingenting ble gjort.
apps-error-too-slow = Forespørselen tok for lang tid. Ingenting ble gjort.

refusal-token-name = En API-nøkkel trenger et navn på høyst { $limit } byte uten kontrolltegn. Ingenting er endret.
refusal-token-name-taken = Det finnes allerede en API-nøkkel med navnet { $name }. Velg et annet navn, eller trekk den tilbake først.
refusal-token-without-scope = En API-nøkkel trenger minst én tillatelse, for eksempel sign_in:check. Ingenting er endret.
refusal-too-many-tokens = Det finnes så mange API-nøkler som det kan være ({ $limit }). Trekk en tilbake først.
refusal-no-such-token = Det finnes ingen slik API-nøkkel. Den kan allerede være trukket tilbake.
refusal-no-such-device = Kontoen har ingen slik lagret enhet. Den kan allerede være fjernet.
refusal-no-web-address = Postern har ingen nettadresse, så ingen lenke fører dit. Skriv delen [web] med public_url i konfigurasjonen, og start serveren på nytt.

event-token-added = API-nøkkel lagt til
event-token-revoked = API-nøkkel trukket tilbake
event-admission-offered = Engangslenke laget
event-admission-used = Engangslenke brukt
event-device-remembered = Enhet lagret
event-device-forgotten = Lagret enhet fjernet
actor-link-holder = innehaver av en engangslenke

apps-head-scopes = Tillater
apps-head-ends = Opphører
apps-head-last-used = Sist brukt
apps-head-device = Enhet
apps-ends-never = aldri
apps-used-never = aldri
apps-no-tokens = Ingen programmer har en API-nøkkel.
apps-token-made = API-nøkkel laget for { $name }. Den vises bare denne ene gangen:
apps-token-revoked = API-nøkkel trukket tilbake: { $name }
apps-token-end-missing = Oppgi når API-nøkkelen slutter å gjelde (--until), eller at den aldri gjør det (--never-ends).
apps-admit-done = Engangslenke for kontoen { $account }, til { $until }. Den vises bare denne ene gangen. Gi den bare til den som eier kontoen:
apps-no-devices = Ingen enhet er lagret for kontoen { $account }.
apps-device-forgotten = Lagret enhet fjernet for kontoen { $account }
apps-config-no-web = Uten [web] kan ingen programmer spørre over HTTP, og ingen engangslenke kan lages.

in-title = Logg på fra et nytt sted
in-lede = Pålogging fra nye steder er stengt for kontoen din. Denne lenken åpner den for deg, bare fra dette stedet.
in-you-are-here = Dette stedet:
in-once = Lenken virker én gang, til { $until }.
in-button = Åpne pålogging herfra
in-not-you = Lukk siden hvis du ikke har bedt om denne lenken. Ingenting er endret.
in-changed = Adressen din har endret seg etter at siden ble åpnet. Kontroller den, og trykk på knappen igjen.
in-trouble = Det gikk ikke, og ingenting er endret. Trykk på knappen igjen.
in-done-title = Pålogging herfra er åpen
in-done = Logg på som vanlig fra dette stedet. Det går til { $until }. Du trenger passordet ditt.
in-done-known = Første gang det lykkes, blir stedet kjent for kontoen din.
in-void-title = Denne lenken virker ikke
in-void = Den er brukt, tiden er gått ut, eller den er ikke fullstendig. Ingenting er endret.
in-void-next = Be den som ga deg lenken, om en ny.
in-no-address-title = Vi kan ikke se hvor du er
in-no-address = Lenken åpner pålogging for stedet der du er, men adressen din nådde ikke fram til denne siden. Ingenting er endret.
in-no-address-next = Si fra til den som ga deg lenken: Webserveren foran Postern må sende videre adressene til klientene.
in-skip = Hopp til innholdet
in-languages = Språk
