//! Pictures of made-up nights: golden files to read in review, what must hold for every series, and a page to look at.
//!
//! `POSTERN_BLESS=1` writes the golden files anew. With `POSTERN_SCREENSHOTS` naming a folder the pictures are written into
//! it as pages.

mod axes;
mod bounds;
mod findings;
mod sample;

use std::path::{Path, PathBuf};

use postern_core::account::Language;
use postern_engine::queries::Range;
use postern_text::{TimeZone, Words};

use super::{account_figure, overview_figure};
use sample::{account_night, empty_account, empty_site, oslo, site_night};

/// A figure in English, times as in Norway.
fn site(series: &postern_engine::queries::SiteSeries) -> String {
    overview_figure(Words::in_language(Language::En), &oslo(), series)
}

fn account(series: &postern_engine::queries::AccountSeries) -> String {
    account_figure(Words::in_language(Language::En), &oslo(), series, "/admin/users/7K2M9-QX4TB?range=")
}

fn check_golden(name: &str, html: &str) {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pages/plot/tests/golden").join(name);
    // One element a line, so that a difference can be read.
    let lines = html.replace("><", ">\n<");
    if std::env::var_os("POSTERN_BLESS").is_some() {
        std::fs::write(&golden, &lines).expect("the golden file is written");
    }
    let expected = std::fs::read_to_string(&golden).unwrap_or_default();
    assert!(lines == expected, "POSTERN_BLESS=1 writes {} anew", golden.display());
}

#[test]
fn the_site_s_night_is_drawn_as_it_was() {
    check_golden("overview.html", &site(&site_night()));
}

#[test]
fn an_account_s_night_is_drawn_as_it_was() {
    check_golden("account-day.html", &account(&account_night(Range::Day)));
}

#[test]
fn a_month_is_drawn_with_days_at_its_axis() {
    check_golden("account-month.html", &account(&account_night(Range::Month)));
}

#[test]
fn where_nothing_happened_the_picture_says_so() {
    let html = account(&empty_account(Range::Week));
    assert!(html.contains("Nothing happened in the last 7 days"), "{html}");
    assert!(!html.contains("<rect") && !html.contains("<circle"), "{html}");
    let html = site(&empty_site());
    assert!(html.contains("Nobody signed in, and nobody sent mail."), "{html}");
    assert!(!html.contains("class=\"key\""), "nothing to explain");
}

#[test]
fn the_other_ranges_are_links_and_the_shown_one_is_none() {
    let html = account(&empty_account(Range::Week));
    assert!(html.contains("<a href=\"/admin/users/7K2M9-QX4TB?range=24h\">24 h</a>"), "{html}");
    assert!(html.contains("<b aria-current=\"true\">7 days</b>"), "{html}");
    assert!(html.contains("range=30d\">30 days</a>"), "{html}");
}

/// Reliability K: names, sources and keys are other people's text.
#[test]
fn hostile_text_becomes_no_markup_anywhere() {
    const HOSTILE: &str = "\"><script>alert(1)</script>";
    let mut series = account_night(Range::Day);
    for act in &mut series.acts {
        act.name = Some(HOSTILE[..12].to_owned());
        act.code = HOSTILE.to_owned();
    }
    for success in &mut series.successes {
        success.source = Some(HOSTILE.to_owned());
    }
    for language in Language::ALL {
        let html = account_figure(Words::in_language(*language), &oslo(), &series, "/x?a=\"><script>&r=");
        assert!(!html.contains("<script"), "{html}");
        assert!(html.contains("&lt;script"), "it is shown as text");
        assert!(!html.contains("a=\">"), "the address stays in its attribute");
    }
    let mut series = site_night();
    for act in &mut series.acts {
        act.name = Some(HOSTILE.to_owned());
    }
    assert!(!site(&series).contains("<script"));
}

/// The content security policy lets neither in.
#[test]
fn a_figure_has_no_script_and_no_style_of_its_own() {
    for html in [site(&site_night()), account(&account_night(Range::Day))] {
        for forbidden in ["style=", "<style", "onload", "onclick", "javascript:", "http:", "https:"] {
            assert!(!html.contains(forbidden), "{forbidden}");
        }
        let hidden = html.matches("aria-hidden=\"true\"").count();
        assert!(hidden >= 6, "lanes, axis and swatches are not read aloud");
        assert!(html.contains("<details><summary>Show as table</summary>"));
    }
}

#[test]
fn a_figure_is_small() {
    for html in
        [site(&site_night()), account(&account_night(Range::Day)), account(&account_night(Range::Month))]
    {
        assert!(html.len() <= 120_000, "{} bytes", html.len());
    }
}

/// A page as the admin centre frames it, so that marks and colours are there; does nothing without a folder.
#[test]
fn a_page_to_look_at() {
    let Some(folder) = std::env::var_os("POSTERN_SCREENSHOTS").map(PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in [
        ("tokens.css", include_str!("../../../static/tokens.css")),
        ("postern.css", include_str!("../../../static/postern.css")),
    ] {
        std::fs::write(folder.join(name), text).expect("the style");
    }
    for &language in Language::ALL {
        let words = Words::in_language(language);
        let mut figures = overview_figure(words, &oslo(), &site_night());
        for range in Range::ALL {
            figures.push_str(&account_figure(words, &oslo(), &account_night(range), "?range="));
        }
        figures.push_str(&account_figure(words, &TimeZone::UTC, &empty_account(Range::Day), "?range="));
        let code = language.code();
        let page = format!(
            "<!doctype html>\n<html lang=\"{code}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"color-scheme\" content=\"light dark\"><title>Pictures</title>\
             <link rel=\"stylesheet\" href=\"tokens.css\"><link rel=\"stylesheet\" href=\"postern.css\"></head>\n\
             <body>\n{symbols}<main>\n{figures}</main>\n</body></html>\n",
            symbols = sample::SYMBOLS
        );
        std::fs::write(folder.join(format!("{code}.html")), page).expect("the page");
    }
}
