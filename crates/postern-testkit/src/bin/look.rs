//! `look`: says what is wrong with pages of a running Postern, and takes pictures of them, for whoever is writing them.
//!
//! `cargo run -p postern-testkit --bin look -- --languages en,el --pictures /tmp/pictures http://localhost:10043/in/x`

#![expect(clippy::print_stdout, reason = "what is wrong is this command's output")]

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Parser;
use postern_testkit::browser::Browser;
use postern_testkit::browser::page::{PageOptions, page_problems};

/// Look at pages in a real browser.
#[derive(Parser)]
struct Arguments {
    /// The pages' addresses.
    #[arg(required = true)]
    pages: Vec<String>,
    /// Look at each in these languages, by `?lang=`.
    #[arg(long, value_delimiter = ',', default_value = "en")]
    languages: Vec<String>,
    /// A cookie, as NAME=VALUE: the session of somebody who is signed in.
    #[arg(long)]
    cookie: Vec<String>,
    /// A header of every request, as NAME: VALUE.
    #[arg(long)]
    header: Vec<String>,
    /// The status with which the pages come.
    #[arg(long, default_value_t = 200)]
    status: u16,
    /// Write pictures into this folder: narrow and wide, light and dark.
    #[arg(long)]
    pictures: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> Result<std::process::ExitCode> {
    let arguments = Arguments::parse();
    let browser = Browser::start().await?;
    for header in &arguments.header {
        let (name, value) = header.split_once(':').context("a header is NAME: VALUE")?;
        browser.send_header(name.trim(), value.trim()).await?;
    }
    let mut is_well = true;
    for page in &arguments.pages {
        for cookie in &arguments.cookie {
            let (name, value) = cookie.split_once('=').context("a cookie is NAME=VALUE")?;
            browser.put_cookie(page, name, value).await?;
        }
        for language in &arguments.languages {
            let address = in_language(page, language);
            let options = PageOptions::in_language(language).with_status(arguments.status);
            let problems = page_problems(&browser, &address, &options).await?;
            println!("{address}: {} problems", problems.len());
            for problem in &problems {
                println!("  {problem}");
            }
            is_well &= problems.is_empty();
            if let Some(folder) = &arguments.pictures {
                browser.pictures(&address, folder, &file_name(&address)).await?;
            }
        }
    }
    Ok(std::process::ExitCode::from(u8::from(!is_well)))
}

fn in_language(page: &str, language: &str) -> String {
    let joint = if page.contains('?') { '&' } else { '?' };
    format!("{page}{joint}lang={language}")
}

/// An address as a file is named: its path and query, with what files dislike left out.
fn file_name(address: &str) -> String {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = path.split_once('/').map_or("", |(_, path)| path);
    path.split(|character: char| !character.is_ascii_alphanumeric()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_asked_for_in_a_language_and_its_picture_is_named_after_it() {
        let page = in_language("http://localhost:80/admin/users?find=rob", "sl");
        assert_eq!(page, "http://localhost:80/admin/users?find=rob&lang=sl");
        assert_eq!(file_name(&page), "admin-users-find-rob-lang-sl");
        assert_eq!(in_language("http://localhost/", "sl"), "http://localhost/?lang=sl");
    }
}
