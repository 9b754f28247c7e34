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
