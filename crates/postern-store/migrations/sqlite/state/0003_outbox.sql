-- What is still to be done outside. A settled effect leaves this table; its receipts tell the story.
CREATE TABLE effect (
    seq INTEGER PRIMARY KEY,
    id INTEGER NOT NULL UNIQUE CHECK (id BETWEEN 1 AND 1125899906842623),
    effect TEXT NOT NULL,
    queued_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL
) STRICT;

CREATE INDEX effect_queued ON effect (queued_at, due_at);

-- What was answered to an effect, once per attempt.
CREATE TABLE receipt (
    seq INTEGER PRIMARY KEY,
    effect INTEGER NOT NULL,
    account INTEGER NOT NULL,
    point TEXT NOT NULL,
    at INTEGER NOT NULL,
    latency_us INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'failed', 'given_up')),
    message TEXT,
    retry_at INTEGER
) STRICT;

CREATE INDEX receipt_account ON receipt (account, at);
