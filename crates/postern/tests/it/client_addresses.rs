//! Who is really there: what docs/operate/client-addresses.md promises of a real Postfix and a real Dovecot. A client
//! that claims to be somebody else, or somewhere else, is not believed; a host that the configuration names is.

use std::net::Ipv4Addr;

use anyhow::{Context, Result};
use postern_testkit::servers::imap_client::ImapClient;
use postern_testkit::servers::mail_host::{MailHost, until};
use postern_testkit::servers::ports::Port;
use postern_testkit::servers::site::Site;
use postern_testkit::servers::smtp_client::SmtpClient;

use crate::world::{self, ANA, HOME, KIM, PASSWORD, ROB, STRANGE};

/// The proxies' and the web mail's host, which the configurations of these tests name.
const PROXY: Ipv4Addr = Ipv4Addr::new(127, 99, 0, 1);
/// Where the people behind it are.
const BEHIND: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 7);
/// What a client claims that is not where it says.
const CLAIMED: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 7);

/// With Postfix as on the page, nobody may say where somebody is or who has signed in: not at submission, where
/// people are, and not at port 25.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn q7_xclient_is_refused_from_everybody_and_makes_nobody_of_anybody() -> Result<()> {
    let Some(site) = world::site("q7_xclient_is_refused_from_everybody").await? else { return Ok(()) };
    for from_outside in [false, true] {
        let source = STRANGE[0];
        let mut session = match from_outside {
            true => site.host.incoming_from(source).await?,
            false => site.host.submission(source).await?,
        };
        let offered = session.command("EHLO client.example").await?;
        assert!(!offered.text.contains("XCLIENT") && !offered.text.contains("XFORWARD"), "{offered:?}");
        for claim in [
            format!("XCLIENT ADDR={CLAIMED} PORT=40912"),
            format!("XCLIENT LOGIN={ROB}"),
            format!("XCLIENT ADDR={CLAIMED} LOGIN={ROB}"),
            format!("xclient login={ROB}"),
            format!("XFORWARD ADDR={CLAIMED} SOURCE=LOCAL"),
        ] {
            let refused = session.command(&claim).await?;
            assert_eq!(refused.code / 100, 5, "{claim}: {refused:?}");
        }
        // Whoever claimed to be Rob is nobody.
        let relayed = session.name_recipient(ROB, "friend@elsewhere.example").await?;
        assert!(!relayed.is_positive(), "{relayed:?}");
    }
    // And whoever signs in after all is counted where it is.
    let mut session = site.host.submission(STRANGE[1]).await?;
    assert_eq!(session.command(&format!("XCLIENT ADDR={CLAIMED}")).await?.code / 100, 5);
    assert_eq!(session.sign_in(ANA, "guess").await?.code, 535);
    assert_eq!(sources_of(&site, ANA, 1).await?, [STRANGE[1].to_string()]);
    assert_eq!(counted_recipients(&site, ROB)?, 0.0, "nothing was counted for Rob");
    Ok(())
}

/// A proxy that Postfix is told to believe passes on where people are: they are counted there. It is believed
/// alone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn q7_with_xclient_of_a_named_host_people_are_where_it_says() -> Result<()> {
    let named = |host: &MailHost| host.add_to_main_cf(&format!("smtpd_authorized_xclient_hosts = {PROXY}\n"));
    let Some(site) = world::site_with("q7_with_xclient_of_a_named_host", named).await? else { return Ok(()) };
    let mut behind = through_proxy(&site, PROXY, BEHIND).await?;
    assert_eq!(behind.sign_in(ANA, "guess").await?.code, 535);
    assert_eq!(behind.sign_in(ANA, PASSWORD).await?.code, 235);
    assert_eq!(sources_of(&site, ANA, 2).await?, [BEHIND.to_string(), BEHIND.to_string()]);
    let sent = behind.send(ANA, "friend@elsewhere.example", "from behind").await?;
    assert!(sent.is_positive(), "{sent:?}");
    // One recipient, less what a second or two of the day's decay has taken from it.
    assert!(counted_recipients(&site, ANA)? > 0.9, "and she sends as usual");

    // Ten guesses of one person behind the proxy lock what is strange to Kim, and nobody else behind it.
    for guess in 0..10 {
        let mut guessing = through_proxy(&site, PROXY, BEHIND).await?;
        assert_eq!(guessing.sign_in(KIM, &format!("guess {guess}")).await?.code, 535);
    }
    let mut other = through_proxy(&site, PROXY, Ipv4Addr::new(192, 0, 2, 77)).await?;
    assert_eq!(other.sign_in(ROB, PASSWORD).await?.code, 235, "another client of the same proxy");

    let refused = through_proxy(&site, STRANGE[0], CLAIMED).await.err().context("a stranger was believed")?;
    assert!(refused.to_string().contains("XCLIENT answered"), "{refused:#}");
    Ok(())
}

/// A web mail says in IMAP's ID for whom it signs in. Dovecot believes the hosts that are named, and a client that
/// says so of itself is counted where it is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn q3_an_originating_address_in_imap_is_believed_of_named_hosts_only() -> Result<()> {
    let named = |host: &MailHost| host.add_to_dovecot_conf(&format!("login_trusted_networks = {PROXY}\n"));
    let Some(site) = world::site_with("q3_an_originating_address_in_imap", named).await? else {
        return Ok(());
    };
    let says_origin = async |source: Ipv4Addr, origin: &str, login: &str| {
        let mut client = ImapClient::connect(site.host.imap(), source).await?;
        client.name_origin(origin).await?;
        client.sign_in(login, "guess").await
    };
    assert!(says_origin(PROXY, &BEHIND.to_string(), ANA).await?.starts_with("NO"));
    assert_eq!(sources_of(&site, ANA, 1).await?, [BEHIND.to_string()]);
    says_origin(STRANGE[0], &CLAIMED.to_string(), KIM).await?;
    assert_eq!(sources_of(&site, KIM, 1).await?, [STRANGE[0].to_string()]);
    // Of several Dovecot takes the first, which a client can have written itself: the page says to send one.
    says_origin(PROXY, &format!("{CLAIMED}, {BEHIND}"), ROB).await?;
    assert_eq!(sources_of(&site, ROB, 1).await?, [CLAIMED.to_string()]);
    Ok(())
}

/// A load balancer says in the PROXY protocol's header who is there. Dovecot believes the networks that are named and
/// closes on everybody else.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn q6_a_proxy_header_in_front_of_dovecot_is_believed_of_named_hosts_only() -> Result<()> {
    let port = Port::free()?;
    let listener = format!(
        "haproxy_trusted_networks = {PROXY}\nservice imap-login {{\n  inet_listener imap_haproxy {{\n    \
         port = {}\n    haproxy = yes\n  }}\n}}\n",
        port.address().port()
    );
    let added = |host: &MailHost| host.add_to_dovecot_conf(&listener);
    let Some(site) = world::site_with("q6_a_proxy_header_in_front_of_dovecot", added).await? else {
        return Ok(());
    };
    let mut behind = ImapClient::connect_behind(port.address(), PROXY, Some(BEHIND)).await?;
    assert!(behind.sign_in(ANA, "guess").await?.starts_with("NO"));
    assert_eq!(sources_of(&site, ANA, 1).await?, [BEHIND.to_string()]);
    let stranger = ImapClient::connect_behind(port.address(), STRANGE[0], Some(CLAIMED)).await;
    assert!(stranger.is_err(), "a header of a host that is not named");
    // Where none is expected it is no command, and the client stays where it is.
    assert!(ImapClient::connect_behind(site.host.imap(), HOME, Some(CLAIMED)).await.is_ok());
    Ok(())
}

/// The same in front of Postfix, which has no list of whom it believes: the service is for the load balancer alone, and
/// serves nobody who comes without a header. The services without it take no header.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn q6_a_proxy_header_in_front_of_postfix_is_for_its_own_service_only() -> Result<()> {
    let port = Port::free()?;
    let service = format!(
        "{} inet n - n - - smtpd\n  -o syslog_name=postfix/behind\n  -o smtpd_sasl_auth_enable=yes\n  \
         -o smtpd_upstream_proxy_protocol=haproxy\n  \
         -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n  \
         -o smtpd_recipient_restrictions=$postern_recipient\n",
        port.address().port()
    );
    let added = |host: &MailHost| host.add_to_master_cf(&service);
    let Some(site) = world::site_with("q6_a_proxy_header_in_front_of_postfix", added).await? else {
        return Ok(());
    };
    let mut behind = SmtpClient::connect_behind(port.address(), PROXY, Some(BEHIND)).await?;
    assert_eq!(behind.sign_in(ANA, "guess").await?.code, 535);
    assert_eq!(sources_of(&site, ANA, 1).await?, [BEHIND.to_string()]);
    assert!(SmtpClient::connect_behind(port.address(), PROXY, None).await.is_err(), "without a header");

    let mut session = site.host.submission(STRANGE[1]).await?;
    let header = session.command(&format!("PROXY TCP4 {CLAIMED} 127.0.0.1 40912 587")).await?;
    assert_eq!(header.code / 100, 5, "it is a command that nobody knows: {header:?}");
    assert_eq!(session.sign_in(KIM, "guess").await?.code, 535);
    assert_eq!(sources_of(&site, KIM, 1).await?, [STRANGE[1].to_string()]);
    Ok(())
}

/// An SMTP session through a proxy that passes on where its client is.
async fn through_proxy(site: &Site, proxy: Ipv4Addr, client: Ipv4Addr) -> Result<SmtpClient> {
    let mut session = site.host.submission(proxy).await?;
    let answer = session.command(&format!("XCLIENT ADDR={client}")).await?;
    anyhow::ensure!(answer.code == 220, "XCLIENT answered {answer:?}");
    let hello = session.command("EHLO client.example").await?;
    anyhow::ensure!(hello.is_positive(), "{hello:?}");
    Ok(session)
}

/// Where the account's attempts came from, once so many are in its history; the newest first.
async fn sources_of(site: &Site, login: &str, count: u64) -> Result<Vec<String>> {
    let mut sources = Vec::new();
    let mut look = || -> Option<u64> {
        let history = site.json(&["signin", "history", login]).ok()?;
        let lines = history["sign_ins"].as_array()?;
        sources = lines.iter().map(|line| line["source"].as_str().unwrap_or("none").to_owned()).collect();
        lines.iter().map(|line| line["count"].as_u64()).sum()
    };
    until("the attempts are in the history", || look() == Some(count)).await.with_context(|| site.log())?;
    Ok(sources)
}

fn counted_recipients(site: &Site, login: &str) -> Result<f64> {
    let why = site.json(&["why", login])?;
    why["sending"]["recipients_day"].as_f64().with_context(|| format!("{why}"))
}
