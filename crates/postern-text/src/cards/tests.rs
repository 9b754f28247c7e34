//! Cards and complaints are found as people type: misspelt, without accents, begun and not ended, in each language.

use super::*;

fn found(language: Language, typed: &str) -> Option<Card> {
    Words::in_language(language).cards_for(typed).first().copied()
}

/// L1 and K8: by words, by code, with typing errors.
#[test]
fn a_card_is_found_however_it_is_typed_in_each_language() {
    for (language, typed, card) in [
        (Language::En, "5.1.8", Card::BounceCodes),
        (Language::En, "forwrding", Card::Forwarding),
        (Language::En, "user cannot send mail", Card::UnblockEmail),
        (Language::En, "newslettr", Card::PlannedMailings),
        (Language::En, "app passw", Card::AppPasswords),
        (Language::Sv, "aterstall losenord", Card::ResetPassword),
        (Language::Sv, "vidarebefodra", Card::Forwarding),
        (Language::Nb, "videresend", Card::Forwarding),
        (Language::Nb, "låse opp konto", Card::UnlockAccount),
        (Language::Lv, "parsutisana", Card::Forwarding),
        (Language::Lv, "atiestatit paroli", Card::ResetPassword),
        (Language::Sl, "posredovanj", Card::Forwarding),
        (Language::Sl, "ponastavitev gesla", Card::ResetPassword),
        (Language::El, "προωθηση", Card::Forwarding),
        (Language::El, "5.1.8", Card::BounceCodes),
    ] {
        let cards = Words::in_language(language).cards_for(typed);
        assert!(cards.contains(&card), "{language:?} {typed}: {cards:?}");
    }
    // Every title finds its own card.
    for &language in Language::ALL {
        for &card in Card::ALL {
            let title = Words::in_language(language).card(card).title;
            let cards = Words::in_language(language).cards_for(&title);
            assert!(cards.contains(&card), "{language:?} {title}: {cards:?}");
        }
    }
    assert_eq!(found(Language::En, "zzzzz qqqqq"), None);
    assert_eq!(
        found(Language::En, "posredovanje"),
        Some(Card::Forwarding),
        "the question may be somebody else's"
    );
}

#[test]
fn a_card_has_a_title_steps_and_a_note_in_each_language() {
    for &language in Language::ALL {
        for &card in Card::ALL {
            assert_eq!(keys(card).card, card, "a card has no words");
            let text = Words::in_language(language).card(card);
            assert!(text.steps.len() >= 4 && !text.title.is_empty() && !text.note.is_empty(), "{card:?}");
            assert!(
                !text.title.ends_with('.') && text.text.ends_with(['.', '»']),
                "{language:?} {}",
                text.text
            );
        }
    }
}

/// L1: what the seeds' readers would type.
#[test]
fn a_typed_question_is_taken_for_its_complaint_in_each_language() {
    for (typed, symptom) in [
        ("rob can't send", Symptom::CannotSend),
        ("rob cant sned mail", Symptom::CannotSend),
        ("why can't rob sign in?", Symptom::CannotSignIn),
        ("rob is locked out again", Symptom::KeepsBeingLocked),
        ("mail for rob comes back", Symptom::MailBounces),
        ("rob doesn't receive anything", Symptom::CannotReceive),
        ("the password of rob is not accepted", Symptom::PasswordNotAccepted),
        ("somebody forwards rob's mail: forwarding", Symptom::ForwardingUnknown),
        ("a rule deletes rob's mail", Symptom::RulesUnknown),
        ("the reset mail never came", Symptom::NoResetMail),
        ("rob kan inte skicka e-post", Symptom::CannotSend),
        ("rob kan inte logga in", Symptom::CannotSignIn),
        ("rob kan ikke sende", Symptom::CannotSend),
        ("rob får ikke logget på, pålogging", Symptom::CannotSignIn),
        ("Rob nevar nosutit e-pastu", Symptom::CannotSend),
        ("Rob nevar pierakstīties", Symptom::CannotSignIn),
        ("Rob ne more posiljati poste", Symptom::CannotSend),
        ("Rob se ne more vpisati", Symptom::CannotSignIn),
        ("ο Rob δεν μπορεί να στείλει", Symptom::CannotSend),
        ("ο rob δεν μπορει να συνδεθει", Symptom::CannotSignIn),
    ] {
        assert_eq!(symptom_asked(typed), Some(symptom), "{typed}");
    }
    assert_eq!(symptom_asked("rob"), None);
}
