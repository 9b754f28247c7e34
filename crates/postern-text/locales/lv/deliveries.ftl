## Kā tika uzņemts ārējais pasts, pēc pasta žurnāla

cli-why-deliveries = Ārpus organizācijas pēdējās 24 stundās: piegādāti { $delivered }, adreses nav { $missing }, noraidīti kā surogātpasts { $spam }, noraidīti cita iemesla dēļ { $refused }, atlikti { $later }
cli-health-mail-log-read = Pasta žurnāls: tiek nepārtraukti lasīts
cli-health-mail-log-unreadable = Pasta žurnāls: to nevar nolasīt, tāpēc piegādes rezultāti netiek skaitīti. Iemesls ir Postern žurnālā.
