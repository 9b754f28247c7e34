# Diagnosen: hva noen klager over, hva som ble kontrollert, og hva som ligger bak. See the English file for what each message is for.

symptom-anything = Noe annet, eller vet ikke
symptom-cannot-sign-in = Kan ikke logge på
symptom-cannot-send = Kan ikke sende e-post
symptom-cannot-receive = E-post kommer ikke fram
symptom-mail-bounces = Sendt e-post kommer tilbake
symptom-password-not-accepted = Passordet godtas ikke
symptom-keeps-being-locked = Låses gang på gang
symptom-forwarding-unknown = E-post videresendes uten at eieren vet om det
symptom-rules-unknown = Regler flytter eller sletter e-post uten at eieren vet om det
symptom-no-reset-mail = E-posten for nytt passord kommer ikke

symptom-cannot-sign-in-words = logge på, logge inn, logger, pålogging, påloggingen, komme inn, utestengt, blokkert konto
symptom-cannot-send-words = sende, sender, sending, utgående, begrenset, begrensede
symptom-cannot-receive-words = motta, mottar, får ingen e-post, får ikke e-post, innkommende, kommer ikke fram, mangler e-post
symptom-mail-bounces-words = retur, returneres, kommer tilbake, avvises, sprett, 5.1.8, 5.7.1
symptom-password-not-accepted-words = passord, passordet, feil passord, passordet godtas
symptom-keeps-being-locked-words = låst, låses, låst ute, utelåst, låse opp, låser
symptom-forwarding-unknown-words = videresende, videresending, videresendes, videresendt, omdirigere
symptom-rules-unknown-words = regel, regler, filter, sieve, forsvinner, slettes
symptom-no-reset-mail-words = tilbakestillingskode, tilbakestillingslenke, kode kommer, ingen kode, koden

check-sign-in-door = Låsinger og blokkeringer av pålogging
check-password = Midlertidig eller utløpt passord
check-protocols = Avslåtte protokoller
check-sources = Sperrede kilder
check-attempts = Mislykkede pålogginger de siste dagene
check-sending-door = Begrensninger av sending
check-queue = E-postkøen
check-deliveries = Svar fra andre e-postservere
check-rules = Videresending og regler
check-recovery = Eierens veier tilbake
check-exports = Endringer i kraft på e-postserveren
check-gates = Spørsmål fra e-postserveren
check-ourselves = Klokken og lagringen til Postern
check-policies = Policyendringer de siste dagene

diagnosis-is-fine = ingenting funnet
diagnosis-not-connected = ikke kontrollert: ikke koblet til
diagnosis-late = ikke kontrollert: ikke svar i tide
diagnosis-failed = ikke kontrollert. Årsak: { $cause }
diagnosis-mark-cause = Årsak:
diagnosis-mark-fine = I orden:
diagnosis-mark-unknown = Ukjent:

diagnosis-nothing = Postern finner ingenting som hindrer { $account }.
diagnosis-nothing-but-unknown = Postern finner ingenting som hindrer { $account }, men ikke alt kunne kontrolleres.

diagnosis-since-by = Siden: { $when }. Av: { $actor }
cause-mistyped = { $count ->
    [one] { $count } pålogging med feil passord. Sist: { $last }
   *[other] { $count } pålogginger med feil passord. Sist: { $last }
}
cause-place-blocked = Pålogging for { $account } fra { $address } avvises, fordi kilden { $network } er sperret.
cause-password-elsewhere = Passordet til kontoen { $account } ligger utenfor Postern og kan derfor verken kontrolleres eller tilbakestilles her.
cause-mailing-not-planned = Ingen utsendelse er planlagt for kontoen { $account }, så grensen på { $limit } mottakere gjelder. Talt: { $count }
cause-mail-held = { $count ->
    [one] { $count } melding fra kontoen holdes tilbake i køen.
   *[other] { $count } meldinger fra kontoen holdes tilbake i køen.
}
cause-mail-waits = { $count ->
    [one] { $count } melding fra kontoen venter i køen på neste forsøk.
   *[other] { $count } meldinger fra kontoen venter i køen på neste forsøk.
}
cause-taken-for-spam = { $count ->
    [one] Andre e-postservere avviste e-post fra kontoen som søppelpost: { $count } mottaker på 24 timer.
   *[other] Andre e-postservere avviste e-post fra kontoen som søppelpost: { $count } mottakere på 24 timer.
}
cause-refused-elsewhere = { $count ->
    [one] Andre e-postservere avviste e-post fra kontoen: { $count } mottaker på 24 timer.
   *[other] Andre e-postservere avviste e-post fra kontoen: { $count } mottakere på 24 timer.
}
cause-hiding-rule = En regel i postkassen skjuler e-post. Skript: { $script }, linje { $line }
cause-no-address = Ingen alternativ adresse er registrert for kontoen { $account }, så ingen e-post for nytt passord kan sendes.
cause-address-unconfirmed = Den alternative adressen til kontoen { $account } er ikke bekreftet, så ingen e-post for nytt passord sendes dit.
cause-address-does-not-count = Den alternative adressen til kontoen { $account } teller ikke nå: den ble lagt til etter noe mistenkelig, eller e-posten dit fører tilbake til kontoen.
cause-no-public-page = Den offentlige adressen til Postern (web.public_url) er ikke angitt, så ingen lenke kan sendes.
cause-export-late = En endring for kontoen { $account } er ikke i kraft ennå. Sted: { $point }. Venter siden: { $since }. Årsak: { $problem }
cause-cannot-save = Postern kan ikke lagre endringer. Siden: { $since }
cause-policy-changed = En policy ble endret. Tid: { $when }. Av: { $actor }

cli-diagnosis-asked = Problem: { $symptom }
cli-diagnosis-next = Neste trinn: { $command }
cli-diagnosis-looked-at = Kontrollert
cli-diagnosis-clock = still systemklokken og se hvor mye ledig diskplass det er
cli-diagnosis-keeper = bytt passordet der det ligger
