//! The table of keys in print: the reference page, and the commented file that `postern init` writes.

use std::fmt::Write;

use super::{Need, SECTIONS, keys_of, name_of};

/// docs/reference/config.md.
pub fn reference() -> String {
    let mut page = String::from(
        "# The configuration file\n\n\
         `/etc/postern/postern.toml`, or what `--config` or `POSTERN_CONFIG` names. Unknown keys are refused; \
         `postern check-config` tells every problem as `file:line: key: what is wrong`. Thresholds are not \
         here: they are policies (`postern policy show`) and change without a restart.\n\n\
         This page is printed from the code by `postern generate-reference`; do not edit it.\n",
    );
    for section in SECTIONS {
        if !section.path.is_empty() {
            let _ = write!(page, "\n## [{}]\n", section.path);
        }
        let _ = write!(page, "\n{}", section.about);
        if !section.without.is_empty() {
            let _ = write!(page, " Without this section: {}", lower_first(section.without));
        }
        page.push_str("\n\n| key | type | without it | example | what it decides |\n|---|---|---|---|---|\n");
        for key in keys_of(section.path) {
            let need = match key.need {
                Need::Yes => "refused",
                Need::Or(default) => default,
            };
            let _ = writeln!(
                page,
                "| `{}` | {} | {need} | `{}` | {} |",
                name_of(key),
                key.kind,
                key.example,
                key.about
            );
        }
    }
    page
}

fn lower_first(text: &str) -> String {
    // Product names keep their capital.
    let is_name = ["Postfix", "Dovecot"].iter().any(|name| text.starts_with(name));
    let mut characters = text.chars();
    match characters.next() {
        Some(first) if !is_name => first.to_lowercase().chain(characters).collect(),
        Some(_) | None => text.to_owned(),
    }
}

/// The file that `postern init` writes. Optional sections and keys are commented out, except the two gates and
/// the exports. `replace` gives another value than the example for a key.
pub fn commented_file(replace: impl Fn(&str) -> Option<String>) -> String {
    let mut file = String::from(
        "# Postern's configuration. Every key is explained in docs/reference/config.md;\n\
         # `postern check-config` checks this file.\n",
    );
    for section in SECTIONS {
        let is_optional =
            ["gates.mail_log", "mail_queue", "doveadm", "notify", "reports", "web", "geo", "passwords"];
        let off = if is_optional.contains(&section.path) { "# " } else { "" };
        let _ = write!(file, "\n# {}\n", section.about);
        if !section.path.is_empty() {
            let _ = writeln!(file, "{off}[{}]", section.path);
        }
        for key in keys_of(section.path) {
            let _ = writeln!(file, "# {}", key.about);
            let value = replace(key.path);
            let is_off = matches!(key.need, Need::Or(_)) && value.is_none();
            let off = if is_off { "# " } else { off };
            let value = value.unwrap_or_else(|| key.example.to_owned());
            let _ = writeln!(file, "{off}{} = {value}", name_of(key));
        }
    }
    file
}
