//! One pass over the text that tries a marker wherever one may begin.

use super::candidate::{Candidate, Numbering};
use super::counted::{counts_things, enumerates};
use super::numbering::{Context, Retain, SLIPS, chapter, may_begin, may_number, readings, skip};
use crate::model::{MarkerPlace, MarkerStyle};
use crate::text::boundary::{ceil, floor};
use crate::text::character::{is_blank, is_han};
use crate::text::first_bytes::FirstBytes;
use crate::text::line_end::{ends_paragraph, goes_on, has_leader, is_indented, is_table_head};
use crate::text::numeral;
use crate::text::source::Source;
use crate::text::span::Span;
use crate::text::words::ends;

/// The longest group of rows in bytes: what stands behind its number. A guess.
const ROW_BYTES: usize = 240;

/// The longest quotation in bytes whose items are not the notice's: about 1,300 characters, a guess.
const QUOTE_BYTES: usize = 4000;

/// Dots that are looked at before a text is taken for one with full stops of its own. A guess.
const MOST_STOPS: usize = 200;

/// The candidates in `span`, in order.
pub(super) fn scan(source: &Source<'_>, span: Span) -> Vec<Candidate> {
    let mut scan = Scan {
        source,
        text: source.text,
        end: span.end,
        found: Vec::new(),
        line: span.start,
        quote: None,
        table: false,
        chapter: 0,
        context: Context { dotted: None, folded: is_folded(source.slice(span)) },
    };
    scan.run(span.start);
    scan.found
}

pub(super) struct Scan<'s, 't> {
    source: &'s Source<'t>,
    pub(super) text: &'t str,
    pub(super) end: usize,
    pub(super) found: Vec<Candidate>,
    /// Start of the physical line.
    pub(super) line: usize,
    /// The last open `“` and the candidates found before it.
    quote: Option<(usize, usize)>,
    /// Whether the head of a table came last: `序号　工作任务　责任单位`.
    table: bool,
    /// The last number of a chapter: `2组织指挥体系` over `2.1`.
    chapter: u16,
    context: Context,
}

/// Where a candidate may begin or what stands before one: line ends, blanks, brackets, stops, quotes, 第, numerals in a sign.
static PLACES: FirstBytes =
    FirstBytes::new(&[b'\n', b';', b':', b')', b']', b' ', b'\t', b'(', b'.', 0xc2, 0xe2, 0xe3, 0xef])
        .and_han('第');

impl Scan<'_, '_> {
    fn run(&mut self, start: usize) {
        let bytes = &self.text.as_bytes()[..self.end];
        let mut at = self.line_start(start, |_| MarkerPlace::LineStart);
        let mut scan = PLACES.scan(bytes);
        while let Some(next) = scan.next(at) {
            at = next;
            at = match bytes[at] {
                b'\n' => self.line_start(at + 1, |scan| scan.place_of_line(at)),
                b';' | b':' => self.try_after(at + 1, MarkerPlace::AfterClause),
                b')' | b']' => self.try_after(at + 1, MarkerPlace::AfterSentence),
                b' ' | b'\t' => self.try_after(at, MarkerPlace::AfterBlank),
                b'(' => self.try_glued(at),
                0xc2 if bytes[at + 1] == 0xa0 => self.try_after(at, MarkerPlace::AfterBlank),
                b'.' if self.context.folded && self.text[..at].ends_with(is_han) => {
                    self.try_after(at + 1, MarkerPlace::AfterSentence)
                }
                b'.' => self.try_mark(at, 1, numeral::is_digit),
                0xe2 => match bytes[at + 1..at + 3] {
                    // “ ”
                    [0x80, 0x9c] => {
                        self.quote = Some((at, self.found.len()));
                        at + 3
                    }
                    [0x80, 0x9d] => self.end_quote(at),
                    // ① to ⒛
                    [0x91..=0x92, _] => self.try_glued(at),
                    _ => at + 3,
                },
                0xe3 => match bytes[at + 1..at + 3] {
                    // 、
                    [0x80, 0x81] => self.try_mark(at, 3, numeral::is_han_numeral),
                    // the ideographic space
                    [0x80, 0x80] => self.try_after(at, MarkerPlace::AfterBlank),
                    // 。
                    [0x80, 0x82] => self.try_after(at + 3, MarkerPlace::AfterSentence),
                    // 〕 】
                    [0x80, 0x95 | 0x91] => self.try_after(at + 3, MarkerPlace::AfterSentence),
                    // ㈠
                    [0x88, _] => self.try_glued(at),
                    _ => at + 3,
                },
                // 第
                0xe7 => self.try_glued(at),
                0xef => match bytes[at + 1..at + 3] {
                    // ！ ？
                    [0xbc, 0x81 | 0x9f] => self.try_after(at + 3, MarkerPlace::AfterSentence),
                    // ） ］
                    [0xbc, 0x89 | 0xbd] => self.try_after(at + 3, MarkerPlace::AfterSentence),
                    // ： ；
                    [0xbc, 0x9a | 0x9b] => self.try_after(at + 3, MarkerPlace::AfterClause),
                    // （
                    [0xbc, 0x88] => self.try_glued(at),
                    _ => at + 3,
                },
                _ => at + 1,
            };
        }
    }

    /// What the line before says about the line that begins behind the line feed at `at`.
    fn place_of_line(&self, at: usize) -> MarkerPlace {
        let line = self.text[self.line..at].trim_matches(is_blank);
        if ends_paragraph(line, self.source.width(at))
            || (is_indented(&self.text[at + 1..self.end]) && !goes_on(line))
        {
            MarkerPlace::LineStart
        } else {
            MarkerPlace::WrappedLine
        }
    }

    /// Tries a marker at the start of the line at `at`; returns where to go on.
    fn line_start(&mut self, at: usize, place: impl FnOnce(&Self) -> MarkerPlace) -> usize {
        let skipped = skip(&self.text[at..self.end], |c| is_blank(c) && c != '\n');
        // a blank line before makes this a paragraph whatever the line before it was
        if self.text[at + skipped..self.end].starts_with('\n') {
            return at + skipped;
        }
        let place = place(self);
        self.line = at;
        let decoration = |c: char| {
            matches!(c, '#' | '*' | '★' | '●' | '◆' | '■' | '▲' | '☆' | '□' | '◇' | '△' | '•')
                || (is_blank(c) && c != '\n')
        };
        let first = at + skip(&self.text[at..self.end], decoration);
        let rest = &self.text[first..self.end];
        self.table |= is_table_head(rest);
        if begins_entry(rest) {
            return first;
        }
        let end = self.accept(first, place);
        if end.is_none() && self.text[at..first].contains('#') {
            self.bare_numeral(first);
        }
        end.unwrap_or(first)
    }

    /// Takes a numeral alone on a line behind `#`, `## 三`, where it goes on with a list.
    fn bare_numeral(&mut self, at: usize) {
        /// Three characters: 二十三.
        const LONGEST_BYTES: usize = 9;
        let line = self.source.rest_of_line(at, self.end);
        let words = self.source.slice(line);
        let numbering = |ordinal| Numbering { style: MarkerStyle::HanComma, ordinal, prefix: 0 };
        let short = (words.len() <= LONGEST_BYTES).then_some(words);
        let number = short.and_then(|words| {
            Some((u16::try_from(numeral::han(words)?).ok()?, u32::try_from(words.len()).ok()?))
        });
        if let Some((ordinal, len)) = number {
            self.found.push(Candidate {
                start: at,
                len,
                numbering: numbering(ordinal),
                place: MarkerPlace::Enumerated,
            });
        }
    }

    /// Tries a marker behind a mark or a blank; returns where to go on.
    fn try_after(&mut self, at: usize, place: MarkerPlace) -> usize {
        // most sentences go on with a word
        if self.text[at..self.end].starts_with(|c| !may_begin(c) && !is_blank(c)) {
            return at;
        }
        let first = at + skip(&self.text[at..self.end], |c| is_blank(c) && c != '\n');
        let place = match (place, first > at) {
            (MarkerPlace::AfterClause, _) if self.announces_list(at) => MarkerPlace::AfterHeading,
            (MarkerPlace::AfterClause, true) => MarkerPlace::AfterClauseAndBlank,
            (MarkerPlace::AfterBlank, _) => self.place_of_blank(at),
            (place, _) => place,
        };
        if self.text[first..self.end].starts_with('\n') {
            return first;
        }
        self.accept(first, place).unwrap_or(first.max(at))
    }

    /// Whether the words before the colon at the end of `text[..at]` announce items: `符合以下条件：`.
    fn announces_list(&self, at: usize) -> bool {
        let Some(words) = self.text[self.line.min(at)..at].strip_suffix(['：', ':']) else { return false };
        ends(words, &["条件", "情形", "之一", "如下", "标准"])
    }

    fn place_of_blank(&self, at: usize) -> MarkerPlace {
        match self.text[self.line..at].chars().next_back() {
            Some('，' | '、' | ',') | None => MarkerPlace::AfterBlank,
            Some(_) if self.after_heading(at) => MarkerPlace::AfterHeading,
            Some(_) => MarkerPlace::AfterBlank,
        }
    }

    /// Drops the candidates inside a quotation: an amendment quotes whole items.
    fn end_quote(&mut self, at: usize) -> usize {
        if let Some((_, found)) = self.quote.take().filter(|(open, _)| at - open <= QUOTE_BYTES) {
            self.found.truncate(found);
        }
        at + '”'.len_utf8()
    }

    /// Whether the line behind the one at `at` begins with the number of a row: `16 规范收费`, `16规范收费`.
    fn row_follows(&self, at: usize) -> bool {
        let behind = &self.text[at..floor(self.text, at + ROW_BYTES).min(self.end)];
        let next = behind.split_once('\n').map_or("", |(_, next)| next.trim_start_matches(is_blank));
        let words = next.trim_start_matches(numeral::is_digit);
        words.len() < next.len() && words.starts_with(|c| is_blank(c) || is_han(c))
    }

    /// Whether the line behind the one at `at` goes on with the next number: `1.4人户⏎2.2人户`.
    fn is_followed(&self, at: usize, ordinal: u16) -> bool {
        let behind = &self.text[at..floor(self.text, at + ROW_BYTES).min(self.end)];
        let next = behind.split_once('\n').map_or("", |(_, next)| next.trim_start_matches(is_blank));
        let (digits, rest) = next.split_at(skip(next, numeral::is_digit));
        let marked = rest.starts_with(['.', '．', '、']) || rest.starts_with(SLIPS);
        marked && numeral::arabic(digits) == Some(u32::from(ordinal) + 1)
    }

    /// Whether an Arabic marker at `at` that may be part of a figure has its neighbours around it.
    fn is_among_neighbours(&self, at: usize, numbering: Numbering, marker: &str, behind: &str) -> bool {
        let follows = |last: &Candidate| {
            last.numbering.style == MarkerStyle::Arabic && last.numbering.ordinal + 1 == numbering.ordinal
        };
        numbering.style == MarkerStyle::Arabic
            && is_doubtful(marker, behind)
            && (self.found.last().is_some_and(follows) || self.is_followed(at, numbering.ordinal))
    }

    /// Whether a marker ends in a dot and the line behind it in a sentence: `1.加强领导。落实责任。` A marker may read over a
    /// line's end, `1⏎．结算。`: the line is that of its dot.
    fn is_dotted_sentence(&self, marker: Span) -> bool {
        let line = self.source.slice(self.source.rest_of_line(marker.end, self.end));
        self.source.slice(marker).ends_with(['.', '．']) && line.ends_with('。')
    }

    /// Whether a bracket is open at `at` that its line opened a few characters before.
    fn is_inside_bracket(&self, at: usize) -> bool {
        /// Twenty characters: a guess.
        const REACH_BYTES: usize = 60;
        let from = self.line.min(at).max(ceil(self.text, at.saturating_sub(REACH_BYTES)));
        let before = &self.text[from..at];
        before.rfind(['（', '(']).is_some_and(|open| !before[open..].contains(['）', ')']))
    }

    /// Whether a bracketed numeral of the same kind stands right before the bracket at `at`: numbers in a row are cited.
    fn is_behind_number(&self, at: usize) -> bool {
        /// A numeral of four characters in its brackets, and a blank: a guess.
        const LONGEST_BYTES: usize = 24;
        let bracketed = |text: &str| {
            let inside = text.strip_prefix(['（', '('])?;
            let first = inside.chars().next()?;
            let han = numeral::is_han_numeral(first);
            let rest = inside
                .trim_start_matches(|c| if han { numeral::is_han_numeral(c) } else { numeral::is_digit(c) });
            // （2030） is a year
            let digits = inside[..inside.len() - rest.len()].chars().count();
            ((1..4).contains(&digits) && rest.starts_with(['）', ')'])).then_some(han)
        };
        let before = &self.text[ceil(self.text, at.saturating_sub(LONGEST_BYTES)).max(self.line.min(at))..at];
        let open = before.rfind(['（', '(']).filter(|_| before.ends_with(['）', ')']));
        let last = open.and_then(|open| bracketed(&before[open..]));
        last.is_some() && last == bracketed(&self.text[at..self.end])
    }

    /// Takes the marker at `at`, if there is one that item text may follow; returns its end.
    pub(super) fn accept(&mut self, at: usize, place: MarkerPlace) -> Option<usize> {
        let rest = &self.text[at..self.end];
        if !rest.starts_with(may_begin) || !may_number(rest) {
            return None;
        }
        // 第十二条第（一）（二）项
        if place == MarkerPlace::AfterSentence && self.is_behind_number(at) {
            return None;
        }
        let begins = place <= MarkerPlace::AfterBlank;
        if let Some((numbering, len)) = begins.then(|| chapter(rest, self.chapter)).flatten() {
            self.chapter = numbering.ordinal;
            // 4.1 goes on with the chapter 4
            self.context.dotted =
                Some(Numbering { style: MarkerStyle::Dotted2, ordinal: 0, prefix: numbering.ordinal.into() });
            self.found.push(Candidate { start: at, len, numbering, place });
            return Some(at + len as usize);
        }
        let (mut readings, count) = readings(rest, place, self.context);
        readings[..count].retain_followed(rest, place);
        // 2.5口之家 behind 1.3口之家 is no 2.5
        let counts = |&(numbering, len): &(Numbering, usize)| {
            self.is_among_neighbours(at, numbering, &rest[..len], &rest[len..])
        };
        if readings[..count].iter().skip(1).any(counts) {
            readings[0].0.ordinal = 0;
        }
        let mut end = None;
        for &(numbering, len) in readings[..count].iter().filter(|(numbering, _)| numbering.ordinal > 0) {
            // （附件 1）closes what was opened
            if numbering.style == MarkerStyle::ArabicHalfBracket && self.is_inside_bracket(at) {
                continue;
            }
            let bare = numbering.style == MarkerStyle::Arabic && rest[..len].ends_with(numeral::is_digit);
            let inner =
                numbering.style == MarkerStyle::Arabic || numbering.style >= MarkerStyle::ArabicBracket;
            let at_line = place <= MarkerPlace::WrappedLine;
            // a table ends with an item, unless rows go on behind it, `一、农业污染⏎1 畜禽养殖…`, and with a sentence of its own
            if self.table && at_line {
                self.table =
                    (inner || self.row_follows(at)) && !self.is_dotted_sentence(Span::new(at, at + len));
            }
            // numbers in a table are rows and cells
            let cell = self.table && (inner || !at_line);
            let place = if bare && !cell && rest.starts_with('0') {
                // 01优化服务: nothing is counted so
                place
            } else if bare && !cell && rest[len..].starts_with(is_han) {
                MarkerPlace::Dotless
            } else if bare || cell {
                MarkerPlace::Bare
            } else if numbering.style == MarkerStyle::HanComma && enumerates(&rest[len..])
                || numbering.style == MarkerStyle::Arabic
                    && is_doubtful(&rest[..len], &rest[len..])
                    && !(numbering.ordinal == 1 && self.is_followed(at, 1))
            {
                MarkerPlace::Enumerated
            } else {
                place
            };
            let Ok(marker_len) = u32::try_from(len) else { continue };
            if numbering.style == MarkerStyle::Dotted2 {
                self.context.dotted = Some(numbering);
            }
            self.found.push(Candidate { start: at, len: marker_len, numbering, place });
            end = end.max(Some(at + len));
        }
        end
    }
}

/// Whether the marks of a text were folded to half-width, full stops and all: it has none but `.`, and that between sentences.
fn is_folded(text: &str) -> bool {
    let mut stops = text.match_indices('.').take(MOST_STOPS);
    !text.contains('。')
        && stops.any(|(at, _)| text[..at].ends_with(is_han) && text[at + 1..].starts_with(is_han))
}

/// Whether only the numbers around it tell an Arabic marker from a decimal, `4.2个渔港`, or from other figures, `4,推荐`.
fn is_doubtful(marker: &str, behind: &str) -> bool {
    marker.ends_with(SLIPS)
        || marker.ends_with(['.', '．']) && numeral::begins_a_decimal(behind) && counts_things(behind)
}

/// Whether a line of a contents page begins here: `一、现状与形势…………1`.
fn begins_entry(text: &str) -> bool {
    /// An entry and its leaders: a guess.
    const LONGEST_BYTES: usize = 400;
    if !text.starts_with(may_begin) {
        return false;
    }
    let line = &text[..floor(text, LONGEST_BYTES)];
    has_leader(&line[..memchr::memchr(b'\n', line.as_bytes()).unwrap_or(line.len())])
}
