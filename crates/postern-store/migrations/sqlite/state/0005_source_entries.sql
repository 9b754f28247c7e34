-- What people said of sources in advance: allowed, or shared by everybody. An entry forbids nothing, so it is no
-- restriction. Open ones are few (a limit in core); ended ones stay, as restrictions do.
CREATE TABLE source_entry (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 1125899906842623),
    -- 'allowed' or 'shared'.
    kind TEXT NOT NULL,
    -- As in 203.0.113.0/24; null: of the account, wherever it comes from.
    network TEXT,
    -- Null: of everybody from the network.
    account INTEGER REFERENCES account (id),
    note TEXT NOT NULL,
    since INTEGER NOT NULL,
    -- Null: never ends by itself.
    until INTEGER,
    origin TEXT NOT NULL,
    actor TEXT NOT NULL,
    -- 1: the first success makes the place familiar at once.
    is_vouched INTEGER NOT NULL CHECK (is_vouched IN (0, 1)),
    ended_at INTEGER,
    ended_by TEXT,
    ended_note TEXT,
    CHECK (network IS NOT NULL OR account IS NOT NULL),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_note IS NULL))
) STRICT;

CREATE INDEX source_entry_open ON source_entry (since) WHERE ended_at IS NULL;
CREATE INDEX source_entry_account ON source_entry (account) WHERE account IS NOT NULL;
