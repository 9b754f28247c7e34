# What is wrong with a password. Each is a sentence of its own; several may stand one after another before the last.
password-fault-common = This password is one of the most used ones, which attackers try first.
password-fault-breached = This password has become known in a breach elsewhere.
password-fault-word-everybody = Apart from “{ $word }” there is little in this password, and attackers try such words first.
password-fault-word-own = Apart from “{ $word }” there is little in this password, and that belongs to the account’s own name or domain.
password-fault-word-site = Apart from “{ $word }” there is little in this password, and your organisation has ruled that word out.
password-fault-simple = This password is mostly repeated characters, rows of keys or years.
password-fault-used-before = { $remembered ->
    [one] This password is the last one that the account had.
   *[other] This password is one of the last { $remembered } that the account had.
}
password-fault-too-short = A password needs at least { $limit } characters; a few words in a row are easy to remember.
password-fault-too-long = A password has at most { $limit } characters.
password-fault-then = Choose another one. Nothing was changed.
refusal-weak-only-for-applications = Only an application’s password may be against the rules for passwords. Choose another password. Nothing was changed.
