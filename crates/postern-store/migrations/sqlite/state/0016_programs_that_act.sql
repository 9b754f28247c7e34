-- Programs that act upon the API with a role. Null: the token was made by somebody with root.
ALTER TABLE token ADD COLUMN made_by INTEGER REFERENCES account (id);

-- Requests that may be sent twice: what was answered to the first.
CREATE TABLE idempotency_key (
    -- A seal over who used the key and the key, 32 bytes.
    id BLOB PRIMARY KEY CHECK (length(id) = 32),
    -- A seal over the request, 32 bytes.
    request BLOB NOT NULL CHECK (length(request) = 32),
    begun_at INTEGER NOT NULL,
    -- Both null: it has not ended, or the server stopped before it had.
    status INTEGER,
    body BLOB,
    CHECK ((status IS NULL) = (body IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_key_begun ON idempotency_key (begun_at);
