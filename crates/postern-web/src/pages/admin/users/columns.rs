//! Which columns the list of accounts has: the address says it, else what the reader chose last, which a cookie keeps, else
//! the usual ones. The name and how both doors stand are always there.

use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use postern_core::command::CommandKind;
use postern_engine::Engine;
use postern_text::{Key, key};

use super::UsersQuery;
use crate::pages::admin::page_error::PageError;
use crate::pages::admin::session::{Submitted, cookie, is_https};
use crate::pages::admin::shell::root_of;

/// Keeps the choice for a year. Codes and points alone, so it says nothing of anybody.
const COOKIE: &str = "postern_columns";

/// A column that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The primary address.
    Address,
    /// When somebody last signed in.
    LastSignIn,
    /// Failed sign-ins of a day.
    Failed,
    /// Recipients of a day, and how many are allowed.
    Sent,
    /// A person, a shared mailbox or an application.
    Kind,
    /// Groups of the account.
    Groups,
    /// When it was made.
    Created,
}

impl Column {
    /// Every column, in the order of the table.
    pub const ALL: [Self; 7] =
        [Self::Address, Self::LastSignIn, Self::Failed, Self::Sent, Self::Kind, Self::Groups, Self::Created];
    const USUAL: [Self; 5] = [Self::Address, Self::LastSignIn, Self::Failed, Self::Sent, Self::Kind];

    /// As an address says it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::LastSignIn => "last",
            Self::Failed => "failed",
            Self::Sent => "sent",
            Self::Kind => "kind",
            Self::Groups => "groups",
            Self::Created => "created",
        }
    }

    /// Its head.
    pub const fn name(self) -> Key {
        match self {
            Self::Address => key::ADMIN_IN_USER,
            Self::LastSignIn => key::USERS_LAST,
            Self::Failed => key::USERS_FAILED,
            Self::Sent => key::USERS_SENT,
            Self::Kind => key::USERS_KIND,
            Self::Groups => key::AUDIT_GROUPS,
            Self::Created => key::CLI_HEAD_CREATED,
        }
    }
}

/// The columns that are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns(Vec<Column>);

impl Columns {
    /// Those of this address and this browser.
    pub fn of(query: &UsersQuery, headers: &HeaderMap) -> Self {
        let kept = || cookie(headers, COOKIE).and_then(Self::read);
        Self::read(&query.cols).or_else(kept).unwrap_or_else(|| Self(Column::USUAL.to_vec()))
    }

    /// `address.last`; `-` is none of them. What is no column is passed over.
    fn read(text: &str) -> Option<Self> {
        if text.is_empty() {
            return None;
        }
        let named = |column: &Column| text.split('.').any(|code| code == column.code());
        Some(Self(Column::ALL.into_iter().filter(named).collect()))
    }

    /// Whether this one is shown.
    pub fn has(&self, column: Column) -> bool {
        self.0.contains(&column)
    }

    fn text(&self) -> String {
        if self.0.is_empty() {
            return "-".to_owned();
        }
        self.0.iter().map(|column| column.code()).collect::<Vec<_>>().join(".")
    }
}

/// `POST /admin/users/columns`: keeps the choice, and back to the list.
pub async fn choose(submitted: Submitted) -> Result<Response, PageError> {
    let admin = &submitted.admin;
    admin.may(CommandKind::Read)?;
    let ticked = submitted.texts("c");
    let columns = Columns(Column::ALL.into_iter().filter(|column| ticked.contains(&column.code())).collect());
    let text = columns.text();
    let query = UsersQuery { cols: text.clone(), ..UsersQuery::submitted(&submitted) };
    let target = format!("{}{}/users{}", root_of(&admin.engine), crate::pages::admin::PREFIX, query.kept());
    let kept = [(SET_COOKIE, kept_in_cookie(&admin.engine, &text))];
    Ok((kept, Redirect::to(&target)).into_response())
}

fn kept_in_cookie(engine: &Engine, text: &str) -> String {
    let secure = if is_https(engine) { "; Secure" } else { "" };
    format!("{COOKIE}={text}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000{secure}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use axum::http::header::COOKIE as COOKIE_HEADER;

    #[test]
    fn the_address_wins_over_what_was_kept_and_that_over_the_usual_columns() {
        let asked = |cols: &str| UsersQuery { cols: cols.to_owned(), ..UsersQuery::default() };
        let mut kept = HeaderMap::new();
        kept.insert(COOKIE_HEADER, HeaderValue::from_static("postern_columns=sent.kind"));
        let texts = |query: &UsersQuery, headers: &HeaderMap| Columns::of(query, headers).text();
        let none = HeaderMap::new();
        assert_eq!(texts(&asked(""), &none), "address.last.failed.sent.kind");
        assert_eq!(texts(&asked(""), &kept), "sent.kind");
        assert_eq!(texts(&asked("created.<script>.address"), &kept), "address.created");
        assert_eq!(texts(&asked("-"), &kept), "-", "the name and the doors alone");
    }
}
