# /help i administrationscentret: en fråga, diagnosen, kort. See the English file for what each message is for.
help-title = Hjälp
help-need = Behöver du hjälp?
help-question = Vad är fel, och för vem?
help-question-hint = Till exempel: rob kan inte skicka
help-complaint = Problem
help-look = Undersök
help-which = Flera konton stämmer. Vilket gäller det?
help-nobody = Inget konto stämmer med frågan. Ange en användare, eller välj en under ”Aktiva användare”.
help-also = Också funnet
help-cards = Att läsa
help-no-card = Inget kort stämmer med orden.
help-steps = Gör så här
help-pages = Där görs det
help-all-cards = Alla kort
help-stuck = Kommer du inte vidare?
help-stuck-lede = Ge de här raderna till den som hjälper dig vidare. De nämner inget konto, ingen adress och ingen e-post.
