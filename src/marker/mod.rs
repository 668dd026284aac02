//! Marker candidates: every place where a numbered item may begin.
//!
//! Shape alone decides here; which candidates are headings is the business of [`outline`](crate::outline).

mod contents;
mod paragraph;
mod shape;

pub(crate) use paragraph::{ends_paragraph, goes_on, is_indented, is_open};
use contents::end_of_contents;
use shape::{Retain, chapter, may_begin, shapes, skip};

use crate::grammar::organisation::is_han;
use crate::mend::is_blank;
use crate::numeral;
use crate::signs::Signs;
use crate::source::Source;
use crate::words::ends;
use crate::{MarkerStyle, Span};

/// A place where a numbered item may begin. Small: a text may hold one every few bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) start: usize,
    /// The length of the marker with its closing mark: `（一）`, `1.`.
    len: u32,
    pub(crate) shape: Shape,
    pub(crate) place: Place,
}

impl Candidate {
    pub(crate) fn end(self) -> usize {
        self.start + self.len as usize
    }

    pub(crate) fn span(self) -> Span {
        Span::new(self.start, self.end())
    }
}

/// What a marker says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) style: MarkerStyle,
    pub(crate) ordinal: u16,
    /// The numbers before the last of `1.2.3`, packed; 0 for every other style.
    pub(crate) prefix: u32,
}

/// Where a candidate stands, from strong to weak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// At the start of a line that begins a paragraph.
    LineStart,
    /// Behind a sentence's end or a closing bracket, in the middle of a line.
    AfterSentence,
    /// Right behind the few words of another item's heading: `二、主要目标（一）…`.
    AfterHeading,
    /// Behind `：` or `；` and a blank, where a line break may have been.
    AfterClauseAndBlank,
    /// At the start of a line that goes on with the sentence of the line before.
    WrappedLine,
    /// Behind a blank in the middle of a line.
    AfterBlank,
    /// Behind `：` or `；` in the middle of a line.
    AfterClause,
    /// A number with nothing but a blank behind it: `1 总则`, or the row of a table.
    Bare,
    /// Right behind the last character of an organ's name.
    Organ,
    /// In the middle of words.
    Glued,
}

/// Finds the candidates in `span` in one pass.
pub(crate) fn candidates(source: &Source<'_>, span: Span) -> Vec<Candidate> {
    let text = source.text;
    let mut scan = Scan {
        source,
        text,
        end: span.end,
        found: Vec::new(),
        line: span.start,
        quote: None,
        table: false,
        chapter: 0,
        dotted: None,
    };
    scan.run(end_of_contents(source, span).unwrap_or(span.start));
    without_wordless(text, scan.found)
}

/// Drops markers that number nothing: one before another of its style, and every one in a run of three or more.
fn without_wordless(text: &str, mut found: Vec<Candidate>) -> Vec<Candidate> {
    let wordless = |pair: &[Candidate]| {
        let gap = text.get(pair[0].end()..pair[1].start).unwrap_or("-");
        gap.chars().all(is_blank)
    };
    let wordless: Vec<bool> = found.windows(2).map(wordless).chain([false]).collect();
    let styles: Vec<MarkerStyle> = found.iter().map(|candidate| candidate.shape.style).collect();
    let mut at = 0;
    found.retain(|_| {
        let run = wordless[at]
            && (wordless[at + 1] || (at > 0 && wordless[at - 1]) || styles[at] == styles[at + 1]);
        at += 1;
        !run
    });
    found
}

/// Whether a line that begins so begins the first item of a list.
pub(crate) fn first_item(line: &str) -> bool {
    let (mut shapes, count) = shapes(line, Place::LineStart, None);
    shapes[..count].retain_followed(line, Place::LineStart);
    shapes[..count].iter().any(|(shape, _)| shape.ordinal == 1)
}

/// The longest quotation in bytes whose items are not the notice's: about 1,300 characters, a guess.
const LONGEST_QUOTE: usize = 4000;

struct Scan<'s, 't> {
    source: &'s Source<'t>,
    text: &'t str,
    end: usize,
    found: Vec<Candidate>,
    /// Start of the physical line.
    line: usize,
    /// The last open `“` and the candidates found before it.
    quote: Option<(usize, usize)>,
    /// Whether the head of a table came last: `序号　工作任务　责任单位`.
    table: bool,
    /// The last number of a chapter: `2组织指挥体系` over `2.1`.
    chapter: u16,
    /// The last `1.1`.
    dotted: Option<Shape>,
}

/// Where a candidate may begin or what stands before one: line ends, blanks, brackets, stops, quotes, 第, numerals in a sign.
static PLACES: Signs =
    Signs::new(&[b'\n', b';', b':', b')', b']', b' ', b'\t', b'(', b'.', 0xc2, 0xe2, 0xe3, 0xe7, 0xef]);

impl Scan<'_, '_> {
    fn run(&mut self, start: usize) {
        let bytes = &self.text.as_bytes()[..self.end];
        let mut at = self.line_start(start, Place::LineStart);
        let mut scan = PLACES.scan(bytes);
        while let Some(next) = scan.next(at) {
            at = next;
            at = match bytes[at] {
                b'\n' => {
                    let place = self.place_of_line(at);
                    self.line_start(at + 1, place)
                }
                b';' | b':' => self.try_after(at + 1, Place::AfterClause),
                b')' | b']' => self.try_after(at + 1, Place::AfterSentence),
                b' ' | b'\t' => self.try_after(at, Place::AfterBlank),
                b'(' => self.try_glued(at),
                0xc2 if bytes[at + 1] == 0xa0 => self.try_after(at, Place::AfterBlank),
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
                    [0x80, 0x80] => self.try_after(at, Place::AfterBlank),
                    // 。
                    [0x80, 0x82] => self.try_after(at + 3, Place::AfterSentence),
                    // 〕 】
                    [0x80, 0x95 | 0x91] => self.try_after(at + 3, Place::AfterSentence),
                    // ㈠
                    [0x88, _] => self.try_glued(at),
                    _ => at + 3,
                },
                // 第
                0xe7 if bytes[at + 1..at + 3] == [0xac, 0xac] => self.try_glued(at),
                0xef => match bytes[at + 1..at + 3] {
                    // ！ ？
                    [0xbc, 0x81 | 0x9f] => self.try_after(at + 3, Place::AfterSentence),
                    // ） ］
                    [0xbc, 0x89 | 0xbd] => self.try_after(at + 3, Place::AfterSentence),
                    // ： ；
                    [0xbc, 0x9a | 0x9b] => self.try_after(at + 3, Place::AfterClause),
                    // （
                    [0xbc, 0x88] => self.try_glued(at),
                    _ => at + 3,
                },
                _ => at + 1,
            };
        }
    }

    /// What the line before says about the line that begins behind the line feed at `at`.
    fn place_of_line(&self, at: usize) -> Place {
        let line = self.text[self.line..at].trim_matches(is_blank);
        if ends_paragraph(line, self.source.width(at))
            || (is_indented(&self.text[at + 1..self.end]) && !goes_on(line))
        {
            Place::LineStart
        } else {
            Place::WrappedLine
        }
    }

    /// Tries a marker at the start of the line at `at`; returns where to go on.
    fn line_start(&mut self, at: usize, place: Place) -> usize {
        let skipped = skip(&self.text[at..self.end], |c| is_blank(c) && c != '\n');
        // a blank line before makes this a paragraph whatever the line before it was
        if self.text[at + skipped..self.end].starts_with('\n') {
            return at + skipped;
        }
        self.line = at;
        let decoration = |c: char| {
            matches!(c, '#' | '*' | '★' | '●' | '◆' | '■' | '▲' | '☆' | '□' | '◇' | '△' | '•') || (is_blank(c) && c != '\n')
        };
        let first = at + skip(&self.text[at..self.end], decoration);
        let rest = &self.text[first..self.end];
        self.table |= rest.starts_with("序号") || rest.starts_with("序 号");
        if has_leader(rest) { first } else { self.accept(first, place).unwrap_or(first) }
    }

    /// Tries a marker behind a mark or a blank; returns where to go on.
    fn try_after(&mut self, at: usize, place: Place) -> usize {
        // most sentences go on with a word
        if self.text[at..self.end].starts_with(|c| !may_begin(c) && !is_blank(c)) {
            return at;
        }
        let first = at + skip(&self.text[at..self.end], |c| is_blank(c) && c != '\n');
        let place = match (place, first > at) {
            (Place::AfterClause, _) if self.announces_list(at) => Place::AfterHeading,
            (Place::AfterClause, true) => Place::AfterClauseAndBlank,
            (Place::AfterBlank, _) => self.place_of_blank(at),
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

    fn place_of_blank(&self, at: usize) -> Place {
        match self.text[self.line..at].chars().next_back() {
            Some('，' | '、' | ',') | None => Place::AfterBlank,
            Some(_) if self.after_heading(at) => Place::AfterHeading,
            Some(_) => Place::AfterBlank,
        }
    }

    /// Tries a marker in the middle of words; returns where to go on.
    fn try_glued(&mut self, at: usize) -> usize {
        let place = if self.after_heading(at) { Place::AfterHeading } else { Place::Glued };
        let next = at + self.text[at..].chars().next().map_or(1, char::len_utf8);
        let cited = matches!(
            self.text[..at].chars().next_back(),
            Some(
                '第' | '条'
                    | '款'
                    | '项'
                    | '、'
                    | '和'
                    | '至'
                    | '或'
                    | '，'
                    | '—'
                    | '～'
                    | '-'
                    | '按'
                    | '照'
                    | '述'
                    | '“'
                    | '《'
            )
        );
        // 责任单位：省总工会（二）对… goes on behind a clause whose stop was lost
        let organ = matches!(
            self.text[..at].chars().next_back(),
            Some(
                '厅' | '局'
                    | '委'
                    | '办'
                    | '部'
                    | '会'
                    | '院'
                    | '府'
                    | '心'
                    | '署'
                    | '联'
                    | '司'
                    | '行'
                    | '队'
            )
        );
        let place = if organ && place == Place::Glued { Place::Organ } else { place };
        if cited { next } else { self.accept(at, place).unwrap_or(next) }
    }

    /// Tries `六、` or `3.` glued behind words, its mark at `at`: only the next number of a list can be meant.
    fn try_mark(&mut self, at: usize, len: usize, is_numeral: fn(char) -> bool) -> usize {
        let next = at + len;
        let before = &self.text[self.line.min(at)..at];
        let digits =
            before.chars().rev().take(4).take_while(|&c| is_numeral(c)).map(char::len_utf8).sum::<usize>();
        if digits == 0 {
            return next;
        }
        let free = self.found.last().is_none_or(|last| last.end() <= at - digits);
        let glued = before[..before.len() - digits].ends_with(is_han)
            && self.text[next..self.end].starts_with(is_han);
        if glued && free { self.try_glued(at - digits).max(next) } else { next }
    }

    /// Drops the candidates inside a quotation: an amendment quotes whole items.
    fn end_quote(&mut self, at: usize) -> usize {
        if let Some((_, found)) = self.quote.take().filter(|(open, _)| at - open <= LONGEST_QUOTE) {
            self.found.truncate(found);
        }
        at + '”'.len_utf8()
    }

    /// Whether only the few words of a heading stand between the last candidate and `at`.
    fn after_heading(&self, at: usize) -> bool {
        let Some(last) = self.found.last() else { return false };
        let heading = self.text.get(last.end()..at).unwrap_or_default();
        let strong = match last.shape.style {
            // 制定如下措施：一、去库存（一）…
            MarkerStyle::HanComma => last.place <= Place::AfterClause,
            style => last.place <= Place::AfterHeading || style <= MarkerStyle::SectionOfChapter,
        };
        // 一、有序去库存，积极消化存量住房（一）… has its comma
        let commas = if last.shape.style == MarkerStyle::HanComma { 2 } else { 0 };
        strong
            && (6..=105).contains(&heading.len())
            && heading.matches(['，', ',']).count() <= commas
            && !heading.contains(['。', '；', '\n', ';', '：', '（', '(', '“'])
    }

    /// Takes the marker at `at`, if there is one that item text may follow; returns its end.
    fn accept(&mut self, at: usize, place: Place) -> Option<usize> {
        let rest = &self.text[at..self.end];
        if !rest.starts_with(may_begin) {
            return None;
        }
        if let Some((shape, len)) = chapter(rest, self.chapter).filter(|_| place <= Place::AfterBlank) {
            self.chapter = shape.ordinal;
            self.found.push(Candidate { start: at, len, shape, place });
            return Some(at + len as usize);
        }
        let (mut shapes, count) = shapes(rest, place, self.dotted);
        shapes[..count].retain_followed(rest, place);
        let mut end = None;
        for &(shape, len) in shapes[..count].iter().filter(|(shape, _)| shape.ordinal > 0) {
            let bare = shape.style == MarkerStyle::Arabic && rest[..len].ends_with(numeral::is_digit);
            // under a table's head a number at a line's start is a row
            let row = self.table && shape.style == MarkerStyle::Arabic && place <= Place::WrappedLine;
            let place = if bare || row { Place::Bare } else { place };
            self.table &= shape.style == MarkerStyle::Arabic;
            let Ok(marker_len) = u32::try_from(len) else { continue };
            if shape.style == MarkerStyle::Dotted2 {
                self.dotted = Some(shape);
            }
            self.found.push(Candidate { start: at, len: marker_len, shape, place });
            end = end.max(Some(at + len));
        }
        end
    }
}

/// Whether a line of a contents page begins here: `一、现状与形势…………1`.
fn has_leader(text: &str) -> bool {
    let head = &text.as_bytes()[..text.len().min(160)];
    let line = &text[..memchr::memchr(b'\n', head).unwrap_or(0)];
    line.contains("……")
        && line
            .trim_end_matches(is_blank)
            .ends_with(|c: char| numeral::is_digit(c) || matches!(c, '）' | ')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_marker(line: &str, label: &str, style: MarkerStyle, ordinal: u16) {
        let found = candidates(&Source::new(line), Span::new(0, line.len()));
        let first =
            found.first().map(|first| (&line[first.span().range()], first.shape.style, first.shape.ordinal));
        assert_eq!(first, Some((label, style, ordinal)), "{line}");
    }

    #[test]
    fn every_style_is_read() {
        use MarkerStyle as Style;
        for (line, label, style, ordinal) in [
            ("第一部分 总论", "第一部分", Style::Part, 1),
            ("第十二章　附则", "第十二章", Style::Chapter, 12),
            ("第三节 组织", "第三节", Style::SectionOfChapter, 3),
            ("第一百零一条 本办法", "第一百零一条", Style::Article, 101),
            ("三、任务", "三、", Style::HanComma, 3),
            ("（二十一）铁水联运", "（二十一）", Style::HanBracket, 21),
            ("(一)、建档", "(一)、", Style::HanBracket, 1),
            ("㈡ 清淤", "㈡", Style::HanBracket, 2),
            ("1.补水", "1.", Style::Arabic, 1),
            ("２．扩建", "２．", Style::Arabic, 2),
            ("1﹒整治", "1﹒", Style::Arabic, 1),
            ("3、配齐", "3、", Style::Arabic, 3),
            ("⒈目的", "⒈", Style::Arabic, 1),
            ("17.2025年起", "17.", Style::Arabic, 17),
            ("16.5G+智慧", "16.", Style::Arabic, 16),
            ("（1）外河", "（1）", Style::ArabicBracket, 1),
            ("⑴制剂", "⑴", Style::ArabicBracket, 1),
            ("2）自有住房", "2）", Style::ArabicHalfBracket, 2),
            ("①勘测", "①", Style::Circled, 1),
            ("1.1 编制目的", "1.1", Style::Dotted2, 1),
            ("1.2.3 县域", "1.2.3", Style::Dotted3, 3),
            ("## 一、目标", "一、", Style::HanComma, 1),
            ("★1.加大奖励", "1.", Style::Arabic, 1),
        ] {
            assert_marker(line, label, style, ordinal);
        }
    }

    #[test]
    fn figures_and_citations_are_no_markers() {
        for line in [
            "1.5亿元以上的项目",
            "2021—2025年",
            "12345热线",
            "第五条规定的情形",
            "第三方评估",
            "一、二级公路",
            "二〇二四年",
            "统一、规范",
            "3%以上",
            "（区）人民政府",
            "（2018）第3号",
        ] {
            let found = candidates(&Source::new(line), Span::new(0, line.len()));
            assert!(
                found.iter().all(|candidate| candidate.place > Place::AfterSentence),
                "{line}: {found:?}"
            );
        }
    }

    /// The plain reading of markers at line starts, as one would write it by hand.
    #[test]
    fn the_scan_finds_what_a_line_regex_finds() {
        let plain = regex::Regex::new(
            r"(?m)^[ 　]*((?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}\.)[^\d、，。])",
        )
        .unwrap();
        let text = include_str!("../../fixtures/hunan-2024-key-tasks/input.txt");
        let found = candidates(&Source::new(text), Span::new(0, text.len()));
        let mut count = 0;
        for matched in plain.captures_iter(text).filter_map(|groups| groups.get(1)) {
            count += 1;
            assert!(found.iter().any(|candidate| candidate.start == matched.start()), "{}", matched.as_str());
        }
        assert!(count > 20, "{count}");
    }
}
