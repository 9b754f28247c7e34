//! A private Postfix: port 25's and submission's services on free ports, policy and map as docs/operate/postfix.md
//! has them, local mail by LMTP to Dovecot, all other mail to the sink.

use std::fs::{File, FileTimes};
use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use super::example::{example, replace};
use super::folder::{Folder, Owner};
use super::watchdog::Guarded;

/// What differs from test to test.
#[derive(Clone, Debug)]
pub struct PostfixPlan {
    /// Where mail from the world comes in.
    pub incoming: SocketAddr,
    /// Where our people hand mail over.
    pub submission: SocketAddr,
    /// Dovecot's LMTP.
    pub lmtp: SocketAddr,
    /// Where all mail to other domains goes.
    pub sink: SocketAddr,
    /// Whom Postfix asks at each recipient.
    pub policy: SocketAddr,
    /// Our domains.
    pub domains: Vec<String>,
    /// The addresses that exist there.
    pub mailboxes: Vec<String>,
}

/// The page of the examples.
const PAGE: &str = "postfix.md";

const DAEMONS: &str = "/usr/lib/postfix/sbin";

/// Writes main.cf and master.cf and makes the spool by hand: `postfix check` would take 2 s.
pub(super) fn configure(folder: &Folder, plan: &PostfixPlan) -> Result<()> {
    make_spool(folder)?;
    folder.make("postern", Owner::ROOT, 0o755)?;
    folder.make("postern/postfix", Owner::ROOT, 0o755)?;
    folder.make("pf", Owner::ROOT, 0o755)?;
    let root = folder.path().display().to_string();
    let main = replace(
        example(PAGE, "postfix-main.cf")?,
        &[
            ("127.0.0.1:10040", &plan.policy.to_string()),
            ("/var/lib/postern/postfix", &format!("{root}/postern/postfix")),
        ],
    )?;
    let submission = format!("{} inet n", plan.submission.port());
    let master = replace(example(PAGE, "postfix-master.cf")?, &[("submission inet n", &submission)])?;
    let mailboxes: String = plan.mailboxes.iter().map(|mailbox| format!("{mailbox} yes\n")).collect();
    folder.write("pf/mailboxes", &mailboxes)?;
    let files = [
        folder.write("pf/main.cf", &(main_surroundings(&root, plan) + &main))?,
        folder.write("pf/master.cf", &(master_surroundings(plan.incoming.port()) + &master))?,
    ];
    files.iter().try_for_each(|file| make_quiet(file))
}

/// Adds to one of the two files.
pub(super) fn add(folder: &Folder, name: &str, text: &str) -> Result<()> {
    let path = folder.join("pf").join(name);
    std::fs::write(&path, std::fs::read_to_string(&path)? + text)?;
    make_quiet(&path)
}

/// Every Postfix program waits up to 2.3 s until a young configuration file is "quiet".
fn make_quiet(file: &Path) -> Result<()> {
    let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    Ok(File::options().write(true).open(file)?.set_times(FileTimes::new().set_modified(old))?)
}

/// Starts it. Dovecot must listen already: without its socket smtpd dies and is throttled. Give it 7 to 25 ms.
pub(super) fn start(folder: &Folder) -> Result<Guarded> {
    let config = folder.join("pf").display().to_string();
    Guarded::start(
        folder,
        &folder.join("postfix.out"),
        &[("MAIL_CONFIG", &config)],
        &[&format!("{DAEMONS}/master"), "-d", "-c", &config],
    )
}

fn make_spool(folder: &Folder) -> Result<()> {
    let postfix = Owner::of_user("postfix")?;
    let of_root = Owner { uid: postfix.uid, gid: 0 };
    let postdrop = postfix.with_group("postdrop")?;
    folder.make("spool", Owner::ROOT, 0o755)?;
    for queue in [
        "active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming", "private", "saved",
        "trace",
    ] {
        folder.make(&format!("spool/{queue}"), of_root, 0o700)?;
    }
    folder.make("spool/maildrop", postdrop, 0o1730)?;
    folder.make("spool/public", postdrop, 0o2710)?;
    folder.make("spool/pid", Owner::ROOT, 0o755)?;
    folder.make("pfdata", postfix, 0o700)?;
    Ok(())
}

/// What makes it private: own paths, no DNS, no trust in the loopback network, no penalty for errors.
fn main_surroundings(root: &str, plan: &PostfixPlan) -> String {
    let domains = plan.domains.join(", ");
    let lmtp = plan.lmtp.port();
    let sink = plan.sink.port();
    format!(
        "compatibility_level = 3.6
queue_directory = {root}/spool
data_directory = {root}/pfdata
command_directory = /usr/sbin
daemon_directory = {DAEMONS}
meta_directory = /etc/postfix
mail_owner = postfix
setgid_group = postdrop
maillog_file = {root}/mail.log
maillog_file_prefixes = {root}
myhostname = mx.contoso.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
alias_maps =
local_recipient_maps =
virtual_mailbox_domains = {domains}
virtual_mailbox_maps = texthash:{root}/pf/mailboxes
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
default_transport = smtp:[127.0.0.1]:{sink}
smtp_dns_support_level = disabled
smtpd_peername_lookup = no
enable_long_queue_ids = yes
smtpd_error_sleep_time = 0
smtpd_hard_error_limit = 1000
notify_classes =
"
    )
}

fn master_surroundings(incoming: u16) -> String {
    format!(
        "{incoming} inet n - n - - smtpd
  -o smtpd_relay_restrictions=reject_unauth_destination
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"
    )
}
