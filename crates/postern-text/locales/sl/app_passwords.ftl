# Gesla za aplikacije: eno za vsako napravo, poleg gesla računa. $name je ime naprave.

event-app-password-added = Geslo za aplikacijo ustvarjeno
event-app-password-revoked = Geslo za aplikacijo preklicano
refusal-app-password-name = Naprava potrebuje ime brez krmilnih znakov. Nič ni bilo spremenjeno. Meja v bajtih: { $limit }
refusal-app-password-name-taken = Geslo za aplikacijo za napravo { $name } že obstaja. Izberite drugo ime ali najprej prekličite tisto geslo.
refusal-app-password-protocols = Izberite vsaj eno: IMAP, POP3, pošiljanje ali ManageSieve. Nič ni bilo spremenjeno.
refusal-too-many-app-passwords = Račun ima že toliko gesel za aplikacije, kot jih lahko ima. Najprej katero prekličite. Meja: { $limit }
refusal-app-passwords-changed = Nekdo drug je v istem trenutku spremenil gesla za aplikacije tega računa. Poskusite znova. Nič ni bilo spremenjeno.
refusal-no-such-app-password = Ta račun nima takega gesla za aplikacijo. Morda je že preklicano.
sign-in-refused-app-password-revoked = Geslo za aplikacijo je bilo preklicano ali velja za drug protokol, poštni strežnik pa tega še ni vedel.

app-passwords-title = Gesla za aplikacije
app-passwords-lede = Geslo za aplikacijo odpre nabiralnik v eni napravi, poleg gesla računa. Preklicati ga je mogoče, ne da bi se to poznalo drugim napravam. Ob ponastavitvi gesla računa se prekličejo vsa.
app-passwords-none = Račun nima gesel za aplikacije.
app-passwords-device = Naprava
app-passwords-protocols = Protokoli
app-passwords-used = Nazadnje uporabljeno
app-passwords-never = Nikoli
app-passwords-add = Ustvari geslo za aplikacijo
app-passwords-name-hint = Kakor napravo imenuje lastnik, na primer Službeni telefon
app-passwords-made = Geslo za aplikacijo ustvarjeno: { $name }
app-passwords-shown = Geslo za aplikacijo, prikazano samo tokrat:
app-passwords-type = V napravo ga vnesite namesto gesla računa, skupaj z vezaji.
app-passwords-revoke = Prekliči geslo
app-passwords-revoke-title = Preklicati geslo za aplikacijo za napravo { $name }?
app-passwords-revoke-all = Prekliči vsa gesla
app-passwords-revoke-all-title = Preklicati vsa gesla za aplikacije računa { $account }?
app-passwords-revoke-note = Z njim se ne bo mogoče več vpisati. Vse odprte seje računa se končajo, druge naprave pa se same vpišejo znova.
app-passwords-revoked = Preklicana gesla za aplikacije: { $name }
