# Kas nav kārtībā importējamā faila rindā. See the English file for what each message is for.

import-line-too-long = Rinda ir pārāk gara. Pārbaudiet, vai tā beidzas ar rindas pārtraukumu. Limits baitos: { $limit }
import-not-utf8 = Rinda nav UTF-8 teksts. Saglabājiet failu UTF-8 kodējumā.
import-too-many-rows = Failā ir pārāk daudz rindu. Šī rinda un nākamās netika nolasītas. Sadaliet failu. Limits: { $limit }
import-no-address-column = Pirmajā rindā nav kolonnas „address”. Norādiet tajā kolonnu nosaukumus.
import-unknown-column = Kolonna „{ $written }” nav zināma vai ir norādīta divreiz. Zināmās kolonnas: address, display_name, aliases, language, kind, groups, password_hash.
import-fields = Rindā nav tikpat lauku kā pirmajā rindā. Pārbaudiet komatus un pēdiņas.
import-name = Teksts „{ $written }” nevar būt konta vārds. { $cause }
import-duplicate = Vārds { $name } jau ir citā rindā, un tā ir noteicošā. Izdzēsiet vienu no abām. Pirmā rinda: { $line }
import-unknown-language = Valoda „{ $written }” nav zināma. Rakstiet en, sv, lv, sl, nb vai el.
import-unknown-kind = Veids „{ $written }” nav zināms. Rakstiet person, shared_mailbox vai application.
import-password-text-too-long = Paroles lauks ir pārāk garš. Pārbaudiet, vai kolonnas ir pareizajā secībā. Limits baitos: { $limit }
import-scheme-unsupported = Paroles shēmā { $scheme } nevar pārbaudīt. Importējiet kontu bez paroles un pēc tam iestatiet jaunu.
import-scheme-malformed = Paroles lauks neatbilst shēmai { $scheme }. Pārbaudiet, vai tas ir pilnīgs.
import-scheme-too-costly = Šīs paroles pārbaudei shēmā { $scheme } vajadzētu vairāk atmiņas vai laika, nekā atļauts. Importējiet kontu bez paroles un pēc tam iestatiet jaunu.
import-plain-text = Parole ir atklātā tekstā. Vispirms izveidojiet tās jaucējvērtību vai atļaujiet šajā importā atklātu tekstu.
import-plain-text-unusable = Parole atklātā tekstā ir tukša vai pārāk gara. Pēc importa iestatiet citu. Limits baitos: { $limit }
