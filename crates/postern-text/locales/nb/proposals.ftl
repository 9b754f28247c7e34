# Sperren mot masseblokkering. See the English file for what each message is for.

kind-sending-proposed = Blokkering av sending foreslått
state-sending-proposed = Det er foreslått å blokkere sendingen for { $account }. Inntil en administrator har bestemt seg, sendes e-posten. E-post til nye mottakere forsinkes.
state-sending-proposed-until = Det er foreslått å blokkere sendingen for { $account }. Inntil en administrator har bestemt seg, sendes e-posten. E-post til nye mottakere forsinkes. Forslaget opphører { $until }.
event-mass-guard-started = Sperren mot masseblokkering begynte
event-mass-guard-ended = Sperren mot masseblokkering opphørte
refusal-nothing-proposed = Det er ikke foreslått å blokkere sendingen for denne kontoen. Det er ingenting å godta eller avvise.

cli-no-proposals = Det er ikke foreslått å blokkere sending for noen konto.
cli-done-dismissed = Forslaget er avvist for { $account }. Sendingen forblir åpen.
cli-why-accept = For å blokkere sendingen som foreslått: { $command }
cli-why-dismiss = For å avvise forslaget: { $command }

cli-proposals-needs-yes = Forslag å ta stilling til: { $count }. Det er ingen å spørre, og ingenting er endret. Se med { $command }, og legg deretter til --yes.
cli-proposals-ask = Forslag å ta stilling til: { $count }. Skriv antallet for å fortsette:
cli-proposals-not = Ingen forslag er avgjort.
cli-proposals-perhaps-more = Her er de første { $limit } forslagene. Kjør kommandoen på nytt for dem som følger.
cli-proposals-failed-one = Ikke avgjort: { $account }. Årsak: { $cause }
cli-proposals-failed = Forslag som ikke ble avgjort: { $count }

mass-guard-now = Siden { $since } vil reglene blokkere sendingen for altfor mange kontoer samtidig. Ytterligere blokkeringer blir bare foreslått.
mass-guard-counted = Kontoer som reglene vil blokkere siden da: { $count }
mass-guard-proposals = Foreslåtte blokkeringer av sending som venter på en administrator: { $count }
mass-guard-look = For å se hva som er foreslått: { $command }

mail-guard-subject = Reglene vil blokkere svært mange kontoer
mail-guard-first-line = Siden { $since } blir ytterligere blokkeringer av sending bare foreslått. En administrator avgjør dem.
mail-guard-counted = Kontoer som reglene ville blokkere innen ti minutter: { $count }
mail-guard-limit = Så mange blokkeres uten en administrator: { $count }
mail-guard-means = E-posten fra de øvrige kontoene sendes, til nye mottakere med forsinkelse. De faste grensene gjelder fortsatt. Kontoer med indisier av to slag som til sammen er verdt 100 poeng, blokkeres likevel.
mail-guard-step-look = 1. Se hva som er foreslått, og hvorfor:
mail-guard-step-dismiss = 2. Hvis en regel eller en grense er feil, rett den og avvis forslagene:
mail-guard-step-accept = 3. Hvis det er søppelpost, godta forslagene:
