# Tangenter i administrationscentret. See the English file for what each message is for.
keys-title = Tangenter
keys-lede = De här tangenterna fungerar på alla sidor, så länge ingenting skrivs.
keys-off-now = Tangenterna är avstängda.
keys-key = Tangent
keys-does = Vad den gör
keys-search = Gå till sökningen
keys-next = Nästa rad
keys-previous = Föregående rad
keys-tick = Kryssa för raden
keys-back = Tillbaka till listan
keys-help = Den här sidan
keys-switch-off = Stäng av tangenterna
keys-switch-on = Slå på tangenterna
