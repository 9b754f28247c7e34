//! How the world took an account's mail: addresses that do not exist, servers that took it for spam, complaints, and
//! what the site's own scanner said of it (outbound reference, c4; checklist G15 to G17).
//!
//! Counts decay over 24 hours like those of [`super::tally`]. Each rule speaks once a day, at each higher step again.
//! **Other people's servers are strangers**: whoever makes somebody write to him can refuse those mails. So none of these
//! signals acts without one of the account's own doing (`compromise::SignalTraits::strangers_take_part`); the scanner is
//! the site's, and its verdict is not a stranger's.
//!
//! This file knows no queue id, no log and no mail; which account a result belongs to is found by whoever asks.

use super::reply::Meaning;
use crate::restriction::{Evidence, EvidenceKind};
use crate::time::{Span, Timestamp};

const DAY: Span = Span::from_days(1);
const DAY_S: f32 = 86_400.0;
/// Complaints of one week count together (outbound reference, c2).
const COMPLAINTS_WINDOW: Span = Span::from_days(7);
/// So many verdicts of the scanner within [`VERDICTS_WINDOW`] are worth [`VERDICTS_POINTS`] (outbound reference, c4).
const VERDICTS: u32 = 3;
const VERDICTS_WINDOW: Span = Span::from_hours(1);
const VERDICTS_POINTS: u8 = 40;
/// Two servers of different domains took it for spam (outbound reference, c4).
const TAKEN_FOR_SPAM_POINTS: u8 = 40;
/// One reporter, two reporters (outbound reference, c4).
const COMPLAINT_POINTS: [u8; 2] = [20, 60];

/// Addresses that do not exist: at least so many, and at least this share in percent of all that were written to outside,
/// are worth so many points (outbound reference, c4). A share of 5 or 10 percent alone speaks only of 50 recipients.
const NO_SUCH_ADDRESS: [(f32, f32, f32, u8); 4] =
    [(10.0, 0.0, 20.0, 50), (5.0, 0.0, 50.0, 50), (1.0, 50.0, 10.0, 40), (1.0, 50.0, 5.0, 25)];

/// What became of one account's mail to outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Deliveries {
    counts: Counts,
    told_no_such_address: Told,
    told_reported: Told,
    told_spam: Told,
    told_complaints: Told,
    told_verdicts: Told,
    /// The last two domains whose servers took a mail for spam, newest first.
    spam_domains: [(u64, Timestamp); 2],
    spam_domains_count: usize,
    /// The last two reporters, newest first.
    reporters: [(u64, Timestamp); 2],
    reporters_count: usize,
    /// When the scanner spoke last, newest first.
    verdicts: [Timestamp; VERDICTS as usize],
    verdicts_count: u32,
    changed: Timestamp,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Counts {
    delivered: f32,
    no_such_address: f32,
    /// Of which only a report from outside tells.
    reported: f32,
    taken_for_spam: f32,
    refused_otherwise: f32,
    put_off: f32,
}

/// The step that was told last.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Told {
    points: u8,
    at: Timestamp,
}

impl Told {
    const NEVER: Self = Self { points: 0, at: Timestamp::from_unix_s(0) };

    /// Whether a step of so many points is told: it is higher than the last one, or that was a day ago.
    fn is_due(&mut self, points: u8, now: Timestamp) -> bool {
        let is_due = points > 0 && (points > self.points || now.since(self.at) >= DAY);
        if is_due {
            *self = Self { points, at: now };
        }
        is_due
    }
}

/// How an account's mail to outside was taken within about 24 hours, for people: recipients, rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeliveryStanding {
    /// Delivered.
    pub delivered: u32,
    /// The address or its domain does not exist.
    pub no_such_address: u32,
    /// Taken for spam.
    pub taken_for_spam: u32,
    /// Refused for another reason.
    pub refused_otherwise: u32,
    /// Attempts that were put off.
    pub put_off: u32,
}

impl Deliveries {
    /// Nothing yet.
    pub const fn new(now: Timestamp) -> Self {
        let never = Timestamp::from_unix_s(0);
        Self {
            counts: Counts {
                delivered: 0.0,
                no_such_address: 0.0,
                reported: 0.0,
                taken_for_spam: 0.0,
                refused_otherwise: 0.0,
                put_off: 0.0,
            },
            told_no_such_address: Told::NEVER,
            told_reported: Told::NEVER,
            told_spam: Told::NEVER,
            told_complaints: Told::NEVER,
            told_verdicts: Told::NEVER,
            spam_domains: [(0, never); 2],
            spam_domains_count: 0,
            reporters: [(0, never); 2],
            reporters_count: 0,
            verdicts: [never; VERDICTS as usize],
            verdicts_count: 0,
            changed: now,
        }
    }

    /// The mail log tells what became of one recipient outside; `domain_hash` is a keyed hash of its domain.
    pub fn answered(&mut self, meaning: Meaning, domain_hash: u64, now: Timestamp) -> Option<Evidence> {
        self.decay(now);
        match meaning {
            Meaning::Delivered => self.counts.delivered += 1.0,
            Meaning::PutOff => self.counts.put_off += 1.0,
            Meaning::RefusedOtherwise => self.counts.refused_otherwise += 1.0,
            Meaning::NoSuchAddress => {
                self.counts.no_such_address += 1.0;
                let count = self.counts.no_such_address;
                let points = self.points_of_missing(count);
                let kind = EvidenceKind::NoSuchAddress;
                return self.told_no_such_address.is_due(points, now).then(|| seen(kind, points, count, now));
            }
            Meaning::TakenForSpam => {
                self.counts.taken_for_spam += 1.0;
                remember(&mut self.spam_domains, &mut self.spam_domains_count, domain_hash, now);
                let domains = lately(&self.spam_domains, self.spam_domains_count, DAY, now);
                let is_due = domains >= 2 && self.told_spam.is_due(TAKEN_FOR_SPAM_POINTS, now);
                let kind = EvidenceKind::TakenForSpam;
                return is_due.then(|| seen(kind, TAKEN_FOR_SPAM_POINTS, self.counts.taken_for_spam, now));
            }
        }
        None
    }

    /// A report from outside, which belongs to a mail of this account, says that one recipient does not exist. The log
    /// has counted that recipient as delivered.
    pub fn reported_missing(&mut self, now: Timestamp) -> Option<Evidence> {
        self.decay(now);
        self.counts.delivered = (self.counts.delivered - 1.0).max(0.0);
        self.counts.reported += 1.0;
        let count = self.counts.reported;
        let points = self.points_of_missing(count);
        let kind = EvidenceKind::ReportedMissing;
        self.told_reported.is_due(points, now).then(|| seen(kind, points, count, now))
    }

    /// Somebody complained through a reporter that the site trusts.
    pub fn complained(&mut self, reporter_hash: u64, now: Timestamp) -> Option<Evidence> {
        self.decay(now);
        remember(&mut self.reporters, &mut self.reporters_count, reporter_hash, now);
        let reporters = lately(&self.reporters, self.reporters_count, COMPLAINTS_WINDOW, now);
        let points = COMPLAINT_POINTS[reporters.clamp(1, 2) - 1];
        let kind = EvidenceKind::Complaints;
        self.told_complaints.is_due(points, now).then(|| seen(kind, points, reporters as f32, now))
    }

    /// The site's scanner takes a mail of the account for spam.
    pub fn scanned_as_spam(&mut self, now: Timestamp) -> Option<Evidence> {
        self.decay(now);
        self.verdicts.rotate_right(1);
        self.verdicts[0] = now;
        self.verdicts_count = (self.verdicts_count + 1).min(VERDICTS);
        let is_many = self.verdicts_count == VERDICTS
            && self.verdicts.iter().all(|&at| now.since(at) < VERDICTS_WINDOW);
        let kind = EvidenceKind::SpamVerdicts;
        (is_many && self.told_verdicts.is_due(VERDICTS_POINTS, now))
            .then(|| seen(kind, VERDICTS_POINTS, VERDICTS as f32, now))
    }

    /// For people.
    pub fn standing(&self, now: Timestamp) -> DeliveryStanding {
        let mut at_now = self.clone();
        at_now.decay(now);
        let Counts { delivered, no_such_address, reported, taken_for_spam, refused_otherwise, put_off } =
            at_now.counts;
        // `as` saturates.
        let whole = |count: f32| count.round() as u32;
        DeliveryStanding {
            delivered: whole(delivered),
            no_such_address: whole(no_such_address + reported),
            taken_for_spam: whole(taken_for_spam),
            refused_otherwise: whole(refused_otherwise),
            put_off: whole(put_off),
        }
    }

    /// Whether nothing of it counts any more.
    pub fn is_over(&self, now: Timestamp) -> bool {
        now.since(self.changed) >= COMPLAINTS_WINDOW
    }

    /// The points of so many missing addresses among all that were written to.
    fn points_of_missing(&self, missing: f32) -> u8 {
        let Counts { delivered, no_such_address, reported, taken_for_spam, refused_otherwise, .. } =
            self.counts;
        let all = delivered + no_such_address + reported + taken_for_spam + refused_otherwise;
        // Counts decay a little while they grow: ten within some hours are ten.
        let (missing, all) = (missing.round(), all.round());
        NO_SUCH_ADDRESS
            .iter()
            .filter(|(missing_min, all_min, percent, _)| {
                missing >= *missing_min && all >= *all_min && missing * 100.0 >= all * percent
            })
            .map(|(_, _, _, points)| *points)
            .max()
            .unwrap_or(0)
    }

    /// Brings the counts to `now`. A clock that was set back decays nothing.
    fn decay(&mut self, now: Timestamp) {
        let elapsed_s = now.since(self.changed).as_s().max(0) as f32;
        let left = (-elapsed_s / DAY_S).exp();
        let counts = &mut self.counts;
        for count in [
            &mut counts.delivered,
            &mut counts.no_such_address,
            &mut counts.reported,
            &mut counts.taken_for_spam,
            &mut counts.refused_otherwise,
            &mut counts.put_off,
        ] {
            *count *= left;
        }
        self.changed = now;
    }
}

/// Puts a party in front, or to the front again.
fn remember(parties: &mut [(u64, Timestamp); 2], count: &mut usize, party: u64, now: Timestamp) {
    let is_first = *count > 0 && parties[0].0 == party;
    if !is_first {
        parties.swap(0, 1);
        *count = (*count + 1).min(2);
    }
    parties[0] = (party, now);
}

/// How many different ones there were within the window.
fn lately(parties: &[(u64, Timestamp); 2], count: usize, window: Span, now: Timestamp) -> usize {
    let recent = |(_, at): &&(u64, Timestamp)| now.since(*at) < window;
    parties[..count].iter().filter(recent).count()
}

fn seen(kind: EvidenceKind, points: u8, count: f32, now: Timestamp) -> Evidence {
    // `as` saturates.
    Evidence { kind, points, at: now, source: None, count: count.round() as u32, region: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_unix_s(1_772_438_400 + seconds)
    }

    /// So many of each, one a second; points of what was told, in order.
    fn told(delivered: usize, missing: usize) -> Vec<u8> {
        let mut deliveries = Deliveries::new(at(0));
        let mut told = Vec::new();
        let meanings = std::iter::repeat_n(Meaning::Delivered, delivered)
            .chain(std::iter::repeat_n(Meaning::NoSuchAddress, missing));
        for (second, meaning) in meanings.enumerate() {
            told.extend(deliveries.answered(meaning, 1, at(second as i64)).map(|seen| seen.points));
        }
        told
    }

    #[test]
    fn missing_addresses_speak_from_ten_of_fifty_or_five_of_ten_on() {
        assert_eq!(told(40, 9), []);
        assert_eq!(told(36, 9), [], "20 percent, but nine");
        assert_eq!(told(40, 10), [50]);
        assert_eq!(told(5, 4), []);
        assert_eq!(told(5, 5), [50]);
        assert_eq!(told(6, 5), []);
    }

    #[test]
    fn of_many_recipients_a_share_of_five_percent_speaks_and_ten_speaks_louder() {
        assert_eq!(told(100, 5), []);
        assert_eq!(told(95, 5), [25]);
        assert_eq!(told(95, 12), [25, 40]);
    }

    #[test]
    fn the_same_step_is_told_once_a_day_and_counts_fade() {
        let mut deliveries = Deliveries::new(at(0));
        let mut told = 0;
        for second in 0..1_000 {
            told += usize::from(deliveries.answered(Meaning::NoSuchAddress, 1, at(second)).is_some());
        }
        assert_eq!(told, 1);
        assert!(deliveries.standing(at(1_000)).no_such_address > 900);
        assert!(deliveries.answered(Meaning::NoSuchAddress, 1, at(86_400 + 4)).is_some());
        assert_eq!(deliveries.standing(at(30 * 86_400)), DeliveryStanding::default());
        assert!(!deliveries.is_over(at(7 * 86_400)) && deliveries.is_over(at(8 * 86_400 + 4)));
    }

    #[test]
    fn one_domain_however_often_is_no_verdict_and_two_within_a_day_are() {
        let mut deliveries = Deliveries::new(at(0));
        for second in 0..100 {
            assert_eq!(deliveries.answered(Meaning::TakenForSpam, 7, at(second)), None);
        }
        let late = deliveries.clone().answered(Meaning::TakenForSpam, 8, at(99 + 86_400));
        assert_eq!(late, None, "the first domain's last answer is a day old");
        let second = deliveries.answered(Meaning::TakenForSpam, 8, at(200)).expect("two domains");
        assert_eq!((second.points, second.kind), (40, EvidenceKind::TakenForSpam));
        assert_eq!(deliveries.answered(Meaning::TakenForSpam, 9, at(201)), None, "told");
    }

    #[test]
    fn one_reporter_is_twenty_points_and_a_second_one_within_a_week_sixty() {
        let mut deliveries = Deliveries::new(at(0));
        let points = |seen: Option<Evidence>| seen.map(|seen| (seen.points, seen.count));
        assert_eq!(points(deliveries.complained(1, at(0))), Some((20, 1)));
        assert_eq!(points(deliveries.complained(1, at(1))), None);
        assert_eq!(points(deliveries.clone().complained(2, at(7 * 86_400 + 1))), Some((20, 1)));
        assert_eq!(points(deliveries.complained(2, at(6 * 86_400))), Some((60, 2)));
        assert_eq!(points(deliveries.complained(1, at(6 * 86_400 + 1))), None, "both are known");
    }

    #[test]
    fn three_verdicts_of_the_scanner_within_an_hour_speak() {
        let mut deliveries = Deliveries::new(at(0));
        assert_eq!(deliveries.scanned_as_spam(at(0)), None);
        assert_eq!(deliveries.scanned_as_spam(at(3_000)), None);
        assert_eq!(deliveries.clone().scanned_as_spam(at(3_600)), None, "the first is an hour old");
        let third = deliveries.scanned_as_spam(at(3_599)).expect("three");
        assert_eq!((third.points, third.count), (40, 3));
    }

    #[test]
    fn a_report_takes_a_recipient_from_the_delivered_ones() {
        let mut deliveries = Deliveries::new(at(0));
        for _ in 0..6 {
            deliveries.answered(Meaning::Delivered, 1, at(0));
        }
        let told: Vec<_> = (0..5).filter_map(|_| deliveries.reported_missing(at(1))).collect();
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].kind, told[0].points), (EvidenceKind::ReportedMissing, 50));
        let standing = deliveries.standing(at(1));
        assert_eq!((standing.delivered, standing.no_such_address), (1, 5));
    }
}
