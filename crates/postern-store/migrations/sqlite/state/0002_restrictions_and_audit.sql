-- What is forbidden or slowed, now and formerly. Texts in JSON are described in src/record.
CREATE TABLE restriction (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 1125899906842623),
    entity TEXT NOT NULL,
    -- The entity again, when it is an account.
    account INTEGER REFERENCES account (id),
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER,
    origin TEXT NOT NULL,
    actor TEXT NOT NULL,
    ended_at INTEGER,
    ended_by TEXT,
    ended_note TEXT,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_note IS NULL))
) STRICT;

CREATE INDEX restriction_open ON restriction (since) WHERE ended_at IS NULL;
CREATE INDEX restriction_since ON restriction (since);
CREATE INDEX restriction_account ON restriction (account, since);

-- What happened, in the order of commits. Nothing here is ever changed.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    id INTEGER NOT NULL UNIQUE CHECK (id BETWEEN 1 AND 1125899906842623),
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    note TEXT NOT NULL,
    code TEXT NOT NULL,
    account INTEGER,
    detail TEXT NOT NULL
) STRICT;

-- The row's seq is part of every index entry, so these also order the events of one moment.
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_account ON audit (account, at) WHERE account IS NOT NULL;

CREATE TRIGGER audit_is_not_updated BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit rows are never changed');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit rows are never deleted');
END;
