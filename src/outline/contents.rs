//! 目录: a contents page before the text, whose entries are no items.

use super::numbering::may_begin;
use crate::text::boundary::floor;
use crate::text::character::{is_blank, is_han, squeezed};
use crate::text::numeral;
use crate::text::page_number::is_page_number;
use crate::text::source::Source;
use crate::text::span::Span;

/// Lines of a contents page at most, and lines before it. A guess.
const MOST_LINES: usize = 120;
/// The longest entry in bytes: no title of a chapter is longer.
const ENTRY_BYTES: usize = 160;
/// Entries that make a page under its title or with leaders: fewer may be headings that one item repeats. A guess.
const FEWEST_LINES: usize = 3;
/// Entries that make a page that nothing else tells. A guess.
const BARE_LINES: usize = 6;

/// Where the contents page in `span` ends: its first entry stands again behind it, and no sentence before that.
///
/// ```text
/// 目录⏎1总则……(6)⏎1.1编制目的……(6)⏎…⏎1总则
/// ```
pub(super) fn end_of_contents(source: &Source<'_>, span: Span) -> Option<usize> {
    let lines = source.lines(span).take(MOST_LINES).filter(|&line| source.begins_line(line.start));
    let mut lines = lines.map(|line| (line, source.slice(line)));
    let (mut titled, mut before) = (false, "");
    let (_, first) = lines.find(|&(_, line)| {
        // the two characters of the title may stand on lines of their own
        titled |= is_title(line) || before == "目" && line == "录";
        before = line;
        line.contains('。') || is_entry(line)
    })?;
    if first.contains('。') {
        return None;
    }
    let head = entry(first);
    let told = titled || head.len() < floor(first, ENTRY_BYTES);
    // the page and the text may differ in their blanks
    let head = squeezed(head);
    let mut stray = false;
    let fewest = if told { FEWEST_LINES } else { BARE_LINES };
    for (count, (span, line)) in (1..).zip(lines) {
        if squeezed(entry(line).trim_end_matches('。')) == head {
            return (count >= fewest).then_some(span.start);
        }
        // a preface may stand behind a page with its title, the document's title behind any
        if !titled && line.contains('。') || !told && stray {
            return None;
        }
        stray = !is_entry(line) && !is_page_number(line, Some('。'), "");
    }
    None
}

/// `目录`
fn is_title(line: &str) -> bool {
    line.strip_prefix('目').is_some_and(|rest| rest.trim_matches(is_blank) == "录")
}

/// Whether a line may be an entry: `第一章 总则……1`; no day and no lone number.
fn is_entry(line: &str) -> bool {
    let entry = entry(line);
    line.starts_with(may_begin)
        && line.chars().take_while(|&c| numeral::is_digit(c)).count() < 3
        && entry.chars().nth(2).is_some()
        && entry.contains(is_han)
        && !entry.ends_with(['年', '月', '日', '号'])
}

/// An entry without its leader and page number: `1总则` of `1总则……(6)`, `一、总则` of `一、总则 1`.
fn entry(line: &str) -> &str {
    let line = &line[..floor(line, ENTRY_BYTES)];
    let leader = LEADERS.iter().filter_map(|leader| line.find(leader)).min();
    let blank =
        line.char_indices().find(|&(at, c)| is_blank(c) && line[..at].ends_with(is_word)).map(|(at, _)| at);
    let end = leader.unwrap_or(line.len()).min(blank.unwrap_or(line.len()));
    &line[..end]
}

/// What fills the line up to the page number.
const LEADERS: [&str; 3] = ["...", "…", "···"];

/// Whether a blank behind `c` ends an entry: `总则 1`, not `1 总则`.
fn is_word(c: char) -> bool {
    is_han(c) && !matches!(c, '章' | '节' | '条')
}
