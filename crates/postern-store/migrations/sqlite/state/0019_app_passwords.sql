-- App passwords: credentials of their own for single devices. A revoked one is deleted; its audit rows name it.
CREATE TABLE app_password (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 1125899906842623),
    account INTEGER NOT NULL REFERENCES account (id),
    -- Which of the mail server's files it is in.
    slot INTEGER NOT NULL CHECK (slot BETWEEN 1 AND 255),
    -- Which device has it.
    name TEXT NOT NULL,
    -- JSON array of codes.
    protocols TEXT NOT NULL,
    -- Dovecot's scheme notation.
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    -- The last use that was noted; notes are a minute apart. The next two say where and by what. Null: never.
    last_used_at INTEGER,
    last_source TEXT,
    last_protocol TEXT,
    CHECK ((last_used_at IS NULL) = (last_source IS NULL)),
    UNIQUE (account, slot)
) STRICT;
