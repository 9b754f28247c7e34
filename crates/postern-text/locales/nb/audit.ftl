# Revisjonsloggen som side. See the English file for what each message is for.

## The page

admin-nav-head-happened = Hva som har skjedd
audit-lede = Hva personer, programmer, regler og tiden har endret, det nyeste først.
audit-filter = Filtrer
audit-filter-clear = Tøm filteret
audit-none = Ingenting i revisjonsloggen passer.
audit-by-anyone = Hvem som helst
audit-by-people = Personer og programmer
audit-actor = Brukernavn, root eller program
audit-event-any = Alle hendelser
audit-from = Fra dag
audit-to = Til dag
audit-no-account = Ingen konto heter «{ $name }». Nummeret til en slettet konto finner radene dens.
audit-no-day = Skriv dagen som år, måned og dag: 2026-11-21.
audit-all = Alt i revisjonsloggen

## Labels of what a row says beside its event

audit-address = Adresse
audit-aliases = Flere adresser
audit-value = Policyverdi
audit-language = Språk
audit-roles = Roller
audit-groups = Grupper
audit-alias = Ekstra adresse
audit-before = Før
audit-after = Nå
audit-on = Gjelder
audit-tried = Prøvde kontoer
audit-counted = Talt
audit-limit = Grense
audit-messages = Meldinger
audit-contacts = Kontakter
audit-codes-left = Gjenopprettingskoder igjen
audit-scopes = Tillatelser
audit-id = Nummer
audit-link = Lenke
audit-link-sets-up = setter opp påloggingen
audit-link-signs-in = logger på uten passord og kode
audit-signed-out = Logget av
audit-ended-by-person = Avsluttet fra listen
audit-too-many-sessions = For mange økter
audit-secret-changed = Passord eller andre faktor endret
audit-vouched = Noen går god for den: første pålogging derfra gjør den kjent
