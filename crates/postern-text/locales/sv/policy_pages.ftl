# Policyer som sidor: värden i grupper, vad en ändring gör, förinställningar. See the English file for what each message is for.
admin-nav-policies = Policyer
policy-tabs = Delar av policyerna
policy-tab-sign-in = Inloggning
policy-tab-score = Misstanke
policy-tab-rest = Observation och lagring
policy-lede = { $count ->
    [0] Alla värden är standard.
    [one] { $count } värde skiljer sig från standard.
   *[other] { $count } värden skiljer sig från standard.
}
policy-head-now = Nu
policy-head-then = Sedan
policy-head-before = Tidigare
policy-differs = skiljer sig från standard
policy-range = { $min } till { $max }
policy-hint = Standard: { $default }. Tillåtet: { $min } till { $max }
policy-change = Ändra
policy-change-title = Ändra: { $group }
policy-change-lede = Ingenting ändras förrän du har sett listan över ändringar och valt Ja.
policy-see-changes = Visa vad som ändras
policy-preview-title = { $count ->
    [0] Ingenting ändras
    [one] { $count } värde ändras
   *[other] { $count } värden ändras
}
policy-refused-title = De här värdena godtas inte
policy-not-a-number = ”{ $name }” tar ett heltal. Angivet: ”{ $given }”
policy-out-of-range = ”{ $name }” kan vara { $min } till { $max }. Angivet: { $given }
policy-unknown-name = Det finns inget värde med namnet ”{ $name }”.
policy-quoted = ”{ $name }”
policy-back-to-form = Tillbaka till formuläret
policy-yes = Ja, ändra
policy-meanwhile = Under tiden har någon annan ändrat ett av dessa värden. Läs listan igen.
policy-done = { $count ->
    [one] { $count } värde är ändrat.
   *[other] { $count } värden är ändrade.
}
policy-undo = Ångra
policy-on = På
policy-off = Av
policy-percent = { $number } %
policy-times = { $number } ×
policy-unit-seconds = i sekunder
policy-unit-milliseconds = i millisekunder
policy-unit-percent = i procent
policy-unit-days = i dygn
policy-group-locks = Låsning av konton
policy-group-sources = Spärrar av källor
policy-group-spray = Många konton prövas samtidigt
policy-group-sending = Gränser för sändning
policy-group-watched = Bevakade, frisläppta och äldre konton
policy-group-score = Misstankepoäng
policy-group-guard = Spärren mot massblockering
policy-group-history = Vad som sparas
policy-group-password = Lösenord
policy-group-observe = Bara observera
policy-presets = Förinställningar
policy-head-preset = Förinställning
policy-head-changes = Skulle ändra
policy-preset-changes = { $count ->
    [0] Gäller redan
    [one] { $count } värde
   *[other] { $count } värden
}
policy-preset-look = Jämför
policy-what-if = Vad hade hänt?
policy-try = De senaste 30 dagarnas e-post, bedömd enligt båda. Skriv detta på servern, där e-postloggen finns. Det ändrar ingenting.
policy-past = { $count ->
    [0] Ingen blockering de senaste 30 dagarna berodde på ”{ $name }”.
    [one] Blockeringar de senaste 30 dagarna på grund av ”{ $name }”: { $count }. Den nya gränsen överskreds inte i den stunden: { $within }. Det kunde ha skett senare.
   *[other] Blockeringar de senaste 30 dagarna på grund av ”{ $name }”: { $count }. Den nya gränsen överskreds inte i den stunden: { $within }. Det kunde ha skett senare.
}
policy-trial-counts = Konton de senaste 30 dagarna
policy-trial-basis = Beräknat på de summor som sparas för varje konto i intervall om tio minuter, sedan { $since }. De visar varken varifrån någon loggade in eller andra tecken, så det som verkligen hände kan skilja sig.
policy-trial-part = Undersökta konton, slumpmässigt valda: { $count }. Det finns fler.
policy-trial-none = Ingen e-post har räknats de senaste 30 dagarna.
policy-trial-go = Titta på de senaste 30 dagarna
policy-trial-named = Blockeras med de nya värdena
policy-trial-perhaps = Blockeras bara om e-post som då avvisades hade gått vidare till nya mottagare: { $count }.
policy-trial-only-if = Bara om e-post som då avvisades hade gått vidare till nya mottagare.
policy-trial-also = Även med dagens värden.

## Policies for some accounts

scoped-title = Policyer för vissa konton
scoped-tab = För vissa konton
scoped-lede = { $count ->
    [one] { $count } policy anger gränser för sändning för vissa konton.
   *[other] { $count } policyer anger gränser för sändning för vissa konton. De prövas från det lägsta talet, och den första som omfattar ett konto gäller.
}
scoped-held-by = { $count ->
    [0] Policyn gäller just nu inte för något konto.
    [one] Policyn gäller nu för { $count } konto.
   *[other] Policyn gäller nu för { $count } konton.
}
scoped-users = Användare
scoped-domains = Domäner
scoped-kinds = Typer av konto
scoped-sort = { $sort }: { $names }
scoped-new = Ny policy för vissa konton
scoped-form-lede = Ingenting ändras förrän du har sett vilka som berörs och valt Ja.
scoped-name-hint = a till z, 0 till 9, - och _. Det kan inte ändras senare.
scoped-priority-hint = Det lägsta talet prövas först.
scoped-whom = Vem den gäller
scoped-whom-hint = De som passar in på varje ifyllt fält. Ett namn på varje rad.
scoped-except-hint = De som passar in på något av de här fälten lämnas utanför.
scoped-values = Vad den anger
scoped-values-hint = Ett tomt fält betyder standardpolicyns värde.
scoped-hint = Standardpolicyn: { $site }. Tillåtet: { $min } till { $max }
scoped-until-hint = Tomt: tills någon tar bort den.
scoped-see = Visa vilka som berörs
scoped-no-such-user = Användaren { $user } finns inte. Ingenting har ändrats.
scoped-priority-wrong = Prioriteten är ett heltal. Ingenting har ändrats.
scoped-preview-title = Policyn { $name }, som den skulle bli
scoped-touches = Vilka som berörs
scoped-touch = { $count ->
    [0] Den skulle just nu inte gälla för något konto.
    [one] Den skulle gälla för { $count } konto.
   *[other] Den skulle gälla för { $count } konton.
}
scoped-moves = Konton som tillkommer: { $joining }. Konton som faller bort: { $leaving }
scoped-yes = Ja, låt den gälla
scoped-remove-title = Ta bort policyn { $name }?
scoped-remove-touch = { $count ->
    [0] Den gäller just nu inte för något konto.
    [one] Den gäller nu för { $count } konto. För kontot gäller sedan nästa policy som omfattar det, eller standardpolicyn.
   *[other] Den gäller nu för { $count } konton. För vart och ett gäller sedan nästa policy som omfattar det, eller standardpolicyn.
}
scoped-remove-yes = Ja, ta bort den
scoped-mailing = Planera ett utskick
scoped-mailing-lede = Kontot får skriva till fler mottagare under en tid. Gränserna efter inloggningar från främmande platser förblir som de är.
scoped-recipients = Till hur många mottagare
scoped-recipients-wrong = Skriv ett heltal, minst 1. Ingenting har ändrats.
scoped-mailing-yes = Ja, planera det
scoped-user = Policy för sändning
scoped-tried-yes = { $name }, prioritet { $priority }: omfattar kontot och gäller därför
scoped-tried-no = { $name }, prioritet { $priority }: omfattar inte kontot
scoped-differs = { $name }: { $value }. Standardpolicyn: { $site }
