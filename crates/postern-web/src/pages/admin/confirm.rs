//! The part of a form in which somebody who is signed in confirms to be there: by a code, or by a passkey where the
//! account has one. Whether it is needed is core's to say.

use postern_engine::admin_centre::AskedPasskey;
use postern_text::key;

use super::session::{Admin, Submitted};

/// What the form shows of it.
#[derive(Default)]
pub struct Confirm {
    /// There is an authenticator app, or a recovery code is left.
    pub has_code: bool,
    /// There is a passkey.
    pub has_passkey: bool,
    /// What is wrong with what was shown.
    pub problem: Option<String>,
    /// The browser is asked for a passkey as soon as it has the page.
    pub asked: Option<AskedPasskey>,
    /// What to do for whoever has nothing to show; used where there is neither code nor passkey.
    pub nothing: String,
    /// The account's address, for a command of root's.
    pub login: String,
}

impl Confirm {
    /// As it is asked first.
    pub fn fresh(admin: &Admin) -> Self {
        let account = &admin.seen.account;
        let login = account.primary.to_string();
        let factors = admin.engine.factors_of(account.id);
        Self {
            has_code: factors.app.is_some() || !factors.recovery.is_empty(),
            has_passkey: !factors.passkeys.is_empty() && admin.engine.has_passkeys(),
            problem: None,
            asked: None,
            nothing: admin.words.say(key::PASSKEY_PROOF_NOTHING, &[("account", login.as_str().into())]),
            login,
        }
    }

    /// After something was sent that did not do: what is wrong, and the question to the browser when its button was
    /// pressed.
    pub fn again(submitted: &Submitted) -> Self {
        let admin = &submitted.admin;
        let problem = if !submitted.text("passkey_answer").is_empty() {
            Some(key::PASSKEY_PROOF_WRONG)
        } else if submitted.is_passkey_wished() {
            None
        } else {
            (!submitted.text("code").is_empty()).then_some(key::ADMIN_PROOF_WRONG)
        };
        let is_asked = submitted.is_passkey_wished() && problem.is_none();
        Self {
            problem: problem.map(|problem| admin.words.say(problem, &[])),
            asked: if is_asked { admin.engine.ask_proof_passkey(&admin.seen) } else { None },
            ..Self::fresh(admin)
        }
    }

    /// Whether there is nothing to confirm with.
    pub fn has_nothing(&self) -> bool {
        !self.has_code && !self.has_passkey
    }
}
