//! What a test can do with the browser.

use anyhow::{Context, Result};
use postern_testkit::browser::Browser;
use postern_testkit::browser::element::Named;
use postern_testkit::browser::emulation::Scheme;
use postern_testkit::browser::keys::Key;
use postern_testkit::servers::{Need, are_here};
use serde_json::json;

use crate::sample::{page, serve};

const FORM: &str = "<form action=\"/sent\"><label>Name <input name=\"name\" value=\"old\"></label>
    <label>Colour <select name=\"colour\"><option>Red</option><option>Blue</option></select></label>
    <label><input type=\"checkbox\" name=\"all\"> All of it</label>
    <button>Send it</button></form><a href=\"/sent\">Skip this</a>";

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_filled_and_sent_by_mouse_and_by_keyboard() -> Result<()> {
    if !are_here("a_form_is_filled_and_sent_by_mouse_and_by_keyboard", &[Need::Browser]) {
        return Ok(());
    }
    let url = serve(&[("/", page(FORM)), ("/sent", page("<p>thank you</p>"))]).await?;
    let browser = Browser::start().await?;
    browser.open(&url).await?;
    browser.fill("textbox", "Name", "Žanete Ω").await?;
    browser.find("combobox", "Colour").await?.choose("Blue").await?;
    browser.click("checkbox", "All of it").await?;
    assert!(browser.find("checkbox", "All of it").await?.is_checked().await?);
    browser.click("button", "Send it").await?;
    assert!(browser.text().await?.contains("thank you"));
    assert_eq!(browser.address().await?, format!("{url}/sent?name=%C5%BDanete+%CE%A9&colour=Blue&all=on"));

    browser.open(&url).await?;
    browser.press_times(Key::Tab, 3).await?;
    browser.press(Key::Space).await?;
    browser.press(Key::BackTab).await?;
    assert_eq!(browser.focused().await?, Named { role: "combobox".to_owned(), name: "Colour".to_owned() });
    browser.press(Key::BackTab).await?;
    browser.type_text("Rob").await?;
    browser.press(Key::Enter).await?;
    assert_eq!(browser.address().await?, format!("{url}/sent?name=Rob&colour=Red&all=on"));
    Ok(())
}

/// Ours do so when they send a passkey's answer; then a question of two steps falls between two pages now and then.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_leaves_by_itself_is_read_all_the_same() -> Result<()> {
    if !are_here("a_page_that_leaves_by_itself_is_read_all_the_same", &[Need::Browser]) {
        return Ok(());
    }
    let restless = "addEventListener('load', () => setTimeout(() => location.reload(), 150))";
    let url = serve(&[("/", page(FORM)), ("/script.js", restless.to_owned())]).await?;
    let browser = Browser::start().await?;
    browser.open(&url).await?;
    for round in 0..40 {
        browser.select("form button").await.with_context(|| format!("select, round {round}"))?;
        browser.expect("Sample").await.with_context(|| format!("read, round {round}"))?;
        browser.focused().await.with_context(|| format!("what has the focus, round {round}"))?;
    }
    Ok(())
}

/// What leads to another page is waited for, what does not is not: a script that takes the form itself, a place further
/// down, a file.
#[tokio::test(flavor = "multi_thread")]
async fn pressing_waits_for_the_next_page_where_one_comes() -> Result<()> {
    if !are_here("pressing_waits_for_the_next_page_where_one_comes", &[Need::Browser]) {
        return Ok(());
    }
    let body = "<form action=\"/sent\"><label>Name <input></label><button>Send it</button></form>\
        <form action=\"/sent\" id=\"kept\"><button>Keep it</button></form>\
        <a href=\"#low\">Further down</a><a href=\"/file.csv\" download>A file</a><a href=\"/sent?a#b\">Sent</a><p id=\"low\">Low</p>";
    let script = "addEventListener('submit', (event) => {
        if (event.target.id !== 'kept') return;
        event.preventDefault();
        setTimeout(() => document.querySelector('#low').textContent = 'kept by the script', 200);
    })";
    let pages = [
        ("/", page(body)),
        ("/sent", page("<p>thank you</p>")),
        ("/file.csv", "a,b".to_owned()),
        ("/script.js", script.to_owned()),
    ];
    let url = serve(&pages).await?;
    let browser = Browser::start().await?;
    for has_script in [true, false] {
        browser.allow_script(has_script).await?;
        for by_keyboard in [true, false] {
            browser.open(&url).await?;
            browser.find("button", "Send it").await?.focus().await?;
            match by_keyboard {
                true => browser.press(Key::Space).await?,
                false => browser.click("button", "Send it").await?,
            }
            assert!(browser.text().await?.contains("thank you"), "{has_script} {by_keyboard}");
        }
    }
    browser.allow_script(true).await?;
    browser.open(&url).await?;
    assert_eq!(browser.links().await?, [format!("{url}/"), format!("{url}/sent?a")]);
    browser.click("button", "Keep it").await?;
    browser.expect("kept by the script").await?;
    browser.click("link", "Further down").await?;
    browser.click("link", "A file").await?;
    assert_eq!(browser.address().await?, format!("{url}/#low"));
    browser.find("link", "Sent").await?.focus().await?;
    browser.press(Key::Enter).await?;
    assert_eq!(browser.address().await?, format!("{url}/sent?a#b"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_covered_or_twice_is_an_error_that_says_so() -> Result<()> {
    if !are_here("what_is_not_there_covered_or_twice_is_an_error_that_says_so", &[Need::Browser]) {
        return Ok(());
    }
    let covered = "<button>One</button><button>Two</button><button>Two</button><button disabled>Off</button>\
                   <dialog open class=\"over\"></dialog>";
    let pages = [("/", page(covered)), ("/style.css", COVER.to_owned())];
    let url = serve(&pages).await?;
    let browser = Browser::start().await?;
    browser.open(&url).await?;
    for (name, expected) in [
        ("Three", "there are: [\"One\", \"Two\", \"Two\", \"Off\"]"),
        ("Two", "2 things"),
        ("Off", "disabled"),
        ("One", "under it lies <dialog"),
    ] {
        let error = browser.click("button", name).await.expect_err(name);
        assert!(format!("{error:#}").contains(expected), "{name}: {error:#}");
    }
    Ok(())
}

/// Lays it over the page.
const COVER: &str = ".over { position: fixed; inset: 0; width: 100vw; height: 100vh }";

#[tokio::test(flavor = "multi_thread")]
async fn the_reader_is_played_as_wanted() -> Result<()> {
    if !are_here("the_reader_is_played_as_wanted", &[Need::Browser]) {
        return Ok(());
    }
    let script =
        "addEventListener('load', () => { document.title = 'script ran'; console.error('script speaks'); });";
    let url = serve(&[("/", page("<p>text</p>")), ("/script.js", script.to_owned())]).await?;
    let browser = Browser::start().await?;
    browser.open(&url).await?;
    assert_eq!(browser.title().await?, "script ran");
    let console = browser.console().await?;
    assert!(console.len() == 1 && console[0].contains("script speaks"), "{console:?}");
    let seen = "[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]";
    assert_eq!(browser.evaluate(seen).await?, json!([1_360, false]));

    browser.allow_script(false).await?;
    browser.resize(320, 600).await?;
    browser.prefer(Scheme::Dark).await?;
    browser.open(&url).await?;
    assert_eq!(browser.title().await?, "Sample");
    assert_eq!(browser.evaluate(seen).await?, json!([320, true]));
    assert_eq!(browser.console().await?, Vec::<String>::new());

    browser.speak("el, sv;q=0.5").await?;
    browser.put_cookie(&url, "__Host-session", "secret").await?;
    browser.open(&format!("{url}/echo")).await?;
    assert!(browser.text().await?.contains("language el, sv;q=0.5, cookie __Host-session=secret"));
    let kept = browser.cookies(&url).await?;
    assert!(kept.len() == 1 && kept[0].is_secure && kept[0].is_http_only && kept[0].same_site == "Strict");
    browser.forget_cookies().await?;
    browser.speak("").await?;
    browser.open(&format!("{url}/echo")).await?;
    assert!(browser.text().await?.contains("cookie none") && !browser.text().await?.contains("el, sv"));
    assert_eq!(browser.status().await?, 200);
    browser.open(&format!("{url}/nowhere")).await?;
    assert_eq!(browser.status().await?, 404);
    Ok(())
}

/// Makes a passkey, and says how long its id is.
const REGISTER: &str = "navigator.credentials.create({ publicKey: {
    challenge: new Uint8Array(16), rp: { name: 'Sample' }, user: { id: new Uint8Array(8), name: 'a', displayName: 'a' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
} }).then((made) => made.rawId.byteLength)";

#[tokio::test(flavor = "multi_thread")]
async fn a_virtual_authenticator_keeps_passkeys() -> Result<()> {
    if !are_here("a_virtual_authenticator_keeps_passkeys", &[Need::Browser]) {
        return Ok(());
    }
    let url = serve(&[("/", page("<p>text</p>"))]).await?;
    let browser = Browser::start().await?;
    browser.open(&url).await?;
    let device = browser.add_authenticator().await?;
    assert!(browser.evaluate(REGISTER).await?.as_u64() >= Some(16));
    assert_eq!(browser.passkeys(&device).await?, 1);
    browser.recognise_user(&device, false).await?;
    let error = browser.evaluate(REGISTER).await.expect_err("its user is not recognised");
    assert!(error.to_string().contains("NotAllowedError"), "{error}");
    browser.remove_authenticator(device.clone()).await?;
    assert!(browser.passkeys(&device).await.is_err());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_shows_the_whole_page() -> Result<()> {
    if !are_here("a_picture_shows_the_whole_page", &[Need::Browser]) {
        return Ok(());
    }
    let url = serve(&[("/", page(&"<p>line</p>".repeat(100)))]).await?;
    let browser = Browser::start().await?;
    browser.open(&url).await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("inside/page.png");
    browser.screenshot(&file).await?;
    let picture = std::fs::read(&file)?;
    // PNG: signature, then the header chunk with width and height (RFC 2083, section 4.1.1).
    assert_eq!(picture[1..4], *b"PNG");
    let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().expect("four bytes"));
    assert_eq!(number(16), 1_360);
    assert!(number(20) > 3_000, "{} px high", number(20));
    Ok(())
}
