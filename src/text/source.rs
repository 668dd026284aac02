//! First stage: the text with its gaps and physical lines, which the later stages share.

use super::boundary::floor;
use super::gaps::{Gap, Gaps, trim};
use super::index::Index;
use super::mend::Stretch;
use super::span::{Span, Text};

/// A text, its runs of blanks and its lines.
#[derive(Debug)]
pub(crate) struct Source<'t> {
    pub(crate) text: &'t str,
    gaps: Gaps,
    /// Lines without the blanks at their ends; blank ones are left out.
    lines: Vec<Span>,
    index: Index,
    /// How long lines are, for each [`NEIGHBOUR_LINES`] of them.
    widths: Vec<usize>,
    /// The places of tables, which are [masked](super::masked).
    tables: Vec<Span>,
}

/// Lines in a group: the typical length of its lines is counted for each group of 64.
const NEIGHBOUR_LINES: usize = 64;

impl<'t> Source<'t> {
    /// Finds the gaps and lines of a text whose line ends are `\n`, radicals folded and markup blank.
    pub(crate) fn new(text: &'t str) -> Self {
        let gaps = Gaps::of(text);
        let breaks = || gaps.behind(0).iter().filter(|gap| gap.breaks());
        let mut lines = Vec::with_capacity(breaks().count() + 1);
        let mut start = 0;
        for gap in breaks() {
            // a gap takes in the blanks on both sides of its break
            lines.push(Span::new(start, gap.start));
            start = gap.end();
        }
        lines.push(Span::new(start, text.len()));
        for end in [0, lines.len() - 1] {
            lines[end] = trim(lines[end], &gaps);
        }
        lines.retain(|line| !line.is_empty());
        let index = Index::new(text.len(), lines.iter().map(|line| line.end));
        let widths = lines.chunks(NEIGHBOUR_LINES).map(width).collect();
        Source { text, gaps, lines, index, widths, tables: Vec::new() }
    }

    /// The same for a text whose tables are [masked](super::masked): their places, in the order of the text.
    pub(crate) fn with_tables(text: &'t str, tables: Vec<Span>) -> Self {
        Source { tables, ..Source::new(text) }
    }

    /// The first table that begins in `span`.
    pub(crate) fn first_table(&self, span: Span) -> Option<Span> {
        let next = self.tables.partition_point(|table| table.start < span.start);
        self.tables.get(next).copied().filter(|table| table.start < span.end)
    }

    /// The table that holds a place.
    pub(crate) fn table_at(&self, at: usize) -> Option<Span> {
        let next = self.tables.partition_point(|table| table.end <= at);
        self.tables.get(next).copied().filter(|table| table.start <= at)
    }

    /// Whether a place lies in a table.
    pub(crate) fn is_in_table(&self, at: usize) -> bool {
        self.table_at(at).is_some()
    }

    /// Where the last table ends; 0 without one.
    pub(crate) fn last_table_end(&self) -> usize {
        self.tables.last().map_or(0, |table| table.end)
    }

    /// How long the lines around `at` are: half of their bytes stand in lines as long or longer.
    pub(crate) fn width(&self, at: usize) -> usize {
        self.widths
            .get(self.lines_before(at) / NEIGHBOUR_LINES)
            .or(self.widths.last())
            .copied()
            .unwrap_or_default()
    }

    /// How many lines end at or before `at`.
    fn lines_before(&self, at: usize) -> usize {
        self.index.count_before(&self.lines, at, |line| line.end)
    }

    /// The line around `at`, or the next.
    fn line(&self, at: usize) -> Option<&Span> {
        self.lines.get(self.lines_before(at))
    }

    /// The words at `span`, mended.
    pub(crate) fn words(&self, span: Span) -> Text {
        self.stretch(span).into_words()
    }

    /// The stretch at `span`, mended.
    pub(crate) fn stretch(&self, span: Span) -> Stretch<'t> {
        Stretch::new(self.text, span, &self.gaps)
    }

    /// The span without the blanks at its ends; empty at its start if it holds nothing else.
    pub(crate) fn trim(&self, span: Span) -> Span {
        trim(span, &self.gaps)
    }

    /// The slice at `span`.
    pub(crate) fn slice(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    /// The lines that have a part in `span`.
    fn lines_in(&self, span: Span) -> &[Span] {
        let first = self.lines_before(span.start);
        let last = self.lines_before(span.end.saturating_sub(1));
        let last = last + usize::from(self.lines.get(last).is_some_and(|line| line.start < span.end));
        &self.lines[first..last.max(first)]
    }

    /// How many lines have a part in `span`.
    pub(crate) fn count_lines(&self, span: Span) -> usize {
        self.lines_in(span).len()
    }

    /// The parts of the lines that lie in `span`, blank ones left out.
    pub(crate) fn lines(&self, span: Span) -> impl DoubleEndedIterator<Item = Span> + '_ {
        let cut = move |line: &Span| match span.contains(*line) {
            true => *line,
            false => self.trim(Span::new(line.start.max(span.start), line.end.min(span.end))),
        };
        self.lines_in(span).iter().map(cut).filter(|line| !line.is_empty())
    }

    /// The rest of the line from `at` on, without the blanks at its end; not past `end`.
    pub(crate) fn rest_of_line(&self, at: usize, end: usize) -> Span {
        let line = at.checked_sub(1).map_or(self.lines.first(), |before| self.line(before));
        let line_end = line.map_or(end, |line| line.end.min(end));
        Span::new(at, line_end.max(at))
    }

    /// Where the line around `at` begins, behind its blanks; not before `start`.
    pub(crate) fn line_start(&self, at: usize, start: usize) -> usize {
        self.line(at).map_or(at, |line| line.start.clamp(start, at.max(start)))
    }

    /// The character boundary at or before `at`.
    pub(crate) fn floor(&self, at: usize) -> usize {
        floor(self.text, at)
    }

    /// Whether only blanks stand between the start of the line and `at`.
    pub(crate) fn begins_line(&self, at: usize) -> bool {
        self.line(at).is_none_or(|line| at <= line.start)
    }

    /// The gaps inside a span.
    pub(crate) fn gaps(&self, span: Span) -> &[Gap] {
        self.gaps.inside(span)
    }

    /// Whether a line ends inside a span.
    pub(crate) fn breaks(&self, span: Span) -> bool {
        self.gaps(span).iter().any(|gap| gap.breaks())
    }

    /// The first blank from `at` on, at the latest `end`.
    pub(crate) fn next_blank(&self, at: usize, end: usize) -> usize {
        let gap = self.gaps.behind(at).first();
        gap.map_or(end, |gap| gap.start.clamp(at, end.max(at)))
    }

    /// The first place from `at` on that is not blank; not past `end`.
    pub(crate) fn skip_blanks(&self, at: usize, end: usize) -> usize {
        let gap = self.gaps.behind(at).first();
        gap.filter(|gap| gap.start <= at).map_or(at, |gap| gap.end()).min(end)
    }
}

/// The length of the line in which half the bytes of all are reached, from the shortest line on.
fn width(lines: &[Span]) -> usize {
    let mut lengths = [0; NEIGHBOUR_LINES];
    for (length, line) in lengths.iter_mut().zip(lines) {
        *length = line.len();
    }
    let lengths = &mut lengths[..lines.len()];
    lengths.sort_unstable();
    let half = lengths.iter().sum::<usize>() / 2;
    let mut sum = 0;
    let reaches = |length: &&usize| {
        sum += **length;
        sum >= half
    };
    lengths.iter().find(reaches).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_leave_out_blanks_and_blank_lines() {
        let text = "\u{3000}\u{3000}一、总则 \n\n第一条";
        let source = Source::new(text);
        let slices: Vec<&str> =
            source.lines(Span::new(0, text.len())).map(|line| source.slice(line)).collect();
        assert_eq!(slices, ["一、总则", "第一条"]);
    }

    #[test]
    fn gaps_agree_with_what_blanks_are() {
        for c in (0..=0x1_ffff).filter_map(char::from_u32) {
            let text = c.to_string();
            assert_eq!(!Gaps::of(&text).behind(0).is_empty(), crate::text::character::is_blank(c), "{c:?}");
        }
    }
}
