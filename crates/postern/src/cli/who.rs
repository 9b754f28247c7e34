//! Whom a person means: one account, or a list to choose from.

use postern_text::key;
use postern_web::api::v1::accounts::{AccountList, AccountView};

use super::client::{Client, query};
use super::exit::{Exit, Failure};
use super::out;

/// The account that `text` means. Several matches are listed on standard error, because the command that needed
/// one has no data to print.
pub async fn find(client: &Client, text: &str) -> Result<AccountView, Failure> {
    let found: AccountList = client.get(&format!("/accounts/find{}", query(&[("text", Some(text))]))).await?;
    let mut accounts = found.accounts;
    let talk = client.talk();
    match accounts.len() {
        0 => Err(Failure::new(Exit::NotFound, talk.say(key::CLI_NOBODY_MATCHES, &[("text", text.into())]))),
        1 => Ok(accounts.remove(0)),
        _ => {
            for account in &accounts {
                out::talk(&line(account));
            }
            let arguments = [("text", text.into())];
            Err(Failure::new(Exit::NotFound, talk.say(key::CLI_SEVERAL_MATCH, &arguments)))
        }
    }
}

/// One account in a list to choose from: address, name, id.
fn line(account: &AccountView) -> String {
    format!("  {}  {}  {}", account.address, account.display_name, account.id)
}
