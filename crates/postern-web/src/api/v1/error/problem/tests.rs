//! Every code has a place, a title and a line in docs/reference/problems.md.

use std::path::Path;

use postern_core::account::Language;
use postern_text::Words;

use super::*;

/// Codes whose sentence has another name in postern-text.
const NAMED_OTHERWISE: [(&str, &str); 13] = [
    ("entry_exists", "refusal-entry-exists-allowed"),
    ("idempotency_key", "problem-key-unreadable"),
    ("idempotency_key_in_use", "problem-key-in-use"),
    ("idempotency_key_reused", "problem-key-reused"),
    ("idempotency_keys_full", "problem-keys-full"),
    ("method_not_allowed", "cli-error-method"),
    ("no_such_preset", "problem-no-such-preset"),
    ("nothing_queued", "refusal-nothing-queued-hold"),
    ("password_unfit", "password-fault-too-short"),
    ("precondition_failed", "problem-precondition"),
    ("reason_missing", "refusal-note-missing"),
    ("reason_too_long", "refusal-note-too-long"),
    ("self_not_allowed", "refusal-own-password"),
];

const HEAD: &str = "\
# Problems
Every answer of the [API](api.md) that says no has this body (`application/problem+json`, RFC 9457):

```json
{\"type\": \"/api/v1/problems/reason_missing\", \"title\": \"Refused by the rules\", \"status\": 422,
 \"detail\": \"Write a reason. It goes into the audit log and onto the user's page.\",
 \"code\": \"reason_missing\", \"request_id\": \"1f3a-12\",
 \"errors\": [{\"pointer\": \"/reason\", \"detail\": \"Write a reason. It goes into the audit log and onto the user's page.\"}]}
```

- `type` and `code` are stable and never translated.
- `title` and `detail` are sentences for people, in the language of `Accept-Language` (en, sv, lv, sl, nb, el).
- `errors` says which part of the request is wrong: `pointer` is a JSON pointer into the body (RFC 6901), `parameter` a name
  in the address's query. `details` has values that belong to the code, such as the name that is taken.
- `request_id` is in the server's log, too.

| code | status | what it says |
|---|---|---|
";

/// The English sentences of postern-text, by their names, with placeholders as they are.
fn sentences() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../postern-text/locales/en");
    let files = std::fs::read_dir(folder).expect("the sentences stand beside us");
    let texts = files.map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("text"));
    texts.collect()
}

fn sentence_of(code: &str, sentences: &str) -> Option<String> {
    let dashed = code.replace('_', "-");
    let otherwise =
        NAMED_OTHERWISE.iter().find(|(known, _)| *known == code).map(|(_, name)| (*name).to_owned());
    let usual = ["refusal", "cli-error", "apps-error"].map(|area| format!("{area}-{dashed}"));
    otherwise.into_iter().chain(usual).find_map(|name| {
        let begin = format!("{name} = ");
        let line = sentences.lines().find_map(|line| line.strip_prefix(&begin))?;
        // A sentence that selects by a number has its branches on the lines below: the last is the usual one.
        Some(line.replace("{ $", "`").replace(" }", "`"))
    })
}

#[test]
fn the_page_of_problems_has_every_code_with_its_sentence() {
    let sentences = sentences();
    let mut rows: Vec<String> = all()
        .map(|(code, status)| {
            let sentence = sentence_of(code, &sentences).unwrap_or_else(|| panic!("{code} has no sentence"));
            format!("| `{code}` | {} | {sentence} |\n", status.as_u16())
        })
        .collect();
    rows.sort();
    let page = format!("{HEAD}{}", rows.concat());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/problems.md");
    if std::env::var_os("POSTERN_BLESS").is_some() {
        std::fs::write(&path, &page).expect("the page is ours");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(kept, page, "POSTERN_BLESS=1 writes it anew");
}

#[test]
fn every_code_stands_once_and_has_a_title_of_its_own_sort() {
    let mut words: Vec<_> = all().map(|(word, _)| word).collect();
    let count = words.len();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), count);
    for (word, status) in all() {
        assert_eq!(status_of(word), Some(status));
        let is_failure = title_of(status) == key::PROBLEM_FAILED;
        assert_eq!(is_failure, status == StatusCode::INTERNAL_SERVER_ERROR, "{word}");
    }
    assert_eq!(status_of("colour"), None);
}

#[test]
fn a_code_has_one_status_wherever_it_stands() {
    for (word, status) in REFUSALS {
        assert_eq!(status_of(word), Some(*status), "{word}");
    }
}

/// RFC 9457, section 3.1.3: the title is the same at each occurrence, except for the language.
#[test]
fn a_title_is_a_sentence_of_each_language_without_arguments() {
    for language in Language::ALL {
        let words = Words::in_language(*language);
        let mut titles: Vec<_> = all().map(|(_, status)| words.say(title_of(status), &[])).collect();
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), 12, "{language:?}: {titles:?}");
    }
}
