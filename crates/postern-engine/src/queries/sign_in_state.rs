//! Everything about one account's signing in: what `why` knows of it, and what stands beside it (the one-time link, its
//! passes, remembered devices, the last sign-ins).

use postern_core::admission::Pass;
use postern_core::device::Device;
use postern_core::ids::AccountId;
use postern_core::time::Timestamp;

use super::Why;
use crate::engine::Engine;
use crate::ports::{SeenSource, SeenSourceFilter, SignInFilter, SignInRow, StoreError};

/// Lines of the history that are shown: a few screen lines, also when an attack made many that are alike.
const LAST_SIGN_INS: u32 = 50;

/// How an account stands at the door of signing in, whole.
#[derive(Clone, Debug)]
pub struct SignInState {
    /// How it stands, and why.
    pub why: Why,
    /// When the one-time link that nobody has used yet ends.
    pub link_expires: Option<Timestamp>,
    /// Sources at which a one-time link was used, as long as that holds.
    pub passes: Vec<Pass>,
    /// Remembered devices, newest first.
    pub devices: Vec<Device>,
    /// The last sign-in that worked: an attack fills the lines below within minutes.
    pub last_success: Option<SeenSource>,
    /// The last sign-ins and failures, newest first.
    pub sign_ins: Vec<SignInRow>,
}

impl Engine {
    /// How an account stands at the door of signing in. `None` when there is no such account.
    pub async fn sign_in_state(&self, account: AccountId) -> Result<Option<SignInState>, StoreError> {
        let Some(why) = self.why(account).await? else { return Ok(None) };
        let limit = LAST_SIGN_INS;
        let filter = SignInFilter { account, before: None, since: None, only_failures: false, limit };
        let (link_expires, passes) = self.admissions_of(account);
        let any = Timestamp::from_unix_micros(i64::MIN);
        let success = SeenSourceFilter { account, since: any, with_success: true, limit: 1 };
        Ok(Some(SignInState {
            last_success: self.parts.store.seen_sources(&success).await?.pop(),
            why,
            link_expires,
            passes,
            devices: self.devices(account).await?,
            sign_ins: self.sign_ins(filter, None).await?.rows,
        }))
    }
}
