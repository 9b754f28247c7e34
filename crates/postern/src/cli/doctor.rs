//! `postern doctor`: whether Postfix and Dovecot are set up so that they ask us and hold a block without us. Works without a
//! server, and on another machine with what the mail host's programs printed. What is a fault is core's.

use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use postern_core::doctor::{
    DovecotSettings, Expected, ExpectedFile, Fault, PostfixSettings, Severity, of_dovecot, of_postfix,
};
use postern_text::key;
use serde::Serialize;

use super::args::{Cli, DoctorArgs};
use super::exit::{Exit, Failure};
use super::talk::Talk;
use super::{out, talk_of};
use crate::config::{Config, Doors, Listen};

/// The largest output that is read, in bytes. A whole main.cf with comments has 30 KB.
const OUTPUT_BYTES_MAX: u64 = 1 << 20;

/// What `--json` prints.
#[derive(Serialize)]
struct Report {
    looked_at: Vec<&'static str>,
    not_looked_at: Vec<NotLooked>,
    faults: Vec<FaultView>,
}

/// Something that could not be looked at.
#[derive(Serialize)]
struct NotLooked {
    what: &'static str,
    reason: String,
}

/// A fault for a program.
#[derive(Serialize)]
struct FaultView {
    code: &'static str,
    is_broken: bool,
    detail: String,
}

/// Prints what is wrong; the exit code says whether something is broken.
pub fn run(cli: &Cli, args: &DoctorArgs) -> Result<ExitCode, Failure> {
    let config = Config::load(&cli.config).map_err(anyhow::Error::from)?;
    let talk = talk_of(cli, Some(&config));
    let expected = expected(&config);
    let asked = Asked { from: args.from.as_deref(), config: &config };
    let mut report = Report { looked_at: Vec::new(), not_looked_at: Vec::new(), faults: Vec::new() };
    let mut faults = Vec::new();
    let mut look = |what, found: Result<Vec<Fault>, String>| match found {
        Ok(found) => {
            report.looked_at.push(what);
            faults.extend(found);
        }
        Err(reason) => report.not_looked_at.push(NotLooked { what, reason }),
    };
    look("Postfix", asked.postfix().map(|settings| of_postfix(&settings, &expected)));
    look("Dovecot", asked.dovecot().map(|settings| of_dovecot(&settings, &expected)));
    // What is broken first; within that in the order of the files.
    faults.sort_by_key(|fault| std::cmp::Reverse(fault.severity()));
    report.faults = faults.iter().map(|fault| view(&talk, fault)).collect();
    if cli.json {
        out::json(&report)?
    } else {
        print(&talk, &report)?
    }
    let is_broken = report.faults.iter().any(|fault| fault.is_broken);
    Ok(if is_broken { ExitCode::from(Exit::Failure.code()) } else { ExitCode::SUCCESS })
}

fn view(talk: &Talk, fault: &Fault) -> FaultView {
    let is_broken = match fault.severity() {
        Severity::Broken => true,
        Severity::Weaker => false,
    };
    FaultView { code: fault.code(), is_broken, detail: talk.words().doctor_fault(fault) }
}

fn print(talk: &Talk, report: &Report) -> super::exit::Outcome {
    if !report.looked_at.is_empty() {
        let what = report.looked_at.join(", ");
        out::line(&talk.say(key::DOCTOR_LOOKED, &[("what", (&what).into())]))?;
    }
    for not in &report.not_looked_at {
        let arguments = [("what", not.what.into()), ("reason", (&not.reason).into())];
        out::line(&talk.say(key::DOCTOR_NOT_LOOKED, &arguments))?;
    }
    for fault in &report.faults {
        let word = if fault.is_broken { key::DOCTOR_BROKEN } else { key::DOCTOR_WEAKER };
        out::line("")?;
        out::line(&format!("{} {}", talk.label(word), fault.detail))?;
    }
    if report.faults.is_empty() && !report.looked_at.is_empty() {
        out::line(&talk.label(key::DOCTOR_FINE))?;
    }
    Ok(())
}

/// Where our configuration says that we are asked and what we write.
fn expected(config: &Config) -> Expected {
    let sockets =
        |doors: &Doors| -> Vec<Listen> { doors.listen.iter().chain(&doors.proxied).cloned().collect() };
    let policy = config.postfix_policy.as_ref();
    let dovecot_files =
        config.dovecot.as_ref().map(|files| [&files.passwd_file, &files.deny_file].map(|path| file(path)));
    Expected {
        policy: policy
            .map_or_else(Vec::new, |gate| sockets(&gate.doors).iter().map(of_postfix_kind).collect()),
        restriction_class: policy.and_then(|gate| gate.restriction_class.clone()),
        sending_map: config
            .postfix
            .as_ref()
            .map(|map| format!("{}:{}", map.map_type, map.sending_map.display())),
        auth_policy: config
            .auth_policy
            .as_ref()
            .map_or_else(Vec::new, |gate| sockets(&gate.doors).iter().filter_map(tcp).collect()),
        dovecot_files,
        default_domain: config.site.names.default_domain.clone(),
    }
}

fn of_postfix_kind(socket: &Listen) -> String {
    match socket {
        Listen::Tcp(address) => format!("inet:{address}"),
        Listen::Unix(path) => format!("unix:{}", path.display()),
    }
}

/// Dovecot asks over TCP only.
fn tcp(socket: &Listen) -> Option<String> {
    match socket {
        Listen::Tcp(address) => Some(address.to_string()),
        Listen::Unix(_) => None,
    }
}

fn file(path: &Path) -> ExpectedFile {
    let mode = std::fs::metadata(path).ok().map(|file| file.permissions().mode() & 0o7777);
    ExpectedFile { path: path.display().to_string(), mode }
}

/// Where the settings come from.
struct Asked<'config> {
    from: Option<&'config Path>,
    config: &'config Config,
}

impl Asked<'_> {
    fn postfix(&self) -> Result<PostfixSettings, String> {
        let folder = self.config.postfix.as_ref().and_then(|postfix| postfix.config_dir.as_deref());
        let ask = |option: &str| match folder {
            Some(folder) => self.output("postconf", option, &["-c", &folder.display().to_string()]),
            None => self.output("postconf", option, &[]),
        };
        let map_types = ask("-m").unwrap_or_default();
        Ok(PostfixSettings::read(&ask("-n")?, &ask("-M")?, &ask("-P")?, &map_types))
    }

    fn dovecot(&self) -> Result<DovecotSettings, String> {
        Ok(DovecotSettings::read(&self.output("doveconf", "-n", &[])?))
    }

    /// What a program prints, or what it printed elsewhere.
    fn output(&self, program: &str, option: &str, before: &[&str]) -> Result<String, String> {
        if let Some(folder) = self.from {
            let path = folder.join(format!("{program}{option}"));
            return std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()));
        }
        printed(program, option, before).map_err(|error| format!("{program} {option}: {error}"))
    }
}

fn printed(program: &str, option: &str, before: &[&str]) -> anyhow::Result<String> {
    let mut command = Command::new(program);
    command.args(before).arg(option).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    let mut text = String::new();
    if let Some(output) = child.stdout.take() {
        output.take(OUTPUT_BYTES_MAX).read_to_string(&mut text)?;
    }
    let ended = child.wait()?;
    anyhow::ensure!(ended.success(), "{ended}");
    Ok(text)
}
