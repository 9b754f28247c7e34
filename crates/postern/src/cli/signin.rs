//! `postern signin …`: the door of signing in.

use postern_text::key;
use postern_web::api::v1::commands::{CloseBody, ReasonBody};

use super::args::Signin;
use super::client::{Client, escaped};
use super::exit::Outcome;
use super::{doors, history, newcomers, signin_list, signin_show, unlock, until};

pub async fn run(client: &Client, args: &Signin) -> Outcome {
    match args {
        Signin::List(args) => signin_list::run(client, args).await,
        Signin::Show(user) => signin_show::run(client, &user.user).await,
        Signin::History(args) => history::run(client, args).await,
        Signin::Unlock(args) => unlock::run(client, args).await,
        Signin::Block { user, reason, until } => {
            let until = until::read(until.until.as_deref(), client.talk())?;
            let body = CloseBody { reason: reason.reason.clone(), until };
            doors::act(client, user, "block", &body, key::CLI_DONE_BLOCKED).await
        }
        Signin::Allow { user, reason } => {
            let body = ReasonBody { reason: reason.reason.clone() };
            doors::act(client, user, "allow", &body, key::CLI_DONE_ALLOWED).await
        }
        Signin::Protocol { user, protocol, state, reason } => {
            let body = ReasonBody { reason: reason.reason.clone() };
            let verb = format!("protocols/{}/{state}", escaped(protocol));
            doors::act(client, user, &verb, &body, key::CLI_DONE_CHANGED).await
        }
        Signin::Admit { user, reason } => newcomers::admit(client, user, &reason.reason).await,
        Signin::Devices(user) => newcomers::devices(client, user).await,
        Signin::Forget(args) => newcomers::forget(client, args).await,
    }
}
