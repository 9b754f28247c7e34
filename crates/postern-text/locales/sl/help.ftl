# /help v skrbniškem središču: vprašanje, diagnoza, kartice. See the English file for what each message is for.
help-title = Pomoč
help-need = Potrebujete pomoč?
help-question = Kaj je narobe in za koga gre?
help-question-hint = Na primer: rob ne more pošiljati
help-complaint = Težava
help-look = Preveri
help-which = Ustreza več računov. Za katerega gre?
help-nobody = Vprašanju ne ustreza noben račun. Navedite uporabnika ali ga izberite na strani »Aktivni uporabniki«.
help-also = Najdeno tudi
help-cards = Kaj prebrati
help-no-card = Tem besedam ne ustreza nobena kartica.
help-steps = Kaj storiti
help-pages = Kje to storiti
help-all-cards = Vse kartice
help-stuck = Še vedno ne gre?
help-stuck-lede = Te vrstice dajte tistemu, ki vam bo pomagal naprej. V njih ni ne računa ne naslova ne pošte.
