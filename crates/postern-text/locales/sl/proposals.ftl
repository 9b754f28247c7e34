# Zaščita pred množičnim omejevanjem. See the English file for what each message is for.

kind-sending-proposed = Predlagana omejitev pošiljanja
state-sending-proposed = Za račun { $account } je predlagana omejitev pošiljanja. Dokler skrbnik ne odloči, se pošta pošilja. Sporočila novim prejemnikom se pošiljajo z zamikom.
state-sending-proposed-until = Za račun { $account } je predlagana omejitev pošiljanja. Dokler skrbnik ne odloči, se pošta pošilja. Sporočila novim prejemnikom se pošiljajo z zamikom. Predlog velja do { $until }.
event-mass-guard-started = Zaščita pred množičnim omejevanjem se je začela
event-mass-guard-ended = Zaščita pred množičnim omejevanjem se je končala
refusal-nothing-proposed = Za ta račun ni predlagana nobena omejitev pošiljanja. Ničesar ni mogoče sprejeti ali zavrniti.

cli-no-proposals = Ni predlogov za omejitev pošiljanja.
cli-done-dismissed = Predlog za račun { $account } je zavrnjen. Pošiljanje ostaja odprto.
cli-why-accept = Pošiljanje po predlogu omeji ukaz: { $command }
cli-why-dismiss = Predlog zavrne ukaz: { $command }

cli-proposals-needs-yes = Predlogi za odločitev: { $count }. Nikogar ni, ki bi odgovoril, in nič ni bilo spremenjeno. Poglejte z ukazom { $command }, nato dodajte --yes.
cli-proposals-ask = Predlogi za odločitev: { $count }. Za nadaljevanje vnesite to število:
cli-proposals-not = O nobenem predlogu ni bilo odločeno.
cli-proposals-perhaps-more = Tu so le prvi predlogi, njihovo število: { $limit }. Za preostale ukaz zaženite znova.
cli-proposals-failed-one = Ni odločeno: { $account }. Razlog: { $cause }
cli-proposals-failed = Predlogi, o katerih ni bilo odločeno: { $count }
