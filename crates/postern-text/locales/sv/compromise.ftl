## The suspicion score: what was seen of an account, put together

reason-compromise-score = Misstankepoängen nådde { $points }. Gränsen är { $limit }.
decision-alert-raised = Larm
event-alert-raised = Larm utlöst

# A score and what it does. Below it stands what it is made of.
score-none = Misstankepoäng: { $score } av 100. Det har ingen följd.
score-alert = Misstankepoäng: { $score } av 100. Det finns som larm i granskningsloggen. Ingenting blockeras.
score-slow = Misstankepoäng: { $score } av 100. Varje ytterligare ny mottagare får vänta.
score-until-next-day = Misstankepoäng: { $score } av 100. På den här nivån blockeras sändningen till nästa dag.
score-until-released = Misstankepoäng: { $score } av 100. På den här nivån blockeras sändningen tills en administratör häver blockeringen.
score-falls = Om inget mer noteras upphör nivån { $when }.
# The line below an observation.
score-signal = Tid: { $when }. Poäng då: { $points }, nu: { $now }

## What would have made the difference; the line stands below the evidence of a restriction

otherwise-wider-policy = Detta hade inte hänt om en policy för kontot hade tillåtit fler mottagare.
otherwise-known-place = Detta hade inte hänt om kontot hade loggat in från en bekant källa.
otherwise-without = Detta hade inte hänt utan den här iakttagelsen: { $evidence }
otherwise-ends-by-itself = Detta hade upphört av sig självt nästa dag om kontot hade loggat in från en bekant källa.

## Where the score only reports; $command is what to type

cli-observed-score-slow = Bromsning efter misstankepoäng observeras bara. För att tillämpa den nu: { $command }
cli-observed-score-restrict = Blockering efter misstankepoäng observeras bara. Gränserna för sändning blockerar ändå. För att tillämpa den nu: { $command }

mail-alert-subject = { $account }: misstänkt aktivitet
mail-alert-first-line = Det som har setts av kontot till och med { $when } räcker till ett larm.
mail-alert-step-restrict = 3. Om det inte är ägaren, blockera sändningen, med din motivering:
mail-alert-once = Om larm för samma konto kommer högst ett meddelande på 24 timmar. En blockering har ett eget meddelande.
mail-alerts-more-subject = Konton med larm: ytterligare { $count }
mail-alerts-more-first-line = På en timme kommer högst { $limit } meddelanden om larm. Sedan { $since } har det funnits larm utan meddelande.
mail-alerts-more-count = Konton med larm men utan meddelande: { $count }
mail-alerts-more-look = Alla larm finns i granskningsloggen:
