# Policyer för utskick som gäller vissa konton: lista, ändring, vem som har vilken, och varje skäl att neka.

policies-head-name = Policyns namn
policies-head-priority = Prioritet
policies-head-for = Gäller
policies-head-except = Utom
policies-head-sets = Värden
policies-head-accounts = Konton
policies-head-until = Upphör
policies-head-site = Standardpolicyn

policies-none = Det finns inga policyer för vissa konton. Standardpolicyn gäller för alla.
policies-last = För konton som inte omfattas av någon av dem gäller standardpolicyn.
policies-put = { $count ->
    [0] Policyn { $name } gäller nu. Just nu omfattar den inget konto.
    [one] Policyn { $name } gäller nu för { $count } konto.
   *[other] Policyn { $name } gäller nu för { $count } konton.
}
policies-removed = Policyn { $name } är borttagen. För dess konton gäller nu nästa policy som omfattar dem, eller standardpolicyn.
policies-has = För { $user } gäller policyn { $name }, den första som omfattar kontot.
policies-has-site = För { $user } gäller standardpolicyn. Ingen annan omfattar kontot.
policies-mailing = { $count ->
    [one] { $user } får skriva till { $count } mottagare till { $until }. Det anges i policyn { $name }, som upphör av sig själv.
   *[other] { $user } får skriva till { $count } mottagare till { $until }. Det anges i policyn { $name }, som upphör av sig själv.
}
policies-mailing-no-number = Den första policyn har redan prioriteten 0, så ett planerat utskick kan inte gå före den. Ge den policyn ett högre tal.

## Nekanden

policies-error-name = ”{ $given }” kan inte vara namnet på en policy. Använd högst { $max } tecken: a till z, 0 till 9, - och _.
policies-error-priority = Prioriteten { $given } är för hög. Välj ett tal från 0 till { $max }. Det lägsta prövas först.
policies-error-priority-taken = Policyn { $by } har redan den prioriteten. Välj ett annat tal, så att det framgår vilken som prövas först.
policies-error-no-condition = Ange vem policyn gäller: användare, grupper, domäner eller typer av konto. Ändra standardpolicyn om den ska gälla alla.
policies-error-too-many-conditions = En policy kan ange högst { $max } användare, grupper, domäner och typer. Samla användarna i en grupp.
policies-error-condition = ”{ $given }” kan inte vara en grupp eller en domän.
policies-error-no-value = Policyn anger inget värde. Ange minst ett.
policies-error-not-of-sending = { $name } är samma för alla konton. En policy för vissa konton kan bara ange värden för utskick.
policies-error-too-many = Det finns redan { $max } policyer. Ta bort en som inte längre behövs.
policies-error-no-such = Det finns ingen policy med namnet ”{ $name }”.
policies-error-contradicts = Policyn { $policy } skulle inte längre stämma. { $cause }
policies-error-no-preset = Det finns ingen förinställning med namnet ”{ $name }”. Kommandot policy preset list visar dem.
