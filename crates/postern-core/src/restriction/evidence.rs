//! Evidence: what was seen that speaks for a compromise. How it counts is [`crate::compromise`]'s.

use crate::account::codes;
use crate::address::ClientNetwork;
use crate::geo::Region;
use crate::time::Timestamp;

/// One observation that speaks for compromise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What was seen.
    pub kind: EvidenceKind,
    /// How strongly it speaks, 0 to 100 (reference: outbound, c4).
    pub points: u8,
    /// When.
    pub at: Timestamp,
    /// From where, when it has a source.
    pub source: Option<ClientNetwork>,
    /// How many, when it is a count.
    pub count: u32,
    /// Country and operator of the source as they were looked up then, when they are what was seen.
    pub region: Option<Region>,
}

/// Kinds of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EvidenceKind {
    /// Wrong passwords before a lock.
    WrongPasswords,
    /// The right password came and was refused: somebody else may know it.
    RightPasswordRefused,
    /// A success from an unfamiliar source after many failures.
    SuccessAfterFailures,
    /// Recipients never written to before.
    NovelRecipients,
    /// More recipients than ever.
    ManyRecipients,
    /// The session signed in from an unfamiliar source.
    UnfamiliarSource,

    // Where successes came from (issue 3, item 9; `sign_in::travels`).
    /// A success from a country and operator that the account had not signed in from before.
    NewRegion,
    /// A success further from the one before than an aeroplane flies in between; `count` is the distance in km.
    Travel,
    /// Successes from many countries within 24 hours.
    ManyCountries,
    /// Successes from many addresses within a day.
    ManyAddresses,
    /// A success in a new region from an address that hides who is behind it. Noted, without points.
    AnonymousSource,
    /// The password that signed in is on a list of common or breached ones.
    ListedPassword,

    // Signing in, beyond one account's failures (issue 3, item 1).
    /// A success from an unfamiliar place while many accounts were being tried.
    SuccessDuringSpray,
    /// A former password of the account, tried from a place that it does not know.
    OldPasswordFromStrangePlace,

    // What was sent (issue 4, item 3).
    /// Mail was sent, or somebody signed in, from outside the sources that the account is pinned to.
    OutsidePinnedSources,
    /// Sender addresses of our own domains that are not the account's; `count` is how many different ones.
    ForgedSender,
    /// The same new text or link as other accounts, to outsiders; `count` is how many accounts.
    SameContent,
    /// The site's own scanner took mail of the account for spam; `count` is how many within an hour.
    SpamVerdicts,

    // How the world took it (issue 4, item 4).
    /// Recipients that do not exist, as the mail log tells; `count` is how many within 24 hours.
    NoSuchAddress,
    /// Recipients that do not exist, as only reports from outside tell; `count` is how many within 24 hours.
    ReportedMissing,
    /// Servers of different domains took mail for spam; `count` is how many recipients within 24 hours.
    TakenForSpam,
    /// Complaints; `count` is how many trusted reporters within a week.
    Complaints,

    /// The owner said of a change that it was somebody else's (checklist G11).
    DisownedByOwner,
}

codes!(EvidenceKind {
    EvidenceKind::WrongPasswords => "wrong_passwords",
    EvidenceKind::RightPasswordRefused => "right_password_refused",
    EvidenceKind::SuccessAfterFailures => "success_after_failures",
    EvidenceKind::NovelRecipients => "novel_recipients",
    EvidenceKind::ManyRecipients => "many_recipients",
    EvidenceKind::UnfamiliarSource => "unfamiliar_source",
    EvidenceKind::NewRegion => "new_region",
    EvidenceKind::Travel => "travel",
    EvidenceKind::ManyCountries => "many_countries",
    EvidenceKind::ManyAddresses => "many_addresses",
    EvidenceKind::AnonymousSource => "anonymous_source",
    EvidenceKind::ListedPassword => "listed_password",
    EvidenceKind::SuccessDuringSpray => "success_during_spray",
    EvidenceKind::OldPasswordFromStrangePlace => "old_password_from_strange_place",
    EvidenceKind::OutsidePinnedSources => "outside_pinned_sources",
    EvidenceKind::ForgedSender => "forged_sender",
    EvidenceKind::SameContent => "same_content",
    EvidenceKind::SpamVerdicts => "spam_verdicts",
    EvidenceKind::NoSuchAddress => "no_such_address",
    EvidenceKind::ReportedMissing => "reported_missing",
    EvidenceKind::TakenForSpam => "taken_for_spam",
    EvidenceKind::Complaints => "complaints",
    EvidenceKind::DisownedByOwner => "disowned_by_owner",
});
