# Protokoli, kas kontam ir izslēgti.

protocol-submission = Sūtīšana (SMTP)
protocol-portal = Tīmekļa pasts un portāls
kind-protocol-off = Izslēgts: { $protocol }
state-protocol-off = Konts { $account } nevar pierakstīties ar protokolu { $protocol }. Citi protokoli darbojas.
sign-in-refused-protocol-off = Šis protokols kontam ir izslēgts.
protocols-title = Protokoli
protocols-lede = Kas nav atzīmēts, ar to kontam nākamā pierakstīšanās tiks atteikta. Pasta programmu atvērtās sesijas vienreiz tiks pārtrauktas, un citu protokolu sesijas atjaunosies pašas.
protocols-legend = Atļautie protokoli
protocols-save = Saglabāt
protocols-unchanged = Nekas netika mainīts: šie protokoli jau bija atļauti.
protocols-done = Konta { $account } atļautie protokoli: { $names }
protocols-done-none = Kontam { $account } vairs nav atļauts neviens protokols.
