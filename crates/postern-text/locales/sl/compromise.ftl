## The suspicion score: what was seen of an account, put together

reason-compromise-score = Število točk suma je doseglo { $points }. Meja je { $limit }.
decision-alert-raised = Opozorilo
event-alert-raised = Opozorilo sproženo

# A score and what it does. Below it stands what it is made of.
score-none = Točke suma: { $score } od 100. To nima posledic.
score-alert = Točke suma: { $score } od 100. V dnevniku nadzora je zapisano kot opozorilo. Nič ni omejeno.
score-slow = Točke suma: { $score } od 100. Vsak nadaljnji nov prejemnik mora počakati.
score-until-next-day = Točke suma: { $score } od 100. Na tej ravni je pošiljanje omejeno do naslednjega dne.
score-until-released = Točke suma: { $score } od 100. Na tej ravni je pošiljanje omejeno, dokler ga skrbnik ne odblokira.
score-falls = Če ne bo opaženo nič novega, se ta raven konča { $when }.
# The line below an observation.
score-signal = Čas: { $when }. Točke takrat: { $points }, zdaj: { $now }

## What would have made the difference; the line stands below the evidence of a restriction

otherwise-wider-policy = To se ne bi zgodilo, če bi pravilnik za ta račun dovoljeval več prejemnikov.
otherwise-known-place = To se ne bi zgodilo, če bi vpis v račun prišel iz znanega vira.
otherwise-without = To se ne bi zgodilo brez tega opažanja: { $evidence }
otherwise-ends-by-itself = To bi se naslednji dan končalo samo, če bi vpis v račun prišel iz znanega vira.

## Where the score only reports; $command is what to type

cli-observed-score-slow = Upočasnjevanje po točkah suma se samo opazuje. Za takojšnjo uveljavitev: { $command }
cli-observed-score-restrict = Omejevanje po točkah suma se samo opazuje. Meje pošiljanja še vedno omejujejo. Za takojšnjo uveljavitev: { $command }

mail-alert-subject = Sumljiva dejavnost v računu { $account }
mail-alert-first-line = Kar je bilo v tem računu opaženo do { $when }, skupaj pomeni opozorilo.
mail-alert-step-restrict = 3. Če to ni lastnik, omejite pošiljanje in navedite utemeljitev:
mail-alert-once = O opozorilih za isti račun je v 24 urah največ eno sporočilo. Omejitev ima svoje sporočilo.
mail-alerts-more-subject = Dodatni računi z opozorilom: { $count }
mail-alerts-more-first-line = Največje število sporočil o opozorilih v eni uri: { $limit }. Od { $since } so bila opozorila brez sporočila.
mail-alerts-more-count = Računi z opozorilom in brez sporočila: { $count }
mail-alerts-more-look = Vsa opozorila so v dnevniku nadzora:
