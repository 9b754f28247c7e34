//! What is said of a source in a request, and how its networks, addresses, causes and ends are read.

use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::ids::AccountId;
use postern_core::sign_in::SourceBlockCause;
use postern_core::source_entry::EntryOn;
use postern_core::time::Timestamp;
use serde::{Deserialize, Serialize};

use crate::api::v1::accounts::account_id;
use crate::api::v1::error::ApiError;
use crate::api::v1::time;

/// What is to be said of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceBody {
    /// As in `203.0.113.0/24` or `203.0.113.9`. Only `allow` and `disallow` can do without, with an account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    /// Only this account (id). Not for `share` and `unshare`; `pin` and `unpin` need it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Mandatory, in the actor's words.
    #[serde(default)]
    pub reason: String,
    /// RFC 3339. What begins needs this or `never_ends`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// It never ends by itself.
    #[serde(default)]
    pub never_ends: bool,
}

impl SourceBody {
    fn network(&self) -> Result<Option<ClientNetwork>, ApiError> {
        self.network.as_deref().map(network).transpose()
    }

    pub(super) fn needed_network(&self) -> Result<ClientNetwork, ApiError> {
        self.network()?.ok_or_else(|| ApiError::bad_request("network is missing").at("/network"))
    }

    pub(super) fn shared_network(&self) -> Result<ClientNetwork, ApiError> {
        if self.account.is_some() {
            return Err(
                ApiError::bad_request("a source is shared by everybody: leave account out").at("/account")
            );
        }
        self.needed_network()
    }

    pub(super) fn account(&self) -> Result<Option<AccountId>, ApiError> {
        self.account.as_deref().map(account_id).transpose()
    }

    pub(super) fn needed_account(&self) -> Result<AccountId, ApiError> {
        self.account()?.ok_or_else(|| ApiError::bad_request("account is missing").at("/account"))
    }

    pub(super) fn on(&self) -> Result<EntryOn, ApiError> {
        EntryOn::of(self.account()?, self.network()?)
            .ok_or_else(|| ApiError::bad_request("network, account or both are missing"))
    }

    /// The end, said: a time, or that it never ends.
    pub(super) fn until(&self) -> Result<Option<Timestamp>, ApiError> {
        match (self.until.as_deref(), self.never_ends) {
            (Some(text), false) => time::parse(text).map(Some).ok_or_else(|| {
                ApiError::bad_request("until is a time as in 2026-11-24T18:00:00+01:00").at("/until")
            }),
            (None, true) => Ok(None),
            (Some(_), true) | (None, false) => {
                Err(ApiError::bad_request("either until or never_ends has to be said").at("/until"))
            }
        }
    }
}

pub(crate) fn network(text: &str) -> Result<ClientNetwork, ApiError> {
    text.parse().map_err(|_| {
        ApiError::bad_request(format!(
            "{text:?} is no address or network, as in 203.0.113.9 or 203.0.113.0/24"
        ))
    })
}

pub(super) fn address(text: &str) -> Result<ClientAddress, ApiError> {
    text.parse().map_err(|_| ApiError::bad_request(format!("{text:?} is no address, as in 203.0.113.9")))
}

pub(super) fn cause(text: &str) -> Result<SourceBlockCause, ApiError> {
    SourceBlockCause::from_code(text)
        .ok_or_else(|| ApiError::bad_request(format!("there is no cause {text:?} of a block")))
}
