## The suspicion score: what was seen of an account, put together

reason-compromise-score = Aizdomu punktu skaits sasniedza { $points }. Limits ir { $limit }.
decision-alert-raised = Brīdinājums
event-alert-raised = Brīdinājums izsaukts

# A score and what it does. Below it stands what it is made of.
score-none = Aizdomu punkti: { $score } no 100. Tam nav seku.
score-alert = Aizdomu punkti: { $score } no 100. Tas ir ierakstīts audita žurnālā kā brīdinājums. Nekas netiek ierobežots.
score-slow = Aizdomu punkti: { $score } no 100. Katram nākamajam jaunajam adresātam ir jāgaida.
score-until-next-day = Aizdomu punkti: { $score } no 100. Šajā līmenī sūtīšana ir ierobežota līdz nākamajai dienai.
score-until-released = Aizdomu punkti: { $score } no 100. Šajā līmenī sūtīšana ir ierobežota, kamēr administrators to nav atbloķējis.
score-falls = Ja nekas vairāk netiks konstatēts, šis līmenis beigsies: { $when }
# The line below an observation.
score-signal = Laiks: { $when }. Punkti toreiz: { $points }, tagad: { $now }

## What would have made the difference; the line stands below the evidence of a restriction

otherwise-wider-policy = Tas nebūtu noticis, ja kāda šim kontam paredzēta politika atļautu vairāk adresātu.
otherwise-known-place = Tas nebūtu noticis, ja pierakstīšanās kontā būtu notikusi no pazīstama avota.
otherwise-without = Tas nebūtu noticis bez šī novērojuma: { $evidence }
otherwise-ends-by-itself = Tas nākamajā dienā būtu beidzies pats, ja pierakstīšanās kontā būtu notikusi no pazīstama avota.

## Where the score only reports; $command is what to type

cli-observed-score-slow = Palēnināšana pēc aizdomu punktiem tiek tikai novērota. Lai to piemērotu tūlīt: { $command }
cli-observed-score-restrict = Ierobežošana pēc aizdomu punktiem tiek tikai novērota. Sūtīšanas limiti joprojām ierobežo. Lai to piemērotu tūlīt: { $command }

mail-alert-subject = Aizdomīgas darbības kontā { $account }
mail-alert-first-line = Par šo kontu konstatētais līdz { $when } kopā veido brīdinājumu.
mail-alert-step-restrict = 3. Ja tas nav īpašnieks, ierobežojiet sūtīšanu, norādot pamatojumu:
mail-alert-once = Par viena konta brīdinājumiem 24 stundās tiek sūtīts ne vairāk kā viens ziņojums. Par ierobežojumu ir atsevišķs ziņojums.
mail-alerts-more-subject = Vēl konti ar brīdinājumu: { $count }
mail-alerts-more-first-line = Vienā stundā tiek sūtīts ne vairāk ziņojumu par brīdinājumiem kā { $limit }. Kopš { $since } bija brīdinājumi bez ziņojuma.
mail-alerts-more-count = Konti ar brīdinājumu, bet bez ziņojuma: { $count }
mail-alerts-more-look = Visi brīdinājumi ir audita žurnālā:
