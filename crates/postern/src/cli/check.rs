//! `postern check-config`: every problem of the file, where each listener gets the addresses of clients
//! from, and what is not protected.

use postern_text::key;
use serde::Serialize;

use super::args::Cli;
use super::exit::{Exit, Failure, Outcome};
use super::listeners::{self, Listener};
use super::{out, talk_of};
use crate::config::{Config, ConfigError, Problem};

/// What `--json` prints.
#[derive(Serialize)]
struct Checked {
    file: String,
    ok: bool,
    problems: Vec<Problem>,
    /// Absent while there are problems.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    listeners: Vec<Listener>,
}

pub fn run(cli: &Cli) -> Outcome {
    let file = cli.config.display().to_string();
    match Config::load(&cli.config) {
        Ok(config) => {
            let talk = talk_of(cli, Some(&config));
            let listeners = listeners::of(&config);
            if cli.json {
                return out::json(&Checked { file, ok: true, problems: Vec::new(), listeners });
            }
            out::line(&talk.say(key::CLI_CONFIG_OK, &[("file", (&file).into())]))?;
            listeners::print(&talk, &listeners)?;
            for (is_absent, without) in [
                (config.postfix_policy.is_none(), key::CLI_CONFIG_NO_POLICY),
                (config.milter.is_none(), key::CLI_CONFIG_NO_MILTER),
                (config.auth_policy.is_none(), key::CLI_CONFIG_NO_AUTH_POLICY),
                (config.dovecot.is_none(), key::CLI_CONFIG_NO_DOVECOT),
                (config.postfix.is_none(), key::CLI_CONFIG_NO_POSTFIX),
                (config.mail_queue.is_none(), key::CLI_CONFIG_NO_QUEUE),
                (config.doveadm.is_none(), key::CONFIG_NO_DOVEADM),
                (config.notify.is_none(), key::CLI_CONFIG_NO_NOTIFY),
                (config.web.is_none(), key::APPS_CONFIG_NO_WEB),
            ] {
                if is_absent {
                    out::talk(&talk.label(without));
                }
            }
            Ok(())
        }
        Err(ConfigError::Wrong { problems, path }) if cli.json => {
            let file = path.display().to_string();
            out::json(&Checked { file, ok: false, problems, listeners: Vec::new() })?;
            Err(Failure::new(Exit::Failure, talk_of(cli, None).label(key::CLI_CONFIG_WRONG)))
        }
        Err(error @ ConfigError::Wrong { .. }) => {
            out::talk(&error.to_string());
            Err(Failure::new(Exit::Failure, talk_of(cli, None).label(key::CLI_CONFIG_WRONG)))
        }
        Err(error @ ConfigError::Read { .. }) => Err(anyhow::Error::from(error).into()),
    }
}
