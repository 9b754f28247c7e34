//! HTTPS by ourselves: pages come over TLS, a new certificate is in use with the next connection and without a restart,
//! and what cannot be read leaves the one from before in use.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use postern_testkit::world::World;
use postern_web::public::tls::Certificate;
use postern_web::public::{Limits, Listener, PublicState, router, serve_public};
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, ServerName};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// A certificate for `localhost` that vouches for itself, written to both files.
fn write_pair(folder: &Path) -> Result<CertificateDer<'static>> {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()])?;
    std::fs::write(folder.join("chain.pem"), made.cert.pem())?;
    std::fs::write(folder.join("key.pem"), made.signing_key.serialize_pem())?;
    Ok(CertificateDer::from_pem_slice(made.cert.pem().as_bytes())?)
}

/// One page over TLS by somebody who trusts this certificate alone.
async fn ask(address: SocketAddr, trusted: &CertificateDer<'static>) -> Result<String> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone())?;
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(address).await?;
    let name = ServerName::try_from("localhost")?;
    let mut stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await?;
    stream.write_all(b"GET /admin/sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").await?;
    let mut answer = Vec::new();
    // A server that closes without a goodbye has still answered.
    let _closed = stream.read_to_end(&mut answer).await;
    Ok(String::from_utf8(answer)?)
}

#[tokio::test]
async fn a_renewed_certificate_is_in_use_with_the_next_connection_and_a_broken_one_never() -> Result<()> {
    let world = World::start().await?;
    let folder = tempfile::tempdir()?;
    let first = write_pair(folder.path())?;
    let (chain, key) = (folder.path().join("chain.pem"), folder.path().join("key.pem"));
    let certificate = Arc::new(Certificate::read(&chain, &key)?);
    let listener = Listener::tcp(SocketAddr::from(([127, 0, 0, 1], 0))).await?.with_certificate(certificate);
    let address = listener.tcp_address().context("a TCP listener has an address")?;
    let state =
        PublicState { engine: world.engine.clone(), trusted_proxies: Vec::new().into(), admin_from: None };
    let (stop, stopped) = watch::channel(false);
    let limits = Limits::default();
    tokio::spawn(serve_public(listener, router(state, limits), limits, stopped));

    assert!(ask(address, &first).await?.starts_with("HTTP/1.1 200 OK"));
    let second = write_pair(folder.path())?;
    assert!(ask(address, &second).await?.starts_with("HTTP/1.1 200 OK"), "without a restart");
    ask(address, &first).await.expect_err("the old one is not shown any more");

    std::fs::write(&key, "half written")?;
    assert!(ask(address, &second).await?.starts_with("HTTP/1.1 200 OK"), "the one from before stays");
    let third = write_pair(folder.path())?;
    assert!(ask(address, &third).await?.starts_with("HTTP/1.1 200 OK"), "and the next good one comes");
    let plain = TcpStream::connect(address).await?.try_write(b"GET / HTTP/1.1\r\n\r\n");
    assert!(plain.is_ok(), "whoever speaks plain HTTP is closed and harms nobody");
    assert!(ask(address, &third).await?.starts_with("HTTP/1.1 200 OK"));
    stop.send_replace(true);
    Ok(())
}

#[test]
fn what_is_wrong_with_a_pair_is_named() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (chain, key) = (folder.path().join("chain.pem"), folder.path().join("key.pem"));
    let said = || Certificate::read(&chain, &key).err().map(|error| error.to_string()).unwrap_or_default();
    assert!(said().contains("cannot read") && said().contains("chain.pem"), "{}", said());
    write_pair(folder.path())?;
    assert_eq!(said(), "");
    std::fs::write(&key, "nothing")?;
    assert!(said().contains("no private key in PEM"), "{}", said());
    write_pair(folder.path())?;
    let mine = std::fs::read(&chain)?;
    write_pair(folder.path())?;
    std::fs::write(&chain, mine)?;
    assert!(said().contains("cannot be used together"), "{}", said());
    Ok(())
}
