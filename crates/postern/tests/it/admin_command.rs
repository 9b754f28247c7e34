//! `postern admin factors` and `postern admin remove-passkey`, for whoever lost a device.

use std::net::{Ipv4Addr, SocketAddr};

use anyhow::{Context, Result};
use postern_testkit::admin_client::{cookie_of, escaped, path_of, token_of};
use postern_testkit::soft_passkey::{SoftPasskey, question_of};
use postern_testkit::web_client::{Reply, ask};

use crate::api::site_with_web;

const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\n";
const ORIGIN: &str = "https://postern.contoso.example";

/// A browser of Ingrid's.
struct Browser {
    server: SocketAddr,
    cookie: String,
}

impl Browser {
    async fn request(&self, method: &str, path: &str, body: &str) -> Result<Reply> {
        let head = format!("{FORM}Cookie: {}\r\nAccept-Language: en\r\n", self.cookie);
        ask(self.server, method, path, &head, body, Ipv4Addr::LOCALHOST).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Result<Reply> {
        let token = token_of(&self.request("GET", "/admin/sessions", "").await?)?;
        let mut body = format!("token={}", escaped(&token));
        for (name, value) in fields {
            body += &format!("&{name}={}", escaped(value));
        }
        self.request("POST", path, &body).await
    }

    /// Keeps a passkey of this name.
    async fn add_passkey(&self, name: &str) -> Result<()> {
        let page = self.post("/admin/factors/add", &[("name", name)]).await?;
        let (_, answer) = SoftPasskey::make(&question_of(&page)?, ORIGIN)?;
        let (_, rest) = page.body.split_once("name=\"passkey_question\" value=\"").context("a question")?;
        let kept = rest.split('"').next().unwrap_or_default();
        let done = self
            .post("/admin/factors/added", &[("passkey_question", kept), ("passkey_answer", &answer)])
            .await?;
        assert!(done.body.contains(&format!("Passkey “{name}” added")), "{done:?}");
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_passkey_is_found_by_its_name_and_taken_away_with_the_sessions_it_may_have_opened()
-> Result<()> {
    let (site, _server, port) = site_with_web("")?;
    site.ok(&["user", "add", "ingrid@contoso.example", "--role", "global_admin"])?;
    site.ok(&["user", "add", "rob@contoso.example"])?;
    let none = site.run(&["admin", "factors", "ingrid"])?;
    assert_eq!(none.code, 0, "{none:?}");
    assert!(
        (none.out.clone() + &none.err).contains("ingrid@contoso.example"),
        "says so in a sentence: {none:?}"
    );

    let entered = site.ok(&["admin", "enter", "ingrid", "--reason", "a test"])?;
    let server = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let reply = ask(server, "POST", path_of(entered.trim())?, FORM, "", Ipv4Addr::LOCALHOST).await?;
    let browser = Browser { server, cookie: cookie_of(&reply).with_context(|| format!("{reply:?}"))? };
    for name in ["laptop", "key on the ring"] {
        browser.add_passkey(name).await?;
    }
    let told = site.ok(&["admin", "factors", "ingrid"])?;
    assert!(told.contains("laptop") && told.contains("key on the ring"), "{told}");
    let json: serde_json::Value = serde_json::from_str(&site.ok(&["--json", "admin", "factors", "ingrid"])?)?;
    let passkeys = json["passkeys"].as_array().context("passkeys")?;
    let id = |name: &str| {
        let found = passkeys.iter().find(|passkey| passkey["name"] == name);
        found.and_then(|passkey| passkey["id"].as_str()).context("its id").map(str::to_owned)
    };
    assert!(told.contains(&id("laptop")?), "the id by which it is removed: {told}");

    let remove =
        |id: &str, reason: &str| site.run(&["admin", "remove-passkey", "ingrid", id, "--reason", reason]);
    assert_ne!(remove(&id("laptop")?, " ")?.code, 0, "not without a reason");
    assert_ne!(remove("7K2M9-QX4TB", "lost")?.code, 0, "not one that is nobody's");
    let foreign = site.run(&["admin", "remove-passkey", "rob", &id("laptop")?, "--reason", "lost"])?;
    assert_ne!(foreign.code, 0, "not by another's name: {foreign:?}");
    let removed = remove(&id("laptop")?, "left on the train")?;
    assert_eq!(removed.code, 0, "{removed:?}");
    let left = site.ok(&["admin", "factors", "ingrid"])?;
    assert!(!left.contains("laptop") && left.contains("key on the ring"), "{left}");
    assert_eq!(browser.request("GET", "/admin/factors", "").await?.status, 303, "and the session is over");
    assert_ne!(remove(&id("laptop")?, "again")?.code, 0);
    let audit = site.ok(&["audit", "list"])?;
    assert_eq!(audit.matches("left on the train").count(), 1, "{audit}");
    Ok(())
}
