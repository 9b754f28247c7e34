//! The text of Dovecot's two files. A name or a value that would break the format is left out, never written:
//! one crafted name must not become somebody else's line.
//!
//! Format: Dovecot's "Passwd-file" page, `user:password:uid:gid:(gecos):home:(shell):extra_fields`, one per
//! line, no quoting; lines that start with `#` or `:` are skipped.

use postern_core::app_password::APP_PASSWORDS_MAX;
use postern_core::name::AccountName;
use postern_core::protocol::Protocol;
use postern_engine::ports::{AppPasswordExport, SignInExport};

use super::DovecotSettings;
use crate::SettingError;

/// `phase=after` tells Dovecot's second question to us from its first one (the before phase has no such field
/// yet); `cred=main` says which of several passwords was right, an app password or this one.
const EXTRA_FIELDS: &str = "phase=after cred=main";

/// Both files, and what is not in them.
pub(super) struct Rendered {
    pub users: String,
    /// App passwords, by slot.
    pub apps: [String; APP_PASSWORDS_MAX as usize],
    pub deny: String,
    /// Who is denied a single protocol.
    pub deny_protocols: String,
    pub unwritable: Vec<Unwritable>,
}

/// A name that is not in a file where it should be.
pub(super) struct Unwritable {
    pub name: AccountName,
    pub problem: &'static str,
    /// It should be on the deny list.
    pub is_block: bool,
}

/// The home folder of an account, parsed once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HomeTemplate(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Domain,
    LocalPart,
    Name,
}

impl HomeTemplate {
    pub(super) fn parse(given: &str) -> Result<Self, SettingError> {
        let refuse = |problem| SettingError::Home { given: given.to_owned(), problem };
        if !given.starts_with('/') {
            return Err(refuse("must be an absolute path"));
        }
        if given.chars().any(|c| c == ':' || c.is_control()) {
            return Err(refuse("must not hold a colon or a control character"));
        }
        let mut pieces = vec![Piece::Text(String::new())];
        let mut chars = given.chars();
        while let Some(c) = chars.next() {
            let piece = match c {
                '%' => match chars.next() {
                    Some('d') => Piece::Domain,
                    Some('n') => Piece::LocalPart,
                    Some('u') => Piece::Name,
                    Some('%') => Piece::Text("%".to_owned()),
                    _ => return Err(refuse("knows %d, %n, %u and %% only")),
                },
                c => Piece::Text(c.to_string()),
            };
            match (pieces.last_mut(), piece) {
                (Some(Piece::Text(text)), Piece::Text(more)) => text.push_str(&more),
                (_, piece) => pieces.push(piece),
            }
        }
        let is_own = |piece: &Piece| matches!(piece, Piece::LocalPart | Piece::Name);
        if !pieces.iter().any(is_own) {
            return Err(refuse("must hold %n or %u, or all accounts share one folder"));
        }
        Ok(Self(pieces))
    }

    /// Appends the home of `name`; `false`, with nothing appended, when the name would leave the folder.
    fn push_home(&self, line: &mut String, name: &AccountName) -> bool {
        let start = line.len();
        for piece in &self.0 {
            let value = match piece {
                Piece::Text(text) => {
                    line.push_str(text);
                    continue;
                }
                Piece::Domain => name.domain().unwrap_or_default(),
                Piece::LocalPart => name.local_part(),
                Piece::Name => name.as_str(),
            };
            if matches!(value, "." | "..") || value.contains('/') {
                line.truncate(start);
                return false;
            }
            line.push_str(value);
        }
        true
    }
}

/// The files for these accounts, in their order.
pub(super) fn render(accounts: &[SignInExport], settings: &DovecotSettings, home: &HomeTemplate) -> Rendered {
    // About one line of 130 bytes per account with an Argon2 hash.
    let mut rendered = Rendered {
        users: String::with_capacity(accounts.len() * 160),
        apps: std::array::from_fn(|_| String::new()),
        deny: String::new(),
        deny_protocols: String::new(),
        unwritable: Vec::new(),
    };
    for account in accounts {
        if account.is_blocked {
            push_denied(&mut rendered, account, settings.default_domain.as_deref());
        }
        push_protocols_off(&mut rendered, account, settings.default_domain.as_deref());
        if let (Some(hash), Some(primary)) = (&account.password_hash, account.names.first()) {
            push_users(&mut rendered, account, primary, hash, settings, home);
        }
        for app in &account.app_passwords {
            push_app_password(&mut rendered, account, app);
        }
    }
    rendered
}

fn push_denied(rendered: &mut Rendered, account: &SignInExport, default_domain: Option<&str>) {
    for name in &account.names {
        if let Some(problem) = problem_of(name.as_str()) {
            rendered.unwritable.push(Unwritable { name: name.clone(), problem, is_block: true });
            continue;
        }
        rendered.deny.push_str(name.as_str());
        rendered.deny.push('\n');
        // Where Dovecot adds no default realm it looks a bare login up as it came.
        if default_domain.is_some() && name.domain() == default_domain {
            rendered.deny.push_str(name.local_part());
            rendered.deny.push('\n');
        }
    }
}

/// The same for a single protocol: the service is part of what Dovecot looks up.
fn push_protocols_off(rendered: &mut Rendered, account: &SignInExport, default_domain: Option<&str>) {
    if account.protocols_off.is_empty() {
        return;
    }
    for name in &account.names {
        if let Some(problem) = problem_of(name.as_str()) {
            rendered.unwritable.push(Unwritable { name: name.clone(), problem, is_block: true });
            continue;
        }
        let bare = (default_domain.is_some() && name.domain() == default_domain).then(|| name.local_part());
        for service in account.protocols_off.iter().flat_map(Protocol::services) {
            for login in std::iter::once(name.as_str()).chain(bare) {
                rendered.deny_protocols.push_str(&format!("{service}/{login}\n"));
            }
        }
    }
}

/// One line per login name. An alias signs in as the primary address (`user=`), so that sessions, kicks and
/// mail folders are the same whichever name was typed.
fn push_users(
    rendered: &mut Rendered,
    account: &SignInExport,
    primary: &AccountName,
    hash: &str,
    settings: &DovecotSettings,
    home: &HomeTemplate,
) {
    if is_no_hash(hash) {
        let problem = "its password hash is empty or holds a colon or a control character";
        rendered.unwritable.push(Unwritable { name: primary.clone(), problem, is_block: false });
        return;
    }
    for name in &account.names {
        let problem = problem_of(name.as_str()).or_else(|| problem_of(primary.as_str()));
        if let Some(problem) = problem {
            rendered.unwritable.push(Unwritable { name: name.clone(), problem, is_block: false });
            continue;
        }
        let line = &mut rendered.users;
        let start = line.len();
        line.push_str(name.as_str());
        line.push(':');
        line.push_str(hash);
        line.push_str(&format!(":{}:{}::", settings.uid, settings.gid));
        if !home.push_home(line, primary) {
            line.truncate(start);
            let problem = "its home would lie outside the folder of homes";
            rendered.unwritable.push(Unwritable { name: name.clone(), problem, is_block: false });
            continue;
        }
        line.push_str("::");
        line.push_str(EXTRA_FIELDS);
        if name != primary {
            line.push_str(" user=");
            line.push_str(primary.as_str());
        }
        line.push('\n');
    }
}

/// One line per login name and service that the app password is good for: the service is part of what Dovecot looks up
/// (`username_format=%s/%Lu`), so that it is good for no other also while we are not there. A name that cannot be written is
/// told of with the users.
fn push_app_password(rendered: &mut Rendered, account: &SignInExport, app: &AppPasswordExport) {
    let line = usize::from(app.slot).checked_sub(1).and_then(|place| rendered.apps.get_mut(place));
    let (Some(line), Some(primary)) = (line, account.names.first()) else { return };
    if is_no_hash(&app.password_hash) || problem_of(primary.as_str()).is_some() {
        return;
    }
    let names = account.names.iter().filter(|name| problem_of(name.as_str()).is_none());
    for name in names {
        for service in app.protocols.iter().flat_map(Protocol::services) {
            line.push_str(&format!(
                "{service}/{name}:{}::::::phase=after cred={}",
                app.password_hash, app.credential
            ));
            if name != primary {
                line.push_str(" user=");
                line.push_str(primary.as_str());
            }
            line.push('\n');
        }
    }
}

fn is_no_hash(hash: &str) -> bool {
    hash.is_empty() || hash.chars().any(|c| c == ':' || c.is_control())
}

/// What keeps a name out of a passwd-file.
fn problem_of(name: &str) -> Option<&'static str> {
    if name.is_empty() || name.starts_with('#') {
        Some("an empty name or one that starts with # would be a comment")
    } else if name.contains(':') {
        Some("a colon would end the name")
    } else if name.contains('%') {
        // Dovecot expands variables in extra fields, and `user=` repeats the name there.
        Some("a percent sign would start a variable")
    } else if name.chars().any(|c| c.is_control() || c.is_whitespace()) {
        Some("a blank or control character would end the name or the line")
    } else {
        None
    }
}
