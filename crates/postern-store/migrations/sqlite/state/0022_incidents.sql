-- Accounts that somebody else is or was in, from the first suspicion until a person says what it was.
CREATE TABLE incident (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (id),
    -- When and by whom it was opened: microseconds, and an actor's text; because of what.
    opened_at INTEGER NOT NULL,
    opened_by TEXT NOT NULL,
    opened_because TEXT NOT NULL,
    -- Who looks after it; null is nobody.
    owner INTEGER REFERENCES account (id),
    -- When the account was contained; null is not, or undone.
    contained_at INTEGER,
    -- JSON arrays: ids of the restrictions that the containment began, names of the app passwords that it revoked.
    rows TEXT NOT NULL DEFAULT '[]',
    app_passwords TEXT NOT NULL DEFAULT '[]',
    -- When, by whom, as what and with which words it was closed; null while it is open.
    closed_at INTEGER,
    closed_by TEXT,
    cause TEXT,
    note TEXT,
    -- Raised by each change, so that a form that is old is noticed.
    version INTEGER NOT NULL
) STRICT;

-- An account has one that is open.
CREATE UNIQUE INDEX incident_open ON incident (account) WHERE closed_at IS NULL;
CREATE INDEX incident_by_time ON incident (opened_at, id);

-- The messages that a containment held in the mail server's queue, for letting exactly these go.
CREATE TABLE incident_held (
    incident INTEGER NOT NULL REFERENCES incident (id),
    queue_id TEXT NOT NULL,
    PRIMARY KEY (incident, queue_id)
) STRICT, WITHOUT ROWID;
