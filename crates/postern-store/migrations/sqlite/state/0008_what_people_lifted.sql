-- The start looks for what was lifted shortly before a crash, among all that ever ended.
CREATE INDEX restriction_ended ON restriction (ended_at) WHERE ended_at IS NOT NULL;
