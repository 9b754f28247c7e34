-- What is kept of an attempt to sign in beside its source: JSON with a version. Null for mail, and for rows from
-- before this migration.
ALTER TABLE decision ADD COLUMN attempt TEXT;
-- When the first of the alike ones was (microseconds since 1970), where a row stands for more than one moment; else
-- null.
ALTER TABLE decision ADD COLUMN since INTEGER;

-- Signing in and sending are kept for different times, so old rows are looked for by gate.
DROP INDEX decision_at;
CREATE INDEX decision_gate_at ON decision (gate, at);
