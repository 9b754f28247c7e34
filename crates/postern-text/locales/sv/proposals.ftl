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
