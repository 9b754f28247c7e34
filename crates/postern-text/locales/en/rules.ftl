# Signing in: what the rules say beyond one account's failures.

reason-locked-too-often-unfamiliar = { $count ->
    [one] Unfamiliar sources were locked { $count } time within 24 hours.
   *[other] Unfamiliar sources were locked { $count } times within 24 hours.
}
reason-locked-too-often-familiar = { $count ->
    [one] Familiar sources were locked { $count } time within 24 hours.
   *[other] Familiar sources were locked { $count } times within 24 hours.
}
evidence-success-during-spray = Sign-in from an unfamiliar source worked while many accounts were being tried.
evidence-old-password-from-strange-place = A former password of the account was tried from a source that the account has never used.
