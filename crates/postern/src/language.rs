//! Which of the six languages the reader of a terminal has, from the environment as POSIX orders it.

use postern_core::account::Language;

/// `POSTERN_LANG`, then `LC_ALL`, `LC_MESSAGES`, `LANG`; the first that is set decides, English when it is none
/// of ours.
pub fn of_terminal(variable: impl Fn(&str) -> Option<String>) -> Language {
    let set = ["POSTERN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| variable(name).filter(|value| !value.is_empty()));
    set.and_then(|value| of_locale(&value)).unwrap_or_default()
}

/// `sv_SE.UTF-8`, `nb-NO`, `no` (which means Bokmål unless it says otherwise), `el`.
fn of_locale(locale: &str) -> Option<Language> {
    let code = locale.split(['_', '-', '.', '@']).next().unwrap_or("").to_ascii_lowercase();
    match code.as_str() {
        "no" => Some(Language::Nb),
        code => Language::from_code(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(variables: &[(&str, &str)], expected: Language) {
        let found = of_terminal(|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        });
        assert_eq!(found, expected, "{variables:?}");
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        check(&[("LANG", "sv_SE.UTF-8")], Language::Sv);
        check(&[("LANG", "sv_SE.UTF-8"), ("LC_ALL", "el_GR")], Language::El);
        check(&[("LANG", "sv_SE.UTF-8"), ("LC_ALL", "C")], Language::En);
        check(&[("LANG", "lv_LV"), ("POSTERN_LANG", "no")], Language::Nb);
        check(&[("LANG", "")], Language::En);
        check(&[], Language::En);
    }
}
