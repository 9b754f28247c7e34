# What is wrong with a password.
password-fault-common = Šī parole ir viena no visbiežāk lietotajām, un uzbrucēji to izmēģina vispirms.
password-fault-breached = Šī parole ir kļuvusi zināma datu noplūdē citur.
password-fault-word-everybody = Bez “{ $word }” šajā parolē ir maz kā cita, un šādus vārdus uzbrucēji izmēģina vispirms.
password-fault-word-own = Bez “{ $word }” šajā parolē ir maz kā cita, un tas ir daļa no paša konta vārda vai domēna.
password-fault-word-site = Bez “{ $word }” šajā parolē ir maz kā cita, un jūsu organizācija šo vārdu parolēs neatļauj.
password-fault-simple = Šajā parolē ir galvenokārt atkārtotas rakstzīmes, taustiņu rindas vai gadskaitļi.
password-fault-used-before = { $remembered ->
    [zero] Šī ir viena no konta pēdējām { $remembered } parolēm.
    [one] Šī ir viena no konta pēdējām { $remembered } parolēm.
   *[other] Šī ir viena no konta pēdējām { $remembered } parolēm.
}
password-fault-too-short = Parolei vajag vismaz tik rakstzīmju: { $limit }. Dažus vārdus pēc kārtas ir viegli atcerēties.
password-fault-too-long = Parolē drīkst būt ne vairāk kā { $limit } rakstzīmes.
password-fault-then = Izvēlieties citu. Nekas netika mainīts.
refusal-weak-only-for-applications = Paroļu noteikumiem drīkst neatbilst tikai lietotnes parole. Izvēlieties citu paroli. Nekas netika mainīts.
