# What is wrong with a password.
password-fault-common = To geslo je med najpogostejšimi in ga napadalci poskusijo najprej.
password-fault-breached = To geslo je bilo razkrito pri vdoru drugje.
password-fault-word-everybody = Razen »{ $word }« je v tem geslu malo drugega, take besede pa napadalci poskusijo najprej.
password-fault-word-own = Razen »{ $word }« je v tem geslu malo drugega, to pa je del imena ali domene tega računa.
password-fault-word-site = Razen »{ $word }« je v tem geslu malo drugega, te besede pa vaša organizacija v geslih ne dovoli.
password-fault-simple = To geslo so večinoma ponovljeni znaki, vrste tipk ali letnice.
password-fault-used-before = { $remembered ->
    [one] To je eno od zadnjih { $remembered } gesel tega računa.
    [two] To je eno od zadnjih { $remembered } gesel tega računa.
    [few] To je eno od zadnjih { $remembered } gesel tega računa.
   *[other] To je eno od zadnjih { $remembered } gesel tega računa.
}
password-fault-too-short = Geslo potrebuje vsaj { $limit } znakov. Nekaj zaporednih besed si je lahko zapomniti.
password-fault-too-long = Geslo ima lahko največ { $limit } znakov.
password-fault-then = Izberite drugo. Nič ni bilo spremenjeno.
refusal-weak-only-for-applications = Pravilom za gesla sme nasprotovati le geslo aplikacije. Izberite drugo geslo. Nič ni bilo spremenjeno.
