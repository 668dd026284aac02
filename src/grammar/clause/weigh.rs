//! What was made of each bracket that might say who answers.

use std::ops::Range;

use super::clauses;
use super::find::{CLOSED_BYTES, head_looks};
use super::place::Place;
use super::read::read;
use super::verdict::judge;
use crate::model::{ClauseForm, NoClause};
use crate::text::bracket::{closes, opens};

/// The clauses of a text, and the brackets that close outside them, each with why it is none.
pub(super) fn weighed(text: &str, breaks: &[usize]) -> Vec<(Range<usize>, Result<ClauseForm, NoClause>)> {
    let mut weighed: Vec<_> =
        clauses(text, breaks).into_iter().map(|clause| (clause.range, Ok(clause.form))).collect();
    let taken = weighed.len();
    for bracket in brackets(text) {
        let next = weighed[..taken].partition_point(|(clause, _)| clause.end <= bracket.start);
        let is_apart = weighed[..taken].get(next).is_none_or(|(clause, _)| bracket.end <= clause.start);
        let why = if is_apart { refusal(text, breaks, bracket.clone()) } else { None };
        weighed.extend(why.map(|why| (bracket, Err(why))));
    }
    weighed.sort_by_key(|(range, _)| range.start);
    weighed
}

/// Why a bracket is no clause.
fn refusal(text: &str, breaks: &[usize], bracket: Range<usize>) -> Option<NoClause> {
    let mut inside = text[bracket.clone()].chars();
    let (opener, closer) = (inside.next()?, inside.next_back()?);
    let inside = bracket.start + opener.len_utf8()..bracket.end - closer.len_utf8();
    if !head_looks(text, inside.start) {
        return Some(NoClause::Head);
    }
    let place = Place::of(text, breaks, bracket.start, bracket.end);
    judge(&read(text, inside), place, false).err()
}

/// The outermost brackets that close again within the length of a clause.
fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut brackets = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        if open.first().is_some_and(|first| at - first > CLOSED_BYTES) {
            open.clear();
        }
        if opens(c) {
            open.push(at);
        } else if closes(c) {
            let start = open.pop().filter(|_| open.is_empty());
            brackets.extend(start.map(|start| start..at + c.len_utf8()));
        }
    }
    brackets
}
