-- The journal of counters: one row per record, replaced as the record changes.
CREATE TABLE counter (
    seq INTEGER PRIMARY KEY,
    -- A kind byte, then the account's id (eight bytes, big-endian) or the network's eighteen bytes.
    key BLOB NOT NULL UNIQUE,
    saved_at INTEGER NOT NULL,
    record BLOB NOT NULL
) STRICT;

-- When the server was last known alive: one row.
CREATE TABLE alive (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    at INTEGER NOT NULL
) STRICT;

-- What the gates were asked and answered.
CREATE TABLE decision (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    gate TEXT NOT NULL,
    account INTEGER,
    name TEXT,
    source TEXT,
    verdict TEXT NOT NULL,
    reasons TEXT NOT NULL,
    weight INTEGER NOT NULL
) STRICT;

CREATE INDEX decision_at ON decision (at);
CREATE INDEX decision_account ON decision (account, at) WHERE account IS NOT NULL;
