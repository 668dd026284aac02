//! Lines that a tool broke after a fixed count of characters: every line but a paragraph's last is as long as the others.

use crate::model::{Code, Finding, Findings};
use crate::text::boundary::last_line;
use crate::text::character::is_blank;
use crate::text::edited::{Edit, Edited, Meant};
use crate::text::line_end::has_end;
use crate::text::span::Span;

/// The width of such lines in characters: in shorter ones words of a page stand, longer ones were not seen.
const WIDTH_CHARS: std::ops::RangeInclusive<usize> = 16..=60;

/// Lines of a text that says how it was broken, at least: a guess.
const FEWEST_LINES: usize = 12;

/// A text without the breaks that a tool put in.
#[derive(Debug)]
pub(crate) struct Unwrapped<'t> {
    pub(crate) edited: Edited<'t>,
    /// The character before the first of them, and how many there were.
    first: Option<Span>,
    count: usize,
}

impl<'t> Unwrapped<'t> {
    /// The text as it is.
    pub(crate) fn none(text: &'t str) -> Self {
        Unwrapped { edited: Edited::new(text, []), first: None, count: 0 }
    }

    /// Joins the lines; a text whose lines are not of one width is borrowed.
    pub(crate) fn of(text: &'t str) -> Self {
        let breaks = width(text).map_or_else(Vec::new, |width| breaks(text, width));
        let (first, count) = (breaks.first().map(|first| last_character(text, first.start)), breaks.len());
        let edits = breaks.into_iter().map(|span| -> Edit { (span, Meant::Nothing) });
        Unwrapped { edited: Edited::new(text, edits), first, count }
    }

    /// Reports the lines, at the end of the first.
    pub(crate) fn report(&self, findings: &mut Findings) {
        let Some(first) = self.first else { return };
        let message = format!("found {} lines broken at one width, joined; this is the first", self.count);
        findings.add(Finding::new(Code::JoinedLine, first, message).counted(self.count));
    }
}

/// The count of characters at which the lines were broken, if most of them have it and none has more.
fn width(text: &str) -> Option<usize> {
    let (mut width, mut full, mut lines) = (0, 0, 0);
    for line in text.lines() {
        // a character has four bytes at most; rows of a table are lines of their own
        if line.len() > WIDTH_CHARS.end() * 4 || line.contains(['\t', '|']) {
            return None;
        }
        let length = line.chars().count();
        if length == 0 {
            continue;
        }
        lines += 1;
        match length.cmp(&width) {
            _ if length > *WIDTH_CHARS.end() => return None,
            std::cmp::Ordering::Greater => (width, full) = (length, 1),
            std::cmp::Ordering::Equal => full += 1,
            std::cmp::Ordering::Less => {}
        }
    }
    (lines >= FEWEST_LINES && full * 2 >= lines && WIDTH_CHARS.contains(&width)).then_some(width)
}

/// The character that ends at `end`.
fn last_character(text: &str, end: usize) -> Span {
    let last = text[..end].chars().next_back().map_or(0, char::len_utf8);
    Span::new(end - last, end)
}

/// The line ends behind full lines, where the next line does not begin a paragraph.
fn breaks(text: &str, width: usize) -> Vec<Span> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('\n') {
        let line = last_line(&text[..at]);
        let next = &text[at + 1..];
        let begins = next.is_empty() || next.starts_with(is_blank) || has_end(line) && begins_item(next);
        if !begins && line.chars().count() == width {
            found.push(Span::new(at, at + 1));
        }
    }
    found
}

/// Whether an item or an attachment's label begins the line.
fn begins_item(line: &str) -> bool {
    const NUMERALS: &str = "一二三四五六七八九十0123456789";
    line.starts_with(['（', '(', '第', '附', '#', '-']) || line.starts_with(|c| NUMERALS.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_one_width_are_joined() {
        let text = "各单位应当在规定的期限以内清点库存物资。".repeat(14);
        let characters: Vec<char> = text.chars().collect();
        let broken: Vec<String> = characters.chunks(18).map(|line| line.iter().collect()).collect();
        assert_eq!(Unwrapped::of(&broken.join("\n")).edited.text, text);
    }

    #[test]
    fn lines_of_other_widths_and_few_lines_stay() {
        let menu = "政务公开\n办事服务\n互动交流\n".repeat(9);
        let long = format!("{}\n{menu}", "甲".repeat(80));
        let few = "各单位应当在规定的期限以内清\n".repeat(3);
        for text in [menu, long, few] {
            assert_eq!(Unwrapped::of(&text).edited.text, text);
        }
    }
}
