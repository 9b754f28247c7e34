# Odprte seje enega računa na poštnem strežniku in v skrbniškem središču.

point-mail-sessions = Seje poštnega strežnika
receipt-sessions = { $count ->
    [one] { $point }: končana { $count }, po { $latency }
    [two] { $point }: končani { $count }, po { $latency }
    [few] { $point }: končane { $count }, po { $latency }
   *[other] { $point }: končanih { $count }, po { $latency }
}
event-sessions-ended = Seje končane
refusal-sessions-out-of-reach = Seje poštnega strežnika niso povezane: v konfiguraciji ni razdelka [doveadm]. Nič ni spremenjeno.
config-no-doveadm = Brez [doveadm] se odprta seja nadaljuje tudi, ko je vpis blokiran ali geslo spremenjeno.
sessions-not-connected = Seje poštnega strežnika niso povezane: v konfiguraciji ni razdelka [doveadm].
sessions-unreadable = Sej poštnega strežnika ni mogoče prebrati. Vzrok: { $cause }
sessions-none = Nobena seja ni odprta.
sessions-without-sending = Seje pošiljanja niso navedene, ker zanje Postfixa ni mogoče vprašati. Ko je vpis blokiran, se končajo pri naslednjem prejemniku.
sessions-connections = Povezave
sessions-admin-centre = Skrbniško središče
sessions-ended = Odprte seje končane: { $account }
sessions-underway = Odločeno za račun { $account }. Poštni strežnik še ni odgovoril.
sessions-failed = Odločeno je, vendar še ni uspelo: { $cause }
sessions-note = Kdor pozna geslo, se lahko znova vpiše. Če želite komu preprečiti dostop, blokirajte vpis ali nastavite novo geslo: tudi to konča seje.
sessions-which = Katere seje
sessions-all = Vse seje
sessions-from = Samo seje z naslova { $source }
sessions-status-effects = Blokada konča odprte seje poštnih odjemalcev in velja ob naslednjem vpisu, tudi ko je Postern ustavljen.
