# Audita žurnāls kā lapa. See the English file for what each message is for.

## The page

admin-nav-head-happened = Kas noticis
audit-lede = Ko mainījušas personas, programmas, noteikumi un laiks, jaunākais vispirms.
audit-filter = Filtrēt
audit-filter-clear = Notīrīt filtru
audit-none = Audita žurnālā nekas neatbilst filtram.
audit-by-anyone = Jebkurš
audit-by-people = Personas un programmas
audit-actor = Lietotājvārds, root vai programma
audit-event-any = Visi notikumi
audit-from = No dienas
audit-to = Līdz dienai
audit-no-account = Konta ar nosaukumu „{ $name }” nav. Izdzēsta konta rindas var atrast pēc tā numura.
audit-no-day = Rakstiet dienu kā gadu, mēnesi un dienu: 2026-11-21.
audit-all = Viss audita žurnālā

## Labels of what a row says beside its event

audit-address = Adrese
audit-aliases = Citas adreses
audit-value = Politikas vērtība
audit-language = Valoda
audit-roles = Lomas
audit-groups = Grupas
audit-alias = Aizstājvārds
audit-before = Iepriekš
audit-after = Tagad
audit-on = Attiecas uz
audit-tried = Mēģinātie konti
audit-counted = Saskaitīts
audit-limit = Limits
audit-messages = Ziņojumi
audit-contacts = Kontakti
audit-codes-left = Atlikušie atkopšanas kodi
audit-scopes = Atļaujas
audit-id = Numurs
audit-link = Saite
audit-link-sets-up = iestata pierakstīšanos
audit-link-signs-in = pieraksta bez paroles un koda
audit-signed-out = Izrakstīšanās
audit-ended-by-person = Beigta no saraksta
audit-too-many-sessions = Pārāk daudz sesiju
audit-secret-changed = Mainīta parole vai otrais faktors
audit-vouched = Par to kāds galvo: pirmā pierakstīšanās no tā padara to par pazīstamu
