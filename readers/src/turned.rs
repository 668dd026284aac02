//! Text that runs in other directions than to the right: on its side along the edge of a page, or aslant over it.

use std::collections::BTreeMap;

use crate::Finding;
use crate::lines::{Glyph, lines};

/// The direction that a line runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Direction {
    Right,
    Up,
    Left,
    Down,
}

impl Direction {
    /// The direction of a line that runs so far to the right and so far up, if it is that of one of the page's edges.
    pub(crate) fn of(along: f32, up: f32) -> Option<Self> {
        // a fifth of a right angle, for scans that were straightened
        match (along.abs() * 0.3 > up.abs(), up.abs() * 0.3 > along.abs()) {
            (true, _) if along > 0.0 => Some(Direction::Right),
            (true, _) => Some(Direction::Left),
            (_, true) if up > 0.0 => Some(Direction::Up),
            (_, true) => Some(Direction::Down),
            _ => None,
        }
    }
}

/// The lines of a page; those in the direction of most characters first.
pub(crate) fn turned_lines(glyphs: impl Iterator<Item = (Direction, Glyph)>) -> Vec<String> {
    let mut groups = BTreeMap::<Direction, Vec<Glyph>>::new();
    for (direction, glyph) in glyphs {
        groups.entry(direction).or_default().push(glyph);
    }
    let mut groups = groups.into_values().collect::<Vec<_>>();
    let characters =
        |glyphs: &Vec<Glyph>| glyphs.iter().map(|glyph| glyph.text.chars().count()).sum::<usize>();
    groups.sort_by_key(|glyphs| std::cmp::Reverse(characters(glyphs)));
    groups.into_iter().flat_map(lines).collect()
}

/// Characters that stand aslant are left out, which is told.
pub(crate) fn watermark(slanted: usize) -> Option<Finding> {
    let message = format!("{slanted} characters that stand aslant are left out");
    (slanted > 0).then(|| Finding::note("watermark", message))
}
