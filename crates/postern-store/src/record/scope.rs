//! Stored form of whom a policy is for: `{"v":1,"conditions":{"domains":["contoso.com"]},"exceptions":{}}`.

use postern_core::account::AccountKind;
use postern_core::ids::AccountId;
use postern_core::policy::scoped::{Conditions, Scope};
use serde::{Deserialize, Serialize};

use super::{RecordError, VERSION, code, from_text, id_from_sql, id_to_sql, to_text};

#[derive(Serialize, Deserialize)]
struct StoredScope {
    v: u8,
    conditions: StoredConditions,
    exceptions: StoredConditions,
}

#[derive(Serialize, Deserialize)]
struct StoredConditions {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    accounts: Vec<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    groups: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    domains: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    kinds: Vec<String>,
}

pub(crate) fn scope_to_text(scope: &Scope) -> String {
    let stored = |conditions: &Conditions| StoredConditions {
        accounts: conditions.accounts.iter().map(|account| id_to_sql(account.as_u64())).collect(),
        groups: conditions.groups.clone(),
        domains: conditions.domains.clone(),
        kinds: conditions.kinds.iter().map(|kind| kind.code().to_owned()).collect(),
    };
    to_text(&StoredScope {
        v: VERSION,
        conditions: stored(&scope.conditions),
        exceptions: stored(&scope.exceptions),
    })
}

pub(crate) fn scope_from_text(text: &str) -> Result<Scope, RecordError> {
    let read = |stored: StoredConditions| -> Result<Conditions, RecordError> {
        let account = |id: &i64| id_from_sql(*id).map(AccountId::from_random);
        let kind = |word: &String| code("kind of account", word, AccountKind::from_code);
        Ok(Conditions {
            accounts: stored.accounts.iter().map(account).collect::<Result<_, _>>()?,
            groups: stored.groups,
            domains: stored.domains,
            kinds: stored.kinds.iter().map(kind).collect::<Result<_, _>>()?,
        })
    };
    let StoredScope { v: _, conditions, exceptions } = from_text(text)?;
    Ok(Scope { conditions: read(conditions)?, exceptions: read(exceptions)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_reads_back() {
        let side = |number| Conditions {
            accounts: vec![AccountId::from_random(number)],
            groups: vec!["Buchhaltung \"A\"".to_owned()],
            domains: vec!["contoso.com".to_owned()],
            kinds: AccountKind::ALL.to_vec(),
        };
        for scope in [Scope { conditions: side(1), exceptions: side(2) }, Scope::default()] {
            assert_eq!(scope_from_text(&scope_to_text(&scope)).ok(), Some(scope));
        }
        assert!(
            scope_from_text("{\"v\":1,\"conditions\":{\"kinds\":[\"robot\"]},\"exceptions\":{}}").is_err()
        );
    }
}
