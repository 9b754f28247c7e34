-- What programs show to be let in. Revoked ones stay: their audit rows name them.
CREATE TABLE token (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 1125899906842623),
    name TEXT NOT NULL,
    -- JSON array of codes.
    scopes TEXT NOT NULL,
    -- SHA-256 of the secret, 32 bytes.
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    created_at INTEGER NOT NULL,
    -- Null: it was made without an end, on purpose.
    ends_at INTEGER,
    -- The last use that was noted; notes are a minute apart. Null: never.
    last_used_at INTEGER,
    revoked_at INTEGER
) STRICT;

CREATE UNIQUE INDEX token_name ON token (name) WHERE revoked_at IS NULL;

-- One-time links for the owner in a new place, and the passes that their use gave.
CREATE TABLE admission (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 1125899906842623),
    account INTEGER NOT NULL REFERENCES account (id),
    -- SHA-256 of the link's secret, 32 bytes.
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    expires_at INTEGER NOT NULL,
    -- The next three are set together when it is used: from which network (as in 203.0.113.9/32), and until when
    -- that network has a pass.
    used_at INTEGER,
    source TEXT,
    pass_until INTEGER,
    CHECK ((used_at IS NULL) = (source IS NULL) AND (used_at IS NULL) = (pass_until IS NULL))
) STRICT;

CREATE INDEX admission_account ON admission (account);

-- Devices that are remembered: those whose cookie is good.
CREATE TABLE device (
    -- The cookie's nonce.
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 1125899906842623),
    account INTEGER NOT NULL REFERENCES account (id),
    -- The success that earned it.
    since INTEGER NOT NULL
) STRICT;

CREATE INDEX device_account ON device (account, since);
