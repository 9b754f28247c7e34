# Inloggning. See the English file for what each message is for.

reason-locked-too-often-unfamiliar = { $count ->
    [one] Obekanta källor låstes { $count } gång inom 24 timmar.
   *[other] Obekanta källor låstes { $count } gånger inom 24 timmar.
}
reason-locked-too-often-familiar = { $count ->
    [one] Bekanta källor låstes { $count } gång inom 24 timmar.
   *[other] Bekanta källor låstes { $count } gånger inom 24 timmar.
}
evidence-success-during-spray = Inloggningen från en obekant källa lyckades medan många konton prövades.
evidence-old-password-from-strange-place = Ett tidigare lösenord för kontot prövades från en källa som kontot aldrig har använt.
