-- Passwords that an account had, so that none of the last ones is set again (checklist C13). At most 24 of each account.
CREATE TABLE past_password (
    account INTEGER NOT NULL REFERENCES account (id),
    -- When another one took its place, in microseconds.
    replaced_at INTEGER NOT NULL,
    -- Dovecot's scheme notation.
    password_hash TEXT NOT NULL,
    PRIMARY KEY (account, replaced_at)
) STRICT, WITHOUT ROWID;
