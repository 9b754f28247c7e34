state-temporary-password = Kontam { $account } ir pagaidu parole. Ar to var tikai iestatīt jaunu. Derīga līdz: { $until }
state-temporary-password-expired = Konta { $account } pagaidu parole vairs nav derīga. Pierakstīties nevar, kamēr parole nav vēlreiz atiestatīta.
reason-temporary-password = Parole atiestatīta. Pamatojums: { $note }
reason-temporary-password-expired = Pagaidu parole netika laikus nomainīta.

refusal-own-password = Savu paroli šeit atiestatīt nevar. Vērsieties pie cita administratora.
refusal-chosen-is-temporary = Parole, ko izvēlaties citai personai, nākamajā pierakstīšanās reizē jānomaina. Nekas netika mainīts.
refusal-password-not-temporary = Šī nav pagaidu parole. Tā netika mainīta.
refusal-same-as-temporary = Jaunā parole ir tāda pati kā pagaidu parole. Izvēlieties citu.
sign-in-refused-password-change-required = Parole bija pareiza, taču tā ir pagaidu parole: ar to var tikai iestatīt jaunu.
sign-in-refused-password-change-required-until = Parole bija pareiza, taču tā ir pagaidu parole: ar to var tikai iestatīt jaunu. Derīga līdz: { $until }
sign-in-refused-temporary-password-expired = Parole bija pareiza, taču tā bija pagaidu parole, kas vairs nav derīga.
sign-in-refused-password-just-set = Tikko tika iestatīta jauna parole, un pasta serverim tās vēl nebija.

mail-temporary-expired-subject = Konta { $account } pagaidu parole vairs nav derīga
mail-temporary-expired-first-line = Tā netika laikus nomainīta, un tās derīgums ir beidzies ({ $when }). Pierakstīties kontā nevar, kamēr parole nav vēlreiz atiestatīta.
mail-temporary-expired-step-reset = 2. Ja vajadzīgs, atiestatiet paroli vēlreiz:

pv-password-temporary-s = Pagaidu paroles derīgums
pv-password-temporary-s-what = Tik ilgi ir derīga administratora atiestatīta parole, un ar to var tikai iestatīt jaunu.

cli-reset-done = Konta { $account } parole ir atiestatīta
cli-reset-shown = Jaunā parole, tiek parādīta tikai šoreiz:
cli-reset-until = Ar to var tikai iestatīt jaunu: { $page } Derīga līdz: { $until }
cli-reset-stays = Tā ir derīga, līdz kāds to nomaina.
cli-reset-hand-over = Nododiet to pa tālruni, klātienē vai uz papīra, nekad nesūtiet uz šo kontu.
cli-reset-many-done = Atiestatītās paroles: { $count }
cli-reset-many-failed = Nav atiestatītas: { $count }. Iemesls norādīts failā.
cli-reset-file = Rezultāti ir failā { $file }, ko varat lasīt tikai jūs. Kad paroles ir nodotas, izdzēsiet to.
cli-reset-file-exists = Fails { $file } jau pastāv. Norādiet citu. Nekas netika mainīts.
cli-reset-needs-file = Norādiet jaunu failu rezultātiem ar --out. Nekas netika mainīts.
cli-reset-ask = Atiestatāmās paroles: { $count }. Lai turpinātu, ierakstiet šo skaitli:
cli-reset-one-chosen = Paroli izvēlas tikai vienam kontam. Izlaidiet --choose. Nekas netika mainīts.
cli-reset-needs-yes = Tiks atiestatītas vairākas paroles (konti: { $count }). Atkārtojiet komandu ar --yes. Nekas netika mainīts.

password-title = Izvēlieties savu paroli
password-lede = Jums iedotā ir pagaidu parole. Tā der tikai šeit, lai izvēlētos savu.
password-login = Lietotājvārds vai e-pasta adrese
password-temporary = Pagaidu parole
password-new = Jaunā parole
password-hint = Dažus savus vārdus atcerēties ir vieglāk nekā īpašās rakstzīmes. Varat ielīmēt.
password-again = Jaunā parole vēlreiz
password-button = Iestatīt paroli
password-differ = Abas jaunās paroles atšķiras. Ierakstiet tās vēlreiz.
password-missing = Aizpildiet visus četrus laukus.
password-too-long = Parolē var būt ne vairāk par { $limit } baitiem. Izvēlieties īsāku.
password-not-opened = Lietotājvārds vai pagaidu parole neatbilst, vai arī pierakstīšanās pašlaik ir bloķēta. Pārbaudiet abus un mēģiniet vēlreiz vai jautājiet tam, kurš jums iedeva paroli.
password-wait = Pārāk daudz vienlaicīgu mēģinājumu. Pēc brīža mēģiniet vēlreiz.
password-trouble = Parole netika iestatīta, un nekas netika mainīts. Mēģiniet vēlreiz.
password-foreign = Veidlapa netika nosūtīta no šīs lapas. Aizpildiet to šeit.
password-done-title = Jūsu parole ir iestatīta
password-done = Tagad varat ar to pierakstīties. Ievadiet jauno paroli katrā tālrunī un datorā.
password-done-soon = Jūsu parole ir iestatīta, bet pasta serverim tās vēl nav. Nedaudz pagaidiet, pirms ievadāt to pasta programmās.

reset-action = Atiestatīt paroli
reset-again = Atiestatīt vēlreiz
reset-title = Atiestatīt paroli kontam { $account }
reset-lede = Vecā parole vairs nederēs, iegaumētās ierīces tiks aizmirstas, un pierakstīšanās automātiskā bloķēšana beigsies. Cilvēka noteikts aizliegums un sūtīšanas ierobežojums paliks.
reset-how = Jaunā parole
reset-generate = Izveidot paroli
reset-choose = Izvēlēties paroli
reset-password = Parole
reset-password-missing = Ierakstiet paroli vai ļaujiet to izveidot.
reset-must-change = Nākamajā pierakstīšanās reizē jānomaina, un tās derīgums beidzas
reset-never-mail = Nesūtiet jauno paroli pa e-pastu. To uzzinātu arī ikviens, kas lasa { $address }. Nododiet to pa tālruni, klātienē vai uz papīra.
reset-yes = Atiestatīt paroli
reset-done = Konta { $account } parole ir atiestatīta.
reset-shown = Jaunā parole. Tā tiek parādīta tikai šoreiz:
reset-until = Ar to var tikai iestatīt jaunu. Derīga līdz: { $until }
reset-stays = Tā ir derīga, līdz kāds to nomaina.
reset-still-blocked = Pierakstīšanās joprojām ir aizliegta. Atiestatīšana to nemaina.
reset-sheets = Drukāšanai
reset-sheets-hint = Drukājot šo lapu, tiek izdrukāta tikai lapiņa konta valodā, bez ziņām par jums.
sheet-title = Jūsu pagaidu parole
sheet-account = Konts: { $account }
sheet-open = Pārlūkprogrammā atveriet { $page }
sheet-set = Ievadiet kontu, šo paroli un pašu izvēlētu paroli.
sheet-devices = Ievadiet savu paroli katrā tālrunī un datorā.
sheet-until = Pagaidu parole ir derīga līdz: { $until }. Pēc tam iznīciniet šo lapiņu.
bulk-reset = Atiestatīt paroles
bulk-ask-reset = { $count ->
    [zero] Vai atiestatīt paroli { $count } kontiem?
    [one] Vai atiestatīt paroli { $count } kontam?
   *[other] Vai atiestatīt paroli { $count } kontiem?
}
bulk-yes-reset = Jā, atiestatīt
bulk-note-reset = Katrs konts saņem pagaidu paroli, ko parāda tikai nākamajā lapā kopā ar drukājamu lapiņu.
bulk-reset-late = Nav atiestatīta: pārāk daudz vienā reizē. Izvēlieties šo kontu vēlreiz.
