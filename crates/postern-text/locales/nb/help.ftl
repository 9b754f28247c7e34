# /help i administrasjonssenteret: et spørsmål, diagnosen, kort. See the English file for what each message is for.
help-title = Hjelp
help-need = Trenger du hjelp?
help-question = Hva er galt, og for hvem?
help-question-hint = For eksempel: rob kan ikke sende
help-complaint = Problem
help-look = Undersøk
help-which = Flere kontoer passer. Hvilken gjelder det?
help-nobody = Ingen konto passer til spørsmålet. Oppgi en bruker, eller velg en under «Aktive brukere».
help-also = Også funnet
help-cards = Å lese
help-no-card = Ingen kort passer til ordene.
help-steps = Slik gjør du
help-pages = Her gjøres det
help-all-cards = Alle kort
help-stuck = Kommer du ikke videre?
help-stuck-lede = Gi disse linjene til den som hjelper deg videre. De nevner ingen konto, ingen adresse og ingen e-post.
