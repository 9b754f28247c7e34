my-title = Mana drošība
my-lede = Pierakstieties ar pastkastes paroli, lai pārraudzītu savu kontu.
my-in-code-hint = Tikai tad, ja kontam ir iestatīta autentifikatora lietotne.
my-in-no = Lietotājvārds, parole vai kods neatbilst, vai arī pierakstīšanās pašlaik ir bloķēta. Pārbaudiet tos un mēģiniet vēlreiz.
my-in-temporary = Šī ir pagaidu parole. Vispirms izvēlieties savu.
my-in-cant = Nevaru pierakstīties
my-open = Varat pierakstīties un sūtīt e-pastu.
my-restricted = No jūsu konta pašlaik nevar sūtīt e-pastu. Ienākošais pasts pienāk. Iespējams, kontu ir lietojis kāds cits: izvēlieties jaunu paroli un pēc tam palūdziet palīdzības dienestam to pārbaudīt.
my-slowed = E-pasts cilvēkiem, kuriem no šī konta iepriekš nav rakstīts, pagaidām tiek sūtīts ar pauzi.
my-locked = Pierakstīšanās ir bloķēta vietām, kurās tā mēģināta pārāk bieži. Ierastajās ierīcēs joprojām varat pierakstīties.
my-addresses-lede = Uz turieni sūta piekļuves atgūšanas kodus un ziņas par izmaiņām. Adrese der, kad tā ir apstiprināta ar saiti vēstulē.
my-address-again = Sūtīt saiti vēlreiz
my-codes-left = { $count ->
    [zero] Atlikuši { $count } atkopšanas kodi.
    [one] Atlicis { $count } atkopšanas kods.
   *[other] Atlikuši { $count } atkopšanas kodi.
}
my-device-hint = Kā jūs saucat ierīci, piemēram, Darba tālrunis
my-sessions = Šobrīd pierakstīti
my-end-sessions = Izrakstīties visur
my-sign-ins = Pēdējās pierakstīšanās
my-sign-ins-lede = Vai redzat kādu, kas nebijāt jūs? Izrakstieties visur un izvēlieties jaunu paroli.
my-acts = Kas darīts ar jūsu kontu
my-by-admin = to darīja administrators vai jūsu organizācijas programma
my-none = Vēl nekas nav reģistrēts.
