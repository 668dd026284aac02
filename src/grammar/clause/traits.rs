//! What a piece may hold, found in one look at its characters: [`Traits`].

use super::remark;
use crate::lexicon::roles::{HOW, INFIXES};
use crate::text::words::Marks;

/// What the characters of a piece may begin; most pieces are plain names and hold none of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Traits(u8);

const REMARK: u8 = 1;
const VERB: u8 = 2;
const AGENT: u8 = 4;
const MANNER: u8 = 8;
const COPULA: u8 = 16;

static MARKS: Marks = Marks::NONE
    .beginning(&remark::SIGNS, REMARK)
    .beginning(&INFIXES, VERB)
    .characters("由", AGENT)
    .beginning(&HOW, MANNER)
    // 按照要求 and 按要求
    .characters("按", MANNER)
    .characters("为是", COPULA);

impl Traits {
    pub(super) fn of(piece: &str) -> Self {
        Traits(MARKS.of_all(piece))
    }

    /// Whether it may be a remark about more than its clause.
    pub(super) fn may_remark(self) -> bool {
        self.0 & REMARK != 0
    }

    /// Whether a role verb may stand inside.
    pub(super) fn may_hold_verb(self) -> bool {
        self.0 & VERB != 0
    }

    /// Whether 由 may stand inside.
    pub(super) fn may_hold_agent(self) -> bool {
        self.0 & AGENT != 0
    }

    /// Whether a verb may join a label to a name inside: `省水利厅为第一责任单位`.
    pub(super) fn may_join_label(self) -> bool {
        self.0 & COPULA != 0
    }

    /// Whether it may say how the work is done.
    pub(super) fn may_hold_manner(self) -> bool {
        self.0 & MANNER != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_name_has_no_traits() {
        assert_eq!(Traits::of("省财政厅"), Traits(0));
        assert!(Traits::of("列第一位的为牵头单位").may_remark());
        assert!(Traits::of("省财政厅牵头制定方案").may_hold_verb());
        assert!(Traits::of("由省财政厅落实").may_hold_agent());
        assert!(Traits::of("省水利厅为第一责任单位").may_join_label());
        assert!(Traits::of("各地结合实际").may_hold_manner());
        assert!(Traits::of("各地按要求").may_hold_manner());
    }
}
