//! What is remembered of one account: each signal at its highest step, and when it was last restricted.

use super::signal::{Journey, is_same_signal, traits_of};
use super::{CompromiseStanding, Judgement, Level, LiveSignal, SCORE_MAX, SignalClass};
use crate::outbound::Grace;
use crate::policy::CompromisePolicy;
use crate::restriction::Evidence;
use crate::time::{Span, Timestamp};

/// A signal whose points have fallen below this speaks no more, and is forgotten.
const SPEAKS_FROM: f64 = 1.0;

/// What is remembered of one account's evidence. Accounts about which nothing was seen have none.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct CompromiseRecord {
    /// One of each kind at most.
    pub(super) signals: Vec<Signal>,
    /// The highest level that was said since the score was last below the alert.
    pub(super) said: Level,
    /// When a rule last restricted sending, unix seconds; 0: never.
    pub(super) restricted_s: u32,
    /// What a release left behind.
    pub(super) grace: Grace,
    /// Until when, unix seconds.
    pub(super) grace_until_s: u32,
    /// When anything of it last changed, unix seconds.
    pub(super) changed_s: u32,
}

/// So many points below a level it still counts as said: a signal that is seen again every minute would else be a rise
/// each time. From 80 points it takes 13 minutes to lose them.
const SAID_MARGIN: f64 = 2.0;

/// One signal: of all that was seen of it what is worth most by now, and the step that was said last.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Signal {
    pub evidence: Evidence,
    pub said_points: u8,
    /// Unix seconds.
    pub said_s: u32,
}

impl CompromiseRecord {
    /// Something was seen. Whether that is news: not within the window of an equal or higher step of the same
    /// signal, and worth points.
    pub fn see(&mut self, seen: &Evidence, policy: &CompromisePolicy, now: Timestamp) -> bool {
        let traits = traits_of(seen.kind);
        let points = seen.points.min(traits.points_max);
        if points == 0 {
            return false;
        }
        let seen = Evidence { points, ..seen.clone() };
        let at_s = seen.at.unix_s_u32();
        // A rise is said again once the score has fallen in between, by more than what a few minutes take of it.
        let before = self.standing(policy, now);
        let nearly = capped(level_of(before.score + SAID_MARGIN, false, policy), &before.signals);
        let level_before = if before.signals.is_empty() { before.level } else { before.level.max(nearly) };
        let signal = self.signals.iter_mut().find(|known| is_same_signal(known.evidence.kind, seen.kind));
        let is_news = match signal {
            Some(signal) => {
                let known = &signal.evidence;
                // Both as of the later of the two moments.
                let at = seen.at.max(known.at);
                if points_at(&seen, policy, at) >= points_at(known, policy, at) {
                    signal.evidence = seen;
                }
                let window_s = traits.window.as_s() as u32;
                let is_news = points > signal.said_points || at_s.saturating_sub(signal.said_s) >= window_s;
                if is_news {
                    (signal.said_points, signal.said_s) = (points, at_s);
                }
                is_news
            }
            None => {
                self.signals.push(Signal { evidence: seen, said_points: points, said_s: at_s });
                true
            }
        };
        self.said = self.said.min(level_before);
        self.changed_s = now.unix_s_u32();
        is_news
    }

    /// The score, its level and what it is made of.
    pub fn standing(&self, policy: &CompromisePolicy, now: Timestamp) -> CompromiseStanding {
        let mut signals: Vec<LiveSignal> = self
            .signals
            .iter()
            .map(|signal| LiveSignal {
                evidence: signal.evidence.clone(),
                points: points_at(&signal.evidence, policy, now),
            })
            .collect();
        signals.sort_by(|one, other| {
            other.points.total_cmp(&one.points).then(one.evidence.kind.code().cmp(other.evidence.kind.code()))
        });
        let sum: f64 = signals.iter().map(|signal| signal.points).sum();
        let score = sum.min(SCORE_MAX);
        let is_hard = self.is_hard(&signals, policy, now);
        let level = level_of(score, is_hard, policy).max(self.held(score, policy));
        let level = capped(level, &signals);
        let mut standing = CompromiseStanding { score, level, falls: None, signals };
        standing.falls = threshold_of(level, policy).map(|threshold| {
            let falls = standing.falls_below(threshold, policy, now);
            if is_hard { falls.max(Timestamp::from_unix_s(i64::from(self.grace_until_s))) } else { falls }
        });
        standing
    }

    /// What follows, and notes what is said with it. `next_day` is the end of the organisation's day.
    pub fn judgement(&mut self, policy: &CompromisePolicy, next_day: Timestamp, now: Timestamp) -> Judgement {
        let standing = self.standing(policy, now);
        let risen_to = (standing.level > self.said).then_some(standing.level);
        if risen_to.is_some() {
            self.said = standing.level;
            self.changed_s = now.unix_s_u32();
        }
        // A day that is already over (the clock or the zone jumped) would restrict nothing.
        let day_ends = if next_day > now { next_day } else { now.plus(Span::from_days(1)) };
        let stays = self.stays_until_released(&standing, policy, now);
        let until = (!stays).then_some(day_ends);
        Judgement { standing, risen_to, until }
    }

    /// Whether a restriction that begins now needs somebody to end it.
    fn stays_until_released(
        &self,
        standing: &CompromiseStanding,
        policy: &CompromisePolicy,
        now: Timestamp,
    ) -> bool {
        let signals = &standing.signals;
        let is_repeated = self.restricted_s > 0
            && policy.repeat_days > 0
            && now.since(Timestamp::from_unix_s(i64::from(self.restricted_s)))
                < Span::from_days(policy.repeat_days as i64);
        if is_volume_only(signals) {
            return is_repeated && policy.repeat_by_volume == 1;
        }
        let is_strange =
            speaking(signals).any(|signal| traits_of(signal.evidence.kind).journey == Journey::StrangePlace);
        is_repeated || is_strange || standing.level == Level::UntilReleased
    }

    /// A rule has restricted sending.
    pub fn restricted(&mut self, now: Timestamp) {
        self.restricted_s = now.unix_s_u32();
        self.changed_s = now.unix_s_u32();
    }

    /// A person released sending, or dismissed what was proposed: what was seen so far is settled, and until
    /// `until` one hard signal more is enough.
    pub fn released(&mut self, grace: Grace, until: Timestamp, now: Timestamp) {
        self.signals.clear();
        self.said = Level::None;
        self.grace = grace;
        self.grace_until_s = until.unix_s_u32();
        self.changed_s = now.unix_s_u32();
    }

    /// Whether nothing of it matters any more.
    pub fn is_over(&self, policy: &CompromisePolicy, now: Timestamp) -> bool {
        let repeat = Span::from_days(policy.repeat_days as i64);
        let restricted = Timestamp::from_unix_s(i64::from(self.restricted_s));
        self.signals.iter().all(|signal| points_at(&signal.evidence, policy, now) < SPEAKS_FROM)
            && now.unix_s_u32() >= self.grace_until_s
            && now.since(restricted) >= repeat
    }

    /// When anything of it last changed, unix seconds.
    pub fn changed_s(&self) -> u32 {
        self.changed_s
    }

    /// Bytes that it holds beside its own size.
    pub fn heap_bytes(&self) -> usize {
        self.signals.capacity() * size_of::<Signal>()
    }

    /// A milder level that was said and has not ended yet.
    fn held(&self, score: f64, policy: &CompromisePolicy) -> Level {
        [(Level::Slow, policy.slow_points), (Level::Alert, policy.alert_points)]
            .into_iter()
            .find(|(level, points)| self.said >= *level && score >= held_until(*points) as f64)
            .map_or(Level::None, |(level, _)| level)
    }

    /// Within the grace after a release, one signal that is not volume, in which no stranger has a part and which was worth an alert by itself
    /// (checklist E8: hard evidence restricts at once). What was seen before the release is settled.
    fn is_hard(&self, signals: &[LiveSignal], policy: &CompromisePolicy, now: Timestamp) -> bool {
        let in_grace = self.grace != Grace::None && now.unix_s_u32() < self.grace_until_s;
        in_grace
            && signals.iter().any(|signal| {
                let traits = traits_of(signal.evidence.kind);
                traits.class != SignalClass::Volume
                    && !traits.strangers_take_part
                    && u64::from(signal.evidence.points) >= policy.alert_points
            })
    }
}

impl CompromiseStanding {
    /// When the score is below `points`, if nothing more is seen: a whole second after it reaches them, so that it
    /// is below then and what lasts until then never ends as it begins.
    pub fn falls_below(&self, points: u64, policy: &CompromisePolicy, now: Timestamp) -> Timestamp {
        let sum: f64 = self.signals.iter().map(|signal| signal.points).sum();
        // All signals halve together, so the sum does. `as` saturates.
        let half_lives = (sum / points as f64).log2().max(0.0);
        now.plus(Span::from_s((half_lives * policy.half_life_s as f64).floor() as i64 + 1))
    }

    /// The signals that speak, as evidence with the points that they count for at this moment.
    pub fn counted(&self) -> impl Iterator<Item = Evidence> {
        // `as` saturates.
        speaking(&self.signals)
            .map(|signal| Evidence { points: signal.points.round() as u8, ..signal.evidence.clone() })
    }
}

/// Points of `evidence` at `now`: halved with every half-life since it was seen.
fn points_at(evidence: &Evidence, policy: &CompromisePolicy, now: Timestamp) -> f64 {
    let half_lives = now.since(evidence.at).as_micros() as f64 / (policy.half_life_s as f64 * 1e6);
    f64::from(evidence.points) * (-half_lives).exp2()
}

/// Those that are not as good as forgotten.
fn speaking(signals: &[LiveSignal]) -> impl Iterator<Item = &LiveSignal> {
    signals.iter().filter(|signal| signal.points >= SPEAKS_FROM)
}

fn is_volume_only(signals: &[LiveSignal]) -> bool {
    speaking(signals).all(|signal| traits_of(signal.evidence.kind).class == SignalClass::Volume)
}

/// The level of a score, and what hard evidence makes of it.
fn level_of(score: f64, is_hard: bool, policy: &CompromisePolicy) -> Level {
    let by_points = [
        (policy.until_released_points, Level::UntilReleased),
        (policy.restrict_points, Level::UntilNextDay),
        (policy.slow_points, Level::Slow),
        (policy.alert_points, Level::Alert),
    ]
    .into_iter()
    .find(|(points, _)| score >= *points as f64)
    .map_or(Level::None, |(_, level)| level);
    if is_hard { Level::UntilReleased } else { by_points }
}

/// What the signals are caps what their sum does.
fn capped(level: Level, signals: &[LiveSignal]) -> Level {
    let is_soft = |signal: &LiveSignal| {
        let traits = traits_of(signal.evidence.kind);
        traits.journey != Journey::No || traits.strangers_take_part
    };
    if speaking(signals).all(is_soft) {
        level.min(Level::Alert)
    } else if is_volume_only(signals) {
        level.min(Level::UntilNextDay)
    } else {
        level
    }
}

/// Alert and slow, once reached, hold until the score is below this: half of their points. Otherwise what just
/// reaches them would end in the same second. A restriction has an end of its own, so it needs none.
pub const fn held_until(points: u64) -> u64 {
    points.div_ceil(2)
}

/// The points below which a level ends.
fn threshold_of(level: Level, policy: &CompromisePolicy) -> Option<u64> {
    match level {
        Level::None => None,
        Level::Alert => Some(held_until(policy.alert_points)),
        Level::Slow => Some(held_until(policy.slow_points)),
        Level::UntilNextDay => Some(policy.restrict_points),
        Level::UntilReleased => Some(policy.until_released_points),
    }
}
