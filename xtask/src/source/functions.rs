//! Where functions begin and end, for the rule that a function fits on a screen. Nothing else about them.

/// One function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// The line, from 1, of its `fn`.
    pub line: usize,
    /// Lines from its `fn` to its closing brace, both counted.
    pub lines: usize,
}

/// Every function with a body, nested ones too. `code` holds no comments and no literals
/// ([`super::take_apart`]).
pub fn functions(code: &str) -> Vec<Function> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(position) = code[from..].find("fn ") {
        let start = from + position;
        from = start + 3;
        if code[..start].ends_with(|before: char| before.is_alphanumeric() || before == '_') {
            continue;
        }
        let name: String = code[from..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        // A type like `fn (u8)` has no name; a declaration in a trait has no body.
        let Some(body) = body_length(&code[start..]) else { continue };
        if name.is_empty() {
            continue;
        }
        let line = code[..start].matches('\n').count() + 1;
        let lines = code[start..start + body].matches('\n').count() + 1;
        found.push(Function { name, line, lines });
    }
    found
}

/// From `fn` to the closing brace of its body; `None` when a semicolon comes first.
fn body_length(from_fn: &str) -> Option<usize> {
    let mut braces = 0usize;
    // A semicolon inside brackets belongs to an array type, as in `[u8; 4]`.
    let mut brackets = 0usize;
    for (position, character) in from_fn.char_indices() {
        match character {
            '[' | '(' => brackets += 1,
            ']' | ')' => brackets = brackets.saturating_sub(1),
            ';' if braces == 0 && brackets == 0 => return None,
            '{' => braces += 1,
            '}' => {
                braces = braces.checked_sub(1)?;
                if braces == 0 {
                    return Some(position + 1);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, expected: &[(&str, usize, usize)]) {
        let found = functions(code);
        let found: Vec<_> = found.iter().map(|f| (f.name.as_str(), f.line, f.lines)).collect();
        assert_eq!(found, expected, "{code}");
    }

    #[test]
    fn functions_are_counted_from_their_fn_to_their_closing_brace() {
        check("fn a() {}", &[("a", 1, 1)]);
        check("\npub fn a(\n  x: u8,\n) -> u8 {\n  if x { 1 } else { 2 }\n}\n", &[("a", 2, 5)]);
        check("fn a() {\n  fn b() {\n  }\n}\n", &[("a", 1, 4), ("b", 2, 2)]);
        check("fn a(x: [u8; 4]) {\n}\n", &[("a", 1, 2)]);
    }

    #[test]
    fn declarations_and_function_types_are_no_functions() {
        check("trait T { fn a(&self) -> [u8; 2]; }\nfn b() {\n}", &[("b", 2, 2)]);
        check("type F = fn (u8); let often = 1;", &[]);
        check("struct S { f: fn(u8) -> u8 }", &[]);
    }
}
