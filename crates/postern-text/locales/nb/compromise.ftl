## The suspicion score: what was seen of an account, put together

reason-compromise-score = Mistankepoengene nådde { $points }. Grensen er { $limit }.
decision-alert-raised = Varsel
event-alert-raised = Varsel utløst

# A score and what it does. Below it stands what it is made of.
score-none = Mistankepoeng: { $score } av 100. Det har ingen følge.
score-alert = Mistankepoeng: { $score } av 100. Det finnes som varsel i revisjonsloggen. Ingenting blokkeres.
score-slow = Mistankepoeng: { $score } av 100. Hver ny mottaker til må vente.
score-until-next-day = Mistankepoeng: { $score } av 100. På dette nivået blokkeres sending til neste dag.
score-until-released = Mistankepoeng: { $score } av 100. På dette nivået blokkeres sending til en administrator fjerner blokkeringen.
score-falls = Hvis ikke mer blir observert, tar nivået slutt { $when }.
# The line below an observation.
score-signal = Tid: { $when }. Poeng da: { $points }, nå: { $now }

## What would have made the difference; the line stands below the evidence of a restriction

otherwise-wider-policy = Dette ville ikke ha skjedd hvis en policy for kontoen hadde tillatt flere mottakere.
otherwise-known-place = Dette ville ikke ha skjedd hvis kontoen hadde logget på fra en kjent kilde.
otherwise-without = Dette ville ikke ha skjedd uten denne observasjonen: { $evidence }
otherwise-ends-by-itself = Dette ville ha tatt slutt av seg selv neste dag hvis kontoen hadde logget på fra en kjent kilde.

## Where the score only reports; $command is what to type

cli-observed-score-slow = Bremsing etter mistankepoeng blir bare observert. For å håndheve den nå: { $command }
cli-observed-score-restrict = Blokkering etter mistankepoeng blir bare observert. Grensene for sending blokkerer likevel. For å håndheve den nå: { $command }

mail-alert-subject = { $account }: mistenkelig aktivitet
mail-alert-first-line = Det som er sett av kontoen til og med { $when }, gir til sammen et varsel.
mail-alert-step-restrict = 3. Hvis det ikke er eieren, blokker sendingen, med begrunnelsen din:
mail-alert-once = Om varsler for samme konto kommer det høyst én melding på 24 timer. En blokkering har sin egen melding.
mail-alerts-more-subject = Kontoer med varsel: { $count } til
mail-alerts-more-first-line = På én time kommer det høyst { $limit } meldinger om varsler. Siden { $since } har det vært varsler uten melding.
mail-alerts-more-count = Kontoer med varsel, men uten melding: { $count }
mail-alerts-more-look = Alle varsler finnes i revisjonsloggen:
