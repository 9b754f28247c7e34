//! An authenticator without a browser: it makes a passkey and shows it as a device would, and lies where a test says so
//! (Web Authentication, sections 5.8.1, 6.1 and 6.5). For tests at the level of HTTP.

use anyhow::{Context, Result, anyhow};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};

use crate::web_client::Reply;

/// The user is there, and was recognised; a key follows.
const HERE: u8 = 0x01;
const RECOGNISED: u8 = 0x04;
const WITH_KEY: u8 = 0x40;

/// One passkey on a device.
pub struct SoftPasskey {
    /// What the device calls it.
    pub credential: Vec<u8>,
    /// The counter that the next answer has.
    pub counter: u32,
    /// Whether the device recognises its user.
    pub is_recognised: bool,
    /// Whether it can say whose the passkey is.
    pub knows_owner: bool,
    handle: String,
    /// The site that the device believes to be asked for.
    pub site: String,
    key: EcdsaKeyPair,
}

/// The question that a page hands its browser.
pub fn question_of(page: &Reply) -> Result<Value> {
    let (_, rest) =
        page.body.split_once("data-question=\"").with_context(|| format!("no question: {page:?}"))?;
    let text = rest.split('"').next().unwrap_or_default().replace("&#34;", "\"").replace("&quot;", "\"");
    Ok(serde_json::from_str(&text)?)
}

impl SoftPasskey {
    /// Makes one; with the answer for the page's form.
    pub fn make(question: &Value, origin: &str) -> Result<(Self, String)> {
        let asked = &question["publicKey"];
        let chance = SystemRandom::new();
        let document =
            EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &chance).map_err(unspecified)?;
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, document.as_ref(), &chance)
            .map_err(|error| anyhow!("{error}"))?;
        let site = asked["rp"]["id"].as_str().context("a site")?.to_owned();
        let handle = asked["user"]["id"].as_str().context("an owner")?.to_owned();
        let credential = digest(&SHA256, key.public_key().as_ref()).as_ref().to_vec();
        let made = Self { credential, counter: 1, is_recognised: true, knows_owner: true, handle, site, key };
        let mut data = made.data(HERE | RECOGNISED | WITH_KEY);
        data.extend([0; 16]);
        data.extend(u16::try_from(made.credential.len())?.to_be_bytes());
        data.extend(&made.credential);
        // COSE (RFC 9052): an EC2 key for ES256 on P-256.
        let (x, y) = made.key.public_key().as_ref()[1..].split_at(32);
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(x);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(y);
        // CBOR (RFC 8949): {"fmt": "none", "attStmt": {}, "authData": …}
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        attestation.push(u8::try_from(data.len())?);
        attestation.extend(&data);
        let client = client_data("webauthn.create", asked, origin)?;
        let answer = made.answer(json!({
            "attestationObject": URL_SAFE_NO_PAD.encode(attestation),
            "clientDataJSON": URL_SAFE_NO_PAD.encode(client),
        }));
        Ok((made, answer))
    }

    /// Shows it; the answer for the page's form.
    pub fn show(&mut self, question: &Value, origin: &str) -> Result<String> {
        self.counter += 1;
        let client = client_data("webauthn.get", &question["publicKey"], origin)?;
        let data = self.data(HERE | if self.is_recognised { RECOGNISED } else { 0 });
        let signed = [&data, digest(&SHA256, client.as_bytes()).as_ref()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).map_err(unspecified)?;
        let mut response = json!({
            "authenticatorData": URL_SAFE_NO_PAD.encode(data),
            "clientDataJSON": URL_SAFE_NO_PAD.encode(client),
            "signature": URL_SAFE_NO_PAD.encode(signature),
        });
        if self.knows_owner {
            response["userHandle"] = json!(self.handle);
        }
        Ok(self.answer(response))
    }

    fn answer(&self, response: Value) -> String {
        let id = URL_SAFE_NO_PAD.encode(&self.credential);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {} })
            .to_string()
    }

    /// Which site, what the device saw, and its counter.
    fn data(&self, flags: u8) -> Vec<u8> {
        let mut data = digest(&SHA256, self.site.as_bytes()).as_ref().to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data
    }
}

fn client_data(what: &str, asked: &Value, origin: &str) -> Result<String> {
    let challenge = asked["challenge"].as_str().context("a challenge")?;
    Ok(json!({ "type": what, "challenge": challenge, "origin": origin, "crossOrigin": false }).to_string())
}

fn unspecified(_: ring::error::Unspecified) -> anyhow::Error {
    anyhow!("the key is not made")
}
