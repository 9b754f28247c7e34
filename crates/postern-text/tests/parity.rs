//! The six languages against each other and against the code: every message in every language, with the same
//! placeholders and all of the language's plural forms, without words that the term base forbids, used somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource};

const LANGUAGES: [&str; 6] = ["en", "sv", "lv", "sl", "nb", "el"];
/// Files that exist in English only: an SMTP reply is ASCII. This list may only shrink.
const ENGLISH_ONLY: [&str; 1] = ["gate.ftl"];

/// What a message looks like to a translator.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    placeholders: BTreeSet<String>,
    /// The variable that selects, and the branches that are not exact numbers.
    selector: Option<(String, BTreeSet<String>)>,
    text: String,
    has_nested_selector: bool,
}

fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")
}

fn files() -> Vec<String> {
    let mut files: Vec<_> = fs::read_dir(locales().join("en"))
        .expect("the English folder")
        .map(|file| file.expect("readable").file_name().into_string().expect("ASCII names"))
        .collect();
    files.sort();
    files
}

fn messages(language: &str, file: &str) -> BTreeMap<String, Shape> {
    let path = locales().join(language).join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let resource: Resource<&str> = fluent_syntax::parser::parse(text.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut shapes = BTreeMap::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let twice = shapes.insert(message.id.name.to_owned(), shape(message));
                assert!(twice.is_none(), "{language}/{file}: {} is there twice", message.id.name);
            }
            Entry::Junk { content } => panic!("{language}/{file}: {content}"),
            Entry::Term(_) | Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    shapes
}

fn shape(message: &Message<&str>) -> Shape {
    let mut shape = Shape::default();
    walk(message.value.as_ref().expect("a message has a text"), &mut shape);
    shape
}

fn walk(pattern: &Pattern<&str>, shape: &mut Shape) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => shape.text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                placeholder(inline, shape)
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                shape.has_nested_selector |= shape.selector.is_some();
                let InlineExpression::VariableReference { id } = selector else { panic!("{selector:?}") };
                shape.placeholders.insert(id.name.to_owned());
                let mut branches = BTreeSet::new();
                for variant in variants {
                    if let fluent_syntax::ast::VariantKey::Identifier { name } = &variant.key {
                        branches.insert((*name).to_owned());
                    }
                }
                shape.selector.get_or_insert((id.name.to_owned(), branches));
                for variant in variants {
                    walk(&variant.value, shape);
                    shape.text.push('\n');
                }
            }
        }
    }
}

fn placeholder(inline: &InlineExpression<&str>, shape: &mut Shape) {
    match inline {
        InlineExpression::VariableReference { id } => {
            shape.placeholders.insert(id.name.to_owned());
        }
        other => panic!("only variables stand in our messages, not {other:?}"),
    }
}

fn categories(language: &str) -> BTreeSet<String> {
    let names: &[&str] = match language {
        "lv" => &["zero", "one", "other"],
        "sl" => &["one", "two", "few", "other"],
        _ => &["one", "other"],
    };
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Words by which a question is recognised: what people type, however wrong, and never shown.
fn is_only_searched(name: &str) -> bool {
    name.ends_with("-words") && (name.starts_with("card-") || name.starts_with("symptom-"))
}

/// Every message of every language, with its English shape.
fn each_message(mut check: impl FnMut(&str, &str, &str, &Shape, &Shape)) {
    for file in files() {
        let english = messages("en", &file);
        for language in LANGUAGES {
            if language != "en" && ENGLISH_ONLY.contains(&file.as_str()) {
                continue;
            }
            for (name, shape) in messages(language, &file) {
                if let Some(english) = english.get(&name) {
                    check(language, &file, &name, &shape, english);
                }
            }
        }
    }
}

#[test]
fn every_message_is_there_in_every_language() {
    let mut wrong = Vec::new();
    for file in files() {
        let english = messages("en", &file);
        for language in LANGUAGES.into_iter().filter(|_| !ENGLISH_ONLY.contains(&file.as_str())) {
            let translated = messages(language, &file);
            for (name, shape) in &english {
                if !translated.contains_key(name) {
                    wrong.push(format!("{language}/{file} lacks {name}. English: {}", shape.text.trim()));
                }
            }
            for name in translated.keys().filter(|name| !english.contains_key(*name)) {
                wrong.push(format!("{language}/{file} has {name}, which English does not"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn placeholders_and_selectors_are_the_same_in_every_language() {
    let mut wrong = Vec::new();
    each_message(|language, file, name, shape, english| {
        if shape.placeholders != english.placeholders {
            wrong.push(format!(
                "{language}/{file} {name}: {:?}, English {:?}",
                shape.placeholders, english.placeholders
            ));
        }
        // A language may do without a plural where its sentence reads the same for every number, but it never
        // selects where English does not.
        let selects = |shape: &Shape| shape.selector.as_ref().map(|(variable, _)| variable.clone());
        if selects(shape).is_some() && selects(shape) != selects(english) {
            wrong.push(format!("{language}/{file} {name} selects by {:?}", shape.selector));
        }
        if shape.has_nested_selector {
            wrong.push(format!("{language}/{file} {name}: two counted nouns are two messages"));
        }
    });
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn a_plural_has_every_form_of_its_language() {
    let mut wrong = Vec::new();
    each_message(|language, file, name, shape, _| {
        if let Some((_, branches)) = &shape.selector
            && *branches != categories(language)
        {
            wrong.push(format!("{language}/{file} {name}: {branches:?}"));
        }
    });
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn no_message_is_still_english() {
    // Words that are the same in both languages.
    let same: BTreeSet<(&str, &str)> = BTreeSet::from([
        ("sv", "account-kind-person"),
        ("nb", "account-kind-person"),
        ("nb", "user-tab-sending"),
        ("nb", "protocol-submission"),
        ("sv", "tokens-name"),
        ("sl", "tokens-name"),
        ("nb", "tokens-name"),
        ("sv", "users-status"),
        ("nb", "users-status"),
        ("sv", "incident-title"),
        ("sl", "incident-title"),
    ]);
    let mut wrong = Vec::new();
    each_message(|language, file, name, shape, english| {
        let has_words = english.text.chars().filter(|c| c.is_alphabetic()).count() > 3;
        if language != "en" && has_words && shape.text == english.text && !same.contains(&(language, name)) {
            wrong.push(format!("{language}/{file} {name}: {}", english.text));
        }
    });
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// What must not stand in any sentence of a language; the list says why.
fn forbidden(language: &str) -> impl Iterator<Item = &'static str> {
    let list = include_str!("forbidden-words.txt").lines().filter(|line| !line.starts_with('#'));
    list.filter_map(move |line| line.strip_prefix(language)?.strip_prefix(' '))
}

#[test]
fn no_message_uses_a_word_that_the_term_base_forbids() {
    let mut wrong = Vec::new();
    each_message(|language, file, name, shape, _| {
        if is_only_searched(name) {
            return;
        }
        let text = format!("{}\n", shape.text.to_lowercase());
        for word in forbidden(language).chain(["...", "! ", "!\n", " & "]) {
            if text.contains(word) {
                wrong.push(format!("{language}/{file} {name}: {word:?} in {}", shape.text.trim()));
            }
        }
    });
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn greek_never_says_code_where_it_means_password_and_mixes_no_scripts() {
    let mut wrong = Vec::new();
    each_message(|language, file, name, shape, _| {
        if language != "el" || is_only_searched(name) {
            return;
        }
        let words: Vec<&str> = shape.text.split_whitespace().collect();
        for (position, word) in words.iter().enumerate() {
            let next = words.get(position + 1).copied().unwrap_or("");
            let kind = ["πρόσβασ", "επαλήθευσ", "ανάκτησ", "μίας"];
            if word.starts_with("κωδικ") && !kind.iter().any(|kind| next.starts_with(kind)) {
                wrong.push(format!("{file} {name}: a bare {word:?}"));
            }
            let is_greek =
                |c: char| ('\u{370}'..='\u{3ff}').contains(&c) || ('\u{1f00}'..='\u{1fff}').contains(&c);
            if word.chars().any(is_greek) && word.chars().any(|c| c.is_ascii_alphabetic()) {
                wrong.push(format!("{file} {name}: two scripts in {word:?}"));
            }
        }
    });
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn no_message_holds_an_invisible_mark() {
    each_message(|language, file, name, shape, _| {
        let is_mark = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        assert!(!shape.text.contains(is_mark), "{language}/{file} {name}");
    });
}

#[test]
fn what_is_said_over_smtp_is_ascii() {
    for (name, shape) in messages("en", "gate.ftl") {
        assert!(shape.text.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{name}: {}", shape.text);
    }
}

/// Buttons wrap but lines on a telephone are short: the longest sentence of each language is known.
#[test]
fn no_sentence_is_longer_than_360_characters() {
    each_message(|language, file, name, shape, _| {
        if is_only_searched(name) {
            return;
        }
        for branch in shape.text.lines() {
            let length = branch.chars().count();
            assert!(length <= 360, "{language}/{file} {name}: {length} characters");
        }
    });
}

#[test]
fn every_message_is_used() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("crates/").to_path_buf();
    let mut code = String::new();
    let mut folders = vec![crates];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("readable") {
            let path = entry.expect("readable").path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "html") {
                code.push_str(&fs::read_to_string(&path).expect("UTF-8"));
            }
        }
    }
    let used: BTreeSet<&str> = code
        .split("key::")
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or(""))
        .collect();
    let mut unused = Vec::new();
    for file in files() {
        for name in messages("en", &file).into_keys() {
            if !used.contains(name.replace('-', "_").to_uppercase().as_str()) {
                unused.push(format!("{file} {name}"));
            }
        }
    }
    assert!(unused.is_empty(), "no code says\n{}\n", unused.join("\n"));
}
