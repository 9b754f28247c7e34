# Komandas `postern demo` stāsts. See the English file for what each message is for.

demo-opening = Postern demonstrācija: īsts serveris, izdomāta organizācija un diena ar uzbrucējiem.
demo-listening = Serveris darbojas ar pagaidu datu mapi. Viss tālākais notiek caur tā diviem pārbaudes punktiem:
demo-gate-dovecot = { $address }: šeit Dovecot vaicā pirms un pēc paroles pārbaudes
demo-gate-postfix = { $address }: šeit Postfix vaicā par katru adresātu un katra ziņojuma beigās
demo-yesterday = { $count ->
    [zero] Vakar bija parasta diena: { $count } kontos pierakstījās no ierastām vietām un no tiem rakstīja pazīstamiem cilvēkiem.
    [one] Vakar bija parasta diena: { $count } kontā pierakstījās no ierastās vietas un no tā rakstīja pazīstamiem cilvēkiem.
   *[other] Vakar bija parasta diena: { $count } kontos pierakstījās no ierastām vietām un no tiem rakstīja pazīstamiem cilvēkiem.
}

demo-guessing-title = Kāds mēģina uzminēt Annas paroli
demo-asked-and-checked = { $account } no { $source }: parole tika pārbaudīta un ir nepareiza. Postern atbildēja pēc { $took }
demo-asked-and-refused = { $account } no { $source }: mēģinājums noraidīts, pirms parole tika pārbaudīta. Postern atbildēja pēc { $took }
demo-guessing-ten-checked = { $count ->
    [zero] Tika pārbaudīts { $count } minējumu. Pēc tam pierakstīšanās no nepazīstamiem avotiem tika automātiski bloķēta.
    [one] Tika pārbaudīts { $count } minējums. Pēc tam pierakstīšanās no nepazīstamiem avotiem tika automātiski bloķēta.
   *[other] Tika pārbaudīti { $count } minējumi. Pēc tam pierakstīšanās no nepazīstamiem avotiem tika automātiski bloķēta.
}
demo-guessing-right-refused = No turienes tagad pat pareiza parole tiek noraidīta, pirms tā ir pārbaudīta ({ $took }).
demo-guessing-owner-in = Anna pierakstās no savas ierastās vietas, { $source } ({ $took }).

demo-spray-title = Viena parole tiek izmēģināta daudzos kontos
demo-spray-stopped = { $count ->
    [zero] Pēc { $count } mēģinājumiem katrs nākamais no { $source } tiek noraidīts, pirms parole ir pārbaudīta.
    [one] Pēc { $count } mēģinājuma katrs nākamais no { $source } tiek noraidīts, pirms parole ir pārbaudīta.
   *[other] Pēc { $count } mēģinājumiem katrs nākamais no { $source } tiek noraidīts, pirms parole ir pārbaudīta.
}
demo-spray-others-in = { $count ->
    [zero] { $count } kontos no ierastām vietām pierakstās tāpat kā jebkurā citā dienā.
    [one] { $count } kontā no ierastās vietas pierakstās tāpat kā jebkurā citā dienā.
   *[other] { $count } kontos no ierastām vietām pierakstās tāpat kā jebkurā citā dienā.
}

demo-phone-title = Tālrunī vēl ir vecā parole
demo-phone-not-locked = { $count ->
    [zero] Tālrunis to pašu veco paroli izmēģināja { $count } reižu. Tas nav uzbrukums, un nekas netiek bloķēts.
    [one] Tālrunis to pašu veco paroli izmēģināja { $count } reizi. Tas nav uzbrukums, un nekas netiek bloķēts.
   *[other] Tālrunis to pašu veco paroli izmēģināja { $count } reizes. Tas nav uzbrukums, un nekas netiek bloķēts.
}
demo-phone-owner-in = Tālruņa īpašniece no tās pašas vietas pierakstās ar jauno paroli ({ $took }).

demo-spam-title = No Roba konta tiek sūtīts surogātpasts
demo-spam-delayed = { $count ->
    [0] Neviens ziņojums netika aizkavēts.
    [zero] Pirms limita sasniegšanas tika aizkavēts { $count } ziņojumu jauniem adresātiem.
    [one] Pirms limita sasniegšanas tika aizkavēts { $count } ziņojums jaunam adresātam.
   *[other] Pirms limita sasniegšanas tika aizkavēti { $count } ziņojumi jauniem adresātiem.
}
demo-spam-stopped = { $count ->
    [zero] Ziņojumi tika nosūtīti { $count } adresātiem. Pēc tam sūtīšana tika ierobežota.
    [one] Ziņojumi tika nosūtīti { $count } adresātam. Pēc tam sūtīšana tika ierobežota.
   *[other] Ziņojumi tika nosūtīti { $count } adresātiem. Pēc tam sūtīšana tika ierobežota.
}
demo-spam-client-sees = Šādu atbildi saņem Postfix un nodod pasta programmai ({ $took }):

demo-bcc-title = Piecdesmit jauni adresāti vienā ziņojumā, un lietotne, kurai tas ir atļauts
demo-bcc-none-out = { $count ->
    [0] Neviens no piecdesmit adresātiem ziņojumu nesaņēma: tas tika noraidīts pilnībā.
    [zero] Ziņojumu saņēma { $count } adresātu.
    [one] Ziņojumu saņēma { $count } adresāts.
   *[other] Ziņojumu saņēma { $count } adresāti.
}
demo-bcc-application = { $count ->
    [zero] Rēķinu lietotne rakstīja { $count } jauniem klientiem. Tā ir reģistrēta kā lietotne, un jauni adresāti ir tās uzdevums.
    [one] Rēķinu lietotne rakstīja { $count } jaunam klientam. Tā ir reģistrēta kā lietotne, un jauni adresāti ir tās uzdevums.
   *[other] Rēķinu lietotne rakstīja { $count } jauniem klientiem. Tā ir reģistrēta kā lietotne, un jauni adresāti ir tās uzdevums.
}

demo-release-title = Administrators atrod Roba kontu un atbloķē sūtīšanu
demo-release-found = Meklējot „rob”, tiek atrasts rob@contoso.com.
demo-release-next-accepted = Jau nākamais adresāts tajā pašā atvērtajā sesijā tiek pieņemts ({ $took }).
demo-release-list-empty = Roba konta sarakstā vairs nav. Ierakstā paliek, kas ierobežojumu noņēma, kad un kāpēc.

demo-all-behaved = Viss noritēja, kā paredzēts.
demo-some-misbehaved = { $count ->
    [zero] { $count } soļu nenotika, kā paredzēts. Iepriekš tie ir atzīmēti ar [!!].
    [one] { $count } solis nenotika, kā paredzēts. Iepriekš tas ir atzīmēts ar [!!].
   *[other] { $count } soļi nenotika, kā paredzēts. Iepriekš tie ir atzīmēti ar [!!].
}
demo-admin-centre = Atveriet administrēšanas centru pārlūkā. Ar šo saiti vienu reizi var pierakstīties kā { $name }:
demo-api = Programma to pašu vaicā caur API, izmantojot pilnvaru:
demo-look-around = Apskatieties citā terminālī:
demo-stop = Serveris turpina darboties. Ctrl-C to aptur un dzēš tā datus.
demo-history = { $count ->
    [zero] Parauga vēsture: caur pārbaudes punktiem ar pagātnes laikiem izspēlētas { $count } izdomātu dienu. Administrēšanas centra attēli tās rāda.
    [one] Parauga vēsture: caur pārbaudes punktiem ar pagātnes laikiem izspēlēta { $count } izdomāta diena. Administrēšanas centra attēli to rāda.
   *[other] Parauga vēsture: caur pārbaudes punktiem ar pagātnes laikiem izspēlētas { $count } izdomātas dienas. Administrēšanas centra attēli tās rāda.
}
demo-sample = Demonstrācija: cilvēki un vēsture ir izdomāti
