# Pierakstīšanās. See the English file for what each message is for.

reason-locked-too-often-unfamiliar = { $count ->
    [zero] Pierakstīšanās no nepazīstamiem avotiem 24 stundu laikā automātiski bloķēta { $count } reižu.
    [one] Pierakstīšanās no nepazīstamiem avotiem 24 stundu laikā automātiski bloķēta { $count } reizi.
   *[other] Pierakstīšanās no nepazīstamiem avotiem 24 stundu laikā automātiski bloķēta { $count } reizes.
}
reason-locked-too-often-familiar = { $count ->
    [zero] Pierakstīšanās no pazīstamiem avotiem 24 stundu laikā automātiski bloķēta { $count } reižu.
    [one] Pierakstīšanās no pazīstamiem avotiem 24 stundu laikā automātiski bloķēta { $count } reizi.
   *[other] Pierakstīšanās no pazīstamiem avotiem 24 stundu laikā automātiski bloķēta { $count } reizes.
}
evidence-success-during-spray = Pierakstīšanās no nepazīstama avota izdevās laikā, kad tika izmēģināti daudzi konti.
evidence-old-password-from-strange-place = Konta iepriekšējā parole tika izmēģināta no avota, kas šim kontam nav pazīstams.
