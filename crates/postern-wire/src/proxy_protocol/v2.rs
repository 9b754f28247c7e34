//! Version 2: sixteen bytes, then as many as they announce: addresses, and vectors (TLVs) that we skip.

use std::net::{IpAddr, SocketAddr};

use super::{DecodeProxyError, HEADER_BYTES_MAX, Progress, Proxied};

const SIGNATURE: &[u8; 12] = b"\r\n\r\n\0\r\nQUIT\n";

/// Signature, version and command, family, length of the rest.
const FIXED_BYTES: usize = 16;

/// What a vector says before its value: a type, and the value's length in two bytes.
const VECTOR_HEAD_BYTES: usize = 3;

pub(super) fn decode(bytes: &[u8]) -> Result<Progress, DecodeProxyError> {
    let signature = SIGNATURE.len().min(bytes.len());
    if bytes[..signature] != SIGNATURE[..signature] {
        return Err(DecodeProxyError::NotAHeader);
    }
    let Some((fixed, rest)) = bytes.split_first_chunk::<FIXED_BYTES>() else {
        return Ok(Progress::Needs(FIXED_BYTES - bytes.len()));
    };
    let announced = usize::from(u16::from_be_bytes([fixed[14], fixed[15]]));
    if FIXED_BYTES + announced > HEADER_BYTES_MAX {
        return Err(DecodeProxyError::TooLong);
    }
    let command = fixed[12];
    if !matches!(command, 0x20 | 0x21) {
        return Err(DecodeProxyError::UnknownVersion);
    }
    if rest.len() < announced {
        return Ok(Progress::Needs(announced - rest.len()));
    }
    if rest.len() > announced {
        // The caller read more than it was told to.
        return Err(DecodeProxyError::Malformed);
    }
    // LOCAL: the family and everything behind it are to be ignored (section 2.2).
    let proxied = if command == 0x20 { Proxied::Itself } else { ends(fixed[13], rest)? };
    Ok(Progress::Whole(proxied))
}

fn ends(family: u8, rest: &[u8]) -> Result<Proxied, DecodeProxyError> {
    match family {
        // UNSPEC: the proxy does not know; the addresses are to be ignored.
        0x00 => Ok(Proxied::Itself),
        0x11 => tcp::<4>(rest),
        0x21 => tcp::<16>(rest),
        _ => Err(DecodeProxyError::ForeignFamily),
    }
}

fn tcp<const BYTES: usize>(rest: &[u8]) -> Result<Proxied, DecodeProxyError>
where
    IpAddr: From<[u8; BYTES]>,
{
    let split = || {
        let (client, rest) = rest.split_first_chunk::<BYTES>()?;
        let (destination, rest) = rest.split_first_chunk::<BYTES>()?;
        let (client_port, rest) = rest.split_first_chunk::<2>()?;
        let (destination_port, vectors) = rest.split_first_chunk::<2>()?;
        fills_its_room(vectors).then_some(Proxied::From {
            client: SocketAddr::new(IpAddr::from(*client), u16::from_be_bytes(*client_port)),
            destination: SocketAddr::new(IpAddr::from(*destination), u16::from_be_bytes(*destination_port)),
        })
    };
    split().ok_or(DecodeProxyError::Malformed)
}

/// Whether the vectors end exactly where the header does.
fn fills_its_room(mut vectors: &[u8]) -> bool {
    while !vectors.is_empty() {
        let Some((head, values)) = vectors.split_first_chunk::<VECTOR_HEAD_BYTES>() else { return false };
        let Some(rest) = values.get(usize::from(u16::from_be_bytes([head[1], head[2]]))..) else {
            return false;
        };
        vectors = rest;
    }
    true
}
