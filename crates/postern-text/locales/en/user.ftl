# The page of one user.
# For screen readers: the row of tabs.
user-tabs = About this account
user-tab-summary = Summary
user-tab-sign-ins = Sign-ins
user-tab-sending = Sending
user-tab-access = Devices and sources
user-tab-audit = Audit log
user-restrictions = Open restrictions
user-aliases = Further addresses: { $names }
user-roles = Roles: { $names }
user-glance = At a glance
user-failures = What the failed sign-ins are
user-never-signed-in = No sign-in that worked is recorded.
user-lately = Ended lately
user-older = Older
user-no-audit = Nothing about this account is in the audit log.
user-last-messages = Last messages
user-no-messages = No message since Postern was started.
user-queue = In the mail queue
user-queue-none = Nothing of this account is in the mail queue.
user-devices = Remembered devices
user-no-devices = No device is remembered.
user-sources = Sources it knows
