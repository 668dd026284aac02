//! Cuts a line into the cells of columns whose kinds are known, where exactly one way fits.

use std::collections::{HashMap, HashSet};

use super::column::Column;
use super::grid::{Row, Slot, fields};
use super::units::is_units;
use crate::grammar::clause::time;
use crate::text::character::{is_han, squeezed};
use crate::text::numeral;
use crate::text::span::Span;
use crate::text::words::begins;

/// Fields of a line at most: a line of more is no row. Rows of tables have under 40.
const MOST_FIELDS: usize = 64;
/// Fields that one cell of units is broken into at most: a guess.
const UNIT_FIELDS: usize = 6;
/// The longest cell of times in bytes: a schedule of two hundred characters. A guess.
const TIME_BYTES: usize = 600;

/// What a run of fields fills: columns of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Number,
    /// Columns of words side by side: what parts them is not known unless they have a field each.
    Text {
        columns: usize,
    },
    Units,
    /// One cell of units where there are two columns for them.
    UnitsOfTwo,
    Deadline,
    Other,
}

/// Cuts lines below the same columns.
pub(super) struct Cutter<'t> {
    text: &'t str,
    /// The parts of a row, each with its first column; the row as it should be, then those that lack a cell.
    ways: Vec<Vec<(Part, usize)>>,
}

impl<'t> Cutter<'t> {
    pub(super) fn new(text: &'t str, columns: &[Column]) -> Self {
        let whole = parts(columns);
        let without = |parts: &[(Part, usize)], part: Part| {
            let rest: Vec<_> = parts.iter().filter(|(other, _)| *other != part).copied().collect();
            (rest.len() < parts.len()).then_some(rest)
        };
        let untimed = without(&whole, Part::Deadline);
        let merged = merged(&whole);
        let both = merged.as_ref().and_then(|parts| without(parts, Part::Deadline));
        let ways = [Some(whole), untimed, merged, both].into_iter().flatten().collect();
        Cutter { text, ways }
    }

    /// The cells of a line and the number that it begins with.
    pub(super) fn row(&self, line: Span) -> Option<(Row, Option<u32>)> {
        let fields = fields(self.text, line);
        if fields.len() < 2 || fields.len() > MOST_FIELDS {
            return None;
        }
        // which fields are units is the same in all ways
        let mut units = HashMap::new();
        for parts in &self.ways {
            let (dead, found) = (HashSet::new(), Vec::new());
            let mut search =
                Search { text: self.text, fields: &fields, parts, units: &mut units, dead, found };
            search.from(0, 0, &mut Vec::new());
            match search.found.as_slice() {
                [] => {}
                [only] => {
                    let first = &self.text[fields[0].range()];
                    let number = parts.first().filter(|(part, _)| *part == Part::Number);
                    return Some((cells(&fields, parts, only), number.and_then(|_| number_of(first))));
                }
                _ => return None,
            }
        }
        None
    }
}

/// The cells that end at these fields.
fn cells(fields: &[Span], parts: &[(Part, usize)], ends: &[usize]) -> Row {
    let mut row = Row::new();
    let mut from = 0;
    for (&(part, column), &to) in parts.iter().zip(ends) {
        let cell = &fields[from..to];
        from = to;
        let (Some(first), Some(last)) = (cell.first(), cell.last()) else { continue };
        let span = first.hull(*last);
        match part {
            Part::Text { columns } if columns == cell.len() => {
                let single = cell.iter().enumerate().map(|(at, &field)| Slot::single(field, column + at));
                row.extend(single);
            }
            Part::Text { columns } => row.push(Slot { colspan: columns, ..Slot::single(span, column) }),
            Part::UnitsOfTwo => row.push(Slot { colspan: 2, ..Slot::single(span, column) }),
            _ => row.push(Slot::single(span, column)),
        }
    }
    row
}

/// The parts of a row as it should be.
fn parts(columns: &[Column]) -> Vec<(Part, usize)> {
    let mut parts: Vec<(Part, usize)> = Vec::new();
    let told = |at: Option<usize>| at.and_then(|at| columns.get(at)) == Some(&Column::Text);
    for (at, column) in columns.iter().enumerate() {
        let part = match column {
            // nothing tells where a time between words ends
            Column::Deadline if told(at.checked_sub(1)) && told(Some(at + 1)) => match parts.last_mut() {
                Some((Part::Text { columns }, _)) => {
                    *columns += 1;
                    continue;
                }
                _ => Part::Deadline,
            },
            Column::Number => Part::Number,
            Column::Units(_) => Part::Units,
            Column::Deadline => Part::Deadline,
            Column::Other => Part::Other,
            Column::Text => match parts.last_mut() {
                Some((Part::Text { columns }, _)) => {
                    *columns += 1;
                    continue;
                }
                _ => Part::Text { columns: 1 },
            },
        };
        parts.push((part, at));
    }
    parts
}

/// The parts with one cell of units for the first two columns that stand side by side.
fn merged(parts: &[(Part, usize)]) -> Option<Vec<(Part, usize)>> {
    let at = parts.windows(2).position(|pair| pair[0].0 == Part::Units && pair[1].0 == Part::Units)?;
    let mut parts = parts.to_vec();
    parts[at].0 = Part::UnitsOfTwo;
    parts.remove(at + 1);
    Some(parts)
}

/// Looks for ways to cut a line; stops at the second.
struct Search<'s, 't> {
    text: &'t str,
    fields: &'s [Span],
    parts: &'s [(Part, usize)],
    /// Which runs of fields are a list of units.
    units: &'s mut HashMap<(usize, usize), bool>,
    /// Places behind which nothing fits.
    dead: HashSet<(usize, usize)>,
    found: Vec<Vec<usize>>,
}

impl Search<'_, '_> {
    /// Fills the parts from `part` on with the fields from `from` on; `ends` are the ends of the cells before.
    fn from(&mut self, part: usize, from: usize, ends: &mut Vec<usize>) {
        if part == self.parts.len() {
            if from == self.fields.len() {
                self.found.push(ends.clone());
            }
            return;
        }
        if self.dead.contains(&(part, from)) {
            return;
        }
        let before = self.found.len();
        let least = from + usize::from(self.parts[part].0 != Part::Other);
        for to in least..=self.fields.len() {
            if self.found.len() > 1 || !self.may_reach(part, from, to) {
                break;
            }
            if self.fits(part, from, to) {
                ends.push(to);
                self.from(part + 1, to, ends);
                ends.pop();
            }
        }
        if self.found.len() == before {
            self.dead.insert((part, from));
        }
    }

    /// Whether a cell of this part may hold so many fields.
    fn may_reach(&self, part: usize, from: usize, to: usize) -> bool {
        match self.parts[part].0 {
            Part::Number => to == from + 1,
            Part::Units | Part::UnitsOfTwo => to <= from + UNIT_FIELDS,
            _ => true,
        }
    }

    fn fits(&mut self, part: usize, from: usize, to: usize) -> bool {
        let beside = |at: Option<usize>| {
            let other = at.and_then(|at| self.parts.get(at)).map(|(part, _)| *part);
            matches!(other, Some(Part::Units | Part::UnitsOfTwo))
        };
        let (behind_units, before_units) = (beside(part.checked_sub(1)), beside(Some(part + 1)));
        match self.parts[part].0 {
            Part::Number => number_of(self.slice(from, to)).is_some(),
            Part::Text { .. } => {
                let timed = self.parts.get(part + 1).is_some_and(|(next, _)| *next == Part::Deadline);
                !(behind_units && self.are_units(from, from + 1)
                    || before_units && (self.are_units(to - 1, to) || is_begun(self.slice(to - 1, to)))
                    || timed && time(self.slice(to - 1, to)).is_some())
            }
            Part::Units | Part::UnitsOfTwo => self.list(from, to),
            Part::Deadline => {
                let words = self.slice(from, to);
                let begins = behind_units || time(words).is_some();
                begins && words.len() <= TIME_BYTES && (from..to).all(|at| !self.are_units(at, at + 1))
            }
            Part::Other => (from..to).all(|at| !self.are_units(at, at + 1)),
        }
    }

    /// Whether fields are one list of units.
    fn list(&mut self, from: usize, to: usize) -> bool {
        (from..to - 1).all(|at| self.is_open(from, at) || self.goes_on(at)) && self.are_units(from, to)
    }

    /// Whether a bracket is open behind a field.
    fn is_open(&self, from: usize, at: usize) -> bool {
        let words = self.slice(from, at + 1);
        words.matches(['（', '(']).count() > words.matches(['）', ')']).count()
    }

    /// Whether a list of units may go on over the blank behind a field: behind or before a mark of lists, inside a name that no
    /// part of is one. Two fields that are lists by themselves stand in two cells.
    fn goes_on(&mut self, at: usize) -> bool {
        let (left, right) = (self.slice(at, at + 1), self.slice(at + 1, at + 2));
        if left.ends_with(MARKS) || right.starts_with(MARKS) {
            return true;
        }
        let tail = right.starts_with(['等', '（', '(', '和', '及', '与']);
        let begun = is_begun(left);
        match (self.are_units(at, at + 1), self.are_units(at + 1, at + 2)) {
            (true, true) => false,
            (true, false) => tail,
            (false, true) => begun,
            (false, false) => true,
        }
    }

    fn are_units(&mut self, from: usize, to: usize) -> bool {
        if let Some(&known) = self.units.get(&(from, to)) {
            return known;
        }
        let found = is_units(&squeezed(self.slice(from, to)));
        self.units.insert((from, to), found);
        found
    }

    fn slice(&self, from: usize, to: usize) -> &str {
        let span = self.fields[from].hull(self.fields[to - 1]);
        &self.text[span.range()]
    }
}

/// Marks between the units of a list.
const MARKS: [char; 5] = ['、', '，', '；', ',', ';'];

/// Whether a list of units begins so and goes on behind a blank inside a name: `省` of `省 ⽔利厅`, `省教育厅，省总`.
fn is_begun(field: &str) -> bool {
    /// A guess.
    const SHORT_CHARS: usize = 5;
    const OTHERS: &[&str] = &[
        "省级", "市级", "县级", "区级", "省内", "市内", "市场", "区域", "县域", "市民", "市政", "县区",
        "市县",
    ];
    match field.rsplit_once(MARKS) {
        Some((before, _)) => is_units(before),
        None => {
            let level = field.starts_with(['省', '市', '县', '区', '州']) && !begins(field, OTHERS);
            level && field.chars().count() <= SHORT_CHARS && field.chars().all(is_han) && !is_units(field)
        }
    }
}

/// The number of a row: `1`, `1.`, `（一）`, `一`.
fn number_of(field: &str) -> Option<u32> {
    /// In bytes: six characters. A guess.
    const LONGEST_BYTES: usize = 18;
    let digits = field.trim_matches(|c: char| matches!(c, '.' | '．' | '、' | '（' | '）' | '(' | ')'));
    let short = !digits.is_empty() && field.len() <= LONGEST_BYTES;
    short.then(|| numeral::arabic(digits).or_else(|| numeral::han(digits))).flatten()
}
