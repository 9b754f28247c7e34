-- Where the owner of an account can be reached beside its mailbox. At most 5 of each account.
CREATE TABLE alternate_address (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (id),
    -- As it was typed: mail goes here.
    address TEXT NOT NULL,
    -- The one spelling by which addresses are compared.
    canonical TEXT NOT NULL,
    -- When and by whom it was added: microseconds, and an actor's text.
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    -- When somebody who reads the mail there said so, in microseconds; null until then.
    verified_at INTEGER,
    UNIQUE (account, canonical)
) STRICT;

-- Links that are mailed to owners and still open: what is used, replaced or void is taken out.
CREATE TABLE owner_link (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (id),
    -- verify_address, set_password or not_me.
    purpose TEXT NOT NULL,
    -- The alternate address that it is mailed to; null for a notice, which goes to all.
    alternate INTEGER REFERENCES alternate_address (id),
    -- SHA-256 of its 256 bits; null until the mail is handed over, because only then there is a text.
    hash BLOB CHECK (length(hash) = 32),
    -- Until when it works, in microseconds; null until the mail is handed over.
    expires_at INTEGER
) STRICT;

CREATE INDEX owner_link_by_account ON owner_link (account, purpose);
