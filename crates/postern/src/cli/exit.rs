//! How a command ends: exit codes that scripts may rely on, and the sentence that goes with them.

use postern_web::api::v1::error::Problem;

/// Exit codes. docs/reference/cli.md is printed from this table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Ok,
    /// Not done: something did not work.
    Failure,
    /// Not understood: wrong arguments.
    Usage,
    /// No such account or restriction, or several match.
    NotFound,
    /// The rules say no; nothing was changed.
    Refused,
    /// The server does not answer.
    Unreachable,
    /// Of several, not every one was done.
    Partly,
    /// Not now: whoever handed something in keeps it and tries again (EX_TEMPFAIL of sysexits.h, as Postfix's pipe(8)
    /// reads it).
    TryAgain,
}

impl Exit {
    /// Every code with its meaning, for the reference.
    pub const ALL: [(Exit, &'static str); 8] = [
        (Exit::Ok, "done"),
        (Exit::Failure, "not done: something did not work"),
        (Exit::Usage, "not understood: wrong arguments or values"),
        (Exit::NotFound, "no such account or restriction, or several match"),
        (Exit::Refused, "the rules say no, or the token does not allow it; nothing was changed"),
        (Exit::Unreachable, "the server does not answer, or cannot prove who it is"),
        (Exit::Partly, "of several, not every one was done; the output has a line for each"),
        (Exit::TryAgain, "report-in only: the server does not answer; hand the message in again later"),
    ];

    /// The number.
    pub const fn code(self) -> u8 {
        match self {
            Exit::Ok => 0,
            Exit::Failure => 1,
            Exit::Usage => 2,
            Exit::NotFound => 3,
            Exit::Refused => 4,
            Exit::Unreachable => 5,
            Exit::Partly => 6,
            Exit::TryAgain => 75,
        }
    }
}

/// Why a command ended early.
#[derive(Debug)]
pub enum Failure {
    /// With a sentence for standard error.
    Said {
        /// The code.
        exit: Exit,
        /// The sentence.
        message: String,
    },
    /// The server said no.
    Server {
        /// The code.
        exit: Exit,
        /// Its answer, which `--json` prints as it is.
        problem: Box<Problem>,
    },
    /// Whoever read our output has gone; that is theirs to decide.
    ReaderGone,
}

impl Failure {
    /// A failure with a code and a sentence.
    pub fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self::Said { exit, message: message.into() }
    }
}

impl From<anyhow::Error> for Failure {
    /// The chain, once, on one line.
    fn from(error: anyhow::Error) -> Self {
        Self::new(Exit::Failure, format!("{error:#}"))
    }
}

/// What a command answers.
pub type Outcome = Result<(), Failure>;
