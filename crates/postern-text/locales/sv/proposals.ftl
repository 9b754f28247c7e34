# Spärren mot massblockering. See the English file for what each message is for.

kind-sending-proposed = Blockering av sändning föreslagen
state-sending-proposed = Det finns ett förslag om att blockera sändningen för { $account }. Tills en administratör har bestämt skickas e-posten. E-post till nya mottagare fördröjs.
state-sending-proposed-until = Det finns ett förslag om att blockera sändningen för { $account }. Tills en administratör har bestämt skickas e-posten. E-post till nya mottagare fördröjs. Förslaget upphör { $until }.
event-mass-guard-started = Spärren mot massblockering började
event-mass-guard-ended = Spärren mot massblockering upphörde
refusal-nothing-proposed = Det finns inget förslag om att blockera sändningen för det här kontot. Det finns inget att godta eller avvisa.

cli-no-proposals = Det finns inga förslag om att blockera sändning.
cli-done-dismissed = Förslaget är avvisat för { $account }. Sändningen förblir öppen.
cli-why-accept = För att blockera sändningen enligt förslaget: { $command }
cli-why-dismiss = För att avvisa förslaget: { $command }

cli-proposals-needs-yes = Förslag att ta ställning till: { $count }. Det finns ingen att fråga, och ingenting har ändrats. Titta med { $command } och lägg sedan till --yes.
cli-proposals-ask = Förslag att ta ställning till: { $count }. Skriv antalet för att fortsätta:
cli-proposals-not = Inget förslag har avgjorts.
cli-proposals-perhaps-more = Här är de första { $limit } förslagen. Kör kommandot igen för dem som följer.
cli-proposals-failed-one = Inte avgjort: { $account }. Orsak: { $cause }
cli-proposals-failed = Förslag som inte avgjordes: { $count }

mass-guard-now = Sedan { $since } vill reglerna blockera sändningen för alltför många konton samtidigt. Ytterligare blockeringar föreslås bara.
mass-guard-counted = Konton som reglerna vill blockera sedan dess: { $count }
mass-guard-proposals = Föreslagna blockeringar av sändning som väntar på en administratör: { $count }
mass-guard-look = För att se vad som föreslås: { $command }

mail-guard-subject = Reglerna vill blockera väldigt många konton
mail-guard-first-line = Sedan { $since } föreslås ytterligare blockeringar av sändning bara. En administratör bestämmer om dem.
mail-guard-counted = Konton som reglerna ville blockera inom tio minuter: { $count }
mail-guard-limit = Så många blockeras utan en administratör: { $count }
mail-guard-means = E-posten från de övriga kontona skickas, till nya mottagare med fördröjning. De fasta gränserna gäller fortfarande. Konton med indicier av två slag som tillsammans är värda 100 poäng blockeras ändå.
mail-guard-step-look = 1. Se vad som föreslås och varför:
mail-guard-step-dismiss = 2. Om en regel eller en gräns är fel, rätta den och avvisa förslagen:
mail-guard-step-accept = 3. Om det är skräppost, godta förslagen:
