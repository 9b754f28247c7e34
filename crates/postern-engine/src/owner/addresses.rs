//! Adding and removing alternate addresses, and which of them count. An address is refused that is the account by another way:
//! a new password would arrive where whoever has the mailbox reads it.

use std::sync::Arc;

use postern_core::alternate::{
    ALTERNATES_MAX, AlternateAddress, AlternateCommand, AlternateRefusal, LinkPurpose, counting, counts,
    is_mailable,
};
use postern_core::command::{Asker, Command};
use postern_core::compromise::Level;
use postern_core::effect::Point;
use postern_core::ids::{AccountId, AlternateId, OwnerLinkId};
use postern_core::recovery::RecoveryRefusal;
use postern_core::refusal::Refusal;
use postern_core::restriction::{Actor, Evidence, EvidenceKind, Restriction, RestrictionKind};
use postern_core::time::Timestamp;

use super::budget::Sort;
use crate::commands::{Done, ExecuteError};
use crate::engine::Engine;
use crate::forwarding::Leads;
use crate::ports::StoreError;
use postern_core::incident::{INCIDENT_LOOKS_BACK, IncidentTrigger};

/// What was done about an address.
pub struct AlternateDone {
    /// The address.
    pub address: AlternateAddress,
    /// With its receipts: the mail's among them.
    pub done: Done,
}

pub(super) const fn refused(why: AlternateRefusal) -> ExecuteError {
    ExecuteError::Refused(Refusal::Alternate(why))
}

impl Engine {
    /// The account's alternate addresses, the oldest first.
    pub async fn alternates(&self, account: AccountId) -> Result<Vec<AlternateAddress>, StoreError> {
        self.parts.store.alternates(account).await
    }

    /// Those to which a code or a link may be sent now: verified, before anything was suspicious, and neither the account by
    /// another way nor an account that is contained itself.
    pub async fn alternates_for_recovery(
        &self,
        account: AccountId,
    ) -> Result<Vec<AlternateAddress>, StoreError> {
        let known = self.alternates(account).await?;
        let mut good = Vec::new();
        for address in counting(&known, self.suspicious_since(account)) {
            if self.trap_at(account, &address.address).await?.is_none() {
                good.push(address.clone());
            }
        }
        Ok(good)
    }

    /// Since when something speaks for a compromise of the account, if something does now: the earliest of what was seen, or
    /// of what contains it. Where a person contained it without any, that is as long before as a look back goes: whoever was in may
    /// have set up ways back of his own before anybody noticed (checklist D22, J4).
    pub fn suspicious_since(&self, account: AccountId) -> Option<Timestamp> {
        let now = self.now();
        let standing = self.compromise_of(account);
        let seen = standing.signals.iter().map(|signal| doubtful_since(&signal.evidence));
        let seen = seen.filter(|_| standing.level != Level::None);
        let open = self.open.of_account(account);
        let contained = open.iter().filter(|row| row.is_in_force(now) && contains(row));
        let contained = contained
            .flat_map(|row| row.evidence.iter().map(doubtful_since).chain(std::iter::once(row.since)));
        let voided = open.iter().filter(|row| row.voids_password()).map(|row| row.since);
        let incident = self.incidents.of(account);
        // Where evidence opened it, the evidence says since when.
        let is_by_hand = incident.as_ref().is_none_or(|known| known.trigger == IncidentTrigger::Contained);
        let begun = voided.chain(incident.map(|known| known.opened));
        let looked_back = begun.map(|at| if is_by_hand { at.minus(INCIDENT_LOOKS_BACK) } else { at });
        seen.chain(contained).chain(looked_back).min()
    }

    /// Adds an address, and mails its link there.
    pub async fn add_alternate(
        self: &Arc<Self>,
        account: AccountId,
        typed: &str,
        asker: Asker,
    ) -> Result<AlternateDone, ExecuteError> {
        let _turn = self.owner.turn.lock().await;
        let address = AlternateAddress {
            id: AlternateId::from_random(self.parts.entropy.next_u64()),
            account,
            address: typed.trim().to_owned(),
            canonical: self.canonical(typed),
            added: self.now(),
            added_by: asker.actor.clone(),
            verified: None,
        };
        let command =
            Command::Alternate(AlternateCommand::Add { address: address.clone(), link: self.fresh_link() });
        // Whoever may not do it at all learns nothing of the rest.
        self.check(account, &command, &asker).await?;
        self.check_can_mail()?;
        if !is_mailable(&address.address) {
            return Err(refused(AlternateRefusal::NotAnAddress));
        }
        let known = self.alternates(account).await?;
        if known.iter().any(|one| one.canonical == address.canonical) {
            return Err(refused(AlternateRefusal::AlreadyThere));
        }
        if known.len() >= ALTERNATES_MAX {
            return Err(refused(AlternateRefusal::TooMany));
        }
        self.check_trap(account, &address.address).await?;
        self.take_mail(account, Sort::Check)?;
        let done = self.execute(account, command, asker).await?;
        Ok(AlternateDone { address, done })
    }

    /// Mails the link of an address that is not verified once more.
    pub async fn mail_alternate_again(
        self: &Arc<Self>,
        account: AccountId,
        alternate: AlternateId,
        asker: Asker,
    ) -> Result<AlternateDone, ExecuteError> {
        let _turn = self.owner.turn.lock().await;
        let address = self.alternate(account, alternate).await?;
        let command = Command::Alternate(AlternateCommand::MailAgain {
            address: address.clone(),
            link: self.fresh_link(),
        });
        self.check(account, &command, &asker).await?;
        self.check_can_mail()?;
        self.check_trap(account, &address.address).await?;
        self.take_mail(account, Sort::Check)?;
        let done = self.execute(account, command, asker).await?;
        Ok(AlternateDone { address, done })
    }

    /// Takes an address away; what was mailed there is void.
    pub async fn remove_alternate(
        self: &Arc<Self>,
        account: AccountId,
        alternate: AlternateId,
        asker: Asker,
    ) -> Result<AlternateDone, ExecuteError> {
        let _turn = self.owner.turn.lock().await;
        let address = self.alternate(account, alternate).await?;
        if address.verified.is_some() {
            self.check_not_suspected(account, &asker)?;
        }
        let command = Command::Alternate(AlternateCommand::Remove(address.clone()));
        let done = self.execute(account, command, asker).await?;
        Ok(AlternateDone { address, done })
    }

    /// Mails a link by which the owner sets a new password, to an address that counts (the first one of those, unless one is
    /// named): nobody sees a password, and the present one works until then.
    pub async fn mail_password_link(
        self: &Arc<Self>,
        account: AccountId,
        alternate: Option<AlternateId>,
        asker: Asker,
    ) -> Result<AlternateDone, ExecuteError> {
        let _turn = self.owner.turn.lock().await;
        let address = match alternate {
            Some(alternate) => self.alternate(account, alternate).await?,
            None => self.first_alternate(account).await?,
        };
        let command = Command::Alternate(AlternateCommand::MailPasswordLink {
            address: address.clone(),
            link: self.fresh_link(),
        });
        self.check(account, &command, &asker).await?;
        self.check_can_mail()?;
        counts(&address, self.suspicious_since(account)).map_err(refused)?;
        self.check_trap(account, &address.address).await?;
        self.take_mail(account, Sort::Recovery)?;
        let done = self.execute(account, command, asker).await?;
        Ok(AlternateDone { address, done })
    }

    /// The first address that counts; of those that do not, the first, to say why.
    async fn first_alternate(&self, account: AccountId) -> Result<AlternateAddress, ExecuteError> {
        let (known, since) = (self.alternates(account).await?, self.suspicious_since(account));
        let first = counting(&known, since).next().or(known.first()).cloned();
        first.ok_or(refused(AlternateRefusal::NoSuchAddress))
    }

    /// While something speaks for a compromise, whoever has only the password takes nothing away that the owner could prove by.
    pub(super) fn check_not_suspected(&self, account: AccountId, asker: &Asker) -> Result<(), ExecuteError> {
        let is_owner = asker.actor == Actor::Person(account) && asker.roles.is_empty();
        if is_owner && self.suspicious_since(account).is_some() {
            return Err(ExecuteError::Refused(Refusal::Recovery(RecoveryRefusal::UnlockIsNotEnough)));
        }
        Ok(())
    }

    pub(super) async fn alternate(
        &self,
        account: AccountId,
        alternate: AlternateId,
    ) -> Result<AlternateAddress, ExecuteError> {
        let known = self.alternates(account).await?;
        let found = known.into_iter().find(|address| address.id == alternate);
        found.ok_or(refused(AlternateRefusal::NoSuchAddress))
    }

    /// A mail with a link needs somebody who sends it, and an address to lead to.
    pub(super) fn check_can_mail(&self) -> Result<(), ExecuteError> {
        if self.parts.site.public_url.is_none() {
            return Err(ExecuteError::Refused(Refusal::NoWebAddress));
        }
        if self.has_point(Point::OwnerMail) { Ok(()) } else { Err(refused(AlternateRefusal::NoMail)) }
    }

    fn take_mail(&self, account: AccountId, sort: Sort) -> Result<(), ExecuteError> {
        if self.owner.budget.take(account, sort, self.now()) {
            Ok(())
        } else {
            Err(refused(AlternateRefusal::TooManyMails))
        }
    }

    pub(super) async fn check_trap(&self, account: AccountId, address: &str) -> Result<(), ExecuteError> {
        self.trap_at(account, address).await?.map_or(Ok(()), |why| Err(refused(why)))
    }

    /// Why mail to this address would be read by whoever has the account, or by somebody who has another one.
    async fn trap_at(
        &self,
        account: AccountId,
        address: &str,
    ) -> Result<Option<AlternateRefusal>, StoreError> {
        let trap = match self.leads(account, address).await? {
            Leads::Itself => AlternateRefusal::Itself,
            Leads::OutOf => AlternateRefusal::LeadsOut,
            Leads::Into => AlternateRefusal::LeadsIn,
            Leads::Unknown(problem) => AlternateRefusal::Untold { problem },
            Leads::Nowhere => {
                let other = self.account_of(&self.canonical(address));
                let is_contained = other.is_some_and(|(id, _)| self.suspicious_since(id).is_some());
                return Ok(is_contained.then_some(AlternateRefusal::Contained));
            }
        };
        Ok(Some(trap))
    }

    pub(super) fn fresh_link(&self) -> OwnerLinkId {
        OwnerLinkId::from_random(self.parts.entropy.next_u64())
    }
}

/// From when on evidence makes an account doubtful. What an owner disowns happened before he said so: as long before as the
/// notice of it can be answered.
fn doubtful_since(evidence: &Evidence) -> Timestamp {
    if evidence.kind == EvidenceKind::DisownedByOwner {
        evidence.at.minus(LinkPurpose::NotMe.life())
    } else {
        evidence.at
    }
}

/// Whether a restriction says that the account is somebody else's for now.
fn contains(row: &Restriction) -> bool {
    match row.kind {
        RestrictionKind::SignInBlocked
        | RestrictionKind::SendingSlowed
        | RestrictionKind::SendingProposed
        | RestrictionKind::SendingRestricted => true,
        // Strangers bring a lock about; neither a temporary password nor a protocol that is off is a suspicion.
        RestrictionKind::SignInLocked
        | RestrictionKind::PasswordChangeRequired
        | RestrictionKind::ProtocolOff(_)
        | RestrictionKind::AddressBlock => false,
    }
}
