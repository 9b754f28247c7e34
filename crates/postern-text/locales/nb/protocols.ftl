# Protokoller som er slått av for en konto.

protocol-submission = Sending av e-post (SMTP)
protocol-portal = Webmail og portal
kind-protocol-off = Slått av: { $protocol }
state-protocol-off = { $account } kan ikke logge på med { $protocol }. Andre protokoller virker.
sign-in-refused-protocol-off = Protokollen er slått av for kontoen.
protocols-title = Protokoller
protocols-lede = Det som ikke er merket, nektes for kontoen ved neste pålogging. Åpne økter i e-postprogrammer avsluttes én gang, og de med andre protokoller kommer tilbake av seg selv.
protocols-legend = Tillatte protokoller
protocols-save = Lagre
protocols-unchanged = Ingenting er endret: disse protokollene var allerede tillatt.
protocols-done = Tillatte protokoller for { $account }: { $names }
protocols-done-none = Ingen protokoll er lenger tillatt for { $account }.
