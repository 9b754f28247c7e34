//! The milter protocol, version 6, as Postfix speaks it (MILTER_README, `src/milter/milter8.c`): packets of a length, a
//! command byte and data in; replies of the same shape out.
//!
//! [`decode`] reads one packet from the front of a buffer and borrows from it; nothing is allocated. Commands that we
//! ask the server not to send are read as [`Command::Other`] and answered all the same, because a server may not know
//! that it need not send them. What is in an address or a header is a stranger's choice and never makes a packet
//! malformed: bytes that are not UTF-8 are the caller's to replace. [`addresses`] reads a header's mail addresses.

mod addresses;
mod reply;

pub use addresses::{ADDRESSES_MAX, addresses};
pub use reply::{MacroWishes, Reply};

/// The version that we speak. Postfix's default since 2.6; Sendmail's since 8.14.
pub const VERSION: u32 = 6;

/// Longest packet, in bytes of command and data. A chunk of the body has at most 65,535 bytes, a header in Postfix at
/// most `header_size_limit`, 102,400.
pub const PACKET_BYTES_MAX: usize = 128 * 1024;

/// Most macros of one packet. Postfix 3.7 sends 6.
pub const MACROS_MAX: usize = 64;

/// What the server offers, or we want: the action "move to the hold queue" (SMFIF_QUARANTINE).
pub const MAY_QUARANTINE: u32 = 0x20;
/// We may say which macros we want (SMFIF_SETSYMLIST).
pub const MAY_CHOOSE_MACROS: u32 = 0x100;

/// Steps that we can do without, and replies that we need not give (SMFIP flags of Sendmail's `mfdef.h`): HELO, unknown
/// commands, DATA and the end of the headers are not sent; connections and headers are not answered; the rest of a
/// body may be skipped.
pub const STEPS_WANTED: u32 = 0x2 | 0x100 | 0x200 | 0x40 | 0x1000 | 0x80 | 0x400;
/// Of these, "connections are not answered" (SMFIP_NR_CONN).
pub const NO_REPLY_TO_CONNECT: u32 = 0x1000;
/// "Headers are not answered" (SMFIP_NR_HDR).
pub const NO_REPLY_TO_HEADER: u32 = 0x80;
/// "The rest of the body may be skipped" (SMFIP_SKIP).
pub const MAY_SKIP_BODY: u32 = 0x400;

/// Why the bytes are not a milter packet. The connection cannot be read on after any of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeMilterError {
    /// Longer than [`PACKET_BYTES_MAX`], or without a command.
    #[error("a packet of {0} bytes: something else is speaking to us")]
    Length(u32),
    /// A text without the NUL that ends it, or a field that is cut short.
    #[error("the data of command {0:?} is cut short")]
    CutShort(char),
    /// More than [`MACROS_MAX`] macros in one packet.
    #[error("a packet has more than {MACROS_MAX} macros")]
    TooManyMacros,
}

/// One packet from the mail server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command<'a> {
    /// What the server speaks and offers.
    Negotiate {
        /// Its version.
        version: u32,
        /// Actions that it would carry out.
        actions: u32,
        /// Steps that it can leave out.
        steps: u32,
    },
    /// Macros for the command that follows.
    Macros {
        /// That command's byte: `M` for MAIL.
        of: u8,
        /// Names and values.
        macros: Macros<'a>,
    },
    /// A client connected.
    Connect {
        /// Its address as text; `None` where it has none.
        address: Option<&'a [u8]>,
        /// Its port. 0 where it has none: no connection over TCP has that.
        port: u16,
    },
    /// MAIL: the envelope sender as it was written, maybe in angle brackets.
    Mail {
        /// The sender.
        sender: &'a [u8],
    },
    /// RCPT, after the server has accepted it.
    Recipient {
        /// The recipient as it was written.
        address: &'a [u8],
    },
    /// One header.
    Header {
        /// Its name.
        name: &'a [u8],
        /// Its value, unfolded or not.
        value: &'a [u8],
    },
    /// A piece of the body.
    Body(&'a [u8]),
    /// The message is complete.
    EndOfMessage,
    /// This message is over, complete or not; the connection goes on. Not answered.
    Abort,
    /// The connection is over. Not answered.
    Quit,
    /// The client is gone, another one follows on the same connection. Not answered.
    NextClient,
    /// A step that we have nothing to say to.
    Other(u8),
}

/// One packet, and how many bytes of the buffer it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// What it says.
    pub command: Command<'a>,
    /// Bytes to drop from the front of the buffer.
    pub bytes: usize,
}

/// Macros of one packet: names and values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Macros<'a>(&'a [u8]);

impl<'a> Macros<'a> {
    /// The value of the macro with this name, in braces as the server writes it: `{auth_authen}`, but `i`. Of a name
    /// that comes twice the first counts.
    pub fn get(&self, name: &str) -> Option<&'a [u8]> {
        let mut texts = Texts(self.0);
        while let (Some(of), Some(value)) = (texts.next(), texts.next()) {
            if of == name.as_bytes() {
                return Some(value);
            }
        }
        None
    }
}

/// Texts that end with a NUL each.
struct Texts<'a>(&'a [u8]);

impl<'a> Iterator for Texts<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let end = self.0.iter().position(|&byte| byte == 0)?;
        let text = &self.0[..end];
        self.0 = &self.0[end + 1..];
        Some(text)
    }
}

/// Bytes that the packet at the front of `buffer` has with its length; `None` while the length itself is not whole.
///
/// # Errors
/// [`DecodeMilterError::Length`].
pub fn packet_bytes(buffer: &[u8]) -> Result<Option<usize>, DecodeMilterError> {
    let Some(length) = buffer.first_chunk::<4>() else { return Ok(None) };
    let length = u32::from_be_bytes(*length);
    if length == 0 || length as usize > PACKET_BYTES_MAX {
        return Err(DecodeMilterError::Length(length));
    }
    Ok(Some(4 + length as usize))
}

/// Reads the packet at the front of `buffer`; `None` asks for more bytes.
///
/// # Errors
/// A [`DecodeMilterError`]; the connection is of no further use.
pub fn decode(buffer: &[u8]) -> Result<Option<Decoded<'_>>, DecodeMilterError> {
    let Some(bytes) = packet_bytes(buffer)? else { return Ok(None) };
    let Some(packet) = buffer.get(4..bytes) else { return Ok(None) };
    let Some((&code, data)) = packet.split_first() else { return Ok(None) };
    Ok(Some(Decoded { command: command(code, data)?, bytes }))
}

fn command(code: u8, data: &[u8]) -> Result<Command<'_>, DecodeMilterError> {
    let cut_short = DecodeMilterError::CutShort(char::from(code));
    let mut texts = Texts(data);
    Ok(match code {
        b'O' => {
            let word = |at: usize| data.get(at..).and_then(|rest| rest.first_chunk::<4>());
            let (Some(version), Some(actions), Some(steps)) = (word(0), word(4), word(8)) else {
                return Err(cut_short);
            };
            Command::Negotiate {
                version: u32::from_be_bytes(*version),
                actions: u32::from_be_bytes(*actions),
                steps: u32::from_be_bytes(*steps),
            }
        }
        b'D' => {
            let (&of, texts) = data.split_first().ok_or(cut_short)?;
            if texts.iter().filter(|&&byte| byte == 0).count() > 2 * MACROS_MAX {
                return Err(DecodeMilterError::TooManyMacros);
            }
            Command::Macros { of, macros: Macros(texts) }
        }
        b'C' => {
            texts.next().ok_or(cut_short)?;
            let (address, port) = client(texts.0).unzip();
            Command::Connect { address, port: port.unwrap_or_default() }
        }
        b'M' => Command::Mail { sender: texts.next().ok_or(cut_short)? },
        b'R' => Command::Recipient { address: texts.next().ok_or(cut_short)? },
        b'L' => {
            let (Some(name), Some(value)) = (texts.next(), texts.next()) else { return Err(cut_short) };
            Command::Header { name, value }
        }
        b'B' => Command::Body(data),
        b'E' => Command::EndOfMessage,
        b'A' => Command::Abort,
        b'Q' => Command::Quit,
        b'K' => Command::NextClient,
        other => Command::Other(other),
    })
}

/// After the client's name: a family (`4`, `6`, `L` for a Unix socket, `U` for unknown), a port, the address.
fn client(rest: &[u8]) -> Option<(&[u8], u16)> {
    let (&family, rest) = rest.split_first()?;
    if family != b'4' && family != b'6' {
        return None;
    }
    let (port, rest) = rest.split_first_chunk::<2>()?;
    let address = Texts(rest).next()?;
    // Sendmail writes `IPv6:2001:db8::1`.
    Some((address.strip_prefix(b"IPv6:").unwrap_or(address), u16::from_be_bytes(*port)))
}

/// An envelope address without the angle brackets in which smtpd passes it on.
pub fn bare(address: &[u8]) -> &[u8] {
    match address {
        [b'<', inner @ .., b'>'] => inner,
        whole => whole,
    }
}

#[cfg(test)]
mod tests;
