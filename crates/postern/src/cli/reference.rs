//! `postern generate-reference DIR`: the reference pages, printed from what the code knows. A test compares them
//! with the ones that are committed.

use std::fmt::Write;
use std::path::Path;

use anyhow::Context;
use clap::{Arg, CommandFactory};

use super::args::Cli;
use super::exit::{Exit, Outcome};
use crate::config::keys;

/// Writes `config.md` and `cli.md` into the folder.
pub fn write(dir: &Path) -> Outcome {
    for (name, page) in [("config.md", keys::reference()), ("cli.md", cli_page())] {
        let path = dir.join(name);
        std::fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn cli_page() -> String {
    let mut page = String::from(
        "# The command line\n\n\
         Data goes to standard output, talk to standard error. `--json` prints every answer with stable keys that \
         are never translated. Sentences are in the language of `POSTERN_LANG`, `LC_ALL`, `LC_MESSAGES` or `LANG`: \
         `en`, `sv`, `lv`, `sl`, `nb`, `el`.\n\n\
         This page is printed from the code by `postern generate-reference`; do not edit it.\n\n\
         ## Exit codes\n\n| code | meaning |\n|---|---|\n",
    );
    for (exit, meaning) in Exit::ALL {
        let _ = writeln!(page, "| {} | {meaning} |", exit.code());
    }
    let mut root = Cli::command();
    root.build();
    page.push_str("\n## Options of every command\n\n");
    for argument in root.get_arguments().filter(|argument| argument.is_global_set()) {
        option(&mut page, argument);
    }
    for command in root.get_subcommands().filter(|command| !command.is_hide_set()) {
        describe(&mut page, "postern", command);
    }
    page
}

fn describe(page: &mut String, parent: &str, command: &clap::Command) {
    if command.get_name() == "help" {
        return;
    }
    let name = format!("{parent} {}", command.get_name());
    if command.has_subcommands() {
        for sub in command.get_subcommands() {
            describe(page, &name, sub);
        }
        return;
    }
    let positionals = command.get_positionals().map(|argument| format!(" {argument}")).collect::<String>();
    let _ = writeln!(page, "\n## {name}{positionals}");
    if let Some(about) = command.get_about() {
        let _ = writeln!(page, "\n{about}.");
    }
    let own = command.get_arguments().filter(|argument| {
        !argument.is_global_set() && !["help", "version"].contains(&argument.get_id().as_str())
    });
    for (position, argument) in own.enumerate() {
        if position == 0 {
            page.push('\n');
        }
        option(page, argument);
    }
}

fn option(page: &mut String, argument: &Arg) {
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let needed = if argument.is_required_set() && !argument.is_positional() { " (needed)" } else { "" };
    let values: Vec<String> =
        argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let takes_value = argument.get_action().takes_values();
    let values = if takes_value && !values.is_empty() {
        format!(" One of: {}.", values.join(", "))
    } else {
        String::new()
    };
    let default =
        argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect::<Vec<_>>();
    let default = match default.join(", ") {
        none if none.is_empty() || !takes_value => String::new(),
        default => format!(" Default: `{default}`."),
    };
    let environment = argument
        .get_env()
        .map_or(String::new(), |name| format!(" Environment: `{}`.", name.to_string_lossy()));
    let _ = writeln!(page, "- `{argument}`{needed}: {help}.{values}{default}{environment}");
}
