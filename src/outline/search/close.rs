//! Where the best reading won by little: readings of one stretch that come to the same, held against each other.

use crate::model::MarkerPlace;
use crate::outline::candidate::Candidate;
use crate::outline::item::Item;

/// By how much more another reading may cost and still be told of. Of the 36 labelled notices, which are right, none has such a
/// place up to 3; of 290 others at 1 one in 40. At 2 and 3 three times as many have one, nearly all of them items that go on
/// behind a blank or in a broken line, which are right.
pub(super) const MARGIN_COST: u32 = 1;

/// Readings that are held against each other in one stretch of the search: each costs the length of the stretch. A guess.
pub(super) const MOST_READINGS: usize = 32;

/// What a reading takes a candidate for: an item of this depth, or text.
pub(crate) type Choice = Option<u8>;

/// A candidate that another reading takes for something else and costs no more, or hardly more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CloseCall {
    pub(crate) candidate: Candidate,
    pub(crate) taken: Choice,
    pub(crate) other: Choice,
    pub(crate) margin: u32,
}

/// Two readings that lead on alike, by the indices behind their last items.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tie {
    pub(super) kept: usize,
    pub(super) other: usize,
    /// Where the candidate stands behind which they do.
    pub(super) at: usize,
    pub(super) margin: u32,
}

/// Adds the first candidate that the readings of each tie differ in, if the best reading, which ends in `tail`, is one of the
/// two; empties the ties.
pub(super) fn find(arena: &[(Item, usize)], tail: usize, ties: &mut Vec<Tie>, close: &mut Vec<CloseCall>) {
    // where the item behind each item of the best reading starts; 0 for what is no item of it
    let mut behind = vec![0; arena.len() + 1];
    let (mut at, mut next) = (tail, usize::MAX);
    loop {
        behind[at] = next;
        let Some((item, before)) = at.checked_sub(1).and_then(|at| arena.get(at)) else { break };
        (at, next) = (*before, item.candidate.start);
    }
    let from = close.len();
    for tie in ties.drain(..).filter(|tie| behind[tie.kept] > tie.at || tie.at == usize::MAX) {
        let known = |call: &CloseCall| {
            close[from..].iter().any(|known| known.candidate.start == call.candidate.start)
        };
        let call = differing(arena, tie).filter(|call| !known(call));
        close.extend(call);
    }
    close[from..].sort_by_key(|call| call.candidate.start);
}

/// The first candidate that the two readings take for different things.
fn differing(arena: &[(Item, usize)], tie: Tie) -> Option<CloseCall> {
    let (mut kept, mut other) = (tie.kept, tie.other);
    let mut first: [Option<Item>; 2] = [None; 2];
    while kept != other {
        let (tail, side) = if kept > other { (&mut kept, 0) } else { (&mut other, 1) };
        let (item, before) = arena.get(tail.checked_sub(1)?)?;
        first[side] = Some(*item);
        *tail = *before;
    }
    let start = |item: Option<Item>| item.map_or(usize::MAX, |item| item.candidate.start);
    let [kept, other] = first;
    let place = start(kept).min(start(other));
    let [kept, other] = [kept, other].map(|item| item.filter(|item| item.candidate.start == place));
    // numbers of tables look so, and are text
    if kept.is_none() && other.is_some_and(|item| item.candidate.place == MarkerPlace::Bare) {
        return None;
    }
    let [taken, rival] = [kept, other].map(|item| item.map(|item| item.depth));
    (taken != rival).then_some(CloseCall {
        candidate: kept.or(other)?.candidate,
        taken,
        other: rival,
        margin: tie.margin,
    })
}
