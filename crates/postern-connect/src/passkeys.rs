//! The engine's `Passkeys` port with webauthn-rs. Every check of Web Authentication is the library's; this file says
//! which of its ways is taken, and for which site.
//!
//! The site is the configured address, never what a request says. An authenticator is asked to keep the passkey so that
//! it can be found without a user name, and may decline: then it does beside a password, where its owner is known.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use postern_engine::ports::passkeys::{
    MadePasskey, PasskeyError, PasskeyOwner, PasskeyQuestion, Passkeys, QuestionState, ShownPasskey,
    UsedPasskey,
};
use webauthn_rs::fake::{FakePasskeyDistribution, WebauthnFakeCredentialGenerator};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder, WebauthnError,
};
use webauthn_rs_proto::{AllowCredentials, ResidentKeyRequirement};

/// Passkeys of one site.
#[derive(Debug)]
pub struct WebauthnPasskeys {
    webauthn: Webauthn,
}

impl WebauthnPasskeys {
    /// For the site at this address; `None` when browsers give it no passkeys, because it has no host name (an IP
    /// address does not do) or is no address at all.
    pub fn at(public_url: &str) -> Option<Self> {
        let origin = Url::parse(public_url).ok()?;
        let host = origin.domain()?;
        let name = format!("Postern {host}");
        let webauthn = WebauthnBuilder::new(host, &origin).ok()?.rp_name(&name).build().ok()?;
        Some(Self { webauthn })
    }
}

impl Passkeys for WebauthnPasskeys {
    fn are_here(&self) -> bool {
        true
    }

    fn ask_new(&self, owner: &PasskeyOwner<'_>, known: &[Vec<u8>]) -> Result<PasskeyQuestion, PasskeyError> {
        let handle = Uuid::from_bytes(owner.handle);
        let known = known.to_vec();
        let (mut options, state) = self
            .webauthn
            .start_passkey_registration(handle, owner.name, owner.display_name, Some(known))
            .map_err(wrong)?;
        // The library discourages it, for the sake of old keys with little room; "preferred" lets them decline.
        if let Some(wished) = &mut options.public_key.authenticator_selection {
            wished.resident_key = Some(ResidentKeyRequirement::Preferred);
        }
        Ok(PasskeyQuestion { options: json(&options)?, state: QuestionState::new(state) })
    }

    fn made(&self, answer: &str, state: &QuestionState) -> Result<MadePasskey, PasskeyError> {
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer).map_err(unreadable)?;
        let state = state.of::<PasskeyRegistration>().ok_or_else(another_question)?;
        let passkey = self.webauthn.finish_passkey_registration(&answer, state).map_err(wrong)?;
        Ok(MadePasskey { credential: passkey.cred_id().clone(), key: json(&passkey)? })
    }

    fn ask(&self, allowed: &[Vec<u8>]) -> Result<PasskeyQuestion, PasskeyError> {
        let (mut options, state) = self.webauthn.start_discoverable_authentication().map_err(wrong)?;
        // The library means the list that browsers open under the field of the user name; ours is a button.
        options.mediation = None;
        let allow = |id: &Vec<u8>| AllowCredentials {
            type_: "public-key".to_owned(),
            id: id.clone(),
            transports: None,
        };
        options.public_key.allow_credentials = allowed.iter().map(allow).collect();
        Ok(PasskeyQuestion { options: json(&options)?, state: QuestionState::new(state) })
    }

    fn shown(&self, answer: &str) -> Result<ShownPasskey, PasskeyError> {
        let answer: PublicKeyCredential = serde_json::from_str(answer).map_err(unreadable)?;
        let handle = answer.get_user_unique_id().map(<[u8; 16]>::try_from).transpose().map_err(unreadable)?;
        Ok(ShownPasskey { credential: answer.get_credential_id().to_vec(), handle })
    }

    fn used(&self, answer: &str, state: &QuestionState, key: &str) -> Result<UsedPasskey, PasskeyError> {
        let answer: PublicKeyCredential = serde_json::from_str(answer).map_err(unreadable)?;
        let state = state.of::<DiscoverableAuthentication>().ok_or_else(another_question)?.clone();
        let mut passkey: Passkey =
            serde_json::from_str(key).map_err(|error| PasskeyError::Kept(Box::new(error)))?;
        let used =
            self.webauthn.finish_discoverable_authentication_v2(&answer, state, &passkey).map_err(wrong)?;
        let is_changed = passkey.update_credential(&used) == Some(true);
        Ok(UsedPasskey { key: if is_changed { Some(json(&passkey)?) } else { None } })
    }

    fn used_by_nobody(&self, answer: &str, state: &QuestionState) {
        let Ok(shown) = self.shown(answer) else { return };
        // As kept, so that reading it takes as long too.
        if let Ok(key) = nobodys(&shown.credential) {
            // Never right: its private key was forgotten.
            let _refused = self.used(answer, state, &key);
        }
    }

    fn pretended(&self, seed: &[u8; 32]) -> Vec<Vec<u8>> {
        let generator = WebauthnFakeCredentialGenerator::<FakePasskeyDistribution>::new(seed);
        let ids = generator.and_then(|generator| generator.generate(b"nobody"));
        ids.unwrap_or_default()
    }
}

/// A passkey that is nobody's, as the library writes one; its public key is the base point of P-256 (FIPS 186-4). Whoever
/// signs for it is refused as well: its answer is thrown away.
const NOBODYS_PASSKEY: &str = r#"{"cred":{"cred_id":"","cred":{"type_":"ES256","key":{"EC_EC2":{"curve":"SECP256R1",
    "x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY","y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}}},
    "counter":0,"transports":null,"user_verified":true,"backup_eligible":false,"backup_state":false,
    "registration_policy":"required",
    "extensions":{"cred_protect":"Ignored","hmac_create_secret":"NotRequested","appid":"NotRequested","cred_props":"Ignored"},
    "attestation":{"data":"None","metadata":"None"},"attestation_format":"none"}}"#;

fn nobodys(credential: &[u8]) -> Result<String, PasskeyError> {
    let mut passkey: serde_json::Value = serde_json::from_str(NOBODYS_PASSKEY).map_err(unreadable)?;
    passkey["cred"]["cred_id"] = URL_SAFE_NO_PAD.encode(credential).into();
    json(&passkey)
}

fn wrong(error: WebauthnError) -> PasskeyError {
    PasskeyError::Answer(Box::new(error))
}

fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> PasskeyError {
    PasskeyError::Answer(Box::new(error))
}

fn another_question() -> PasskeyError {
    PasskeyError::Answer("it is the answer to a question of another kind".into())
}

fn json(value: &impl serde::Serialize) -> Result<String, PasskeyError> {
    serde_json::to_string(value).map_err(|error| PasskeyError::Kept(Box::new(error)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use postern_testkit::soft_passkey::SoftPasskey;

    #[test]
    fn only_a_site_with_a_host_name_has_passkeys() {
        for there in
            ["https://postern.contoso.example", "https://a.example:8443/mail", "http://localhost:10043"]
        {
            assert!(WebauthnPasskeys::at(there).is_some(), "{there}");
        }
        for nowhere in ["https://192.0.2.1", "http://[::1]:80", "postern", ""] {
            assert!(WebauthnPasskeys::at(nowhere).is_none(), "{nowhere}");
        }
    }

    #[test]
    fn a_question_wants_the_user_recognised_and_names_the_host_alone() {
        let site = WebauthnPasskeys::at("https://postern.contoso.example:8443/mail").expect("a site");
        let question = site.ask(&[]).expect("a question");
        let options: serde_json::Value = serde_json::from_str(&question.options).expect("JSON");
        assert_eq!(options["publicKey"]["rpId"], "postern.contoso.example");
        assert_eq!(options["publicKey"]["userVerification"], "required");
        assert_eq!(options.get("mediation"), None, "a button, not a list under a field");
        let owner = PasskeyOwner { handle: [7; 16], name: "ingrid", display_name: "Ingrid" };
        let question = site.ask_new(&owner, &[vec![1, 2, 3]]).expect("a question");
        let options: serde_json::Value = serde_json::from_str(&question.options).expect("JSON");
        assert_eq!(options["publicKey"]["authenticatorSelection"]["residentKey"], "preferred");
        assert_eq!(options["publicKey"]["authenticatorSelection"]["userVerification"], "required");
        assert_eq!(options["publicKey"]["excludeCredentials"][0]["id"], "AQID");
    }

    #[test]
    fn what_is_pretended_for_a_name_is_always_the_same_and_another_for_another() {
        let site = WebauthnPasskeys::at("https://postern.contoso.example").expect("a site");
        let lists: Vec<_> = (0..40).map(|number| site.pretended(&[number; 32])).collect();
        assert_eq!(lists, (0..40).map(|number| site.pretended(&[number; 32])).collect::<Vec<_>>());
        let ids: std::collections::HashSet<_> = lists.iter().flatten().collect();
        assert_eq!(ids.len(), lists.iter().map(Vec::len).sum::<usize>(), "no two are the same");
        assert!(ids.len() > 20, "most names have one");
    }

    #[test]
    fn a_passkey_that_was_made_is_shown_and_its_counter_kept() {
        let url = "https://postern.contoso.example";
        let site = WebauthnPasskeys::at(url).expect("a site");
        let owner = PasskeyOwner { handle: [7; 16], name: "ingrid", display_name: "Ingrid" };
        let json = |question: &PasskeyQuestion| serde_json::from_str(&question.options).expect("JSON");
        let question = site.ask_new(&owner, &[]).expect("a question");
        let (mut device, answer) = SoftPasskey::make(&json(&question), url).expect("a passkey");
        let made = site.made(&answer, &question.state).expect("made");
        assert_eq!(made.credential, device.credential);
        let question = site.ask(&[]).expect("a question");
        let answer = device.show(&json(&question), url).expect("shown");
        let shown = site.shown(&answer).expect("an answer");
        assert_eq!(shown, ShownPasskey { credential: made.credential.clone(), handle: Some([7; 16]) });
        let used = site.used(&answer, &question.state, &made.key).expect("right");
        let kept = used.key.expect("the counter is another one");
        device.counter -= 1;
        let again = device.show(&json(&question), url).expect("shown");
        assert!(matches!(site.used(&again, &question.state, &kept), Err(PasskeyError::Answer(_))), "a copy");
        let another = site.ask(&[]).expect("a question");
        assert!(site.used(&answer, &another.state, &made.key).is_err(), "another question");
        // The one that nobody has fails where a real one fails: at the signature, not before.
        let nobodys = nobodys(&made.credential).expect("it can be read");
        let Err(PasskeyError::Answer(error)) = site.used(&answer, &question.state, &nobodys) else {
            panic!("nobody's passkey was taken, or could not be read")
        };
        let failed_at = error.downcast_ref::<WebauthnError>().expect("the library's");
        assert!(matches!(failed_at, WebauthnError::AuthenticationFailure), "{failed_at:?} {}", made.key);
    }

    #[test]
    fn what_is_no_answer_is_refused() {
        let site = WebauthnPasskeys::at("https://postern.contoso.example").expect("a site");
        for wrong in ["", "{}", "null", "[1]", "{\"id\":1}"] {
            assert!(site.shown(wrong).is_err(), "{wrong}");
        }
        let question = site.ask(&[]).expect("a question");
        assert!(site.made("{}", &question.state).is_err());
    }
}
