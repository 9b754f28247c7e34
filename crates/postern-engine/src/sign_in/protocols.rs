//! Protocols that a person switched off for an account: refused before the check, whoever asks and with whatever.

use postern_core::ids::AccountId;
use postern_core::protocol::{Protocol, Protocols};
use postern_core::restriction::RestrictionKind;
use postern_core::sign_in::SignInRefusal;

use crate::ask::SignInAsk;
use crate::engine::Engine;
use crate::ports::AccountKey;

impl Engine {
    /// The protocols that are switched off for an account.
    pub fn protocols_off(&self, account: AccountId) -> Protocols {
        self.open.protocols_off(account, self.now())
    }

    /// Why the account may not sign in by this protocol. An account that may not sign in at all is refused for that.
    pub(super) fn switched_off(&self, who: AccountKey, ask: &SignInAsk<'_>) -> Option<SignInRefusal> {
        let AccountKey::Account(account) = who else { return None };
        let kind = RestrictionKind::ProtocolOff(Protocol::of_service(ask.protocol)?);
        let now = self.now();
        self.open.in_force(account, kind, now)?;
        let is_blocked = self.open.in_force(account, RestrictionKind::SignInBlocked, now).is_some();
        (!is_blocked).then_some(SignInRefusal::ProtocolOff)
    }
}
