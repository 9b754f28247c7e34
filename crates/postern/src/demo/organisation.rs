//! The sample organisation: people, a shared mailbox, an application account and an admin. Addresses are of
//! documentation networks (RFC 5737), domains of examples.

use postern_core::account::{AccountKind, Language, Role};
use postern_core::name::{AccountName, NameRules};
use postern_core::reach::Reach;
use postern_engine::commands::NewAccount;

/// Somebody in the sample organisation.
pub struct Member {
    /// Primary address.
    pub address: &'static str,
    /// Name.
    pub display_name: &'static str,
    /// Further addresses.
    pub aliases: &'static [&'static str],
    /// Person, shared mailbox or application.
    pub kind: AccountKind,
    /// Language.
    pub language: Language,
    /// What they may do in Postern.
    pub roles: &'static [Role],
    /// Where they usually sign in from.
    pub place: &'static str,
    /// Their password, in this demo only.
    pub password: &'static str,
}

const fn person(
    address: &'static str,
    display_name: &'static str,
    language: Language,
    place: &'static str,
    password: &'static str,
) -> Member {
    Member {
        address,
        display_name,
        aliases: &[],
        kind: AccountKind::Person,
        language,
        roles: &[],
        place,
        password,
    }
}

/// Everybody.
pub const MEMBERS: &[Member] = &[
    Member {
        aliases: &["anna.lindqvist@contoso.example"],
        ..person(
            "anna@contoso.example",
            "Anna Lindqvist",
            Language::Sv,
            "198.51.100.20",
            "midsommar-krans-84",
        )
    },
    person("rob@contoso.com", "Rob Young", Language::En, "198.51.100.31", "quiet-harbour-1907"),
    person("greta@contoso.example", "Gréta Bērziņa", Language::Lv, "198.51.100.44", "new-after-the-summer-5"),
    person("maja@contoso.example", "Maja Kovač", Language::Sl, "198.51.100.45", "lipa-zeleni-park-3"),
    person("eleni@contoso.example", "Ελένη Παππά", Language::El, "198.51.100.46", "thalassa-blue-door-9"),
    Member {
        roles: &[Role::GlobalAdmin],
        ..person(
            "ingrid@contoso.example",
            "Ingrid Solberg",
            Language::Nb,
            "198.51.100.10",
            "fjell-og-fjord-22",
        )
    },
    Member {
        kind: AccountKind::SharedMailbox,
        ..person(
            "info@contoso.example",
            "Contoso information",
            Language::En,
            "198.51.100.47",
            "front-desk-shared-6",
        )
    },
    Member {
        kind: AccountKind::Application,
        ..person(
            "invoices@contoso.example",
            "Invoice run",
            Language::En,
            "198.51.100.80",
            "x9-invoice-robot-x9",
        )
    },
];

/// The people whom everybody writes to on an ordinary day.
pub fn ordinary_recipients(member: &Member) -> Vec<String> {
    let colleagues = MEMBERS.iter().map(|other| other.address).filter(|other| *other != member.address);
    let partners = ["orders@fabrikam.example", "anna@tailspin.example", "help@northwind.example"];
    colleagues.chain(partners).map(str::to_owned).collect()
}

/// The accounts to create; the password's hash is added by whoever hashes.
pub fn new_accounts(rules: &NameRules) -> anyhow::Result<Vec<NewAccount>> {
    MEMBERS
        .iter()
        .map(|member| {
            let aliases: Result<Vec<AccountName>, _> =
                member.aliases.iter().map(|alias| AccountName::parse(alias, rules)).collect();
            Ok(NewAccount {
                name: AccountName::parse(member.address, rules)?,
                aliases: aliases?,
                display_name: member.display_name.to_owned(),
                language: member.language,
                kind: member.kind,
                roles: member.roles.to_vec(),
                reach: Reach::ALL_DOMAINS,
                groups: Vec::new(),
                is_gate_only: false,
                password_hash: None,
            })
        })
        .collect()
}
