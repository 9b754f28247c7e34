//! A virtual authenticator: a passkey device inside the browser that says yes without a person (Web Authentication,
//! section 11 "User Agent Automation"). Passkeys need HTTPS or `http://localhost`; an IP address does not do.

use anyhow::{Context, Result};
use serde_json::json;

use super::Browser;

/// A device that was plugged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authenticator {
    id: String,
}

impl Browser {
    /// Plugs in a platform authenticator that keeps passkeys and verifies its user.
    pub async fn add_authenticator(&self) -> Result<Authenticator> {
        let device = json!({
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": true,
            "hasUserVerification": true,
            "isUserConsenting": true,
            "isUserVerified": true,
        });
        let id = self.driver.post("webauthn/authenticator", device).await?;
        Ok(Authenticator { id: id.as_str().context("an authenticator has an id")?.to_owned() })
    }

    /// Whether the device recognises its user from now on; when not, it says so (reliability K13).
    pub async fn recognise_user(&self, device: &Authenticator, is_recognised: bool) -> Result<()> {
        let command = format!("webauthn/authenticator/{}/uv", device.id);
        self.driver.post(&command, json!({ "isUserVerified": is_recognised })).await?;
        Ok(())
    }

    /// How many passkeys it keeps.
    pub async fn passkeys(&self, device: &Authenticator) -> Result<usize> {
        let command = format!("webauthn/authenticator/{}/credentials", device.id);
        let kept = self.driver.get(&command).await?;
        Ok(kept.as_array().context("a list of credentials")?.len())
    }

    /// Pulls it out, with every passkey on it.
    pub async fn remove_authenticator(&self, device: Authenticator) -> Result<()> {
        self.driver.delete(&format!("webauthn/authenticator/{}", device.id)).await?;
        Ok(())
    }
}
