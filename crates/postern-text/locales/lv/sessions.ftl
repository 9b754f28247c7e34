# Viena konta atvērtās sesijas pasta serverī un administrēšanas centrā.

point-mail-sessions = Pasta servera sesijas
receipt-sessions = { $count ->
    [zero] { $point }: pārtrauktas { $count }, pēc { $latency }
    [one] { $point }: pārtraukta { $count }, pēc { $latency }
   *[other] { $point }: pārtrauktas { $count }, pēc { $latency }
}
event-sessions-ended = Sesijas pārtrauktas
refusal-sessions-out-of-reach = Pasta servera sesijas nav pievienotas: konfigurācijā nav sadaļas [doveadm]. Nekas nav mainīts.
config-no-doveadm = Bez [doveadm] atvērta sesija turpinās arī tad, kad pierakstīšanās tiek bloķēta vai parole tiek mainīta.
sessions-not-connected = Pasta servera sesijas nav pievienotas: konfigurācijā nav sadaļas [doveadm].
sessions-unreadable = Pasta servera sesijas nevar nolasīt. Iemesls: { $cause }
sessions-none = Atvērtu sesiju nav.
sessions-without-sending = Sūtīšanas sesijas nav uzskaitītas, jo Postfix par tām neziņo. Kad pierakstīšanās tiek bloķēta, tās beidzas pie nākamā adresāta.
sessions-connections = Savienojumi
sessions-admin-centre = Administrēšanas centrs
sessions-ended = Atvērtās sesijas pārtrauktas: { $account }
sessions-underway = Izlemts par kontu { $account }. Pasta serveris vēl nav atbildējis.
sessions-failed = Tas ir izlemts, bet vēl nav izdevies: { $cause }
sessions-note = Kas zina paroli, var pierakstīties vēlreiz. Lai kādu neielaistu, bloķējiet pierakstīšanos vai iestatiet jaunu paroli: arī tas pārtrauc sesijas.
sessions-which = Kuras sesijas
sessions-all = Visas sesijas
sessions-from = Tikai no adreses { $source }
sessions-status-effects = Aizliegums pārtrauc atvērtās pasta klientu sesijas un ir spēkā nākamajā pierakstīšanās reizē, arī kamēr Postern ir apturēts.
