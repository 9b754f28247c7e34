## How mail to outside was taken, as the mail log tells

cli-why-deliveries = Outside, last 24 hours: delivered { $delivered }, no such address { $missing }, refused as spam { $spam }, refused otherwise { $refused }, put off { $later }
cli-health-mail-log-read = Mail log: read as it grows
cli-health-mail-log-unreadable = Mail log: cannot be read, so results of deliveries are not counted. Why is in Postern’s own log.

## postern report-in. $message is a file, or - for standard input

cli-report-none = { $message }: no report of a bounce or a complaint. Nothing was changed.
cli-report-counted = { $message }: about mail of { $account }, and counted.
cli-report-nothing-new = { $message }: about mail of { $account }, and nothing new.
cli-report-no-message = { $message }: about no mail that Postern saw in the last days. Nothing was changed.
cli-report-not-trusted = { $message }: a complaint that does not come from a trusted reporter. Nothing was changed.
cli-report-no-maildir = { $folder } is no Maildir: it has no folders new and cur.

## postern user learn-contacts

event-contacts-learned = Contacts learned
cli-contacts-learned = Accounts: { $accounts }. Contacts learned: { $contacts }
cli-contacts-bursts = Hours in which an account wrote to more new recipients than its limit, and which taught nothing: { $count }
cli-contacts-unknown = { $login } is nobody’s login here: nothing was learned.
