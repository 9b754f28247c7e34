-- What the gates answered, added up as it happened: a picture of a day reads as many rows as the day has minutes.
CREATE TABLE site_sum (
    -- Minutes since 1970.
    minute INTEGER PRIMARY KEY,
    signed_in INTEGER NOT NULL,
    sign_ins_failed INTEGER NOT NULL,
    sign_ins_refused INTEGER NOT NULL,
    recipients_permitted INTEGER NOT NULL,
    recipients_novel INTEGER NOT NULL,
    recipients_refused INTEGER NOT NULL
) STRICT;

-- The same of each account, without its successes of signing in.
CREATE TABLE account_sum (
    account INTEGER NOT NULL,
    -- Ten minutes since 1970.
    slot INTEGER NOT NULL,
    sign_ins_failed INTEGER NOT NULL,
    sign_ins_refused INTEGER NOT NULL,
    recipients_permitted INTEGER NOT NULL,
    recipients_novel INTEGER NOT NULL,
    recipients_refused INTEGER NOT NULL,
    PRIMARY KEY (account, slot)
) STRICT, WITHOUT ROWID;

-- Old ones are looked for.
CREATE INDEX account_sum_slot ON account_sum (slot);

-- An account's refused mails are many while it is restricted, and no reader of its sign-ins wants to pass over them.
DROP INDEX decision_account;
CREATE INDEX decision_account_gate ON decision (account, gate, at) WHERE account IS NOT NULL;
-- Its failures are many while it is attacked, and a success among them is what everybody looks for.
CREATE INDEX decision_success ON decision (account, at) WHERE verdict = 'success';
