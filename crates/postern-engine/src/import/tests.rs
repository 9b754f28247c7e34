//! Files as sites have them: what is read, what is refused and what people are told.

use postern_core::account::{AccountKind, DISPLAY_NAME_BYTES_MAX};
use postern_core::name::NameError;
use postern_text::Words;

use super::*;
use crate::password::HashPool;

/// `doveadm pw -s SCHEME -p 'correct horse é'` of Dovecot 2.3.19.
const SSHA: &str = "{SSHA}9/Yrz3BXp2oWg6+nEUnEjRBuZ8t4ekdH";
const BLF_CRYPT: &str = "$2y$05$Bu/k7Z0D0xh2FZJm6vjEhO//71iJVif33YsC9sTj7PWsdB2yUhzDe";

fn options(format: Format) -> Options {
    Options {
        format,
        names: NameRules { default_domain: Some("contoso.example".to_owned()), plus_delimiter: Some('+') },
        language: Language::Sv,
        allow_plain_text: false,
        gate_only: false,
    }
}

fn passwd(file: &str) -> Imported {
    read(file.as_bytes(), &options(Format::PasswdFile))
}

fn csv(file: &str) -> Imported {
    read(file.as_bytes(), &options(Format::Csv))
}

fn names(imported: &Imported) -> Vec<&str> {
    imported.rows.iter().map(|row| row.account.name.as_str()).collect()
}

fn problems(imported: &Imported) -> Vec<(usize, &Problem)> {
    imported.bad.iter().map(|bad| (bad.line, &bad.problem)).collect()
}

#[test]
fn a_passwd_file_is_read_as_dovecot_reads_it() {
    let file = format!(
        "# people\n\nrob:{SSHA}:1000:1000:Rob Young,room 5:/home/rob::userdb_mail=maildir:~\r\n\
         Ana@Other.Example:{BLF_CRYPT}\nshared:*::::::\nnobody\n"
    );
    let imported = passwd(&file);
    assert_eq!(imported.bad, []);
    assert_eq!(
        names(&imported),
        ["rob@contoso.example", "ana@other.example", "shared@contoso.example", "nobody@contoso.example"]
    );
    let rob = &imported.rows[0];
    assert_eq!((rob.line, rob.account.display_name.as_str()), (3, "Rob Young"));
    assert_eq!(rob.account.password_hash.as_deref(), Some(SSHA));
    assert_eq!((rob.account.language, rob.account.kind), (Language::Sv, AccountKind::Person));
    let ana = imported.rows[1].account.password_hash.as_deref();
    assert_eq!(ana, Some(format!("{{CRYPT}}{BLF_CRYPT}").as_str()), "no scheme means CRYPT");
    assert_eq!(imported.rows[2].account.password_hash, None);
}

#[test]
fn csv_has_columns_in_any_order_and_lists_with_semicolons() {
    let imported = csv("\u{feff}Kind,ADDRESS,display_name,aliases,language,groups,password_hash\n\
         shared_mailbox,info@contoso.example,\"Info, Riga\",hello; office@contoso.example,lv,riga;all,\n\
         ,rob,Rob Young,,,,{SSHA}9/Yrz3BXp2oWg6+nEUnEjRBuZ8t4ekdH\n");
    assert_eq!(imported.bad, []);
    let info = &imported.rows[0].account;
    assert_eq!(
        (info.display_name.as_str(), info.language, info.kind),
        ("Info, Riga", Language::Lv, AccountKind::SharedMailbox)
    );
    let aliases: Vec<_> = info.aliases.iter().map(AccountName::as_str).collect();
    assert_eq!(aliases, ["hello@contoso.example", "office@contoso.example"]);
    assert_eq!(info.groups, ["riga", "all"]);
    let rob = &imported.rows[1];
    assert_eq!(
        (rob.line, rob.account.language, rob.account.password_hash.as_deref()),
        (3, Language::Sv, Some(SSHA))
    );
}

#[test]
fn a_second_line_of_a_name_is_reported_and_the_first_counts() {
    let imported = csv("address,aliases\nrob,info\nROB@contoso.example,\nana,info\neve,eve\nbob,\n");
    assert_eq!(names(&imported), ["rob@contoso.example", "bob@contoso.example"]);
    let lines: Vec<_> = imported
        .bad
        .iter()
        .map(|bad| match &bad.problem {
            Problem::Duplicate { name, first_line } => (bad.line, name.local_part().to_owned(), *first_line),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(lines, [(3, "rob".to_owned(), 2), (4, "info".to_owned(), 2), (5, "eve".to_owned(), 5)]);
}

#[test]
fn a_plain_text_password_needs_permission_and_is_handed_over_to_be_hashed() {
    let file = "rob:{PLAIN}secret\nana:{CLEARTEXT}\n";
    let refused = passwd(file);
    assert_eq!(problems(&refused)[0], (1, &Problem::Scheme(SchemeError::PlainText)));
    let allowed = read(file.as_bytes(), &Options { allow_plain_text: true, ..options(Format::PasswdFile) });
    assert_eq!(allowed.rows[0].account.password_hash, None);
    assert!(allowed.rows[0].plain_text.is_some());
    assert!(!format!("{allowed:?}").contains("secret"));
    assert_eq!(problems(&allowed), [(2, &Problem::PlainTextUnusable)]);
}

#[test]
fn a_gate_only_import_leaves_every_password_where_it_is() {
    let file = format!("rob:{SSHA}\nana:{{PLAIN}}secret\neve:{{UNKNOWN}}x\n");
    let imported = read(file.as_bytes(), &Options { gate_only: true, ..options(Format::PasswdFile) });
    assert_eq!(imported.rows.len(), 3);
    for row in &imported.rows {
        assert!(row.account.is_gate_only && row.account.password_hash.is_none() && row.plain_text.is_none());
    }
}

#[test]
fn every_bad_line_is_named_and_the_others_are_read() {
    let file = "address,display_name,language,kind,password_hash\n\
        ro b,,,,\n\
        a@-x,,,,\n\
        b,,xx,,\n\
        c,,,robot,\n\
        d,,,,{DES-CRYPT}Hea51sBTXVe0k\n\
        e,,,,{SSHA}AAAA\n\
        f,,,,{SHA512-CRYPT}$6$rounds=99999999$salt$x\n\
        g,too,many,fields,here,really\n\
        h,,,,\n";
    let imported = csv(file);
    assert_eq!(names(&imported), ["h@contoso.example"]);
    let scheme = |scheme: &str| scheme.to_owned();
    assert_eq!(
        problems(&imported),
        [
            (2, &Problem::Name { name: "ro b".to_owned(), error: NameError::Character }),
            (3, &Problem::Name { name: "a@-x".to_owned(), error: NameError::Domain }),
            (4, &Problem::UnknownLanguage { language: "xx".to_owned() }),
            (5, &Problem::UnknownKind { kind: "robot".to_owned() }),
            (6, &Problem::Scheme(SchemeError::Unsupported { scheme: scheme("DES-CRYPT") })),
            (7, &Problem::Scheme(SchemeError::Malformed { scheme: scheme("SSHA") })),
            (8, &Problem::Scheme(SchemeError::TooCostly { scheme: scheme("SHA512-CRYPT") })),
            (9, &Problem::Fields),
        ]
    );
}

#[test]
fn a_damaged_crypt_hash_is_refused_with_its_line() {
    let file = format!(
        "dora:{{SHA512-CRYPT}}$6$abc$xx::::::\nrob:{SSHA}\neve:{{SHA256-CRYPT}}$5$abcdefgh$short::::::\n\
         ana:{{SHA512-CRYPT}}$6$abcdefgh${}::::::\n",
        "!".repeat(86)
    );
    let damaged = |scheme: &str| Problem::Scheme(SchemeError::Malformed { scheme: scheme.to_owned() });
    let imported = passwd(&file);
    assert_eq!(names(&imported), ["rob@contoso.example"]);
    assert_eq!(
        problems(&imported),
        [(1, &damaged("SHA512-CRYPT")), (3, &damaged("SHA256-CRYPT")), (4, &damaged("SHA512-CRYPT"))]
    );
}

#[test]
fn a_header_that_we_do_not_understand_stops_the_import() {
    assert_eq!(
        problems(&csv("name,mail\nrob,x\n")),
        [(1, &Problem::UnknownColumn { column: "name".to_owned() })]
    );
    assert_eq!(
        problems(&csv("address,address\nrob,x\n")),
        [(1, &Problem::UnknownColumn { column: "address".to_owned() })]
    );
    assert_eq!(problems(&csv("kind\nperson\n")), [(1, &Problem::NoAddressColumn)]);
    assert_eq!(problems(&csv("")), [(1, &Problem::NoAddressColumn)]);
}

#[test]
fn lines_fields_and_names_have_limits() {
    let line = |bytes: usize| format!("rob::::{}", "x".repeat(bytes - "rob::::".len()));
    let shown = |file: &str| passwd(file).bad.first().map(|bad| bad.problem.clone());
    assert_eq!(shown(&line(LINE_BYTES_MAX + 1)), Some(Problem::LineTooLong));
    assert_eq!(shown(&line(LINE_BYTES_MAX)), Some(Problem::Refused(Refusal::DisplayName)));
    let name = |bytes: usize| format!("rob::::{}", "x".repeat(bytes));
    assert_eq!(shown(&name(DISPLAY_NAME_BYTES_MAX)), None);
    assert_eq!(shown(&name(DISPLAY_NAME_BYTES_MAX + 1)), Some(Problem::Refused(Refusal::DisplayName)));
    let hash = |bytes: usize| format!("rob:{{SSHA}}{}", "A".repeat(bytes - "{SSHA}".len()));
    assert_eq!(shown(&hash(PASSWORD_TEXT_BYTES_MAX + 1)), Some(Problem::PasswordTextTooLong));
    assert_ne!(shown(&hash(PASSWORD_TEXT_BYTES_MAX)), Some(Problem::PasswordTextTooLong));
    let aliases = |count: usize| {
        let list: Vec<_> = (0..count).map(|n| format!("a{n}")).collect();
        csv(&format!("address,aliases\nrob,{}\n", list.join(";"))).bad.len()
    };
    assert_eq!((aliases(ALIASES_MAX), aliases(ALIASES_MAX + 1)), (0, 1));
    let groups =
        |count: usize| csv(&format!("address,groups\nrob,{}\n", vec!["g"; count].join(";"))).bad.len();
    assert_eq!((groups(GROUPS_MAX), groups(GROUPS_MAX + 1)), (0, 1));
}

#[test]
fn the_file_has_a_last_line() {
    let mut reader = Reader {
        options: &options(Format::PasswdFile),
        imported: Imported::default(),
        first_lines: HashMap::new(),
    };
    reader.imported.bad = vec![BadLine { line: 1, problem: Problem::NotUtf8 }; ROWS_MAX - 1];
    assert!(reader.take(ROWS_MAX, Ok(Fields { name: "rob", ..Fields::default() })));
    assert!(!reader.take(ROWS_MAX + 1, Ok(Fields { name: "ana", ..Fields::default() })));
    assert_eq!(reader.imported.rows.len(), 1);
    assert_eq!(reader.imported.bad.last().map(|bad| &bad.problem), Some(&Problem::TooManyRows));
}

#[test]
fn bytes_that_are_no_text_spoil_only_their_line() {
    let imported = read(b"rob:\xff\nana:\n", &options(Format::PasswdFile));
    assert_eq!(
        (names(&imported), problems(&imported)),
        (vec!["ana@contoso.example"], vec![(1, &Problem::NotUtf8)])
    );
    let imported = read(b"address\n\xff\nana\n", &options(Format::Csv));
    assert_eq!(
        (names(&imported), problems(&imported)),
        (vec!["ana@contoso.example"], vec![(2, &Problem::NotUtf8)])
    );
}

#[test]
fn every_problem_is_said_in_every_language_without_the_password() {
    let rob = AccountName::from_canonical("rob@contoso.example".to_owned());
    let text = || "x".to_owned();
    let all = [
        Problem::LineTooLong,
        Problem::NotUtf8,
        Problem::TooManyRows,
        Problem::NoAddressColumn,
        Problem::UnknownColumn { column: text() },
        Problem::Fields,
        Problem::Name { name: text(), error: NameError::Domain },
        Problem::Name { name: String::new(), error: NameError::Empty },
        Problem::Duplicate { name: rob, first_line: 1_234 },
        Problem::UnknownLanguage { language: text() },
        Problem::UnknownKind { kind: text() },
        Problem::PasswordTextTooLong,
        Problem::Scheme(SchemeError::Unsupported { scheme: text() }),
        Problem::Scheme(SchemeError::Malformed { scheme: text() }),
        Problem::Scheme(SchemeError::TooCostly { scheme: text() }),
        Problem::Scheme(SchemeError::PlainText),
        Problem::PlainTextUnusable,
        Problem::Refused(Refusal::DisplayName),
    ];
    for &language in Language::ALL {
        for problem in &all {
            let said = problem.say(Words::in_language(language));
            assert!(!said.is_empty() && !said.contains(['{', '}']), "{language:?} {problem:?}: {said}");
        }
    }
    let english = all[8].say(Words::in_language(Language::En));
    assert!(english.contains("line 1234"), "{english}");
}

/// What a site exports is imported and still opens with the same password.
#[tokio::test]
async fn an_exported_passwd_file_imports_and_verifies() {
    let file = format!("rob:{SSHA}:::::\nana:{BLF_CRYPT}\n");
    let pool = HashPool::default();
    for row in passwd(&file).rows {
        let stored = row.account.password_hash.expect("each line has a hash");
        let password = || Password::new("correct horse é".to_owned()).expect("a password");
        assert!(pool.verify(password(), &stored).await.expect("a place is free"), "{stored}");
        assert!(crate::password::needs_rehash(&stored), "replaced at the next verified sign-in");
    }
}
