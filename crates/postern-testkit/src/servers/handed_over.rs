//! Mail that a program hands over with `sendmail`: no SMTP session, no login.
//!
//! `sendmail` reads `/etc/postfix` unless root says otherwise, so another user's call runs in a mount namespace of its
//! own, in which the test's folder lies there. Where the kernel allows none (some containers), root calls it.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::mail_host::MailHost;

/// Debian's `www-data`, the user of web applications.
pub const WEB_USER: u32 = 33;

/// Which user can be had here: [`WEB_USER`], or 0.
pub fn user() -> u32 {
    let may = Command::new("unshare").args(["-m", "true"]).stderr(Stdio::null()).status();
    if may.is_ok_and(|status| status.success()) { WEB_USER } else { 0 }
}

/// Hands one mail over as that user.
pub fn hand_over(host: &MailHost, user: u32, from: &str, to: &str, subject: &str) -> Result<()> {
    let config = host.postfix_config();
    let mut command = if user == 0 {
        let mut command = Command::new("/usr/sbin/sendmail");
        command.arg("-C").arg(&config).args(["-f", from, "--", to]);
        command
    } else {
        let script = "mount --bind \"$1\" /etc/postfix && exec setpriv --reuid=\"$2\" --regid=\"$2\" --clear-groups \
                      /usr/sbin/sendmail -f \"$3\" -- \"$4\"";
        let mut command = Command::new("unshare");
        command.args(["-m", "sh", "-c", script, "sh"]).arg(&config).arg(user.to_string()).args([from, to]);
        command
    };
    let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let text = format!("From: {from}\nTo: {to}\nSubject: {subject}\n\nHello.\n");
    child.stdin.take().context("stdin is a pipe")?.write_all(text.as_bytes())?;
    let output = child.wait_with_output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    anyhow::ensure!(output.status.success(), "sendmail: {} {said}", output.status);
    Ok(())
}
