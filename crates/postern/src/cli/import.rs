//! `postern user import`: the people that a site has already, all of the file or nothing. The file is read here,
//! because root may read it and the server perhaps not; every line is judged and every name asked for before the
//! first account is made.

use anyhow::Context;
use hyper::Method;
use postern_core::account::Language;
use postern_core::name::NameRules;
use postern_engine::import::{Format, ImportRow, Imported, Options, read};
use postern_engine::password::HashPool;
use postern_text::key;
use postern_web::api::v1::accounts::NewAccountBody;
use postern_web::api::v1::import::{IMPORT_ACCOUNTS_MAX, ImportBody, ImportResult, ImportView};
use serde::Serialize;

use super::args::{ImportArgs, ImportFormat};
use super::client::Client;
use super::exit::{Exit, Failure, Outcome};
use super::out;
use super::talk::Talk;
use crate::wiring::OsEntropy;

/// Largest file, bytes: a million lines of 250 bytes.
const FILE_BYTES_MAX: u64 = 256 * 1024 * 1024;
/// Most problems that are printed one by one; `--json` prints all of them.
const PROBLEMS_MAX: usize = 100;

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report {
    file: String,
    dry_run: bool,
    accounts: usize,
    with_password: usize,
    created: usize,
    problems: Vec<LineProblem>,
}

/// A line that keeps the file from being imported.
#[derive(Debug, Serialize)]
struct LineProblem {
    line: usize,
    message: String,
}

pub async fn run(client: &Client, names: &NameRules, args: &ImportArgs) -> Outcome {
    let talk = client.talk();
    let options = options(names, args)?;
    let size = std::fs::metadata(&args.file).map(|metadata| metadata.len());
    let size = size.with_context(|| format!("cannot read {}", args.file.display()))?;
    if size > FILE_BYTES_MAX {
        return Err(anyhow::anyhow!("{} is larger than {FILE_BYTES_MAX} bytes", args.file.display()).into());
    }
    let text = std::fs::read(&args.file).with_context(|| format!("cannot read {}", args.file.display()))?;
    let Imported { rows, bad } = read(&text, &options);
    let mut report = Report {
        file: args.file.display().to_string(),
        dry_run: args.dry_run,
        accounts: rows.len(),
        with_password: rows.iter().filter(|row| has_password(row)).count(),
        created: 0,
        problems: bad
            .iter()
            .map(|bad| LineProblem { line: bad.line, message: bad.problem.say(talk.words()) })
            .collect(),
    };
    let accounts = bodies(rows).await?;
    for (line, result) in send(client, &accounts, true, "").await? {
        report.problems.extend(problem(talk, line, &result));
    }
    report.problems.sort_by_key(|problem| problem.line);
    if report.problems.is_empty() && !args.dry_run {
        for (line, result) in send(client, &accounts, false, &args.reason.reason).await? {
            report.created += usize::from(result.id.is_some());
            report.problems.extend(problem(talk, line, &result));
        }
    }
    print(talk, &report)
}

fn options(names: &NameRules, args: &ImportArgs) -> Result<Options, Failure> {
    let language = match &args.language {
        None => Language::En,
        Some(code) => Language::from_code(code)
            .ok_or_else(|| Failure::new(Exit::Usage, format!("there is no language {code:?}")))?,
    };
    let is_csv = match args.format {
        Some(ImportFormat::Csv) => true,
        Some(ImportFormat::Passwd) => false,
        None => args.file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")),
    };
    Ok(Options {
        format: if is_csv { Format::Csv } else { Format::PasswdFile },
        names: names.clone(),
        language,
        allow_plain_text: args.allow_plain_text,
        gate_only: args.gate_only,
    })
}

fn has_password(row: &ImportRow) -> bool {
    row.account.password_hash.is_some() || row.plain_text.is_some()
}

/// Each account with its line. Passwords in plain text are hashed here and never travel.
async fn bodies(rows: Vec<ImportRow>) -> Result<Vec<(usize, NewAccountBody)>, Failure> {
    let pool = HashPool::default();
    let mut bodies = Vec::with_capacity(rows.len());
    for row in rows {
        let account = row.account;
        let password_hash = match row.plain_text {
            Some(password) => {
                Some(pool.hash(password, &OsEntropy).await.context("cannot hash a password of the file")?)
            }
            None => account.password_hash,
        };
        let body = NewAccountBody {
            address: account.name.to_string(),
            aliases: account.aliases.iter().map(ToString::to_string).collect(),
            display_name: account.display_name,
            language: Some(account.language.code().to_owned()),
            kind: Some(account.kind.code().to_owned()),
            roles: Vec::new(),
            role_domains: Vec::new(),
            groups: account.groups,
            is_gate_only: account.is_gate_only,
            password_hash,
            password: None,
            allow_weak: false,
            reason: String::new(),
        };
        bodies.push((row.line, body));
    }
    Ok(bodies)
}

/// Sends the accounts in groups; what became of each, with its line.
async fn send(
    client: &Client,
    accounts: &[(usize, NewAccountBody)],
    dry_run: bool,
    reason: &str,
) -> Result<Vec<(usize, ImportResult)>, Failure> {
    let mut results = Vec::with_capacity(accounts.len());
    for group in accounts.chunks(IMPORT_ACCOUNTS_MAX) {
        let body = ImportBody {
            accounts: group.iter().map(|(_, account)| account.clone()).collect(),
            dry_run,
            reason: reason.to_owned(),
        };
        let view: ImportView = client.send(Method::POST, "/accounts/import", &body).await?;
        results.extend(group.iter().map(|(line, _)| *line).zip(view.results));
    }
    Ok(results)
}

fn problem(talk: &Talk, line: usize, result: &ImportResult) -> Option<LineProblem> {
    let code = result.error.as_deref()?;
    let message = match &result.name {
        Some(name) => talk.say(key::CLI_IMPORT_NAME_TAKEN, &[("name", name.into())]),
        None => talk.say(key::CLI_IMPORT_REFUSED, &[("code", code.into())]),
    };
    Some(LineProblem { line, message })
}

fn print(talk: &Talk, report: &Report) -> Outcome {
    if talk.json {
        out::json(report)?;
    } else {
        for problem in report.problems.iter().take(PROBLEMS_MAX) {
            out::talk(&format!("{}:{}: {}", report.file, problem.line, problem.message));
        }
        if let Some(more) = report.problems.len().checked_sub(PROBLEMS_MAX).filter(|more| *more > 0) {
            out::talk(&talk.say(key::CLI_REPLAY_MORE, &[("count", more.into())]));
        }
        let arguments = [("accounts", report.accounts.into()), ("passwords", report.with_password.into())];
        out::line(&talk.say(key::CLI_IMPORT_FOUND, &arguments))?;
        if report.dry_run {
            out::line(&talk.label(key::CLI_IMPORT_DRY))?;
        } else {
            out::line(&talk.say(key::CLI_IMPORT_CREATED, &[("count", report.created.into())]))?;
        }
    }
    if report.problems.is_empty() {
        return Ok(());
    }
    let arguments = [("count", report.problems.len().into())];
    Err(Failure::new(Exit::Failure, talk.say(key::CLI_IMPORT_PROBLEMS, &arguments)))
}
