# Politikas kā lapas: vērtības pa grupām, ko izmaiņa dara, sagataves. See the English file for what each message is for.
admin-nav-policies = Politikas
policy-tabs = Politiku daļas
policy-tab-sign-in = Pierakstīšanās
policy-tab-score = Aizdomas
policy-tab-rest = Novērošana un glabāšana
policy-lede = { $count ->
    [0] Visas vērtības ir noklusējuma.
    [zero] No noklusējuma atšķiras { $count } vērtību.
    [one] No noklusējuma atšķiras { $count } vērtība.
   *[other] No noklusējuma atšķiras { $count } vērtības.
}
policy-head-now = Tagad
policy-head-then = Pēc tam
policy-head-before = Iepriekš
policy-differs = atšķiras no noklusējuma
policy-range = no { $min } līdz { $max }
policy-hint = Noklusējums: { $default }. Atļauts: no { $min } līdz { $max }
policy-change = Mainīt
policy-change-title = Mainīt: { $group }
policy-change-lede = Nekas nemainās, līdz ir redzams izmaiņu saraksts un izvēlēts Jā.
policy-see-changes = Skatīt, kas mainās
policy-preview-title = { $count ->
    [0] Nekas nemainās
    [zero] Mainās { $count } vērtību
    [one] Mainās { $count } vērtība
   *[other] Mainās { $count } vērtības
}
policy-refused-title = Šīs vērtības netiek pieņemtas
policy-not-a-number = “{ $name }”: jānorāda vesels skaitlis. Norādīts: “{ $given }”
policy-out-of-range = “{ $name }”: atļauts no { $min } līdz { $max }. Norādīts: { $given }
policy-unknown-name = Vērtības ar nosaukumu “{ $name }” nav.
policy-quoted = “{ $name }”
policy-back-to-form = Atpakaļ uz veidlapu
policy-yes = Jā, mainīt
policy-meanwhile = Pa to laiku kāds cits mainīja vienu no šīm vērtībām. Izlasiet sarakstu vēlreiz.
policy-done = { $count ->
    [zero] Mainīts { $count } vērtību.
    [one] Mainīta { $count } vērtība.
   *[other] Mainītas { $count } vērtības.
}
policy-undo = Atsaukt izmaiņas
policy-on = Ieslēgts
policy-off = Izslēgts
policy-percent = { $number } %
policy-times = { $number } ×
policy-unit-seconds = sekundēs
policy-unit-milliseconds = milisekundēs
policy-unit-percent = procentos
policy-unit-days = dienās
policy-group-locks = Kontu automātiskā bloķēšana
policy-group-sources = Avotu bloķēšana
policy-group-spray = Vienlaikus izmēģina daudzus kontus
policy-group-sending = Sūtīšanas limiti
policy-group-watched = Uzraudzīti, atbloķēti un vecāki konti
policy-group-score = Aizdomu punkti
policy-group-guard = Aizsardzība pret masveida ierobežošanu
policy-group-history = Kas tiek glabāts
policy-group-observe = Tikai novērot
policy-presets = Politikas sagataves
policy-head-preset = Sagatave
policy-head-changes = Mainītu
policy-preset-changes = { $count ->
    [0] Jau ir spēkā
    [zero] { $count } vērtību
    [one] { $count } vērtība
   *[other] { $count } vērtības
}
policy-preset-look = Salīdzināt
policy-what-if = Kas būtu noticis?
policy-try = Pēdējo 30 dienu e-pasts, vērtēts pēc abām. Serverī, kur ir pasta žurnāls, rakstiet šo. Tas neko nemaina.
policy-past = { $count ->
    [0] Pēdējās 30 dienās neviens ierobežojums nesākās šī iemesla dēļ: “{ $name }”.
    [zero] Ierobežojumi pēdējās 30 dienās, iemesls “{ $name }”: { $count }. Jaunais limits tajā brīdī nebija pārsniegts: { $within }. Tas varēja notikt vēlāk.
    [one] Ierobežojumi pēdējās 30 dienās, iemesls “{ $name }”: { $count }. Jaunais limits tajā brīdī nebija pārsniegts: { $within }. Tas varēja notikt vēlāk.
   *[other] Ierobežojumi pēdējās 30 dienās, iemesls “{ $name }”: { $count }. Jaunais limits tajā brīdī nebija pārsniegts: { $within }. Tas varēja notikt vēlāk.
}
