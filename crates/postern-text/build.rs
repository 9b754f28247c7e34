//! Writes one constant per English message, so that a message that does not exist does not compile. Knows
//! nothing of the other languages: the parity test compares them with English.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    let english = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("locales/en");
    let mut files: Vec<_> =
        fs::read_dir(&english)?.map(|file| Ok(file?.path())).collect::<Result<_, Box<dyn Error>>>()?;
    files.sort();
    let mut code = String::new();
    for file in files {
        write_keys(&fs::read_to_string(&file)?, &mut code)
            .map_err(|what| format!("{}: {what}", file.display()))?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("key.rs"), code)?;
    Ok(())
}

fn write_keys(text: &str, code: &mut String) -> Result<(), Box<dyn Error>> {
    let resource = fluent_syntax::parser::parse(text).map_err(|(_, errors)| format!("{errors:?}"))?;
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let name = message.id.name;
        let pattern = message.value.as_ref().ok_or_else(|| format!("{name} has no text"))?;
        let mut arguments = BTreeSet::new();
        collect_pattern(pattern, &mut arguments);
        let arguments: Vec<_> = arguments.into_iter().collect();
        let constant = name.replace('-', "_").to_uppercase();
        writeln!(code, "/// {}", first_text(pattern))?;
        writeln!(code, "pub const {constant}: Key = Key {{ name: {name:?}, arguments: &{arguments:?} }};")?;
    }
    Ok(())
}

/// What the editor shows beside the constant: the English sentence, of a plural the last branch.
fn first_text(pattern: &Pattern<&str>) -> String {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value.trim_end_matches('\n')),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                text.push_str(&variants.last().map_or_else(String::new, |last| first_text(&last.value)));
            }
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                if let InlineExpression::VariableReference { id } = inline {
                    text.push_str(&format!("`{}`", id.name));
                }
            }
        }
    }
    text.replace('[', "\\[").replace(']', "\\]")
}

fn collect_pattern(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => collect_inline(inline, into),
            Expression::Select { selector, variants } => {
                collect_inline(selector, into);
                for variant in variants {
                    collect_pattern(&variant.value, into);
                }
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        into.insert(id.name.to_owned());
    }
}
