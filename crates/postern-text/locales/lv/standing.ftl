# Kāds ir konta stāvoklis pierakstoties, kurš ir bloķēts un no kurienes tiek iegūtas adreses.

## Kur tiek novēroti tikai daži pierakstīšanās noteikumi

cli-observed-lanes = Automātiskā bloķēšana tiek tikai novērota: noteikumi nevienā kontā nebloķē pierakstīšanos. Lai noteikumus piemērotu tūlīt: { $command }
cli-observed-sources = Avotu bloķēšana tiek tikai novērota: noteikumi nebloķē nevienu avotu. Administratora bloķētie avoti paliek bloķēti. Lai noteikumus piemērotu tūlīt: { $command }
cli-observed-spray = Masveida minēšanas režīms tiek tikai novērots: tas nepazemina nevienu slieksni. Lai to piemērotu tūlīt: { $command }

## Abas konta mēģinājumu joslas un tas, kas katrā tiek skaitīts

standing-unfamiliar-open = Pierakstīšanās no nepazīstamiem avotiem: atvērta
standing-unfamiliar-locked = Pierakstīšanās no nepazīstamiem avotiem: automātiski bloķēta. Bloķēšana beidzas: { $until }
standing-unfamiliar-closed = Pierakstīšanās no nepazīstamiem avotiem: paliek bloķēta
standing-familiar-open = Pierakstīšanās no pazīstamiem avotiem: atvērta
standing-familiar-locked = Pierakstīšanās no pazīstamiem avotiem: automātiski bloķēta. Bloķēšana beidzas: { $until }
standing-familiar-closed = Pierakstīšanās no pazīstamiem avotiem: paliek bloķēta
standing-lane-failures = Neveiksmīgi mēģinājumi: { $count } no { $limit }, pēc kārtas: { $row } no { $row_limit }
standing-lane-level = Nesenas bloķēšanas: { $count }. Nākamā ir ilgāka, ja vien garākā nav jau sasniegta.
standing-admit = Lai no jaunas vietas ielaistu tikai īpašnieku: { $command }
standing-unlock-gives = Atbloķējot jaunus mēģinājumus iegūst arī tas, kurš min paroles.
standing-lane-eased = Lai pierakstīšanos bloķētu, vajag divreiz vairāk neveiksmīgu mēģinājumu. Šis atvieglojums beidzas: { $until }

## Kas noteikts par avotiem

standing-place-familiar = { $address } ir šī konta pazīstams avots, un tas ir bloķēts. Pēdējā pierakstīšanās no turienes: { $last }
standing-place-unfamiliar = { $address } ir bloķēts, un šajā kontā no turienes ir pierakstījušies. Pēdējā pierakstīšanās no turienes: { $last }
standing-ends-it = Lai to atceltu: { $command }

## Viens konts

signin-link = Vienreizējā saite vēl nav izmantota. Tās termiņš beidzas: { $until }
signin-pass = Vienreizējā saite izmantota no { $network }. Pierakstīšanās no turienes atvērta līdz { $until }.
signin-devices = Iegaumētās ierīces: { $count }
signin-last-success = Pēdējā izdevusies pierakstīšanās: { $when }, no { $source }
signin-last = Pēdējās pierakstīšanās un neveiksmīgie mēģinājumi, jaunākie vispirms
signin-refused-by-block = Mēģinājumi no adreses { $address } tiek noraidīti, jo šis avots ir bloķēts. Ja tie nav īpašnieka mēģinājumi, nemainiet neko.
signin-none-recorded = Nav reģistrēta neviena pierakstīšanās.
signin-next = Nākamais solis: { $command }
signin-next-else = Citādi: { $command }
signin-next-nothing = Nekas nav jāatver. Kāda būtu atbilde mēģinājumam no noteiktas adreses: { $command }

## Sarakstā nav neviena

signin-nobody-locked = Pierakstīšanās nav automātiski bloķēta nevienā kontā.
signin-nobody-blocked = Pierakstīšanās nav aizliegta nevienā kontā, un neviens avots nav bloķēts atsevišķam kontam.
signin-nobody-from = No { $source } pēdējās 7 dienās nav mēģināts pierakstīties nevienā kontā, kurā pierakstīšanās ir bloķēta vai aizliegta, un tas nav bloķēts nevienam atsevišķam kontam.
signin-nobody-locked-from = No { $source } pēdējās 7 dienās nav mēģināts pierakstīties nevienā kontā, kurā pierakstīšanās ir automātiski bloķēta.
signin-nobody-blocked-from = No { $source } pēdējās 7 dienās nav mēģināts pierakstīties nevienā kontā, kurā pierakstīšanās ir aizliegta, un tas nav bloķēts nevienam atsevišķam kontam.
signin-source-blocked = Bloķēts ir pats avots vai tā daļa: { $command }

## check-config

listener-question = { $section }, { $listen }: pasta serveris klienta adresi nosūta katrā vaicājumā.
listener-proxy-protocol = { $section }, { $listen }: pasta serveris klienta adresi nosūta katrā vaicājumā. Kurš pasta serveris vaicā, norāda PROXY galvene no { $proxies }.
listener-proxy-protocol-unix = { $section }, { $listen }: pasta serveris klienta adresi nosūta katrā vaicājumā. Kurš pasta serveris vaicā, norāda PROXY galvene no tā, kas atver ligzdu.
listener-forwarded = { $section }, { $listen }: klienta adrese tiek nolasīta no X-Forwarded-For, ko sūta { $proxies }. Visiem citiem tā ir paša savienojuma adrese.
listener-forwarded-unix = { $section }, { $listen }: klienta adrese tiek nolasīta no X-Forwarded-For, ko sūta ligzdas atvērējs.
listener-connection = { $section }, { $listen }: klienta adrese ir paša savienojuma adrese. X-Forwarded-For netiek nolasīts.
listener-trusts-nobody = { $listen } neuzticas nevienam starpniekserverim šajā datorā. Aiz reversā starpniekservera katram apmeklētājam būtu starpniekservera adrese. Norādiet to atslēgā web.trusted_proxies vai ļaujiet tam savienoties caur Unix ligzdu.
