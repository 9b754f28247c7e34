# Kaj je šlo narobe, v nekaj besedah. See the English file for what each message is for.

problem-unreadable = Zahteve ni mogoče prebrati
problem-no-token = Ni žetona, ki to dovoljuje
problem-not-allowed = Ni dovoljeno
problem-not-found = Ni najdeno
problem-method = S to metodo ni mogoče
problem-conflict = Se ne ujema s trenutnim stanjem
problem-changed = Medtem spremenjeno
problem-too-large = Preveliko
problem-rules = Pravila tega ne dovoljujejo
problem-failed = V strežniku je prišlo do napake
problem-other-server = V drugem strežniku je prišlo do napake
problem-not-now = Trenutno ni mogoče

problem-precondition = To se je spremenilo, odkar je bilo prebrano, in zdaj nič ni spremenjeno. Preberite znova in se znova odločite.
problem-key-reused = Ta idempotenčni ključ je že uporabila druga zahteva. Nič ni bilo narejeno. Za novo zahtevo uporabite nov ključ.
problem-key-in-use = Zahteva s tem idempotenčnim ključem se izvaja ali pa se je strežnik medtem ustavil. Preverite stanje, preden jo pošljete z novim ključem.
problem-key-unreadable = Idempotenčni ključ ima od 1 do { $limit } vidnih znakov ASCII. Nič ni bilo narejeno.
problem-keys-full = Shranjenih je toliko idempotenčnih ključev, da za novega ni prostora ({ $limit }). Nič ni bilo narejeno. Potečejo po 24 urah; zahtevo pošljite brez ključa.
problem-no-such-preset = Takega vnaprej pripravljenega pravilnika ni. Izberite enega od teh: { $known }
