# What is wrong with a password.
password-fault-common = Lösenordet är ett av de vanligaste och prövas först av angripare.
password-fault-breached = Lösenordet har kommit ut genom ett intrång på annat håll.
password-fault-word-everybody = Utöver ”{ $word }” innehåller lösenordet inte mycket, och sådana ord prövar angripare först.
password-fault-word-own = Utöver ”{ $word }” innehåller lösenordet inte mycket, och det ingår i kontots eget namn eller domän.
password-fault-word-site = Utöver ”{ $word }” innehåller lösenordet inte mycket, och det ordet tillåter inte din organisation.
password-fault-simple = Lösenordet består mest av upprepade tecken, tangentrader eller årtal.
password-fault-used-before = { $remembered ->
    [one] Det är kontots senaste lösenord.
   *[other] Det är ett av kontots { $remembered } senaste lösenord.
}
password-fault-too-short = Ett lösenord måste ha minst { $limit } tecken. Några ord i rad är lätta att komma ihåg.
password-fault-too-long = Ett lösenord får ha högst { $limit } tecken.
password-fault-then = Välj ett annat. Ingenting har ändrats.
refusal-weak-only-for-applications = Bara lösenordet för ett programkonto får bryta mot lösenordsreglerna. Välj ett annat lösenord. Ingenting har ändrats.
