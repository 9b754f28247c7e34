## Hvordan e-post utover ble mottatt, ifølge e-postloggen

cli-why-deliveries = Utenfor organisasjonen, siste 24 timer: levert { $delivered }, adressen finnes ikke { $missing }, avvist som søppelpost { $spam }, avvist av annen grunn { $refused }, utsatt { $later }
cli-health-mail-log-read = E-postloggen: leses fortløpende
cli-health-mail-log-unreadable = E-postloggen: kan ikke leses, så leveringsresultater telles ikke. Årsaken står i Posterns egen logg.
