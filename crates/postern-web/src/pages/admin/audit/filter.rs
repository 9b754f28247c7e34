//! What the address of the audit page says, read into a filter, and what of it cannot be.

use jiff::civil::Date;
use postern_core::event::EventKind;
use postern_core::ids::{AccountId, EventId};
use postern_core::name::AccountName;
use postern_core::restriction::Actor;
use postern_core::time::Timestamp;
use postern_engine::ports::{AuditBy, AuditFilter};
use postern_text::{TimeZone, key};
use serde::Deserialize;

use crate::pages::admin::page_error::PageError;
use crate::pages::admin::query_text::QueryText;
use crate::pages::admin::session::Admin;

/// What the address may say; what is empty narrows nothing.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct AuditQuery {
    /// About which account: its address, a name that is one, or its id.
    #[serde(default)]
    pub account: String,
    /// By whom: an account in the same way, the user's name of root, or the name of a program.
    #[serde(default)]
    pub actor: String,
    /// By what kind of actor: `people`, `rule` or `timer`. Nothing where somebody is named.
    #[serde(default)]
    pub by: String,
    /// Which event: a code of [`EventKind`].
    #[serde(default)]
    pub event: String,
    /// From the beginning of this day, as in `2026-11-21`.
    #[serde(default)]
    pub from: String,
    /// To the end of this day.
    #[serde(default)]
    pub to: String,
    /// Only what is older than the last row of the page before.
    #[serde(default)]
    pub before: String,
    /// Of an export: `csv` or `ndjson`.
    #[serde(default)]
    pub format: String,
}

/// What is wrong with a field, if anything is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// No such account.
    pub account: Option<String>,
    /// No day.
    pub from: Option<String>,
    /// No day.
    pub to: Option<String>,
}

impl AuditQuery {
    /// The filter for a page of so many rows, or what is wrong.
    pub async fn read(
        &self,
        admin: &Admin,
        limit: u32,
    ) -> Result<(Option<AuditFilter>, Problems), PageError> {
        let zone = &admin.engine.site().time_zone;
        let mut problems = Problems::default();
        let account = match self.account.trim() {
            "" => None,
            text => {
                let found = account(admin, text).await?;
                if found.is_none() {
                    problems.account = Some(admin.words.say(key::AUDIT_NO_ACCOUNT, &[("name", text.into())]));
                }
                found
            }
        };
        let day = |text: &str, problem: &mut Option<String>, days: i64| match text.trim() {
            "" => None,
            text => {
                let begin = day_begin(text, days, zone);
                if begin.is_none() {
                    *problem = Some(admin.words.say(key::AUDIT_NO_DAY, &[]));
                }
                begin
            }
        };
        let since = day(&self.from, &mut problems.from, 0);
        let until = day(&self.to, &mut problems.to, 1);
        let filter = AuditFilter {
            account,
            reach: admin.reach().clone(),
            by: self.by(admin).await?,
            event: EventKind::from_code(&self.event),
            since,
            until,
            before: cursor(&self.before),
            limit,
        };
        Ok(((problems == Problems::default()).then_some(filter), problems))
    }

    async fn by(&self, admin: &Admin) -> Result<Option<AuditBy>, PageError> {
        let name = self.actor.trim();
        if !name.is_empty() {
            let mut actors = vec![Actor::LocalRoot(name.to_owned()), Actor::Program(name.to_owned())];
            actors.extend(account(admin, name).await?.map(Actor::Person));
            return Ok(Some(AuditBy::OneOf(actors)));
        }
        Ok(match self.by.as_str() {
            "people" => Some(AuditBy::PeopleAndPrograms),
            "rule" => Some(AuditBy::OneOf(vec![Actor::Rule])),
            "timer" => Some(AuditBy::OneOf(vec![Actor::Timer])),
            _ => None,
        })
    }

    /// The query of the list's beginning.
    pub fn kept(&self) -> QueryText {
        QueryText::default()
            .and("account", self.account.trim())
            .and("actor", self.actor.trim())
            .and("by", self.by.as_str())
            .and("event", self.event.as_str())
            .and("from", self.from.trim())
            .and("to", self.to.trim())
    }

    /// Something narrows the list.
    pub fn is_narrowed(&self) -> bool {
        self.kept() != QueryText::default()
    }
}

/// The account of a name; an id is taken as it is, because deleted accounts have rows too.
async fn account(admin: &Admin, text: &str) -> Result<Option<AccountId>, PageError> {
    if let Ok(id) = text.parse() {
        return Ok(Some(id));
    }
    let Ok(name) = AccountName::parse(text, admin.engine.names()) else { return Ok(None) };
    let found =
        admin.engine.account_named_inside(&name, admin.reach()).await.map_err(PageError::unread(admin))?;
    Ok(found.map(|account| account.id))
}

/// When a day begins in the zone, so many days later.
fn day_begin(text: &str, days: i64, zone: &TimeZone) -> Option<Timestamp> {
    let day: Date = text.parse().ok()?;
    let day = day.checked_add(jiff::Span::new().days(days)).ok()?;
    let begin = zone.to_timestamp(day.to_datetime(jiff::civil::Time::midnight())).ok()?;
    Some(Timestamp::from_unix_micros(begin.as_microsecond()))
}

/// Where a page begins, as its address says it.
pub(super) fn cursor_text(at: Timestamp, id: EventId) -> String {
    format!("{}.{id}", at.unix_micros())
}

fn cursor(text: &str) -> Option<(Timestamp, EventId)> {
    let (at, id) = text.split_once('.')?;
    Some((Timestamp::from_unix_micros(at.parse().ok()?), id.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_the_zones_and_may_have_23_hours() {
        let zone = TimeZone::get("Europe/Stockholm").expect("bundled or of the system");
        let begin = |text, days| day_begin(text, days, &zone).map(Timestamp::unix_s);
        assert_eq!(begin("2026-11-21", 0), Some(1_795_215_600), "23:00 UTC of the day before");
        let spring = begin("2026-03-29", 1).zip(begin("2026-03-29", 0));
        assert_eq!(spring.map(|(end, begin)| end - begin), Some(23 * 3_600));
        for wrong in ["", "yesterday", "2026-02-30", "9999-12-31x"] {
            assert_eq!(begin(wrong, 0), None, "{wrong}");
        }
        assert_eq!(begin("9999-12-31", 1), None, "no day comes after it");
    }

    #[test]
    fn a_cursor_reads_back_and_rubbish_is_none() {
        let (at, id) = (Timestamp::from_unix_micros(1_795_215_600_000_001), EventId::from_random(7));
        assert_eq!(cursor(&cursor_text(at, id)), Some((at, id)));
        for rubbish in ["", "1", "1.", "x.00000-00007", "1.<img>"] {
            assert_eq!(cursor(rubbish), None, "{rubbish}");
        }
    }
}
