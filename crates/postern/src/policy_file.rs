//! Policy files: what `policy export` prints, `policy import` and `replay --policy` read. TOML with the values'
//! dotted names; what a file does not say is the default.

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, bail};
use postern_core::policy::Policies;
use toml::de::{DeTable, DeValue};

/// Largest policy file, bytes. A complete one has 2 KiB.
const FILE_BYTES_MAX: u64 = 64 * 1024;

/// Reads and checks a file.
pub fn load(path: &Path) -> anyhow::Result<Policies> {
    let size = std::fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?.len();
    if size > FILE_BYTES_MAX {
        bail!("{} is larger than {FILE_BYTES_MAX} bytes", path.display());
    }
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    parse(&text).map_err(|(line, message)| anyhow::anyhow!("{}:{line}: {message}", path.display()))
}

/// Checks a text; an error is a line and what is wrong there.
pub fn parse(text: &str) -> Result<Policies, (usize, String)> {
    let line_of = |offset: usize| 1 + text.bytes().take(offset).filter(|&byte| byte == b'\n').count();
    let table = DeTable::parse(text).map_err(|error| {
        (line_of(error.span().map_or(0, |span| span.start)), format!("this is not TOML: {}", error.message()))
    })?;
    let mut policies = Policies::default();
    let mut pending: Vec<(String, DeTable<'_>)> = vec![(String::new(), table.into_inner())];
    while let Some((prefix, table)) = pending.pop() {
        for (key, value) in table {
            let line = line_of(key.span().start);
            let name = format!("{prefix}{}", key.get_ref());
            match value.into_inner() {
                // Only two sections have values; deeper ones are refused as unknown names.
                DeValue::Table(inner) if prefix.is_empty() => pending.push((format!("{name}."), inner)),
                DeValue::Integer(integer) if integer.radix() == 10 => {
                    policies.set(&name, integer.as_str()).map_err(|error| (line, error.to_string()))?;
                }
                DeValue::Integer(_)
                | DeValue::String(_)
                | DeValue::Float(_)
                | DeValue::Boolean(_)
                | DeValue::Datetime(_)
                | DeValue::Array(_)
                | DeValue::Table(_) => return Err((line, format!("{name} takes a whole number"))),
            }
        }
    }
    policies.check().map_err(|error| (1, error.to_string()))?;
    Ok(policies)
}

/// The file that says exactly these policies, with bounds and defaults as comments.
pub fn write(policies: &Policies) -> String {
    let mut file = String::from("# Postern's policies. What is left out is the default.\n");
    let mut section = "";
    for ((name, value), about) in policies.values().into_iter().zip(Policies::descriptions()) {
        let (of, key) = name.split_once('.').unwrap_or(("", name));
        if of != section {
            let _ = write!(file, "\n[{of}]\n");
            section = of;
        }
        let _ = writeln!(file, "{key} = {value} # {} to {}, default {}", about.min, about.max, about.default);
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_exported_is_read_back() {
        let mut policies = Policies::default();
        policies.set("outbound.novel_hour_max", "17").expect("within bounds");
        assert_eq!(parse(&write(&policies)), Ok(policies));
        assert_eq!(parse("outbound.cap_day = 2_000").map(|policies| policies.outbound.cap_day), Ok(2_000));
        assert_eq!(parse(""), Ok(Policies::default()));
    }

    #[test]
    fn a_mistake_is_told_with_its_line() {
        let line = |text: &str| parse(text).expect_err("a mistake").0;
        assert_eq!(line("[outbound]\ncap_day = 1000\nnovel = 3\n"), 3);
        assert_eq!(line("[outbound]\ncap_day = \"1000\"\n"), 2);
        assert_eq!(line("[outbound]\n\ncap_day = 0\n"), 3);
        assert_eq!(line("[outbound]\ncap_day =\n"), 2);
        assert_eq!(line("[outbound.deep]\ncap_day = 1000\n"), 1);
        // Two values that contradict each other stand on no one line.
        assert_eq!(line("outbound.novel_hour_max = 70"), 1);
    }
}
