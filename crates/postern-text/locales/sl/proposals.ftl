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

mass-guard-now = Od { $since } želijo pravila hkrati omejiti pošiljanje preveč računom. Nadaljnje omejitve so samo predlagane.
mass-guard-counted = Računi, ki jih pravila od takrat želijo omejiti: { $count }
mass-guard-proposals = Predlagane omejitve pošiljanja, ki čakajo na skrbnika: { $count }
mass-guard-look = Predloge pokaže ukaz: { $command }

mail-guard-subject = Pravila želijo omejiti zelo veliko računov
mail-guard-first-line = Od { $since } so nadaljnje omejitve pošiljanja samo predlagane. O njih odloča skrbnik.
mail-guard-counted = Računi, ki so jih pravila želela omejiti v desetih minutah: { $count }
mail-guard-limit = Toliko računov je omejenih brez skrbnika: { $count }
mail-guard-means = Pošta preostalih računov se pošilja, novim prejemnikom z zamikom. Stalne meje še vedno veljajo. Računi z dokazi dveh vrst, ki so skupaj vredni 100 točk, so vseeno omejeni.
mail-guard-step-look = 1. Poglejte, kaj je predlagano in zakaj:
mail-guard-step-dismiss = 2. Če je kakšno pravilo ali meja napačna, jo popravite in zavrnite predloge:
mail-guard-step-accept = 3. Če je to neželena pošta, sprejmite predloge:
