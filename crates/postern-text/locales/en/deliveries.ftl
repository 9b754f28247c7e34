## How mail to outside was taken, as the mail log tells

cli-why-deliveries = Outside, last 24 hours: delivered { $delivered }, no such address { $missing }, refused as spam { $spam }, refused otherwise { $refused }, put off { $later }
cli-health-mail-log-read = Mail log: read as it grows
cli-health-mail-log-unreadable = Mail log: cannot be read, so results of deliveries are not counted. Why is in Postern’s own log.
