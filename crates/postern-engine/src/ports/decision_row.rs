//! A line of the decision log as the store keeps it, and which of them are asked for and forgotten.

use postern_core::geo::Location;
use postern_core::ids::AccountId;
use postern_core::time::Timestamp;

/// One line of the decision log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRow {
    /// When.
    pub at: Timestamp,
    /// `auth_policy` or `postfix_policy`.
    pub gate: &'static str,
    /// About which account; `None` for an unknown name.
    pub account: Option<AccountId>,
    /// The name as given, canonical, for unknown ones.
    pub name: Option<String>,
    /// The source's address.
    pub source: Option<String>,
    /// A code of [`postern_core::decision::DecisionKind`], or of another version's.
    pub verdict: &'static str,
    /// Codes and numbers of the reasons, as JSON text.
    pub reasons: String,
    /// How many alike this line stands for (samples of mail that was let out, counted successes of signing in).
    pub weight: u32,
    /// When the first of those was, where the line stands for more than one moment.
    pub since: Option<Timestamp>,
    /// What is kept of an attempt to sign in beside its source; `None` for mail.
    pub attempt: Option<Box<AttemptDetail>>,
}

/// How somebody tried to sign in. Texts are the client's own claims, shortened and free of control characters;
/// empty where nothing was said.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AttemptDetail {
    /// `imap`, `pop3`, `smtp`, `sieve`, …
    pub protocol: String,
    /// What the client says it is, as in `iPhone Mail 17.4`.
    pub client: String,
    /// `PLAIN`, `LOGIN`, `CRAM-MD5`, …
    pub mechanism: String,
    /// Which credential was right, in the directory's words.
    pub credential: String,
    /// Where the source was on the map when the row was made.
    pub location: Location,
    /// The name of its network operator.
    pub operator: String,
}

/// Which sign-ins of an account.
#[derive(Clone, Debug)]
pub struct SignInFilter {
    /// Whose.
    pub account: AccountId,
    /// Only older than this row: its time and number.
    pub before: Option<(Timestamp, i64)>,
    /// Only since then.
    pub since: Option<Timestamp>,
    /// No successes.
    pub only_failures: bool,
    /// At most so many rows, newest first.
    pub limit: u32,
}

/// Which sources of an account's sign-ins.
#[derive(Clone, Copy, Debug)]
pub struct SeenSourceFilter {
    /// Whose.
    pub account: AccountId,
    /// Only what was seen since then.
    pub since: Timestamp,
    /// Those where somebody signed in; otherwise those where an attempt failed or was refused.
    pub with_success: bool,
    /// At most so many, the one seen last first.
    pub limit: u32,
}

/// A source of an account's sign-ins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenSource {
    /// As the gate was told it.
    pub source: String,
    /// When it was seen last.
    pub last: Timestamp,
}

/// A row of an account's sign-in history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInRow {
    /// Its number: later rows have higher ones.
    pub seq: i64,
    /// The row.
    pub row: DecisionRow,
}

/// Up to when each kind of memory is forgotten.
#[derive(Clone, Copy, Debug)]
pub struct ForgetBefore {
    /// Decisions about signing in.
    pub sign_ins: Timestamp,
    /// Decisions about sending.
    pub sending: Timestamp,
    /// Records of counters that have not changed since.
    pub counters: Timestamp,
}
