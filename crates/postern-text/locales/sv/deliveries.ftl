## Hur e-post utåt togs emot, enligt e-postloggen

cli-why-deliveries = Utanför organisationen, senaste 24 timmarna: levererade { $delivered }, adressen finns inte { $missing }, avvisade som skräppost { $spam }, avvisade av annat skäl { $refused }, uppskjutna { $later }
cli-health-mail-log-read = E-postloggen: läses löpande
cli-health-mail-log-unreadable = E-postloggen: kan inte läsas, så leveransresultat räknas inte. Orsaken står i Posterns egen logg.

## postern report-in

cli-report-none = { $message }: ingen rapport om en studs eller ett klagomål. Inget ändrades.
cli-report-counted = { $message }: gäller e-post från { $account } och räknades.
cli-report-nothing-new = { $message }: gäller e-post från { $account }, inget nytt.
cli-report-no-message = { $message }: gäller ingen e-post som Postern har sett de senaste dagarna. Inget ändrades.
cli-report-not-trusted = { $message }: ett klagomål som inte kommer från en betrodd rapportör. Inget ändrades.
cli-report-no-maildir = { $folder } är ingen Maildir: mapparna new och cur saknas.

## postern user learn-contacts

event-contacts-learned = Kontakter inlärda
cli-contacts-learned = Konton: { $accounts }. Inlärda kontakter: { $contacts }
cli-contacts-bursts = Timmar då ett konto skrev till fler nya mottagare än gränsen tillåter, och som inte lärde något: { $count }
cli-contacts-unknown = { $login } är ingens inloggning här: inget lärdes.
