//! `postern user …`: accounts.

use std::io::{self, BufRead, IsTerminal};

use hyper::Method;
use postern_core::name::NameRules;
use postern_text::key;
use postern_web::api::v1::accounts::{
    AccountList, AccountView, AliasBody, ChangeBody, NewAccountBody, PasswordBody, RenameBody,
};
use postern_web::api::v1::commands::DoneView;
use postern_web::api::v1::cursor::cursor_in;

use super::args::{Alias, AliasArgs, User, UserAdd, UserList, UserSet};
use super::client::{Client, escaped, query};
use super::exit::{Exit, Failure, Outcome};
use super::talk::Talk;
use super::{
    alternates, app_passwords, contacts, import, out, password, receipts, reset_password, rules, sessions,
    suspicion, who,
};
use crate::config::Config;

/// `names` is how the site reads names, for files that are read here; `config` says where its mail log is.
pub async fn run(client: &Client, config: Option<&Config>, names: &NameRules, args: &User) -> Outcome {
    match args {
        User::LearnContacts(args) => contacts::run(client, config, args).await,
        User::Add(args) => add(client, args).await,
        User::List(args) => list(client, args).await,
        User::Show(user) => {
            let found = who::find(client, &user.user).await?;
            let account: AccountView = client.get(&format!("/accounts/{}", found.id)).await?;
            show(client.talk(), &account)
        }
        User::Import(args) => import::run(client, names, args).await,
        User::Rename { user, new, keep_alias, reason } => {
            let account = who::find(client, &user.user).await?;
            let body =
                RenameBody { to: new.clone(), keep_old_as_alias: *keep_alias, reason: reason.reason.clone() };
            let path = format!("/accounts/{}/rename", account.id);
            let done: DoneView = client.send(Method::POST, &path, &body).await?;
            let arguments = [("account", (&account.address).into()), ("new", new.into())];
            receipts::print(client.talk(), &done, &client.talk().say(key::CLI_DONE_RENAMED, &arguments))
        }
        User::Alias(Alias::Add(args)) => add_alias(client, args).await,
        User::Alias(Alias::Remove(args)) => remove_alias(client, args).await,
        User::Alternate(args) => alternates::run(client, args).await,
        User::Set(args) => set(client, args).await,
        User::Password { user, allow_weak, reason } => {
            let account = who::find(client, &user.user).await?;
            let password = password::read(client.talk())?;
            let body = PasswordBody { password, allow_weak: *allow_weak, reason: reason.reason.clone() };
            let path = format!("/accounts/{}/password", account.id);
            let done: DoneView = client.send(Method::PUT, &path, &body).await?;
            let arguments = [("account", (&account.address).into())];
            receipts::print(client.talk(), &done, &client.talk().say(key::CLI_DONE_PASSWORD, &arguments))
        }
        User::ResetPassword(args) => reset_password::run(client, args).await,
        User::AppPasswords(command) => app_passwords::run(client, command).await,
        User::Rules(user) => rules::show(client, &user.user).await,
        User::Sessions(user) => sessions::show(client, &user.user).await,
        User::EndSessions { user, from, reason } => {
            sessions::end(client, &user.user, from.as_deref(), &reason.reason).await
        }
        User::Delete { user, yes, reason } => delete(client, &user.user, *yes, &reason.reason).await,
    }
}

async fn add(client: &Client, args: &UserAdd) -> Outcome {
    let password = if args.password { Some(password::read(client.talk())?) } else { None };
    let body = NewAccountBody {
        address: args.address.clone(),
        aliases: args.aliases.clone(),
        display_name: args.name.clone(),
        language: args.language.clone(),
        kind: args.kind.clone(),
        roles: args.roles.clone(),
        role_domains: args.domains.clone(),
        groups: args.groups.clone(),
        is_gate_only: args.gate_only,
        password_hash: None,
        password,
        allow_weak: args.allow_weak,
        reason: args.reason.reason.clone(),
    };
    let account: AccountView = client.send(Method::POST, "/accounts", &body).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&account);
    }
    let arguments = [("account", (&account.address).into()), ("id", (&account.id).into())];
    out::line(&talk.say(key::CLI_DONE_CREATED, &arguments))
}

async fn list(client: &Client, args: &UserList) -> Outcome {
    let limit = args.limit.limit.to_string();
    let query = query(&[
        ("view", args.view.map(|view| view.code())),
        ("search", args.search.as_deref()),
        ("cursor", args.after.as_deref()),
        ("limit", Some(&limit)),
    ]);
    let list: AccountList = client.get(&format!("/accounts{query}")).await?;
    let talk = client.talk();
    if talk.json {
        return out::json(&list);
    }
    let head = [
        key::CLI_HEAD_ACCOUNT,
        key::CLI_HEAD_NAME,
        key::CLI_HEAD_KIND,
        key::CLI_HEAD_ROLES,
        key::CLI_HEAD_ID,
    ];
    let rows = list.accounts.iter().map(|account| {
        let kind = kind(talk, account);
        [
            account.address.clone(),
            account.display_name.clone(),
            kind,
            roles(talk, account),
            account.id.clone(),
        ]
    });
    out::table(head.map(|key| talk.label(key)), rows.collect())?;
    if let Some(next) = list.next.as_deref().and_then(cursor_in) {
        out::talk(&talk.say(key::CLI_MORE_AFTER, &[("address", next.into())]));
    }
    Ok(())
}

fn show(talk: &Talk, account: &AccountView) -> Outcome {
    if talk.json {
        return out::json(account);
    }
    let rows = [
        (key::CLI_HEAD_ACCOUNT, account.address.clone()),
        (key::CLI_HEAD_ALIASES, account.aliases.join(", ")),
        (key::CLI_HEAD_NAME, account.display_name.clone()),
        (key::CLI_HEAD_KIND, kind(talk, account)),
        (key::CLI_HEAD_LANGUAGE, account.language.clone()),
        (key::CLI_HEAD_ROLES, roles(talk, account)),
        (key::CLI_HEAD_GROUPS, account.groups.join(", ")),
        (key::CLI_HEAD_CREATED, talk.time_and_zone(&account.created)),
        (key::CLI_HEAD_ID, account.id.clone()),
    ];
    let labels: Vec<(String, String)> =
        rows.into_iter().map(|(key, value)| (talk.label(key), value)).collect();
    let width = labels.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
    for (label, value) in labels {
        out::line(format!("{label:<width$}  {value}").trim_end())?;
    }
    if account.is_gate_only {
        out::line(&talk.label(key::CLI_GATE_ONLY))?;
    }
    suspicion::print(talk, account.suspicion.as_ref(), "")
}

fn kind(talk: &Talk, account: &AccountView) -> String {
    postern_core::account::AccountKind::from_code(&account.kind)
        .map_or_else(|| account.kind.clone(), |kind| talk.words().account_kind(kind))
}

fn roles(talk: &Talk, account: &AccountView) -> String {
    let role = |code: &String| {
        postern_core::account::Role::from_code(code)
            .map_or_else(|| code.clone(), |role| talk.words().role(role))
    };
    let roles = account.roles.iter().map(role).collect::<Vec<_>>().join(", ");
    if account.role_domains.is_empty() {
        return roles;
    }
    let domains = account.role_domains.join(", ");
    format!("{roles} ({})", talk.say(key::ADMINS_ONLY_FOR, &[("domains", (&domains).into())]))
}

async fn add_alias(client: &Client, args: &AliasArgs) -> Outcome {
    let account = who::find(client, &args.user.user).await?;
    let body = AliasBody { alias: args.alias.clone(), reason: args.reason.reason.clone() };
    let path = format!("/accounts/{}/aliases", account.id);
    let done: DoneView = client.send(Method::POST, &path, &body).await?;
    let arguments = [("account", (&account.address).into()), ("alias", (&args.alias).into())];
    receipts::print(client.talk(), &done, &client.talk().say(key::CLI_DONE_ALIAS_ADDED, &arguments))
}

async fn remove_alias(client: &Client, args: &AliasArgs) -> Outcome {
    let account = who::find(client, &args.user.user).await?;
    let query = query(&[("reason", Some(&args.reason.reason))]);
    let path = format!("/accounts/{}/aliases/{}{query}", account.id, escaped(&args.alias));
    let done: DoneView = client.delete(&path).await?;
    let arguments = [("account", (&account.address).into()), ("alias", (&args.alias).into())];
    receipts::print(client.talk(), &done, &client.talk().say(key::CLI_DONE_ALIAS_REMOVED, &arguments))
}

async fn set(client: &Client, args: &UserSet) -> Outcome {
    let account = who::find(client, &args.user.user).await?;
    let items = |text: &String| {
        text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
    };
    let body = ChangeBody {
        display_name: args.name.clone(),
        language: args.language.clone(),
        kind: args.kind.clone(),
        roles: args.roles.as_ref().map(items),
        role_domains: args.domains.as_ref().map(items),
        groups: args.groups.as_ref().map(items),
        reason: args.reason.reason.clone(),
    };
    let path = format!("/accounts/{}", account.id);
    let done: DoneView = client.send(Method::PATCH, &path, &body).await?;
    let arguments = [("account", (&account.address).into())];
    receipts::print(client.talk(), &done, &client.talk().say(key::CLI_DONE_CHANGED, &arguments))
}

async fn delete(client: &Client, user: &str, yes: bool, reason: &str) -> Outcome {
    let account = who::find(client, user).await?;
    let talk = client.talk();
    if !yes {
        if !io::stdin().is_terminal() {
            return Err(Failure::new(Exit::Usage, talk.label(key::CLI_DELETE_NEEDS_YES)));
        }
        out::talk(&talk.say(key::CLI_DELETE_ASK, &[("account", (&account.address).into())]));
        let mut answer = String::new();
        let cannot = |error: io::Error| Failure::new(Exit::Failure, error.to_string());
        io::stdin().lock().read_line(&mut answer).map_err(cannot)?;
        // The address itself is the answer: it cannot be given by habit, and it is the same in six languages.
        if answer.trim() != account.address {
            return Err(Failure::new(Exit::Failure, talk.label(key::CLI_DELETE_NOT)));
        }
    }
    let query = query(&[("reason", Some(reason))]);
    let done: DoneView = client.delete(&format!("/accounts/{}{query}", account.id)).await?;
    let arguments = [("account", (&account.address).into())];
    receipts::print(talk, &done, &talk.say(key::CLI_DONE_DELETED, &arguments))
}
