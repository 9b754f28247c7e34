# Vad som är fel med en rad i en importerad fil. See the English file for what each message is for.

import-line-too-long = Raden är längre än { $limit } byte. Kontrollera att den slutar med en radbrytning.
import-not-utf8 = Raden är inte UTF-8-text. Spara filen som UTF-8.
import-too-many-rows = Filen har fler än { $limit } rader. Den här raden och de följande lästes inte. Dela upp filen.
import-no-address-column = Den första raden har ingen kolumn ”address”. Ange kolumnernas namn där.
import-unknown-column = Kolumnen ”{ $written }” är okänd eller finns två gånger. Kända kolumner: address, display_name, aliases, language, kind, groups, password_hash.
import-fields = Raden har inte lika många fält som den första raden. Kontrollera kommatecken och citattecken.
import-name = ”{ $written }” kan inte vara ett kontonamn. { $cause }
import-duplicate = { $name } finns redan på rad { $line }, och den raden gäller. Ta bort en av de två.
import-unknown-language = Språket ”{ $written }” är okänt. Skriv en, sv, lv, sl, nb eller el.
import-unknown-kind = Typen ”{ $written }” är okänd. Skriv person, shared_mailbox eller application.
import-password-text-too-long = Lösenordsfältet är längre än { $limit } byte. Kontrollera att kolumnerna står i rätt ordning.
import-scheme-unsupported = Lösenord i formatet { $scheme } går inte att kontrollera. Importera kontot utan lösenord och ange sedan ett nytt.
import-scheme-malformed = Lösenordsfältet stämmer inte med formatet { $scheme }. Kontrollera att det är fullständigt.
import-scheme-too-costly = Att kontrollera det här lösenordet i formatet { $scheme } skulle ta mer minne eller tid än som är tillåtet. Importera kontot utan lösenord och ange sedan ett nytt.
import-plain-text = Lösenordet står i klartext. Hasha det först, eller tillåt klartext för den här importen.
import-plain-text-unusable = Lösenordet i klartext är tomt eller längre än { $limit } byte. Ange ett annat efter importen.
