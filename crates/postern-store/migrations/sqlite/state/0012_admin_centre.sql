-- The second factor of those who may enter the admin centre.
CREATE TABLE second_factor (
    account INTEGER PRIMARY KEY REFERENCES account (id),
    -- The secret that the authenticator shares with us (RFC 4226).
    secret BLOB NOT NULL CHECK (length(secret) = 20),
    -- The time step (RFC 6238) of the last code that opened a session: each is good once.
    last_step INTEGER NOT NULL,
    set_at INTEGER NOT NULL
) STRICT;

-- Recovery codes that are not used yet.
CREATE TABLE recovery_code (
    -- SHA-256 of the code, 32 bytes.
    hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
    account INTEGER NOT NULL REFERENCES account (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX recovery_code_account ON recovery_code (account);

-- Links that invite an admin: one an account.
CREATE TABLE invitation (
    account INTEGER PRIMARY KEY REFERENCES account (id),
    -- Stands in the link.
    id INTEGER NOT NULL CHECK (id BETWEEN 1 AND 1125899906842623),
    -- SHA-256 of the link's secret, 32 bytes.
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    expires_at INTEGER NOT NULL,
    -- What it is good for: a code.
    opens TEXT NOT NULL
) STRICT;

-- Open sessions of the admin centre. When one was last used is in memory only: after a restart it was just now.
CREATE TABLE admin_session (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 1125899906842623),
    account INTEGER NOT NULL REFERENCES account (id),
    -- SHA-256 of the cookie's secret, 32 bytes.
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    opened_at INTEGER NOT NULL,
    -- From where, as a client's address.
    source TEXT NOT NULL,
    -- What the browser called itself.
    client TEXT NOT NULL
) STRICT;

CREATE INDEX admin_session_account ON admin_session (account);
