-- What people and programs did, among the many rows of rules and timers.
CREATE INDEX audit_people ON audit (at)
    WHERE actor NOT IN ('{"v":1,"is":"rule"}', '{"v":1,"is":"timer"}');
CREATE INDEX audit_account_people ON audit (account, at)
    WHERE actor NOT IN ('{"v":1,"is":"rule"}', '{"v":1,"is":"timer"}');
