//! Every kind of fault in a page is noticed, and a page without one has none.

use anyhow::Result;
use postern_testkit::browser::Browser;
use postern_testkit::browser::axe::AXE;
use postern_testkit::browser::page::{PageOptions, page_problems};
use postern_testkit::servers::{Need, are_here};
use sha2::{Digest, Sha256};

use crate::sample::{page, serve};

/// What should be found in a page whose body is this; each word in some problem.
const FAULTS: &[(&str, &[&str])] = &[
    ("<p>text</p>", &[]),
    ("<form><label>Name <input></label><button>Send it off</button></form>", &[]),
    (
        "<p style=\"color: red\">text</p>",
        &["inline style: <p style=", "Content Security Policy directive 'style-src"],
    ),
    ("<style>p { color: red }</style>", &["inline style sheet"]),
    ("<script>1</script>", &["inline script", "Executing inline script violates"]),
    ("<button onclick=\"go()\">Send it off</button>", &["inline script in onclick"]),
    ("<p id=\"a\">x</p><p id=\"a\">y</p>", &["two things have the id \"a\""]),
    (
        "<pre>0123456789012345678901234567890123456789012345678901234567890</pre>",
        &["sideways scroll", "[320 px, light; 320 px, dark]"],
    ),
    ("<input>", &["axe label (critical)"]),
    ("<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">", &["axe image-alt (critical)"]),
    ("<p class=\"pale\">text</p>", &["axe color-contrast (serious)"]),
    ("<button class=\"tiny\">a</button><button class=\"tiny\">b</button>", &["axe target-size (serious)"]),
    ("<button class=\"bare\">Send it off</button>", &["the focus cannot be seen on <button class=\"bare\">"]),
    ("<button class=\"away\">Send it off</button>", &["the focus is on something that is not on the screen"]),
    ("<div class=\"cut\">0123456789 0123456789 0123456789</div>", &["text is cut: <div class=\"cut\">"]),
    (
        "<button class=\"trap\">Send it off</button><button>Never reached</button>",
        &["the keyboard does not reach <button>Never reached"],
    ),
    (
        "<button>Covered thing</button><div class=\"over\">Over it</div>",
        &["what has the focus is covered: <button>"],
    ),
    ("<script src=\"/loud.js\"></script>", &["the console says: SEVERE console-api", "I am loud"]),
    ("<script src=\"/markup.js\"></script>", &["TrustedHTML"]),
];

/// Styles and scripts of those pages.
const FILES: &[(&str, &str)] = &[
    ("/loud.js", "console.error('I am loud')"),
    ("/markup.js", "document.body.innerHTML = '<p>markup from a string</p>'"),
    (
        "/script.js",
        "addEventListener('keydown', (event) => {
            if (event.target.className === 'trap') event.preventDefault();
        })",
    ),
    (
        "/style.css",
        ".pale { color: #999; background: #fff }
         .tiny { width: 10px; height: 10px; padding: 0; font-size: 8px; border: 0 }
         .bare { outline: none }
         .away { position: absolute; left: -999px }
         .cut { width: 60px; overflow: hidden; white-space: nowrap }
         .over { position: fixed; inset: 0; background: #fff }",
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_of_a_page_is_noticed() -> Result<()> {
    if !are_here("every_fault_of_a_page_is_noticed", &[Need::Browser]) {
        return Ok(());
    }
    let mut pages: Vec<(&str, String)> =
        FILES.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
    let paths: Vec<String> = (0..FAULTS.len()).map(|number| format!("/{number}")).collect();
    pages.extend(paths.iter().map(String::as_str).zip(FAULTS.iter().map(|(body, _)| page(body))));
    let url = serve(&pages).await?;
    let browser = Browser::start().await?;
    for ((body, expected), path) in FAULTS.iter().zip(&paths) {
        let problems =
            page_problems(&browser, &format!("{url}{path}"), &PageOptions::in_language("en")).await?;
        assert_eq!(problems.is_empty(), expected.is_empty(), "{body}: {problems:#?}");
        for words in *expected {
            assert!(
                problems.iter().any(|problem| problem.contains(words)),
                "{body}: {words} in {problems:#?}"
            );
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_told_from_the_page_that_was_expected() -> Result<()> {
    if !are_here("a_page_is_told_from_the_page_that_was_expected", &[Need::Browser]) {
        return Ok(());
    }
    let url = serve(&[]).await?;
    let browser = Browser::start().await?;
    let missing = format!("{url}/nowhere");
    let expected = PageOptions::in_language("en").with_status(404);
    assert_eq!(page_problems(&browser, &missing, &expected).await?, Vec::<String>::new());
    let problems = page_problems(&browser, &missing, &PageOptions::in_language("sv")).await?;
    assert!(problems[0].contains("came with 404 instead of 200"), "{problems:#?}");
    assert!(problems[1].contains("its language is \"en\", not sv"), "{problems:#?}");
    assert!(problems[2].contains("status of 404"), "{problems:#?}");
    Ok(())
}

#[test]
fn axe_core_is_the_file_that_its_readme_names() {
    let readme = include_str!("../../assets/axe/README.md");
    let hash: String = Sha256::digest(AXE).iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(readme.contains(&hash), "{hash}");
    let version =
        AXE.split_once("axe v").and_then(|(_, rest)| rest.split_whitespace().next()).expect("a version");
    assert!(readme.contains(&format!("axe-core {version},")), "{version}");
}
