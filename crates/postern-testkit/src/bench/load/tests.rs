//! The generator against Postern's own milter gate and against the echo, over sockets.

use std::sync::{Arc, Mutex};

use postern_engine::ask::{MailAnswer, MailBegun, MailFrom};
use postern_gates::{AnswersMail, Limits, Listener, serve_milter};

use super::*;
use crate::bench::requests::{account_address, account_recipient};
use crate::bench::servers::serve_echoes;

const MAILS: u32 = 24;

/// Whole mails as they were told, one line each. Refuses the account `refuses`.
#[derive(Default)]
struct Remembers {
    mails: Mutex<Vec<String>>,
    refuses: Option<u32>,
}

impl AnswersMail for Remembers {
    type Mail = String;

    fn mail_begun(&self, begun: &MailBegun<'_>) -> (MailAnswer, Option<String>) {
        let MailFrom::Login(login) = begun.from else { return (MailAnswer::NotOurs, None) };
        if self.refuses.is_some_and(|number| login == account_address(number)) {
            return (MailAnswer::Refuse { text: "no".to_owned() }, None);
        }
        (MailAnswer::GoOn, Some(format!("{login} as {} at {}", begun.sender, begun.client_address)))
    }

    fn mail_recipient(&self, mail: &mut String, address: &str) -> MailAnswer {
        *mail += &format!(" to {address}");
        MailAnswer::GoOn
    }

    fn mail_handed_over_by(&self, mail: &mut String, _user_id: u32) {
        *mail += " handed over";
    }

    fn mail_header_sender(&self, mail: &mut String, address: &str) {
        *mail += &format!(" from {address}");
    }

    fn mail_header(&self, _mail: &mut String, _name: &str, _value: &str) {}

    fn mail_body(&self, mail: &mut String, piece: &[u8]) -> bool {
        let text = std::str::from_utf8(piece).unwrap_or("no text");
        *mail += &format!(" saying {}", text.lines().next().unwrap_or("nothing"));
        true
    }

    fn mail_complete(&self, mail: &String, queue_id: &str) -> MailAnswer {
        let mail = format!("{mail} is {queue_id}");
        self.mails.lock().expect("no test panics with it").push(mail);
        MailAnswer::GoOn
    }
}

/// Lets [`MAILS`] mails of as many accounts go over three connections.
fn send(address: SocketAddr) -> Round {
    let plan = Plan {
        question: Question::Milter,
        connections: 3,
        pace: Pace::Closed,
        warm_up: Duration::ZERO,
        measured: Duration::ZERO,
    };
    let door = Door::Tcp(address);
    assert!(ask_once(Question::Milter, &door, MAILS).expect("an answer to MAIL"));
    let mut generator = Generator::connect(plan, &door, Requests::new(Question::Milter)).expect("negotiated");
    generator.visits_left = MAILS;
    let mut keys = KeySequence::each_from(0);
    while !generator.is_over() {
        generator.send_what_is_due(now(), &mut keys).expect("sent");
        generator.read_answers().expect("answered");
    }
    generator.seen
}

async fn gate(answers: Arc<Remembers>) -> SocketAddr {
    let listener = Listener::tcp(([127, 0, 0, 1], 0).into()).await.expect("a free port");
    let address = listener.tcp_address().expect("a TCP listener");
    let (stop, stopped) = tokio::sync::watch::channel(false);
    tokio::spawn(async move {
        serve_milter(listener, answers, Limits::default(), stopped).await;
        drop(stop);
    });
    address
}

async fn sent(address: SocketAddr) -> Round {
    tokio::task::spawn_blocking(move || send(address)).await.expect("the generator ends")
}

#[tokio::test]
async fn postern_understands_every_mail_of_the_generator_and_each_counts_once() {
    let answers = Arc::new(Remembers::default());
    let round = sent(gate(answers.clone()).await).await;
    assert_eq!((round.answered, round.yes), (u64::from(MAILS), u64::from(MAILS)));
    assert_eq!(round.latencies_ns.len(), MAILS as usize);
    let mut mails = answers.mails.lock().expect("no test panics with it").clone();
    mails.sort();
    let expected = |number: u32| {
        let (account, recipient) = (account_address(number), account_recipient(number, number + 1));
        let visit = number + 1;
        format!(
            "{account} as {account} at 198.51.100.7 to {recipient} from {account} \
             saying Dear friend of {account}, is 4jb{number:06}z{visit:06}"
        )
    };
    assert_eq!(mails, (0..MAILS).map(expected).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_mail_that_is_refused_counts_once_and_is_not_gone_on_with() {
    let answers = Arc::new(Remembers { refuses: Some(7), ..Remembers::default() });
    let round = sent(gate(answers.clone()).await).await;
    assert_eq!((round.answered, round.yes), (u64::from(MAILS), u64::from(MAILS) - 1));
    assert_eq!(answers.mails.lock().expect("no test panics with it").len(), MAILS as usize - 1);
}

#[tokio::test]
async fn the_echo_answers_every_step_without_a_thought() {
    let (tell, told) = tokio::sync::oneshot::channel();
    tokio::spawn(async move {
        serve_echoes(None, |doors| tell.send(doors.milter).expect("somebody waits")).await
    });
    let address = told.await.expect("opened").expect("a milter's port");
    let round = sent(address).await;
    assert_eq!((round.answered, round.yes), (u64::from(MAILS), u64::from(MAILS)));
}
