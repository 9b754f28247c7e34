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
policy-group-password = Paroles
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
policy-trial-counts = Konti pēdējās 30 dienās
policy-trial-basis = Aprēķināts no summām, kas tiek glabātas par katru kontu desmit minūšu intervālos, kopš { $since }. Tās nerāda ne to, no kurienes kāds pierakstījās, ne citas pazīmes, tāpēc patiesībā notikušais var atšķirties.
policy-trial-part = Apskatītie konti, izvēlēti nejauši: { $count }. Ir vēl citi.
policy-trial-none = Pēdējās 30 dienās e-pasts nav skaitīts.
policy-trial-go = Apskatīt pēdējās 30 dienas
policy-trial-named = Ierobežoti ar jaunajām vērtībām
policy-trial-perhaps = Ierobežoti tikai tad, ja toreiz noraidītais e-pasts būtu gājis tālāk jauniem saņēmējiem: { $count }.
policy-trial-only-if = Tikai tad, ja toreiz noraidītais e-pasts būtu gājis tālāk jauniem saņēmējiem.
policy-trial-also = Arī ar pašreizējām vērtībām.

## Policies for some accounts

scoped-title = Politikas atsevišķiem kontiem
scoped-tab = Atsevišķiem kontiem
scoped-lede = { $count ->
    [zero] { $count } politiku nosaka sūtīšanas robežas atsevišķiem kontiem. Tās pārbauda, sākot ar mazāko skaitli, un spēkā ir pirmā, kas attiecas uz kontu.
    [one] { $count } politika nosaka sūtīšanas robežas atsevišķiem kontiem.
   *[other] { $count } politikas nosaka sūtīšanas robežas atsevišķiem kontiem. Tās pārbauda, sākot ar mazāko skaitli, un spēkā ir pirmā, kas attiecas uz kontu.
}
scoped-held-by = { $count ->
    [0] Pašlaik šī politika nav spēkā nevienam kontam.
    [zero] Pašlaik šī politika ir spēkā { $count } kontiem.
    [one] Pašlaik šī politika ir spēkā { $count } kontam.
   *[other] Pašlaik šī politika ir spēkā { $count } kontiem.
}
scoped-users = Lietotāji
scoped-domains = Domēni
scoped-kinds = Kontu veidi
scoped-sort = { $sort }: { $names }
scoped-new = Jauna politika atsevišķiem kontiem
scoped-form-lede = Nekas nemainās, līdz ir redzams, uz ko tas attiecas, un izvēlēts Jā.
scoped-name-hint = a–z, 0–9, - un _. Vēlāk to nevar mainīt.
scoped-priority-hint = Vispirms pārbauda mazāko skaitli.
scoped-whom = Uz ko tā attiecas
scoped-whom-hint = Uz tiem, kas atbilst katram aizpildītajam laukam. Katrā rindā viens nosaukums.
scoped-except-hint = Uz tiem, kas atbilst kādam no šiem laukiem, tā neattiecas.
scoped-values = Ko tā nosaka
scoped-values-hint = Tukšs lauks nozīmē noklusējuma politikas vērtību.
scoped-hint = Noklusējuma politika: { $site }. Atļauts: no { $min } līdz { $max }
scoped-until-hint = Tukšs: līdz kāds to noņem.
scoped-see = Skatīt, uz ko tas attiecas
scoped-no-such-user = Lietotāja { $user } nav. Nekas nav mainīts.
scoped-priority-wrong = Prioritāte ir vesels skaitlis. Nekas nav mainīts.
scoped-preview-title = Politika { $name }, kāda tā būtu
scoped-touches = Uz ko tas attiecas
scoped-touch = { $count ->
    [0] Pašlaik tā neattiektos ne uz vienu kontu.
    [zero] Tā attiektos uz { $count } kontiem.
    [one] Tā attiektos uz { $count } kontu.
   *[other] Tā attiektos uz { $count } kontiem.
}
scoped-moves = Konti, kas nāk klāt: { $joining }. Konti, kas atkrīt: { $leaving }
scoped-yes = Jā, lai tā stājas spēkā
scoped-remove-title = Vai noņemt politiku { $name }?
scoped-remove-touch = { $count ->
    [0] Pašlaik tā nav spēkā nevienam kontam.
    [zero] Pašlaik tā ir spēkā { $count } kontiem. Katram no tiem pēc tam ir spēkā nākamā politika, kas uz to attiecas, vai noklusējuma politika.
    [one] Pašlaik tā ir spēkā { $count } kontam. Tam pēc tam ir spēkā nākamā politika, kas uz to attiecas, vai noklusējuma politika.
   *[other] Pašlaik tā ir spēkā { $count } kontiem. Katram no tiem pēc tam ir spēkā nākamā politika, kas uz to attiecas, vai noklusējuma politika.
}
scoped-remove-yes = Jā, noņemt
scoped-mailing = Ieplānot izsūtījumu
scoped-mailing-lede = Šis konts kādu laiku drīkst rakstīt vairākiem adresātiem. Robežas pēc pierakstīšanās no svešām vietām paliek tādas pašas.
scoped-recipients = Cik adresātiem
scoped-recipients-wrong = Ierakstiet veselu skaitli, vismaz 1. Nekas nav mainīts.
scoped-mailing-yes = Jā, ieplānot
scoped-user = Sūtīšanas politika
scoped-tried-yes = { $name }, prioritāte { $priority }: attiecas uz šo kontu, tāpēc ir spēkā
scoped-tried-no = { $name }, prioritāte { $priority }: neattiecas uz šo kontu
scoped-differs = { $name }: { $value }. Noklusējuma politika: { $site }
