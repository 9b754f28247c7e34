# Pārskats: kam vajadzīgs cilvēks, četri skaitļi, pēdējās 24 stundas. See the English file for what each message is for.
overview-needs = { $count ->
    [0] Jūsu rīcība nav vajadzīga
    [zero] Jūsu rīcība vajadzīga { $count } gadījumos
    [one] Jūsu rīcība vajadzīga { $count } gadījumā
   *[other] Jūsu rīcība vajadzīga { $count } gadījumos
}
overview-quiet = Neviens konts nav ierobežots ar noteikumu, neviens nav slēgts bez termiņa, un viss ir saglabāts.
overview-look = Apskatīt un izlemt
overview-more = { $count ->
    [zero] Ierobežoti vēl { $count } konti.
    [one] Ierobežots vēl { $count } konts.
   *[other] Ierobežoti vēl { $count } konti.
}
overview-spray = Vienlaikus tiek mēģināts piekļūt daudziem kontiem
overview-spray-more = Konti ar nepareizu paroli no nepazīstama avota pēdējā stundā: { $count }. Kamēr tas nav beidzies, pierakstīšanās no nepazīstamiem avotiem tiek bloķēta ātrāk.
overview-guard = Noteikumi vēlas ierobežot ļoti daudzus kontus
overview-guard-more = Ierobežojumi, kas gaida jūsu lēmumu: { $count }
overview-observed = Sūtīšana tikai tiek novērota
overview-observed-more = Noteikumi nevienu neierobežo un nepalēnina, tikai norāda, ko būtu darījušas. Beidzas: { $until }
overview-behind = Noteikumu izmaiņas vēl nav saglabātas
overview-behind-more = Tās ir spēkā, bet avārijas gadījumā zustu: { $count }. Cēlonis ir servera žurnālā.
overview-unsaved = Neko nevar saglabāt
overview-unsaved-more = Kopš: { $since }. Kamēr tas nedarbojas, personu lēmumi tiek noraidīti. Iespējams, disks ir pilns; cēlonis ir servera žurnālā.
overview-addresses = Pasta serveris nesūta izmantojamas klientu adreses
overview-numbers = Vietne pašlaik
overview-locked = ar bloķētu vai aizliegtu pierakstīšanos
overview-restricted = ar ierobežotu sūtīšanu
overview-recipients = adresāti pēdējā stundā
overview-failures = neveiksmīgi mēģinājumi pēdējā stundā
overview-refused = noraidīti bloķēšanas dēļ: { $count }
overview-lately = Kas noticis nesen
overview-nothing-lately = Audita žurnālā vēl nekā nav.
overview-memory = Atmiņā: { $names } vārdi, { $restrictions } spēkā esoši ierobežojumi
