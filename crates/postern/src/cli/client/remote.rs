//! A server that is asked over HTTPS: its address, the token that is shown, and whose certificates are believed. Every
//! way in which this can fail has a sentence of its own.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use postern_text::key;
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, ServerName};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::super::args::RemoteArgs;
use super::super::exit::{Exit, Failure};
use super::super::talk::Talk;

/// Longest token file that is read, bytes.
const TOKEN_FILE_BYTES_MAX: u64 = 4096;

/// A server somewhere else.
pub struct Remote {
    /// As it was typed, for sentences.
    pub server: String,
    /// With the port when it is not the usual one, for `Host`.
    pub authority: String,
    /// What stands before `/api/v1`; empty, or with a slash before it and none after it.
    pub root: String,
    /// What is shown.
    pub token: String,
    host: String,
    port: u16,
    tls: Option<TlsConnector>,
}

/// A connection, encrypted or not.
pub trait Wire: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Wire for T {}

/// An address of a server, taken apart.
#[derive(Debug, PartialEq, Eq)]
struct Address {
    is_tls: bool,
    authority: String,
    host: String,
    port: u16,
    root: String,
}

impl Remote {
    /// Reads what was typed, and the files that it names.
    pub fn read(args: &RemoteArgs, talk: &Talk) -> Result<Option<Self>, Failure> {
        let Some(server) = args.server.clone() else { return Ok(None) };
        let usage = |key, arguments: &[_]| Failure::new(Exit::Usage, talk.say(key, arguments));
        let typed = [("server", (&server).into())];
        let address = Address::read(&server).ok_or_else(|| usage(key::CLI_REMOTE_ADDRESS, &typed))?;
        if !address.is_tls && !is_this_machine(&address.host) {
            return Err(usage(key::CLI_REMOTE_PLAIN, &typed));
        }
        let file = args.token_file.as_deref().ok_or_else(|| usage(key::CLI_REMOTE_NO_TOKEN, &[]))?;
        let token = read_token(file, talk)?;
        let tls = if address.is_tls { Some(connector(args.ca_file.as_deref(), talk)?) } else { None };
        let Address { authority, host, port, root, is_tls: _ } = address;
        Ok(Some(Self { server, authority, root, token, host, port, tls }))
    }

    /// A new connection.
    pub async fn connect(&self, talk: &Talk) -> Result<Box<dyn Wire>, Failure> {
        let failed = |key, cause: String| {
            let arguments = [("server", (&self.server).into()), ("cause", (&cause).into())];
            Failure::new(Exit::Unreachable, talk.say(key, &arguments))
        };
        let address = (self.host.trim_matches(['[', ']']), self.port);
        let stream = TcpStream::connect(address).await;
        let stream = stream.map_err(|error| failed(key::CLI_REMOTE_UNREACHABLE, error.to_string()))?;
        let Some(tls) = &self.tls else { return Ok(Box::new(stream)) };
        let name = ServerName::try_from(address.0.to_owned());
        let name = name.map_err(|error| failed(key::CLI_REMOTE_CERTIFICATE, error.to_string()))?;
        let stream = tls.connect(name, stream).await;
        let stream = stream.map_err(|error| failed(key::CLI_REMOTE_CERTIFICATE, error.to_string()))?;
        Ok(Box::new(stream))
    }
}

impl Address {
    fn read(text: &str) -> Option<Self> {
        let (is_tls, rest) = match text.split_once("://")? {
            ("https", rest) => (true, rest),
            ("http", rest) => (false, rest),
            _ => return None,
        };
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => (host, port.parse().ok()?),
            Some(_) | None => (authority, if is_tls { 443 } else { 80 }),
        };
        let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b".-_[]:".contains(&byte);
        if host.is_empty() || !host.bytes().all(is_host) || path.contains(['?', '#', ' ']) {
            return None;
        }
        let path = path.trim_matches('/');
        let root = if path.is_empty() { String::new() } else { format!("/{path}") };
        Some(Self { is_tls, authority: authority.to_owned(), host: host.to_owned(), port, root })
    }
}

/// Over plain HTTP everybody on the way could read the token; here nobody is on the way.
fn is_this_machine(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

fn read_token(file: &Path, talk: &Talk) -> Result<String, Failure> {
    use std::io::Read as _;
    let mut text = String::new();
    let read =
        std::fs::File::open(file).and_then(|open| open.take(TOKEN_FILE_BYTES_MAX).read_to_string(&mut text));
    read.map_err(|error| unreadable(file, &error, talk))?;
    let token = text.trim();
    if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        let path = file.display().to_string();
        let message = talk.say(key::CLI_REMOTE_EMPTY_TOKEN, &[("path", (&path).into())]);
        return Err(Failure::new(Exit::Usage, message));
    }
    Ok(token.to_owned())
}

fn connector(ca_file: Option<&Path>, talk: &Talk) -> Result<TlsConnector, Failure> {
    let mut roots = RootCertStore::empty();
    match ca_file {
        Some(file) => {
            let text = std::fs::read(file).map_err(|error| unreadable(file, &error, talk))?;
            let certificates = CertificateDer::pem_slice_iter(&text);
            let (added, _ignored) = roots.add_parsable_certificates(certificates.flatten());
            if added == 0 {
                let path = file.display().to_string();
                let message = talk.say(key::CLI_REMOTE_NO_CERTIFICATE, &[("path", (&path).into())]);
                return Err(Failure::new(Exit::Usage, message));
            }
        }
        None => {
            let found = rustls_native_certs::load_native_certs();
            let (added, _ignored) = roots.add_parsable_certificates(found.certs);
            if added == 0 {
                return Err(Failure::new(Exit::Failure, talk.label(key::CLI_REMOTE_NO_ROOTS)));
            }
        }
    }
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let versions = builder.with_safe_default_protocol_versions();
    let versions = versions.map_err(|error| Failure::from(anyhow::Error::from(error)))?;
    let config = versions.with_root_certificates(roots).with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

fn unreadable(file: &Path, error: &std::io::Error, talk: &Talk) -> Failure {
    let (path, cause) = (PathBuf::from(file).display().to_string(), error.to_string());
    let arguments = [("path", (&path).into()), ("cause", (&cause).into())];
    Failure::new(Exit::Usage, talk.say(key::CLI_REMOTE_FILE, &arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(bool, &str, u16, &str)>) {
        let read = Address::read(text);
        let found = read.as_ref().map(|it| (it.is_tls, it.host.as_str(), it.port, it.root.as_str()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_address_has_a_host_a_port_and_what_stands_before_the_api() {
        check("https://mail.contoso.example", Some((true, "mail.contoso.example", 443, "")));
        check("https://mail.contoso.example/", Some((true, "mail.contoso.example", 443, "")));
        check(
            "https://mail.contoso.example:8443/postern/",
            Some((true, "mail.contoso.example", 8443, "/postern")),
        );
        check("http://127.0.0.1:8080", Some((false, "127.0.0.1", 8080, "")));
        check("http://[::1]:8080", Some((false, "[::1]", 8080, "")));
        check("https://[2001:db8::1]", Some((true, "[2001:db8::1]", 443, "")));
        for wrong in
            ["mail.contoso.example", "ftp://x", "https://", "https://x:port", "https://x/?a", "https://a b"]
        {
            check(wrong, None);
        }
    }

    #[test]
    fn a_token_goes_in_the_clear_to_this_machine_only() {
        for here in ["localhost", "127.0.0.1", "127.9.9.9", "[::1]"] {
            assert!(is_this_machine(here), "{here}");
        }
        for elsewhere in ["localhost.example", "192.0.2.1", "[2001:db8::1]", "mail.contoso.example"] {
            assert!(!is_this_machine(elsewhere), "{elsewhere}");
        }
    }
}
