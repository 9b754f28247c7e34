//! Overload: the cases H of the reliability reference that concern signing in, with their ids. H2's other half
//! (the control socket) is in postern's tests, H4 and H7's queues are beside their code in postern-engine, H5 is
//! in postern-store; H3 comes with the milter and H8 with compromise.

use std::sync::Arc;
use std::time::Duration;

use postern_engine::ask::{SignInAsk, SignInStatus};
use postern_gates::client::{DovecotClient, Seen};
use postern_gates::{AuthPolicyAccess, Credential, Limits, Listener, serve_auth_policy};
use postern_testkit::web_client::{Web, token};
use postern_testkit::world::{API_KEY, World, eventually};
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::sync::watch;

use crate::common::{ANNA, stranger};

/// Connections that the gate of these tests takes.
const PLACES: usize = 16;

/// A second sign-in gate of the same world, with few places.
async fn small_gate(world: &World) -> anyhow::Result<(std::net::SocketAddr, watch::Sender<bool>)> {
    let listener = Listener::tcp(std::net::SocketAddr::from(([127, 0, 0, 1], 0))).await?;
    let address = listener.tcp_address().ok_or_else(|| anyhow::anyhow!("a TCP listener has an address"))?;
    let (stop, stopped) = watch::channel(false);
    let limits =
        Limits { connections_max: PLACES, half_request: Duration::from_secs(60), ..Limits::default() };
    let credential = Some(Credential::new("X-API-Key", API_KEY)?);
    let access = AuthPolicyAccess { credential, management: None };
    tokio::spawn(serve_auth_policy(listener, world.engine.clone(), access, limits, stopped));
    Ok((address, stop))
}

/// Ten times as many clients as there are places. Those that have a place get every one of their questions
/// answered, in order; everybody else is turned away at once, which Dovecot takes as "ask again"; and when the
/// crowd has gone, the next client is served.
#[tokio::test(flavor = "multi_thread")]
async fn h1_ten_times_the_load_is_shed_at_the_door_and_whoever_is_inside_is_served() -> anyhow::Result<()> {
    const QUESTIONS: usize = 50;
    let world = World::start().await?;
    world.person(ANNA).await?;
    let (gate, _stop) = small_gate(&world).await?;
    let mut inside = Vec::new();
    for number in 0..PLACES {
        let mut client = DovecotClient::connect(gate, API_KEY).await?;
        assert_eq!(client.attempt(ANNA, "right", true, &stranger(number as u32)).await?, Seen::SignedIn);
        inside.push(client);
    }
    let mut crowd = tokio::task::JoinSet::new();
    for number in 0..9 * PLACES {
        crowd.spawn(async move {
            let mut client = DovecotClient::connect(gate, API_KEY).await?;
            client.attempt(ANNA, "right", true, &stranger(number as u32)).await
        });
    }
    let mut served = 0;
    for (number, client) in inside.iter_mut().enumerate() {
        for question in 0..QUESTIONS {
            let seen = client.attempt(ANNA, "right", true, &stranger(number as u32)).await?;
            assert_eq!(seen, Seen::SignedIn, "client {number}, question {question}");
            served += 1;
        }
    }
    let mut shed = 0;
    while let Some(done) = crowd.join_next().await {
        shed += usize::from(done?.is_err());
    }
    assert_eq!((served, shed), (PLACES * QUESTIONS, 9 * PLACES));
    drop(inside);
    eventually(async || {
        let Ok(mut client) = DovecotClient::connect(gate, API_KEY).await else { return Ok(false) };
        Ok(client.attempt(ANNA, "right", true, "192.0.2.8").await.is_ok_and(|seen| seen == Seen::SignedIn))
    })
    .await
}

/// Idle connections fill one gate to its brim. They are not closed, one more is; the other gate, which has
/// places of its own, answers as before.
#[tokio::test(flavor = "multi_thread")]
async fn h2_idle_connections_fill_their_own_gate_and_no_other() -> anyhow::Result<()> {
    let world = World::start().await?;
    world.person(ANNA).await?;
    let (gate, _stop) = small_gate(&world).await?;
    let mut idle = Vec::new();
    for _ in 0..PLACES {
        // Asked once, so that the place is certainly taken.
        let mut client = DovecotClient::connect(gate, API_KEY).await?;
        client.attempt(ANNA, "right", true, "192.0.2.8").await?;
        idle.push(client);
    }
    for _ in 0..50 {
        let mut one_more = TcpStream::connect(gate).await?;
        // Closed by the gate: the end, or a reset when it came with it.
        assert_eq!(one_more.read(&mut [0; 1]).await.unwrap_or(0), 0);
    }
    let mut other_gate = world.dovecot().await?;
    assert_eq!(other_gate.attempt(ANNA, "right", true, "192.0.2.8").await?, Seen::SignedIn);
    let mut postfix = world.postfix(ANNA).await?;
    assert_eq!(postfix.send(&["bo@contoso.example".to_owned()]).await?.refusal(), None);
    for client in &mut idle {
        assert_eq!(client.attempt(ANNA, "right", true, "192.0.2.8").await?, Seen::SignedIn, "not closed");
    }
    Ok(())
}

/// More refusals than the decision log's queue takes, while time stands still and nothing is written away. No
/// question waits for it: every one is answered, and what was lost is counted and told by `health`.
#[tokio::test(flavor = "multi_thread")]
async fn h7_a_storm_of_decisions_drops_rows_with_a_count_and_delays_no_answer() -> anyhow::Result<()> {
    const STORM: usize = 60_000;
    let world = Arc::new(World::start().await?);
    let eve = world.person("eve@contoso.example").await?;
    let block = postern_core::command::Command::BlockSignIn { until: None };
    world.engine.execute(eve.id, block, postern_testkit::world::root("left")).await?;
    let ask = SignInAsk { login: "eve@contoso.example", remote: "192.0.2.8", ..SignInAsk::default() };
    for _ in 0..STORM {
        assert_eq!(world.engine.sign_in_asked(&ask).await.status, SignInStatus::Refuse);
    }
    let lost = world.engine.vitals().decisions_lost;
    assert!(lost > 0 && lost < STORM as u64, "{lost} lost");
    Ok(())
}

/// A flood of passwords for names that nobody has at the door for applications: what finds no room to be hashed is
/// turned away with "busy" before it is hashed, the rest is answered as ever, and the other gates do not
/// notice.
#[tokio::test(flavor = "multi_thread")]
async fn h4_a_flood_of_passwords_is_turned_away_before_it_is_hashed_and_no_other_gate_notices()
-> anyhow::Result<()> {
    const FLOOD: u32 = 600;
    let world = World::start().await?;
    world.person(ANNA).await?;
    let web = Arc::new(Web::over(&world.engine, &[], postern_web::public::Limits::default()).await?);
    let token = token(&world.engine, "portal").await?.text;
    let mut flood = tokio::task::JoinSet::new();
    for number in 0..FLOOD {
        let (web, token) = (web.clone(), token.clone());
        flood.spawn(async move {
            let body = serde_json::json!({
                "login": format!("nobody{number}@contoso.example"), "password": "guess",
                "client_address": stranger(number),
            });
            web.post("/api/v1/sign-in/authenticate", &token, &body).await
        });
    }
    let mut dovecot = world.dovecot().await?;
    let mut postfix = world.postfix(ANNA).await?;
    for number in 0..50 {
        assert_eq!(dovecot.attempt(ANNA, "right", true, &stranger(number)).await?, Seen::SignedIn);
        assert_eq!(postfix.send(&["bo@contoso.example".to_owned()]).await?.refusal(), None);
    }
    let (mut refused, mut busy, mut too_slow) = (0, 0, 0);
    while let Some(reply) = flood.join_next().await {
        let reply = reply??;
        match reply.status {
            200 => refused += u32::from(reply.json()?["verdict"] == "refuse"),
            // A machine that is busy with other things as well lets a few run out of their time.
            503 => {
                let code = reply.json()?["code"].clone();
                busy += u32::from(code == "busy");
                too_slow += u32::from(code == "too_slow");
            }
            status => anyhow::bail!("{status}: {}", reply.body),
        }
    }
    assert_eq!(refused + busy + too_slow, FLOOD);
    assert!(busy > 0 && refused > 0, "{refused} refused, {busy} busy");
    Ok(())
}
