//! Which marker candidates are headings, and how they nest.
//!
//! Real texts cite items, repeat and skip numbers and glue headings into lines, so no candidate is sure on its own. The
//! outline is the cheapest reading of all candidates from left to right: a small beam of open stacks, each holding the
//! style and last number of every level. Going on with a level, opening a first child and running a number on across
//! parents are free; the rest costs what the tables of [`cost`] say. What the cheapest reading drops stays text.

use super::candidate::{Candidate, Numbering};
use super::cost::{
    self, ELSEWHERE_COST, GOES_ON_COST, INVERSION_COST, Order, STRAY_COST, drop_cost, opening_cost,
    place_cost, rank, sequence_cost,
};
use super::item::Item;
use crate::model::{MarkerPlace, MarkerStyle};
use close::Tie;
pub(crate) use close::{Choice, CloseCall};

mod close;

/// The best reading, and where another one would have been nearly as cheap.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    pub(crate) items: Vec<Item>,
    pub(crate) close: Vec<CloseCall>,
}

/// Readings kept at a time. Wider was never seen to read better; unmeasured beyond the labelled notices.
const BEAM_READINGS: usize = 6;
/// Levels that may be open at a time: one for each style.
const MOST_LEVELS: usize = MarkerStyle::Row as usize;
/// Arena size at which the best reading is taken as settled, so that memory stays bounded. A guess.
const SETTLED_NODES: usize = 512;

/// The best reading of the candidates of one document part.
pub(crate) fn outline(candidates: &[Candidate]) -> Outline {
    let search = search(candidates, |_, _, _| ());
    Outline { items: search.settled, close: search.close }
}

/// The best reading that takes the candidate at a place otherwise than the best of all does: what it costs more, and what it
/// takes the candidate for. `None` where nothing else is weighed: at a line's start, a number that goes on.
pub(crate) fn rival(candidates: &[Candidate], at: usize) -> Option<(u32, Choice)> {
    let start = candidates.get(at)?.start;
    let chosen =
        |items: &[Item]| items.iter().find(|item| item.candidate == candidates[at]).map(|item| item.depth);
    let best = search(candidates, |_, _, _| ());
    let taken = chosen(&best.settled);
    let other = search(candidates, |number, arena, readings| {
        if number == at {
            let depth = |reading: &Reading| {
                let last = reading.tail.checked_sub(1).map(|last| &arena[last].0);
                last.filter(|item| item.candidate.start == start).map(|item| item.depth)
            };
            readings.retain(|reading| depth(reading) != taken);
        }
    });
    let choice = chosen(&other.settled);
    (other.is_read && choice != taken).then(|| (other.spent.saturating_sub(best.spent), choice))
}

/// Searches the best reading; `narrow` may take away readings behind each candidate.
fn search(
    candidates: &[Candidate],
    mut narrow: impl FnMut(usize, &[(Item, usize)], &mut Vec<Reading>),
) -> Search {
    let mut search = Search::default();
    let mut beam = vec![Reading::default()];
    let mut next = Vec::with_capacity(4 * BEAM_READINGS);
    for (number, &candidate) in candidates.iter().enumerate() {
        for reading in &beam {
            search.moves(reading, candidate, &mut next);
        }
        narrow(number, &search.arena, &mut next);
        search.keep_best(candidate.start, &mut next);
        std::mem::swap(&mut beam, &mut next);
        next.clear();
        if search.arena.len() >= SETTLED_NODES {
            search.settle(&mut beam);
        }
    }
    search.is_read = !beam.is_empty();
    search.note_last(&beam);
    search.settle(&mut beam);
    search
}

/// A reading of the candidates so far: its open levels and what it cost.
#[derive(Debug, Clone, Copy, Default)]
struct Reading {
    levels: [Level; MOST_LEVELS],
    depth: usize,
    /// Last number of each style in this part, by rank.
    last: [u16; MOST_LEVELS],
    /// The rank of the style around the last item of each style, plus one; 0 if there was none.
    within: [u8; MOST_LEVELS],
    cost: u32,
    /// Index behind its last item in the arena; 0 if it has none.
    tail: usize,
    /// End of its last item's marker.
    end: usize,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Level {
    rank: u8,
    /// The rank of the style that stood at this depth under the same parent before, plus one; 0 if there was none.
    displaced: u8,
    ordinal: u16,
    prefix: u32,
}

impl Level {
    /// Whether the number is the level's next number.
    fn follows(self, numbering: Numbering) -> bool {
        self.rank == rank(numbering.style)
            && self.prefix == numbering.prefix
            && self.ordinal + 1 == numbering.ordinal
    }

    /// Whether the level numbers `1.1` in the chapters of `open`: `1.` stands inside, where else it would stand around.
    fn is_dotted(self, open: &[Level]) -> bool {
        let chapters = || open.iter().any(|level| level.rank == rank(MarkerStyle::Dotted1));
        self.prefix > 0 && chapters()
    }
}

#[derive(Default)]
struct Search {
    /// Items with the index behind the item before.
    arena: Vec<(Item, usize)>,
    settled: Vec<Item>,
    /// Readings of the arena that come to the same at nearly the same cost.
    ties: Vec<Tie>,
    close: Vec<CloseCall>,
    /// What the settled items cost.
    spent: u32,
    /// Whether a reading is left.
    is_read: bool,
}

impl Search {
    /// Adds every way to read the candidate.
    fn moves(&mut self, reading: &Reading, candidate: Candidate, next: &mut Vec<Reading>) {
        if candidate.start < reading.end {
            next.push(*reading);
            return;
        }
        let before = next.len();
        let rank = rank(candidate.numbering.style);
        match reading.levels[..reading.depth].iter().position(|level| level.rank == rank) {
            Some(at) => self.go_on(reading, candidate, at, next),
            None => self.open(reading, candidate, next),
        }
        let free = next[before..].iter().any(|taken| taken.cost == reading.cost);
        if !(free && candidate.place == MarkerPlace::LineStart) {
            let open = &reading.levels[..reading.depth];
            let goes_on = match candidate.place {
                MarkerPlace::Organ | MarkerPlace::Enumerated => {
                    open.iter().any(|level| level.follows(candidate.numbering))
                }
                _ => open.last().is_some_and(|level| level.follows(candidate.numbering)),
            };
            let cost = match goes_on && !matches!(candidate.place, MarkerPlace::Glued | MarkerPlace::Bare) {
                true => drop_cost(&candidate).max(GOES_ON_COST),
                false => drop_cost(&candidate),
            };
            next.push(Reading { cost: reading.cost.saturating_add(cost), ..*reading });
        }
    }

    /// Goes on with the level at `at`, closing the levels inside it.
    fn go_on(&mut self, reading: &Reading, candidate: Candidate, at: usize, next: &mut Vec<Reading>) {
        let level = reading.levels[at];
        let Numbering { ordinal, prefix, .. } = candidate.numbering;
        let (cost, order) = match prefix == level.prefix {
            true => sequence_cost(level.ordinal, ordinal),
            false => dotted_cost(reading, candidate.numbering),
        };
        if candidate.place >= MarkerPlace::Organ && cost > 0 {
            return;
        }
        self.take(reading, candidate, at, (cost, order), next);
    }

    /// Opens a level under the innermost level that usually stands further out, and under the innermost of all.
    fn open(&mut self, reading: &Reading, candidate: Candidate, next: &mut Vec<Reading>) {
        if candidate.place >= MarkerPlace::Organ || reading.depth == MOST_LEVELS {
            return;
        }
        let rank = rank(candidate.numbering.style);
        let (cost, order) = match candidate.numbering.prefix {
            0 => opening_cost(reading.last[usize::from(rank)], candidate.numbering.ordinal),
            _ => dotted_cost(reading, candidate.numbering),
        };
        let open = &reading.levels[..reading.depth];
        let outer = |level: &Level| {
            level.rank < rank
                || match candidate.numbering.style {
                    MarkerStyle::Arabic => level.is_dotted(open),
                    // where 一、 is not open around the article, it lists what the article says
                    MarkerStyle::HanComma => level.rank == cost::rank(MarkerStyle::Article),
                    _ => false,
                }
        };
        let proper = open.iter().rposition(outer).map_or(0, |at| at + 1);
        // a dot was hardly lost from the first of a list: rows of tables look so
        let cost = cost + u32::from(candidate.place == MarkerPlace::Dotless);
        // （2） behind （1） and 46. is the sister of （1）, not a sub-item of 46.
        let runs_on =
            candidate.numbering.ordinal > 1 && candidate.numbering.style >= MarkerStyle::ArabicBracket;
        let strays = runs_on && open.iter().any(|level| level.displaced == rank + 1);
        let cost = cost + if strays { STRAY_COST } else { 0 };
        let again = open.last().is_some_and(|level| level.rank + 1 == reading.within[usize::from(rank)]);
        let (outside, inside) =
            if again && proper < reading.depth { (ELSEWHERE_COST, 0) } else { (0, INVERSION_COST) };
        self.take(reading, candidate, proper, (cost + outside, order), next);
        if proper < reading.depth {
            self.take(reading, candidate, reading.depth, (cost + inside, order), next);
        }
    }

    fn take(
        &mut self,
        reading: &Reading,
        candidate: Candidate,
        at: usize,
        (cost, order): (u32, Order),
        next: &mut Vec<Reading>,
    ) {
        let Numbering { style, ordinal, prefix } = candidate.numbering;
        let mut taken = *reading;
        let rank = rank(style);
        let displaced = match reading.levels[..reading.depth].get(at) {
            Some(before) if before.rank == rank => before.displaced,
            Some(before) => before.rank + 1,
            None => 0,
        };
        taken.levels[at] = Level { rank, displaced, ordinal, prefix };
        taken.within[usize::from(rank)] =
            at.checked_sub(1).map_or(0, |around| reading.levels[around].rank + 1);
        taken.depth = at + 1;
        taken.last[usize::from(rank)] = ordinal;
        taken.cost = reading.cost.saturating_add(cost + place_cost(&candidate));
        taken.end = candidate.end();
        let depth = u8::try_from(taken.depth).unwrap_or(u8::MAX);
        self.arena.push((Item { candidate, depth, order }, reading.tail));
        taken.tail = self.arena.len();
        next.push(taken);
    }

    /// Takes the cheapest reading as settled and goes on from it alone.
    fn settle(&mut self, beam: &mut Vec<Reading>) {
        let Some(best) = beam.iter().min_by_key(|reading| reading.cost).copied() else { return };
        let from = self.settled.len();
        let mut tail = best.tail;
        while let Some(&(item, before)) = tail.checked_sub(1).and_then(|at| self.arena.get(at)) {
            self.settled.push(item);
            tail = before;
        }
        self.settled[from..].reverse();
        self.spent = self.spent.saturating_add(best.cost);
        if !self.ties.is_empty() {
            close::find(&self.arena, best.tail, &mut self.ties, &mut self.close);
        }
        self.arena.clear();
        beam.clear();
        beam.push(Reading { cost: 0, tail: 0, ..best });
    }

    /// Notes the readings that are left beside the best one and cost nearly as little.
    fn note_last(&mut self, beam: &[Reading]) {
        let Some(best) = beam.iter().min_by_key(|reading| reading.cost) else { return };
        for other in beam {
            self.note(best, other, usize::MAX);
        }
    }

    /// Notes that `other` comes to the same as `kept` from the candidate at `at` on, if it costs nearly as little.
    fn note(&mut self, kept: &Reading, other: &Reading, at: usize) {
        let margin = other.cost - kept.cost;
        if margin <= close::MARGIN_COST && kept.tail != other.tail && self.ties.len() < close::MOST_READINGS {
            self.ties.push(Tie { kept: kept.tail, other: other.tail, at, margin });
        }
    }

    /// Keeps the cheapest readings, and of those with the same open levels the cheapest one; `at` is where they stand.
    fn keep_best(&mut self, at: usize, readings: &mut Vec<Reading>) {
        if readings.len() == 1 {
            return;
        }
        readings.sort_by_key(|reading| reading.cost);
        let mut kept = 0;
        for next in 0..readings.len() {
            let reading = readings[next];
            let open = &reading.levels[..reading.depth];
            let twin = readings[..kept].iter().find(|other| {
                other.levels[..other.depth] == *open && other.last == reading.last && other.end == reading.end
            });
            match twin {
                Some(twin) => self.note(twin, &reading, at),
                None if kept < BEAM_READINGS => {
                    readings[kept] = reading;
                    kept += 1;
                }
                None => {}
            }
        }
        readings.truncate(kept);
    }
}

/// What `1.2` costs behind the items read so far: it wants the item `1` around it, `1.2.1` the item `1.2`.
fn dotted_cost(reading: &Reading, numbering: Numbering) -> (u32, Order) {
    let (parent, rest) = (numbering.prefix % 100, numbering.prefix / 100);
    let open = &reading.levels[..reading.depth];
    let known = open.iter().any(|level| {
        u32::from(level.ordinal) == parent && level.prefix == rest && level.rank < rank(numbering.style)
    });
    match (numbering.ordinal, known) {
        (1, true) => (0, Order::Follows),
        (1, false) => (2, Order::Follows),
        _ => (6, Order::Leaps(1)),
    }
}

#[cfg(test)]
mod tests;
