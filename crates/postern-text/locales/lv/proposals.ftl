# Aizsardzība pret masveida ierobežošanu. See the English file for what each message is for.

kind-sending-proposed = Ierosināts ierobežot sūtīšanu
state-sending-proposed = Kontam { $account } ierosināts ierobežot sūtīšanu. Kamēr administrators nav izlēmis, e-pasts tiek sūtīts. Ziņojumi jauniem adresātiem tiek aizkavēti.
state-sending-proposed-until = Kontam { $account } ierosināts ierobežot sūtīšanu. Kamēr administrators nav izlēmis, e-pasts tiek sūtīts. Ziņojumi jauniem adresātiem tiek aizkavēti. Ierosinājums beidzas: { $until }
event-mass-guard-started = Sākās aizsardzība pret masveida ierobežošanu
event-mass-guard-ended = Beidzās aizsardzība pret masveida ierobežošanu
refusal-nothing-proposed = Šim kontam nav ierosināts ierobežot sūtīšanu. Nav, ko pieņemt vai noraidīt.

cli-no-proposals = Nevienam kontam nav ierosināts ierobežot sūtīšanu.
cli-done-dismissed = Kontam { $account } ierosinājums ir noraidīts. Sūtīšana paliek atvērta.
cli-why-accept = Lai ierobežotu sūtīšanu, kā ierosināts: { $command }
cli-why-dismiss = Lai noraidītu ierosinājumu: { $command }

cli-proposals-needs-yes = Izlemjamie ierosinājumi: { $count }. Nav neviena, kam jautāt, un nekas nav mainīts. Pārbaudiet ar { $command } un tad pievienojiet --yes.
cli-proposals-ask = Izlemjamie ierosinājumi: { $count }. Lai turpinātu, ierakstiet šo skaitli:
cli-proposals-not = Neviens ierosinājums nav izlemts.
cli-proposals-perhaps-more = Šeit ir tikai pirmie ierosinājumi, to skaits: { $limit }. Pārējiem izpildiet komandu vēlreiz.
cli-proposals-failed-one = Nav izlemts: { $account }. Iemesls: { $cause }
cli-proposals-failed = Ierosinājumi, kas nav izlemti: { $count }

mass-guard-now = Kopš { $since } noteikumi vienlaikus vēlas ierobežot sūtīšanu pārāk daudziem kontiem. Turpmākie ierobežojumi tiek tikai ierosināti.
mass-guard-counted = Konti, kuriem kopš tā laika noteikumi vēlas ierobežot sūtīšanu: { $count }
mass-guard-proposals = Ierosinātie sūtīšanas ierobežojumi, kas gaida administratora lēmumu: { $count }
mass-guard-look = Lai redzētu, kas ierosināts: { $command }

mail-guard-subject = Noteikumi vēlas ierobežot ļoti daudzus kontus
mail-guard-first-line = Kopš { $since } turpmākie sūtīšanas ierobežojumi tiek tikai ierosināti. Par tiem lemj administrators.
mail-guard-counted = Konti, kurus noteikumi vēlējās ierobežot desmit minūtēs: { $count }
mail-guard-limit = Tik daudz kontu tiek ierobežoti bez administratora: { $count }
mail-guard-means = No pārējiem kontiem e-pasts tiek sūtīts, jauniem adresātiem ar aizkavi. Nemainīgie limiti joprojām ir spēkā. Konti, par kuriem ir divu veidu pierādījumi ar 100 punktiem kopā, tiek ierobežoti tik un tā.
mail-guard-step-look = 1. Apskatiet, kas ierosināts un kāpēc:
mail-guard-step-dismiss = 2. Ja kāds noteikums vai limits ir nepareizs, izlabojiet to un noraidiet ierosinājumus:
mail-guard-step-accept = 3. Ja tas ir surogātpasts, pieņemiet ierosinājumus:
