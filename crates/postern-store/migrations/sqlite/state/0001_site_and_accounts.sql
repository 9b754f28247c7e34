-- Who we are: one row, made when the store is created.
CREATE TABLE site (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    site_key BLOB NOT NULL CHECK (length(site_key) = 32),
    -- 1 from the start of a server until its clean stop.
    is_running INTEGER NOT NULL CHECK (is_running IN (0, 1))
) STRICT;

-- Ids are random and below 2^50; times are microseconds since 1970. The row of a deleted account stays, emptied,
-- so that its id is never used again and the audit can still say whose it was.
CREATE TABLE account (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 1125899906842623),
    primary_name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    roles TEXT NOT NULL,
    member_of TEXT NOT NULL,
    is_gate_only INTEGER NOT NULL CHECK (is_gate_only IN (0, 1)),
    -- Addresses, aliases and display name, folded, one per line.
    search_text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;

-- Pages of the directory come in this order, and a search reads this index alone.
CREATE INDEX account_page ON account (primary_name, search_text) WHERE deleted_at IS NULL;
CREATE INDEX account_admin ON account (id) WHERE deleted_at IS NULL AND roles <> '[]';
CREATE INDEX account_special ON account (id, kind)
    WHERE deleted_at IS NULL AND (kind = 'application' OR is_gate_only = 1);

-- Every name of every account that exists: here, and only here, a name is unique.
CREATE TABLE name (
    name TEXT PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (id),
    -- Keyed hash of the name, the 64 bits of it as a signed number.
    hash INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX name_account ON name (account, hash);

CREATE TABLE credential (
    account INTEGER PRIMARY KEY REFERENCES account (id),
    -- Dovecot's scheme notation.
    password_hash TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
