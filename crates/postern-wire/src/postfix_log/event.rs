//! What a line with a queue id says happened to the message.
//!
//! A form that is not known, or is cut off before what it has to say, is [`Event::Other`]: a reader of a log has
//! nobody to complain to, and Postfix's next version may say more.

/// What happened to a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// A client hands it in: `smtpd`'s `client=`. Comes before the message's first recipient is accepted.
    Client(Client<'a>),
    /// A program on the host hands it in: `pickup`'s `uid=`.
    Local {
        /// The user that ran `sendmail`.
        uid: u32,
        /// The envelope sender that the program named.
        sender: &'a str,
    },
    /// Its Message-ID, without the angle brackets; empty when it has none. A stranger's choice.
    MessageId {
        /// Everything behind `message-id=`.
        message_id: &'a str,
    },
    /// It is in the queue, or is taken out of the deferred ones once more.
    Queued(Queued<'a>),
    /// One delivery attempt for one recipient.
    Delivery(Delivery<'a>),
    /// `maximal_queue_lifetime` is over, or somebody expired it: it goes back to its sender.
    Expired,
    /// It has left the queue; its id may be given to another message.
    Removed,
    /// Something else, or nothing that we use.
    Other,
}

/// Who hands a message in over SMTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client<'a> {
    /// The client's host name, `unknown` where it has none.
    pub name: &'a str,
    /// Its address, without brackets; an IP address as Postfix writes it, or `unknown`.
    pub address: &'a str,
    /// The login, when it authenticated.
    pub login: Option<&'a str>,
}

/// A message in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Queued<'a> {
    /// The envelope sender; empty of a bounce.
    pub sender: &'a str,
    /// Bytes.
    pub size: u64,
    /// Recipients that are left to be delivered to.
    pub recipients: u32,
}

/// One delivery attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery<'a> {
    /// The recipient after aliases.
    pub to: &'a str,
    /// The recipient that the client named, where an alias made another of it.
    pub original_to: Option<&'a str>,
    /// The server that was tried, `none` when none was: `mx.a.example[192.0.2.1]:25`, `local`.
    pub relay: &'a str,
    /// The enhanced status code (RFC 3463), `5.1.1`.
    pub dsn: &'a str,
    /// What became of it.
    pub status: DeliveryStatus,
    /// The other server's words, or Postfix's own, without the outer parentheses. May be cut at its end.
    pub reply: &'a str,
}

/// What became of a delivery attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeliveryStatus {
    /// Delivered.
    Sent,
    /// Refused for good.
    Bounced,
    /// To be tried again.
    Deferred,
    /// An address probe was accepted.
    Deliverable,
    /// An address probe was refused.
    Undeliverable,
    /// A word that this version does not know, like a `SOFTBOUNCE`.
    Other,
}

impl<'a> Event<'a> {
    /// Reads what follows the queue id.
    pub(super) fn read(service: &str, message: &'a str) -> Self {
        let event = if let Some(client) = message.strip_prefix("client=") {
            // Postscreen's and proxies' lines have the form too and name no login.
            Client::read(client).map(Event::Client)
        } else if let Some(to) = message.strip_prefix("to=<") {
            Delivery::read(to).map(Event::Delivery)
        } else if let Some(sender) = message.strip_prefix("from=<") {
            from(sender)
        } else if let Some(id) = message.strip_prefix("message-id=") {
            let bare = id.strip_prefix('<').and_then(|id| id.strip_suffix('>'));
            Some(Event::MessageId { message_id: bare.unwrap_or(id) })
        } else if let Some(local) = message.strip_prefix("uid=") {
            local_hand_in(local)
        } else if message == "removed" && service == "qmgr" {
            Some(Event::Removed)
        } else {
            None
        };
        event.unwrap_or(Event::Other)
    }
}

/// `rob@contoso.example>, size=1234, nrcpt=2 (queue active)` or `rob@contoso.example>, status=expired, …`.
/// What follows the address is Postfix's own, so its last `>` ends it.
fn from(text: &str) -> Option<Event<'_>> {
    let (sender, rest) = text.rsplit_once(">, ")?;
    if rest.starts_with("status=expired") || rest.starts_with("status=force-expired") {
        return Some(Event::Expired);
    }
    let (size, rest) = rest.strip_prefix("size=")?.split_once(", nrcpt=")?;
    let recipients = leading_number(rest)?;
    Some(Event::Queued(Queued { sender, size: size.parse().ok()?, recipients }))
}

/// `1000 from=<www-data>`.
fn local_hand_in(text: &str) -> Option<Event<'_>> {
    let (uid, sender) = text.split_once(" from=<")?;
    Some(Event::Local { uid: uid.parse().ok()?, sender: sender.strip_suffix('>')? })
}

impl<'a> Client<'a> {
    /// `pc.contoso.example[192.0.2.7]:51234, sasl_method=PLAIN, sasl_username=rob, sasl_sender=…`
    fn read(text: &'a str) -> Option<Self> {
        let (peer, rest) = match text.split_once(", ") {
            Some((peer, rest)) => (peer, rest),
            None => (text, ""),
        };
        let (name, address) = peer.split_once('[')?;
        // A port may follow: smtpd_client_port_logging.
        let (address, _port) = address.split_once(']')?;
        Some(Self { name, address, login: login(rest) })
    }
}

/// The login stands between two names that Postfix writes; what the client says of itself (`sasl_sender`) comes
/// behind it.
fn login(text: &str) -> Option<&str> {
    let named = text.strip_prefix("sasl_username=");
    let rest = named.or_else(|| text.split_once(", sasl_username=").map(|(_method, rest)| rest))?;
    let end = [", sasl_sender=", ", orig_queue_id=", ", orig_client="]
        .into_iter()
        .filter_map(|name| rest.find(name))
        .min()
        .unwrap_or(rest.len());
    Some(&rest[..end]).filter(|login| !login.is_empty())
}

impl<'a> Delivery<'a> {
    /// `ann@a.example>, orig_to=<…>, relay=…, conn_use=2, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (…)`
    fn read(text: &'a str) -> Option<Self> {
        let (to, rest) = address(text)?;
        let (original_to, rest) = match rest.strip_prefix(", orig_to=<") {
            Some(rest) => {
                let (original, rest) = address(rest)?;
                (Some(original), rest)
            }
            None => (None, rest),
        };
        // Up to the status there are only Postfix's own values, so the first of each name is the one.
        let (relay, rest) = rest.strip_prefix(", relay=")?.split_once(", ")?;
        let (_delays, rest) = rest.split_once("dsn=")?;
        let (dsn, rest) = rest.split_once(", status=")?;
        let (status, reply) = rest.split_once(' ').unwrap_or((rest, ""));
        let reply = reply.strip_prefix('(').unwrap_or(reply);
        let reply = reply.strip_suffix(')').unwrap_or(reply);
        Some(Self { to, original_to, relay, dsn, status: DeliveryStatus::named(status), reply })
    }
}

impl DeliveryStatus {
    fn named(word: &str) -> Self {
        match word {
            "sent" => Self::Sent,
            "bounced" => Self::Bounced,
            "deferred" => Self::Deferred,
            "deliverable" => Self::Deliverable,
            "undeliverable" => Self::Undeliverable,
            _ => Self::Other,
        }
    }
}

/// An address up to its `>`, and what follows the `>`. A quoted local part may hold anything, also `>`.
fn address(text: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    if text.starts_with('"') {
        let mut is_escaped = false;
        from = text.bytes().enumerate().skip(1).find_map(|(at, byte)| {
            let ends = byte == b'"' && !is_escaped;
            is_escaped = byte == b'\\' && !is_escaped;
            ends.then_some(at)
        })?;
    }
    // An address without quotes that holds a `>` is one in the internal form; what ends it is `>, `.
    let end = from + text[from..].find(">, ")?;
    Some((&text[..end], &text[end + 1..]))
}

fn leading_number(text: &str) -> Option<u32> {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().ok()
}
