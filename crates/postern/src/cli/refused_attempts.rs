//! Attempts in the printed history that a person's block of their source refused and would refuse again. Whoever tried
//! from such a place for the first time never signed in there, so it is none of the account's own places.

use postern_core::decision::DecisionKind;
use postern_core::precedence::DecisionStep;
use postern_core::restriction::{Origin, RestrictionKind};
use postern_text::key;
use postern_web::api::v1::restrictions::RestrictionView;
use postern_web::api::v1::sign_in_state::SignInStateView;
use postern_web::api::v1::sources::{AttemptView, SourceView};

use super::client::{Client, query};
use super::exit::{Failure, Outcome};
use super::talk::Talk;
use super::{cure, doors, out, restricted};

/// An address from which the account was tried, and the block that refuses it.
pub struct RefusedAttempt {
    address: String,
    block: RestrictionView,
}

impl RefusedAttempt {
    /// The command that ends the block.
    pub fn cure(&self) -> String {
        cure::of_source(Some(&self.block), &self.address)
    }

    /// The address, the block, and why it is there.
    pub fn say(&self, talk: &Talk) -> Outcome {
        out::line(&talk.say(key::SIGNIN_REFUSED_BY_BLOCK, &[("address", (&self.address).into())]))?;
        out::line(&format!("  {}: {}", doors::kind(talk, &self.block), doors::source(&self.block)))?;
        restricted::print_facts(talk, &self.block)
    }
}

/// Those among the newest `lines` of the history, each block once, the newest attempt first. What has ended since, and
/// what an entry spares by now, is left out: the server is asked what it would answer.
pub async fn find(
    client: &Client,
    state: &SignInStateView,
    lines: usize,
) -> Result<Vec<RefusedAttempt>, Failure> {
    let mut found = Vec::<RefusedAttempt>::new();
    let mut asked = Vec::new();
    let refused = state.sign_ins.iter().take(lines);
    let refused = refused.filter(|line| line.result == DecisionKind::SignInRefused.code());
    for address in refused.filter_map(|line| line.source.as_ref()) {
        if asked.contains(&address) {
            continue;
        }
        asked.push(address);
        if let Some(block) = block_of(client, &state.account.id, address).await?
            && found.iter().all(|other| other.block.id != block.id)
        {
            found.push(RefusedAttempt { address: address.clone(), block });
        }
    }
    Ok(found)
}

/// The person's block of the smallest network that refuses the account at the address now.
async fn block_of(client: &Client, account: &str, address: &str) -> Result<Option<RestrictionView>, Failure> {
    let query = query(&[("address", Some(address))]);
    let attempt: AttemptView = client.get(&format!("/accounts/{account}/attempt{query}")).await?;
    let is_refused = attempt
        .steps
        .iter()
        .any(|step| step.step == DecisionStep::NetworkBlock.code() && step.outcome == "refuses");
    if !is_refused {
        return Ok(None);
    }
    let source: SourceView = client.get(&format!("/sources/show{query}")).await?;
    let by_person = source.blocks.into_iter().filter(|block| {
        block.kind == RestrictionKind::AddressBlock.code()
            && block.account.is_none()
            && block.origin != Origin::Rule.code()
    });
    Ok(by_person.max_by_key(|block| {
        block.entity.entity().and_then(|entity| entity.network()).map(|network| network.prefix_bits())
    }))
}
