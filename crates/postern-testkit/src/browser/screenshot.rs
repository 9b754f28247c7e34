//! Pictures of pages, for people to look at. They go into a folder outside the repository.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::Browser;
use super::emulation::Scheme;

/// The environment variable that names the folder for pictures; without it no test takes any.
pub const FOLDER: &str = "POSTERN_SCREENSHOTS";

/// Where pictures shall go, if somebody wants any.
pub fn folder() -> Option<PathBuf> {
    std::env::var_os(FOLDER).filter(|folder| !folder.is_empty()).map(PathBuf::from)
}

impl Browser {
    /// Writes a PNG of the whole page, not only of what the window shows.
    pub async fn screenshot(&self, file: &Path) -> Result<()> {
        let wanted = json!({ "format": "png", "captureBeyondViewport": true });
        let picture = self.cdp("Page.captureScreenshot", wanted).await?;
        let picture = STANDARD.decode(picture["data"].as_str().context("a picture")?)?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
        }
        std::fs::write(file, picture).with_context(|| format!("write {}", file.display()))
    }

    /// Writes the [`Browser::pictures`] of a page into [`folder`]; does nothing when nobody wants pictures.
    pub async fn picture(&self, url: &str, name: &str) -> Result<()> {
        let Some(folder) = folder() else { return Ok(()) };
        self.pictures(url, &folder, name).await
    }

    /// Writes four pictures of a page into a folder, narrow and wide, light and dark, each named after `name`.
    pub async fn pictures(&self, url: &str, folder: &Path, name: &str) -> Result<()> {
        self.open(url).await?;
        for width_px in super::page::WIDTHS_PX {
            for scheme in Scheme::ALL {
                self.resize(width_px, super::page::HEIGHT_PX).await?;
                self.prefer(scheme).await?;
                let file = format!("{name}-{width_px}-{}.png", scheme.name());
                self.screenshot(&folder.join(file)).await?;
            }
        }
        Ok(())
    }
}
