//! Version 1: one line of text, `PROXY TCP4 192.0.2.7 198.51.100.1 49152 143` and CR LF.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

use super::{DecodeProxyError, Progress, Proxied};

/// Shortest line, in bytes with its end: `PROXY UNKNOWN`.
pub(super) const LINE_BYTES_MIN: usize = 15;

/// Longest line, in bytes with its end (specification, section 2.1).
const LINE_BYTES_MAX: usize = 107;

const SIGNATURE: &[u8] = b"PROXY ";

pub(super) fn decode(bytes: &[u8]) -> Result<Progress, DecodeProxyError> {
    let signature = SIGNATURE.len().min(bytes.len());
    if bytes[..signature] != SIGNATURE[..signature] {
        return Err(DecodeProxyError::NotAHeader);
    }
    let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else {
        if bytes.len() >= LINE_BYTES_MAX {
            return Err(DecodeProxyError::TooLong);
        }
        let missing = if bytes.ends_with(b"\r") { 1 } else { 2 };
        return Ok(Progress::Needs(LINE_BYTES_MIN.saturating_sub(bytes.len()).max(missing)));
    };
    // What is behind the first line feed is looked at last, so that a bad line is the same at every cut.
    let (line, behind) = bytes.split_at(end + 1);
    let proxied = read_line(line)?;
    // No good line is shorter than what was asked for, so the caller has read too much.
    if behind.is_empty() { Ok(Progress::Whole(proxied)) } else { Err(DecodeProxyError::Malformed) }
}

fn read_line(line: &[u8]) -> Result<Proxied, DecodeProxyError> {
    if line.len() > LINE_BYTES_MAX {
        return Err(DecodeProxyError::TooLong);
    }
    let line = line.strip_suffix(b"\r\n").ok_or(DecodeProxyError::Malformed)?;
    let line = std::str::from_utf8(line).map_err(|_| DecodeProxyError::Malformed)?;
    if line.contains('\r') {
        return Err(DecodeProxyError::Malformed);
    }
    read(line.get(SIGNATURE.len()..).unwrap_or_default())
}

fn read(line: &str) -> Result<Proxied, DecodeProxyError> {
    let (family, rest) = line.split_once(' ').unwrap_or((line, ""));
    match family {
        // Whatever follows is to be ignored (section 2.1).
        "UNKNOWN" => Ok(Proxied::Itself),
        "TCP4" => ends::<Ipv4Addr>(rest),
        "TCP6" => ends::<Ipv6Addr>(rest),
        _ => Err(DecodeProxyError::ForeignFamily),
    }
}

fn ends<A>(text: &str) -> Result<Proxied, DecodeProxyError>
where
    A: FromStr + Into<std::net::IpAddr>,
{
    let mut words = text.split(' ');
    let mut next = || words.next().ok_or(DecodeProxyError::Malformed);
    let (client, destination, client_port, destination_port) = (next()?, next()?, next()?, next()?);
    if words.next().is_some() {
        return Err(DecodeProxyError::Malformed);
    }
    let address = |text: &str| text.parse::<A>().map(Into::into).map_err(|_| DecodeProxyError::Malformed);
    Ok(Proxied::From {
        client: SocketAddr::new(address(client)?, port(client_port)?),
        destination: SocketAddr::new(address(destination)?, port(destination_port)?),
    })
}

/// Digits only, without leading zeros (section 2.1).
fn port(text: &str) -> Result<u16, DecodeProxyError> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    text.parse().ok().filter(|_| is_plain).ok_or(DecodeProxyError::Malformed)
}
