//! Markup that a converter or a page wrote around the text: `**一、检查范围**`, `1\.`, `## `, `- `, `[正文](/a.html)`, `<span>`.
//!
//! Converters of pages, Word files and PDF (markdownify, html2text, pandoc, docling, `MinerU`) mark headings, lists and links; the
//! notice says none of it. The marks are left out, escaped and named characters are read as what they stand for, and the places of
//! what stays are brought home at the end. `<br>` and `&nbsp;` are blanks: [`markup`](super::markup).

mod entity;
mod link;
mod tag;

use std::collections::VecDeque;

use super::boundary::floor;
use super::character::is_blank;
use super::edited::{Edit, Edited, Meant};
use super::first_bytes::FirstBytes;
use super::numeral;
use super::span::Span;
use entity::entity;
use link::links;
use tag::tags;

/// A text without such marks.
#[derive(Debug)]
pub(crate) struct Unmarked<'t> {
    pub(crate) edited: Edited<'t>,
    /// The marks, in the order of the text.
    pub(crate) marks: Vec<Span>,
    /// Whether it holds what may be a mark elsewhere, or in a part of it.
    pub(crate) suspected: bool,
}

impl<'t> Unmarked<'t> {
    /// Reads a text whose lines end in `\n`; one without marks is borrowed.
    pub(crate) fn of(text: &'t str) -> Self {
        Self::new(text, Whole::Text)
    }

    /// Reads a part of a text: its first line may begin in the middle of one, where `> ` is no mark.
    pub(crate) fn of_part(text: &'t str) -> Self {
        Self::new(text, Whole::Part)
    }

    fn new(text: &'t str, whole: Whole) -> Self {
        let suspected = may_hold_marks(text);
        let edits = if suspected { Scan::new(text, whole).marks() } else { Vec::new() };
        let marks = edits.iter().map(|&(span, _)| span).collect();
        Unmarked { edited: Edited::new(text, edits), marks, suspected }
    }
}

/// Whether a mark may stand in a text: most notices hold none of its bytes.
pub(crate) fn may_hold_marks(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = |at: usize| bytes.get(at + 1).copied().unwrap_or_default();
    let begins_word = |at: usize| bytes[..at].last().is_none_or(|&before| matches!(before, b'\n' | b' '));
    let of_line = || memchr::memchr3_iter(b'>', b'-', b'+', bytes).any(begins_word);
    let emphasis = || memchr::memchr3(b'*', b'`', b'\\', bytes).is_some();
    let sign = |at: usize| match bytes[at] {
        b'_' => next(at) == b'_',
        b']' => next(at) == b'(',
        b'<' => next(at).is_ascii_alphabetic() || matches!(next(at), b'/' | b'!'),
        b'&' => next(at).is_ascii_alphabetic() || next(at) == b'#',
        // U+E000 to U+F8FF begin with EE, or EF and no more than A3; U+FF0C `，` does with EF BC
        0xef => next(at) < 0xa4,
        _ => true,
    };
    let signs = || memchr::memchr3_iter(b'#', b'_', b']', bytes).any(sign);
    let tags = || memchr::memchr3_iter(b'<', b'&', 0xee, bytes).any(sign);
    let private = || memchr::memchr_iter(0xef, bytes).any(sign);
    let starts = text.trim_start_matches(is_blank).starts_with(['>', '-', '+']);
    starts || of_line() || emphasis() || signs() || tags() || private()
}

/// Where a mark may begin, in the order of the text.
pub(crate) fn mark_starts(text: &str) -> Vec<usize> {
    /// The first bytes of the characters that marks begin with.
    static FIRST: FirstBytes = FirstBytes::new(b"#>-+*_`![]<&\\\xee\xef");
    let mut scan = FIRST.scan(text.as_bytes());
    let starts = std::iter::successors(scan.next(0), |at| scan.next(at + 1));
    starts.filter(|&at| text[at..].starts_with(begins_mark)).collect()
}

/// The longest words between two marks of emphasis, in bytes: a guess.
const REACH_BYTES: usize = 600;

/// What is read: a whole text, or a part that may begin in the middle of a line and behind a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whole {
    Text,
    Part,
}

/// One pass over the text.
struct Scan<'t> {
    text: &'t str,
    whole: Whole,
    marks: Vec<Edit>,
    /// Where the marks at the start of the line end; `None` on a first line that may begin in the middle of one.
    head: Option<usize>,
    /// The tags, links and images from here on.
    known: std::iter::Peekable<std::vec::IntoIter<Edit>>,
    /// The closing marks of emphasis that was opened, in order.
    closing: VecDeque<Span>,
}

impl<'t> Scan<'t> {
    fn new(text: &'t str, whole: Whole) -> Self {
        let tags = tags(text);
        let mut known = links(text, &tags);
        known.extend(tags.into_iter().map(|tag| (tag, Meant::Nothing)));
        known.sort_by_key(|(span, _)| span.start);
        let known = known.into_iter().peekable();
        let head = (whole == Whole::Text).then_some(0);
        Scan { text, whole, marks: Vec::new(), head, known, closing: VecDeque::new() }
    }

    fn marks(mut self) -> Vec<Edit> {
        let mut at = 0;
        while let Some(next) = self.text[at..].find(begins_mark) {
            at += next;
            at = match self.mark(at) {
                Some((span, meant)) => {
                    if !matches!(meant, Meant::Character(_)) && self.begins_line(span.start) {
                        self.head = Some(span.end);
                    }
                    self.marks.push((span, meant));
                    span.end
                }
                // of these each may be a mark for itself
                None if self.text[at..].starts_with(['[', ']', '<', '!']) => at + 1,
                None => at + run(&self.text[at..]),
            };
        }
        self.marks
    }

    /// The mark at `at`, and what stands for it.
    fn mark(&mut self, at: usize) -> Option<Edit> {
        while self.known.next_if(|(known, _)| known.start < at).is_some() {}
        if let Some(known) = self.known.next_if(|(known, _)| known.start == at) {
            return Some(known);
        }
        while self.closing.front().is_some_and(|closing| closing.start < at) {
            self.closing.pop_front();
        }
        if self.closing.front().is_some_and(|closing| closing.start == at) {
            return self.closing.pop_front().map(|closing| (closing, Meant::End));
        }
        let rest = &self.text[at..floor(self.text, (at + REACH_BYTES).min(self.text.len()))];
        let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
        if let Some(len) = self.begins_line(at).then(|| line_mark(line)).flatten() {
            return Some((Span::new(at, at + len), Meant::Nothing));
        }
        let (len, meant) = match line.as_bytes()[0] {
            b'*' => (self.emphasis(at, line)?, Meant::Nothing),
            b'_' => (self.underlines(at, line)?, Meant::Nothing),
            b'`' => (run(line), Meant::Nothing),
            b'\\' => (self.escaped(at, line)?, Meant::Nothing),
            b'&' => entity(self.text, at, line).map(|(len, c)| (len, Meant::Character(c)))?,
            _ => return self.private(at, line),
        };
        Some((Span::new(at, at + len), meant))
    }

    /// Whether only blanks and marks of the line stand before `at` on its line.
    fn begins_line(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches(|c| is_blank(c) && c != '\n');
        before.ends_with('\n') || self.head.is_some_and(|head| before.len() <= head && head <= at)
    }

    /// The length of a run of `*`, but for one between factors.
    ///
    /// Whether it closes is not asked: a value may hold one of a pair, and is read as in the text.
    fn emphasis(&self, at: usize, line: &str) -> Option<usize> {
        let len = run(line);
        let factor = |c: char| c.is_ascii_alphanumeric();
        let product = self.text[..at].ends_with(factor) && line[len..].starts_with(factor);
        (!product).then_some(len)
    }

    /// The length of a `__` that closes on the line, or is all that is left of a part.
    fn underlines(&mut self, at: usize, line: &str) -> Option<usize> {
        let len = run(line);
        let before = self.text[..at].chars().next_back();
        // it closes a value that began behind its other half
        let ends = self.whole == Whole::Part && self.text[at + len..].trim_start_matches(is_blank).is_empty();
        if ends && len == 2 && before.is_some_and(|c| !is_blank(c)) {
            return Some(len);
        }
        if len != 2 || before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            return None;
        }
        let inside = &line[len..];
        let close = inside.find(&line[..len]).filter(|&close| close > 0)?;
        let tight = !inside.starts_with(is_blank) && !inside[..close].ends_with(is_blank);
        if !tight || run(&inside[close..]) != len {
            return None;
        }
        let start = at + len + close;
        self.closing.push_back(Span::new(start, start + len));
        Some(len)
    }

    /// The backslash before a sign that a converter escaped: `1\.`, `\[2024\]`.
    fn escaped(&self, at: usize, line: &str) -> Option<usize> {
        let next = line[1..].chars().next();
        let behind = next.map_or("", |next| &line[1 + next.len_utf8()..]);
        match next {
            None => Some(1),
            Some('.' | '~' | '+' | ')' | '_' | '[') => Some(1),
            Some('-') if !self.begins_line(at) => Some(1),
            Some('(') if !self.text[..at].ends_with(']') => Some(1),
            Some(']') if !behind.starts_with('(') => Some(1),
            // a sign that would be a mark again says nothing
            Some('*' | '#' | '`' | '>') => Some(2),
            _ => None,
        }
    }

    /// A character for private use: behind a number the dot of a font of its own, at a line's start a bullet.
    fn private(&self, at: usize, line: &str) -> Option<Edit> {
        let mut characters = line.chars();
        let private = characters.next().filter(|c| ('\u{e000}'..='\u{f8ff}').contains(c))?;
        // blanks beside it go when words are mended: they must not change what it is
        let next = characters.find(|&c| !is_blank(c));
        let before = self.text[..at].trim_end_matches(|c| is_blank(c) && (c != '\n' || next.is_none()));
        let numbered = before.ends_with(numeral::is_digit);
        let dot = numbered && next.is_none_or(|c| !numeral::is_digit(c) && c > '\u{24f}');
        let bullet = line.len() > private.len_utf8() && self.begins_line(at);
        let meant = if dot { Meant::Character('.') } else { Meant::Nothing };
        (dot || bullet).then(|| (Span::new(at, at + private.len_utf8()), meant))
    }
}

/// The length of the run of one character that `text` begins with.
fn run(text: &str) -> usize {
    let first = text.chars().next().unwrap_or_default();
    text.len() - text.trim_start_matches(first).len()
}

/// Whether a mark may begin with a character.
fn begins_mark(c: char) -> bool {
    matches!(
        c,
        '#' | '>' | '-' | '+' | '*' | '_' | '`' | '!' | '[' | ']' | '<' | '&' | '\\' | '\u{e000}'
            ..='\u{f8ff}'
    )
}

/// The length of a mark that only a line begins with, the blanks behind it included: `## `, `> `, `- `, `1` of a rule is none.
fn line_mark(line: &str) -> Option<usize> {
    /// As deep as Markdown's headings go.
    const MOST_HASHES: usize = 6;
    let sign = line.chars().next().filter(|c| matches!(c, '#' | '>' | '-' | '+' | '*' | '`'))?;
    let behind = line.trim_start_matches(sign);
    let count = line.len() - behind.len();
    let words = behind.trim_start_matches(is_blank);
    let parted = words.len() < behind.len();
    let found = match sign {
        '#' => count <= MOST_HASHES && (parted || count > 1),
        '>' => count == 1,
        // — 3 — is a page number, - - - a rule
        '-' | '+' | '*' => count == 1 && parted && !words.trim_end_matches(is_blank).ends_with(sign),
        _ => return (count >= 3 && words.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(line.len()),
    };
    (found && !words.is_empty()).then_some(line.len() - words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_unmarked(text: &str, expected: &str) {
        assert_eq!(Unmarked::of(text).edited.text, expected, "{text}");
        assert_eq!(Unmarked::of(expected).edited.text, expected, "twice: {text}");
    }

    #[test]
    fn emphasis_headings_and_lists_are_left_out() {
        assert_unmarked("**一、检查范围**", "一、检查范围");
        assert_unmarked("**1****.****提前告知。**船主", "1.提前告知。船主");
        assert_unmarked("## 通知\n> **第一条**  为\n- 1\\.修路", "通知\n第一条  为\n1.修路");
        assert_unmarked("__要求__：*注意*", "要求：注意");
        assert_unmarked("```text\n正文\n```", "\n正文\n");
    }

    #[test]
    fn links_images_and_tags_leave_their_words() {
        assert_unmarked("[首页](/) > [文件](/zw/a_1.html \"文件\")", "首页 > 文件");
        assert_unmarked("![](images/0.jpg)青州省", "青州省");
        assert_unmarked("<a id=\"_1\"></a><SPAN style='x'>青州省</SPAN><!-- image -->", "青州省");
    }

    #[test]
    fn escaped_and_named_characters_are_read() {
        assert_unmarked("青政发\\[2024\\]5号", "青政发[2024]5号");
        assert_unmarked(
            "&ldquo;十四五&rdquo;&middot;&#12308;2024&#x3015;&lt;办法&gt;",
            "“十四五”·〔2024〕<办法>",
        );
    }

    #[test]
    fn private_characters_are_bullets_and_dots() {
        assert_unmarked("1\u{e010}突破\n\u{f06c} 种树", "1.突破\n 种树");
        assert_unmarked("1 \u{e010} 突破", "1 . 突破");
        assert_eq!(Unmarked::of_part("1\n\u{e010}").edited.text, "1\n.");
    }

    #[test]
    fn near_misses_stay() {
        for text in [
            "3*4*5",
            "2**3",
            "- 3 -",
            "— 3 —",
            "见[附件](另发)。",
            "____年__月__日",
            "a_b__c",
            "#1机组",
            "-5℃",
            ">\n首页",
            "<表>&lt;br&gt;&amp;lt;",
            "<table><tr><td>甲</td></tr></table>",
            "1.5",
            "青\u{e76c}县",
            "省财政厅<BR>&nbsp;",
            "5 > 3",
        ] {
            assert_unmarked(text, text);
        }
    }
}
