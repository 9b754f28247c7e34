# Programmer som spør over HTTP, enheter som huskes, og engangslenken for eieren på et nytt sted.

apps-sign-in-refused = Det gikk ikke. Kontroller navnet og passordet. Spør brukerstøtten hvis det fortsetter.
apps-sign-in-wait = For mange forsøk kontrolleres akkurat nå. Prøv igjen.

apps-error-unauthorized = Tokenet mangler, er ukjent, trukket tilbake eller utløpt, eller det tillater ikke dette. Ingenting ble gjort.
apps-error-client-address = Klientens adresse kan ikke leses av det som proxyen sendte. Ingenting ble gjort.
apps-error-too-slow = Forespørselen tok for lang tid. Ingenting ble gjort.

refusal-token-name = Et token trenger et navn på høyst { $limit } byte uten kontrolltegn. Ingenting ble endret.
refusal-token-name-taken = Det finnes allerede et token med navnet { $name }. Velg et annet navn, eller trekk det tilbake først.
refusal-token-without-scope = Et token trenger minst én tillatelse, for eksempel sign_in:check. Ingenting ble endret.
refusal-too-many-tokens = Det finnes så mange token som det kan være ({ $limit }). Trekk ett tilbake først.
refusal-no-such-token = Det finnes ikke noe slikt token. Det kan allerede være trukket tilbake.
refusal-no-such-device = Kontoen har ingen slik enhet. Den kan allerede være glemt.
refusal-no-web-address = Postern har ingen nettadresse, så ingen lenke fører dit. Skriv delen [web] med public_url i konfigurasjonen, og start tjeneren på nytt.

event-token-added = Token lagt til
event-token-revoked = Token trukket tilbake
event-admission-offered = Engangslenke laget
event-admission-used = Engangslenke brukt
event-device-remembered = Enhet husket
event-device-forgotten = Enhet glemt
actor-link-holder = innehaver av en engangslenke

apps-head-scopes = Tillater
apps-head-ends = Slutter
apps-head-last-used = Sist brukt
apps-head-device = Enhet
apps-ends-never = aldri
apps-used-never = aldri
apps-no-tokens = Ingen programmer har et token.
apps-token-made = Token laget for { $name }. Det vises bare denne ene gangen:
apps-token-revoked = Token trukket tilbake: { $name }
apps-token-end-missing = Oppgi når tokenet slutter å gjelde (--until), eller at det aldri gjør det (--never-ends).
apps-admit-done = Engangslenke for kontoen { $account }, til { $until }. Den vises bare denne ene gangen. Gi den bare til den som eier kontoen:
apps-no-devices = Ingen enhet huskes for kontoen { $account }.
apps-device-forgotten = Enhet glemt for kontoen { $account }
apps-config-no-web = Uten [web] kan ingen programmer spørre over HTTP, og ingen engangslenke kan lages.

in-title = Logg på fra et nytt sted
in-lede = Pålogging fra nye steder er stengt for kontoen din. Denne lenken åpner den for deg, bare fra dette stedet.
in-you-are-here = Dette stedet:
in-once = Lenken virker én gang, til { $until }.
in-button = Åpne pålogging herfra
in-not-you = Lukk siden hvis du ikke har bedt om denne lenken. Ingenting er endret.
in-changed = Adressen din har endret seg siden siden ble åpnet. Kontroller den, og trykk på knappen igjen.
in-trouble = Det gikk ikke, og ingenting er endret. Trykk på knappen igjen.
in-done-title = Pålogging herfra er åpen
in-done = Logg på som vanlig, fra dette stedet, til { $until }. Du trenger passordet ditt.
in-done-known = Første gang det lykkes, blir stedet kjent for kontoen din.
in-void-title = Denne lenken virker ikke
in-void = Den er brukt, tiden er ute, eller den er ikke fullstendig. Ingenting er endret.
in-void-next = Be den som ga deg lenken, om en ny.
in-skip = Hopp til siden
in-languages = Språk
