## Kā tika uzņemts ārējais pasts, pēc pasta žurnāla

cli-why-deliveries = Ārpus organizācijas pēdējās 24 stundās: piegādāti { $delivered }, adreses nav { $missing }, noraidīti kā surogātpasts { $spam }, noraidīti cita iemesla dēļ { $refused }, atlikti { $later }
cli-health-mail-log-read = Pasta žurnāls: tiek nepārtraukti lasīts
cli-health-mail-log-unreadable = Pasta žurnāls: to nevar nolasīt, tāpēc piegādes rezultāti netiek skaitīti. Iemesls ir Postern žurnālā.

## postern report-in

cli-report-none = { $message }: nav ziņojums par atgrieztu vēstuli vai sūdzību. Nekas netika mainīts.
cli-report-counted = { $message }: par { $account } pastu, ir ieskaitīts.
cli-report-nothing-new = { $message }: par { $account } pastu, nekā jauna.
cli-report-no-message = { $message }: nav par vēstuli, ko Postern pēdējās dienās būtu redzējis. Nekas netika mainīts.
cli-report-not-trusted = { $message }: sūdzība, kas nenāk no uzticama ziņotāja. Nekas netika mainīts.
cli-report-no-maildir = { $folder } nav Maildir: tajā nav mapju new un cur.

## postern user learn-contacts

event-contacts-learned = Kontakti apgūti
cli-contacts-learned = Konti: { $accounts }. Apgūtie kontakti: { $contacts }
cli-contacts-bursts = Stundas, kurās konts rakstīja vairāk jauniem adresātiem, nekā ļauj robeža, un no kurām nekas netika apgūts: { $count }
cli-contacts-unknown = { $login } šeit nav neviena lietotājvārds: nekas netika apgūts.
