//! Where each listener of a configuration gets the addresses of clients from, and which will not get them: what
//! `check-config` says of every socket.

use std::net::IpAddr;

use postern_core::address::{ClientAddress, ClientNetwork};
use postern_text::key;
use serde::Serialize;

use super::exit::Outcome;
use super::out;
use super::talk::Talk;
use crate::config::listen::Listen;
use crate::config::{Config, Doors, Web};

/// A socket. With `--json` these are the answer.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Listener {
    /// `gates.postfix_policy`, `gates.milter`, `gates.auth_policy` or `web`.
    section: &'static str,
    /// As in `127.0.0.1:10041`.
    listen: String,
    /// Where clients' addresses come from.
    client_addresses: AddressesFrom,
    /// Who is believed, where somebody has to be.
    proxies: Vec<String>,
    /// A proxy on this machine would not be believed: everybody behind it would have its address.
    trusts_no_local_proxy: bool,
}

/// Where the addresses of clients come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum AddressesFrom {
    /// They stand in the mail server's questions.
    Question,
    /// The same; the PROXY header says which mail server asks.
    QuestionBehindProxyProtocol,
    /// `X-Forwarded-For`, from whoever may open the Unix socket.
    ForwardedOverUnixSocket,
    /// `X-Forwarded-For` of the trusted proxies; of everybody else it is the connection's.
    ForwardedByProxies,
    /// The connection's own.
    Connection,
}

/// Every listener, in the order of the file.
pub fn of(config: &Config) -> Vec<Listener> {
    let mut listeners = Vec::new();
    if let Some(gate) = &config.postfix_policy {
        listeners.extend(of_gate("gates.postfix_policy", &gate.doors));
    }
    if let Some(gate) = &config.milter {
        listeners.extend(of_gate("gates.milter", &gate.doors));
    }
    if let Some(gate) = &config.auth_policy {
        listeners.extend(of_gate("gates.auth_policy", &gate.doors));
    }
    if let Some(web) = &config.web {
        listeners.extend(web.listen.iter().map(|listen| of_web(listen, web)));
    }
    listeners
}

fn of_gate(section: &'static str, doors: &Doors) -> impl Iterator<Item = Listener> {
    let listener = move |listen: &Listen, client_addresses, proxies| {
        let listen = listen.to_string();
        Listener { section, listen, client_addresses, proxies, trusts_no_local_proxy: false }
    };
    let direct = doors.listen.iter().map(move |listen| listener(listen, AddressesFrom::Question, Vec::new()));
    let proxied = doors.proxied.iter().map(move |listen| {
        let proxies = match listen {
            Listen::Tcp(_) => names(&doors.proxies),
            Listen::Unix(_) => Vec::new(),
        };
        listener(listen, AddressesFrom::QuestionBehindProxyProtocol, proxies)
    });
    direct.chain(proxied)
}

fn of_web(listen: &Listen, web: &Web) -> Listener {
    let (client_addresses, proxies, trusts_no_local_proxy) = match listen {
        Listen::Unix(_) => (AddressesFrom::ForwardedOverUnixSocket, Vec::new(), false),
        Listen::Tcp(address) => {
            let proxies = names(&web.trusted_proxies);
            let trusts_no_local_proxy = lacks_local_proxy(address.ip(), &web.trusted_proxies);
            if proxies.is_empty() {
                (AddressesFrom::Connection, proxies, trusts_no_local_proxy)
            } else {
                (AddressesFrom::ForwardedByProxies, proxies, trusts_no_local_proxy)
            }
        }
    };
    let listen = listen.to_string();
    Listener { section: "web", listen, client_addresses, proxies, trusts_no_local_proxy }
}

/// Whoever reaches a loopback address is on this machine, and comes from a loopback address too.
fn lacks_local_proxy(listen: IpAddr, proxies: &[ClientNetwork]) -> bool {
    let near = match listen {
        IpAddr::V4(_) => IpAddr::from([127, 0, 0, 1]),
        IpAddr::V6(_) => listen,
    };
    let is_trusted = |address| proxies.iter().any(|proxy| proxy.holds(ClientAddress::new(address)));
    listen.is_loopback() && !is_trusted(listen) && !is_trusted(near)
}

fn names(networks: &[ClientNetwork]) -> Vec<String> {
    networks.iter().map(ClientNetwork::to_string).collect()
}

/// A line for each on standard output; what will not work on standard error.
pub fn print(talk: &Talk, listeners: &[Listener]) -> Outcome {
    for listener in listeners {
        out::line(&sentence(talk, listener))?;
    }
    for listener in listeners.iter().filter(|listener| listener.trusts_no_local_proxy) {
        out::talk(&talk.say(key::LISTENER_TRUSTS_NOBODY, &[("listen", (&listener.listen).into())]));
    }
    Ok(())
}

fn sentence(talk: &Talk, listener: &Listener) -> String {
    let proxies = listener.proxies.join(", ");
    let socket = [("section", listener.section.into()), ("listen", (&listener.listen).into())];
    let [section, listen] = socket;
    let believed = [section, listen, ("proxies", (&proxies).into())];
    match listener.client_addresses {
        AddressesFrom::Question => talk.say(key::LISTENER_QUESTION, &socket),
        AddressesFrom::QuestionBehindProxyProtocol if proxies.is_empty() => {
            talk.say(key::LISTENER_PROXY_PROTOCOL_UNIX, &socket)
        }
        AddressesFrom::QuestionBehindProxyProtocol => talk.say(key::LISTENER_PROXY_PROTOCOL, &believed),
        AddressesFrom::ForwardedOverUnixSocket => talk.say(key::LISTENER_FORWARDED_UNIX, &socket),
        AddressesFrom::ForwardedByProxies => talk.say(key::LISTENER_FORWARDED, &believed),
        AddressesFrom::Connection => talk.say(key::LISTENER_CONNECTION, &socket),
    }
}
