//! A person's Sieve scripts: listed, read, and turned into what core calls rules.

use postern_core::forwarding::{MailRule, RuleDeed};
use postern_core::name::AccountName;
use postern_engine::ports::{AgentError, MailScript, SCRIPTS_MAX};
use postern_wire::sieve::{self, Deed, Found};
use serde_json::{Map, Value, json};

use super::answer::Outcome;
use super::{Doveadm, EXIT_NO_USER, EXIT_NOT_FOUND, refused};

impl Doveadm {
    /// The scripts of this account, the active one first.
    pub(super) async fn read_scripts(&self, account: &AccountName) -> Result<Vec<MailScript>, AgentError> {
        let user = account.as_str();
        let listed = match self.one("sieveList", json!({ "user": user })).await? {
            Outcome::Rows(rows) => rows,
            Outcome::Exit(EXIT_NO_USER) => {
                return Err(AgentError::NoSuchUser { name: account.to_string() });
            }
            Outcome::Exit(EXIT_NOT_FOUND) => return Ok(Vec::new()),
            outcome => return Err(refused("sieveList", account, &outcome)),
        };
        let mut names: Vec<(String, bool)> = listed.iter().filter_map(listed_script).collect();
        if names.len() > SCRIPTS_MAX {
            return Err(AgentError::TooManyScripts { name: account.to_string() });
        }
        names.sort_by_key(|(name, is_active)| (!is_active, name.clone()));
        let mut scripts = Vec::with_capacity(names.len());
        for (name, is_active) in names {
            let asked = json!({ "user": user, "scriptname": name });
            match self.one("sieveGet", asked).await? {
                Outcome::Rows(rows) => {
                    let text = rows.first().and_then(|row| row.get("sieve script")).and_then(Value::as_str);
                    let Some(text) = text.map(str::to_owned) else {
                        return Err(refused("sieveGet", account, &Outcome::Rows(rows)));
                    };
                    let rules = sieve::read(text.as_bytes());
                    let rules = rules.map(|found| found.into_iter().map(rule).collect());
                    scripts.push(MailScript {
                        name,
                        is_active,
                        text,
                        rules: rules.map_err(|error| error.to_string()),
                    });
                }
                // Its owner deleted it meanwhile.
                Outcome::Exit(EXIT_NOT_FOUND) => {}
                outcome => return Err(refused("sieveGet", account, &outcome)),
            }
        }
        Ok(scripts)
    }

    async fn one(&self, command: &'static str, parameters: Value) -> Result<Outcome, AgentError> {
        let said = self.call(&[(command, parameters)]).await?.into_iter().next();
        said.map(|said| said.outcome).ok_or_else(|| self.line.broken(&"no answer"))
    }
}

/// `{"script": "fwd", "active": "ACTIVE"}`.
fn listed_script(row: &Map<String, Value>) -> Option<(String, bool)> {
    let name = row.get("script")?.as_str()?.to_owned();
    let is_active = row.get("active").and_then(Value::as_str).is_some_and(|state| state == "ACTIVE");
    Some((name, is_active))
}

fn rule(found: Found) -> MailRule {
    let deed = match found.deed {
        Deed::Redirect { to, is_copy } => RuleDeed::Redirect { to: to.trim().to_owned(), is_copy },
        Deed::FileInto { folder, is_copy, creates: _ } => RuleDeed::FileInto { folder, is_copy },
        Deed::Discard => RuleDeed::Discard,
        Deed::Keep => RuleDeed::Keep,
        Deed::Reject => RuleDeed::Reject,
        Deed::Stop => RuleDeed::Stop,
        Deed::Vacation => RuleDeed::Vacation,
        Deed::Include { script, is_global } => RuleDeed::Include { script, is_global },
        Deed::Notify { method } => RuleDeed::Notify { method },
        Deed::Other { command } => RuleDeed::Other { command },
    };
    MailRule { deed, is_conditional: found.is_conditional, line: found.line }
}
