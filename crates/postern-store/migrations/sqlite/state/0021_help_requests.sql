-- Owners who ask the help desk. At most 4 open ones of each account; answered ones go after 30 days, all with the account.
CREATE TABLE help_request (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (id),
    -- sign_in, sending or suspicious.
    topic TEXT NOT NULL,
    -- In the words of whoever asks, at most 500 characters; may be empty.
    message TEXT NOT NULL,
    -- The address that it came from; null where none is known.
    source TEXT,
    -- 1: whoever asks has proved to be the owner. 0: anybody who knows the name.
    is_proved INTEGER NOT NULL CHECK (is_proved IN (0, 1)),
    -- When it was asked, in microseconds.
    asked_at INTEGER NOT NULL,
    -- When and by whom it was answered, and what was done: microseconds, an actor's text and that person's words. Null while open.
    answered_at INTEGER,
    answered_by TEXT,
    answer TEXT
) STRICT;

CREATE INDEX help_request_by_account ON help_request (account, asked_at);
CREATE INDEX help_request_open ON help_request (asked_at) WHERE answered_at IS NULL;
