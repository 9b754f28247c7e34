# Viena vai daudzu kontu atbloķēšana un konta stāvoklis pie pierakstīšanās durvīm.

cli-done-eased = Kontam { $account } pierakstīšanās ir atbloķēta. Lai to atkal bloķētu, vajag divreiz vairāk neveiksmīgu mēģinājumu. Šis atvieglojums beidzas: { $until }

## Daudzu kontu atbloķēšana: katram sava rinda, tad neizdarītais

cli-unlock-too-many = Vienlaikus var atbloķēt pierakstīšanos ne vairāk kā šādā skaitā kontu: { $limit }. Nekas nav mainīts.
cli-unlock-perhaps-more = Šeit ir tikai pirmās bloķēšanas, to skaits: { $limit }. Pārējiem kontiem izpildiet komandu vēlreiz.
cli-unlock-needs-yes = Konti, kuros jāatbloķē pierakstīšanās: { $count }. Nav neviena, kam jautāt, un nekas nav mainīts. Pārbaudiet ar --dry-run un tad pievienojiet --yes.
cli-unlock-ask = Konti, kuros jāatbloķē pierakstīšanās: { $count }. Lai turpinātu, ierakstiet šo skaitli:
cli-unlock-not = Pierakstīšanās nav atbloķēta nevienā kontā.
cli-unlock-nobody = Pierakstīšanās nav automātiski bloķēta nevienā kontā. Nekas nav mainīts.
cli-unlock-none-named = Standarta ievadē nav norādīts neviens konts. Nekas nav mainīts.
cli-unlock-would = Pierakstīšanās tiktu atbloķēta: { $account }
cli-unlock-not-locked = Pierakstīšanās nav bloķēta, nekas nav jādara: { $account }
cli-unlock-failed-one = Pierakstīšanās nav atbloķēta: { $account }. Cēlonis: { $cause }
cli-unlock-failed = Konti, kuros pierakstīšanās nav atbloķēta: { $count }
