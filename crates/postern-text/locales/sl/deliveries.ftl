## Kako je bila sprejeta pošta navzven, po poštnem dnevniku

cli-why-deliveries = Zunaj organizacije, zadnjih 24 ur: dostavljeno { $delivered }, naslov ne obstaja { $missing }, zavrnjeno kot neželena pošta { $spam }, zavrnjeno iz drugega razloga { $refused }, odloženo { $later }
cli-health-mail-log-read = Poštni dnevnik: se sproti bere
cli-health-mail-log-unreadable = Poštni dnevnik: ni ga mogoče brati, zato se izidi dostave ne štejejo. Vzrok je v lastnem dnevniku Posterna.
