# Programi, ki vprašajo prek HTTP, zapomnjene naprave in enkratna povezava za lastnika na novem kraju.

apps-sign-in-refused = Vpis ni uspel. Preverite ime in geslo. Če se to ponavlja, se obrnite na službo za pomoč.
apps-sign-in-wait = Trenutno se preverja preveč poskusov. Poskusite znova.

apps-error-unauthorized = Žetona ni, ni znan, je preklican ali potekel ali pa tega ne dovoljuje. Nič ni bilo storjeno.
apps-error-client-address = Iz tega, kar je poslal posredniški strežnik, ni mogoče prebrati naslova odjemalca. Nič ni bilo storjeno.
apps-error-too-slow = Zahteva je trajala predolgo. Nič ni bilo storjeno.

refusal-token-name = Žeton potrebuje ime brez krmilnih znakov. Nič ni bilo spremenjeno. Meja v bajtih: { $limit }
refusal-token-name-taken = Žeton z imenom { $name } že obstaja. Izberite drugo ime ali najprej prekličite tistega.
refusal-token-without-scope = Žeton potrebuje vsaj eno dovoljenje, na primer sign_in:check. Nič ni bilo spremenjeno.
refusal-too-many-tokens = Žetonov je že toliko, kot jih lahko je. Najprej katerega prekličite. Meja: { $limit }
refusal-no-such-token = Takega žetona ni. Morda je že preklican.
refusal-no-such-device = Ta račun nima take naprave. Morda je že pozabljena.
refusal-no-web-address = Postern nima spletnega naslova, zato nanj ne vodi nobena povezava. V konfiguracijo zapišite razdelek [web] s public_url in znova zaženite strežnik.

event-token-added = Žeton dodan
event-token-revoked = Žeton preklican
event-admission-offered = Enkratna povezava ustvarjena
event-admission-used = Enkratna povezava uporabljena
event-device-remembered = Naprava zapomnjena
event-device-forgotten = Naprava pozabljena
actor-link-holder = imetnik enkratne povezave

apps-head-scopes = Dovoljuje
apps-head-ends = Poteče
apps-head-last-used = Zadnja uporaba
apps-head-device = Naprava
apps-ends-never = nikoli
apps-used-never = nikoli
apps-no-tokens = Noben program nima žetona.
apps-token-made = Žeton ustvarjen za program { $name }. Prikazan je samo tokrat:
apps-token-revoked = Žeton preklican: { $name }
apps-token-end-missing = Navedite, kdaj žeton poteče (--until) ali da ne poteče nikoli (--never-ends).
apps-admit-done = Enkratna povezava za račun { $account }, do { $until }. Prikazana je samo tokrat. Dajte jo samo osebi, ki ji račun pripada:
apps-no-devices = Za račun { $account } ni zapomnjena nobena naprava.
apps-device-forgotten = Naprava pozabljena za račun { $account }
apps-config-no-web = Brez [web] noben program ne more vprašati prek HTTP in enkratne povezave ni mogoče ustvariti.

in-title = Vpis z novega kraja
in-lede = Vpis z novih krajev je za vaš račun zaprt. Ta povezava ga odpre za vas, samo s tega kraja.
in-you-are-here = Ta kraj:
in-once = Povezava deluje enkrat, do { $until }.
in-button = Odpri vpis od tod
in-not-you = Če za to povezavo niste prosili, zaprite stran. Nič ni bilo spremenjeno.
in-changed = Vaš naslov se je spremenil, odkar je bila stran odprta. Preverite ga in znova pritisnite gumb.
in-trouble = To ni uspelo in nič ni bilo spremenjeno. Znova pritisnite gumb.
in-done-title = Vpis od tod je odprt
in-done = Vpišite se kot običajno s tega kraja, do { $until }. Potrebujete svoje geslo.
in-done-known = Ko prvič uspe, postane ta kraj za vaš račun znan.
in-void-title = Ta povezava ne deluje
in-void = Bila je že uporabljena, njen čas je potekel ali pa ni popolna. Nič ni bilo spremenjeno.
in-void-next = Za novo povezavo prosite tistega, ki vam je dal to.
in-no-address-title = Ni mogoče videti, kje ste
in-no-address = Povezava odpre prijavo za kraj, kjer ste, vendar vaš naslov ni prispel do te strani. Nič ni bilo spremenjeno.
in-no-address-next = Povejte to tistemu, ki vam je dal povezavo: spletni strežnik pred sistemom Postern mora posredovati naslove odjemalcev.
in-skip = Preskoči na vsebino
in-languages = Jezik
