//! The cost of each way to read a candidate, one table a question; the outline is the reading that costs least.

use super::candidate::Candidate;
use crate::model::{MarkerPlace, MarkerStyle};

/// How an item's number follows the one before it on its level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Follows,
    /// The number that was expected.
    Leaps(u16),
    Repeated,
    /// Begins again at 1 on the same level.
    Restarted,
}

/// The cost of dropping a candidate: the stronger its place, the more.
pub(super) fn drop_cost(candidate: &Candidate) -> u32 {
    let outer = candidate.numbering.style <= MarkerStyle::HanComma;
    match candidate.place {
        // a number at the start of a paragraph is hardly anything else
        MarkerPlace::LineStart => 12,
        MarkerPlace::AfterSentence => 6,
        MarkerPlace::AfterClauseAndBlank => 5,
        MarkerPlace::AfterHeading => 4,
        // 一、 and 第一条 do not enumerate inside a sentence, （1） does
        MarkerPlace::AfterClause if outer => 4,
        MarkerPlace::WrappedLine | MarkerPlace::AfterBlank => 2,
        // rows of tables look like Bare
        MarkerPlace::AfterClause
        | MarkerPlace::Dotless
        | MarkerPlace::Bare
        | MarkerPlace::Organ
        | MarkerPlace::AfterComma
        | MarkerPlace::Enumerated
        | MarkerPlace::Glued => 0,
    }
}

/// The cost of taking a candidate for its place alone.
pub(super) fn place_cost(candidate: &Candidate) -> u32 {
    match candidate.place {
        MarkerPlace::LineStart
        | MarkerPlace::AfterSentence
        | MarkerPlace::AfterClauseAndBlank
        | MarkerPlace::AfterHeading => 0,
        // only the next number of a level may stand so, or opens one at a price of its own
        MarkerPlace::Organ | MarkerPlace::Enumerated | MarkerPlace::Dotless => 0,
        MarkerPlace::WrappedLine
        | MarkerPlace::AfterBlank
        | MarkerPlace::AfterClause
        | MarkerPlace::AfterComma
        | MarkerPlace::Bare => 1,
        MarkerPlace::Glued => 2,
    }
}

impl Candidate {
    /// What taking it for an item costs for its place alone, and what taking it for text costs.
    pub(crate) fn costs(&self) -> (u32, u32) {
        (place_cost(self), drop_cost(self))
    }
}

/// The cost of a number behind the last number of its level.
pub(super) fn sequence_cost(last: u16, ordinal: u16) -> (u32, Order) {
    match ordinal {
        _ if ordinal == last + 1 => (0, Order::Follows),
        // 11 and then 13: an item was lost
        _ if ordinal == last + 2 => (3, Order::Leaps(last + 1)),
        _ if ordinal > last => (4 + u32::from(ordinal - last).min(6), Order::Leaps(last + 1)),
        // a slip of the writer's
        _ if ordinal == last => (4, Order::Repeated),
        // a list of its own under an unnumbered heading
        1 => (4, Order::Restarted),
        _ => (7, Order::Leaps(last + 1)),
    }
}

/// The cost of opening a level: `last` is the last number of the style in this part, 0 if there was none.
pub(super) fn opening_cost(last: u16, ordinal: u16) -> (u32, Order) {
    match ordinal {
        1 => (0, Order::Follows),
        _ if last > 0 && ordinal == last + 1 => (0, Order::Follows),
        _ if last > 0 && ordinal == last + 2 => (3, Order::Leaps(last + 1)),
        2 | 3 => (4, Order::Leaps(1)),
        _ => (7, Order::Leaps(last + 1)),
    }
}

/// The least cost of dropping the next number of the innermost level, however weak its place: `；（2）` behind `（1）`.
pub(super) const GOES_ON_COST: u32 = 3;

/// Opening a style inside one that usually stands further in: `一、` under `（一）`.
pub(super) const INVERSION_COST: u32 = 3;

/// Reading `（2）` as a child of the innermost item while a `（1）` at another depth is still open, which it would continue.
pub(super) const STRAY_COST: u32 = 5;

/// Opening `1.` as a sibling of `（2）` where the last `1.` was a child of `（1）`.
pub(super) const ELSEWHERE_COST: u32 = 2;

/// The usual order of nesting; `一、` stands under `第一条` where that is open, else above it.
pub(super) fn rank(style: MarkerStyle) -> u8 {
    match style {
        MarkerStyle::Part => 0,
        MarkerStyle::Chapter => 1,
        MarkerStyle::SectionOfChapter => 2,
        MarkerStyle::HanComma => 3,
        MarkerStyle::Article => 4,
        MarkerStyle::HanBracket => 5,
        MarkerStyle::Dotted1 => 6,
        MarkerStyle::Arabic => 7,
        MarkerStyle::Dotted2 => 8,
        MarkerStyle::Dotted3 => 9,
        MarkerStyle::Dotted4 => 10,
        MarkerStyle::ArabicBracket => 11,
        MarkerStyle::ArabicHalfBracket => 12,
        MarkerStyle::Circled => 13,
        MarkerStyle::Row => 14,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_style_has_a_rank_of_its_own_below_their_number() {
        let mut ranks: Vec<usize> = MarkerStyle::ALL.iter().map(|&style| rank(style).into()).collect();
        ranks.sort_unstable();
        assert!(ranks.into_iter().eq(0..MarkerStyle::ALL.len()));
    }
}
