//! Tokens: what a program shows to be let in to the API. Each has a name, what it may do, and an end or the explicit
//! word that it has none. What it may do as an admin is a role, never a higher one than of whoever made it, neither
//! then nor later. Knows of the secret nothing but a hash of it.

use std::fmt;

use crate::access;
use crate::account::{Account, Role, codes};
use crate::command::{Asker, CommandKind};
use crate::event::Event;
use crate::ids::{AccountId, TokenId};
use crate::reach::Reach;
use crate::refusal::Refusal;
use crate::restriction::NOTE_BYTES_MAX;
use crate::time::Timestamp;

/// Most tokens that are in force at a time: one per program, and a site has a handful of programs.
pub const TOKENS_MAX: usize = 100;
/// Longest name of a token in bytes.
pub const TOKEN_NAME_BYTES_MAX: usize = 100;

/// SHA-256 of a secret of 256 random bits: of that many bits it can be kept without salt or cost. Never printed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SecretHash(pub [u8; 32]);

impl fmt::Debug for SecretHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretHash(…)")
    }
}

/// What a token is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Authenticate people, ask about attempts and report them.
    SignInCheck,
    /// Act upon the API as somebody with the role of auditor.
    ActAsAuditor,
    /// As one of the helpdesk.
    ActAsHelpdesk,
    /// As a responder.
    ActAsResponder,
    /// As a user admin.
    ActAsUserAdmin,
    /// As a global admin.
    ActAsGlobalAdmin,
}

codes!(Scope {
    Scope::SignInCheck => "sign_in:check",
    Scope::ActAsAuditor => "admin:auditor",
    Scope::ActAsHelpdesk => "admin:helpdesk",
    Scope::ActAsResponder => "admin:responder",
    Scope::ActAsUserAdmin => "admin:user_admin",
    Scope::ActAsGlobalAdmin => "admin:global_admin",
});

impl Scope {
    /// The role that a program acts with, if that is what the scope is about.
    pub const fn role(self) -> Option<Role> {
        match self {
            Scope::SignInCheck => None,
            Scope::ActAsAuditor => Some(Role::Auditor),
            Scope::ActAsHelpdesk => Some(Role::Helpdesk),
            Scope::ActAsResponder => Some(Role::Responder),
            Scope::ActAsUserAdmin => Some(Role::UserAdmin),
            Scope::ActAsGlobalAdmin => Some(Role::GlobalAdmin),
        }
    }

    /// Whether somebody with these roles may give it: nobody hands out more than he or she has.
    fn may_be_given_by(self, roles: &[Role]) -> bool {
        self.role().is_none_or(|role| roles.iter().any(|&own| own >= role))
    }
}

/// A token as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Stands in the token's text as well, so that it is found without looking at its secret.
    pub id: TokenId,
    /// Which program has it; unique among those in force.
    pub name: String,
    /// At least one.
    pub scopes: Vec<Scope>,
    /// Upon whom it acts in its roles.
    pub reach: Reach,
    /// Of its secret.
    pub hash: SecretHash,
    /// When it was made.
    pub created: Timestamp,
    /// The admin who made it; `None`: somebody with root.
    pub made_by: Option<AccountId>,
    /// When it ends by itself; `None` was asked for in so many words.
    pub ends: Option<Timestamp>,
    /// The last use that was noted; notes are a minute apart.
    pub last_used: Option<Timestamp>,
}

impl Token {
    /// Whether it is good for `scope` at `now`.
    pub fn allows(&self, scope: Scope, now: Timestamp) -> bool {
        self.scopes.contains(&scope) && self.is_in_force(now)
    }

    /// Upon whom it acts in its roles; `None`: upon nobody. Never upon an account that its maker may not.
    pub fn reach(&self, maker: Option<&Account>) -> Option<Reach> {
        match self.made_by {
            None => Some(self.reach.clone()),
            Some(_) => self.reach.within(&maker?.reach),
        }
    }

    /// The roles that it acts with at `now`. `maker` is the account of [`Self::made_by`] as it is now, if it is there
    /// and may sign in: a token has no role that its maker has lost.
    pub fn roles(&self, maker: Option<&Account>, now: Timestamp) -> Vec<Role> {
        let is_backed = |role: Role| match self.made_by {
            None => true,
            Some(_) => maker.is_some_and(|maker| maker.roles.iter().any(|&own| own >= role)),
        };
        let roles = self.scopes.iter().filter_map(|scope| scope.role());
        roles.filter(|&role| self.is_in_force(now) && is_backed(role)).collect()
    }

    fn is_in_force(&self, now: Timestamp) -> bool {
        self.ends.is_none_or(|ends| now < ends)
    }
}

/// Decides about a new token beside those in force.
pub fn add(in_force: &[Token], new: Token, asker: &Asker, now: Timestamp) -> Result<Event, Refusal> {
    check_asker(asker)?;
    let name = new.name.trim();
    if name.is_empty() || name.len() > TOKEN_NAME_BYTES_MAX || name.chars().any(char::is_control) {
        return Err(Refusal::TokenName);
    }
    if new.scopes.is_empty() {
        return Err(Refusal::TokenWithoutScope);
    }
    if !new.scopes.iter().all(|scope| scope.may_be_given_by(&asker.roles)) {
        return Err(Refusal::NotAllowed { command: CommandKind::ManageTokens });
    }
    if !new.reach.is_within(&asker.reach) {
        return Err(Refusal::NotAllowed { command: CommandKind::ManageTokens });
    }
    let roles: Vec<Role> = new.scopes.iter().filter_map(|scope| scope.role()).collect();
    access::check_grant(&roles, &new.reach)?;
    if new.ends.is_some_and(|ends| ends <= now) {
        return Err(Refusal::EndInThePast);
    }
    if in_force.iter().any(|token| token.name == name) {
        return Err(Refusal::TokenNameTaken { name: name.to_owned() });
    }
    if in_force.len() >= TOKENS_MAX {
        return Err(Refusal::TooManyTokens);
    }
    Ok(Event::TokenAdded(Token { name: name.to_owned(), ..new }))
}

/// Decides about the end of a token; `None` when there is none of that id.
pub fn revoke(token: Option<&Token>, asker: &Asker) -> Result<Event, Refusal> {
    check_asker(asker)?;
    let token = token.ok_or(Refusal::NoSuchToken)?;
    Ok(Event::TokenRevoked { token: token.id, name: token.name.clone() })
}

fn check_asker(asker: &Asker) -> Result<(), Refusal> {
    access::check(&asker.roles, &asker.reach, CommandKind::ManageTokens)?;
    if asker.note.trim().is_empty() {
        return Err(Refusal::NoteMissing);
    }
    if asker.note.len() > NOTE_BYTES_MAX { Err(Refusal::NoteTooLong) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{AccountKind, Language};
    use crate::name::AccountName;
    use crate::restriction::Actor;

    fn asker(role: Role, note: &str) -> Asker {
        Asker {
            actor: Actor::LocalRoot("root".to_owned()),
            roles: vec![role],
            reach: Reach::ALL_DOMAINS,
            note: note.to_owned(),
        }
    }

    fn token(number: u64, name: &str) -> Token {
        Token {
            id: TokenId::from_random(number),
            name: name.to_owned(),
            scopes: vec![Scope::SignInCheck],
            reach: Reach::ALL_DOMAINS,
            hash: SecretHash([0; 32]),
            created: Timestamp::from_unix_s(10),
            made_by: None,
            ends: Some(Timestamp::from_unix_s(100)),
            last_used: None,
        }
    }

    fn check(in_force: &[Token], new: Token, expected: Result<&str, Refusal>) {
        let asker = asker(Role::GlobalAdmin, "webmail");
        let found = add(in_force, new, &asker, Timestamp::from_unix_s(10)).map(|event| event.code());
        assert_eq!(found, expected);
    }

    #[test]
    fn only_a_global_admin_with_a_reason_makes_and_ends_tokens() {
        let now = Timestamp::from_unix_s(10);
        for &role in Role::ALL {
            let is_global = role == Role::GlobalAdmin;
            let asker = asker(role, "webmail");
            assert_eq!(add(&[], token(1, "webmail"), &asker, now).is_ok(), is_global, "{role:?}");
            assert_eq!(revoke(Some(&token(1, "webmail")), &asker).is_ok(), is_global, "{role:?}");
        }
        let silent = asker(Role::GlobalAdmin, " ");
        assert_eq!(add(&[], token(1, "webmail"), &silent, now), Err(Refusal::NoteMissing));
        assert_eq!(revoke(Some(&token(1, "webmail")), &silent), Err(Refusal::NoteMissing));
    }

    #[test]
    fn a_token_has_a_name_of_its_own_a_scope_and_an_end_ahead() {
        check(&[], token(1, "webmail"), Ok("token_added"));
        check(&[], token(1, "  "), Err(Refusal::TokenName));
        check(&[], token(1, "web\nmail"), Err(Refusal::TokenName));
        check(&[], token(1, &"x".repeat(TOKEN_NAME_BYTES_MAX)), Ok("token_added"));
        check(&[], token(1, &"x".repeat(TOKEN_NAME_BYTES_MAX + 1)), Err(Refusal::TokenName));
        let taken = Refusal::TokenNameTaken { name: "webmail".to_owned() };
        check(&[token(2, "webmail")], token(1, "webmail"), Err(taken));
        check(&[], Token { scopes: Vec::new(), ..token(1, "webmail") }, Err(Refusal::TokenWithoutScope));
        let ended = Token { ends: Some(Timestamp::from_unix_s(10)), ..token(1, "webmail") };
        check(&[], ended, Err(Refusal::EndInThePast));
        check(&[], Token { ends: None, ..token(1, "webmail") }, Ok("token_added"));
    }

    #[test]
    fn the_hundredth_token_is_made_and_the_next_is_not() {
        let many: Vec<Token> =
            (0..TOKENS_MAX as u64).map(|n| token(n + 2, &format!("program {n}"))).collect();
        check(&many[1..], token(1, "webmail"), Ok("token_added"));
        check(&many, token(1, "webmail"), Err(Refusal::TooManyTokens));
    }

    #[test]
    fn a_token_is_good_until_the_second_before_its_end() {
        let allows = |s| token(1, "webmail").allows(Scope::SignInCheck, Timestamp::from_unix_s(s));
        assert!(allows(99) && !allows(100));
        assert!(
            Token { ends: None, ..token(1, "x") }
                .allows(Scope::SignInCheck, Timestamp::from_unix_s(i64::MAX))
        );
    }

    #[test]
    fn nobody_gives_a_role_above_the_own() {
        for &own in Role::ALL {
            for &scope in Scope::ALL {
                let is_above = scope.role().is_some_and(|role| role > own);
                assert_eq!(scope.may_be_given_by(&[own]), !is_above, "{own:?} {scope:?}");
            }
        }
        assert!(Scope::SignInCheck.may_be_given_by(&[]) && !Scope::ActAsAuditor.may_be_given_by(&[]));
    }

    #[test]
    fn a_token_loses_the_roles_that_its_maker_lost() {
        let now = Timestamp::from_unix_s(10);
        let scopes = vec![Scope::SignInCheck, Scope::ActAsHelpdesk, Scope::ActAsUserAdmin];
        let by = AccountId::from_random(7);
        let made = Token { scopes, made_by: Some(by), ..token(1, "shop") };
        let maker = |roles: &[Role]| Account {
            id: by,
            primary: AccountName::from_canonical("boss@contoso.example".to_owned()),
            aliases: Vec::new(),
            display_name: String::new(),
            language: Language::En,
            kind: AccountKind::Person,
            roles: roles.to_vec(),
            reach: Reach::ALL_DOMAINS,
            groups: Vec::new(),
            is_gate_only: false,
            created: now,
        };
        let both = vec![Role::Helpdesk, Role::UserAdmin];
        assert_eq!(made.roles(Some(&maker(&[Role::GlobalAdmin])), now), both);
        assert_eq!(made.roles(Some(&maker(&[Role::Responder])), now), [Role::Helpdesk]);
        assert_eq!(made.roles(Some(&maker(&[Role::Auditor])), now), []);
        assert_eq!(made.roles(Some(&maker(&[])), now), []);
        assert_eq!(made.roles(None, now), [], "its maker is gone or blocked");
        let by_root = Token { made_by: None, ..made };
        assert_eq!(by_root.roles(None, now), both);
        assert_eq!(by_root.roles(None, Timestamp::from_unix_s(100)), [], "it has ended");
    }
}
