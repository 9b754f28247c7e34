# Policyer som sider: verdier i grupper, hva en endring gjør, forhåndsinnstillinger. See the English file for what each message is for.
admin-nav-policies = Policyer
policy-tabs = Deler av policyene
policy-tab-sign-in = Pålogging
policy-tab-score = Mistanke
policy-tab-rest = Observasjon og lagring
policy-lede = { $count ->
    [0] Alle verdier er standard.
    [one] { $count } verdi avviker fra standard.
   *[other] { $count } verdier avviker fra standard.
}
policy-head-now = Nå
policy-head-then = Deretter
policy-head-before = Tidligere
policy-differs = avviker fra standard
policy-range = { $min } til { $max }
policy-hint = Standard: { $default }. Tillatt: { $min } til { $max }
policy-change = Endre
policy-change-title = Endre: { $group }
policy-change-lede = Ingenting endres før du har sett listen over endringer og valgt Ja.
policy-see-changes = Vis hva som endres
policy-preview-title = { $count ->
    [0] Ingenting endres
    [one] { $count } verdi endres
   *[other] { $count } verdier endres
}
policy-refused-title = Disse verdiene godtas ikke
policy-not-a-number = «{ $name }» tar et heltall. Oppgitt: «{ $given }»
policy-out-of-range = «{ $name }» kan være { $min } til { $max }. Oppgitt: { $given }
policy-unknown-name = Det finnes ingen verdi med navnet «{ $name }».
policy-quoted = «{ $name }»
policy-back-to-form = Tilbake til skjemaet
policy-yes = Ja, endre
policy-meanwhile = I mellomtiden har noen andre endret en av disse verdiene. Les listen på nytt.
policy-done = { $count ->
    [one] { $count } verdi er endret.
   *[other] { $count } verdier er endret.
}
policy-undo = Angre
policy-on = På
policy-off = Av
policy-percent = { $number } %
policy-times = { $number } ×
policy-unit-seconds = i sekunder
policy-unit-milliseconds = i millisekunder
policy-unit-percent = i prosent
policy-unit-days = i døgn
policy-group-locks = Låsing av kontoer
policy-group-sources = Sperring av kilder
policy-group-spray = Mange kontoer prøves samtidig
policy-group-sending = Grenser for sending
policy-group-watched = Kontoer som følges nøye, er frigitt eller eldre
policy-group-score = Mistankepoeng
policy-group-guard = Sperren mot masseblokkering
policy-group-history = Hva som beholdes
policy-group-password = Passord
policy-group-observe = Bare observere
policy-presets = Forhåndsinnstillinger
policy-head-preset = Forhåndsinnstilling
policy-head-changes = Ville endre
policy-preset-changes = { $count ->
    [0] Gjelder allerede
    [one] { $count } verdi
   *[other] { $count } verdier
}
policy-preset-look = Sammenlign
policy-what-if = Hva ville ha skjedd?
policy-try = E-posten fra de siste 30 dagene, vurdert etter begge. Skriv dette på serveren, der e-postloggen er. Det endrer ingenting.
policy-past = { $count ->
    [0] Ingen blokkering de siste 30 dagene skyldtes «{ $name }».
    [one] Blokkeringer de siste 30 dagene på grunn av «{ $name }»: { $count }. Den nye grensen var ikke overskredet i det øyeblikket: { $within }. Den kunne ha blitt det senere.
   *[other] Blokkeringer de siste 30 dagene på grunn av «{ $name }»: { $count }. Den nye grensen var ikke overskredet i det øyeblikket: { $within }. Den kunne ha blitt det senere.
}
policy-trial-counts = Kontoer de siste 30 dagene
policy-trial-basis = Beregnet ut fra summene som lagres for hver konto i intervaller på ti minutter, siden { $since }. De viser verken hvor noen logget på fra, eller andre tegn, så det som virkelig skjedde, kan avvike.
policy-trial-part = Undersøkte kontoer, tilfeldig valgt: { $count }. Det finnes flere.
policy-trial-none = Ingen e-post er talt de siste 30 dagene.
policy-trial-go = Se på de siste 30 dagene
policy-trial-named = Blokkeres med de nye verdiene
policy-trial-perhaps = Blokkeres bare hvis e-post som ble avvist den gangen, hadde gått videre til nye mottakere: { $count }.
policy-trial-only-if = Bare hvis e-post som ble avvist den gangen, hadde gått videre til nye mottakere.
policy-trial-also = Også med dagens verdier.

## Policies for some accounts

scoped-title = Policyer for enkelte kontoer
scoped-tab = For enkelte kontoer
scoped-lede = { $count ->
    [one] { $count } policy setter grenser for sending for enkelte kontoer.
   *[other] { $count } policyer setter grenser for sending for enkelte kontoer. De prøves fra det laveste tallet, og den første som omfatter en konto, gjelder.
}
scoped-held-by = { $count ->
    [0] Policyen gjelder nå ikke for noen konto.
    [one] Policyen gjelder nå for { $count } konto.
   *[other] Policyen gjelder nå for { $count } kontoer.
}
scoped-users = Brukere
scoped-domains = Domener
scoped-kinds = Kontotyper
scoped-sort = { $sort }: { $names }
scoped-new = Ny policy for enkelte kontoer
scoped-form-lede = Ingenting endres før du har sett hvem det gjelder, og valgt Ja.
scoped-name-hint = a til z, 0 til 9, - og _. Det kan ikke endres senere.
scoped-priority-hint = Det laveste tallet prøves først.
scoped-whom = Hvem den gjelder
scoped-whom-hint = De som passer til hvert utfylt felt. Ett navn på hver linje.
scoped-except-hint = De som passer til et av disse feltene, holdes utenfor.
scoped-values = Hva den setter
scoped-values-hint = Et tomt felt betyr standardpolicyens verdi.
scoped-hint = Standardpolicyen: { $site }. Tillatt: { $min } til { $max }
scoped-until-hint = Tomt: til noen fjerner den.
scoped-see = Vis hvem det gjelder
scoped-no-such-user = Brukeren { $user } finnes ikke. Ingenting er endret.
scoped-priority-wrong = Prioriteten er et heltall. Ingenting er endret.
scoped-preview-title = Policyen { $name }, slik den ville bli
scoped-touches = Hvem det gjelder
scoped-touch = { $count ->
    [0] Den ville akkurat nå ikke gjelde for noen konto.
    [one] Den ville gjelde for { $count } konto.
   *[other] Den ville gjelde for { $count } kontoer.
}
scoped-moves = Kontoer som kommer til: { $joining }. Kontoer som faller fra: { $leaving }
scoped-yes = Ja, la den gjelde
scoped-remove-title = Fjerne policyen { $name }?
scoped-remove-touch = { $count ->
    [0] Den gjelder nå ikke for noen konto.
    [one] Den gjelder nå for { $count } konto. For kontoen gjelder deretter neste policy som omfatter den, eller standardpolicyen.
   *[other] Den gjelder nå for { $count } kontoer. For hver av dem gjelder deretter neste policy som omfatter den, eller standardpolicyen.
}
scoped-remove-yes = Ja, fjern den
scoped-mailing = Planlegg en utsendelse
scoped-mailing-lede = Kontoen kan skrive til flere mottakere en periode. Grensene etter pålogginger fra fremmede steder forblir som de er.
scoped-recipients = Til hvor mange mottakere
scoped-recipients-wrong = Skriv et heltall, minst 1. Ingenting er endret.
scoped-mailing-yes = Ja, planlegg den
scoped-user = Policy for sending
scoped-tried-yes = { $name }, prioritet { $priority }: omfatter kontoen og gjelder derfor
scoped-tried-no = { $name }, prioritet { $priority }: omfatter ikke kontoen
scoped-differs = { $name }: { $value }. Standardpolicyen: { $site }
