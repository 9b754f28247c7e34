# Program som frågar över HTTP, sparade enheter och engångslänken för ägaren på en ny plats.

apps-sign-in-refused = Inloggningen lyckades inte. Kontrollera namnet och lösenordet. Kontakta helpdesk om det fortsätter.
apps-sign-in-wait = För många försök kontrolleras just nu. Försök igen.

apps-error-unauthorized = API-nyckeln saknas, är okänd, återkallad eller har löpt ut, eller så tillåter den inte det här. Ingenting utfördes.
apps-error-client-address = Klientens adress går inte att läsa ur det som proxyn skickade. Ingenting utfördes.
apps-error-too-slow = Begäran tog för lång tid. Ingenting utfördes.

refusal-token-name = En API-nyckel behöver ett namn på högst { $limit } byte utan styrtecken. Ingenting har ändrats.
refusal-token-name-taken = Det finns redan en API-nyckel med namnet { $name }. Välj ett annat namn eller återkalla den först.
refusal-token-without-scope = En API-nyckel behöver minst en behörighet, till exempel sign_in:check. Ingenting har ändrats.
refusal-too-many-tokens = Det finns så många API-nycklar som det får finnas ({ $limit }). Återkalla en först.
refusal-no-such-token = Det finns ingen sådan API-nyckel. Den kan redan ha återkallats.
refusal-no-such-device = Kontot har ingen sådan sparad enhet. Den kan redan ha tagits bort.
refusal-no-web-address = Postern har ingen webbadress, så ingen länk leder dit. Skriv avsnittet [web] med public_url i konfigurationen och starta om servern.

event-token-added = API-nyckel tillagd
event-token-revoked = API-nyckel återkallad
event-admission-offered = Engångslänk skapad
event-admission-used = Engångslänk använd
event-device-remembered = Enhet sparad
event-device-forgotten = Sparad enhet borttagen
actor-link-holder = innehavare av en engångslänk

apps-head-scopes = Tillåter
apps-head-ends = Upphör
apps-head-last-used = Senast använd
apps-head-device = Enhet
apps-ends-never = aldrig
apps-used-never = aldrig
apps-no-tokens = Inget program har en API-nyckel.
apps-token-made = API-nyckel skapad för { $name }. Den visas bara den här gången:
apps-token-revoked = API-nyckel återkallad: { $name }
apps-token-end-missing = Ange när API-nyckeln slutar gälla (--until) eller att den aldrig gör det (--never-ends).
apps-admit-done = Engångslänk för kontot { $account }, till { $until }. Den visas bara den här gången. Ge den bara till den som äger kontot:
apps-no-devices = Ingen enhet är sparad för kontot { $account }.
apps-device-forgotten = Sparad enhet borttagen för kontot { $account }
apps-config-no-web = Utan [web] kan inget program fråga över HTTP, och ingen engångslänk kan skapas.

in-title = Logga in från en ny plats
in-lede = Inloggning från nya platser är stängd för ditt konto. Länken öppnar den för dig, bara från den här platsen.
in-you-are-here = Den här platsen:
in-once = Länken fungerar en gång, till { $until }.
in-button = Öppna inloggning härifrån
in-not-you = Stäng sidan om du inte har bett om länken. Ingenting har ändrats.
in-changed = Din adress har ändrats sedan sidan öppnades. Kontrollera den och tryck på knappen igen.
in-trouble = Det gick inte, och ingenting har ändrats. Tryck på knappen igen.
in-done-title = Inloggning härifrån är öppen
in-done = Logga in som vanligt från den här platsen. Det går till { $until }. Du behöver ditt lösenord.
in-done-known = Första gången det lyckas blir platsen bekant för ditt konto.
in-void-title = Länken fungerar inte
in-void = Den har använts, tiden har gått ut eller så är den inte fullständig. Ingenting har ändrats.
in-void-next = Be den som gav dig länken om en ny.
in-no-address-title = Det syns inte var du är
in-no-address = Länken öppnar inloggningen för platsen där du är, men din adress kom inte fram till sidan. Ingenting har ändrats.
in-no-address-next = Berätta det för den som gav dig länken: webbservern framför Postern måste skicka vidare klienternas adresser.
in-skip = Hoppa till innehållet
in-languages = Språk
