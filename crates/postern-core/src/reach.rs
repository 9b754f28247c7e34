//! How far a role goes: every account of the site, or only those of some domains (DESIGN section 10, 5).
//!
//! An account is where its primary address is. Whoever's role is for some domains lives in a site in which there are no
//! other accounts: they are in no list, are nobody's to command, and asking for one of them is answered like asking for
//! none. What belongs to the whole site is read and changed by roles for all domains alone.

use crate::name::{AccountName, NameRules};

/// Most domains of one grant: a site has a handful, and the list has to stay readable.
pub const REACH_DOMAINS_MAX: usize = 50;

/// The accounts that roles are for. It is never empty: whoever may act upon nobody holds no role.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Reach {
    /// Canonical, sorted, each once; none means all.
    domains: Vec<String>,
}

impl Reach {
    /// Every account.
    pub const ALL_DOMAINS: Reach = Reach { domains: Vec::new() };

    /// Only accounts of these domains; none are all. The error is the text that is no domain, or one too many.
    pub fn read<'a>(domains: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let mut read = Vec::new();
        for text in domains {
            let wrong = || text.to_owned();
            let domain = text.trim().trim_start_matches('@');
            let name = AccountName::parse(&format!("a@{domain}"), &NameRules::default());
            let name = name.map_err(|_| wrong())?;
            if domain.contains('@') {
                return Err(wrong());
            }
            read.push(name.domain().ok_or_else(wrong)?.to_owned());
            read.sort_unstable();
            read.dedup();
            if read.len() > REACH_DOMAINS_MAX {
                return Err(wrong());
            }
        }
        Ok(Self { domains: read })
    }

    /// As the store kept it, canonical already.
    pub const fn from_canonical(domains: Vec<String>) -> Self {
        Self { domains }
    }

    /// Whether no account is outside.
    pub const fn is_all_domains(&self) -> bool {
        self.domains.is_empty()
    }

    /// The domains, in the order of the alphabet; none means all.
    pub fn domains(&self) -> &[String] {
        &self.domains
    }

    /// Whether an account of this primary address is inside.
    pub fn covers(&self, primary: &AccountName) -> bool {
        self.is_all_domains() || primary.domain().is_some_and(|domain| self.has(domain))
    }

    /// Whether nothing of it is outside `other`.
    pub fn is_within(&self, other: &Self) -> bool {
        other.is_all_domains()
            || (!self.is_all_domains() && self.domains.iter().all(|domain| other.has(domain)))
    }

    /// What is in both; `None`: no account is.
    #[must_use]
    pub fn within(&self, other: &Self) -> Option<Self> {
        match (self.is_all_domains(), other.is_all_domains()) {
            (true, _) => Some(other.clone()),
            (_, true) => Some(self.clone()),
            (false, false) => {
                let both: Vec<String> =
                    self.domains.iter().filter(|domain| other.has(domain)).cloned().collect();
                (!both.is_empty()).then_some(Self { domains: both })
            }
        }
    }

    fn has(&self, domain: &str) -> bool {
        self.domains.iter().any(|own| own == domain)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn only(domains: &[&str]) -> Reach {
        Reach::read(domains.iter().copied()).expect("domains")
    }

    #[test]
    fn an_account_is_where_its_primary_address_is_and_nowhere_else() {
        let check = |reach: &Reach, primary: &str, expected| {
            let primary = AccountName::from_canonical(primary.to_owned());
            assert_eq!(reach.covers(&primary), expected, "{reach:?} {primary}");
        };
        for primary in ["rob@contoso.example", "eva@fabrikam.example", "bare"] {
            check(&Reach::ALL_DOMAINS, primary, true);
        }
        let contoso = only(&["contoso.example"]);
        check(&contoso, "rob@contoso.example", true);
        check(&contoso, "eva@fabrikam.example", false);
        check(&contoso, "rob@mail.contoso.example", false);
        check(&contoso, "rob@notcontoso.example", false);
        check(&contoso, "bare", false);
    }

    #[test]
    fn domains_are_read_as_people_write_them_and_rubbish_is_named() {
        assert_eq!(only(&[" @Contoso.Example ", "contoso.example"]).domains(), ["contoso.example"]);
        assert_eq!(only(&["bücher.example"]).domains(), ["xn--bcher-kva.example"]);
        assert!(only(&[]).is_all_domains());
        for wrong in ["", " ", "a b", "rob@contoso.example", "con toso", "."] {
            assert_eq!(Reach::read([wrong]), Err(wrong.to_owned()), "{wrong:?}");
        }
        let many: Vec<String> = (0..=REACH_DOMAINS_MAX).map(|n| format!("d{n}.example")).collect();
        assert!(Reach::read(many[1..].iter().map(String::as_str)).is_ok());
        assert!(Reach::read(many.iter().map(String::as_str)).is_err());
    }

    fn any_reach() -> impl Strategy<Value = Reach> {
        prop::collection::vec(prop::sample::select(vec!["a.example", "b.example", "c.example"]), 0..4)
            .prop_map(|domains| only(&domains))
    }

    proptest! {
        /// What is in both is in each, whatever the two are; and nothing else is.
        #[test]
        fn what_is_in_both_is_in_each(one in any_reach(), other in any_reach(), domain in "[abcd]") {
            let primary = AccountName::from_canonical(format!("rob@{domain}.example"));
            let both = one.within(&other);
            let in_both = both.as_ref().is_some_and(|both| both.covers(&primary));
            prop_assert_eq!(in_both, one.covers(&primary) && other.covers(&primary));
            if let Some(both) = both {
                prop_assert!(both.is_within(&one) && both.is_within(&other));
            }
            if one.is_within(&other) && one.covers(&primary) {
                prop_assert!(other.covers(&primary));
            }
        }
    }
}
