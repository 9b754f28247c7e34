//! Mail to the owner of an account: subject, plain text and HTML of the same sentences. Knows nothing of addresses, relays or MIME,
//! and of a link only that it is one. Never holds a password.

use jiff::tz::TimeZone;
use postern_core::event::EventKind;
use postern_core::name::AccountName;
use postern_core::time::Timestamp;

use crate::key;
use crate::words::{Arg, Key, Words};

/// A mail in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// One line.
    pub subject: String,
    /// Plain text, lines ended by `\n`.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// What a mail with a link is made of.
#[derive(Clone, Copy, Debug)]
pub struct LinkLetter<'a> {
    /// The account's primary address.
    pub account: &'a AccountName,
    /// Where it leads.
    pub link: &'a str,
    /// Until when it works.
    pub until: Timestamp,
    /// In which all times are shown.
    pub zone: &'a TimeZone,
}

/// A change that an owner is told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerChange {
    kind: EventKind,
    name: String,
    at: Timestamp,
}

impl OwnerChange {
    /// A change that is the owner's to know; `name` is that of the address, passkey or app password that it was about, else empty.
    pub fn of(kind: EventKind, name: String, at: Timestamp) -> Option<Self> {
        const TOLD: [EventKind; 11] = [
            EventKind::PasswordSet,
            EventKind::Recovered,
            EventKind::AlternateAdded,
            EventKind::AlternateVerified,
            EventKind::AlternateRemoved,
            EventKind::SecondFactorSet,
            EventKind::PasskeyAdded,
            EventKind::PasskeyRemoved,
            EventKind::RecoveryCodesSet,
            EventKind::AppPasswordAdded,
            EventKind::AppPasswordRevoked,
        ];
        TOLD.contains(&kind).then_some(Self { kind, name, at })
    }
}

/// What the mail about changes is made of.
#[derive(Clone, Debug)]
pub struct ChangeLetter<'a> {
    /// The account's primary address.
    pub account: &'a AccountName,
    /// What was changed, oldest first.
    pub changes: Vec<OwnerChange>,
    /// Somebody else than the owner did it, in the open.
    pub is_by_admin: bool,
    /// The link that says "this wasn't me", and until when it works.
    pub not_me: Option<(&'a str, Timestamp)>,
    /// When this was true.
    pub at: Timestamp,
    /// In which all times are shown.
    pub zone: &'a TimeZone,
}

impl Words {
    /// Asks whoever reads the mail at a new alternate address to say so.
    pub fn address_check_letter(&self, about: &LinkLetter<'_>) -> Letter {
        let account = ("account", Arg::Text(about.account.as_str()));
        let mut draft = Draft::new(self, self.say(key::LETTER_CHECK_SUBJECT, &[account]));
        draft.say(key::LETTER_CHECK_LEDE, &[account]);
        draft.button(key::LETTER_CHECK_BUTTON, about.link);
        draft.say(key::LETTER_UNTIL, &[("until", Arg::Time(about.until, about.zone))]);
        draft.say(key::LETTER_CHECK_NOT_YOU, &[]);
        draft.done(None, about.until, about.zone)
    }

    /// Brings the link by which the owner sets a new password.
    pub fn password_link_letter(&self, about: &LinkLetter<'_>) -> Letter {
        let account = ("account", Arg::Text(about.account.as_str()));
        let mut draft = Draft::new(self, self.say(key::LETTER_PASSWORD_SUBJECT, &[account]));
        draft.say(key::LETTER_PASSWORD_LEDE, &[account]);
        draft.button(key::LETTER_PASSWORD_BUTTON, about.link);
        draft.say(key::LETTER_UNTIL, &[("until", Arg::Time(about.until, about.zone))]);
        draft.say(key::LETTER_PASSWORD_OLD, &[]);
        draft.say(key::LETTER_PASSWORD_NOT_YOU, &[]);
        draft.done(Some(about.account), about.until, about.zone)
    }

    /// Brings a code for getting back in.
    pub fn recovery_code_letter(
        &self,
        account: &AccountName,
        code: &str,
        until: Timestamp,
        zone: &TimeZone,
    ) -> Letter {
        let mut draft = Draft::new(self, self.say(key::LETTER_CODE_SUBJECT, &[("code", code.into())]));
        draft.code(code);
        let arguments = [("until", Arg::Time(until, zone)), ("account", account.as_str().into())];
        draft.say(key::LETTER_CODE_LEDE, &arguments);
        draft.say(key::LETTER_CODE_NOT_YOU, &[]);
        draft.done(Some(account), until, zone)
    }

    /// Tells of changes, with the link that says "this wasn't me".
    pub fn change_letter(&self, about: &ChangeLetter<'_>) -> Letter {
        let account = ("account", Arg::Text(about.account.as_str()));
        let only_password = about.changes.iter().all(|change| change.kind == EventKind::PasswordSet);
        let subject =
            if only_password { key::LETTER_CHANGE_SUBJECT_PASSWORD } else { key::LETTER_CHANGE_SUBJECT };
        let mut draft = Draft::new(self, self.say(subject, &[account]));
        for change in &about.changes {
            let what = self.event(change.kind);
            let (what, when) = (("what", (&what).into()), ("when", Arg::Time(change.at, about.zone)));
            if change.name.is_empty() {
                draft.say(key::LETTER_CHANGE_WHEN, &[what, when]);
            } else {
                draft.say(key::LETTER_CHANGE_NAMED, &[what, when, ("name", (&change.name).into())]);
            }
        }
        if about.is_by_admin {
            draft.say(key::LETTER_CHANGE_BY_ADMIN, &[]);
        }
        draft.say(key::LETTER_CHANGE_FINE, &[]);
        if let Some((link, until)) = about.not_me {
            draft.say(key::LETTER_CHANGE_NOT_YOU, &[]);
            draft.button(key::LETTER_NOT_ME, link);
            draft.say(key::LETTER_UNTIL, &[("until", Arg::Time(until, about.zone))]);
        }
        draft.done(Some(about.account), about.at, about.zone)
    }
}

/// Inline, because mail programs drop style sheets; the part in the head only brings the dark colours.
const HEAD: &str = "<style>@media (prefers-color-scheme: dark){.bg{background:#141719!important}\
.ink{color:#e9e7e2!important}.ink2{color:#a6acaf!important}.ln{border-color:#2e3437!important}\
.go{background:#76c5d8!important;color:#06222a!important}.lk{color:#76c5d8!important}}</style>";
const FRAME: &str = "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr>\
<td align=\"center\" style=\"padding:24px 16px\">\n<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" \
cellspacing=\"0\" border=\"0\" style=\"max-width:560px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,\
'Noto Sans',Arial,sans-serif;font-size:17px;line-height:1.5;text-align:left\">\n";
const P: &str = "<p style=\"margin:0 0 14px;overflow-wrap:anywhere\">";

/// A mail while it is being written, in both forms.
struct Draft<'a> {
    words: &'a Words,
    subject: String,
    text: String,
    html: String,
}

impl<'a> Draft<'a> {
    fn new(words: &'a Words, subject: String) -> Self {
        let html = format!(
            "<tr><td class=\"ink\" style=\"padding-top:14px;color:#1a1d1f\">\n<h1 style=\"overflow-wrap:anywhere;\
             margin:0 0 14px;font-size:25px;line-height:1.25;font-weight:600\">{}</h1>\n",
            escaped(&subject)
        );
        Self { words, subject, text: String::new(), html }
    }

    fn say(&mut self, key: Key, arguments: &[(&'static str, Arg<'_>)]) {
        let sentence = self.words.say(key, arguments);
        self.text.push_str(&format!("{sentence}\n\n"));
        self.html.push_str(&format!("{P}{}</p>\n", escaped(&sentence)));
    }

    /// A link as a button, and as a text for whoever types it on another device.
    fn button(&mut self, key: Key, link: &str) {
        let (label, typed) = (self.words.say(key, &[]), self.words.say(key::LETTER_LINK_TYPED, &[]));
        self.text.push_str(&format!("{label}:\n{link}\n\n"));
        let (label, link, typed) = (escaped(&label), escaped(link), escaped(&typed));
        self.html.push_str(&format!(
            "<p style=\"margin:0 0 8px\"><a class=\"go\" href=\"{link}\" style=\"display:inline-block;padding:13px 22px;\
             border-radius:6px;background:#0d5a70;color:#ffffff;font-weight:600;text-decoration:none\">{label}</a></p>\n\
             <p class=\"ink2\" style=\"overflow-wrap:anywhere;margin:0 0 24px;font-size:15px;color:#565a5d\">{typed} \
             <a class=\"lk\" href=\"{link}\" style=\"color:#0d5a70\">{link}</a></p>\n"
        ));
    }

    fn code(&mut self, code: &str) {
        self.text.push_str(&format!("{code}\n\n"));
        self.html.push_str(&format!(
            "<p style=\"margin:0 0 14px;font-size:28px;letter-spacing:.12em;font-family:ui-monospace,Menlo,Consolas,\
             monospace\">{}</p>\n",
            escaped(code)
        ));
    }

    /// With what stands below: why this came, that nobody asks for it, and in which zone times are.
    fn done(self, registered: Option<&AccountName>, at: Timestamp, zone: &TimeZone) -> Letter {
        let words = self.words;
        let mut foot = Vec::new();
        if let Some(account) = registered {
            foot.push(words.say(key::LETTER_WHY_YOU, &[("account", account.as_str().into())]));
        }
        foot.push(words.say(key::LETTER_NEVER_ASKS, &[]));
        let zone = crate::mail::zone_name(at, zone);
        foot.push(words.say(key::MAIL_RESTRICTED_ZONE, &[("zone", (&zone).into())]));
        let foot = foot.join(" ");
        let (subject, code) = (escaped(&self.subject), words.language().code());
        let html = format!(
            "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
             content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{subject}</title>\n{HEAD}\n</head>\n<body class=\"bg\" style=\"margin:0;background:#ffffff\">\n{FRAME}{}\
             </td></tr>\n<tr><td class=\"ink2 ln\" style=\"padding-top:14px;border-top:1px solid #e1dfd9;color:#565a5d;\
             font-size:15px;overflow-wrap:anywhere\">{}</td></tr>\n</table>\n</td></tr></table>\n</body>\n</html>\n",
            self.html,
            escaped(&foot)
        );
        Letter { subject: self.subject, text: format!("{}-- \n{foot}\n", self.text), html }
    }
}

/// Text that may come from anywhere, for between tags and within quoted attributes.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use postern_core::account::Language;

    fn account() -> AccountName {
        AccountName::from_canonical("rob@contoso.example".to_owned())
    }

    #[test]
    fn both_forms_of_a_letter_say_the_same_and_the_link_is_whole_in_each() {
        let link = "https://mail.contoso.example/set-password/7K2M9QX4TB_AAECAwQF";
        for &language in Language::ALL {
            let account = account();
            let letter = Words::in_language(language).password_link_letter(&LinkLetter {
                account: &account,
                link,
                until: Timestamp::from_unix_s(1_795_269_727),
                zone: &TimeZone::UTC,
            });
            assert!(letter.text.lines().any(|line| line == link), "{}", letter.text);
            assert_eq!(letter.html.matches(&format!("href=\"{link}\"")).count(), 2, "{}", letter.html);
            for sentence in letter.text.split("\n\n").filter(|text| !text.contains(link)) {
                let sentence = sentence.trim_start_matches("-- \n").trim();
                assert!(letter.html.contains(&escaped(sentence)), "{language:?}: {sentence}");
            }
        }
    }

    #[test]
    fn the_name_of_a_passkey_cannot_become_markup() {
        let change = OwnerChange::of(
            EventKind::PasskeyAdded,
            "<a href=\"https://evil.example\">key</a>".to_owned(),
            Timestamp::default(),
        );
        let account = account();
        let letter = Words::in_language(Language::En).change_letter(&ChangeLetter {
            account: &account,
            changes: change.into_iter().collect(),
            is_by_admin: false,
            not_me: None,
            at: Timestamp::default(),
            zone: &TimeZone::UTC,
        });
        assert!(!letter.html.contains("<a"), "{}", letter.html);
        assert!(letter.text.contains("Passkey added: <a href="), "{}", letter.text);
    }
}
