## Hvordan e-post utover ble mottatt, ifølge e-postloggen

cli-why-deliveries = Utenfor organisasjonen, siste 24 timer: levert { $delivered }, adressen finnes ikke { $missing }, avvist som søppelpost { $spam }, avvist av annen grunn { $refused }, utsatt { $later }
cli-health-mail-log-read = E-postloggen: leses fortløpende
cli-health-mail-log-unreadable = E-postloggen: kan ikke leses, så leveringsresultater telles ikke. Årsaken står i Posterns egen logg.

## postern report-in

cli-report-none = { $message }: ingen rapport om en retur eller en klage. Ingenting ble endret.
cli-report-counted = { $message }: gjelder e-post fra { $account } og ble talt.
cli-report-nothing-new = { $message }: gjelder e-post fra { $account }, ikke noe nytt.
cli-report-no-message = { $message }: gjelder ingen e-post som Postern har sett de siste dagene. Ingenting ble endret.
cli-report-not-trusted = { $message }: en klage som ikke kommer fra en klarert rapportør. Ingenting ble endret.
cli-report-no-maildir = { $folder } er ingen Maildir: mappene new og cur mangler.

## postern user learn-contacts

event-contacts-learned = Kontakter lært
cli-contacts-learned = Kontoer: { $accounts }. Lærte kontakter: { $contacts }
cli-contacts-bursts = Timer da en konto skrev til flere nye mottakere enn grensen tillater, og som ikke lærte noe: { $count }
cli-contacts-unknown = { $login } er ingens pålogging her: ingenting ble lært.
