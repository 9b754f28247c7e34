# Hva som er galt med en linje i en importert fil. See the English file for what each message is for.

import-line-too-long = Linjen er lengre enn { $limit } byte. Kontroller at den slutter med et linjeskift.
import-not-utf8 = Linjen er ikke UTF-8-tekst. Lagre filen som UTF-8.
import-too-many-rows = Filen har flere enn { $limit } linjer. Denne linjen og de som følger, ble ikke lest. Del opp filen.
import-no-address-column = Den første linjen har ingen kolonne «address». Oppgi navnene på kolonnene der.
import-unknown-column = Kolonnen «{ $written }» er ukjent eller finnes to ganger. Kjente kolonner: address, display_name, aliases, language, kind, groups, password_hash.
import-fields = Linjen har ikke like mange felt som den første linjen. Kontroller komma og anførselstegn.
import-name = «{ $written }» kan ikke være et kontonavn. { $cause }
import-duplicate = { $name } finnes allerede på linje { $line }, og den linjen gjelder. Fjern en av de to.
import-unknown-language = Språket «{ $written }» er ukjent. Skriv en, sv, lv, sl, nb eller el.
import-unknown-kind = Typen «{ $written }» er ukjent. Skriv person, shared_mailbox eller application.
import-password-text-too-long = Passordfeltet er lengre enn { $limit } byte. Kontroller at kolonnene står i riktig rekkefølge.
import-scheme-unsupported = Passord i formatet { $scheme } kan ikke kontrolleres. Importer kontoen uten passord, og sett deretter et nytt.
import-scheme-malformed = Passordfeltet stemmer ikke med formatet { $scheme }. Kontroller at det er fullstendig.
import-scheme-too-costly = Å kontrollere dette passordet i formatet { $scheme } ville ta mer minne eller tid enn det som er tillatt. Importer kontoen uten passord, og sett deretter et nytt.
import-plain-text = Passordet står i klartekst. Hash det først, eller tillat klartekst for denne importen.
import-plain-text-unusable = Passordet i klartekst er tomt eller lengre enn { $limit } byte. Sett et annet etter importen.
