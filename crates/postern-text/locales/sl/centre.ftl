# Skrbniško središče: okvir, vpis in kar je stranem skupno. See the English file for what each message is for.

## The frame

admin-places = Strani
admin-menu = Meni
admin-menu-close = Zapri meni
admin-nav-overview = Pregled
admin-nav-head-users = Uporabniki
admin-nav-users = Aktivni uporabniki
admin-nav-restricted = Omejeni uporabniki
admin-nav-locks = Zaklepi vpisa
admin-nav-head-setup = Nastavitve
admin-nav-sessions = Vaše seje
admin-find = Poišči uporabnika ali naslov
admin-sign-out = Odjava
admin-foot-at = Stanje ob { $clock }
admin-foot-zone = Časovni pas: { $zone }

## The door

admin-in-title = Vpis v skrbniško središče
admin-in-user = Uporabniško ime
admin-in-password = Geslo
admin-in-code = Koda
admin-in-code-hint = 6 števk iz preverjevalnika ali obnovitvena koda
admin-in-button = Vpis
admin-in-no = Uporabniško ime, geslo ali koda se ne ujema ali pa je vpis zaklenjen.
admin-in-wait = Preveč poskusov hkrati. Poskusite znova.
admin-in-trouble = Trenutno se ne more vpisati nihče, ker Postern ne more brati ali shranjevati. Vzrok je v dnevniku strežnika.
admin-in-over = Seja je končana. Vpišite se znova.
admin-in-elsewhere = S tega naslova vpis ni mogoč. Stran odprite na naslovu:
admin-in-help = Ne morete v skrbniško središče? Na strežniku kot root vpišite:

## The invitation

admin-begin-title = Nastavitev vpisa
admin-begin-lede = Račun { $account } je povabljen v skrbniško središče.
admin-begin-enter = Vpis z računom { $account }. To povezavo je na strežniku ustvaril root.
admin-begin-app = Sliko odčitajte z aplikacijo za preverjanje pristnosti
admin-begin-picture = Spodnji ključ kot slika za kamero telefona
admin-begin-secret = Ali v aplikacijo vpišite ta ključ:
admin-begin-password = Geslo računa
admin-begin-password-new = Novo geslo
admin-begin-password-hint = { $count ->
    [one] Vsaj { $count } znak
    [two] Vsaj { $count } znaka
    [few] Vsaj { $count } znaki
   *[other] Vsaj { $count } znakov
}
admin-begin-code = Koda, ki jo kaže aplikacija
admin-begin-button = Nastavi in vpiši
admin-begin-until = Povezava deluje enkrat. Poteče: { $until }
admin-begin-wrong = Geslo ali koda se ne ujema ali pa je vpis zaklenjen. Nič ni bilo spremenjeno.
admin-begin-short = Novo geslo je prekratko. Izberite daljše.
admin-begin-void-title = Ta povezava ne deluje
admin-begin-void = Že je bila uporabljena, je potekla ali pa je bila ustvarjena novejša.
admin-begin-void-next = Novo naj ustvari globalni skrbnik. Na strežniku jo kot root ustvarite z ukazom:
admin-codes-title = Shranite te obnovitvene kode
admin-codes-lede = Brez preverjevalnika vas vsaka od njih vpiše enkrat. Prikazane so samo na tej strani.
admin-codes-go = Nadaljuj na pregled

## Your sessions

admin-sessions-lede = { $count ->
    [one] Odprta je { $count } seja.
    [two] Odprti sta { $count } seji.
    [few] Odprte so { $count } seje.
   *[other] Odprtih je { $count } sej.
}
admin-sessions-codes = Preostale obnovitvene kode: { $count }
admin-sessions-this = Ta seja
admin-sessions-from = Z naslova
admin-sessions-client = Brskalnik
admin-sessions-opened = Vpis
admin-sessions-seen = Zadnja uporaba
admin-sessions-end = Končaj sejo

## What pages share

admin-reason = Utemeljitev
admin-reason-hint = Drugi skrbniki jo vidijo na seznamu in v dnevniku nadzora.
admin-proof-hint = Znova je potrebna koda: zadnja je prestara.
admin-proof-wrong = Koda se ne ujema ali je bila že uporabljena. Nič ni bilo spremenjeno.
admin-cancel = Prekliči
admin-back-to-list = Zapri in nazaj na seznam
admin-search = Iskanje
admin-search-label = Iskanje po uporabniškem imenu
admin-search-hint = Del imena zadošča: rob najde rob@contoso.com.
admin-search-clear = Počisti iskanje
admin-head-user = Uporabnik
admin-head-why = Razlog
admin-head-since = Od
admin-head-until = Do
admin-head-action = Dejanje
admin-ago = pred { $span }
admin-by = Izvajalec: { $actor }
admin-receipts = Kje velja
admin-receipt-done = Opravljeno:
admin-receipt-failed = Ne velja:

## What goes wrong

admin-error-not-found-title = Na tem naslovu ni ničesar
admin-error-not-found = Račun je morda izbrisan ali pa je naslov napačno vpisan. Poiščite ime.
admin-error-refused-title = To ni bilo storjeno
admin-error-form = Obrazec ne pripada tej seji ali je prestar. Nič ni bilo spremenjeno. Stran odprite znova.
admin-error-trouble-title = Postern tega ni mogel storiti
admin-error-back = Nazaj na pregled

## In the audit log

event-admin-invited = Skrbnik povabljen
event-emergency-link-made = Root je ustvaril povezavo za nujne primere
event-emergency-link-used = Povezava za nujne primere uporabljena
event-code-refused = Pravo geslo, napačna koda
event-second-factor-set = Drugi dejavnik nastavljen
event-recovery-code-used = Obnovitvena koda uporabljena
event-session-opened = Seja v skrbniškem središču odprta
event-session-ended = Seja v skrbniškem središču končana
refusal-not-an-admin = Račun v sistemu Postern nima vloge. Najprej mu jo dodelite. Nič ni bilo spremenjeno.
refusal-no-such-session = Te seje ni ali pa je že končana. Nič ni bilo spremenjeno.
cli-done-invited = Povabljen v skrbniško središče: { $account }. Povezava deluje enkrat in je samo za to osebo. Poteče: { $until }
cli-done-sessions-ended = Seje v skrbniškem središču končane: { $account }
cli-no-sessions = V skrbniško središče ni vpisan nihče.
admin-error-too-large = Obrazec sprejme največ { $max } kB, ta pa je bil večji. Nič ni spremenjeno. Vrnite se in pošljite manj naenkrat.
