//! The keys of what Postern reaches of the mail servers beside their files: the queue, and open sessions.

use super::shape::{Key, Need, key};

/// Whether a restriction holds what is queued.
pub(super) const QUEUE_HOLD: Key = key(
    "mail_queue.hold_restricted",
    "true or false",
    Need::Or("true"),
    "true",
    "Whether the queued mail of an account is held when its sending becomes restricted.",
);

/// How `postsuper` is run.
pub(super) const QUEUE_SUDO: Key = key(
    "mail_queue.sudo",
    "true or false",
    Need::Or("false"),
    "false",
    "Run postsuper through sudo -n, where Postern does not run as root. Needs a rule in sudoers.",
);

/// Which Postfix.
pub(super) const QUEUE_CONFIG: Key = key(
    "mail_queue.config_dir",
    "text",
    Need::Or("Postfix's own default"),
    "\"/etc/postfix\"",
    "Postfix's configuration folder, where a host runs several instances.",
);

/// Where Dovecot's API is.
pub(super) const DOVEADM_API: Key = key(
    "doveadm.api",
    "text",
    Need::Yes,
    "\"unix:/run/dovecot/http\"",
    "Where Dovecot's API listens: unix: and a path, or an address of this machine's loopback and a port, because the key \
     travels in the clear.",
);

/// What it wants to see.
pub(super) const DOVEADM_KEY: Key = key(
    "doveadm.api_key",
    "text",
    Need::Yes,
    "\"file:/etc/postern/doveadm.key\"",
    "The key that Dovecot wants (doveadm_api_key): file: and a path, or the key itself. At least 16 characters.",
);
