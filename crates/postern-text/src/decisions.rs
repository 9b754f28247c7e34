//! What the decision log says, as labels: a total match, so that a new kind of decision without words does not
//! compile. The sentence beside a label is put together where the logged values are read.

use postern_core::decision::DecisionKind;

use crate::key;
use crate::words::Words;

impl Words {
    /// The label of a decision: `Sign-in refused`.
    pub fn decision(&self, kind: DecisionKind) -> String {
        let key = match kind {
            DecisionKind::SignInRefused => key::DECISION_SIGN_IN_REFUSED,
            DecisionKind::SignInWouldBeRefused => key::DECISION_SIGN_IN_WOULD_BE_REFUSED,
            DecisionKind::SignedIn => key::DECISION_SIGNED_IN,
            DecisionKind::WrongPassword => key::DECISION_WRONG_PASSWORD,
            DecisionKind::SameWrongPassword => key::DECISION_SAME_WRONG_PASSWORD,
            DecisionKind::PreviousPassword => key::DECISION_PREVIOUS_PASSWORD,
            DecisionKind::SendingPermitted => key::DECISION_SENDING_PERMITTED,
            // The same words as for the restriction that stands since then.
            DecisionKind::SendingSlowed => key::KIND_SENDING_SLOWED,
            DecisionKind::SendingRestricted => key::KIND_SENDING_RESTRICTED,
            DecisionKind::SendingWouldBeRestricted => key::DECISION_SENDING_WOULD_BE_RESTRICTED,
            DecisionKind::SendingRefused => key::DECISION_SENDING_REFUSED,
        };
        self.say(key, &[])
    }
}
