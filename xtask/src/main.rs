//! Postern's developer commands: `cargo xtask test`, `tidy`, `bench`, `detect`, `fuzz`.
//!
//! This crate drives cargo and reads the source tree. It deliberately knows none of our other crates: what it
//! proves, it proves from outside, by the commands that a developer would type.
#![expect(clippy::print_stdout, reason = "these commands talk to the person who typed them")]

mod bench;
mod clock;
mod detect;
mod fuzz;
mod leftovers;
mod packages;
mod run;
mod source;
mod suites;
mod test;
mod tidy;
mod tree;

use std::process::ExitCode;

const USAGE: &str = "\
Postern's developer commands

cargo xtask test [--long]            everything that has to hold, from formatting to the real mail servers
cargo xtask tidy [--fix]             format, lints, crate edges, file rules, generated text (--fix writes it)
cargo xtask bench [ARGUMENTS]        the benchmark against a server without logic (--quick for a short look)
cargo xtask detect                   draws the curves and tables of docs/detection.md anew, over all histories at hand
cargo xtask fuzz [--seconds N] [TARGET]
                                     feeds the protocol readers with nonsense, each target for N seconds (60)
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["test"] => test::test(test::Length::Short),
        ["test", "--long"] => test::test(test::Length::Long),
        ["tidy"] => tidy::tidy(tidy::Mode::Check),
        ["tidy", "--fix"] => tidy::tidy(tidy::Mode::Fix),
        ["bench", rest @ ..] => bench::bench(rest),
        ["detect"] => detect::detect(),
        ["fuzz", rest @ ..] => fuzz::fuzz(rest),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(true)
        }
        _ => {
            println!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
