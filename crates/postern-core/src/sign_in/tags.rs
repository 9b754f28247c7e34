//! Short tags of passwords: enough to see that the same one came again, never the password.
//!
//! A tag is 12 bits from Dovecot or 16 bits of our own keyed hash. A random guess hits a ring of eight 12-bit
//! tags with p = 0.2 %, so at most one guess in about 500 goes uncounted. Tags live in memory only: there is
//! deliberately no stored form of anything in this file.

/// How many wrong passwords a lane remembers (StopGuessing 8, Microsoft Entra 3, Active Directory 2).
pub const TAGS_KEPT: usize = 8;

/// One remembered tag, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tag(u16);

impl Tag {
    /// Nothing remembered.
    pub const NONE: Tag = Tag(0);

    /// The tag as it is kept. Zero marks "none", so a real zero shares a value with `0xFFFF`: one chance more
    /// in 65,536 that two passwords look alike.
    pub const fn of(password_tag: u16) -> Self {
        if password_tag == 0 { Tag(u16::MAX) } else { Tag(password_tag) }
    }

    /// Whether nothing is remembered.
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }
}

/// The last few different wrong passwords, newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct TagRing([Tag; TAGS_KEPT]);

impl TagRing {
    /// Whether this password was tried before.
    pub fn holds(&self, tag: Tag) -> bool {
        !tag.is_none() && self.0.contains(&tag)
    }

    /// Remembers a tag and drops the oldest.
    pub fn remember(&mut self, tag: Tag) {
        if !tag.is_none() {
            self.0.copy_within(0..TAGS_KEPT - 1, 1);
            self.0[0] = tag;
        }
    }
}

/// The tag of the password that works, and of two that worked before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct OwnTags {
    now: Tag,
    former: [Tag; 2],
}

impl OwnTags {
    /// A password worked. When it is another than last time, the last one becomes a former one.
    ///
    /// An account with several valid passwords (app passwords) goes back and forth between them: a tag that
    /// comes back changes places with the current one, and a truly former one is not pushed out.
    pub fn worked(&mut self, tag: Tag) {
        if tag.is_none() || tag == self.now {
            return;
        }
        if !self.now.is_none() {
            if tag != self.former[0] {
                self.former[1] = self.former[0];
            }
            self.former[0] = self.now;
        }
        self.now = tag;
    }

    /// Another password was set: the one that worked is a former one from this moment, before the new one is used.
    pub fn replaced(&mut self) {
        if !self.now.is_none() && self.former[0] != self.now {
            self.former[1] = self.former[0];
            self.former[0] = self.now;
        }
        self.now = Tag::NONE;
    }

    /// Whether this is a password that worked before and is not the current one.
    pub fn is_former(&self, tag: Tag) -> bool {
        !tag.is_none() && tag != self.now && self.former.contains(&tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ninth_wrong_password_pushes_out_the_first() {
        let mut ring = TagRing::default();
        for tag in 0..8 {
            ring.remember(Tag::of(tag));
        }
        assert!((0..8).all(|tag| ring.holds(Tag::of(tag))));
        ring.remember(Tag::of(8));
        assert!(!ring.holds(Tag::of(0)) && ring.holds(Tag::of(1)) && ring.holds(Tag::of(8)));
    }

    #[test]
    fn an_empty_ring_holds_nothing_not_even_tag_zero() {
        let ring = TagRing::default();
        assert!(!ring.holds(Tag::of(0)) && !ring.holds(Tag::NONE));
    }

    #[test]
    fn a_password_that_was_replaced_is_a_former_one_at_once_and_stays_so() {
        let (old, new) = (Tag::of(1), Tag::of(2));
        let mut own = OwnTags::default();
        own.replaced();
        own.worked(old);
        assert!(!own.is_former(old));
        own.replaced();
        own.replaced();
        assert!(own.is_former(old));
        own.worked(new);
        own.replaced();
        assert!(own.is_former(old) && own.is_former(new));
    }

    #[test]
    fn two_passwords_in_turn_do_not_push_out_the_former_one() {
        let (old, phone, laptop) = (Tag::of(1), Tag::of(2), Tag::of(3));
        let mut own = OwnTags::default();
        for tag in [old, phone, laptop, phone, laptop, phone, laptop] {
            own.worked(tag);
        }
        assert!(own.is_former(old) && own.is_former(phone) && !own.is_former(laptop));
    }
}
