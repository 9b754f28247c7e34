//! What the sending gates see beside the envelope: senders that are somebody else here, and the same text or link from
//! several accounts. Core decides what counts; this file hashes with the site's key, keeps the two bounded tables and
//! makes evidence durable. No text, link or address is kept.

use std::collections::HashMap;

use parking_lot::Mutex;
use postern_core::account::AccountKind;
use postern_core::ids::AccountId;
use postern_core::name::canonical_login;
use postern_core::outbound::ForgedSenders;
use postern_core::outbound::campaign::Campaigns;
use postern_core::outbound::content::{Item, items};
use postern_core::restriction::Evidence;
use postern_core::time::{Span, Timestamp};

use super::whole_mail::OpenMail;
use crate::engine::{Engine, keyed_hash};

/// Purposes of keyed hashes in this file; see `keyed_hash`.
const HASH_FORGED: u8 = 11;
const HASH_TEXT: u8 = 12;
const HASH_LINK: u8 = 13;

/// Most accounts whose forged senders are remembered: all who forge on one day, in 2 MiB. Beyond it those of before
/// today go, then all.
pub const FORGERS_MAX: usize = 16_384;
/// One account is told of for campaigns at most so often, or a campaign of a thousand links would be as many rows.
const CAMPAIGN_TOLD_EVERY: Span = Span::from_s(3_600);
/// Most accounts whose last campaign is remembered.
const CAMPAIGN_TOLD_MAX: usize = 16_384;

/// The two tables.
#[derive(Default)]
pub(crate) struct ContentWatch {
    forged: Mutex<HashMap<AccountId, ForgedSenders>>,
    campaigns: Mutex<Option<Campaigns>>,
    told: Mutex<HashMap<AccountId, Timestamp>>,
}

impl ContentWatch {
    fn forged(&self, account: AccountId, address_hash: u64, now: Timestamp) -> Option<Evidence> {
        let mut forged = self.forged.lock();
        if forged.len() >= FORGERS_MAX && !forged.contains_key(&account) {
            forged.retain(|_, senders| !senders.is_over(now));
            if forged.len() >= FORGERS_MAX {
                forged.clear();
            }
        }
        forged.entry(account).or_insert_with(|| ForgedSenders::new(now)).saw(address_hash, now)
    }

    /// Sending was released: what was written in others' names before is settled, and what is written from now on
    /// counts from the first.
    pub(crate) fn released(&self, account: AccountId) {
        self.forged.lock().remove(&account);
    }

    fn tells_campaign(&self, account: AccountId, now: Timestamp) -> bool {
        let mut told = self.told.lock();
        if told.get(&account).is_some_and(|&last| now.since(last) < CAMPAIGN_TOLD_EVERY) {
            return false;
        }
        if told.len() >= CAMPAIGN_TOLD_MAX {
            told.clear();
        }
        told.insert(account, now);
        true
    }
}

impl Engine {
    /// MAIL FROM and the header's senders of one mail. Applications send for others by their nature: the ticket
    /// system, the newsletter, a script.
    pub(crate) fn look_at_senders(
        &self,
        account: AccountId,
        kind: AccountKind,
        mail_from: &str,
        header_senders: &[String],
        now: Timestamp,
    ) {
        if kind == AccountKind::Application {
            return;
        }
        for address in std::iter::once(mail_from).chain(header_senders.iter().map(String::as_str)) {
            let Some(address_hash) = self.forged_hash(account, address) else { continue };
            if let Some(evidence) = self.content_watch.forged(account, address_hash, now) {
                self.evidence_seen(account, &[evidence], now);
            }
        }
    }

    /// A hash of the address if it is one of ours and not this account's. A shared mailbox is everybody's to write as.
    fn forged_hash(&self, account: AccountId, address: &str) -> Option<u64> {
        if address.is_empty() {
            return None;
        }
        let name = canonical_login(address, self.names()).ok()?;
        let domain = postern_core::name::domain_of(&name)?;
        if !self.parts.site.own_domains.iter().any(|own| own == domain) {
            return None;
        }
        match self.account_of(&name) {
            Some((owner, kind)) if owner == account || kind == AccountKind::SharedMailbox => None,
            Some(_) | None => Some(keyed_hash(self.site_key(), HASH_FORGED, &[name.as_bytes()])),
        }
    }

    /// Text and links of one mail, against those of other accounts.
    pub(crate) fn look_at_content(&self, account: AccountId, mail: &OpenMail, now: Timestamp) {
        let outsiders = mail.outsiders();
        if outsiders == 0 {
            return;
        }
        for item in items(mail.body_so_far(), &self.parts.site.own_domains) {
            let item_hash = match &item {
                Item::Text(text) => keyed_hash(self.site_key(), HASH_TEXT, &[text]),
                Item::Link(link) => keyed_hash(self.site_key(), HASH_LINK, &[link]),
            };
            let blamed = {
                let mut campaigns = self.content_watch.campaigns.lock();
                let campaigns = campaigns.get_or_insert_with(|| Campaigns::new(now));
                campaigns.saw(item_hash, account, outsiders, now)
            };
            for (account, evidence) in blamed {
                if self.content_watch.tells_campaign(account, now) {
                    self.evidence_seen(account, &[evidence], now);
                }
            }
        }
    }
}
