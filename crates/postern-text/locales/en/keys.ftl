# Keys: what each does in the admin centre, and how they are switched off.
keys-title = Keys
keys-lede = These keys work on every page, as long as nothing is being typed.
keys-off-now = The keys are switched off.
keys-key = Key
keys-does = What it does
keys-search = Go to the search
keys-next = Next row
keys-previous = Previous row
keys-tick = Tick the row
keys-back = Back to the list
keys-help = This page
keys-switch-off = Switch the keys off
keys-switch-on = Switch the keys on
