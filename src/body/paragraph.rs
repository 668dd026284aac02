//! Paragraphs: lines that were broken by their width joined, lines that lost their breaks cut.

use crate::gathered::Gathered;
use crate::grammar::name::line::is_organisation;
use crate::model::PageRule;
use crate::page::furniture::is_furniture;
use crate::text::boundary::floor;
use crate::text::character::{is_blank, is_han};
use crate::text::gaps::Gap;
use crate::text::line_end::{
    ends_paragraph, goes_on, has_end, is_full, is_indented, is_open, is_table_head, is_wrapped,
};
use crate::text::numeral;
use crate::text::page_number::{counts, is_page_number};
use crate::text::source::Source;
use crate::text::span::{Span, Text};
use crate::text::words::{COLONS, begins, ends};

/// The longest label of a clause behind an item's only sentence in bytes, its colon included: `牵头单位及配合部门：`.
pub(super) const LABEL_BYTES: usize = 33;

/// Lines for each of which a paragraph has room, at most: of more, the paragraphs are counted first. A guess.
const MANY_LINES: usize = 64;

/// The paragraphs of a stretch, each in one piece.
pub(super) fn paragraphs(source: &Source<'_>, item: usize, span: Span, gathered: &mut Gathered) -> Vec<Text> {
    // lists that grow take three places for one, and lines that are joined leave places free
    let room = match source.count_lines(span) {
        few @ ..=MANY_LINES => few,
        _ => paragraph_spans(source, item, span).count(),
    };
    let mut paragraphs = Vec::with_capacity(room);
    for paragraph in paragraph_spans(source, item, span) {
        let slice = source.slice(paragraph);
        if is_furniture(slice) {
            if is_page_number(slice, Some('。'), "") {
                gathered.page_numbers.add(paragraph);
            }
            gathered.set_aside(PageRule::Furniture, paragraph);
            continue;
        }
        if source.breaks(paragraph) {
            gathered.joined.add(paragraph);
            let pages = source
                .lines(paragraph)
                .skip(1)
                .filter(|&line| is_page_number(source.slice(line), Some('，'), behind(source, line)));
            pages.for_each(|page| gathered.page_numbers.add(page));
        }
        paragraphs.push(source.words(paragraph));
    }
    paragraphs.shrink_to_fit();
    paragraphs
}

/// The paragraphs of a stretch of the item that begins at `item`: joined lines, cut where one holds the indents of others.
pub(super) fn paragraph_spans<'s>(
    source: &'s Source<'_>,
    item: usize,
    span: Span,
) -> impl Iterator<Item = Span> + 's {
    joined_lines(source, item, span).flat_map(|joined| without_indents(source, joined))
}

/// The pieces of a line that lost its breaks: `…。　　…` where the two wide blanks of a paragraph stand behind a sentence.
fn without_indents<'s>(source: &'s Source<'_>, span: Span) -> impl Iterator<Item = Span> + 's {
    let is_indent = |gap: &&Gap| {
        source.text[gap.start..].starts_with("\u{3000}\u{3000}")
            && source.text[..gap.start].ends_with(['。', '！', '？', '；'])
    };
    let indents = source.gaps(span).iter().filter(is_indent).map(|gap| gap.span());
    let mut start = span.start;
    indents.chain([Span::new(span.end, span.end)]).map(move |indent| {
        let piece = Span::new(start, indent.start);
        start = indent.end;
        piece
    })
}

/// The lines of a stretch, those that go on from the line before joined to it.
fn joined_lines<'s>(source: &'s Source<'_>, item: usize, span: Span) -> impl Iterator<Item = Span> + 's {
    let mut lines = source.lines(span).peekable();
    let mut aside = None;
    std::iter::from_fn(move || {
        if let Some(page) = aside.take() {
            return Some(page);
        }
        let first = lines.next()?;
        let mut paragraph = without_hashes(source, first);
        let mut last = first;
        while let Some(&next) = lines.peek() {
            let seam = Seam::between(source, item, (first, last), next);
            let page = is_page_number(seam.next, seam.last.chars().next_back(), behind(source, next));
            if !page && seam.parts() {
                break;
            }
            lines.next();
            // a page number at the end stays outside
            if page {
                match lines.peek() {
                    Some(&after) if !seam.ends() && !source.is_in_table(after.start) => {
                        paragraph = paragraph.hull(after);
                        last = after;
                        lines.next();
                        continue;
                    }
                    _ => {
                        aside = Some(next);
                        break;
                    }
                }
            }
            paragraph = paragraph.hull(next);
            last = next;
        }
        Some(paragraph)
    })
}

/// The text behind a line, from the next line that is not blank on.
fn behind<'t>(source: &Source<'t>, line: Span) -> &'t str {
    &source.text[source.skip_blanks(line.end, source.text.len())..]
}

/// Where one line ends and the next begins.
#[derive(Debug)]
struct Seam<'t> {
    /// The first line of the paragraph.
    first: &'t str,
    /// The line before, from where its paragraph or item begins.
    last: &'t str,
    /// All of it, the item's marker and heading included.
    line: &'t str,
    /// Whether the first line is indented.
    indented: bool,
    /// The text from the item on.
    item: &'t str,
    /// The blanks between the two.
    gap: &'t str,
    next: &'t str,
    /// The text behind it.
    behind: &'t str,
    /// How long lines are around it.
    width: usize,
    /// Whether a table stands on either side.
    table: bool,
}

impl<'t> Seam<'t> {
    fn between(source: &Source<'t>, item: usize, (first, last): (Span, Span), next: Span) -> Self {
        let line = source.line_start(last.start, item.min(last.start));
        let before = &source.text[..source.line_start(first.start, 0)];
        Seam {
            first: source.slice(first),
            last: source.slice(last),
            line: source.slice(Span::new(line, last.end)),
            indented: before.ends_with([' ', '\u{3000}']),
            item: &source.text[item..],
            gap: &source.text[last.end..next.start],
            next: source.slice(next),
            behind: behind(source, next),
            width: source.width(last.start),
            table: source.is_in_table(last.start) || source.is_in_table(next.start),
        }
    }

    /// Whether the line before ends its paragraph by what it says itself.
    fn ends(&self) -> bool {
        ends_paragraph(self.line, self.width) && !self.wraps() || self.lists() && self.ends_list()
    }

    /// Whether the line before was broken by its width, though its length alone does not say so: an article has no heading of
    /// that length, and where paragraphs are indented the rest of one is not.
    fn wraps(&self) -> bool {
        /// Twenty characters: a guess. Shorter lines are captions more often than rests.
        const SHORTEST_BYTES: usize = 60;
        /// 第 and 条 with a numeral of eight characters.
        const MARKER_BYTES: usize = 30;
        let article = || {
            let head = &self.item[..floor(self.item, MARKER_BYTES)];
            // a formula has no comma
            let prose = self.line.len() > self.last.len() || self.last.contains(['，', ',']);
            head.starts_with('第') && head.contains('条') && prose && is_wrapped(self.line)
        };
        let hanging = || {
            let flush = self.gap.ends_with('\n') && self.gap.matches('\n').count() == 1;
            self.indented && flush && self.line.len() >= SHORTEST_BYTES && is_full(self.line, self.width)
        };
        !has_end(self.line) && (article() || hanging())
    }

    /// Whether a paragraph ends with the line before.
    fn parts(&self) -> bool {
        let indent = self.gap.rfind('\n').map_or("", |at| &self.gap[at + 1..]);
        let begins = || self.ends() || is_indented(indent) && !goes_on(self.last);
        let row = || {
            let next = row_number(self.first).and_then(|row| row.checked_add(1));
            next.is_some() && row_number(self.next) == next
        };
        // most lines end their paragraph
        begins() && !self.is_torn() && !self.counts()
            || self.table
            || is_table_head(self.last)
            || is_table_head(self.next)
            || is_furniture(self.next)
            || is_furniture(self.first)
            || row()
    }

    /// Whether the paragraph begins with who is responsible: `责任单位：省财政厅`.
    fn lists(&self) -> bool {
        let head = &self.first[..floor(self.first, LABEL_BYTES)];
        head.split_once(COLONS).is_some_and(|(label, _)| ends(label, &["单位", "部门"]))
    }

    /// Whether a list of organs ends with the line: with a whole name that no part of the next line goes on with, or before a
    /// heading that ends in a colon.
    fn ends_list(&self) -> bool {
        const PARTS: [char; 8] = ['、', '，', '；', '。', ',', ';', '：', ':'];
        const GO_ON: &[&str] =
            &["牵头", "配合", "负责", "参与", "协助", "按", "等", "会同", "和", "及", "与", "落实", "分工"];
        if goes_on(self.line) || is_open(self.line) {
            return false;
        }
        let last = self.line.rsplit(PARTS).next().unwrap_or_default();
        let rest = self.next.split(PARTS).next().unwrap_or_default();
        if begins(self.next, GO_ON) {
            return false;
        }
        let whole = || is_organisation(last) && !is_organisation(&format!("{last}{rest}"));
        let blank = || self.gap.matches('\n').nth(1).is_some();
        self.next.ends_with(COLONS) && blank() || whole()
    }

    /// Whether a number stands on a line of its own, as the text's page has it in a span: `实施时间为⏎2021⏎年2月`.
    fn counts(&self) -> bool {
        let heads = || self.line.len() > self.last.len() && !self.last.contains(['，', '。']);
        let ends = || self.last.ends_with(['。', '；', '：', '！', '？', ';', ':', '》', '）', ')', '.']);
        is_figure(self.last) && counts(self.next)
            || is_figure(self.next) && counts(self.behind) && !heads() && !ends()
    }

    /// Whether the next line cannot begin a paragraph: it begins with a closing mark, a particle or the end of a name, or with a
    /// quotation, before which a line may end anywhere.
    fn is_torn(&self) -> bool {
        let mut chars = self.next.chars();
        let Some(first) = chars.next() else { return false };
        let parted = || chars.clone().next().is_none_or(|c| matches!(c, '、' | '，' | '。' | '；'));
        // 各县（市、区）⏎人民政府
        let seat = || {
            self.line.ends_with(['）', ')', '市', '县', '区', '州'])
                && begins(self.next, &["人民政府", "政府"])
        };
        match first {
            '人' | '政' => seat(),
            '，' | '、' | '。' | '；' | '：' | '）' | ')' | '”' | '》' | ',' | ':' | '的' => true,
            '厅' | '局' | '委' | '办' | '署' => parted(),
            '“' => self.line.ends_with(is_han) && self.line.contains('。'),
            _ => false,
        }
    }
}

/// `2021`, `0:00`, `70%`, `2018~2020`
pub(super) fn is_figure(line: &str) -> bool {
    /// As much as two years and a joint take: `2018年～2020年`.
    const LONGEST_BYTES: usize = 16;
    let part = |c: char| numeral::is_digit(c) || ".,:%％~～-—".contains(c);
    line.len() <= LONGEST_BYTES && line.starts_with(numeral::is_digit) && line.chars().all(part)
}

/// The number that a row of a table begins with: `16 规范收费 省物价局`.
fn row_number(line: &str) -> Option<u32> {
    /// A number of five full-width digits and a blank: a guess.
    const REACH_BYTES: usize = 16;
    let head = &line[..floor(line, REACH_BYTES)];
    let digits = head.len() - head.trim_start_matches(numeral::is_digit).len();
    let blank = line[digits..].starts_with(is_blank);
    numeral::arabic(&line[..digits]).filter(|_| blank)
}

/// A line without the `## ` of a heading; a line of nothing else stays.
fn without_hashes(source: &Source<'_>, line: Span) -> Span {
    let rest = source.slice(line).trim_start_matches(|c| c == '#' || is_blank(c));
    if rest.is_empty() { line } else { Span::new(line.end - rest.len(), line.end) }
}
