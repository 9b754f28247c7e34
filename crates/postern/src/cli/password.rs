//! Passwords come from standard input or are asked for without echo, never from arguments: those are in the
//! shell's history and in everybody's process list.

use std::io::{self, BufRead, IsTerminal, Write};

use postern_text::key;
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

use super::exit::{Exit, Failure};
use super::talk::Talk;

/// Longest password, bytes. Argon2 takes more; nobody types more.
pub const PASSWORD_BYTES_MAX: usize = 1_024;

/// The password: asked for twice on a terminal, else the first line of standard input.
pub fn read(talk: &Talk) -> Result<String, Failure> {
    if !io::stdin().is_terminal() {
        return first_line(io::stdin().lock(), talk);
    }
    let first = asked(&talk.label(key::CLI_PASSWORD_ASK), talk)?;
    let again = asked(&talk.label(key::CLI_PASSWORD_AGAIN), talk)?;
    if first == again {
        return Ok(first);
    }
    Err(Failure::new(Exit::Usage, talk.label(key::CLI_PASSWORDS_DIFFER)))
}

fn first_line(input: impl BufRead, talk: &Talk) -> Result<String, Failure> {
    let cannot =
        |error: io::Error| Failure::new(Exit::Failure, format!("cannot read standard input: {error}"));
    let mut line = String::new();
    // Two more: the line break, and one byte that tells too long from just fitting.
    input.take(PASSWORD_BYTES_MAX as u64 + 2).read_line(&mut line).map_err(cannot)?;
    let password = line.strip_suffix('\n').unwrap_or(&line);
    let password = password.strip_suffix('\r').unwrap_or(password);
    match password.len() {
        0 => Err(Failure::new(Exit::Usage, talk.label(key::CLI_PASSWORD_EMPTY))),
        1..=PASSWORD_BYTES_MAX => Ok(password.to_owned()),
        _ => Err(Failure::new(Exit::Usage, talk.label(key::CLI_PASSWORD_TOO_LONG))),
    }
}

fn asked(prompt: &str, talk: &Talk) -> Result<String, Failure> {
    let _ = write!(io::stderr(), "{prompt} ");
    let silence = Silence::begin();
    let line = first_line(io::stdin().lock(), talk);
    drop(silence);
    let _ = writeln!(io::stderr());
    line
}

/// A terminal without echo, until it is dropped.
struct Silence(Option<Termios>);

impl Silence {
    fn begin() -> Self {
        let Ok(before) = tcgetattr(io::stdin()) else { return Self(None) };
        let mut silent = before.clone();
        silent.local_modes.remove(LocalModes::ECHO);
        // Without echo off the password would be seen; it is still better to be able to type it.
        let _ = tcsetattr(io::stdin(), OptionalActions::Flush, &silent);
        Self(Some(before))
    }
}

impl Drop for Silence {
    fn drop(&mut self) {
        if let Some(before) = &self.0 {
            let _ = tcsetattr(io::stdin(), OptionalActions::Flush, before);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;
    use postern_core::account::Language;

    fn read_from(input: &[u8]) -> Result<String, String> {
        let talk = Talk::new(Language::En, TimeZone::UTC, false);
        first_line(input, &talk).map_err(|failure| format!("{failure:?}"))
    }

    #[test]
    fn the_first_line_is_the_password_with_its_blanks() {
        assert_eq!(read_from(b" correct horse \r\nnext\n").as_deref(), Ok(" correct horse "));
        assert_eq!(read_from("lösenord".as_bytes()).as_deref(), Ok("lösenord"));
    }

    #[test]
    fn an_empty_and_a_too_long_one_are_refused_and_the_longest_is_taken() {
        assert!(read_from(b"\nnext").is_err());
        assert!(read_from("x".repeat(PASSWORD_BYTES_MAX).as_bytes()).is_ok());
        assert!(read_from(format!("{}\n", "x".repeat(PASSWORD_BYTES_MAX)).as_bytes()).is_ok());
        assert!(read_from("x".repeat(PASSWORD_BYTES_MAX + 1).as_bytes()).is_err());
    }
}
