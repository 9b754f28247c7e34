-- The name that people see, folded: the last line of the search text, or the address where there is no name.
ALTER TABLE account ADD COLUMN sort_name TEXT GENERATED ALWAYS AS (
    CASE display_name WHEN '' THEN primary_name
    ELSE substr(search_text, 1 + length(rtrim(search_text, replace(search_text, char(10), '')))) END
) VIRTUAL;

-- Pages of the directory come in these orders too, and a search reads the index alone, as in account_page.
CREATE INDEX account_by_name ON account (sort_name, id, search_text) WHERE deleted_at IS NULL;
CREATE INDEX account_by_age ON account (created_at, id, search_text) WHERE deleted_at IS NULL;

-- Lists that an admin comes back to. Nobody else sees them and nothing follows from them, so no audit row tells of them.
CREATE TABLE saved_view (
    account INTEGER NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    -- What stands in the address of the list behind its question mark.
    query TEXT NOT NULL,
    PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;
