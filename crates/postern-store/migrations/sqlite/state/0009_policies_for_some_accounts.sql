-- Policies of sending for some accounts: who they are for and what they set. The site's own values are in `policy`.
CREATE TABLE scoped_policy (
    name TEXT PRIMARY KEY,
    -- The lowest number is tried first.
    priority INTEGER NOT NULL UNIQUE,
    -- {"v":1,"conditions":{…},"exceptions":{…}}
    scope TEXT NOT NULL,
    -- [["outbound.novel_hour_max",20],…]
    sets TEXT NOT NULL,
    -- Null: until somebody removes it.
    until INTEGER
) STRICT, WITHOUT ROWID;
