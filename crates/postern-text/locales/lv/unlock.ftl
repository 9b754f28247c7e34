# Viena vai daudzu kontu atbloķēšana un konta stāvoklis pie pierakstīšanās durvīm.

cli-done-eased = Kontam { $account } pierakstīšanās ir atbloķēta. Lai to atkal bloķētu, vajag divreiz vairāk neveiksmīgu mēģinājumu. Šis atvieglojums beidzas: { $until }
