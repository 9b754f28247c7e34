# Protokoll som är avstängda för ett konto.

protocol-submission = Sändning (SMTP)
protocol-portal = Webbmejl och portal
kind-protocol-off = Avstängt: { $protocol }
state-protocol-off = { $account } kan inte logga in med { $protocol }. Andra protokoll fungerar.
sign-in-refused-protocol-off = Protokollet är avstängt för kontot.
protocols-title = Protokoll
protocols-lede = Det som inte är markerat nekas för kontot vid nästa inloggning. E-postprogrammens öppna sessioner avslutas en gång, och de med andra protokoll kommer tillbaka av sig själva.
protocols-legend = Tillåtna protokoll
protocols-save = Spara
protocols-unchanged = Ingenting har ändrats: de här protokollen var redan tillåtna.
protocols-done = Tillåtna protokoll för { $account }: { $names }
protocols-done-none = Inget protokoll är längre tillåtet för { $account }.
