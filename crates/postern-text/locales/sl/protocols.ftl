# Protokoli, ki so za račun izklopljeni.

protocol-submission = Pošiljanje (SMTP)
protocol-portal = Spletna pošta in portal
kind-protocol-off = Izklopljeno: { $protocol }
state-protocol-off = Račun { $account } se ne more vpisati s protokolom { $protocol }. Drugi protokoli delujejo.
sign-in-refused-protocol-off = Ta protokol je za račun izklopljen.
protocols-title = Protokoli
protocols-lede = Kar ni označeno, bo računu pri naslednjem vpisu zavrnjeno. Odprte seje poštnih programov se enkrat končajo, seje drugih protokolov pa se vzpostavijo znova same.
protocols-legend = Dovoljeni protokoli
protocols-save = Shrani
protocols-unchanged = Nič ni bilo spremenjeno: ti protokoli so bili že dovoljeni.
protocols-done = Dovoljeni protokoli za račun { $account }: { $names }
protocols-done-none = Za račun { $account } ni dovoljen noben protokol več.
