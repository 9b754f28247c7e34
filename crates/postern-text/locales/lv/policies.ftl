# Sūtīšanas politikas atsevišķiem kontiem: saraksts, izmaiņas, kuram kura, un katrs atteikuma iemesls.

policies-head-name = Politika
policies-head-priority = Prioritāte
policies-head-for = Kam
policies-head-except = Izņemot
policies-head-sets = Vērtības
policies-head-accounts = Konti
policies-head-until = Beidzas
policies-head-site = Noklusējuma politika

policies-none = Politiku atsevišķiem kontiem nav. Visiem ir spēkā noklusējuma politika.
policies-last = Kontiem, uz kuriem neattiecas neviena no tām, ir spēkā noklusējuma politika.
policies-put = { $count ->
    [0] Politika { $name } ir spēkā. Pašlaik tā neattiecas ne uz vienu kontu.
    [zero] Politika { $name } ir spēkā un attiecas uz { $count } kontiem.
    [one] Politika { $name } ir spēkā un attiecas uz { $count } kontu.
   *[other] Politika { $name } ir spēkā un attiecas uz { $count } kontiem.
}
policies-removed = Politika { $name } ir noņemta. Tās kontiem tagad ir spēkā nākamā politika, kas uz tiem attiecas, vai noklusējuma politika.
policies-has = Kontam { $user } ir spēkā politika { $name }: pirmā, kas uz to attiecas.
policies-has-site = Kontam { $user } ir spēkā noklusējuma politika. Neviena cita uz to neattiecas.
policies-mailing = { $count ->
    [zero] { $user } drīkst rakstīt { $count } adresātiem līdz { $until }. To nosaka politika { $name }, kas beidzas pati.
    [one] { $user } drīkst rakstīt { $count } adresātam līdz { $until }. To nosaka politika { $name }, kas beidzas pati.
   *[other] { $user } drīkst rakstīt { $count } adresātiem līdz { $until }. To nosaka politika { $name }, kas beidzas pati.
}
policies-mailing-no-number = Pirmajai politikai jau ir prioritāte 0, tāpēc plānotu izsūtījumu nevar pārbaudīt pirms tās. Piešķiriet šai politikai lielāku skaitli.

## Atteikumi

policies-error-name = “{ $given }” nevar būt politikas nosaukums. Atļauts līdz { $max } rakstzīmēm: a–z, 0–9, - un _.
policies-error-priority = Prioritāte { $given } ir pārāk augsta. Izvēlieties skaitli no 0 līdz { $max }; vispirms tiek pārbaudīts mazākais.
policies-error-priority-taken = Šī prioritāte jau ir politikai { $by }. Izvēlieties citu skaitli, lai būtu skaidrs, kuru pārbauda vispirms.
policies-error-no-condition = Norādiet, uz ko politika attiecas: lietotājus, grupas, domēnus vai kontu veidus. Ja uz visiem, mainiet noklusējuma politiku.
policies-error-too-many-conditions = Lietotāju, grupu, domēnu un veidu vienā politikā var būt ne vairāk kā { $max }. Apvienojiet lietotājus grupā.
policies-error-condition = “{ $given }” nevar būt ne grupa, ne domēns.
policies-error-no-value = Politika neko nenosaka. Norādiet vismaz vienu vērtību.
policies-error-not-of-sending = { $name } visiem kontiem ir vienāda. Politika atsevišķiem kontiem var noteikt tikai sūtīšanas vērtības.
policies-error-too-many = Politiku jau ir { $max }. Noņemiet kādu, kas vairs nav vajadzīga.
policies-error-no-such = Politikas ar nosaukumu “{ $name }” nav.
policies-error-contradicts = Politika { $policy } vairs nebūtu derīga. { $cause }
policies-error-no-preset = Politikas sagataves ar nosaukumu “{ $name }” nav. Komanda policy preset list parāda visas.
