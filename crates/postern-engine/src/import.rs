//! Reading the users that a site has already: a Dovecot passwd-file or a CSV file, into [`NewAccount`]s and, for
//! every line that does not fit, what is wrong with it. Pure: no file is opened, no account is made and no password
//! hashed here. The lines are judged alone; whether a name is taken by an account that exists is for
//! [`crate::Engine::create_accounts`].
//!
//! **Formats.** `passwd_file` and `csv` have the columns. A password's text keeps its Dovecot scheme and is hashed
//! anew at the next sign-in that we verify. Where a passwd-file names no scheme it is `CRYPT`, Dovecot's own default
//! (`passdb { args = scheme=CRYPT … }`). A password in plain text is refused unless the caller allows it, and is
//! then handed over as such, to be hashed before it is stored.

use std::collections::HashMap;

use postern_core::account::{ALIASES_MAX, AccountKind, GROUPS_MAX, Language};
use postern_core::handle::check_display_name;
use postern_core::name::{AccountName, NameRules};
use postern_core::reach::Reach;
use postern_core::refusal::Refusal;

use crate::commands::NewAccount;
use crate::password::{Password, SchemeError, Stored};

mod csv_file;
mod passwd_file;
mod problem;

pub use problem::Problem;

/// Most lines of one file: five times the largest site we are built for.
pub const ROWS_MAX: usize = 1_000_000;
/// Longest line in bytes: a name, a hundred aliases of usual length, a hash.
pub const LINE_BYTES_MAX: usize = 65_536;
/// Longest text of a password in its scheme, in bytes; `{SSHA512.HEX}` with a long salt needs 300.
pub const PASSWORD_TEXT_BYTES_MAX: usize = 4_096;

/// What the file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `user:{SCHEME}hash:uid:gid:gecos:home:shell:extra`
    PasswdFile,
    /// With a header: `address,display_name,aliases,language,kind,groups,password_hash`
    Csv,
}

/// How the file is read.
#[derive(Clone, Debug)]
pub struct Options {
    /// What the file is.
    pub format: Format,
    /// How names are read.
    pub names: NameRules,
    /// The language of accounts for which the file names none.
    pub language: Language,
    /// Take passwords that stand in the file in plain text; without it such a line is refused.
    pub allow_plain_text: bool,
    /// The accounts' passwords stay with somebody else: passwords in the file are left out.
    pub gate_only: bool,
}

/// One account of the file.
#[derive(Clone, Debug)]
pub struct ImportRow {
    /// The line that it stands in, from 1.
    pub line: usize,
    /// The account. Its `password_hash` is set where the file has a hash.
    pub account: NewAccount,
    /// The password, where the file has it in plain text and the options allow it: the caller hashes it.
    pub plain_text: Option<Password>,
}

/// A line that is not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Which line, from 1.
    pub line: usize,
    /// What is wrong; the sentence is made by [`Problem::say`].
    pub problem: Problem,
}

/// What a file holds.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// Accounts to be made.
    pub rows: Vec<ImportRow>,
    /// Lines that are not.
    pub bad: Vec<BadLine>,
}

/// Reads a whole file. A bad line never stops the others.
pub fn read(file: &[u8], options: &Options) -> Imported {
    // A byte order mark is what spreadsheets put in front of CSV.
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let mut reader = Reader { options, imported: Imported::default(), first_lines: HashMap::new() };
    match options.format {
        Format::PasswdFile => passwd_file::read(file, &mut reader),
        Format::Csv => csv_file::read(file, &mut reader),
    }
    reader.imported
}

/// A line's fields, before they are judged.
#[derive(Debug, Default)]
struct Fields<'a> {
    name: &'a str,
    display_name: &'a str,
    aliases: &'a str,
    language: &'a str,
    kind: &'a str,
    groups: &'a str,
    password: &'a str,
}

/// Collects rows and remembers which line had which name first.
struct Reader<'a> {
    options: &'a Options,
    imported: Imported,
    first_lines: HashMap<AccountName, usize>,
}

impl Reader<'_> {
    /// Judges a line and keeps the account or what is wrong. `false` when the file has had its rows.
    fn take(&mut self, line: usize, fields: Result<Fields<'_>, Problem>) -> bool {
        if self.imported.rows.len() + self.imported.bad.len() >= ROWS_MAX {
            self.imported.bad.push(BadLine { line, problem: Problem::TooManyRows });
            return false;
        }
        match fields.and_then(|fields| self.row(line, &fields)) {
            Ok(row) => self.imported.rows.push(row),
            Err(problem) => self.imported.bad.push(BadLine { line, problem }),
        }
        true
    }

    fn row(&mut self, line: usize, fields: &Fields<'_>) -> Result<ImportRow, Problem> {
        let name = self.name(fields.name)?;
        let aliases = list(fields.aliases).map(|alias| self.name(alias)).collect::<Result<Vec<_>, _>>()?;
        let groups: Vec<String> = list(fields.groups).map(str::to_owned).collect();
        if aliases.len() > ALIASES_MAX {
            return Err(Problem::Refused(Refusal::TooManyAliases));
        }
        if groups.len() > GROUPS_MAX {
            return Err(Problem::Refused(Refusal::TooManyGroups));
        }
        check_display_name(fields.display_name).map_err(Problem::Refused)?;
        let (password_hash, plain_text) = self.password(fields.password)?;
        let account = NewAccount {
            name,
            aliases,
            display_name: fields.display_name.trim().to_owned(),
            language: known(fields.language, self.options.language, problem::language)?,
            kind: known(fields.kind, AccountKind::Person, problem::kind)?,
            roles: Vec::new(),
            reach: Reach::ALL_DOMAINS,
            groups,
            is_gate_only: self.options.gate_only,
            password_hash,
        };
        self.reserve_names(line, &account)?;
        Ok(ImportRow { line, account, plain_text })
    }

    fn name(&self, text: &str) -> Result<AccountName, Problem> {
        AccountName::parse(text, &self.options.names)
            .map_err(|error| Problem::Name { name: problem::shown(text), error })
    }

    /// Dovecot takes the first line of a name and never mentions the others; we take the first and do.
    fn reserve_names(&mut self, line: usize, account: &NewAccount) -> Result<(), Problem> {
        let names = || std::iter::once(&account.name).chain(&account.aliases);
        for (position, name) in names().enumerate() {
            let first_line = self.first_lines.get(name).copied();
            let twice_here = names().take(position).any(|earlier| earlier == name);
            if let Some(first_line) = first_line.or(twice_here.then_some(line)) {
                return Err(Problem::Duplicate { name: name.clone(), first_line });
            }
        }
        self.first_lines.extend(names().map(|name| (name.clone(), line)));
        Ok(())
    }

    /// The hash, or the password itself where that is allowed; neither for an account without one.
    fn password(&self, text: &str) -> Result<(Option<String>, Option<Password>), Problem> {
        // `*`, `!` and `x` are how passwd(5) says that nobody signs in with a password here.
        if text.is_empty() || self.options.gate_only || matches!(text, "*" | "!" | "!!" | "x") {
            return Ok((None, None));
        }
        if text.len() > PASSWORD_TEXT_BYTES_MAX {
            return Err(Problem::PasswordTextTooLong);
        }
        let text = if text.starts_with('{') { text.to_owned() } else { format!("{{CRYPT}}{text}") };
        let stored = Stored::parse(&text).map_err(Problem::Scheme)?;
        match stored.check() {
            Ok(()) => Ok((Some(text), None)),
            Err(SchemeError::PlainText) if self.options.allow_plain_text => {
                let password = stored.plain_text().unwrap_or_default().to_owned();
                Ok((None, Some(Password::new(password).map_err(|_| Problem::PlainTextUnusable)?)))
            }
            Err(error) => Err(Problem::Scheme(error)),
        }
    }
}

/// The parts of a list inside one field, separated by `;`.
fn list(field: &str) -> impl Iterator<Item = &str> {
    field.split(';').map(str::trim).filter(|part| !part.is_empty())
}

fn known<T>(text: &str, default: T, read: impl Fn(&str) -> Result<T, Problem>) -> Result<T, Problem> {
    let text = text.trim();
    if text.is_empty() { Ok(default) } else { read(&text.to_ascii_lowercase()) }
}

#[cfg(test)]
mod tests;
