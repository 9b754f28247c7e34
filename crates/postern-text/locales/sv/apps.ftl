# Program som frågar över HTTP, ihågkomna enheter och engångslänken för ägaren på en ny plats.

apps-sign-in-refused = Det gick inte. Kontrollera namnet och lösenordet. Fråga din helpdesk om det fortsätter.
apps-sign-in-wait = För många försök kontrolleras just nu. Försök igen.

apps-error-unauthorized = Token saknas, är okänd, återkallad eller utgången, eller så tillåter den inte detta. Inget utfördes.
apps-error-client-address = Klientens adress går inte att läsa ur det som proxyn skickade. Inget utfördes.
apps-error-too-slow = Begäran tog för lång tid. Inget utfördes.

refusal-token-name = En token behöver ett namn på högst { $limit } byte utan styrtecken. Inget ändrades.
refusal-token-name-taken = Det finns redan en token med namnet { $name }. Välj ett annat namn eller återkalla den först.
refusal-token-without-scope = En token behöver minst en behörighet, till exempel sign_in:check. Inget ändrades.
refusal-too-many-tokens = Det finns så många token som det får finnas ({ $limit }). Återkalla en först.
refusal-no-such-token = Det finns ingen sådan token. Den kan redan ha återkallats.
refusal-no-such-device = Kontot har ingen sådan enhet. Den kan redan ha glömts.
refusal-no-web-address = Postern har ingen webbadress, så ingen länk leder dit. Skriv avsnittet [web] med public_url i konfigurationen och starta om servern.

event-token-added = Token tillagd
event-token-revoked = Token återkallad
event-admission-offered = Engångslänk skapad
event-admission-used = Engångslänk använd
event-device-remembered = Enhet ihågkommen
event-device-forgotten = Enhet glömd
actor-link-holder = innehavare av en engångslänk

apps-head-scopes = Tillåter
apps-head-ends = Slutar
apps-head-last-used = Senast använd
apps-head-device = Enhet
apps-ends-never = aldrig
apps-used-never = aldrig
apps-no-tokens = Inget program har en token.
apps-token-made = Token skapad för { $name }. Den visas bara denna gång:
apps-token-revoked = Token återkallad: { $name }
apps-token-end-missing = Ange när token slutar gälla (--until) eller att den aldrig gör det (--never-ends).
apps-admit-done = Engångslänk för kontot { $account }, till { $until }. Den visas bara denna gång. Ge den bara till den som äger kontot:
apps-no-devices = Ingen enhet är ihågkommen för kontot { $account }.
apps-device-forgotten = Enhet glömd för kontot { $account }
apps-config-no-web = Utan [web] kan inget program fråga över HTTP, och ingen engångslänk kan skapas.

in-title = Logga in från en ny plats
in-lede = Inloggning från nya platser är stängd för ditt konto. Länken öppnar den för dig, bara från den här platsen.
in-you-are-here = Den här platsen:
in-once = Länken fungerar en gång, till { $until }.
in-button = Öppna inloggning härifrån
in-not-you = Stäng sidan om du inte har bett om länken. Inget har ändrats.
in-changed = Din adress har ändrats sedan sidan öppnades. Kontrollera den och tryck på knappen igen.
in-trouble = Det gick inte, och inget har ändrats. Tryck på knappen igen.
in-done-title = Inloggning härifrån är öppen
in-done = Logga in som vanligt, från den här platsen, till { $until }. Du behöver ditt lösenord.
in-done-known = Första gången det lyckas blir platsen bekant för ditt konto.
in-void-title = Länken fungerar inte
in-void = Den har använts, tiden har gått ut eller så är den inte fullständig. Inget har ändrats.
in-void-next = Be den som gav dig länken om en ny.
in-skip = Hoppa till sidan
in-languages = Språk
