//! Tables: found before lines are joined and numbered, so that no heading, paragraph or clause is made of their cells; those
//! that name who answers for what become sections and tasks.
//!
//! [`html`], [`pipes`], [`tabs`], [`drawn`] and [`flat`] find cells that the text parts; [`lines`] cuts rows whose cells single blanks part.
//! [`column`] says what stands below a word, [`read`] and [`rows`] make rows sections, [`answer`] tasks; [`broken`] tells the lines of a
//! cell that part its names from those that break them. [`continued`] joins a table to the one before it that it goes on with.

mod answer;
mod broken;
mod column;
mod continued;
mod cut;
mod drawn;
mod flat;
mod grid;
mod head_line;
mod html;
mod lines;
mod marker;
mod pipes;
mod place;
mod read;
mod rows;
mod tabs;
mod tree;
mod units;

pub(crate) use grid::Found;
pub(crate) use place::{Stand, Tables};

use crate::model::Grid;
use crate::text::masked::SHORTEST_BYTES;
use crate::text::span::Span;

/// The tables of a text, in its order; those of `given` grids first.
pub(crate) fn find(text: &str, given: &[Grid]) -> Vec<Found> {
    let given = given.iter().map(|grid| Found {
        span: grid.span,
        rows: grid::placed(text, &grid.rows),
        merges: grid::Merges::Known,
        mixed: Vec::new(),
    });
    let mut found: Vec<Found> = given.collect();
    if memchr::memchr3(b'\t', b'|', b'<', text.as_bytes()).is_some() {
        found.extend(html::tables(text));
        found.extend(pipes::tables(text));
        found.extend(tabs::tables(text));
    }
    let heads = head_line::heads(text);
    if !heads.is_empty() {
        found.extend(drawn::tables(text));
    }
    if heads.iter().any(|&head| head_line::is_alone(text, head)) {
        found.extend(flat::tables(text));
    }
    found.extend(lines::tables(text, &heads));
    // of two that overlap the one that begins first stays
    found.sort_by_key(|table| table.span.start);
    let mut end = 0;
    found.retain(|table| {
        let Span { start, end: next } = table.span;
        let stays = start >= end && table.span.len() >= SHORTEST_BYTES;
        if stays {
            end = next;
        }
        stays
    });
    continued::joined(text, found)
}
