//! A mail as Postfix 3.7 tells it to a milter: packets of a length, a command and data, those of a step in one write,
//! because Postfix only sends what it has when it waits for an answer.
//!
//! The transcripts of real sessions in postern-wire's tests are what this is held to. One connection is one SMTP session
//! there and an endless one here, in which every mail is of another login.

use super::requests::{account_address, account_recipient};

/// The name of a mail: its account's digits and its own.
const QUEUE_ID: &str = "4jb999999z888888";

/// What Postfix says first; it waits for the answer. Version 6, all of its actions, all steps that it can leave out.
pub fn negotiation() -> Vec<u8> {
    packet(b'O', b"\0\0\0\x06\0\0\x01\xff\0\x1f\xff\xff")
}

/// What follows the negotiation and is not answered: the host, and the client.
pub fn client() -> Vec<u8> {
    let connect = packet(b'C', b"client.contoso.example\x004\x9f\xd0198.51.100.7\0");
    [macros(b'C', "j\0mx.contoso.example\0"), connect, macros(b'H', "")].concat()
}

/// The four steps of a mail of account 999999 to its first recipient, each with one answer: MAIL, RCPT, headers with the
/// body, and the end. The end of the mail before is said with MAIL.
pub fn steps() -> [Vec<u8>; 4] {
    let (account, recipient) = (account_address(999_999), account_recipient(999_999, 0));
    let queue_id = format!("i\0{QUEUE_ID}\0");
    let body = body();
    let mail = [
        packet(b'A', b""),
        macros(b'M', &format!("{{auth_type}}\0PLAIN\0{{auth_authen}}\0{account}\0")),
        packet(b'M', format!("<{account}>\0size={}\0", body.len() + 460).as_bytes()),
    ];
    let domain = recipient.rsplit('@').next().unwrap_or_default();
    let rcpt = [
        macros(
            b'R',
            &format!("{{rcpt_addr}}\0{recipient}\0{{rcpt_host}}\0{domain}\0{{rcpt_mailer}}\0smtp\0"),
        ),
        packet(b'R', format!("<{recipient}>\0").as_bytes()),
    ];
    let headers = [
        ("From", format!("Rob Example <{account}>")),
        ("To", format!("A Friend <{recipient}>")),
        ("Subject", "The figures for Thursday".to_owned()),
        ("Date", "Thu, 26 Nov 2026 18:01:38 +0000".to_owned()),
        ("Message-ID", format!("<{QUEUE_ID}@contoso.example>")),
        ("User-Agent", "Mozilla Thunderbird".to_owned()),
        ("MIME-Version", "1.0".to_owned()),
        ("Content-Type", "text/plain; charset=UTF-8; format=flowed".to_owned()),
    ];
    let headers = headers.iter().flat_map(|(name, value)| {
        [macros(b'L', &queue_id), packet(b'L', format!("{name}\0{value}\0").as_bytes())]
    });
    let content: Vec<Vec<u8>> = std::iter::once(macros(b'T', &queue_id))
        .chain(headers)
        .chain([macros(b'B', &queue_id), packet(b'B', body.as_bytes())])
        .collect();
    let end = [macros(b'E', &queue_id), packet(b'E', b"")];
    [mail.concat(), rcpt.concat(), content.concat(), end.concat()]
}

/// Text of 1 KiB with a link, as no other account writes it and long enough to be compared with what others write.
fn body() -> String {
    let line = "Thank you for the call; here is what we agreed on, and what is still open until then.\r\n";
    format!(
        "Dear friend of {account},\r\n\r\n{lines}\r\nhttps://partner.example/orders/999999/888888\r\n\r\nYours\r\n",
        account = account_address(999_999),
        lines = line.repeat(10),
    )
}

/// Macros of the command `of`: names and values, a NUL behind each.
fn macros(of: u8, texts: &str) -> Vec<u8> {
    packet(b'D', &[&[of], texts.as_bytes()].concat())
}

fn packet(code: u8, data: &[u8]) -> Vec<u8> {
    [&(1 + data.len() as u32).to_be_bytes()[..], &[code], data].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUTH: &[u8] = include_bytes!(
        "../../../postern-wire/tests/it/transcripts/milter/postfix-3.7-three-mails-from-outside.in"
    );
    const LOGIN: &[u8] = include_bytes!(
        "../../../postern-wire/tests/it/transcripts/milter/postfix-3.7-with-a-login-edited.in"
    );

    /// The commands, macros with whose they are; of headers and recipients in a row the first.
    fn commands(mut bytes: &[u8]) -> Vec<String> {
        let mut commands: Vec<String> = Vec::new();
        while let Some((length, rest)) = bytes.split_first_chunk::<4>() {
            let (packet, behind) = rest.split_at(u32::from_be_bytes(*length) as usize);
            let shown = if packet[0] == b'D' { 2 } else { 1 };
            commands.push(String::from_utf8_lossy(&packet[..shown]).into_owned());
            let is_again =
                commands.len() >= 4 && commands[commands.len() - 2..] == commands[commands.len() - 4..][..2];
            if is_again {
                commands.truncate(commands.len() - 2);
            }
            bytes = behind;
        }
        commands
    }

    #[test]
    fn a_mail_is_told_in_the_steps_of_a_recorded_session() {
        assert!(TRUTH.starts_with(&negotiation()));
        let mail_and_its_end = [negotiation(), client(), steps().concat()[5..].to_vec(), packet(b'A', b"")];
        let ours = commands(&mail_and_its_end.concat());
        assert_eq!(ours.join(" "), "O DC C DH DM M DR R DT DL L DB B DE E A");
        assert_eq!(commands(TRUTH)[..ours.len()], ours);
        let login = b"DM{auth_type}\0PLAIN\0{auth_authen}\0";
        for bytes in [LOGIN, &steps()[0]] {
            assert!(bytes.windows(login.len()).any(|window| window == login));
        }
    }

    #[test]
    fn every_step_is_one_write_of_postfix() {
        // VSTREAM_BUFSIZE: what is more goes out before the server waits.
        assert!(steps().iter().all(|step| step.len() <= 4096), "{:?}", steps().map(|step| step.len()));
        assert!((900..1_200).contains(&body().len()), "{}", body().len());
    }
}
