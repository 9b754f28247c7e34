# Kaj je narobe z vrstico uvožene datoteke. See the English file for what each message is for.

import-line-too-long = Vrstica je predolga. Preverite, ali se konča s prelomom vrstice. Meja v bajtih: { $limit }
import-not-utf8 = Vrstica ni besedilo UTF-8. Datoteko shranite v zapisu UTF-8.
import-too-many-rows = Datoteka ima preveč vrstic. Ta vrstica in naslednje niso bile prebrane. Datoteko razdelite. Meja: { $limit }
import-no-address-column = V prvi vrstici ni stolpca »address«. Tam navedite imena stolpcev.
import-unknown-column = Stolpec »{ $written }« ni znan ali je naveden dvakrat. Znani stolpci: address, display_name, aliases, language, kind, groups, password_hash.
import-fields = Vrstica nima toliko polj kot prva vrstica. Preverite vejice in narekovaje.
import-name = Besedilo »{ $written }« ne more biti ime računa. { $cause }
import-duplicate = Ime { $name } je že v vrstici { $line }, in ta velja. Eno od obeh odstranite.
import-unknown-language = Jezik »{ $written }« ni znan. Navedite en, sv, lv, sl, nb ali el.
import-unknown-kind = Vrsta »{ $written }« ni znana. Navedite person, shared_mailbox ali application.
import-password-text-too-long = Polje z geslom je predolgo. Preverite, ali so stolpci v pravem vrstnem redu. Meja v bajtih: { $limit }
import-scheme-unsupported = Gesel v zapisu { $scheme } ni mogoče preveriti. Račun uvozite brez gesla, nato nastavite novo.
import-scheme-malformed = Polje z geslom ne ustreza zapisu { $scheme }. Preverite, ali je popolno.
import-scheme-too-costly = Preverjanje tega gesla v zapisu { $scheme } bi zahtevalo več pomnilnika ali časa, kot je dovoljeno. Račun uvozite brez gesla, nato nastavite novo.
import-plain-text = Geslo je zapisano kot navadno besedilo. Najprej ga zgostite ali za ta uvoz dovolite navadno besedilo.
import-plain-text-unusable = Geslo v navadnem besedilu je prazno ali predolgo. Po uvozu nastavite drugo. Meja v bajtih: { $limit }
