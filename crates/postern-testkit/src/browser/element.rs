//! Finding things as a screen reader does, by role and accessible name, and pressing them as a hand does.
//!
//! Roles are WAI-ARIA's: `button`, `link`, `textbox`, `searchbox`, `checkbox`, `combobox`, `heading`, `row`, `alert`.
//! Names are whole, in the page's language: take them from postern-text, or write the sentence that a person reads.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::keys::Key;
use super::leaving::HAS_FOCUS;
use super::{Browser, LOOK_EVERY, LOOKS};
use crate::servers::mail_host::wait;

/// Where to press an element, or what is in the way. The first of its boxes: a link over two lines has two.
const PLACE: &str = "function () {
    if (this.disabled) return { because: 'it is disabled' };
    this.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const box = this.getClientRects()[0];
    if (!box || !box.width || !box.height) return { because: 'it is not shown' };
    const [x, y] = [Math.floor(box.left + box.width / 2), Math.floor(box.top + box.height / 2)];
    const hit = document.elementFromPoint(x, y);
    const label = hit && hit.closest('label');
    if (hit && (this.contains(hit) || (label && label.control === this))) return { x, y };
    return { because: hit ? 'under it lies ' + hit.outerHTML.slice(0, 120) : 'it is outside the window' };
}";

/// Chooses the option with this text, and tells the page's script as a hand would.
const CHOOSE: &str = "function (text) {
    const option = [...this.options].find((option) => option.label.trim() === text);
    if (!option) return [...this.options].map((option) => option.label.trim()).join(', ');
    option.selected = true;
    for (const event of ['input', 'change']) this.dispatchEvent(new Event(event, { bubbles: true }));
    return null;
}";

/// Something on the page that is shown now. It is gone with the page.
#[derive(Clone, Copy)]
pub struct Element<'browser> {
    browser: &'browser Browser,
    /// Chromium's number of the node.
    node: u64,
}

/// What a screen reader says of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its role.
    pub role: String,
    /// Its accessible name.
    pub name: String,
}

impl Browser {
    /// The only thing with this role and name; waits for it up to five seconds.
    pub async fn find(&self, role: &str, name: &str) -> Result<Element<'_>> {
        for _ in 0..LOOKS {
            match self.find_all(role, name).await?[..] {
                [] => wait(LOOK_EVERY).await,
                [only] => return Ok(only),
                ref several => bail!("{} things are a {role} named `{name}`", several.len()),
            }
        }
        let others = self.names(role).await?;
        bail!("no {role} is named `{name}` on {}; there are: {others:?}", self.address().await?)
    }

    /// Everything with this role and name, as it is now.
    pub async fn find_all(&self, role: &str, name: &str) -> Result<Vec<Element<'_>>> {
        let nodes = self.accessible(json!({ "role": role, "accessibleName": name })).await?;
        let element =
            |node: &Value| Some(Element { browser: self, node: node["backendDOMNodeId"].as_u64()? });
        Ok(nodes.iter().filter_map(element).collect())
    }

    /// The names of everything with this role, in the page's order.
    pub async fn names(&self, role: &str) -> Result<Vec<String>> {
        let nodes = self.accessible(json!({ "role": role })).await?;
        Ok(nodes.iter().map(|node| named(node).name).collect())
    }

    /// The first element that a CSS selector matches.
    pub async fn select(&self, css: &str) -> Result<Element<'_>> {
        let expression = format!("document.querySelector({})", Value::from(css));
        let node = self.node_of(&expression).await?;
        let node = node.with_context(|| format!("nothing on the page matches {css}"))?;
        Ok(Element { browser: self, node })
    }

    /// Finds and presses; waits for the page that it may lead to.
    pub async fn click(&self, role: &str, name: &str) -> Result<()> {
        let element = self.find(role, name).await?;
        element.click().await.with_context(|| format!("click the {role} `{name}`"))
    }

    /// Finds a field and types into it instead of what stands there.
    pub async fn fill(&self, role: &str, name: &str, text: &str) -> Result<()> {
        let element = self.find(role, name).await?;
        element.fill(text).await.with_context(|| format!("fill the {role} `{name}`"))
    }

    /// What has the focus, as a screen reader says it; the role of the page itself is `RootWebArea`.
    pub async fn focused(&self) -> Result<Named> {
        let tree = self.of_the_page_shown(async || {
            let object = self.object(HAS_FOCUS).await?;
            let ask = json!({ "objectId": object["objectId"], "fetchRelatives": false });
            self.cdp("Accessibility.getPartialAXTree", ask).await
        });
        Ok(named(&tree.await?["nodes"][0]))
    }

    async fn accessible(&self, query: Value) -> Result<Vec<Value>> {
        let found = self.of_the_page_shown(async || {
            let mut query = query.clone();
            query["objectId"] = self.object("document").await?["objectId"].take();
            self.cdp("Accessibility.queryAXTree", query).await
        });
        let Value::Array(mut nodes) = found.await?["nodes"].take() else { bail!("a list of nodes") };
        nodes.retain(|node| node["ignored"].as_bool() == Some(false));
        Ok(nodes)
    }
}

impl Element<'_> {
    /// Scrolls to it and presses it with the mouse, and waits for the page that a link or a form leads to; an error when
    /// something lies over it.
    pub async fn click(&self) -> Result<()> {
        let leads_away = self.browser.leads_away(self.node, None).await?;
        self.click_and_stay().await?;
        if leads_away { self.browser.left().await } else { Ok(()) }
    }

    /// The same without waiting, where no page comes: a link to a file.
    pub async fn click_and_stay(&self) -> Result<()> {
        let place = self.call(PLACE, &[]).await?;
        if let Some(reason) = place["because"].as_str() {
            bail!("it cannot be pressed: {reason}");
        }
        let mouse = json!({
            "type": "pointer",
            "id": "mouse",
            "parameters": { "pointerType": "mouse" },
            "actions": [
                { "type": "pointerMove", "duration": 0, "x": place["x"], "y": place["y"] },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerUp", "button": 0 },
            ],
        });
        self.browser.driver.post("actions", json!({ "actions": [mouse] })).await?;
        Ok(())
    }

    /// Types into it instead of what stands there.
    pub async fn fill(&self, text: &str) -> Result<()> {
        self.click().await?;
        self.call("function () { this.select(); }", &[]).await?;
        self.browser.press(Key::Backspace).await?;
        self.browser.type_text(text).await
    }

    /// Chooses an option by its text.
    pub async fn choose(&self, option: &str) -> Result<()> {
        let others = self.call(CHOOSE, &[Value::from(option)]).await?;
        ensure!(others.is_null(), "there is no option `{option}`, but: {others}");
        Ok(())
    }

    /// Puts the focus on it.
    pub async fn focus(&self) -> Result<()> {
        self.call("function () { this.focus(); }", &[]).await?;
        Ok(())
    }

    /// The text that a person sees in it.
    pub async fn text(&self) -> Result<String> {
        let text = self.call("function () { return this.innerText; }", &[]).await?;
        Ok(text.as_str().context("an element has text")?.to_owned())
    }

    /// An attribute, as it stands in the page.
    pub async fn attribute(&self, name: &str) -> Result<Option<String>> {
        let value =
            self.call("function (name) { return this.getAttribute(name); }", &[Value::from(name)]).await?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// What stands in a field.
    pub async fn value(&self) -> Result<String> {
        let value = self.call("function () { return this.value; }", &[]).await?;
        Ok(value.as_str().context("not a field")?.to_owned())
    }

    /// Whether a box is ticked.
    pub async fn is_checked(&self) -> Result<bool> {
        Ok(self.call("function () { return this.checked; }", &[]).await?.as_bool() == Some(true))
    }

    async fn call(&self, function: &str, arguments: &[Value]) -> Result<Value> {
        self.browser.call_on(self.node, function, arguments).await
    }
}

fn named(node: &Value) -> Named {
    let text = |part: &str| node[part]["value"].as_str().unwrap_or_default().trim().to_owned();
    Named { role: text("role"), name: text("name") }
}
