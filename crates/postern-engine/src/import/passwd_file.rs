//! Dovecot's passwd-file: `user:password:uid:gid:gecos:home:shell:extra`, one account a line. Only the user, the
//! password and the name in gecos are ours; the rest belongs to the mail store and is left there.

use super::{Fields, LINE_BYTES_MAX, Problem, Reader};

/// Reads every line. Empty lines and those that begin with `#` say nothing, as in Dovecot.
pub(super) fn read(file: &[u8], reader: &mut Reader<'_>) {
    for (position, line) in file.split(|&byte| byte == b'\n').enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let is_silent = line.iter().all(u8::is_ascii_whitespace) || line.first() == Some(&b'#');
        if !is_silent && !reader.take(position + 1, fields(line)) {
            return;
        }
    }
}

fn fields(line: &[u8]) -> Result<Fields<'_>, Problem> {
    if line.len() > LINE_BYTES_MAX {
        return Err(Problem::LineTooLong);
    }
    let line = std::str::from_utf8(line).map_err(|_| Problem::NotUtf8)?;
    let (name, rest) = line.split_once(':').unwrap_or((line, ""));
    let (password, rest) = split_password(rest);
    // uid and gid stand between the password and gecos, whose first part is the name (passwd(5)).
    let gecos = rest.split(':').nth(2).unwrap_or("");
    let display_name = gecos.split(',').next().unwrap_or("");
    Ok(Fields { name, password, display_name, ..Fields::default() })
}

/// A password in plain text may hold colons, and Dovecot cuts it at the first one all the same; so do we.
fn split_password(rest: &str) -> (&str, &str) {
    rest.split_once(':').unwrap_or((rest, ""))
}
