//! `page_times`: how long the pages of the admin centre take with many accounts, and how heavy they are.
//!
//! `cargo run --release -p postern-testkit --bin page_times -- --accounts 100000`. Real engine, store and listener in
//! this process, requests over loopback on connections of their own, one at a time: what is timed is the server's work
//! and a connection. A page's weight is its HTML with style sheet and icon, each as gzip packs it.

#![expect(clippy::print_stdout, reason = "the figures are this command's output")]
#![expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]

use std::io::Write;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::Parser;
use flate2::Compression;
use flate2::write::GzEncoder;
use postern_core::account::Role;
use postern_core::command::Command;
use postern_testkit::admin_client::AdminClient;
use postern_testkit::web_client::Web;
use postern_testkit::world::{World, root};
use postern_web::pages::STYLE_PATH;
use postern_web::public::Limits;

/// Accounts made in one change.
const BATCH: usize = 1_000;

/// Time the pages of the admin centre.
#[derive(Parser)]
struct Arguments {
    /// How many accounts the directory has.
    #[arg(long, default_value_t = 100_000)]
    accounts: usize,
    /// How many of them are restricted from sending.
    #[arg(long, default_value_t = 200)]
    restricted: usize,
    /// How often each page is asked for.
    #[arg(long, default_value_t = 40)]
    times: usize,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let world = World::start().await?;
    fill(&world, &arguments).await?;
    let web = Web::over(&world.engine, &[], Limits::default()).await?;
    let admin = AdminClient::enter(&world, &web, "admin@contoso.example", &[Role::GlobalAdmin]).await?;
    let rob = world.engine.store().account_by_name(&name(&world, 7)?).await?.context("an account")?;
    let style = packed(admin.get(&web, STYLE_PATH).await?.body.as_bytes())?;
    println!(
        "{} accounts, {} restricted; style sheet {} bytes packed",
        arguments.accounts, arguments.restricted, style
    );
    println!("{:<44} {:>9} {:>9} {:>10} {:>10}", "page", "p50", "p95", "HTML", "packed");
    for path in [
        String::new(),
        "/users".to_owned(),
        "/users?q=user50".to_owned(),
        "/users?q=nobody-at-all".to_owned(),
        "/users?view=restricted".to_owned(),
        "/users?sort=name".to_owned(),
        "/users?sort=name&order=down&q=user50".to_owned(),
        "/users?sort=created&order=down".to_owned(),
        "/users?sort=created&q=nobody-at-all".to_owned(),
        "/sources".to_owned(),
        "/policies/scoped".to_owned(),
        format!("/users/{}", rob.id),
        format!("/users/{}?tab=sign-ins", rob.id),
        format!("/users/{}?tab=sending", rob.id),
        format!("/users/{}/unblock", rob.id),
        "/restricted".to_owned(),
        "/restricted?q=user7".to_owned(),
        "/locks".to_owned(),
        "/audit".to_owned(),
        "/admins".to_owned(),
    ] {
        line(&web, &admin, &path, arguments.times, style).await?;
    }
    Ok(())
}

fn name(world: &World, number: usize) -> Result<postern_core::name::AccountName> {
    let address = format!("user{number}@contoso.example");
    Ok(postern_core::name::AccountName::parse(&address, world.engine.names())?)
}

async fn fill(world: &World, arguments: &Arguments) -> Result<()> {
    let mut made = 0;
    while made < arguments.accounts {
        let until = (made + BATCH).min(arguments.accounts);
        let new = (made..until).map(|number| {
            let mut new = world.new_account(&format!("user{number}@contoso.example"))?;
            new.display_name = format!("Usér Number {number}");
            Ok(new)
        });
        for answer in world.engine.create_accounts(new.collect::<Result<_>>()?, root("")).await? {
            answer?;
        }
        made = until;
    }
    for number in 0..arguments.restricted.min(arguments.accounts) {
        let account = world.engine.store().account_by_name(&name(world, number)?).await?.context("made")?;
        world.engine.execute(account.id, Command::RestrictSending { until: None }, root("spam")).await?;
    }
    Ok(())
}

async fn line(web: &Web, admin: &AdminClient, path: &str, times: usize, style: usize) -> Result<()> {
    let address = format!("/admin{path}");
    let first = admin.get(web, &address).await?;
    if first.status != 200 {
        println!("{address:<44} answers {}", first.status);
        return Ok(());
    }
    let mut took: Vec<Duration> = Vec::with_capacity(times);
    for _ in 0..times {
        let begun = Instant::now();
        admin.get(web, &address).await?;
        took.push(begun.elapsed());
    }
    took.sort_unstable();
    let at = |share: usize| took[(took.len() * share / 100).min(took.len() - 1)];
    let html = first.body.len();
    let weight = packed(first.body.as_bytes())? + style;
    println!("{address:<44} {:>9.1?} {:>9.1?} {html:>10} {weight:>10}", at(50), at(95));
    Ok(())
}

fn packed(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}
