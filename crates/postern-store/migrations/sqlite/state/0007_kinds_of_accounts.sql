-- Of a million accounts nearly all are persons, whoever keeps their passwords: the start reads only the others.
DROP INDEX account_special;
CREATE INDEX account_kind ON account (id, kind) WHERE deleted_at IS NULL AND kind <> 'person';
