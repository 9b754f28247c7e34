//! Answers without an engine, and a gate on a free port that ends with its test.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use postern_engine::ask::{PolicyAnswer, PolicyAsk, SignInAnswer, SignInAsk, SignInReport, SignInStatus};
use postern_gates::{
    Answers, AuthPolicyAccess, Credential, Limits, Listener, RestrictionClass, TrustedProxies,
    serve_auth_policy, serve_policy,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinHandle;

/// Remembers what was asked, and answers by the login: `refuse…`, `slow…`, `dunno…`, `wait…`, or yes.
#[derive(Default)]
pub struct Fake {
    pub asked: Mutex<Vec<String>>,
    /// `wait…` holds its answer back until the test adds a permit.
    pub waiting: Option<Semaphore>,
    /// History is still being read.
    pub is_warming_up: bool,
}

impl Fake {
    pub fn told(&self) -> Vec<String> {
        self.asked.lock().expect("no test panics with it").clone()
    }

    fn note(&self, line: String) {
        self.asked.lock().expect("no test panics with it").push(line);
    }
}

impl Answers for Fake {
    fn policy_asked(&self, ask: &PolicyAsk<'_>) -> PolicyAnswer {
        self.note(format!("{} {} {}", ask.protocol_state, ask.sasl_username, ask.recipient));
        match ask.sasl_username {
            "" | "dunno" => PolicyAnswer::Dunno,
            "slow" => PolicyAnswer::OpenAfter { delay_s: 3 },
            "refuse" => PolicyAnswer::Refuse { text: "Sending is restricted (P1)".to_owned() },
            "panic" => panic!("an engine's bug"),
            _ => PolicyAnswer::Open,
        }
    }

    async fn sign_in_asked(&self, ask: &SignInAsk<'_>) -> SignInAnswer {
        self.note(format!("allow {} {} {}{}", ask.login, ask.remote, ask.mechanism, ask.phase));
        if let (Some(waiting), true) = (&self.waiting, ask.login.starts_with("wait")) {
            waiting.acquire().await.expect("never closed").forget();
        }
        let status = match ask.login {
            "refuse" => SignInStatus::Refuse,
            "slow" => SignInStatus::Delay(2),
            _ => SignInStatus::Allow,
        };
        SignInAnswer { status, message: String::new() }
    }

    fn sign_in_reported(&self, report: &SignInReport<'_>) {
        self.note(format!(
            "report {} success={} policy_reject={}",
            report.ask.login, report.success, report.policy_reject
        ));
    }

    fn is_ready(&self) -> bool {
        !self.is_warming_up
    }
}

/// A running gate.
pub struct Gate {
    pub address: SocketAddr,
    pub fake: Arc<Fake>,
    pub is_policy: bool,
    stop: watch::Sender<bool>,
    served: JoinHandle<()>,
}

impl Gate {
    pub async fn policy(limits: Limits) -> Self {
        let class = RestrictionClass::new("postern_open").expect("a name");
        Self::policy_with(Fake::default(), Some(class), limits).await
    }

    pub async fn policy_with(fake: Fake, class: Option<RestrictionClass>, limits: Limits) -> Self {
        let (listener, address, fake, stop, stopped) = parts(fake).await;
        let served = tokio::spawn(serve_policy(listener, Arc::clone(&fake), class, limits, stopped));
        Self { address, fake, is_policy: true, stop, served }
    }

    pub async fn auth_policy(fake: Fake, credential: Option<Credential>, limits: Limits) -> Self {
        Self::auth_policy_with(fake, AuthPolicyAccess { credential, management: None }, limits).await
    }

    pub async fn auth_policy_with(fake: Fake, access: AuthPolicyAccess, limits: Limits) -> Self {
        let (listener, address, fake, stop, stopped) = parts(fake).await;
        let served = tokio::spawn(serve_auth_policy(listener, Arc::clone(&fake), access, limits, stopped));
        Self { address, fake, is_policy: false, stop, served }
    }

    /// Both gates behind `proxies`, with one fake.
    pub async fn both_behind(proxies: TrustedProxies, limits: Limits) -> [Self; 2] {
        let (listener, address, fake, stop, stopped) = parts(Fake::default()).await;
        let class = RestrictionClass::new("postern_open").expect("a name");
        let listener = listener.behind(proxies.clone());
        let served = tokio::spawn(serve_policy(listener, Arc::clone(&fake), Some(class), limits, stopped));
        let policy = Self { address, fake, is_policy: true, stop, served };
        let (listener, address, fake, stop, stopped) = parts(Fake::default()).await;
        let (listener, access) = (listener.behind(proxies), AuthPolicyAccess::default());
        let served = tokio::spawn(serve_auth_policy(listener, Arc::clone(&fake), access, limits, stopped));
        [policy, Self { address, fake, is_policy: false, stop, served }]
    }

    pub async fn connect(&self) -> Wire {
        Wire(TcpStream::connect(self.address).await.expect("the gate accepts"))
    }

    /// Says the word to stop, without waiting.
    pub fn say_stop(&self) {
        self.stop.send_replace(true);
    }

    /// Resolves when the gate has wound down.
    pub async fn ended(self) -> Arc<Fake> {
        self.served.await.expect("the gate does not panic");
        self.fake
    }
}

type Parts = (Listener, SocketAddr, Arc<Fake>, watch::Sender<bool>, watch::Receiver<bool>);

async fn parts(fake: Fake) -> Parts {
    let listener = Listener::tcp(([127, 0, 0, 1], 0).into()).await.expect("a free port");
    let address = listener.tcp_address().expect("a TCP listener");
    let (stop, stopped) = watch::channel(false);
    (listener, address, Arc::new(fake), stop, stopped)
}

/// A client's end.
pub struct Wire(pub TcpStream);

impl Wire {
    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.0.write_all(bytes.as_ref()).await.expect("the gate reads");
    }

    /// The next reply: up to its empty line.
    pub async fn reply(&mut self) -> String {
        let mut reply = Vec::new();
        while !reply.ends_with(b"\n\n") {
            reply.push(self.0.read_u8().await.expect("a whole reply"));
        }
        String::from_utf8(reply).expect("ASCII")
    }

    /// The next HTTP response: status and body.
    pub async fn response(&mut self) -> (u16, String) {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(self.0.read_u8().await.expect("a whole head"));
        }
        let head = String::from_utf8(head).expect("ASCII").to_ascii_lowercase();
        let status = head.split(' ').nth(1).and_then(|word| word.parse().ok()).expect("a status line");
        let length = head.split_once("content-length: ").expect("a length").1;
        let length: usize = length.split("\r\n").next().and_then(|word| word.parse().ok()).expect("a number");
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).await.expect("a whole body");
        (status, String::from_utf8(body).expect("UTF-8"))
    }

    /// Everything until the gate closes; a reset is a close.
    pub async fn rest(mut self) -> String {
        let mut rest = Vec::new();
        let _ = self.0.read_to_end(&mut rest).await;
        String::from_utf8(rest).expect("ASCII")
    }
}

/// Limits with deadlines that no test reaches by accident.
pub fn patient() -> Limits {
    let hour = Duration::from_secs(3_600);
    Limits { half_request: hour, finish: hour, ..Limits::default() }
}

/// Two parts for each place where `bytes` can be cut.
pub fn splits(bytes: &[u8]) -> VecDeque<(&[u8], &[u8])> {
    (1..bytes.len()).map(|at| bytes.split_at(at)).collect()
}
