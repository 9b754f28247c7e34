//! Where one account's mail is sent on, and what its owner's rules do.

use axum::extract::{Path, State};
use postern_core::command::CommandKind;
use postern_core::forwarding::{Forward, ForwardOrigin, MailRule, RuleDeed};
use postern_engine::forwarding::MailFlow;
use postern_engine::ports::MailScript;
use serde::{Deserialize, Serialize};

use super::EngineState;
use super::accounts::account_id;
use super::asker::Asking;
use super::body::Answer;
use super::error::{ApiError, ErrorCode};

/// What happens to an account's mail beside its inbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RulesView {
    /// The account's id.
    pub account: String,
    /// Whether the site lets us at its mail server's rules.
    pub is_connected: bool,
    /// Where mail is sent on.
    pub forwards: Vec<ForwardView>,
    /// The scripts in force: the active one and what it runs.
    pub scripts: Vec<ScriptView>,
    /// What could not be read; the rest is then not everything.
    pub problems: Vec<String>,
}

/// Mail that is sent on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ForwardView {
    /// Where to, as it is written.
    pub to: String,
    /// `own`, `outside`, or `computed`: the script makes it up while it runs.
    pub reach: String,
    /// The account gets the mail too.
    pub keeps: bool,
    /// The script.
    pub script: String,
    /// Only when a test of the script says so.
    pub is_conditional: bool,
}

/// A script of the account's owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ScriptView {
    /// Its name.
    pub name: String,
    /// It is the one that the mail server runs.
    pub is_active: bool,
    /// What it says.
    pub text: String,
    /// What it does, in order; absent where that could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Vec<RuleView>>,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RuleView {
    /// `redirect`, `fileinto`, `discard`, `reject`, `stop`, `vacation`, `include`, `notify`, `keep`, or another command.
    pub what: String,
    /// The address, folder, script or method that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Only when a test of the script says so.
    pub is_conditional: bool,
    /// It takes mail out of the owner's sight.
    pub hides: bool,
    /// In which line, from 1.
    pub line: u32,
}

impl RulesView {
    fn new(account: String, is_connected: bool, flow: &MailFlow) -> Self {
        Self {
            account,
            is_connected,
            forwards: flow.forwards.iter().map(ForwardView::from).collect(),
            scripts: flow.scripts.iter().map(ScriptView::from).collect(),
            problems: flow.problems.clone(),
        }
    }
}

impl From<&Forward> for ForwardView {
    fn from(forward: &Forward) -> Self {
        let ForwardOrigin::Rule { script, is_conditional } = &forward.origin;
        Self {
            to: forward.to.clone(),
            reach: forward.reach.code().to_owned(),
            keeps: forward.keeps,
            script: script.clone(),
            is_conditional: *is_conditional,
        }
    }
}

impl From<&MailScript> for ScriptView {
    fn from(script: &MailScript) -> Self {
        Self {
            name: script.name.clone(),
            is_active: script.is_active,
            text: script.text.clone(),
            rules: script.rules.as_ref().ok().map(|rules| rules.iter().map(RuleView::from).collect()),
        }
    }
}

impl From<&MailRule> for RuleView {
    fn from(rule: &MailRule) -> Self {
        let (what, about) = match &rule.deed {
            RuleDeed::Redirect { to, is_copy: _ } => ("redirect", Some(to)),
            RuleDeed::FileInto { folder, is_copy: _ } => ("fileinto", Some(folder)),
            RuleDeed::Discard => ("discard", None),
            RuleDeed::Reject => ("reject", None),
            RuleDeed::Stop => ("stop", None),
            RuleDeed::Vacation => ("vacation", None),
            RuleDeed::Include { script, is_global: _ } => ("include", Some(script)),
            RuleDeed::Notify { method } => ("notify", Some(method)),
            RuleDeed::Keep => ("keep", None),
            RuleDeed::Other { command } => (command.as_str(), None),
        };
        Self {
            what: what.to_owned(),
            about: about.cloned(),
            is_conditional: rule.is_conditional,
            hides: rule.hides(),
            line: rule.line,
        }
    }
}

/// `GET /accounts/{id}/rules`
pub async fn show(
    State(engine): State<EngineState>,
    asking: Asking,
    Path(id): Path<String>,
) -> Result<Answer<RulesView>, ApiError> {
    asking.may_read(CommandKind::Read)?;
    let account = account_id(&id)?;
    let flow = engine.mail_flow(account).await?;
    let flow = flow.ok_or_else(|| ApiError::new(ErrorCode::NoSuchAccount))?;
    Ok(Answer(RulesView::new(account.to_string(), engine.has_mail_agent(), &flow)))
}
