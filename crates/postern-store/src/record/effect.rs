//! Stored form of what is to be done outside (`Effect`).

use postern_core::effect::{Effect, QueueSelection, SessionSelection};
use postern_core::mail_queue::{QueueAction, QueueId};
use postern_core::name::AccountName;
use postern_core::time::Timestamp;
use serde::{Deserialize, Serialize};

use super::who::account_id;
use super::{RecordError, VERSION, from_text, to_text};

#[derive(Serialize, Deserialize)]
struct Stored {
    v: u8,
    #[serde(rename = "do")]
    what: String,
    account: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    restriction: Option<String>,
    /// `hold`, `release` or `delete`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    action: Option<String>,
    /// Everything that was sent until then, or the moment of what was done, in microseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<i64>,
    /// These messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ids: Option<Vec<String>>,
    /// Sessions from this address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    /// A link that is mailed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    /// A request for help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request: Option<String>,
    /// An address beside the registered ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    also_to: Option<String>,
    /// Sessions of these names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    names: Option<Vec<String>>,
}

pub(crate) fn effect_to_text(effect: &Effect) -> String {
    let account = effect.account().to_string();
    let plain = |what: &str| Stored {
        v: VERSION,
        what: what.to_owned(),
        account,
        restriction: None,
        action: None,
        until: None,
        ids: None,
        from: None,
        names: None,
        link: None,
        request: None,
        also_to: None,
    };
    to_text(&match effect {
        Effect::ExportSignIn(_) => plain("export_sign_in"),
        Effect::ExportSending(_) => plain("export_sending"),
        Effect::NotifyOfAlert(_) => plain("notify_of_alert"),
        Effect::NotifyOfAdminAction { at, .. } => {
            Stored { until: Some(at.unix_micros()), ..plain("notify_of_admin_action") }
        }
        Effect::NotifyOfHelp { request, .. } => {
            Stored { request: Some(request.to_string()), ..plain("notify_of_help") }
        }
        Effect::MailLink { link, .. } => Stored { link: Some(link.to_string()), ..plain("mail_link") },
        Effect::TellOwner { at, also_to, .. } => {
            Stored { until: Some(at.unix_micros()), also_to: also_to.clone(), ..plain("tell_owner") }
        }
        Effect::HoldQueue(_) => plain("hold_queue"),
        Effect::EndSessions { which, .. } => {
            let (from, names) = match which {
                SessionSelection::All => (None, None),
                SessionSelection::From(address) => (Some(address.to_string()), None),
                SessionSelection::OfNames(names) => {
                    (None, Some(names.iter().map(ToString::to_string).collect()))
                }
            };
            Stored { from, names, ..plain("end_sessions") }
        }
        Effect::NotifyAdmins { restriction, .. } => {
            Stored { restriction: Some(restriction.to_string()), ..plain("notify_admins") }
        }
        Effect::ChangeQueue { action, which, .. } => {
            let (until, ids) = match which {
                QueueSelection::SentUntil(moment) => (Some(moment.unix_micros()), None),
                QueueSelection::These(ids) => (None, Some(ids.iter().map(ToString::to_string).collect())),
            };
            Stored { action: Some(action.code().to_owned()), until, ids, ..plain("change_queue") }
        }
    })
}

pub(crate) fn effect_from_text(text: &str) -> Result<Effect, RecordError> {
    let stored: Stored = from_text(text)?;
    let account = account_id(&stored.account)?;
    match (stored.what.as_str(), stored.restriction) {
        ("export_sign_in", None) => Ok(Effect::ExportSignIn(account)),
        ("export_sending", None) => Ok(Effect::ExportSending(account)),
        ("notify_of_alert", None) => Ok(Effect::NotifyOfAlert(account)),
        ("notify_admins", Some(restriction)) => {
            let restriction =
                restriction.parse().map_err(|_| RecordError::unknown("restriction id", restriction))?;
            Ok(Effect::NotifyAdmins { restriction, account })
        }
        ("notify_of_admin_action", None) => {
            let at = stored.until.ok_or_else(|| RecordError::unknown("moment of an action", "none"))?;
            Ok(Effect::NotifyOfAdminAction { account, at: Timestamp::from_unix_micros(at) })
        }
        ("notify_of_help", None) => {
            let request = stored.request.unwrap_or_default();
            let request = request.parse().map_err(|_| RecordError::unknown("request for help", request))?;
            Ok(Effect::NotifyOfHelp { account, request })
        }
        ("mail_link", None) => {
            let link = stored.link.unwrap_or_default();
            let link = link.parse().map_err(|_| RecordError::unknown("link id", link))?;
            Ok(Effect::MailLink { account, link })
        }
        ("tell_owner", None) => {
            let at = stored.until.ok_or_else(|| RecordError::unknown("moment of a change", "none"))?;
            let at = Timestamp::from_unix_micros(at);
            Ok(Effect::TellOwner { account, at, also_to: stored.also_to })
        }
        ("end_sessions", None) => {
            let which = sessions(stored.from, stored.names)?;
            Ok(Effect::EndSessions { account, which })
        }
        ("hold_queue", None) => Ok(Effect::HoldQueue(account)),
        ("change_queue", None) => {
            let action = stored.action.unwrap_or_default();
            let action = QueueAction::from_code(&action)
                .ok_or_else(|| RecordError::unknown("action on queued mail", action))?;
            let which = selection(stored.until, stored.ids)?;
            Ok(Effect::ChangeQueue { account, action, which })
        }
        (other, _) => Err(RecordError::unknown("effect", other)),
    }
}

fn sessions(from: Option<String>, names: Option<Vec<String>>) -> Result<SessionSelection, RecordError> {
    match (from, names) {
        (None, None) => Ok(SessionSelection::All),
        (Some(address), None) => {
            let read = address.parse().map_err(|_| RecordError::unknown("address of sessions", address))?;
            Ok(SessionSelection::From(read))
        }
        (None, Some(names)) => {
            let names = names.into_iter().map(AccountName::from_canonical).collect();
            Ok(SessionSelection::OfNames(names))
        }
        (Some(_), Some(_)) => Err(RecordError::unknown("choice of sessions", "both")),
    }
}

fn selection(until: Option<i64>, ids: Option<Vec<String>>) -> Result<QueueSelection, RecordError> {
    match (until, ids) {
        (Some(micros), None) => Ok(QueueSelection::SentUntil(Timestamp::from_unix_micros(micros))),
        (None, Some(ids)) => {
            let id = |id: String| QueueId::parse(&id).ok_or_else(|| RecordError::unknown("queue id", id));
            Ok(QueueSelection::These(ids.into_iter().map(id).collect::<Result<_, _>>()?))
        }
        (Some(_), Some(_)) | (None, None) => Err(RecordError::unknown("choice of queued mail", "none")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use postern_core::ids::{AccountId, HelpRequestId, OwnerLinkId, RestrictionId};

    #[test]
    fn every_effect_reads_back() {
        let account = AccountId::from_random(5);
        let restriction = RestrictionId::from_random(6);
        for effect in [
            Effect::ExportSignIn(account),
            Effect::ExportSending(account),
            Effect::NotifyOfAlert(account),
            Effect::NotifyOfAdminAction { account, at: Timestamp::from_unix_micros(8) },
            Effect::NotifyAdmins { restriction, account },
            Effect::NotifyOfHelp { account, request: HelpRequestId::from_random(10) },
            Effect::MailLink { account, link: OwnerLinkId::from_random(9) },
            Effect::TellOwner { account, at: Timestamp::from_unix_micros(8), also_to: None },
            Effect::TellOwner {
                account,
                at: Timestamp::from_unix_micros(8),
                also_to: Some("rob@mail.example".to_owned()),
            },
            Effect::HoldQueue(account),
            Effect::EndSessions { account, which: SessionSelection::All },
            Effect::EndSessions {
                account,
                which: SessionSelection::From(std::net::IpAddr::from([192, 0, 2, 7])),
            },
            Effect::EndSessions {
                account,
                which: SessionSelection::OfNames(vec![AccountName::from_canonical(
                    "rob@contoso.example".to_owned(),
                )]),
            },
            Effect::ChangeQueue {
                account,
                action: QueueAction::Delete,
                which: QueueSelection::SentUntil(Timestamp::from_unix_micros(7)),
            },
            Effect::ChangeQueue {
                account,
                action: QueueAction::Release,
                which: QueueSelection::These(QueueId::parse("4hGvZw3dT4z9sXk").into_iter().collect()),
            },
        ] {
            assert_eq!(effect_from_text(&effect_to_text(&effect)).ok(), Some(effect));
        }
    }

    #[test]
    fn an_effect_of_the_future_is_an_error() {
        let text = r#"{"v":1,"do":"ring_the_bell","account":"00000-00005"}"#;
        assert!(matches!(effect_from_text(text), Err(RecordError::Unknown { what: "effect", .. })));
    }
}
