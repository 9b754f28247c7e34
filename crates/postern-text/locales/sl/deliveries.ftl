## Kako je bila sprejeta pošta navzven, po poštnem dnevniku

cli-why-deliveries = Zunaj organizacije, zadnjih 24 ur: dostavljeno { $delivered }, naslov ne obstaja { $missing }, zavrnjeno kot neželena pošta { $spam }, zavrnjeno iz drugega razloga { $refused }, odloženo { $later }
cli-health-mail-log-read = Poštni dnevnik: se sproti bere
cli-health-mail-log-unreadable = Poštni dnevnik: ni ga mogoče brati, zato se izidi dostave ne štejejo. Vzrok je v lastnem dnevniku Posterna.

## postern report-in

cli-report-none = { $message }: ni poročilo o zavrnjeni pošti ali pritožbi. Nič ni bilo spremenjeno.
cli-report-counted = { $message }: o pošti računa { $account }, upoštevano.
cli-report-nothing-new = { $message }: o pošti računa { $account }, nič novega.
cli-report-no-message = { $message }: ni o pošti, ki bi jo Postern videl v zadnjih dneh. Nič ni bilo spremenjeno.
cli-report-not-trusted = { $message }: pritožba, ki ne prihaja od zaupanja vrednega poročevalca. Nič ni bilo spremenjeno.
cli-report-no-maildir = { $folder } ni Maildir: nima map new in cur.

## postern user learn-contacts

event-contacts-learned = Stiki naučeni
cli-contacts-learned = Računi: { $accounts }. Naučeni stiki: { $contacts }
cli-contacts-bursts = Ure, v katerih je račun pisal več novim prejemnikom, kot dovoljuje meja, in iz katerih se ni nič naučilo: { $count }
cli-contacts-unknown = { $login } tukaj ni prijavno ime nikogar: nič ni bilo naučeno.
