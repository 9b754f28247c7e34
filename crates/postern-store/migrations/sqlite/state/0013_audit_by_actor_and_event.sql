-- The audit is looked through by who acted and by what happened.
CREATE INDEX audit_actor ON audit (actor, at);
CREATE INDEX audit_code ON audit (code, at);
