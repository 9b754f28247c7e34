//! kill -9 in the middle of work: whatever a client was told is there after the restart.
//!
//! Sixty clients block and allow sixty accounts through the control socket, each with a reason that is unique;
//! a client notes a reason once the server has acknowledged it. The server is killed at a random moment, twenty
//! times; after each restart every noted reason has its audit row, and each account's open block agrees with
//! its newest row.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use postern_engine::ports::Entropy;
use postern_testkit::entropy::SeededEntropy;
use postern_testkit::servers::folder::Folder;
use postern_testkit::servers::watchdog::Guarded;
use serde_json::{Value, json};
use tokio::net::UnixStream;

const CLIENTS: usize = 60;
/// Commands that have to be in flight when the server dies.
const IN_FLIGHT_MIN: usize = 50;
const SEEDS: u64 = 20;
const SEEDS_LONG: u64 = 500;

struct Client {
    connection: SendRequest<Full<Bytes>>,
}

impl Client {
    async fn connect(socket: &Path) -> Result<Self> {
        for _ in 0..1_000 {
            if let Ok(stream) = UnixStream::connect(socket).await {
                let (connection, driver) = handshake(TokioIo::new(stream)).await?;
                tokio::spawn(driver);
                return Ok(Self { connection });
            }
            pause(Duration::from_millis(10)).await;
        }
        anyhow::bail!("nobody answers at {}", socket.display())
    }

    async fn call(&mut self, method: &str, path: &str, body: Value) -> Result<(u16, Value)> {
        let request = hyper::Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header("Host", "postern")
            .header("Content-Type", "application/json")
            .body(Full::new(Bytes::from(body.to_string())))?;
        self.connection.ready().await?;
        let response = self.connection.send_request(request).await?;
        let status = response.status().as_u16();
        let body = response.into_body().collect().await?.to_bytes();
        Ok((status, serde_json::from_slice(&body).unwrap_or(Value::Null)))
    }
}

#[expect(clippy::disallowed_methods, reason = "the server under test runs in real time")]
async fn pause(span: Duration) {
    tokio::time::sleep(span).await;
}

struct Place {
    folder: Folder,
    socket: PathBuf,
    config: PathBuf,
}

impl Place {
    fn new() -> Result<Self> {
        let folder = Folder::new()?;
        let (socket, config) = (folder.join("control.sock"), folder.join("postern.toml"));
        let text = format!(
            "data_dir = {:?}\n[site]\nown_domains = [\"contoso.example\"]\n\
             help_url = \"https://mail.contoso.example/why\"\n[control]\nsocket = {:?}\n",
            folder.join("data"),
            socket
        );
        std::fs::write(&config, text)?;
        Ok(Self { folder, socket, config })
    }

    fn start(&self) -> Result<Guarded> {
        let config = self.config.to_str().context("the folder's path is plain text")?;
        let command = [env!("CARGO_BIN_EXE_postern"), "serve", "--config", config];
        Guarded::start(&self.folder, &self.folder.join("postern.log"), &[], &command)
    }
}

/// A client of one account: blocks, allows, blocks … until the server is gone. Acknowledged reasons are noted.
async fn work(
    socket: PathBuf,
    account: String,
    tag: String,
    first_blocks: bool,
    acknowledged: Arc<Mutex<Vec<String>>>,
    in_flight: Arc<AtomicUsize>,
) {
    let Ok(mut client) = Client::connect(&socket).await else { return };
    let mut blocks = first_blocks;
    for number in 0.. {
        let verb = if blocks { "block" } else { "allow" };
        let reason = format!("{tag} {number}");
        in_flight.fetch_add(1, Ordering::SeqCst);
        let answer =
            client.call("POST", &format!("/accounts/{account}/{verb}"), json!({ "reason": reason })).await;
        match answer {
            Ok((200, _)) => acknowledged.lock().expect("no client panics").push(reason),
            // The server died under us, which leaves this command in flight for ever.
            Ok(_) | Err(_) => return,
        }
        in_flight.fetch_sub(1, Ordering::SeqCst);
        blocks = !blocks;
    }
}

async fn make_accounts(client: &mut Client) -> Result<Vec<String>> {
    let mut accounts = Vec::new();
    for number in 0..CLIENTS {
        let body = json!({ "address": format!("user{number}@contoso.example") });
        let (status, made) = client.call("POST", "/accounts", body).await?;
        ensure!(status == 200 || status == 201, "an account was answered {status}: {made}");
        accounts.push(made["id"].as_str().context("an account has an id")?.to_owned());
    }
    Ok(accounts)
}

/// Whether the account is blocked, and the reasons of its audit rows, newest first.
async fn state_of(client: &mut Client, account: &str) -> Result<(bool, Vec<(String, String)>)> {
    let (status, why) = client.call("GET", &format!("/accounts/{account}/why"), Value::Null).await?;
    ensure!(status == 200, "why was answered {status}: {why}");
    let open = why["open"].as_array().context("a list of open restrictions")?;
    let (status, audit) =
        client.call("GET", &format!("/audit?account={account}&limit=500"), Value::Null).await?;
    ensure!(status == 200, "the audit was answered {status}: {audit}");
    let rows = audit["audit"].as_array().context("a list of audit rows")?;
    let text = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
    Ok((!open.is_empty(), rows.iter().map(|row| (text(row, "reason"), text(row, "event"))).collect()))
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_was_acknowledged_is_there_after_kill_9() -> Result<()> {
    let seeds = if std::env::var_os("POSTERN_LONG").is_some() { SEEDS_LONG } else { SEEDS };
    let place = Place::new()?;
    let mut server = place.start()?;
    let accounts = make_accounts(&mut Client::connect(&place.socket).await?).await?;
    let mut blocked = vec![false; CLIENTS];
    let mut kept = 0;
    for seed in 0..seeds {
        let acknowledged = Arc::new(Mutex::new(Vec::new()));
        let in_flight = Arc::new(AtomicUsize::new(0));
        let mut clients = tokio::task::JoinSet::new();
        for (account, &is_blocked) in accounts.iter().zip(&blocked) {
            let tag = format!("seed {seed} account {account}");
            clients.spawn(work(
                place.socket.clone(),
                account.clone(),
                tag,
                !is_blocked,
                acknowledged.clone(),
                in_flight.clone(),
            ));
        }
        pause(Duration::from_millis(30 + SeededEntropy::new(seed).next_u64() % 300)).await;
        while in_flight.load(Ordering::SeqCst) < IN_FLIGHT_MIN {
            tokio::task::yield_now().await;
        }
        server.kill();
        while clients.join_next().await.is_some() {}
        server = place.start()?;
        let mut client = Client::connect(&place.socket).await?;
        let noted = acknowledged.lock().expect("no client panics").clone();
        for (account, is_blocked) in accounts.iter().zip(&mut blocked) {
            let (is_open, rows) = state_of(&mut client, account).await?;
            let own = format!("seed {seed} account {account} ");
            for reason in noted.iter().filter(|reason| reason.starts_with(&own)) {
                ensure!(rows.iter().any(|(kept, _)| kept == reason), "seed {seed}: {reason:?} was lost");
                kept += 1;
            }
            let newest = rows.iter().find(|(_, event)| event.starts_with("restriction_"));
            let should_be_open = newest.is_some_and(|(_, event)| event == "restriction_started");
            ensure!(
                is_open == should_be_open,
                "seed {seed}: {account} and its newest row disagree: {newest:?}"
            );
            *is_blocked = is_open;
        }
    }
    println!("{seeds} times kill -9: {kept} acknowledged commands, none lost");
    ensure!(kept > seeds * 20, "only {kept} commands were acknowledged: too few to say anything");
    server.kill();
    Ok(())
}
