//! The table of signals: which evidence is what class, how much it may count, and for how long it counts once
//! (outbound reference, c4). A new kind of evidence needs one line here, and no other file of this folder changes.

use crate::restriction::EvidenceKind;
use crate::time::Span;

/// Most signals of one account: one of each kind.
pub const SIGNALS_MAX: usize = EvidenceKind::ALL.len();

/// Where a signal comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignalClass {
    /// How much is sent and to whom. The owner of an account may do that.
    Volume,
    /// From where somebody signed in.
    Place,
    /// How somebody came to the password.
    Password,
    /// What was sent, and in whose name.
    Content,
    /// How other servers and people took it.
    Delivery,
}

crate::account::codes!(SignalClass {
    SignalClass::Volume => "volume",
    SignalClass::Place => "place",
    SignalClass::Password => "password",
    SignalClass::Content => "content",
    SignalClass::Delivery => "delivery",
});

/// Whether a signal tells of a journey, which a VPN or a mobile network makes as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Journey {
    /// It does not.
    No,
    /// The session came from a place that the account does not know.
    StrangePlace,
    /// Two places are further apart than an aeroplane flies in the time between.
    Speed,
}

/// How a kind of evidence counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignalTraits {
    /// Its class.
    pub class: SignalClass,
    /// Most points that it may count for, whoever made it; 0 counts for nothing.
    pub points_max: u8,
    /// Within this time the same step counts once.
    pub window: Span,
    /// Signals of journeys alone never act.
    pub journey: Journey,
    /// Strangers without the password have a part in it: they fail, and then the owner signs in from a new place; or they
    /// have somebody write to them, and refuse it.
    pub strangers_take_part: bool,
}

/// How evidence of this kind counts.
///
/// Wrong passwords count for nothing: strangers bring them about, and nobody may have somebody else's account
/// restricted (reliability R).
pub const fn traits_of(kind: EvidenceKind) -> SignalTraits {
    use Journey::{No, Speed, StrangePlace};
    use SignalClass::{Content, Delivery, Password, Place, Volume};
    const HOUR: Span = Span::from_hours(1);
    const DAY: Span = Span::from_days(1);
    const WEEK: Span = Span::from_days(7);
    let (class, points_max, window, journey) = match kind {
        EvidenceKind::NovelRecipients | EvidenceKind::ManyRecipients => (Volume, 100, HOUR, No),
        EvidenceKind::NewRegion | EvidenceKind::UnfamiliarSource => (Place, 15, DAY, StrangePlace),
        EvidenceKind::Travel => (Place, 30, DAY, Speed),
        EvidenceKind::ManyCountries | EvidenceKind::ManyAddresses => (Place, 100, DAY, No),
        EvidenceKind::SuccessAfterFailures
        | EvidenceKind::RightPasswordRefused
        | EvidenceKind::SuccessDuringSpray
        | EvidenceKind::ListedPassword => (Password, 40, DAY, No),
        // A person said from where the account comes, so it is no journey. Whoever came from elsewhere has the password:
        // of the same class as a right password that was refused, because one sign-in may bring both, and a service that
        // moves with all its applications must not be twice proven.
        EvidenceKind::OutsidePinnedSources => (Password, 100, DAY, No),
        EvidenceKind::OldPasswordFromStrangePlace => (Password, 15, DAY, No),
        EvidenceKind::DisownedByOwner => (Password, 60, DAY, No),
        EvidenceKind::ForgedSender => (Content, 80, DAY, No),
        EvidenceKind::SameContent => (Content, 60, HOUR, No),
        EvidenceKind::SpamVerdicts => (Content, 40, HOUR, No),
        EvidenceKind::NoSuchAddress | EvidenceKind::ReportedMissing => (Delivery, 50, DAY, No),
        EvidenceKind::TakenForSpam => (Delivery, 40, DAY, No),
        EvidenceKind::Complaints => (Delivery, 60, WEEK, No),
        EvidenceKind::AnonymousSource => (Place, 0, DAY, No),
        EvidenceKind::WrongPasswords => (Password, 0, DAY, No),
    };
    let strangers_take_part = match kind {
        EvidenceKind::SuccessAfterFailures
        | EvidenceKind::RightPasswordRefused
        | EvidenceKind::SuccessDuringSpray
        | EvidenceKind::WrongPasswords
        | EvidenceKind::NoSuchAddress
        | EvidenceKind::ReportedMissing
        | EvidenceKind::TakenForSpam
        | EvidenceKind::Complaints => true,
        EvidenceKind::NovelRecipients
        | EvidenceKind::ManyRecipients
        | EvidenceKind::NewRegion
        | EvidenceKind::UnfamiliarSource
        | EvidenceKind::Travel
        | EvidenceKind::ManyCountries
        | EvidenceKind::ManyAddresses
        | EvidenceKind::ListedPassword
        | EvidenceKind::OldPasswordFromStrangePlace
        | EvidenceKind::OutsidePinnedSources
        | EvidenceKind::ForgedSender
        | EvidenceKind::SameContent
        | EvidenceKind::SpamVerdicts
        | EvidenceKind::DisownedByOwner
        | EvidenceKind::AnonymousSource => false,
    };
    SignalTraits { class, points_max, window, journey, strangers_take_part }
}

/// One sign-in from a new place is seen twice: on the map, and by the lane of unfamiliar sources. Both count as one,
/// so that one journey is worth one.
pub(super) fn is_same_signal(one: EvidenceKind, other: EvidenceKind) -> bool {
    one == other
        || (traits_of(one).journey == Journey::StrangePlace
            && traits_of(other).journey == Journey::StrangePlace)
}
