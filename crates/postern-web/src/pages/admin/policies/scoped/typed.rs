//! What was typed of a policy for some accounts, and what it means: the form and the preview carry the same fields.

use postern_core::account::AccountKind;
use postern_core::name::AccountName;
use postern_core::policy::PolicyError;
use postern_core::policy::scoped::{Conditions, Scope, ScopedPolicy, ScopedPolicyError};
use postern_core::time::Timestamp;
use postern_text::key;
use postern_text::policy_values::{PolicyGroup, PolicyValueWords};

use super::super::super::page_error::PageError;
use super::super::super::session::{Admin, Submitted};
use super::super::super::sign_in_status::{read_date, written};
use crate::pages::Tell;

/// Values that a policy for some accounts may set: those of sending.
pub(super) fn settable() -> impl Iterator<Item = &'static PolicyValueWords> {
    let groups = [PolicyGroup::Sending, PolicyGroup::Watched, PolicyGroup::Score, PolicyGroup::Guard];
    groups.into_iter().flat_map(PolicyGroup::values).filter(|words| words.code.starts_with("outbound."))
}

/// One side of the scope as it was typed: names with line breaks or commas between.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    pub(super) users: String,
    pub(super) groups: String,
    pub(super) domains: String,
    pub(super) kinds: Vec<AccountKind>,
}

/// Everything that was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) priority: String,
    pub(super) whom: Side,
    pub(super) except: Side,
    /// Names in full with what was typed; nothing is the site's own.
    pub(super) values: Vec<(&'static str, String)>,
    pub(super) until: String,
}

impl Side {
    fn submitted(submitted: &Submitted, prefix: &str) -> Self {
        let text = |name: &str| submitted.text(&format!("{prefix}{name}")).to_owned();
        let kinds = submitted.texts(&format!("{prefix}kinds"));
        Self {
            users: text("users"),
            groups: text("groups"),
            domains: text("domains"),
            kinds: kinds.into_iter().filter_map(AccountKind::from_code).collect(),
        }
    }

    async fn of(admin: &Admin, side: &Conditions) -> Result<Self, PageError> {
        let mut users = Vec::new();
        for &account in &side.accounts {
            let found = admin.engine.store().account(account).await.map_err(PageError::unread(admin))?;
            users.extend(found.map(|account| account.primary.to_string()));
        }
        Ok(Self {
            users: users.join("\n"),
            groups: side.groups.join("\n"),
            domains: side.domains.join("\n"),
            kinds: side.kinds.clone(),
        })
    }

    async fn read(&self, admin: &Admin, problems: &mut Vec<String>) -> Result<Conditions, PageError> {
        let mut side = Conditions { kinds: self.kinds.clone(), ..Conditions::default() };
        for user in lines(&self.users) {
            match admin.find(user).await? {
                Some(account) => side.accounts.push(account.id),
                None => problems.push(admin.words.say(key::SCOPED_NO_SUCH_USER, &[("user", user.into())])),
            }
        }
        side.groups = lines(&self.groups).map(str::to_owned).collect();
        for domain in lines(&self.domains) {
            let name =
                AccountName::parse(&format!("a@{}", domain.trim_start_matches('@')), admin.engine.names());
            match name.ok().as_ref().and_then(AccountName::domain) {
                Some(domain) => side.domains.push(domain.to_owned()),
                None => {
                    let error = ScopedPolicyError::Condition { given: domain.to_owned() };
                    problems.push(admin.words.scoped_policy_error(&error));
                }
            }
        }
        Ok(side)
    }

    pub(super) fn has(&self, kind: &AccountKind) -> bool {
        self.kinds.contains(kind)
    }

    /// The fields that a form sends along.
    fn fields(&self, prefix: &str) -> Vec<(String, String)> {
        let mut fields = vec![
            (format!("{prefix}users"), self.users.clone()),
            (format!("{prefix}groups"), self.groups.clone()),
            (format!("{prefix}domains"), self.domains.clone()),
        ];
        fields.extend(self.kinds.iter().map(|kind| (format!("{prefix}kinds"), kind.code().to_owned())));
        fields
    }
}

impl Typed {
    pub(super) fn submitted(submitted: &Submitted) -> Self {
        let values = settable().map(|words| (words.code, submitted.text(words.code).to_owned()));
        Self {
            name: submitted.text("name").to_owned(),
            priority: submitted.text("priority").to_owned(),
            whom: Side::submitted(submitted, ""),
            except: Side::submitted(submitted, "except-"),
            values: values.filter(|(_, text)| !text.is_empty()).collect(),
            until: submitted.text("until").to_owned(),
        }
    }

    pub(super) async fn of(admin: &Admin, policy: &ScopedPolicy) -> Result<Self, PageError> {
        let zone = &admin.engine.site().time_zone;
        Ok(Self {
            name: policy.name.clone(),
            priority: policy.priority.to_string(),
            whom: Side::of(admin, &policy.scope.conditions).await?,
            except: Side::of(admin, &policy.scope.exceptions).await?,
            values: policy.values.iter().map(|(name, value)| (*name, value.to_string())).collect(),
            until: policy.until.map_or_else(String::new, |until| written(until, zone)),
        })
    }

    /// The policy that is meant; or what is wrong with it, as far as it can be told before the rules look at it.
    pub(super) async fn read(&self, admin: &Admin) -> Result<Result<ScopedPolicy, Vec<String>>, PageError> {
        let words = admin.words;
        let mut problems = Vec::new();
        let conditions = self.whom.read(admin, &mut problems).await?;
        let exceptions = self.except.read(admin, &mut problems).await?;
        let priority = self.priority.parse().ok();
        if priority.is_none() {
            problems.push(words.t(key::SCOPED_PRIORITY_WRONG));
        }
        let mut values = Vec::new();
        for (name, text) in &self.values {
            match text.parse() {
                Ok(value) => values.push((*name, value)),
                Err(_) => {
                    let error = PolicyError::NotANumber { name: (*name).to_owned(), given: text.clone() };
                    problems.push(words.policy_refusal(&error, &admin.engine.site().time_zone));
                }
            }
        }
        let until = self.until(admin);
        if until.is_none() {
            problems.push(words.t(key::STATUS_DATE_WRONG));
        }
        if !problems.is_empty() {
            return Ok(Err(problems));
        }
        Ok(Ok(ScopedPolicy {
            name: self.name.clone(),
            priority: priority.unwrap_or(0),
            scope: Scope { conditions, exceptions },
            values,
            until: until.flatten(),
        }))
    }

    /// The end: none where nothing was typed, nothing where what was typed is no time ahead.
    fn until(&self, admin: &Admin) -> Option<Option<Timestamp>> {
        if self.until.is_empty() {
            return Some(None);
        }
        read_date(&self.until, &admin.engine.site().time_zone, admin.now).map(Some)
    }

    /// The value of a field, as it was typed.
    pub(super) fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text)
    }

    /// Everything, as the hidden fields of the preview's form.
    pub(super) fn fields(&self) -> Vec<(String, String)> {
        let mut fields = vec![
            ("name".to_owned(), self.name.clone()),
            ("priority".to_owned(), self.priority.clone()),
            ("until".to_owned(), self.until.clone()),
        ];
        fields.extend(self.whom.fields(""));
        fields.extend(self.except.fields("except-"));
        fields.extend(self.values.iter().map(|(name, text)| ((*name).to_owned(), text.clone())));
        fields.retain(|(_, text)| !text.is_empty());
        fields
    }
}

/// Names with line breaks or commas between.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', ',']).map(str::trim).filter(|line| !line.is_empty())
}
