//! Help cards in words, and finding them by what somebody types: in any language, without accents, with a slip of a letter.

use postern_core::account::Language;
use postern_core::diagnosis::{Card, Symptom};
use postern_core::word_search::{phrase_score, text_score, words_of};

use crate::key;
use crate::words::{Key, Words};

/// Cards that a search gives at most.
const CARDS_FOUND_MAX: usize = 5;

/// The words of one card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardText {
    /// What it is about.
    pub title: String,
    /// What is the case.
    pub text: String,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// What to know beside it.
    pub note: String,
}

struct Keys {
    card: Card,
    title: Key,
    words: Key,
    text: Key,
    steps: &'static [Key],
    note: Key,
}

impl Words {
    /// A card's words.
    pub fn card(&self, card: Card) -> CardText {
        let keys = keys(card);
        CardText {
            title: self.say(keys.title, &[]),
            text: self.say(keys.text, &[]),
            steps: keys.steps.iter().map(|&step| self.say(step, &[])).collect(),
            note: self.say(keys.note, &[]),
        }
    }

    /// Cards that fit what was typed, the best first. Where this language has none, the others are looked at: an admin may have the
    /// question from somebody else.
    pub fn cards_for(&self, typed: &str) -> Vec<Card> {
        let typed = words_of(typed);
        let others = Language::ALL.iter().filter(|&&language| language != self.language());
        let languages = std::iter::once(&self.language()).chain(others).copied().collect::<Vec<_>>();
        languages
            .into_iter()
            .map(|language| Words::in_language(language).cards_in_this(&typed))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    fn cards_in_this(&self, typed: &[String]) -> Vec<Card> {
        let mut found: Vec<(u32, Card)> = Card::ALL
            .iter()
            .map(|&card| (self.card_score(card, typed), card))
            .filter(|(score, _)| *score > 0)
            .collect();
        found.sort_by_key(|&(score, card)| (std::cmp::Reverse(score), card));
        // What is far behind the best fits by chance.
        let least = found.first().map_or(0, |(score, _)| score / 3);
        found.retain(|(score, _)| *score >= least);
        found.truncate(CARDS_FOUND_MAX);
        found.into_iter().map(|(_, card)| card).collect()
    }

    fn card_score(&self, card: Card, typed: &[String]) -> u32 {
        let keys = keys(card);
        let phrases = self.say(keys.words, &[]);
        let of_phrases =
            phrases.split(',').filter_map(|phrase| phrase_score(typed, &words_of(phrase))).max().unwrap_or(0);
        let of_title = text_score(typed, &words_of(&self.say(keys.title, &[])));
        of_phrases + 20 * of_title
    }
}

/// What a typed question complains of, in whichever of our languages it is.
pub fn symptom_asked(typed: &str) -> Option<Symptom> {
    let typed = words_of(typed);
    let of_language = |words: &Words, symptom| {
        let phrases = words.symptom_phrases(symptom);
        phrases.split(',').filter_map(|phrase| phrase_score(&typed, &words_of(phrase))).max()
    };
    let score = |symptom| {
        let words = Language::ALL.iter().map(|&language| Words::in_language(language));
        words.filter_map(|words| of_language(words, symptom)).max()
    };
    let scored = Symptom::ALL.iter().filter_map(|&symptom| Some((score(symptom)?, symptom)));
    // Of equal ones the first in the list.
    scored.max_by_key(|&(score, symptom)| (score, std::cmp::Reverse(symptom))).map(|(_, symptom)| symptom)
}

/// A card's own; there is one for each, which a test compares with the list.
fn keys(card: Card) -> &'static Keys {
    KEYS.iter().find(|keys| keys.card == card).unwrap_or(&KEYS[0])
}

/// One for each card.
static KEYS: [Keys; Card::ALL.len()] = [
    Keys {
        card: Card::UnlockAccount,
        title: key::CARD_UNLOCK_ACCOUNT_TITLE,
        words: key::CARD_UNLOCK_ACCOUNT_WORDS,
        text: key::CARD_UNLOCK_ACCOUNT_TEXT,
        steps: &[
            key::CARD_UNLOCK_ACCOUNT_STEP_1,
            key::CARD_UNLOCK_ACCOUNT_STEP_2,
            key::CARD_UNLOCK_ACCOUNT_STEP_3,
            key::CARD_UNLOCK_ACCOUNT_STEP_4,
            key::CARD_UNLOCK_ACCOUNT_STEP_5,
            key::CARD_UNLOCK_ACCOUNT_STEP_6,
        ],
        note: key::CARD_UNLOCK_ACCOUNT_NOTE,
    },
    Keys {
        card: Card::ResetPassword,
        title: key::CARD_RESET_PASSWORD_TITLE,
        words: key::CARD_RESET_PASSWORD_WORDS,
        text: key::CARD_RESET_PASSWORD_TEXT,
        steps: &[
            key::CARD_RESET_PASSWORD_STEP_1,
            key::CARD_RESET_PASSWORD_STEP_2,
            key::CARD_RESET_PASSWORD_STEP_3,
            key::CARD_RESET_PASSWORD_STEP_4,
            key::CARD_RESET_PASSWORD_STEP_5,
            key::CARD_RESET_PASSWORD_STEP_6,
        ],
        note: key::CARD_RESET_PASSWORD_NOTE,
    },
    Keys {
        card: Card::SignInStatus,
        title: key::CARD_SIGN_IN_STATUS_TITLE,
        words: key::CARD_SIGN_IN_STATUS_WORDS,
        text: key::CARD_SIGN_IN_STATUS_TEXT,
        steps: &[
            key::CARD_SIGN_IN_STATUS_STEP_1,
            key::CARD_SIGN_IN_STATUS_STEP_2,
            key::CARD_SIGN_IN_STATUS_STEP_3,
            key::CARD_SIGN_IN_STATUS_STEP_4,
            key::CARD_SIGN_IN_STATUS_STEP_5,
        ],
        note: key::CARD_SIGN_IN_STATUS_NOTE,
    },
    Keys {
        card: Card::SelfService,
        title: key::CARD_SELF_SERVICE_TITLE,
        words: key::CARD_SELF_SERVICE_WORDS,
        text: key::CARD_SELF_SERVICE_TEXT,
        steps: &[
            key::CARD_SELF_SERVICE_STEP_1,
            key::CARD_SELF_SERVICE_STEP_2,
            key::CARD_SELF_SERVICE_STEP_3,
            key::CARD_SELF_SERVICE_STEP_4,
            key::CARD_SELF_SERVICE_STEP_5,
            key::CARD_SELF_SERVICE_STEP_6,
        ],
        note: key::CARD_SELF_SERVICE_NOTE,
    },
    Keys {
        card: Card::MustChange,
        title: key::CARD_MUST_CHANGE_TITLE,
        words: key::CARD_MUST_CHANGE_WORDS,
        text: key::CARD_MUST_CHANGE_TEXT,
        steps: &[
            key::CARD_MUST_CHANGE_STEP_1,
            key::CARD_MUST_CHANGE_STEP_2,
            key::CARD_MUST_CHANGE_STEP_3,
            key::CARD_MUST_CHANGE_STEP_4,
            key::CARD_MUST_CHANGE_STEP_5,
        ],
        note: key::CARD_MUST_CHANGE_NOTE,
    },
    Keys {
        card: Card::AppPasswords,
        title: key::CARD_APP_PASSWORDS_TITLE,
        words: key::CARD_APP_PASSWORDS_WORDS,
        text: key::CARD_APP_PASSWORDS_TEXT,
        steps: &[
            key::CARD_APP_PASSWORDS_STEP_1,
            key::CARD_APP_PASSWORDS_STEP_2,
            key::CARD_APP_PASSWORDS_STEP_3,
            key::CARD_APP_PASSWORDS_STEP_4,
            key::CARD_APP_PASSWORDS_STEP_5,
        ],
        note: key::CARD_APP_PASSWORDS_NOTE,
    },
    Keys {
        card: Card::StaleDevices,
        title: key::CARD_STALE_DEVICES_TITLE,
        words: key::CARD_STALE_DEVICES_WORDS,
        text: key::CARD_STALE_DEVICES_TEXT,
        steps: &[
            key::CARD_STALE_DEVICES_STEP_1,
            key::CARD_STALE_DEVICES_STEP_2,
            key::CARD_STALE_DEVICES_STEP_3,
            key::CARD_STALE_DEVICES_STEP_4,
            key::CARD_STALE_DEVICES_STEP_5,
        ],
        note: key::CARD_STALE_DEVICES_NOTE,
    },
    Keys {
        card: Card::BlockedSources,
        title: key::CARD_BLOCKED_SOURCES_TITLE,
        words: key::CARD_BLOCKED_SOURCES_WORDS,
        text: key::CARD_BLOCKED_SOURCES_TEXT,
        steps: &[
            key::CARD_BLOCKED_SOURCES_STEP_1,
            key::CARD_BLOCKED_SOURCES_STEP_2,
            key::CARD_BLOCKED_SOURCES_STEP_3,
            key::CARD_BLOCKED_SOURCES_STEP_4,
            key::CARD_BLOCKED_SOURCES_STEP_5,
            key::CARD_BLOCKED_SOURCES_STEP_6,
        ],
        note: key::CARD_BLOCKED_SOURCES_NOTE,
    },
    Keys {
        card: Card::Protocols,
        title: key::CARD_PROTOCOLS_TITLE,
        words: key::CARD_PROTOCOLS_WORDS,
        text: key::CARD_PROTOCOLS_TEXT,
        steps: &[
            key::CARD_PROTOCOLS_STEP_1,
            key::CARD_PROTOCOLS_STEP_2,
            key::CARD_PROTOCOLS_STEP_3,
            key::CARD_PROTOCOLS_STEP_4,
        ],
        note: key::CARD_PROTOCOLS_NOTE,
    },
    Keys {
        card: Card::UnblockEmail,
        title: key::CARD_UNBLOCK_EMAIL_TITLE,
        words: key::CARD_UNBLOCK_EMAIL_WORDS,
        text: key::CARD_UNBLOCK_EMAIL_TEXT,
        steps: &[
            key::CARD_UNBLOCK_EMAIL_STEP_1,
            key::CARD_UNBLOCK_EMAIL_STEP_2,
            key::CARD_UNBLOCK_EMAIL_STEP_3,
            key::CARD_UNBLOCK_EMAIL_STEP_4,
            key::CARD_UNBLOCK_EMAIL_STEP_5,
            key::CARD_UNBLOCK_EMAIL_STEP_6,
        ],
        note: key::CARD_UNBLOCK_EMAIL_NOTE,
    },
    Keys {
        card: Card::SpamLimits,
        title: key::CARD_SPAM_LIMITS_TITLE,
        words: key::CARD_SPAM_LIMITS_WORDS,
        text: key::CARD_SPAM_LIMITS_TEXT,
        steps: &[
            key::CARD_SPAM_LIMITS_STEP_1,
            key::CARD_SPAM_LIMITS_STEP_2,
            key::CARD_SPAM_LIMITS_STEP_3,
            key::CARD_SPAM_LIMITS_STEP_4,
            key::CARD_SPAM_LIMITS_STEP_5,
            key::CARD_SPAM_LIMITS_STEP_6,
        ],
        note: key::CARD_SPAM_LIMITS_NOTE,
    },
    Keys {
        card: Card::PlannedMailings,
        title: key::CARD_PLANNED_MAILINGS_TITLE,
        words: key::CARD_PLANNED_MAILINGS_WORDS,
        text: key::CARD_PLANNED_MAILINGS_TEXT,
        steps: &[
            key::CARD_PLANNED_MAILINGS_STEP_1,
            key::CARD_PLANNED_MAILINGS_STEP_2,
            key::CARD_PLANNED_MAILINGS_STEP_3,
            key::CARD_PLANNED_MAILINGS_STEP_4,
        ],
        note: key::CARD_PLANNED_MAILINGS_NOTE,
    },
    Keys {
        card: Card::BounceCodes,
        title: key::CARD_BOUNCE_CODES_TITLE,
        words: key::CARD_BOUNCE_CODES_WORDS,
        text: key::CARD_BOUNCE_CODES_TEXT,
        steps: &[
            key::CARD_BOUNCE_CODES_STEP_1,
            key::CARD_BOUNCE_CODES_STEP_2,
            key::CARD_BOUNCE_CODES_STEP_3,
            key::CARD_BOUNCE_CODES_STEP_4,
            key::CARD_BOUNCE_CODES_STEP_5,
            key::CARD_BOUNCE_CODES_STEP_6,
        ],
        note: key::CARD_BOUNCE_CODES_NOTE,
    },
    Keys {
        card: Card::CompromisedAccount,
        title: key::CARD_COMPROMISED_ACCOUNT_TITLE,
        words: key::CARD_COMPROMISED_ACCOUNT_WORDS,
        text: key::CARD_COMPROMISED_ACCOUNT_TEXT,
        steps: &[
            key::CARD_COMPROMISED_ACCOUNT_STEP_1,
            key::CARD_COMPROMISED_ACCOUNT_STEP_2,
            key::CARD_COMPROMISED_ACCOUNT_STEP_3,
            key::CARD_COMPROMISED_ACCOUNT_STEP_4,
            key::CARD_COMPROMISED_ACCOUNT_STEP_5,
            key::CARD_COMPROMISED_ACCOUNT_STEP_6,
        ],
        note: key::CARD_COMPROMISED_ACCOUNT_NOTE,
    },
    Keys {
        card: Card::Forwarding,
        title: key::CARD_FORWARDING_TITLE,
        words: key::CARD_FORWARDING_WORDS,
        text: key::CARD_FORWARDING_TEXT,
        steps: &[
            key::CARD_FORWARDING_STEP_1,
            key::CARD_FORWARDING_STEP_2,
            key::CARD_FORWARDING_STEP_3,
            key::CARD_FORWARDING_STEP_4,
            key::CARD_FORWARDING_STEP_5,
        ],
        note: key::CARD_FORWARDING_NOTE,
    },
    Keys {
        card: Card::InboxRules,
        title: key::CARD_INBOX_RULES_TITLE,
        words: key::CARD_INBOX_RULES_WORDS,
        text: key::CARD_INBOX_RULES_TEXT,
        steps: &[
            key::CARD_INBOX_RULES_STEP_1,
            key::CARD_INBOX_RULES_STEP_2,
            key::CARD_INBOX_RULES_STEP_3,
            key::CARD_INBOX_RULES_STEP_4,
            key::CARD_INBOX_RULES_STEP_5,
        ],
        note: key::CARD_INBOX_RULES_NOTE,
    },
    Keys {
        card: Card::Alerts,
        title: key::CARD_ALERTS_TITLE,
        words: key::CARD_ALERTS_WORDS,
        text: key::CARD_ALERTS_TEXT,
        steps: &[
            key::CARD_ALERTS_STEP_1,
            key::CARD_ALERTS_STEP_2,
            key::CARD_ALERTS_STEP_3,
            key::CARD_ALERTS_STEP_4,
            key::CARD_ALERTS_STEP_5,
            key::CARD_ALERTS_STEP_6,
        ],
        note: key::CARD_ALERTS_NOTE,
    },
    Keys {
        card: Card::ConnectorsDown,
        title: key::CARD_CONNECTORS_DOWN_TITLE,
        words: key::CARD_CONNECTORS_DOWN_WORDS,
        text: key::CARD_CONNECTORS_DOWN_TEXT,
        steps: &[
            key::CARD_CONNECTORS_DOWN_STEP_1,
            key::CARD_CONNECTORS_DOWN_STEP_2,
            key::CARD_CONNECTORS_DOWN_STEP_3,
            key::CARD_CONNECTORS_DOWN_STEP_4,
            key::CARD_CONNECTORS_DOWN_STEP_5,
            key::CARD_CONNECTORS_DOWN_STEP_6,
        ],
        note: key::CARD_CONNECTORS_DOWN_NOTE,
    },
];

#[cfg(test)]
mod tests;
