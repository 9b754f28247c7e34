//! The query of an address, put together: what a link of a list keeps and what it changes.

use std::fmt;

/// Pairs of a query, in their order. Prints itself with its `?`, or as nothing when it is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueryText(Vec<(&'static str, String)>);

impl QueryText {
    /// With one pair more; nothing is added for an empty value.
    #[must_use]
    pub fn and(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.0.push((name, value));
        }
        self
    }
}

impl fmt::Display for QueryText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut mark = '?';
        for (name, value) in &self.0 {
            write!(f, "{mark}{name}=")?;
            mark = '&';
            for byte in value.bytes() {
                match byte {
                    b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' | b'@' => {
                        write!(f, "{}", char::from(byte))?;
                    }
                    other => write!(f, "%{other:02X}")?,
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_value_holds_it_stays_one_value() {
        let query = QueryText::default().and("view", "all").and("q", "").and("after", "a&b=č?#");
        assert_eq!(query.to_string(), "?view=all&after=a%26b%3D%C4%8D%3F%23");
        assert_eq!(QueryText::default().to_string(), "");
    }
}
