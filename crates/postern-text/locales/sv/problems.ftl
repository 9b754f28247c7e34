# Vad som gick fel, i några ord. See the English file for what each message is for.

problem-unreadable = Begäran går inte att läsa
problem-no-token = Ingen API-nyckel som ger behörighet
problem-not-allowed = Inte tillåtet
problem-not-found = Finns inte
problem-method = Går inte med den här metoden
problem-conflict = Passar inte hur det ser ut nu
problem-changed = Ändrat under tiden
problem-too-large = För stort
problem-rules = Nekat av reglerna
problem-failed = Något gick fel i servern
problem-other-server = En annan server svarade inte som den ska
problem-not-now = Går inte just nu

problem-precondition = Det här har ändrats sedan det lästes, och ingenting har ändrats nu. Läs det igen och bestäm igen.
problem-key-reused = En annan begäran har använt den här idempotensnyckeln. Ingenting har gjorts. Använd en ny nyckel för en ny begäran.
problem-key-in-use = En begäran med den här idempotensnyckeln håller på att utföras, eller så stannade servern under tiden. Se hur det ser ut innan du skickar den med en ny nyckel.
problem-key-unreadable = En idempotensnyckel har 1 till { $limit } synliga ASCII-tecken. Ingenting har gjorts.
problem-keys-full = Så många idempotensnycklar sparas att ingen till får plats ({ $limit }). Ingenting har gjorts. De upphör efter 24 timmar; skicka begäran utan nyckel.
problem-no-such-preset = Förinställningen finns inte. Välj en av dessa: { $known }
