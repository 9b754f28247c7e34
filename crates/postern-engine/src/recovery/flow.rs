//! How far somebody has come on the way back, as a text under our seal: the form brings it back, so nothing is kept of
//! whoever only began, and no step can be left out (reliability L1). Says who, never whether there is such an account.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use postern_core::ids::AccountId;
use postern_core::recovery::{FLOW_LIFE, Proofs, RecoveryMethod, STEP_LIFE};
use postern_core::time::Timestamp;

use crate::secret;

/// Longest name that somebody begins with, bytes (RFC 5321, section 4.5.3.1: 64 and 255 with the sign between).
pub const LOGIN_BYTES_MAX: usize = 320;
/// What the seal is for; the number changes with the form.
const PURPOSE: &str = "way back 2";
/// Bytes of the seal over whose name it was.
pub(super) const WHOSE_BYTES: usize = 16;
/// Two moments, whose name it was, and the proofs.
const HEAD_BYTES: usize = 8 + 8 + WHOSE_BYTES + 1;
const SEAL_BYTES: usize = 32;
/// Longest text of a flow in base64.
const TEXT_BYTES_MAX: usize = (HEAD_BYTES + LOGIN_BYTES_MAX + SEAL_BYTES).div_ceil(3) * 4;

/// One way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Flow {
    /// The name, as it was typed.
    pub(super) login: String,
    /// When it began, or since anything was proved, when the first proof was shown: what happened to the account before then
    /// voids nothing.
    pub(super) begun: Timestamp,
    /// When the last step was taken.
    pub(super) touched: Timestamp,
    /// A seal over for whom something was proved: a name that is given to another account meanwhile leads nowhere. It is of
    /// this name and moment, so that nobody sees which names are of one account. Of nobody before.
    pub(super) whose: [u8; WHOSE_BYTES],
    /// What was proved.
    pub(super) proofs: Proofs,
}

impl Flow {
    pub(super) fn begun(login: &str, now: Timestamp) -> Self {
        let login = login.to_owned();
        Self { login, begun: now, touched: now, whose: [0; WHOSE_BYTES], proofs: Proofs::default() }
    }

    /// With one proof more, looked at from `now` on. The first binds it to the account, and its time begins anew.
    pub(super) fn proving(
        self,
        account: AccountId,
        method: RecoveryMethod,
        site_key: &[u8; 32],
        now: Timestamp,
    ) -> Self {
        let is_first = self.proofs.count() == 0;
        let begun = if is_first { now } else { self.begun };
        let whose = whose(&self.login, account, begun, site_key);
        Self { begun, whose, proofs: self.proofs.and(method), ..self }
    }

    /// Whether the name is still this owner's.
    pub(super) fn is_of(&self, owner: AccountId, site_key: &[u8; 32]) -> bool {
        secret::is_seal_of(&self.whose, &whose(&self.login, owner, self.begun, site_key))
    }

    pub(super) fn is_open(&self, now: Timestamp) -> bool {
        now.since(self.touched) < STEP_LIFE && now.since(self.begun) < FLOW_LIFE
    }

    pub(super) fn sealed(&self, site_key: &[u8; 32]) -> String {
        let mut bytes = Vec::with_capacity(HEAD_BYTES + self.login.len() + SEAL_BYTES);
        bytes.extend(self.begun.unix_micros().to_le_bytes());
        bytes.extend(self.touched.unix_micros().to_le_bytes());
        bytes.extend(self.whose);
        bytes.push(self.proofs.bits());
        bytes.extend(self.login.as_bytes());
        bytes.extend(secret::seal(site_key, PURPOSE, &[&bytes]));
        URL_SAFE_NO_PAD.encode(bytes)
    }

    pub(super) fn read(text: &str, site_key: &[u8; 32]) -> Option<Self> {
        if text.len() > TEXT_BYTES_MAX {
            return None;
        }
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (sealed, shown) = bytes.split_at_checked(bytes.len().checked_sub(SEAL_BYTES)?)?;
        if !secret::is_seal(shown, &secret::seal(site_key, PURPOSE, &[sealed])) {
            return None;
        }
        let (head, login) = sealed.split_at_checked(HEAD_BYTES)?;
        let moment = |from: usize| {
            let bytes = head.get(from..from + 8)?.try_into().ok()?;
            Some(Timestamp::from_unix_micros(i64::from_le_bytes(bytes)))
        };
        Some(Self {
            login: String::from_utf8(login.to_vec()).ok()?,
            begun: moment(0)?,
            touched: moment(8)?,
            whose: head.get(16..16 + WHOSE_BYTES)?.try_into().ok()?,
            proofs: Proofs::from_bits(*head.last()?),
        })
    }
}

fn whose(login: &str, owner: AccountId, begun: Timestamp, site_key: &[u8; 32]) -> [u8; WHOSE_BYTES] {
    let parts = [&owner.as_u64().to_le_bytes()[..], &begun.unix_micros().to_le_bytes(), login.as_bytes()];
    let seal = secret::seal(site_key, "whose way back", &parts);
    std::array::from_fn(|position| seal[position])
}

#[cfg(test)]
mod tests {
    use postern_core::time::Span;

    use super::*;

    fn anna() -> AccountId {
        AccountId::from_random(1)
    }

    fn flow(login: &str) -> Flow {
        let began = Timestamp::from_unix_s(1_000);
        Flow::begun(login, began).proving(anna(), RecoveryMethod::AppCode, &[1; 32], began)
    }

    #[test]
    fn a_flow_reads_back_and_not_one_of_its_characters_may_differ() {
        let text = flow("anna@contoso.example").sealed(&[1; 32]);
        assert_eq!(Flow::read(&text, &[1; 32]), Some(flow("anna@contoso.example")));
        assert_eq!(Flow::read(&text, &[2; 32]), None, "another site's");
        for position in 0..text.len() {
            let mut forged = text.clone().into_bytes();
            forged[position] = if forged[position] == b'A' { b'B' } else { b'A' };
            let forged = String::from_utf8(forged).expect("ASCII");
            assert_eq!(Flow::read(&forged, &[1; 32]), None, "{position}");
        }
        for wrong in ["", "AAAA", "=", &"A".repeat(10_000)] {
            assert_eq!(Flow::read(wrong, &[1; 32]), None, "{wrong}");
        }
    }

    #[test]
    fn a_name_that_is_somebody_elses_by_now_leads_nowhere() {
        let text = flow("sales@contoso.example").sealed(&[1; 32]);
        let read = Flow::read(&text, &[1; 32]).expect("ours");
        assert!(read.is_of(anna(), &[1; 32]));
        assert!(!read.is_of(AccountId::from_random(2), &[1; 32]));
    }

    #[test]
    fn the_longest_name_fits_and_tells_nothing_else() {
        let login = "ł".repeat(LOGIN_BYTES_MAX / 2);
        let text = flow(&login).sealed(&[1; 32]);
        assert_eq!(Flow::read(&text, &[1; 32]).map(|flow| flow.login), Some(login));
        assert!(text.len() <= TEXT_BYTES_MAX, "{}", text.len());
    }

    #[test]
    fn a_step_ends_after_twenty_minutes_and_the_whole_after_two_hours() {
        let open = flow("anna");
        let after = |s: i64| Timestamp::from_unix_s(1_000).plus(Span::from_s(s));
        assert!(open.is_open(after(20 * 60 - 1)) && !open.is_open(after(20 * 60)));
        let going = Flow { touched: after(7_199), ..open };
        assert!(going.is_open(after(7_199)) && !going.is_open(after(7_200)));
    }
}
