# Pålogging. See the English file for what each message is for.

reason-locked-too-often-unfamiliar = { $count ->
    [one] Ukjente kilder ble låst { $count } gang i løpet av 24 timer.
   *[other] Ukjente kilder ble låst { $count } ganger i løpet av 24 timer.
}
reason-locked-too-often-familiar = { $count ->
    [one] Kjente kilder ble låst { $count } gang i løpet av 24 timer.
   *[other] Kjente kilder ble låst { $count } ganger i løpet av 24 timer.
}
evidence-success-during-spray = Pålogging fra en ukjent kilde lyktes mens mange kontoer ble prøvd.
evidence-old-password-from-strange-place = Et tidligere passord for kontoen ble prøvd fra en kilde kontoen aldri har brukt.
