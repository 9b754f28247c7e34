//! From rounds to figures: medians, percentiles, paired ratios, as a table line and as JSON.

use serde_json::{Value, json};

use super::load::Round;

/// The rounds of a server under test and of the echo, taken in turns under the same plan.
#[derive(Clone, Debug)]
pub struct Pairs {
    /// What was planned, in words: `policy tcp zipf`.
    pub plan: String,
    /// Connections.
    pub connections: usize,
    /// The echo and the subject of each round.
    pub rounds: Vec<(Round, Round)>,
}

/// One server's figures over all its rounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// Median of requests in a second.
    pub per_s: f64,
    /// Median of requests in a second of the server's CPU time.
    pub per_cpu_s: f64,
    /// Half of the answers took at most so many microseconds (median of the rounds, as the next two).
    pub p50_us: f64,
    /// 99 of 100.
    pub p99_us: f64,
    /// 999 of 1000.
    pub p999_us: f64,
    /// Share of answers that let through.
    pub yes: f64,
}

impl Figures {
    /// The figures of one server's rounds.
    pub fn of<'a>(rounds: impl Iterator<Item = &'a Round> + Clone) -> Self {
        let over = |figure: fn(&Round) -> f64| median(rounds.clone().map(figure).collect());
        Self {
            per_s: over(|round| round.answered as f64 / round.wall_s),
            per_cpu_s: over(per_cpu_s),
            p50_us: over(|round| percentile_us(round, 0.5)),
            p99_us: over(|round| percentile_us(round, 0.99)),
            p999_us: over(|round| percentile_us(round, 0.999)),
            yes: over(|round| round.yes as f64 / round.answered.max(1) as f64),
        }
    }

    fn json(&self) -> Value {
        json!({
            "requests_per_s": self.per_s,
            "requests_per_server_cpu_s": self.per_cpu_s,
            "p50_us": self.p50_us,
            "p99_us": self.p99_us,
            "p999_us": self.p999_us,
            "let_through": self.yes,
        })
    }
}

impl Pairs {
    /// The echo's figures and the subject's.
    pub fn figures(&self) -> (Figures, Figures) {
        (
            Figures::of(self.rounds.iter().map(|pair| &pair.0)),
            Figures::of(self.rounds.iter().map(|pair| &pair.1)),
        )
    }

    /// Median over the rounds of subject / echo, in requests per second of server CPU.
    pub fn ratio(&self) -> f64 {
        median(self.ratios())
    }

    fn ratios(&self) -> Vec<f64> {
        self.rounds.iter().map(|(echo, subject)| per_cpu_s(subject) / per_cpu_s(echo)).collect()
    }

    /// The lowest and the highest of them.
    pub fn ratio_range(&self) -> (f64, f64) {
        let ratios = self.ratios();
        let highest = ratios.iter().copied().fold(0.0, f64::max);
        (ratios.into_iter().fold(highest, f64::min), highest)
    }

    /// The head of the table.
    pub fn head() -> String {
        format!(
            "{:<24}{:>6} {:>8}{:>10}{:>12}{:>9}{:>9}{:>10}{:>7}  {}",
            "plan",
            "conns",
            "server",
            "req/s",
            "req/CPU-s",
            "p50 us",
            "p99 us",
            "p99.9 us",
            "yes",
            "ratio (least to most)"
        )
    }

    /// Two lines of the table: the echo's and the subject's.
    pub fn table(&self) -> String {
        let (echo, subject) = self.figures();
        let line = |server: &str, figures: &Figures, ratio: String| {
            format!(
                "{:<24}{:>6} {:>8}{:>10.0}{:>12.0}{:>9.0}{:>9.0}{:>10.0}{:>6.0}%  {}",
                self.plan,
                self.connections,
                server,
                figures.per_s,
                figures.per_cpu_s,
                figures.p50_us,
                figures.p99_us,
                figures.p999_us,
                figures.yes * 100.0,
                ratio
            )
        };
        let (least, most) = self.ratio_range();
        let ratio = format!("{:.3} ({least:.3} to {most:.3})", self.ratio());
        format!("{}\n{}", line("echo", &echo, String::new()), line("postern", &subject, ratio))
    }

    /// The same as JSON.
    pub fn json(&self) -> Value {
        let (echo, subject) = self.figures();
        json!({
            "plan": self.plan,
            "connections": self.connections,
            "rounds": self.rounds.len(),
            "echo": echo.json(),
            "postern": subject.json(),
            "ratio_per_server_cpu_s": self.ratio(),
            "ratio_least": self.ratio_range().0,
            "ratio_most": self.ratio_range().1,
        })
    }
}

fn per_cpu_s(round: &Round) -> f64 {
    round.answered as f64 / round.server_cpu_s.max(f64::MIN_POSITIVE)
}

fn percentile_us(round: &Round, share: f64) -> f64 {
    let sorted = &round.latencies_ns;
    let at = (sorted.len() as f64 * share) as usize;
    sorted.get(at.min(sorted.len().saturating_sub(1))).map_or(0.0, |ns| f64::from(*ns) / 1_000.0)
}

/// The middle value; the lower of two.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(answered: u64, server_cpu_s: f64) -> Round {
        let latencies_ns = (1..=1_000).map(|us| us * 1_000).collect();
        Round { answered, yes: answered / 2, wall_s: 2.0, server_cpu_s, latencies_ns }
    }

    #[test]
    fn a_ratio_is_the_median_of_its_pairs_not_the_ratio_of_medians() {
        // Echo 100, 200, 400 and subject 90, 100, 380 requests per CPU second.
        let rounds = [(100, 90), (200, 100), (400, 380)]
            .map(|(echo, subject)| (round(echo, 1.0), round(subject, 1.0)));
        let pairs = Pairs { plan: "policy".into(), connections: 8, rounds: rounds.to_vec() };
        assert_eq!(pairs.ratio(), 0.9);
        assert_eq!(pairs.ratio_range(), (0.5, 0.95));
        let (echo, subject) = pairs.figures();
        assert_eq!((echo.per_cpu_s, subject.per_cpu_s), (200.0, 100.0));
        assert_eq!((echo.per_s, echo.yes), (100.0, 0.5));
        assert_eq!((echo.p50_us, echo.p99_us, echo.p999_us), (501.0, 991.0, 1_000.0));
    }
}
