//! Contract of a second enforcement point: each call says what is true now, twice is as good as once, a release
//! takes every name back, and nobody else is touched.
//!
//! Asks through [`MailSystemView`] what the mail system would do, never how the point is written.

use async_trait::async_trait;
use postern_core::name::AccountName;
use postern_engine::ports::{MailSystem, SendingExport, SignInExport};

/// What the mail system would do with Postern stopped.
#[async_trait]
pub trait MailSystemView: Send + Sync {
    /// Whether this login would be let in with the right password.
    async fn may_sign_in(&self, login: &str) -> bool;

    /// What a client would be told that signed in with this login and sends; `None` when it may send.
    async fn sending_refusal(&self, login: &str) -> Option<String>;
}

/// The text of every restriction of the suite.
const REFUSAL: &str = "sending is restricted; see https://mail.contoso.example/why/7K2M9";

fn names(texts: &[&str]) -> Vec<AccountName> {
    texts.iter().map(|text| AccountName::from_canonical((*text).to_owned())).collect()
}

fn sign_in(texts: &[&str], is_blocked: bool) -> SignInExport {
    SignInExport {
        names: names(texts),
        password_hash: Some("{PLAIN}secret".to_owned()),
        is_blocked,
        protocols_off: postern_core::protocol::Protocols::default(),
        app_passwords: Vec::new(),
    }
}

fn sending(texts: &[&str], is_restricted: bool) -> SendingExport {
    SendingExport { names: names(texts), refusal_text: is_restricted.then(|| REFUSAL.to_owned()) }
}

/// Runs the suite for signing in. Panics with what was broken.
pub async fn check_sign_in(system: &dyn MailSystem, view: &dyn MailSystemView) {
    let rob = ["rob@contoso.com", "robert@contoso.com"];
    let ana = ["ana@contoso.example"];
    let export = |accounts| async move { system.export_sign_in(accounts).await.expect("export sign-in") };

    export(vec![sign_in(&rob, false), sign_in(&ana, false)]).await;
    for login in ["rob@contoso.com", "robert@contoso.com", "ana@contoso.example"] {
        assert!(view.may_sign_in(login).await, "{login} is not blocked");
    }
    for _ in 0..2 {
        export(vec![sign_in(&rob, true), sign_in(&ana, false)]).await;
        assert!(!view.may_sign_in("rob@contoso.com").await, "blocked by its address");
        assert!(!view.may_sign_in("robert@contoso.com").await, "blocked by its alias");
        assert!(view.may_sign_in("ana@contoso.example").await, "others sign in");
    }
    export(vec![sign_in(&rob, false), sign_in(&ana, false)]).await;
    assert!(view.may_sign_in("rob@contoso.com").await, "allowed again");
    assert!(view.may_sign_in("robert@contoso.com").await, "allowed again by its alias");

    export(vec![sign_in(&ana, false)]).await;
    assert!(!view.may_sign_in("rob@contoso.com").await, "a deleted account signs in nowhere");
    assert!(view.may_sign_in("ana@contoso.example").await, "others sign in");
}

/// Runs the suite for sending. Panics with what was broken.
pub async fn check_sending(system: &dyn MailSystem, view: &dyn MailSystemView) {
    let rob = ["rob@contoso.com", "robert@contoso.com"];
    let ana = ["ana@contoso.example"];
    let one = |account| async move { system.export_sending(account).await.expect("export sending") };

    system.export_all_sending(Vec::new()).await.expect("export all sending");
    assert_eq!(view.sending_refusal("rob@contoso.com").await, None);
    for _ in 0..2 {
        one(sending(&rob, true)).await;
        for login in rob {
            let refusal = view.sending_refusal(login).await.expect("restricted");
            assert!(refusal.contains(REFUSAL), "{refusal} says why");
        }
        assert_eq!(view.sending_refusal("ana@contoso.example").await, None);
    }
    one(sending(&ana, true)).await;
    assert!(view.sending_refusal("rob@contoso.com").await.is_some(), "still restricted");
    for _ in 0..2 {
        one(sending(&rob, false)).await;
        assert_eq!(view.sending_refusal("rob@contoso.com").await, None, "released");
        assert_eq!(view.sending_refusal("robert@contoso.com").await, None, "released by its alias");
        assert!(view.sending_refusal("ana@contoso.example").await.is_some(), "others stay restricted");
    }
    system.export_all_sending(vec![sending(&rob, true)]).await.expect("export all sending");
    assert!(view.sending_refusal("rob@contoso.com").await.is_some(), "all means all that is given");
    assert_eq!(view.sending_refusal("ana@contoso.example").await, None, "and nothing else");
}
