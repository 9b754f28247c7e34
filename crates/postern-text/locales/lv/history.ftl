# No kurienes notikusi pierakstīšanās un ko tas nozīmē.

evidence-new-region = Pirmā pierakstīšanās no { $region }: no šīs valsts un tīkla šis konts iepriekš nebija lietots.
evidence-travel = { $count ->
    [zero] Pierakstīšanās { $count } km attālumā no iepriekšējās, ātrāk, nekā lido lidmašīna.
    [one] Pierakstīšanās { $count } km attālumā no iepriekšējās, ātrāk, nekā lido lidmašīna.
   *[other] Pierakstīšanās { $count } km attālumā no iepriekšējās, ātrāk, nekā lido lidmašīna.
}
evidence-many-countries = { $count ->
    [zero] Pierakstīšanās no { $count } valstīm 24 stundu laikā.
    [one] Pierakstīšanās no { $count } valsts 24 stundu laikā.
   *[other] Pierakstīšanās no { $count } valstīm 24 stundu laikā.
}
evidence-many-addresses = { $count ->
    [zero] Pierakstīšanās no { $count } neierastām adresēm vienas dienas laikā.
    [one] Pierakstīšanās no { $count } neierastas adreses vienas dienas laikā.
   *[other] Pierakstīšanās no { $count } neierastām adresēm vienas dienas laikā.
}
evidence-anonymous-source = Adrese slēpj, kas aiz tās ir: VPN, starpniekserveris, Tor vai mitināšanas pakalpojums.
evidence-listed-password = Parole ir izplatītu vai nopludinātu paroļu sarakstā.
