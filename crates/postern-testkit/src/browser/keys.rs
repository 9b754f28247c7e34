//! The keyboard: keys are pressed and released as by a person, and go to what has the focus.

use anyhow::Result;
use serde_json::{Value, json};

use super::Browser;
use super::leaving::HAS_FOCUS;

/// A key, named as on the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To the next thing that takes input.
    Tab,
    /// Tab with Shift: to the one before.
    BackTab,
    /// Presses, or sends the form.
    Enter,
    /// Presses a button, ticks a box.
    Space,
    /// Closes.
    Escape,
    /// Arrow.
    Up,
    /// Arrow.
    Down,
    /// Arrow.
    Left,
    /// Arrow.
    Right,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// Removes what stands before.
    Backspace,
    /// One character, such as `/` or `?`.
    Character(char),
}

/// WebDriver's letter for Shift (its section "Keyboard actions").
const SHIFT: char = '\u{E008}';

impl Key {
    /// WebDriver's letter for the key, from its private part of Unicode.
    fn letter(self) -> char {
        match self {
            Key::Tab | Key::BackTab => '\u{E004}',
            Key::Enter => '\u{E007}',
            Key::Space => ' ',
            Key::Escape => '\u{E00C}',
            Key::Up => '\u{E013}',
            Key::Down => '\u{E015}',
            Key::Left => '\u{E012}',
            Key::Right => '\u{E014}',
            Key::Home => '\u{E011}',
            Key::End => '\u{E010}',
            Key::Backspace => '\u{E003}',
            Key::Character(character) => character,
        }
    }

    fn strokes(self) -> Vec<Value> {
        let stroke = |kind: &str, letter: char| json!({ "type": kind, "value": letter });
        let mut strokes = vec![stroke("keyDown", self.letter()), stroke("keyUp", self.letter())];
        if self == Key::BackTab {
            strokes.insert(0, stroke("keyDown", SHIFT));
            strokes.push(stroke("keyUp", SHIFT));
        }
        strokes
    }
}

impl Browser {
    /// Presses one key, and waits for the page that Enter or Space leads to.
    pub async fn press(&self, key: Key) -> Result<()> {
        let may_lead_away = matches!(key, Key::Enter | Key::Space);
        let pressed = if may_lead_away { self.node_of(HAS_FOCUS).await? } else { None };
        let leads_away = match pressed {
            Some(node) => self.leads_away(node, Some(key.letter())).await?,
            None => false,
        };
        self.strokes(key.strokes()).await?;
        if leads_away { self.left().await } else { Ok(()) }
    }

    /// Presses a key several times.
    pub async fn press_times(&self, key: Key, times: usize) -> Result<()> {
        for _ in 0..times {
            self.press(key).await?;
        }
        Ok(())
    }

    /// Types a text, character by character, into what has the focus.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        self.strokes(text.chars().flat_map(|character| Key::Character(character).strokes()).collect()).await
    }

    async fn strokes(&self, strokes: Vec<Value>) -> Result<()> {
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.driver.post("actions", json!({ "actions": [keyboard] })).await?;
        Ok(())
    }
}
