//! Who decides. The gates are generic over it, so the hot path has no dynamic call and no boxed future, and a
//! test or the benchmark can put something without an engine behind real sockets.

use postern_core::gate::GateKind;
use postern_engine::Engine;
use postern_engine::ask::{
    LogTold, MailAnswer, MailBegun, PolicyAnswer, PolicyAsk, SignInAnswer, SignInAsk, SignInReport,
};
use postern_engine::sending::OpenMail;

/// The three questions of the gates.
pub trait Answers: Send + Sync + 'static {
    /// Postfix asks about a recipient or a message. Never waits.
    fn policy_asked(&self, ask: &PolicyAsk<'_>) -> PolicyAnswer;

    /// Dovecot asks about an attempt. May wait for a free reservation.
    fn sign_in_asked(&self, ask: &SignInAsk<'_>) -> impl Future<Output = SignInAnswer> + Send;

    /// Dovecot reports what became of an attempt. Never waits.
    fn sign_in_reported(&self, report: &SignInReport<'_>);

    /// Whether all that is known is in memory. Blocks are in force before that; a load balancer may wait.
    fn is_ready(&self) -> bool {
        true
    }
}

impl Answers for Engine {
    fn policy_asked(&self, ask: &PolicyAsk<'_>) -> PolicyAnswer {
        self.gate_was_asked(GateKind::PostfixPolicy);
        Engine::policy_asked(self, ask)
    }

    fn sign_in_asked(&self, ask: &SignInAsk<'_>) -> impl Future<Output = SignInAnswer> + Send {
        self.gate_was_asked(GateKind::AuthPolicy);
        Engine::sign_in_asked(self, ask)
    }

    fn sign_in_reported(&self, report: &SignInReport<'_>) {
        Engine::sign_in_reported(self, report);
    }

    fn is_ready(&self) -> bool {
        self.is_loaded()
    }
}

/// The milter's questions about one mail. None of them waits.
pub trait AnswersMail: Send + Sync + 'static {
    /// A mail that has begun; dropping it gives it up.
    type Mail: Send;

    /// A mail begins; without a mail beside the answer nothing more of it is asked.
    fn mail_begun(&self, begun: &MailBegun<'_>) -> (MailAnswer, Option<Self::Mail>);

    /// The server accepted a recipient.
    fn mail_recipient(&self, mail: &mut Self::Mail, address: &str) -> MailAnswer;

    /// The server told which user of its machine handed the mail over.
    fn mail_handed_over_by(&self, mail: &mut Self::Mail, user_id: u32);

    /// An address in a From or Sender header.
    fn mail_header_sender(&self, mail: &mut Self::Mail, address: &str);

    /// Any other header but the one that the site's own rule adds.
    fn mail_header(&self, mail: &mut Self::Mail, name: &str, value: &str);

    /// A piece of the body; whether more of it would be looked at.
    fn mail_body(&self, mail: &mut Self::Mail, piece: &[u8]) -> bool;

    /// The mail is complete.
    fn mail_complete(&self, mail: &Self::Mail, queue_id: &str) -> MailAnswer;
}

impl AnswersMail for Engine {
    type Mail = OpenMail;

    fn mail_begun(&self, begun: &MailBegun<'_>) -> (MailAnswer, Option<OpenMail>) {
        self.gate_was_asked(GateKind::Milter);
        Engine::mail_begun(self, begun)
    }

    fn mail_recipient(&self, mail: &mut OpenMail, address: &str) -> MailAnswer {
        Engine::mail_recipient(self, mail, address)
    }

    fn mail_handed_over_by(&self, mail: &mut OpenMail, user_id: u32) {
        mail.handed_over_by(user_id);
    }

    fn mail_header_sender(&self, mail: &mut OpenMail, address: &str) {
        mail.header_sender(address);
    }

    fn mail_header(&self, mail: &mut OpenMail, name: &str, value: &str) {
        Engine::mail_header(self, mail, name, value);
    }

    fn mail_body(&self, mail: &mut OpenMail, piece: &[u8]) -> bool {
        mail.body(piece)
    }

    fn mail_complete(&self, mail: &OpenMail, queue_id: &str) -> MailAnswer {
        Engine::mail_complete(self, mail, queue_id)
    }
}

/// Who is told what the mail log says. Never waits.
pub trait TakesLog: Send + Sync + 'static {
    /// A line about a message.
    fn log_told(&self, told: &LogTold<'_>);

    /// Whether the log can be read; told at each change, and at first.
    fn log_is_read(&self, is_read: bool);
}

impl TakesLog for Engine {
    fn log_told(&self, told: &LogTold<'_>) {
        self.gate_was_asked(GateKind::MailLog);
        Engine::log_told(self, told);
    }

    fn log_is_read(&self, is_read: bool) {
        Engine::log_is_read(self, is_read);
    }
}
