//! A made-up organisation's mail: what the project has of its own where no real mail may be had.
//!
//! Its habits are assumptions, not measurements. It is there to show that a change of the rules changes
//! something, and that a run of spam in the middle of ordinary mail is found; how many false alarms a site has to
//! expect can only be told by real mail.

use std::fmt::Write as _;

use super::dice::Dice;

/// 2026-01-05 00:00 UTC, a Monday.
pub(super) const MONDAY_S: i64 = 1_767_571_200;
pub(super) const DAY_S: i64 = 86_400;
/// How long it is watched.
const DAYS: i64 = 120;
const PEOPLE: u64 = 40;
/// The first so many people sell: they write to strangers every day.
const SELLERS: u64 = 4;
/// This one invites strangers, by the twenty, twice a month.
const ORGANISER: u64 = 11;

/// The log, as `replay mail` reads it: forty people at work for 120 days. Everybody has a circle that grows
/// slowly, writes up to 25 mails on a working day to one to five of it, now and then to a stranger, and once a
/// week to a team of twelve. Four of them sell and write to up to four strangers a day, one by one; one invites
/// up to 24 strangers in one mail twice a month.
pub fn synthetic_mail_log() -> String {
    let mut mails = organisation();
    mails.sort_by_key(|(time, ..)| *time);
    let mut log = String::from("time_unix_s,sender,recipients\n");
    for (time, sender, recipients) in mails {
        // Writing to a String cannot fail.
        let _ = writeln!(log, "{time},{sender},{recipients}");
    }
    log
}

/// Time, sender, recipients.
pub(super) fn organisation() -> Vec<(i64, String, String)> {
    let mut dice = Dice::new(7);
    let mut mails = Vec::new();
    for person in 0..PEOPLE {
        let sender = format!("person{person}@contoso.example");
        let mut circle = 5 + dice.below(20);
        for day in (0..DAYS).filter(|day| day % 7 < 5) {
            let morning = MONDAY_S + day * DAY_S + 8 * 3_600;
            let in_the_day = |dice: &mut Dice| morning + dice.below(9 * 3_600) as i64;
            for _ in 0..dice.below(25) {
                let time = in_the_day(&mut dice);
                circle += u64::from(dice.below(40) == 0);
                let recipients: Vec<_> = (0..1 + dice.below(5))
                    .map(|_| format!("contact{}-{person}@elsewhere.example", dice.below(circle)))
                    .collect();
                mails.push((time, sender.clone(), recipients.join(";")));
            }
            if person < SELLERS {
                for offer in 0..dice.below(5) {
                    let time = in_the_day(&mut dice);
                    mails.push((time, sender.clone(), format!("lead{day}-{offer}-{person}@market.example")));
                }
            }
            if person == ORGANISER && day % 14 == 2 {
                let invited = 6 + dice.below(19);
                let guests: Vec<_> =
                    (0..invited).map(|guest| format!("guest{day}-{guest}@market.example")).collect();
                mails.push((in_the_day(&mut dice), sender.clone(), guests.join(";")));
            }
            if day % 7 == 0 {
                let team: Vec<_> = (0..12).map(|member| format!("person{member}@contoso.example")).collect();
                mails.push((morning, sender.clone(), team.join(";")));
            }
        }
    }
    mails
}
