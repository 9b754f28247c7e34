# Lietotņu paroles: katrai ierīcei sava, līdzās konta parolei. $name ir ierīces nosaukums.

event-app-password-added = Lietotnes parole izveidota
event-app-password-revoked = Lietotnes parole atsaukta
refusal-app-password-name = Ierīcei vajadzīgs nosaukums bez vadības rakstzīmēm. Nekas netika mainīts. Limits baitos: { $limit }
refusal-app-password-name-taken = Lietotnes parole ierīcei { $name } jau ir. Izvēlieties citu nosaukumu vai vispirms atsauciet to.
refusal-app-password-protocols = Izvēlieties vismaz vienu: IMAP, POP3, sūtīšanu vai ManageSieve. Nekas netika mainīts.
refusal-too-many-app-passwords = Kontam jau ir tik lietotņu paroļu, cik atļauts. Vispirms atsauciet kādu no tām. Limits: { $limit }
refusal-app-passwords-changed = Kāds cits tajā pašā brīdī mainīja šī konta lietotņu paroles. Mēģiniet vēlreiz. Nekas netika mainīts.
refusal-no-such-app-password = Kontam tādas lietotnes paroles nav. Iespējams, tā jau ir atsaukta.
sign-in-refused-app-password-revoked = Lietotnes parole bija atsaukta vai paredzēta citam protokolam, un pasta serveris to vēl nezināja.

app-passwords-title = Lietotņu paroles
app-passwords-lede = Lietotnes parole atver pastkasti vienā ierīcē, līdzās paša konta parolei. To var atsaukt, neskarot pārējās ierīces. Kad konta paroli atiestata, tiek atsauktas visas.
app-passwords-none = Kontam lietotņu paroļu nav.
app-passwords-device = Ierīce
app-passwords-protocols = Protokoli
app-passwords-used = Pēdējoreiz lietota
app-passwords-never = Nekad
app-passwords-add = Izveidot lietotnes paroli
app-passwords-name-hint = Kā ierīci sauc tās īpašnieks, piemēram, Darba tālrunis
app-passwords-made = Lietotnes parole izveidota: { $name }
app-passwords-shown = Lietotnes parole, tiek parādīta tikai šoreiz:
app-passwords-type = Ievadiet to ierīcē konta paroles vietā, ar visām defisēm.
app-passwords-revoke = Atsaukt
app-passwords-revoke-title = Vai atsaukt lietotnes paroli ierīcei { $name }?
app-passwords-revoke-all = Atsaukt visas
app-passwords-revoke-all-title = Vai atsaukt visas konta { $account } lietotņu paroles?
app-passwords-revoke-note = Ar to vairs nevarēs pierakstīties. Visas konta atvērtās sesijas tiks pārtrauktas, un pārējās ierīces pierakstīsies no jauna pašas.
app-passwords-revoked = Atsauktās lietotņu paroles: { $name }
