//! How an incident stands in numbers, and its steps: everything is read now, and what cannot be read says so.

use postern_core::event::EventKind;
use postern_core::incident::steps::{IncidentStep, StepFacts, StepState, steps};
use postern_core::incident::{INCIDENT_LOOKS_BACK, Incident};
use postern_core::mail_queue::QueueState;
use postern_core::time::{Span, Timestamp};
use postern_core::unblock_check::Seen;

use super::KnownIncident;
use crate::engine::Engine;
use crate::ports::{AuditFilter, AuditRow, StoreError};
use crate::queries::Range;

/// Rows of evidence that are looked at: one account brings up some hundred in a week at most.
const EVIDENCE_ROWS: u32 = 500;

/// How an incident stands.
#[derive(Clone, Debug)]
pub struct IncidentStanding {
    /// When the first thing was seen that speaks for it.
    pub since: Timestamp,
    /// Recipients that the account's mail was let out to since then, as far as a week back.
    pub recipients: u64,
    /// Messages in the queue, and how many of them are held; `None`: it cannot be read.
    pub queue: Option<(usize, usize)>,
    /// Each step.
    pub steps: Vec<(IncidentStep, StepState)>,
    /// What happened, newest first.
    pub timeline: Vec<AuditRow>,
}

impl Engine {
    /// How it stands.
    pub async fn incident_standing(&self, known: &KnownIncident) -> Result<IncidentStanding, StoreError> {
        let (incident, account) = (&known.incident, &known.account);
        let timeline = self.incident_timeline(incident).await?;
        let since = first_seen(incident, &self.evidence_before(incident).await?);
        let queue = self.queue_of(account.id).await.ok().map(|mails| {
            let held = mails.iter().filter(|mail| mail.message.state == QueueState::Held).count();
            (mails.len(), held)
        });
        let has_new_password = self.has_password_set_since(account.id, incident.opened).await?;
        let open = self.open.of_account(account.id);
        let forwards = match self.forwards_out_of(account.id).await? {
            Seen::Count(rules) => Some(rules),
            Seen::NotConnected | Seen::Unread => None,
        };
        let facts = StepFacts { account, open: &open, has_new_password, queue, forwards };
        Ok(IncidentStanding {
            recipients: self.recipients_since(incident, since).await?,
            steps: steps(incident, &facts),
            since,
            queue,
            timeline,
        })
    }

    /// The rows of evidence since a look back before it, of which the oldest counts; the timeline may be cut off before them.
    async fn evidence_before(&self, incident: &Incident) -> Result<Vec<AuditRow>, StoreError> {
        let filter = AuditFilter {
            account: Some(incident.account),
            event: Some(EventKind::EvidenceSeen),
            since: Some(incident.opened.minus(INCIDENT_LOOKS_BACK)),
            until: Some(incident.opened.plus(Span::from_s(1))),
            limit: EVIDENCE_ROWS,
            ..AuditFilter::default()
        };
        self.parts.store.audit(&filter).await
    }

    async fn recipients_since(&self, incident: &Incident, since: Timestamp) -> Result<u64, StoreError> {
        let Some(series) = self.account_series(incident.account, Range::Week).await? else { return Ok(0) };
        let first = if since < series.frame.from() { Some(0) } else { series.frame.bucket_of(since) };
        let first = first.map_or(usize::MAX, |bucket| bucket as usize);
        Ok(series.sums.iter().skip(first).map(|sum| sum.recipients_permitted).sum())
    }
}

/// The first evidence within the week before it was opened; else its beginning.
fn first_seen(incident: &Incident, timeline: &[AuditRow]) -> Timestamp {
    let seen = timeline.iter().flat_map(|row| &row.evidence).map(|seen| seen.at);
    seen.filter(|at| incident.opened.since(*at) <= INCIDENT_LOOKS_BACK)
        .chain([incident.opened])
        .min()
        .unwrap_or(incident.opened)
}
