//! What is wrong with the addresses that the mail server sends: what is the case, what it means, what to change.

use postern_core::arrival::AddressFault;
use postern_text::key;
use postern_web::api::v1::health::{AddressProblemView, PinsWithoutAddressView};

use super::exit::Outcome;
use super::out;
use super::talk::Talk;

/// The sentences of one problem. One that a newer server told us of is named by its code.
pub fn problem(talk: &Talk, problem: &AddressProblemView) -> Outcome {
    let Some(fault) = AddressFault::from_code(&problem.fault) else {
        return out::line(&problem.fault);
    };
    let address = problem.address.as_deref().unwrap_or_default();
    let last = talk.time(&problem.last);
    let count = [("count", problem.count.into()), ("last", (&*last).into())];
    let said = talk.words().address_fault(fault, problem.is_over_smtp, address);
    out::line(&format!("{} {}", said.case, talk.say(key::ADDRESS_COUNT, &count)))?;
    if let Some(effect) = said.effect {
        out::line(&format!("  {effect}"))?;
    }
    out::line(&format!("  {}", said.advice))
}

/// That pins did not hold for some mail, and what to change.
pub fn pins_without_address(talk: &Talk, seen: &PinsWithoutAddressView) -> Outcome {
    let last = talk.time(&seen.last);
    let count = talk.say(key::ADDRESS_COUNT, &[("count", seen.count.into()), ("last", (&*last).into())]);
    out::line(&format!("{} {count}", talk.label(key::ADDRESS_PINS_WITHOUT)))?;
    out::line(&format!("  {}", talk.label(key::ADDRESS_ADVICE_POSTFIX)))
}
