# Vpis. See the English file for what each message is for.

reason-locked-too-often-unfamiliar = { $count ->
    [one] Vpis iz neznanih virov je bil v 24 urah zaklenjen { $count }-krat.
    [two] Vpis iz neznanih virov je bil v 24 urah zaklenjen { $count }-krat.
    [few] Vpis iz neznanih virov je bil v 24 urah zaklenjen { $count }-krat.
   *[other] Vpis iz neznanih virov je bil v 24 urah zaklenjen { $count }-krat.
}
reason-locked-too-often-familiar = { $count ->
    [one] Vpis iz znanih virov je bil v 24 urah zaklenjen { $count }-krat.
    [two] Vpis iz znanih virov je bil v 24 urah zaklenjen { $count }-krat.
    [few] Vpis iz znanih virov je bil v 24 urah zaklenjen { $count }-krat.
   *[other] Vpis iz znanih virov je bil v 24 urah zaklenjen { $count }-krat.
}
evidence-success-during-spray = Vpis iz neznanega vira je uspel, medtem ko se je preizkušalo veliko računov.
evidence-old-password-from-strange-place = Prejšnje geslo računa je bilo preizkušeno iz vira, ki ga ta račun še ni uporabil.
