//! The control socket: who may use it, what it answers to nonsense, and what is left when the server has gone.

use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::server_process::Site;

/// `BODY_BYTES_MAX` of the API.
const BODY_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Asks over the control socket, as the command line does; status and body.
pub fn ask(site: &Site, method: &str, path: &str, body: &str) -> Result<(u16, Value)> {
    let mut socket = UnixStream::connect(site.path("run/control.sock"))?;
    let head = format!(
        "{method} /api/v1{path} HTTP/1.1\r\nHost: postern\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    socket.write_all(head.as_bytes())?;
    // A server that has said no closes while we still write; its answer is there to be read all the same.
    let _ = socket.write_all(body.as_bytes());
    let mut answer = Vec::new();
    let _ = socket.read_to_end(&mut answer);
    let answer = String::from_utf8(answer)?;
    let status = answer.split(' ').nth(1).context("a status line")?.parse()?;
    let body = answer.split_once("\r\n\r\n").context("a body")?.1;
    Ok((status, serde_json::from_str(body).with_context(|| answer.clone())?))
}

fn code(answer: &Value) -> &str {
    answer["code"].as_str().unwrap_or("none")
}

#[test]
fn nonsense_is_refused_in_one_shape_with_an_id_of_its_own() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let cases = [
        ("GET", "/nowhere", "", 404, "no_such_route"),
        ("PUT", "/health", "", 405, "method_not_allowed"),
        ("POST", "/accounts", "{", 400, "bad_request"),
        ("POST", "/accounts", r#"{"address":"a@contoso.com","colour":"red"}"#, 400, "bad_request"),
        ("POST", "/accounts", r#"{"address":"a b@contoso.com"}"#, 400, "bad_request"),
        ("POST", "/accounts", r#"{"address":"a@contoso.com","roles":["king"]}"#, 400, "bad_request"),
        (
            "POST",
            "/accounts",
            r#"{"address":"a@contoso.com","password_hash":"{SSHA}AAAA"}"#,
            400,
            "bad_request",
        ),
        ("GET", "/accounts?limit=0", "", 400, "bad_request"),
        ("GET", "/accounts?limit=501", "", 400, "bad_request"),
        ("GET", "/accounts?colour=red", "", 400, "bad_request"),
        ("GET", "/accounts/nobody", "", 404, "no_such_account"),
        ("GET", "/accounts/7K2M9-QX4TB/why", "", 404, "no_such_account"),
        ("POST", "/accounts/7K2M9-QX4TB/unblock", r#"{"reason":"x"}"#, 404, "no_such_account"),
        ("GET", "/restrictions/7K2M9-QX4TB", "", 404, "no_such_restriction"),
        ("GET", "/restrictions?kind=sign_in_jammed", "", 400, "bad_request"),
        ("GET", "/audit?before=yesterday", "", 400, "bad_request"),
        ("PATCH", "/policies", r#"{"values":{"outbound.cap_day":0},"reason":"x"}"#, 422, "policy"),
        ("PATCH", "/policies", r#"{"values":{"outbound.cap_day":2000}}"#, 422, "reason_missing"),
    ];
    let mut ids = Vec::new();
    for (method, path, body, status, expected) in cases {
        let answer = ask(&site, method, path, body)?;
        assert_eq!((answer.0, code(&answer.1)), (status, expected), "{method} {path} {body}: {}", answer.1);
        ids.push(answer.1["request_id"].as_str().context("an id")?.to_owned());
    }
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "every answer has an id of its own");
    assert_eq!(ask(&site, "GET", "/accounts?limit=500", "")?.0, 200);
    drop(server);
    Ok(())
}

/// `CONNECTIONS_MAX` of the control socket.
const CONNECTIONS_MAX: usize = 64;

/// What the server says to a question on an open connection; nothing when it has closed it.
fn first_bytes(mut socket: &UnixStream) -> Result<usize> {
    // One that was closed at once may refuse the question already.
    let _ = socket.write_all(b"GET /api/v1/health HTTP/1.1\r\nHost: postern\r\n\r\n");
    match socket.read(&mut [0; 4096]) {
        Ok(read) => Ok(read),
        Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => Ok(0),
        Err(error) => Err(error.into()),
    }
}

#[test]
fn the_last_free_place_is_served_and_one_connection_more_is_closed() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let path = site.path("run/control.sock");
    let mut open = Vec::new();
    for number in 0..CONNECTIONS_MAX {
        let socket = UnixStream::connect(&path)?;
        assert!(first_bytes(&socket)? > 0, "connection {number}");
        open.push(socket);
    }
    assert_eq!(first_bytes(&UnixStream::connect(&path)?)?, 0, "one more than there are places");
    drop(open.pop());
    // The server notices that one has gone when it reads from it next.
    let is_served = |_| UnixStream::connect(&path).is_ok_and(|next| first_bytes(&next).is_ok_and(|n| n > 0));
    assert!((0..10_000).any(is_served), "a place that is free again");
    drop(server);
    Ok(())
}

/// Files that the server may open in the test, as an old default of shells has it.
const FILES: u64 = 400;

/// Two thousand idle connections at a gate of a server that may open 400 files: it closes what it has no place
/// for, and an admin's command is answered all the same, before and after the crowd has gone.
#[test]
fn h2_a_gate_full_of_idle_connections_leaves_the_control_socket_free() -> Result<()> {
    let site = Site::new()?;
    let server = site.start_with_files(FILES)?;
    let mut idle = Vec::new();
    for _ in 0..2_000 {
        // One that was turned away is closed; it stays open on our side, as a stubborn client's would.
        idle.extend(UnixStream::connect(site.path("run/policy.sock")));
    }
    assert!(idle.len() >= 2_000, "{} connections", idle.len());
    site.ok(&["health"])?;
    site.ok(&["signin", "list"])?;
    drop(idle);
    let asked = || site.ask_policy("ana@contoso.example", "bo@contoso.example");
    let is_served = |_| asked().is_ok_and(|action| action.starts_with("action="));
    assert!((0..10_000).any(is_served), "the gate serves again");
    let (status, log) = server.stop()?;
    assert!(status.success(), "{log}");
    Ok(())
}

#[test]
fn a_body_at_the_limit_is_read_and_one_above_it_is_not() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let body = |size: usize| {
        let frame = r#"{"address":"a@contoso.com","reason":""}"#;
        frame.replace(r#""reason":"""#, &format!(r#""reason":"{}""#, "x".repeat(size - frame.len())))
    };
    let (status, answer) = ask(&site, "POST", "/accounts", &body(BODY_BYTES_MAX))?;
    assert_ne!(status, 413, "{answer}");
    let (status, answer) = ask(&site, "POST", "/accounts", &body(BODY_BYTES_MAX + 1))?;
    assert_eq!((status, code(&answer)), (413, "body_too_large"));
    drop(server);
    Ok(())
}

#[test]
fn the_socket_is_for_root_and_the_servers_own_user() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let socket = site.path("run/control.sock");
    assert_eq!(std::fs::metadata(&socket)?.permissions().mode() & 0o777, 0o600);
    if !rustix::process::geteuid().is_root() {
        println!("skipped: only root can try this as another user");
        return Ok(());
    }
    // The folder lets everybody through, so that only the socket's own walls are in the way.
    for folder in ["", "run"] {
        std::fs::set_permissions(site.path(folder), std::fs::Permissions::from_mode(0o755))?;
    }
    let program = site.path("postern");
    std::fs::copy(env!("CARGO_BIN_EXE_postern"), &program)?;
    let as_nobody = || {
        Command::new("setpriv")
            .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
            .arg(&program)
            .arg("--socket")
            .arg(&socket)
            .args(["user", "add", "eve@contoso.com"])
            .env("POSTERN_LANG", "en")
            .output()
    };
    let first_wall = as_nobody()?;
    let told = String::from_utf8(first_wall.stderr)?;
    assert_eq!(first_wall.status.code(), Some(5), "{told}");
    assert!(told.contains("Only root and the server's own user"), "{told}");
    // Even with the file open to everybody the kernel says who connects.
    std::fs::set_permissions(&socket, std::fs::Permissions::from_mode(0o666))?;
    let second_wall = as_nobody()?;
    assert_eq!(second_wall.status.code(), Some(5), "{}", String::from_utf8_lossy(&second_wall.stderr));
    assert_eq!(site.run(&["user", "show", "eve@contoso.com"])?.code, 3);
    let (_, log) = server.stop()?;
    assert!(log.contains("turned away"), "{log}");
    Ok(())
}

#[test]
fn a_server_that_is_told_to_stop_ends_well_and_leaves_no_socket() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    site.ok(&["health"])?;
    // An open connection that asks nothing must not keep the server.
    let _idle = UnixStream::connect(site.path("run/control.sock"))?;
    let (status, log) = server.stop()?;
    assert!(status.success(), "{log}");
    assert_eq!(std::fs::read_dir(site.path("run"))?.count(), 0);
    let after = site.run(&["health"])?;
    assert_eq!(after.code, 5);
    assert!(after.err.contains("postern serve"), "{}", after.err);
    Ok(())
}

#[test]
fn a_second_server_does_not_take_the_socket_of_the_first_but_that_of_a_dead_one() -> Result<()> {
    let site = Site::new()?;
    let server = site.start()?;
    let second = site.run(&["serve"])?;
    assert_eq!(second.code, 1, "{second:?}");
    site.ok(&["health"])?;
    drop(server);
    assert!(site.path("run/control.sock").exists(), "a killed server cleans nothing up");
    let server = site.start()?;
    site.ok(&["health"])?;
    drop(server);
    Ok(())
}
