//! What the mail server is answered.

use super::{MAY_CHOOSE_MACROS, VERSION};
use crate::push_ascii_line;

/// Longest text of a refusal, in bytes, as at the policy gate: an SMTP reply line has at most 512 octets.
const REFUSAL_TEXT_BYTES_MAX: usize = 400;
/// Longest reason of a quarantine. Postfix logs its own word for it.
const HOLD_TEXT_BYTES_MAX: usize = 200;

/// Which macros we want at which step, where the server lets us choose: the number of the step in Sendmail's
/// `mfapi.h` (SMFIM_CONNECT 0, ENVFROM 2, ENVRCPT 3, EOM 5) and names with blanks between.
pub type MacroWishes<'a> = &'a [(u32, &'a str)];

/// An answer to one packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply<'a> {
    /// What we speak and want.
    Negotiate {
        /// Of the server's actions those that we use.
        actions: u32,
        /// Of the server's steps those that it may leave out.
        steps: u32,
        /// Macros; only written when the server lets us choose.
        wishes: MacroWishes<'a>,
    },
    /// Go on.
    Continue,
    /// The message is none of ours: ask no more about it.
    Accept,
    /// The rest of the body need not be sent.
    SkipBody,
    /// Refuse the recipient, or the message, with 550 5.7.1 and this text.
    Refuse {
        /// After the code; made printable ASCII on one line.
        text: &'a str,
    },
    /// Take the message and hold it. Only at its end.
    Hold {
        /// Why.
        reason: &'a str,
    },
}

impl Reply<'_> {
    /// Appends the packet, or the two of [`Reply::Hold`].
    pub fn encode(&self, out: &mut Vec<u8>) {
        match *self {
            Reply::Negotiate { actions, steps, wishes } => packet(out, b'O', |data| {
                for word in [VERSION, actions, steps] {
                    data.extend_from_slice(&word.to_be_bytes());
                }
                if actions & MAY_CHOOSE_MACROS != 0 {
                    for (step, names) in wishes {
                        data.extend_from_slice(&step.to_be_bytes());
                        data.extend_from_slice(names.as_bytes());
                        data.push(0);
                    }
                }
            }),
            Reply::Continue => packet(out, b'c', |_| {}),
            Reply::Accept => packet(out, b'a', |_| {}),
            Reply::SkipBody => packet(out, b's', |_| {}),
            Reply::Refuse { text } => packet(out, b'y', |data| {
                data.extend_from_slice(b"550 5.7.1 ");
                push_ascii_line(data, text, REFUSAL_TEXT_BYTES_MAX, |data, byte| data.push(byte));
                data.push(0);
            }),
            Reply::Hold { reason } => {
                packet(out, b'q', |data| {
                    push_ascii_line(data, reason, HOLD_TEXT_BYTES_MAX, |data, byte| data.push(byte));
                    data.push(0);
                });
                packet(out, b'c', |_| {});
            }
        }
    }
}

fn packet(out: &mut Vec<u8>, code: u8, data: impl FnOnce(&mut Vec<u8>)) {
    let start = out.len();
    out.extend_from_slice(&[0; 4]);
    out.push(code);
    data(out);
    // Our longest reply has a few hundred bytes.
    let length = (out.len() - start - 4) as u32;
    out[start..start + 4].copy_from_slice(&length.to_be_bytes());
}
