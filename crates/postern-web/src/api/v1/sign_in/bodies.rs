//! What applications send and are answered at the sign-in door.

use std::collections::BTreeMap;

use postern_core::arrival::source_of;
use postern_core::sign_in::Outcome;
use postern_engine::ask::SignInAsk;
use postern_engine::newcomers::COOKIE_BYTES_MAX;
use postern_engine::sign_in::{ApplicationAnswer, ApplicationAsk, ApplicationVerdict, SignInReason};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use crate::api::v1::error::ApiError;
use crate::api::v1::time::When;

/// Longest login in bytes: 64 of a local part, an @ and 255 of a domain (RFC 5321, section 4.5.3.1).
pub const LOGIN_BYTES_MAX: usize = 320;
/// Longest protocol, handle or password tag in bytes.
pub const WORD_BYTES_MAX: usize = 64;
/// Longest description of a client in bytes.
pub const CLIENT_BYTES_MAX: usize = 512;

/// Whose attempt it is and where it comes from: the same in all three requests.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::ToSchema)]
pub struct AttemptBody {
    /// The name as it was typed.
    pub login: String,
    /// Where the client is, as the application sees it.
    pub client_address: String,
    /// `webmail`, `vpn`, `portal`, …
    #[serde(default)]
    pub protocol: String,
    /// What the client says it is; for the log.
    #[serde(default)]
    pub client: String,
    /// The cookie that an earlier answer gave for this client.
    #[serde(default)]
    pub device_cookie: String,
}

/// Keys of a request that are none of ours, so that a misspelt one is told and not passed over. Their values are not
/// kept: one of them may be a password.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct UnknownKeys(BTreeMap<String, IgnoredAny>);

impl UnknownKeys {
    /// Refuses a request that has any, by the name of the first.
    pub(super) fn check(&self) -> Result<(), ApiError> {
        match self.0.keys().next() {
            Some(key) => Err(ApiError::bad_request(format!("unknown field `{key}`")).at(format!("/{key}"))),
            None => Ok(()),
        }
    }
}

/// `POST /sign-in/authenticate`. Holds a password, so it is never printed.
#[derive(Deserialize, utoipa::ToSchema)]
pub struct AuthenticateBody {
    /// Whose and where.
    #[serde(flatten)]
    pub attempt: AttemptBody,
    /// At most 1,024 bytes.
    pub password: String,
    /// Ask for a cookie on success.
    #[serde(default)]
    pub remember_device: bool,
    /// What should not be there.
    #[serde(flatten)]
    #[schema(ignore)]
    pub unknown: UnknownKeys,
}

/// `POST /sign-in/ask`
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub struct AskBody {
    /// Whose and where.
    #[serde(flatten)]
    pub attempt: AttemptBody,
    /// `before` the password is verified, or `after` it was right.
    pub phase: String,
    /// What the answer before the check said; only after.
    #[serde(default)]
    pub handle: String,
    /// Up to four hexadecimal digits of a keyed hash of login and password, so that the same wrong password counts
    /// once.
    #[serde(default)]
    pub password_tag: String,
    /// What should not be there.
    #[serde(flatten)]
    #[schema(ignore)]
    pub unknown: UnknownKeys,
}

/// `POST /sign-in/report`
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = AttemptReportBody)]
pub struct ReportBody {
    /// Whose and where.
    #[serde(flatten)]
    pub attempt: AttemptBody,
    /// What the answer before the check said; without it the attempt was never asked about.
    #[serde(default)]
    pub handle: String,
    /// As in the question.
    #[serde(default)]
    pub password_tag: String,
    /// `success`, `wrong_password`, `right_password_refused`, `refused_before` or `not_a_guess`.
    pub outcome: String,
    /// Ask for a cookie on success.
    #[serde(default)]
    pub remember_device: bool,
    /// What should not be there.
    #[serde(flatten)]
    #[schema(ignore)]
    pub unknown: UnknownKeys,
}

/// The answer of authenticate and ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct VerdictView {
    /// `allow`, `refuse` or `wait`.
    pub verdict: String,
    /// For whoever signs in, in the language asked for; empty with `allow`. Says nothing of the account.
    pub message: String,
    /// Decided without everything that is remembered.
    pub degraded: bool,
    /// For the application's log, never for whoever signs in.
    pub reasons: Vec<SignInReasonView>,
    /// Joins question and report; only of ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// Who signed in; only of authenticate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<SignedInView>,
    /// A new cookie for this client: 180 days, only over TLS, not readable by scripts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_cookie: Option<String>,
}

/// Who signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SignedInView {
    /// Never changes.
    pub id: String,
    /// The primary address, whichever name was typed.
    pub address: String,
}

/// The answer of report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ReportedView {
    /// Settled without everything that is remembered.
    pub degraded: bool,
    /// A new cookie for this client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_cookie: Option<String>,
}

/// One reason: a code and its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SignInReasonView {
    /// `wrong_credentials`, or why the rules refuse: `locked`, `closed`, `source_blocked`, …
    pub code: String,
    /// As in `{"lane": "unfamiliar"}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub arguments: BTreeMap<String, String>,
    /// When what refuses ends by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<When>,
    /// The site only observes: it was not refused.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub observed: bool,
}

impl AttemptBody {
    /// Refuses what cannot be an attempt, and says which field.
    pub(super) fn check(&self) -> Result<(), ApiError> {
        within("login", &self.login, 1, LOGIN_BYTES_MAX)?;
        within("protocol", &self.protocol, 0, WORD_BYTES_MAX)?;
        within("client", &self.client, 0, CLIENT_BYTES_MAX)?;
        within("device_cookie", &self.device_cookie, 0, COOKIE_BYTES_MAX)?;
        // Without a usable address every attempt would look as if it came from nowhere.
        source_of(&self.client_address).map(drop).map_err(|_| {
            ApiError::bad_request(
                "client_address is the address of the person's client, IPv4 or IPv6, as in 203.0.113.9, and not \
                 this machine's own",
            )
            .at("/client_address")
        })
    }

    pub(super) fn ask<'a>(&'a self, handle: &'a str, tag: &'a str, phase: &'a str) -> SignInAsk<'a> {
        SignInAsk {
            login: &self.login,
            remote: &self.client_address,
            pwhash: tag,
            protocol: &self.protocol,
            session: handle,
            device: &self.client,
            phase,
            ..SignInAsk::default()
        }
    }

    pub(super) fn application<'a>(&'a self, ask: SignInAsk<'a>, remember_device: bool) -> ApplicationAsk<'a> {
        ApplicationAsk { ask, device_cookie: &self.device_cookie, remember_device }
    }
}

/// A text of a request within its bounds.
pub(super) fn within(field: &str, text: &str, bytes_min: usize, bytes_max: usize) -> Result<(), ApiError> {
    if (bytes_min..=bytes_max).contains(&text.len()) {
        return Ok(());
    }
    Err(ApiError::bad_request(format!("{field} has {bytes_min} to {bytes_max} bytes"))
        .at(format!("/{field}")))
}

/// Reads `outcome`.
pub(super) fn outcome(word: &str) -> Result<Outcome, ApiError> {
    Ok(match word {
        "success" => Outcome::Success,
        "wrong_password" => Outcome::WrongPassword,
        "right_password_refused" => Outcome::RightPasswordRefused,
        "refused_before" => Outcome::RefusedBefore,
        "not_a_guess" => Outcome::NotAGuess,
        _ => {
            let known = "success, wrong_password, right_password_refused, refused_before or not_a_guess";
            return Err(ApiError::bad_request(format!("outcome is {known}")).at("/outcome"));
        }
    })
}

impl VerdictView {
    pub(super) fn new(answer: &ApplicationAnswer, message: String) -> Self {
        let verdict = match answer.verdict {
            ApplicationVerdict::Allow => "allow",
            ApplicationVerdict::Refuse => "refuse",
            ApplicationVerdict::Wait => "wait",
        };
        Self {
            verdict: verdict.to_owned(),
            message,
            degraded: answer.is_degraded,
            reasons: answer.reasons.iter().map(SignInReasonView::from).collect(),
            handle: None,
            account: None,
            device_cookie: answer.device_cookie.clone(),
        }
    }
}

impl From<&SignInReason> for SignInReasonView {
    fn from(reason: &SignInReason) -> Self {
        let (refusal, observed) = match reason {
            SignInReason::Refused(refusal) => (refusal, false),
            SignInReason::WouldBeRefused(refusal) => (refusal, true),
            SignInReason::WrongCredentials => {
                let code = "wrong_credentials".to_owned();
                return Self { code, arguments: BTreeMap::new(), until: None, observed: false };
            }
        };
        let (lane, until) = refusal.lane_and_end();
        let arguments = lane.map(|lane| ("lane".to_owned(), lane.code().to_owned())).into_iter().collect();
        Self { code: refusal.code().to_owned(), arguments, until: until.map(When::from), observed }
    }
}
