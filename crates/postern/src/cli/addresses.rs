//! What is wrong with the addresses that the mail server sends: what is the case, what it means, what to change.

use postern_core::arrival::AddressFault;
use postern_text::{Key, key};
use postern_web::api::v1::health::{AddressProblemView, PinsWithoutAddressView};

use super::exit::Outcome;
use super::out;
use super::talk::Talk;

/// The sentences of one problem. One that a newer server told us of is named by its code.
pub fn problem(talk: &Talk, problem: &AddressProblemView) -> Outcome {
    let Some(fault) = AddressFault::from_code(&problem.fault) else {
        return out::line(&problem.fault);
    };
    let (said, is_source, advice) = sentences(fault, problem.is_over_smtp);
    let address = problem.address.as_deref().unwrap_or_default();
    let last = talk.time(&problem.last);
    let count = [("count", problem.count.into()), ("last", (&*last).into())];
    let case = match fault {
        AddressFault::OneForAll => talk.say(said, &[("address", address.into())]),
        AddressFault::Missing
        | AddressFault::Unreadable
        | AddressFault::UnsupportedVariable
        | AddressFault::LocalHost
        | AddressFault::Nobodys => talk.say(said, &[]),
    };
    out::line(&format!("{case} {}", talk.say(key::ADDRESS_COUNT, &count)))?;
    if !is_source {
        out::line(&format!("  {}", talk.label(key::ADDRESS_EFFECT)))?;
    }
    out::line(&format!("  {}", talk.label(advice)))
}

/// That pins did not hold for some mail, and what to change.
pub fn pins_without_address(talk: &Talk, seen: &PinsWithoutAddressView) -> Outcome {
    let last = talk.time(&seen.last);
    let count = talk.say(key::ADDRESS_COUNT, &[("count", seen.count.into()), ("last", (&*last).into())]);
    out::line(&format!("{} {count}", talk.label(key::ADDRESS_PINS_WITHOUT)))?;
    out::line(&format!("  {}", talk.label(key::ADDRESS_ADVICE_POSTFIX)))
}

/// What is said, whether the address counts as a source all the same, and what to change.
fn sentences(fault: AddressFault, is_over_smtp: bool) -> (Key, bool, Key) {
    let passing_on = if is_over_smtp { key::ADDRESS_ADVICE_POSTFIX } else { key::ADDRESS_ADVICE_DOVECOT };
    match fault {
        AddressFault::Missing => (key::ADDRESS_MISSING, false, key::ADDRESS_ADVICE_VARIABLE),
        AddressFault::Unreadable => (key::ADDRESS_UNREADABLE, false, key::ADDRESS_ADVICE_VARIABLE),
        AddressFault::UnsupportedVariable => {
            // It may be another variable than the address.
            (key::ADDRESS_UNSUPPORTED_VARIABLE, true, key::ADDRESS_ADVICE_VARIABLE)
        }
        AddressFault::LocalHost => (key::ADDRESS_LOCAL_HOST, false, passing_on),
        AddressFault::Nobodys => (key::ADDRESS_NOBODYS, false, passing_on),
        AddressFault::OneForAll => (key::ADDRESS_ONE_FOR_ALL, true, passing_on),
    }
}
