# Taustiņi administrēšanas centrā. See the English file for what each message is for.
keys-title = Taustiņi
keys-lede = Šie taustiņi darbojas visās lapās, kamēr nekas netiek rakstīts.
keys-off-now = Taustiņi ir izslēgti.
keys-key = Taustiņš
keys-does = Ko tas dara
keys-search = Pāriet uz meklēšanu
keys-next = Nākamā rinda
keys-previous = Iepriekšējā rinda
keys-tick = Atzīmēt rindu
keys-back = Atpakaļ uz sarakstu
keys-help = Šī lapa
keys-switch-off = Izslēgt taustiņus
keys-switch-on = Ieslēgt taustiņus
