### Passkeys, and what else an admin signs in with

## At the door

passkey-in-button = Vpis s ključem za dostop
passkey-in-or = Ali z uporabniškim imenom, geslom in kodo
passkey-in-instead = Ključ za dostop namesto kode
passkey-ask-title = Pokažite ključ za dostop
passkey-ask-lede = Brskalnik vas prosi za ključ za dostop do tega mesta. Sledite njegovim navodilom.
passkey-ask-again = Vprašaj znova
passkey-ask-cancelled = Ključa za dostop niste pokazali in nič se ni zgodilo. Poskusite znova ali se vpišite z geslom in kodo.
passkey-ask-other = Vpis z geslom in kodo
passkey-script = Ključi za dostop potrebujejo JavaScript, ki je v tem brskalniku izklopljen.
passkey-in-no = Ključ za dostop se ne ujema, minilo je pet minut ali pa je vpis zaklenjen. Poskusite znova ali se vpišite z geslom in kodo.
passkey-in-no-after-password = Uporabniško ime, geslo ali ključ za dostop se ne ujema, minilo je pet minut ali pa je vpis zaklenjen.

## Before something dangerous

passkey-proof-button = Potrdi s ključem za dostop
passkey-proof-hint = Zadnja potrditev, da ste to vi, je prestara.
passkey-proof-cancelled = Ključa za dostop niste pokazali in nič ni bilo spremenjeno. Znova pritisnite gumb ali vpišite kodo.
passkey-proof-wrong = Ključ za dostop se ne ujema ali pa je minilo pet minut. Nič ni bilo spremenjeno.
passkey-proof-nothing = Potrdite, da ste to vi: račun { $account } nima ničesar, s čimer bi to storili. Vstopite z novo povezavo in v prvi uri dodajte ključ za dostop. Na strežniku povezavo ustvari root z ukazom:

## The admin's own page

factors-nav = Vaši načini vpisa
factors-lede = Kar vas spusti v skrbniško središče in pred nevarnim dejanjem potrdi, da ste to vi.
factors-none = Ta račun nima ne ključa za dostop ne aplikacije za preverjanje pristnosti: brez nove povezave se z njim ne bo mogel vpisati nihče več. Ključ za dostop dodajte zdaj. Čez eno uro nič ne bo moglo potrditi, da ste to vi.
factors-passkeys = Ključi za dostop
factors-passkeys-none = Ni še nobenega. Ključ za dostop na telefonu, računalniku ali varnostnem ključu vas vpiše brez gesla in kode, in to samo na tem mestu.
factors-passkey = Ključ za dostop
factors-added = Dodan
factors-never = še ne
factors-add = Dodaj ključ za dostop
factors-name = Ime
factors-name-hint = po katerem ga boste prepoznali, na primer »prenosnik« ali »ključ na obesku«
factors-make = Ustvari ključ za dostop
factors-make-lede = Brskalnik vas vpraša, kje naj se ključ za dostop »{ $name }« hrani. Sledite njegovim navodilom.
factors-make-cancelled = Ključ za dostop ni bil ustvarjen in nič ni bilo spremenjeno. Poskusite znova.
factors-make-known = Ta naprava že ima vaš ključ za dostop do tega mesta. Nič ni bilo spremenjeno.
factors-made = Ključ za dostop »{ $name }« je dodan. Odslej vas vpiše.
factors-remove = Odstrani
factors-remove-title = Odstranitev ključa za dostop »{ $name }«
factors-remove-lede = Z njim se ne bo mogel vpisati nihče več, vaše druge seje pa se bodo končale. Izbrišite ga tudi v napravi.
factors-removed = Ključ za dostop »{ $name }« je odstranjen.
factors-app = Aplikacija za preverjanje pristnosti
factors-app-yes = nastavljena
factors-app-no = ni nastavljena
factors-codes = Obnovitvene kode
factors-codes-new = Ustvari nove obnovitvene kode
factors-codes-title = Nove obnovitvene kode
factors-codes-lede = Prejšnje ne bodo več delovale.
factors-count-app = aplikacija
factors-count-passkeys = { $count ->
    [one] { $count } ključ za dostop
    [two] { $count } ključa za dostop
    [few] { $count } ključi za dostop
   *[other] { $count } ključev za dostop
}

## The invitation

begin-passkey = Namesto tega nastavi ključ za dostop
begin-passkey-hint = Potrebno je tudi geslo. Aplikacija ni potrebna.
begin-passkey-name = Prvi ključ za dostop
begin-done-title = Vaš vpis je nastavljen
begin-done = Ta povezava je bila pravkar uporabljena v tem brskalniku. Vpišite se s tem, kar ste nastavili.
begin-done-codes = Če obnovitvenih kod niste videli, ustvarite nove na strani »Vaši načini vpisa«.

## What is refused

refusal-no-such-passkey = Ta račun nima takega ključa za dostop. Morda je že odstranjen.
refusal-last-way-in = Ta ključ za dostop je vaš edini način vpisa. Najprej dodajte drugega, nato odstranite tega. Nič ni bilo spremenjeno.
refusal-passkey-name = Ključ za dostop potrebuje ime brez krmilnih znakov. Nič ni bilo spremenjeno. Meja v bajtih: { $limit }
refusal-too-many-passkeys = Ključev za dostop je že toliko, kot jih lahko je. Najprej katerega odstranite. Meja: { $limit }
refusal-no-passkeys-here = Brskalniki za to mesto ne hranijo ključev za dostop, ker v njegovem naslovu ni imena gostitelja. Zapišite ga v public_url v razdelku [web] in znova zaženite strežnik.
refusal-passkey-not-made = Ključ za dostop ni bil dodan: odgovor brskalnika se ne ujema ali pa je minilo pet minut. Poskusite znova.

## In the audit log

event-passkey-added = Ključ za dostop dodan
event-passkey-removed = Ključ za dostop odstranjen
event-passkey-refused = Ključ za dostop zavrnjen
event-recovery-codes-set = Nove obnovitvene kode ustvarjene
event-session-proved = Istovetnost potrjena
audit-proof = S čim
audit-proof-link = povezava
audit-proof-code = koda iz aplikacije za preverjanje pristnosti
audit-proof-recovery = obnovitvena koda
audit-proof-passkey = ključ za dostop

## The command line

cli-factors-none = Račun { $account } nima ničesar za vpis v skrbniško središče.
cli-factors-app = Aplikacija za preverjanje pristnosti: { $state }
cli-done-passkey-removed = Ključ za dostop odstranjen: { $account }
