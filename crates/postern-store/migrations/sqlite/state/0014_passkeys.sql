-- Passkeys of those who may enter the admin centre.
CREATE TABLE passkey (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 1125899906842623),
    account INTEGER NOT NULL REFERENCES account (id),
    -- What its owner calls it.
    name TEXT NOT NULL,
    -- What its authenticator calls it: nobody else's passkey has the same.
    credential BLOB NOT NULL UNIQUE CHECK (length(credential) BETWEEN 1 AND 1023),
    -- Public key, signature counter and flags, as webauthn-rs writes them: JSON.
    key TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    -- Null: not shown since it was added.
    last_used_at INTEGER
) STRICT;

CREATE INDEX passkey_account ON passkey (account);
