-- The domains whose accounts the roles are for, as a JSON array. An empty one, which every older row has, means all.
ALTER TABLE account ADD COLUMN domains TEXT NOT NULL DEFAULT '[]';
ALTER TABLE token ADD COLUMN domains TEXT NOT NULL DEFAULT '[]';
