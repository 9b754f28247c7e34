//! What `doveconf -n` prints, read: settings and blocks within blocks.

use std::collections::HashMap;

/// A block: its settings, and the blocks in it by their heads (`passdb`, `unix_listener anvil-auth-penalty`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Settings.
    pub settings: HashMap<String, String>,
    /// Blocks, in their order.
    pub blocks: Vec<(String, Block)>,
}

/// Dovecot's settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DovecotSettings {
    /// The first line's version.
    pub version: String,
    root: Block,
}

impl DovecotSettings {
    /// Reads the output; a block that does not end is taken to end with the text.
    pub fn read(text: &str) -> Self {
        let version = text.lines().next().and_then(|line| line.strip_prefix("# ")).and_then(|line| {
            line.split([' ', ':']).find(|word| word.starts_with(|letter: char| letter.is_ascii_digit()))
        });
        let mut open = vec![(String::new(), Block::default())];
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            if let Some(head) = line.strip_suffix('{') {
                open.push((head.trim().to_owned(), Block::default()));
            } else if line == "}" {
                close(&mut open);
            } else if let Some((name, value)) = line.split_once('=')
                && let Some((_, block)) = open.last_mut()
            {
                block.settings.insert(name.trim().to_owned(), value.trim().to_owned());
            }
        }
        while open.len() > 1 {
            close(&mut open);
        }
        let root = open.pop().map(|(_, block)| block).unwrap_or_default();
        Self { version: version.unwrap_or_default().to_owned(), root }
    }

    /// A setting outside every block; `None` where the default holds.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.root.settings.get(name).map(String::as_str)
    }

    /// The blocks with this head, in their order.
    pub fn blocks<'a>(&'a self, head: &'a str) -> impl Iterator<Item = &'a Block> {
        self.root.blocks.iter().filter(move |(known, _)| known == head).map(|(_, block)| block)
    }
}

impl Block {
    /// A setting of the block; empty where nobody set it.
    pub fn value(&self, name: &str) -> &str {
        self.settings.get(name).map_or("", String::as_str)
    }
}

fn close(open: &mut Vec<(String, Block)>) {
    if open.len() > 1
        && let Some(closed) = open.pop()
        && let Some((_, parent)) = open.last_mut()
    {
        parent.blocks.push(closed);
    }
}
