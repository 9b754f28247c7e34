//! The site of every test: three people, and a policy without the waits that only make tests slow.

use std::net::Ipv4Addr;
use std::path::Path;

use anyhow::Result;
use postern_testkit::servers::mail_host::MailHost;
use postern_testkit::servers::site::Site;
use postern_testkit::servers::{self, Need};

/// Where the owner of an account signs in every day.
pub const HOME: Ipv4Addr = Ipv4Addr::new(127, 10, 0, 9);

/// Where nobody of the site was ever seen. Another /24 for each: neighbours share a score.
pub const STRANGE: [Ipv4Addr; 3] =
    [Ipv4Addr::new(127, 66, 0, 1), Ipv4Addr::new(127, 67, 0, 1), Ipv4Addr::new(127, 68, 0, 1)];

/// Who sends a spam run, who is attacked, who minds their own business.
pub const ROB: &str = "rob@contoso.com";
pub const EVE: &str = "eve@contoso.example";
pub const ANA: &str = "ana@contoso.example";
pub const KIM: &str = "kim@contoso.example";

/// A shared mailbox that Postfix delivers to and that has no account at first.
pub const INFO: &str = "info@contoso.example";

/// The password of everybody. Long enough for any rule.
pub const PASSWORD: &str = "violet harbour lantern 41";

/// A running site, or `None` after saying what is missing.
pub async fn site(test: &str) -> Result<Option<Site>> {
    site_with(test, |_| Ok(())).await
}

/// The same, with what `configure` adds to the host's files before it starts.
pub async fn site_with(test: &str, configure: impl FnOnce(&MailHost) -> Result<()>) -> Result<Option<Site>> {
    site_prepared(test, |site| configure(&site.host)).await
}

/// The same, with what `configure` does to the whole site before it starts.
pub async fn site_prepared(test: &str, configure: impl FnOnce(&Site) -> Result<()>) -> Result<Option<Site>> {
    if !servers::are_here(test, &[Need::Dovecot, Need::Postfix]) {
        return Ok(None);
    }
    let people = [(ROB, "Rob Åsberg"), (EVE, "Eve Lind"), (ANA, "Ana Berg"), (KIM, "Kim Dahl")];
    let addresses = people.map(|(address, _)| address);
    let mailboxes = [&addresses[..], &[INFO]].concat();
    let mut site = Site::prepare(Path::new(env!("CARGO_BIN_EXE_postern")), &mailboxes).await?;
    configure(&site)?;
    site.start().await?;
    for (address, name) in people {
        site.add_person(address, name, PASSWORD)?;
    }
    // A source becomes familiar with its first success, not an hour later; slowing only takes time here.
    site.set_policy("sign_in.familiar_after_s", 0)?;
    site.set_policy("outbound.slow_delay_s", 0)?;
    for address in addresses {
        site.until_exported(address).await?;
    }
    Ok(Some(site))
}
