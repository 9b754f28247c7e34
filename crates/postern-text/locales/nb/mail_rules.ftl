# Hvor e-posten til en konto sendes videre, og hva eierens regler (Sieve) gjør. Reglene er personens egne, ikke Posterns.

rules-title = Regler og videresending
rules-unreadable = Ikke alt kan leses, så det kan finnes mer enn det som vises. Årsak: { $cause }
rules-no-forwards = Ingen regel sender videre e-post fra { $account }.
# $address er dit e-posten går.
rules-forward-outside = E-post videresendes ut av organisasjonen, til { $address }, og beholdes ikke.
rules-forward-outside-copy = En kopi videresendes ut av organisasjonen, til { $address }.
rules-forward-own = E-post videresendes innen organisasjonen, til { $address }, og beholdes ikke.
rules-forward-own-copy = En kopi videresendes innen organisasjonen, til { $address }.
rules-forward-computed = E-post videresendes til en adresse som regelen selv setter sammen: { $address }
rules-only-some = Bare en del av e-posten: regelen har en betingelse.
rules-script = Skript og linje
rules-does = Hva den gjør
rules-about = Adresse eller mappe
rules-when = Når
rules-always = Alltid
rules-sometimes = Med betingelse
rules-hides = skjuler e-post
rules-none = Ingen regel er aktiv.
