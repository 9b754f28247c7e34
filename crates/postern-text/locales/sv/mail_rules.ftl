# Vart ett kontos e-post skickas vidare, och vad ägarens regler (Sieve) gör. Reglerna är personens egna, inte Posterns.

rules-title = Regler och vidarebefordring
rules-unreadable = Allt kan inte läsas, så det kan finnas mer än vad som visas. Orsak: { $cause }
rules-no-forwards = Ingen regel skickar vidare e-post från { $account }.
# $address är dit e-posten går.
rules-forward-outside = E-post vidarebefordras ut ur organisationen, till { $address }, och behålls inte.
rules-forward-outside-copy = En kopia vidarebefordras ut ur organisationen, till { $address }.
rules-forward-own = E-post vidarebefordras inom organisationen, till { $address }, och behålls inte.
rules-forward-own-copy = En kopia vidarebefordras inom organisationen, till { $address }.
rules-forward-computed = E-post vidarebefordras till en adress som regeln själv sätter ihop: { $address }
rules-only-some = Bara en del av e-posten: regeln har ett villkor.
rules-script = Skript och rad
rules-does = Vad den gör
rules-about = Adress eller mapp
rules-when = När
rules-always = Alltid
rules-sometimes = Med villkor
rules-hides = döljer e-post
rules-none = Ingen regel är aktiv.
