//! Stored forms of who acts (`Actor`) and what is acted upon (`Entity`): `{"v":1,"is":"person","of":"…"}`.

use postern_core::ids::AccountId;
use postern_core::restriction::{Actor, Entity};
use serde::{Deserialize, Serialize};

use super::{RecordError, VERSION, from_text, to_text};

#[derive(Serialize, Deserialize)]
struct Stored {
    v: u8,
    is: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<String>,
}

impl Stored {
    fn text(is: &str, of: Option<String>) -> String {
        to_text(&Self { v: VERSION, is: is.to_owned(), of })
    }
}

pub(crate) fn actor_to_text(actor: &Actor) -> String {
    match actor {
        Actor::Rule => Stored::text("rule", None),
        Actor::Timer => Stored::text("timer", None),
        Actor::LocalRoot(user) => Stored::text("local_root", Some(user.clone())),
        Actor::Person(account) => Stored::text("person", Some(account.to_string())),
        Actor::LinkHolder => Stored::text("link_holder", None),
        Actor::Visitor => Stored::text("visitor", None),
        Actor::Program(name) => Stored::text("program", Some(name.clone())),
    }
}

pub(crate) fn actor_from_text(text: &str) -> Result<Actor, RecordError> {
    let stored: Stored = from_text(text)?;
    match (stored.is.as_str(), stored.of) {
        ("rule", None) => Ok(Actor::Rule),
        ("timer", None) => Ok(Actor::Timer),
        ("link_holder", None) => Ok(Actor::LinkHolder),
        ("visitor", None) => Ok(Actor::Visitor),
        ("local_root", Some(user)) => Ok(Actor::LocalRoot(user)),
        ("person", Some(account)) => account_id(&account).map(Actor::Person),
        ("program", Some(name)) => Ok(Actor::Program(name)),
        (other, _) => Err(RecordError::unknown("actor", other)),
    }
}

pub(crate) fn entity_to_text(entity: &Entity) -> String {
    match entity {
        Entity::Account(account) => Stored::text("account", Some(account.to_string())),
        Entity::Domain(domain) => Stored::text("domain", Some(domain.clone())),
        Entity::Network(network) => Stored::text("network", Some(network.to_string())),
        Entity::AccountAtNetwork { account, network } => {
            Stored::text("account_at_network", Some(format!("{account} {network}")))
        }
    }
}

pub(crate) fn entity_from_text(text: &str) -> Result<Entity, RecordError> {
    let stored: Stored = from_text(text)?;
    match (stored.is.as_str(), stored.of) {
        ("account", Some(account)) => account_id(&account).map(Entity::Account),
        ("domain", Some(domain)) => Ok(Entity::Domain(domain)),
        ("network", Some(network)) => {
            network.parse().map(Entity::Network).map_err(|_| RecordError::unknown("network", network))
        }
        ("account_at_network", Some(pair)) => pair_from(&pair),
        (other, _) => Err(RecordError::unknown("entity", other)),
    }
}

fn pair_from(text: &str) -> Result<Entity, RecordError> {
    let unknown = || RecordError::unknown("account at a network", text);
    let (account, network) = text.split_once(' ').ok_or_else(unknown)?;
    let (account, network) = (account_id(account)?, network.parse().map_err(|_| unknown())?);
    Ok(Entity::AccountAtNetwork { account, network })
}

/// Reads the printed form of an account's id.
pub(super) fn account_id(printed: &str) -> Result<AccountId, RecordError> {
    printed.parse().map_err(|_| RecordError::unknown("account id", printed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_actor_reads_back() {
        let account = AccountId::from_random(77);
        for actor in [
            Actor::Rule,
            Actor::Timer,
            Actor::LocalRoot("root".to_owned()),
            Actor::Person(account),
            Actor::Program("weakforced".to_owned()),
        ] {
            assert_eq!(actor_from_text(&actor_to_text(&actor)).ok(), Some(actor));
        }
    }

    #[test]
    fn every_entity_reads_back() {
        let account = AccountId::from_random(1 << 49);
        for entity in [
            Entity::Account(account),
            Entity::Domain("contoso.example".to_owned()),
            Entity::Network("203.0.113.0/24".parse().expect("a network")),
            Entity::Network("2001:db8:1::/48".parse().expect("a network")),
            Entity::AccountAtNetwork { account, network: "2001:db8:1::/64".parse().expect("a network") },
        ] {
            assert_eq!(entity_from_text(&entity_to_text(&entity)).ok(), Some(entity));
        }
    }

    #[test]
    fn a_word_of_the_future_is_named() {
        let future = r#"{"v":1,"is":"robot","of":"7"}"#;
        assert_eq!(
            actor_from_text(future).expect_err("unknown").to_string(),
            "actor \"robot\" is not known to this program"
        );
        assert!(entity_from_text(future).is_err());
        assert!(entity_from_text(r#"{"v":1,"is":"network","of":"everywhere"}"#).is_err());
        assert!(entity_from_text(r#"{"v":1,"is":"account_at_network","of":"00000-00001"}"#).is_err());
        assert!(actor_from_text(r#"{"v":1,"is":"person","of":"short"}"#).is_err());
        assert!(actor_from_text(r#"{"v":1,"is":"person"}"#).is_err());
    }
}
