//! What can be typed after `postern replay`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// `postern replay …`
#[derive(Debug, Subcommand)]
pub enum Replay {
    /// Sent mail: CSV with time_unix_s,sender,recipients; gzip accepted
    Mail(MailArgs),
    /// The mail log of Postfix: who signed in and sent what to whom; gzip accepted
    PostfixLog(PostfixLogArgs),
    /// Sign-ins: CSV with time_unix_s,user,source_ip,outcome; gzip accepted
    SignIn {
        /// The log
        file: PathBuf,
        /// A policy file, as policy export writes it; the defaults without it
        #[arg(long, value_name = "FILE")]
        policy: Option<PathBuf>,
    },
}

/// Which policies judge sent mail, and what is shown of it.
#[derive(Debug, Args)]
pub struct JudgeArgs {
    /// A policy file, as policy export writes it; may be repeated to see several side by side. The defaults without it
    #[arg(long, value_name = "FILE")]
    pub policy: Vec<PathBuf>,
    /// A preset of sending; may be repeated
    #[arg(long, value_name = "NAME")]
    pub preset: Vec<String>,
    /// A domain of ours, whose recipients weigh less; may be repeated. Without it every recipient is external
    #[arg(long = "own-domain", value_name = "DOMAIN")]
    pub own_domains: Vec<String>,
    /// Show how many hours had how many new recipients
    #[arg(long)]
    pub plot: bool,
    /// Write the same as an SVG picture
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
}

/// `postern replay mail …`
#[derive(Debug, Args)]
pub struct MailArgs {
    /// The log
    pub file: PathBuf,
    #[command(flatten)]
    pub judge: JudgeArgs,
    #[command(flatten)]
    pub inject: InjectArgs,
}

/// Runs of spam put into the log.
#[derive(Debug, Args)]
pub struct InjectArgs {
    /// Also put runs of spam into the histories of the log and count what gets out
    #[arg(long)]
    pub inject: bool,
    /// How often each run is tried
    #[arg(long, default_value_t = 150, value_parser = clap::value_parser!(u32).range(1..=10_000), requires = "inject")]
    pub trials: u32,
    /// What the accounts and moments are drawn by lot with: the same number draws the same
    #[arg(long, default_value_t = 1, requires = "inject")]
    pub seed: u64,
}

/// `postern replay postfix-log …`
#[derive(Debug, Args)]
pub struct PostfixLogArgs {
    /// The log, rotated files too, in any order
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub judge: JudgeArgs,
    /// How far the local time of a log without time zones is ahead of UTC, as +01:00
    #[arg(long, value_name = "OFFSET", default_value = "+00:00", value_parser = utc_offset_s, allow_hyphen_values = true)]
    pub utc_offset: i32,
    /// So many days at the beginning only teach who is known
    #[arg(long, value_name = "DAYS", default_value_t = 0)]
    pub learn_days: u16,
}

/// `+01:00` in seconds.
fn utc_offset_s(text: &str) -> Result<i32, String> {
    let wrong = || "written as +01:00 or -05:30".to_owned();
    let (sign, clock) = match text.split_at_checked(1) {
        Some(("+", clock)) => (1, clock),
        Some(("-", clock)) => (-1, clock),
        Some(_) | None => return Err(wrong()),
    };
    let number = |digits: &str, most: i32| {
        (digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| digits.parse::<i32>().ok().filter(|number| *number <= most))
            .flatten()
            .ok_or_else(wrong)
    };
    let (hours, minutes) = clock.split_once(':').ok_or_else(wrong)?;
    Ok(sign * (number(hours, 14)? * 3_600 + number(minutes, 59)? * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_has_sign_hours_and_minutes() {
        assert_eq!(["+01:00", "-05:30", "+00:00"].map(utc_offset_s), [Ok(3_600), Ok(-19_800), Ok(0)]);
        for wrong in ["1", "+1:00", "+01", "+15:00", "+01:60", "", "é01:00"] {
            assert!(utc_offset_s(wrong).is_err(), "{wrong}");
        }
    }
}
