# Kāpēc kaut kas noraidīts un ko darīt. See the English file for what each message is for.

## Personas darbība

refusal-not-allowed = Jūsu loma neļauj to darīt. Vajadzīga vismaz šāda loma: { $role }. Nekas netika mainīts.
refusal-target-is-admin = Šim kontam ir loma „{ $role }”. To var mainīt tikai kāds ar augstāku lomu. Nekas netika mainīts.
refusal-own-account = Ar savu kontu to darīt nevar. Vērsieties pie cita administratora.
refusal-last-global-admin = Šis ir pēdējais globālais administrators. Vispirms piešķiriet šo lomu kādam citam.
refusal-for-all-domains-only = Jūsu loma attiecas tikai uz dažiem domēniem, bet šis skar visu organizāciju. Vērsieties pie administratora, kura loma attiecas uz visiem domēniem. Nekas netika mainīts.
refusal-outside-domains = Jūsu loma neattiecas uz adreses { $name } domēnu. Nekas netika mainīts.
refusal-global-admin-for-all-domains = Globālā administratora loma vienmēr attiecas uz visiem domēniem. Izvēlieties citu lomu vai nenorādiet domēnus. Nekas netika mainīts.
refusal-no-domain = „{ $text }” nav derīgs domēns. Rakstiet domēnus šādi: contoso.example, ne vairāk kā { $limit }. Nekas netika mainīts.
refusal-note-missing = Norādiet pamatojumu. Tas tiek ierakstīts audita žurnālā un lietotāja lapā.
refusal-note-too-long = Pamatojums ir pārāk garš. Saīsiniet to. Limits baitos: { $limit }
refusal-sending-not-restricted = Šim kontam sūtīšana nav ierobežota. Nav, ko atbloķēt.
refusal-sign-in-not-locked = Šim kontam pierakstīšanās nav automātiski bloķēta. Nav, ko atbloķēt. Ja pierakstīšanos ir aizliegusi persona, izvēlieties „Atļaut pierakstīšanos”.
refusal-sign-in-not-blocked = Šim kontam pierakstīšanās nav aizliegta. Nav, ko atļaut. Ja pierakstīšanās ir automātiski bloķēta, izvēlieties „Atbloķēt pierakstīšanos”.
refusal-already-so = Tā jau ir. Nekas netika mainīts.
refusal-end-in-the-past = Beigu laiks jau ir pagājis. Izvēlieties vēlāku laiku.
refusal-name-taken = Vārds { $name } pieder citam kontam. Izvēlieties citu vārdu vai vispirms noņemiet to no tā konta.
refusal-no-such-alias = Šim kontam nav aizstājvārda { $name }. Pārbaudiet, vai tas uzrakstīts pareizi.
refusal-alias-is-primary = Adrese { $name } ir šī konta primārā adrese, nevis aizstājvārds. Lai to mainītu, pārdēvējiet kontu.
refusal-too-many-aliases = Kontam jau ir tik aizstājvārdu, cik atļauts. Vispirms noņemiet kādu no tiem. Limits: { $limit }
refusal-too-many-groups = Kontam būtu vairāk grupu, nekā atļauts. Vispirms noņemiet kādu no tām. Limits: { $limit }
refusal-display-name = Parādāmais vārds ir pārāk garš, vai arī tajā ir vadības rakstzīmes. Izvēlieties īsāku vārdu vienā rindā. Limits baitos: { $limit }
refusal-password-kept-elsewhere = Šī konta parole glabājas ārpus Postern. Mainiet to tur. Nekas netika mainīts.

## Pierakstīšanās mēģinājums

sign-in-refused-blocked = Pierakstīšanās ir aizliegta.
sign-in-refused-locked-unfamiliar = Pierakstīšanās no nepazīstamiem avotiem ir automātiski bloķēta. Bloķēšana beidzas: { $until }
sign-in-refused-locked-familiar = Pierakstīšanās no pazīstamiem avotiem ir automātiski bloķēta. Bloķēšana beidzas: { $until }
sign-in-refused-closed-unfamiliar = Pierakstīšanās no nepazīstamiem avotiem paliek bloķēta.
sign-in-refused-closed-familiar = Pierakstīšanās no pazīstamiem avotiem paliek bloķēta.
sign-in-refused-source-blocked = Avots ir bloķēts. Bloķēšana beidzas: { $until }
sign-in-refused-too-many-at-once-unfamiliar = Pārāk daudz vienlaicīgu mēģinājumu no nepazīstamiem avotiem.
sign-in-refused-too-many-at-once-familiar = Pārāk daudz vienlaicīgu mēģinājumu no pazīstamiem avotiem.
sign-in-refused-no-reservation = Pirms paroles pārbaudes vaicājums netika saņemts. Pārbaudiet, vai pasta serveris vaicā abas reizes.

## Vārds, kas nav konta vārds

name-empty = Vārds ir tukšs. Ievadiet adresi, piemēram, rob@contoso.example.
name-too-long = Vārds ir pārāk garš. Saīsiniet to. Limits baitos: { $limit }
name-character = Vārdā ir atstarpe vai vadības rakstzīme. Noņemiet to.
name-domain = Teksts aiz @ nav domēna vārds. Pārbaudiet, vai tas uzrakstīts pareizi.
