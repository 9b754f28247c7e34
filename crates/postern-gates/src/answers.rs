//! Who decides. The gates are generic over it, so the hot path has no dynamic call and no boxed future, and a
//! test or the benchmark can put something without an engine behind real sockets.

use postern_engine::Engine;
use postern_engine::ask::{PolicyAnswer, PolicyAsk, SignInAnswer, SignInAsk, SignInReport};

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
        Engine::policy_asked(self, ask)
    }

    fn sign_in_asked(&self, ask: &SignInAsk<'_>) -> impl Future<Output = SignInAnswer> + Send {
        Engine::sign_in_asked(self, ask)
    }

    fn sign_in_reported(&self, report: &SignInReport<'_>) {
        Engine::sign_in_reported(self, report);
    }

    fn is_ready(&self) -> bool {
        self.is_loaded()
    }
}
