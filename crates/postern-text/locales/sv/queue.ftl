# E-postserverns kö: ett kontos e-post som har tagits emot och ännu inte levererats.

point-mail-queue = E-postkön
receipt-queue = { $count ->
    [one] { $point }: { $count } meddelande, efter { $latency }
   *[other] { $point }: { $count } meddelanden, efter { $latency }
}
event-mail-held = E-post kvarhållen i kön
event-mail-released = Kvarhållen e-post framsläppt
event-mail-deleted = E-post raderad ur kön
queue-state-held = Kvarhållet
queue-state-active = Levereras
queue-state-deferred = Väntar på nästa försök
queue-state-incoming = Nyss inkommet

refusal-nothing-queued-hold = Kön har ingen e-post från kontot som inte redan hålls kvar. Ingenting har ändrats.
refusal-nothing-queued-release = Ingen e-post från kontot hålls kvar i kön. Ingenting har ändrats.
refusal-nothing-queued-delete = Kön har ingen e-post från kontot. Ingenting har ändrats.
refusal-not-in-queue = Kontot har inget meddelande { $id } i kön. Det har lämnat kön eller tillhör någon annan. Ingenting har ändrats.
cli-error-queue-not-configured = E-postkön är inte ansluten: avsnittet [mail_queue] saknas i konfigurationen. Ingenting har ändrats.
cli-error-queue-unreadable = E-postkön kan inte läsas, och ingenting har ändrats. Orsak: { $cause }
cli-config-no-queue = Utan [mail_queue] går köad e-post från ett blockerat konto ut.

cli-head-delay = Senaste försöket
cli-head-recipients = Mottagare
cli-head-sender = Avsändare
cli-head-size = Byte
cli-queue-no-sender = ingen avsändare
cli-queue-empty = Kön har ingen e-post från { $account }.
cli-queue-counts = Meddelanden från { $account } i kön: { $count }. Kvarhållna: { $held }
cli-queue-more = Fler meddelanden än de som visas: { $count }
cli-queue-let-go = Så släpps kvarhållen e-post fram: { $command }
cli-queue-remove = Så raderas den: { $command }
cli-queue-ask = Det här kan inte ångras, och ingen får veta det. Skriv kontots adress för att radera meddelandena ovan ({ $count }): { $account }
cli-queue-held = E-post i kön från { $account } hålls kvar tills någon släpper fram eller raderar den
cli-queue-released = Kvarhållen e-post från { $account } är på väg
cli-queue-deleted = E-post i kön från { $account } är raderad. Ingen har fått någon studs.
cli-queue-underway = Beslutat för { $account }. Kön har inte svarat än; svaret kommer att stå under postern why.
cli-queue-failed = Det beslutades men gick inte att utföra: { $cause }

cli-sending-refused-since = Nekade sändningsförsök sedan { $since }: { $count }
cli-sending-last = De senaste meddelandena som släpptes igenom
cli-releases-lately = Blockeringar av sändning som någon har hävt för kontot under de senaste 30 dagarna: { $count }. Om det fortsätter, sök orsaken innan du häver nästa.

## The queue as pages

queue-hold = Håll kvar
queue-release = Släpp fram
queue-delete = Radera
queue-all = Alla meddelanden i kön
queue-select = Markera meddelandet { $id }
queue-ask-hold = { $count ->
    [one] Hålla kvar { $count } meddelande?
   *[other] Hålla kvar { $count } meddelanden?
}
queue-ask-release = { $count ->
    [one] Släppa fram { $count } meddelande?
   *[other] Släppa fram { $count } meddelanden?
}
queue-ask-delete = { $count ->
    [one] Radera { $count } meddelande för gott?
   *[other] Radera { $count } meddelanden för gott?
}
queue-yes-hold = Ja, håll kvar
queue-yes-release = Ja, släpp fram
queue-yes-delete = Ja, radera för gott
queue-note-hold = Kvarhållen e-post ligger i kön tills någon släpper fram eller raderar den.
queue-note-release = Framsläppt e-post levereras. En blockering av sändning förblir som den är.
queue-note-delete = Det här kan inte ångras, och ingen får veta det: varken avsändaren eller mottagarna.
queue-typed = Skriv kontots adress för att radera: { $account }
queue-typed-wrong = Det är inte kontots adress. Ingenting har raderats.
queue-none-chosen = Inget meddelande är markerat. Gå tillbaka till listan och markera några.
queue-too-many = Högst { $max } meddelanden kan markeras. Ingenting har ändrats. Markera färre, eller alla.
queue-nothing-left = Inget av meddelandena ligger kvar i kön så att det här skulle ändra något.
queue-underway = Beslutat för { $account }. Kön har inte svarat än. Öppna kön igen för att se vad som hände.
queue-decide = Håll kvar, släpp fram eller radera e-post i kön
