//! The owner in a new place: the one-time link, the pass that it gives, and devices that are remembered by a
//! sealed cookie. Links and passes are in memory, where the gates look; each is durable before anybody is told.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use parking_lot::Mutex;
use postern_core::address::{ClientAddress, ClientNetwork};
use postern_core::admission::{Admission, LINK_LIFE, Pass};
use postern_core::command::{Asker, Command};
use postern_core::device::Device;
use postern_core::event::Event;
use postern_core::ids::{AccountId, AdmissionId, DeviceId};
use postern_core::refusal::Refusal;
use postern_core::restriction::Actor;
use postern_core::sign_in::Vouch;
use postern_core::time::Timestamp;

use crate::commands::{Done, ExecuteError};
use crate::engine::Engine;
use crate::ports::{AccountKey, CommitError, StoreError};
use crate::secret;

/// Links and passes that hold.
#[derive(Default)]
pub(crate) struct Newcomers {
    links: Mutex<HashMap<AdmissionId, Admission>>,
    passes: Mutex<HashMap<(AccountId, ClientNetwork), Timestamp>>,
    /// How many passes there are: with none, which is nearly always, no gate takes the lock.
    pass_count: AtomicUsize,
}

impl Newcomers {
    pub(crate) fn offer(&self, admission: Admission, now: Timestamp) {
        let mut links = self.links.lock();
        // One link an account, and what has ended goes: so there are never more links than accounts.
        links.retain(|_, link| link.account != admission.account && link.is_good(now));
        links.insert(admission.id, admission);
    }

    pub(crate) fn admit(&self, pass: &Pass, now: Timestamp) {
        let mut passes = self.passes.lock();
        passes.retain(|_, until| now < *until);
        passes.insert((pass.account, pass.source), pass.until);
        self.pass_count.store(passes.len(), Ordering::Release);
    }

    pub(crate) fn remove_link(&self, admission: AdmissionId) {
        self.links.lock().remove(&admission);
    }

    pub(crate) fn forget(&self, account: AccountId) {
        self.links.lock().retain(|_, link| link.account != account);
        let mut passes = self.passes.lock();
        passes.retain(|(owner, _), _| *owner != account);
        self.pass_count.store(passes.len(), Ordering::Release);
    }

    fn of(&self, account: AccountId, now: Timestamp) -> (Option<Timestamp>, Vec<Pass>) {
        let links = self.links.lock();
        let link = links.values().find(|link| link.account == account && link.is_good(now));
        let passes = self.passes.lock();
        let held = passes.iter().filter(|((owner, _), until)| *owner == account && now < **until);
        let mut held: Vec<Pass> =
            held.map(|((_, source), until)| Pass { account, source: *source, until: *until }).collect();
        held.sort_unstable_by_key(|pass| (std::cmp::Reverse(pass.until), pass.source));
        (link.map(|link| link.expires), held)
    }

    /// Whether this account has a pass at this source.
    fn has_pass(&self, account: AccountId, source: ClientAddress, now: Timestamp) -> bool {
        self.pass_count.load(Ordering::Acquire) > 0
            && self.passes.lock().get(&(account, source.unit())).is_some_and(|until| now < *until)
    }
}

/// A link that was just made: the only moment at which its text exists.
pub struct Offered {
    /// What was done.
    pub done: Done,
    /// Where it leads: `public_url/in/…`.
    pub link: String,
    /// When it ends unused.
    pub expires: Timestamp,
}

/// What the page of a link that works may say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLink {
    /// When it ends unused.
    pub expires: Timestamp,
    /// Goes into the form and has to come back with it: bound to this link and to the source that asked.
    pub form_seal: String,
}

impl Engine {
    /// Offers the owner a one-time link. Whoever may unlock may do this.
    pub async fn offer_admission(
        self: &Arc<Self>,
        account: AccountId,
        asker: Asker,
    ) -> Result<Offered, ExecuteError> {
        let public_url =
            self.parts.site.public_url.clone().ok_or(ExecuteError::Refused(Refusal::NoWebAddress))?;
        let id = AdmissionId::from_random(self.parts.entropy.next_u64());
        let (text, hash) = secret::mint(&id.to_string(), self.parts.entropy.as_ref());
        let expires = self.now().plus(LINK_LIFE);
        let admission = Admission { id, account, hash, expires };
        let done = self.execute(account, Command::AdmitSignIn(admission), asker).await?;
        Ok(Offered { done, link: format!("{public_url}/in/{text}"), expires })
    }

    /// The link that a text names, for showing its page to `source`. Changes nothing, however often it is asked.
    pub fn open_link(&self, text: &str, source: ClientAddress) -> Option<OpenLink> {
        let admission = self.link_of(text)?;
        let source = source.folded(self.site().nat64);
        Some(OpenLink { expires: admission.expires, form_seal: self.form_seal(&admission, source) })
    }

    /// Uses the link from `source`, once. `Ok(None)`: it does not work (any more), or the form is another link's
    /// or another source's.
    pub async fn use_link(
        &self,
        text: &str,
        form_seal: &str,
        source: ClientAddress,
    ) -> Result<Option<Pass>, CommitError> {
        let source = source.folded(self.site().nat64);
        let Some(admission) = self.link_of(text) else { return Ok(None) };
        if !is_text_same(form_seal, &self.form_seal(&admission, source)) {
            return Ok(None);
        }
        // Whoever takes it out has it: of two uses at the same moment, one finds nothing.
        if self.newcomers.links.lock().remove(&admission.id).is_none() {
            return Ok(None);
        }
        let now = self.now();
        let Some(event) = admission.used(source, now) else { return Ok(None) };
        let change = self.change_of(vec![event.clone()], Actor::LinkHolder, "", now);
        if let Err(error) = self.parts.store.commit(change).await {
            self.newcomers.links.lock().insert(admission.id, admission);
            return Err(error);
        }
        self.apply(&event, now);
        let Event::AdmissionUsed { pass, .. } = event else { return Ok(None) };
        tracing::info!(account = %pass.account, source = %pass.source, "a one-time link was used");
        Ok(Some(pass))
    }

    fn link_of(&self, text: &str) -> Option<Admission> {
        let (id, shown) = secret::read(text)?;
        let admission = self.newcomers.links.lock().get(&id.parse().ok()?)?.clone();
        (secret::is_same(admission.hash, shown) && admission.is_good(self.now())).then_some(admission)
    }

    fn form_seal(&self, admission: &Admission, source: ClientAddress) -> String {
        let parts = [&admission.hash.0[..], &source.unit().key_bytes()];
        URL_SAFE_NO_PAD.encode(secret::seal(self.site_key(), "form of a one-time link", &parts))
    }

    /// What vouches for an attempt, apart from its source: a pass first, because it makes the place known.
    pub(crate) fn vouch(
        &self,
        who: AccountKey,
        source: Option<ClientAddress>,
        device: Option<Device>,
    ) -> Vouch {
        let account = who.id_to_look_up();
        match source {
            Some(source) if self.newcomers.has_pass(account, source, self.now()) => Vouch::Pass,
            Some(_) | None => device.map_or(Vouch::Nobody, |device| device.vouch_for(account)),
        }
    }

    /// When the account's one-time link ends, if one is open; and its passes, the newest first.
    pub(crate) fn admissions_of(&self, account: AccountId) -> (Option<Timestamp>, Vec<Pass>) {
        self.newcomers.of(account, self.now())
    }

    /// The account's remembered devices, newest first, with one that was remembered a moment ago.
    pub async fn devices(&self, account: AccountId) -> Result<Vec<Device>, StoreError> {
        self.read_after_saved().await;
        self.parts.store.devices(account).await
    }

    /// Forgets one: its cookie vouches for nothing from the next attempt on.
    pub async fn forget_device(
        self: &Arc<Self>,
        account: AccountId,
        device: DeviceId,
        asker: Asker,
    ) -> Result<Done, ExecuteError> {
        if !self.devices(account).await?.iter().any(|known| known.id == device) {
            return Err(ExecuteError::Refused(Refusal::NoSuchDevice));
        }
        self.execute(account, Command::ForgetDevice(device), asker).await
    }

    /// The device whose cookie this is, if it is sealed by us, not over, and not forgotten.
    pub(crate) async fn device_of(&self, cookie: &str) -> Result<Option<Device>, StoreError> {
        let Some(device) = read_cookie(self.site_key(), cookie) else { return Ok(None) };
        let known = self.parts.store.devices(device.account).await?;
        Ok(known.into_iter().find(|known| *known == device && self.now() < known.expires()))
    }

    /// Remembers a new device of the account; its cookie.
    pub(crate) fn remember_device(&self, account: AccountId) -> String {
        let now = self.now();
        let device = Device { id: DeviceId::from_random(self.parts.entropy.next_u64()), account, since: now };
        self.save_soon(self.change_of(vec![Event::DeviceRemembered(device)], Actor::Rule, "", now));
        write_cookie(self.site_key(), &device)
    }
}

/// Longest cookie that is looked at, bytes; ours have 78.
pub const COOKIE_BYTES_MAX: usize = 256;
/// Account, id and time, eight bytes each.
const SEALED_BYTES: usize = 24;

fn write_cookie(site_key: &[u8; 32], device: &Device) -> String {
    let mut bytes = Vec::with_capacity(SEALED_BYTES + 32);
    bytes.extend(device.account.as_u64().to_le_bytes());
    bytes.extend(device.id.as_u64().to_le_bytes());
    bytes.extend(device.since.unix_micros().to_le_bytes());
    bytes.extend(cookie_seal(site_key, &bytes));
    format!("1.{}", URL_SAFE_NO_PAD.encode(bytes))
}

fn read_cookie(site_key: &[u8; 32], cookie: &str) -> Option<Device> {
    if cookie.len() > COOKIE_BYTES_MAX {
        return None;
    }
    let bytes = URL_SAFE_NO_PAD.decode(cookie.strip_prefix("1.")?).ok()?;
    let (sealed, shown) = bytes.split_at_checked(SEALED_BYTES)?;
    if !secret::is_seal(shown, &cookie_seal(site_key, sealed)) {
        return None;
    }
    let number = |from: usize| sealed.get(from..from + 8)?.try_into().ok().map(u64::from_le_bytes);
    Some(Device {
        account: AccountId::from_random(number(0)?),
        id: DeviceId::from_random(number(8)?),
        since: Timestamp::from_unix_micros(number(16)?.cast_signed()),
    })
}

fn cookie_seal(site_key: &[u8; 32], sealed: &[u8]) -> [u8; 32] {
    secret::seal(site_key, "device cookie 1", &[sealed])
}

fn is_text_same(shown: &str, right: &str) -> bool {
    subtle::ConstantTimeEq::ct_eq(shown.as_bytes(), right.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device() -> Device {
        Device {
            id: DeviceId::from_random(77),
            account: AccountId::from_random(5),
            since: Timestamp::from_unix_micros(1_795_489_327_123_456),
        }
    }

    #[test]
    fn a_cookie_reads_back_and_not_one_of_its_characters_may_differ() {
        let cookie = write_cookie(&[1; 32], &device());
        assert_eq!(read_cookie(&[1; 32], &cookie), Some(device()));
        assert_eq!(read_cookie(&[2; 32], &cookie), None, "another site's");
        for position in 0..cookie.len() {
            let mut forged = cookie.clone().into_bytes();
            forged[position] = if forged[position] == b'A' { b'B' } else { b'A' };
            let forged = String::from_utf8(forged).expect("ASCII");
            assert_ne!(read_cookie(&[1; 32], &forged), Some(device()), "{position}");
            assert_eq!(read_cookie(&[1; 32], &forged), None, "{position}");
        }
        assert_eq!(read_cookie(&[1; 32], ""), None);
        assert_eq!(read_cookie(&[1; 32], "1."), None);
        assert_eq!(read_cookie(&[1; 32], &"1.AAAA".repeat(100)), None);
    }

    #[test]
    fn a_pass_is_of_one_account_at_one_source_and_ends() {
        let newcomers = Newcomers::default();
        let (anna, rob) = (AccountId::from_random(1), AccountId::from_random(2));
        let address = |text: &str| text.parse::<ClientAddress>().expect("an address");
        let at = Timestamp::from_unix_s;
        let pass = Pass { account: anna, source: address("203.0.113.9").unit(), until: at(900) };
        assert!(!newcomers.has_pass(anna, address("203.0.113.9"), at(0)));
        newcomers.admit(&pass, at(0));
        assert!(newcomers.has_pass(anna, address("203.0.113.9"), at(899)));
        assert!(!newcomers.has_pass(anna, address("203.0.113.9"), at(900)));
        assert!(!newcomers.has_pass(anna, address("203.0.113.10"), at(0)));
        assert!(!newcomers.has_pass(rob, address("203.0.113.9"), at(0)));
        newcomers.forget(anna);
        assert!(!newcomers.has_pass(anna, address("203.0.113.9"), at(0)));
    }
}
