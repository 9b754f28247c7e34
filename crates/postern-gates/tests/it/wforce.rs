//! weakforced's management commands over real sockets: names, statuses, keys, and who may use them. What the
//! lists then do to attempts is tested with an engine (`postern-testkit`).

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use postern_gates::{AuthPolicyAccess, Credential, Management, Manages, NotManaged};
use postern_wire::wforce::{AddEntry, EntryView, Key, KeyStats, List, ListStanding};

use crate::fake::{Fake, Gate, patient};

/// "any:manage" and "any:ask" in base64.
const MANAGE: &str = "Authorization: Basic YW55Om1hbmFnZQ==\r\n";
const ASK: &str = "Authorization: Basic YW55OmFzaw==\r\n";
const OK: &str = r#"{"status":"ok"}"#;

/// Remembers what it was told; a login `trouble` cannot be handled.
#[derive(Default)]
struct FakeLists(Mutex<Vec<String>>);

impl FakeLists {
    fn note(&self, line: String) -> Result<(), NotManaged> {
        let is_trouble = line.contains("trouble");
        self.0.lock().expect("no test panics with it").push(line);
        if is_trouble { Err(NotManaged::because("there is no account \"trouble\"")) } else { Ok(()) }
    }
}

#[async_trait]
impl Manages for FakeLists {
    async fn reset(&self, actor: &str, key: Key) -> Result<(), NotManaged> {
        self.note(format!("{actor} reset {}", key.entry_text()))
    }

    async fn key_stats(&self, key: Key) -> Result<KeyStats, NotManaged> {
        self.note(format!("stats {}", key.entry_text()))?;
        let stats = [("source", [("points", 7)].into())].into();
        Ok(KeyStats { key, block: ListStanding::default(), allow: ListStanding::default(), stats })
    }

    async fn add(&self, actor: &str, list: List, entry: AddEntry) -> Result<(), NotManaged> {
        let AddEntry { key, expire_s, reason } = entry;
        self.note(format!("{actor} add {list:?} {} {expire_s} {reason}", key.entry_text()))
    }

    async fn delete(&self, actor: &str, list: List, key: Key) -> Result<(), NotManaged> {
        self.note(format!("{actor} delete {list:?} {}", key.entry_text()))
    }

    async fn entries(&self, list: List) -> Result<Vec<EntryView>, NotManaged> {
        self.note(format!("entries {list:?}"))?;
        Ok(vec![EntryView {
            key: Key::Login("ana".to_owned()),
            expires_unix_s: Some(0),
            reason: "test".to_owned(),
        }])
    }
}

struct Managed {
    gate: Gate,
    lists: Arc<FakeLists>,
}

impl Managed {
    async fn open() -> Self {
        let key = |secret| Credential::new("X-API-Key", secret).expect("valid");
        let lists = Arc::new(FakeLists::default());
        let management =
            Management { credential: key("manage"), actor: "wforce".to_owned(), manages: lists.clone() };
        let access = AuthPolicyAccess { credential: Some(key("ask")), management: Some(management) };
        Self { gate: Gate::auth_policy_with(Fake::default(), access, patient()).await, lists }
    }

    fn told(&self) -> Vec<String> {
        self.lists.0.lock().expect("no test panics with it").clone()
    }

    async fn asks(&self, method: &str, target: &str, key: &str, body: &str) -> (u16, String) {
        ask(&self.gate, method, target, key, body).await
    }

    /// Posted in both URL forms with the management key.
    async fn manages(&self, command: &str, body: &str) -> (u16, String) {
        let new = self.asks("POST", &format!("/command/{command}"), MANAGE, body).await;
        let old = self.asks("POST", &format!("/?command={command}"), MANAGE, body).await;
        assert_eq!(new, old, "{command}");
        new
    }
}

async fn ask(gate: &Gate, method: &str, target: &str, key: &str, body: &str) -> (u16, String) {
    let mut wire = gate.connect().await;
    wire.send(format!(
        "{method} {target} HTTP/1.1\r\nHost: x\r\n{key}Content-Type: application/json; charset=utf-8\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    ))
    .await;
    wire.response().await
}

fn failure(status: u16, reason: &str) -> (u16, String) {
    (status, format!(r#"{{"reason":"{reason}","status":"failure"}}"#))
}

#[tokio::test]
async fn each_command_reaches_the_lists_in_both_url_forms() {
    let managed = Managed::open().await;
    let ok = (200, OK.to_owned());
    let entry = r#"{"ip":"192.168.72.14","login":"goodie","expire_secs":10,"reason":"test blacklist"}"#;
    assert_eq!(managed.manages("addBLEntry", entry).await, ok);
    assert_eq!(managed.manages("addWLEntry", entry).await, ok);
    assert_eq!(managed.manages("delBLEntry", r#"{"netmask":"193.168.0.0/16"}"#).await, ok);
    assert_eq!(managed.manages("delWLEntry", r#"{"login":"goodie"}"#).await, ok);
    assert_eq!(managed.manages("reset", r#"{"ip":"128.243.21.16"}"#).await, ok);
    let (status, stats) = managed.manages("getDBStats", r#"{"ip":"1.4.3.2"}"#).await;
    assert_eq!((status, stats.contains(r#""ip":"1.4.3.2""#)), (200, true), "{stats}");
    assert!(stats.contains(r#""stats":{"source":{"points":7}}"#), "{stats}");
    for (command, name) in [("getBL", "bl_entries"), ("getWL", "wl_entries")] {
        let told = managed.asks("GET", &format!("/command/{command}"), MANAGE, "").await;
        let entry = r#"{"expiration":"1970-Jan-01 00:00:00","login":"ana","reason":"test"}"#;
        assert_eq!(told, (200, format!(r#"{{"{name}":[{entry}]}}"#)));
        assert_eq!(managed.asks("GET", &format!("/?command={command}"), MANAGE, "").await, told);
    }
    let mut told = managed.told();
    told.dedup();
    assert_eq!(
        told,
        [
            "wforce add Block 192.168.72.14:goodie 10 test blacklist",
            "wforce add Allow 192.168.72.14:goodie 10 test blacklist",
            "wforce delete Block 193.168.0.0/16",
            "wforce delete Allow goodie",
            "wforce reset 128.243.21.16/32",
            "stats 1.4.3.2/32",
            "entries Block",
            "entries Allow",
        ]
    );
}

/// The mail server's key is on every mail host: it may ask, and nothing more.
#[tokio::test]
async fn the_mail_servers_key_manages_nothing() {
    let managed = Managed::open().await;
    let only_asks = failure(403, "This key may only ask about attempts: show the management key");
    let entry = r#"{"netmask":"0.0.0.0/0","expire_secs":10,"reason":"the world"}"#;
    for command in ["addWLEntry", "addBLEntry", "delBLEntry", "delWLEntry", "reset", "getDBStats"] {
        assert_eq!(managed.asks("POST", &format!("/?command={command}"), ASK, entry).await, only_asks);
        assert_eq!(managed.asks("POST", &format!("/?command={command}"), "", entry).await.0, 401);
    }
    for command in ["getBL", "getWL"] {
        assert_eq!(managed.asks("GET", &format!("/command/{command}"), ASK, "").await, only_asks);
        assert_eq!(managed.asks("GET", &format!("/command/{command}"), "", "").await.0, 401);
    }
    assert_eq!(managed.told(), [""; 0]);
    let allow = managed.asks("POST", "/?command=allow", MANAGE, r#"{"login":"ana"}"#).await;
    assert_eq!(allow.0, 200, "the management key may ask too");
}

#[tokio::test]
async fn without_a_management_key_nobody_manages() {
    let gate = Gate::auth_policy(Fake::default(), None, patient()).await;
    let off = failure(403, "Management is off: set gates.auth_policy.management_key");
    assert_eq!(ask(&gate, "POST", "/command/reset", "", r#"{"login":"ana"}"#).await, off);
    assert_eq!(ask(&gate, "GET", "/command/getBL", MANAGE, "").await, off);
}

#[tokio::test]
async fn what_is_wrong_is_a_failure_in_wforces_shape() {
    let managed = Managed::open().await;
    let (status, body) = managed.manages("addBLEntry", "not json").await;
    assert!(status == 400 && body.ends_with(r#""status":"failure"}"#), "{status} {body}");
    assert_eq!(
        managed.manages("addBLEntry", r#"{"ip":"192.0.2.7","reason":"r"}"#).await,
        failure(500, "Missing mandatory expire_secs field")
    );
    assert_eq!(managed.manages("reset", "{}").await, failure(400, "No ip or login field supplied"));
    assert_eq!(
        managed.manages("addWLEntry", r#"{"ja3":"03456","expire_secs":10,"reason":"r"}"#).await,
        failure(501, "ja3 is not supported: Postern does not look at JA3 fingerprints")
    );
    for command in ["syncDBs", "dumpEntries", "addSibling", "removeSibling", "setSiblings", "syncDone"] {
        let reason = "Postern has no siblings to replicate to: take this command out of the script";
        assert_eq!(managed.manages(command, "{}").await, failure(501, reason), "{command}");
    }
    let not_found = (404, r#"{"status":"failure","reason":"Not found"}"#.to_owned());
    assert_eq!(managed.manages("custom", r#"{"attrs":{"login":"custom1"}}"#).await, not_found);
    let wrong_method = (405, r#"{"status":"failure","reason":"Method not allowed"}"#.to_owned());
    assert_eq!(managed.asks("GET", "/?command=reset", MANAGE, "").await, wrong_method);
    assert_eq!(managed.asks("POST", "/?command=getBL", MANAGE, "").await, wrong_method);
    assert_eq!(managed.asks("DELETE", "/command/delBLEntry", MANAGE, "{}").await, wrong_method);
    assert_eq!(managed.told(), [""; 0]);
    // A handler's own refusal.
    let refused = managed.manages("reset", r#"{"login":"trouble"}"#).await;
    assert_eq!(refused, failure(500, r#"there is no account \"trouble\""#));
}

/// test_unauth and test_auth_stats of wforce's regression suite.
#[tokio::test]
async fn stats_count_questions_reports_and_refusals_for_whoever_may_ask() {
    let managed = Managed::open().await;
    assert_eq!(managed.asks("GET", "/?command=stats", "", "").await.0, 401);
    for login in ["ana", "refuse", &"x".repeat(321)] {
        managed.asks("POST", "/?command=allow", ASK, &format!(r#"{{"login":"{login}"}}"#)).await;
        managed.asks("POST", "/?command=report", ASK, &format!(r#"{{"login":"{login}"}}"#)).await;
    }
    managed.asks("POST", "/?command=report", ASK, "not json").await;
    let (status, body) = managed.asks("GET", "/?command=stats", ASK, "").await;
    let stats: serde_json::Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!(status, 200);
    assert_eq!([&stats["reports"], &stats["allows"], &stats["denieds"]], [3, 3, 2], "{body}");
    assert!(stats["uptime"].is_u64() && stats["perfstats"].is_object(), "{body}");
}

/// test_ping of wforce's regression suite, and the two questions of a load balancer, which hold no key.
#[tokio::test]
async fn ping_ready_and_live_tell_whether_history_is_read() {
    for (is_warming_up, ready, ping) in [(true, 503, r#"{"status":"warmup"}"#), (false, 200, OK)] {
        let fake = Fake { is_warming_up, ..Fake::default() };
        let credential = Credential::new("X-API-Key", "ask").expect("valid");
        let gate = Gate::auth_policy(fake, Some(credential), patient()).await;
        for target in ["/command/readyz", "/readyz", "/?command=readyz"] {
            assert_eq!(ask(&gate, "GET", target, "", "").await, (ready, String::new()), "{target}");
        }
        for target in ["/command/livez", "/livez"] {
            assert_eq!(ask(&gate, "GET", target, "", "").await, (200, String::new()), "{target}");
        }
        assert_eq!(ask(&gate, "GET", "/command/ping", ASK, "").await, (200, ping.to_owned()));
        assert_eq!(ask(&gate, "GET", "/command/ping", "", "").await.0, 401);
        assert_eq!(ask(&gate, "POST", "/command/readyz", "", "").await.0, 405);
    }
}

/// testChunked of wforce's regression suite: chunked bodies count for management too.
#[tokio::test]
async fn a_chunked_management_body_is_read() {
    let managed = Managed::open().await;
    let mut wire = managed.gate.connect().await;
    wire.send(format!(
        "POST /command/reset HTTP/1.1\r\nHost: x\r\n{MANAGE}Transfer-Encoding: chunked\r\n\r\n\
         9\r\n{{\"login\":\r\n6\r\n\"ahu\"}}\r\n0\r\n\r\n"
    ))
    .await;
    assert_eq!(wire.response().await, (200, OK.to_owned()));
    assert_eq!(managed.told(), ["wforce reset ahu"]);
}
