//! Stored form of what is to be done outside (`Effect`).

use postern_core::effect::Effect;
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
}

pub(crate) fn effect_to_text(effect: &Effect) -> String {
    let (what, restriction) = match effect {
        Effect::ExportSignIn(_) => ("export_sign_in", None),
        Effect::ExportSending(_) => ("export_sending", None),
        Effect::NotifyAdmins { restriction, .. } => ("notify_admins", Some(restriction.to_string())),
    };
    let account = effect.account().to_string();
    to_text(&Stored { v: VERSION, what: what.to_owned(), account, restriction })
}

pub(crate) fn effect_from_text(text: &str) -> Result<Effect, RecordError> {
    let stored: Stored = from_text(text)?;
    let account = account_id(&stored.account)?;
    match (stored.what.as_str(), stored.restriction) {
        ("export_sign_in", None) => Ok(Effect::ExportSignIn(account)),
        ("export_sending", None) => Ok(Effect::ExportSending(account)),
        ("notify_admins", Some(restriction)) => {
            let restriction =
                restriction.parse().map_err(|_| RecordError::unknown("restriction id", restriction))?;
            Ok(Effect::NotifyAdmins { restriction, account })
        }
        (other, _) => Err(RecordError::unknown("effect", other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use postern_core::ids::{AccountId, RestrictionId};

    #[test]
    fn every_effect_reads_back() {
        let account = AccountId::from_random(5);
        let restriction = RestrictionId::from_random(6);
        for effect in [
            Effect::ExportSignIn(account),
            Effect::ExportSending(account),
            Effect::NotifyAdmins { restriction, account },
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
