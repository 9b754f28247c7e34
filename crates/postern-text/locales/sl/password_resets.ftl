state-temporary-password = Račun { $account } ima začasno geslo. Z njim je mogoče samo nastaviti novo. Velja do: { $until }
state-temporary-password-expired = Začasno geslo za račun { $account } je poteklo. Vpis ni mogoč, dokler geslo ni znova ponastavljeno.
reason-temporary-password = Geslo je bilo ponastavljeno. Utemeljitev: { $note }
reason-temporary-password-expired = Začasno geslo ni bilo pravočasno spremenjeno.

refusal-own-password = Svojega gesla tukaj ne morete ponastaviti. Obrnite se na drugega skrbnika.
refusal-chosen-is-temporary = Geslo, ki ga izberete za drugo osebo, je treba ob naslednjem vpisu spremeniti. Nič ni bilo spremenjeno.
refusal-password-not-temporary = To geslo ni začasno. Ni bilo spremenjeno.
refusal-same-as-temporary = Novo geslo je enako začasnemu. Izberite drugo.
sign-in-refused-password-change-required = Geslo je bilo pravilno, vendar je začasno: z njim je mogoče samo nastaviti novo.
sign-in-refused-password-change-required-until = Geslo je bilo pravilno, vendar je začasno: z njim je mogoče samo nastaviti novo. Velja do: { $until }
sign-in-refused-temporary-password-expired = Geslo je bilo pravilno, vendar je bilo začasno in je poteklo.
sign-in-refused-password-just-set = Pravkar je bilo nastavljeno novo geslo, poštni strežnik pa ga še ni imel.

mail-temporary-expired-subject = Začasno geslo za račun { $account } je poteklo
mail-temporary-expired-first-line = Ni bilo pravočasno spremenjeno in je poteklo { $when }. Vpis v račun ni mogoč, dokler geslo ni znova ponastavljeno.
mail-temporary-expired-step-reset = 2. Če je še potrebno, znova ponastavite geslo:

pv-password-temporary-s = Veljavnost začasnega gesla
pv-password-temporary-s-what = Toliko časa velja geslo, ki ga ponastavi skrbnik, in to samo za nastavitev novega.

cli-reset-done = Geslo za račun { $account } je ponastavljeno
cli-reset-shown = Novo geslo, prikazano samo tokrat:
cli-reset-until = Z njim je mogoče samo nastaviti novo: { $page } Velja do: { $until }
cli-reset-stays = Velja, dokler ga kdo ne spremeni.
cli-reset-hand-over = Sporočite ga po telefonu, osebno ali na papirju, nikoli po e-pošti na ta račun.
cli-reset-many-done = Ponastavljena gesla: { $count }
cli-reset-many-failed = Ni ponastavljeno: { $count }. Razlog je v datoteki.
cli-reset-file = Rezultati so v datoteki { $file }, ki jo lahko berete samo vi. Ko so gesla predana, jo izbrišite.
cli-reset-file-exists = Datoteka { $file } že obstaja. Navedite drugo. Nič ni bilo spremenjeno.
cli-reset-needs-file = Z možnostjo --out navedite novo datoteko za rezultate. Nič ni bilo spremenjeno.
cli-reset-ask = Gesla za ponastavitev: { $count }. Za nadaljevanje vpišite to število:
cli-reset-one-chosen = Geslo se izbere samo za en račun. Izpustite --choose. Nič ni bilo spremenjeno.
cli-reset-needs-yes = Ponastavljenih bo več gesel (računi: { $count }). Ponovite ukaz z možnostjo --yes. Nič ni bilo spremenjeno.

password-title = Izberite svoje geslo
password-lede = Geslo, ki ste ga dobili, je začasno. Velja samo tukaj, da izberete svoje.
password-login = Uporabniško ime ali e-poštni naslov
password-temporary = Začasno geslo
password-new = Novo geslo
password-hint = Nekaj svojih besed si je laže zapomniti kot posebne znake. Geslo lahko prilepite.
password-again = Novo geslo še enkrat
password-button = Nastavi geslo
password-differ = Novi gesli se razlikujeta. Vnesite ju znova.
password-missing = Izpolnite vsa štiri polja.
password-too-long = Geslo ima lahko največ toliko bajtov: { $limit }. Izberite krajše.
password-not-opened = Uporabniško ime ali začasno geslo se ne ujema ali pa je vpis trenutno zaklenjen. Preverite oboje in poskusite znova ali pa vprašajte tistega, ki vam je dal geslo.
password-wait = Preveč hkratnih poskusov. Čez trenutek poskusite znova.
password-trouble = Geslo ni bilo nastavljeno in nič ni bilo spremenjeno. Poskusite znova.
password-foreign = Obrazec ni bil poslan s te strani. Izpolnite ga tukaj.
password-done-title = Vaše geslo je nastavljeno
password-done = Zdaj se lahko vpišete z njim. Novo geslo vnesite v vsak telefon in računalnik.
password-done-soon = Vaše geslo je nastavljeno, vendar ga poštni strežnik še nima. Malo počakajte, preden ga vnesete v poštne programe.

reset-action = Ponastavi geslo
reset-again = Ponastavi znova
reset-title = Ponastavi geslo za račun { $account }
reset-lede = Staro geslo preneha veljati, zapomnjene naprave se pozabijo, samodejni zaklepi vpisa pa se končajo. Blokada, ki jo je določila oseba, in omejitev pošiljanja ostaneta.
reset-how = Novo geslo
reset-generate = Ustvari geslo
reset-choose = Izberi geslo
reset-password = Geslo
reset-password-missing = Vnesite geslo ali pustite, da se ustvari.
reset-must-change = Ob naslednjem vpisu ga je treba spremeniti, in poteče
reset-never-mail = Novega gesla ne pošiljajte po e-pošti. Izvedel bi ga vsak, ki bere { $address }. Sporočite ga po telefonu, osebno ali na papirju.
reset-yes = Ponastavi geslo
reset-done = Geslo za račun { $account } je ponastavljeno.
reset-shown = Novo geslo. Prikazano je samo tokrat:
reset-until = Z njim je mogoče samo nastaviti novo. Velja do: { $until }
reset-stays = Velja, dokler ga kdo ne spremeni.
reset-still-blocked = Vpis je še vedno blokiran. Ponastavitev tega ne spremeni.
reset-sheets = Za tiskanje
reset-sheets-hint = Pri tiskanju te strani se natisne samo list v jeziku računa in nič o vas.
sheet-title = Vaše začasno geslo
sheet-account = Račun: { $account }
sheet-open = V brskalniku odprite { $page }
sheet-set = Vnesite račun, to geslo in geslo po svoji izbiri.
sheet-devices = Svoje geslo vnesite v vsak telefon in računalnik.
sheet-until = Začasno geslo velja do: { $until }. List nato uničite.
bulk-reset = Ponastavi gesla
bulk-ask-reset = { $count ->
    [one] Ponastaviti geslo za { $count } račun?
    [two] Ponastaviti geslo za { $count } računa?
    [few] Ponastaviti geslo za { $count } račune?
   *[other] Ponastaviti geslo za { $count } računov?
}
bulk-yes-reset = Da, ponastavi
bulk-note-reset = Vsak račun dobi začasno geslo, ki je prikazano samo na naslednji strani, z listom za tiskanje.
bulk-reset-late = Ni ponastavljeno: preveč naenkrat. Ta račun izberite znova.
