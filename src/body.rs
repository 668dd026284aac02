//! The body of a document: preamble, and the tree of numbered items with their headings and paragraphs.

use crate::boundary::floor;
use crate::grammar::bracket::opening;
use crate::grammar::organisation::{is_han, is_organisation};
use crate::margin::Margin;
use crate::marker::{Candidate, candidates, ends_paragraph, goes_on, is_indented, is_open};
use crate::mend::{Gap, is_blank, is_page_number};
use crate::numeral;
use crate::outline::{Item, Order, outline};
use crate::source::Source;
use crate::words::{COLONS, begins, ends, holds};
use crate::{Body, Code, Marker, MarkerStyle, Section, Span, Spanned, Text};

/// A heading that is run in before its text: the longest in bytes, and the longest that may hold a `，`.
const RUN_IN: usize = 120;
/// The longest part of a run-in heading of several in bytes.
const SLOGAN: usize = 24;
/// The longest heading on a line of its own in bytes.
const OWN_LINE: usize = 180;
/// The longest caption in round brackets in bytes: `第二条（适用范围）`.
const CAPTION: usize = 45;
/// The longest label of a clause behind an item's only sentence in bytes, its colon included: `牵头单位及配合部门：`.
const LONGEST_LABEL: usize = 33;
/// The longest clause behind a heading on its line in bytes: 20 units.
const LONGEST_CLAUSE: usize = 480;
/// The longest heading that is a sentence on a line of its own in bytes.
const OWN_SENTENCE: usize = 90;

/// Reads the body at `span`.
pub(crate) fn body(source: &Source<'_>, span: Span, margin: &mut Margin) -> Body {
    let items = outline(&candidates(source, span));
    let first = items.first().map_or(span.end, |item| item.candidate.start);
    let mut body =
        Body { preamble: paragraphs(source, 0, Span::new(span.start, first), margin), ..Body::default() };
    report_order(source, &items, margin);
    let children = children(&items);
    let mut tree = Tree { source, end: span.end, items: &items, children: &children, at: 0, margin };
    body.sections = tree.level(1, items.iter().filter(|item| item.depth == 1).count());
    body
}

/// How many sub-items each item has: most have none or a few, and lists that grow take four places for one.
fn children(items: &[Item]) -> Vec<usize> {
    let mut children = vec![0; items.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        open.truncate(open.partition_point(|&above| items[above].depth < item.depth));
        if let Some(&parent) = open.last() {
            children[parent] += 1;
        }
        open.push(at);
    }
    children
}

struct Tree<'s, 't> {
    source: &'s Source<'t>,
    end: usize,
    items: &'s [Item],
    children: &'s [usize],
    at: usize,
    margin: &'s mut Margin,
}

impl Tree<'_, '_> {
    /// The items from here on that are at least this deep.
    fn level(&mut self, depth: u8, count: usize) -> Vec<Section> {
        let mut sections = Vec::with_capacity(count);
        while let Some(item) = self.items.get(self.at).filter(|item| item.depth >= depth) {
            sections.push(self.section(*item));
        }
        self.mend_torn(&mut sections);
        self.unhead_last(&mut sections);
        sections
    }

    /// Joins headings that a line's end tore: `打造⏎“四最”营商环境。…`. What its words leave open, the other items tell: where
    /// all have headings on lines of their own, so has this one.
    fn mend_torn(&mut self, sections: &mut [Section]) {
        let tears: Vec<Tear> = sections.iter().map(|item| tear(self.source, item)).collect();
        if tears.iter().all(|&tear| tear == Tear::No) {
            return;
        }
        let own_line = |item: &Section| item.heading.as_ref().is_some_and(|heading| !heading.value.ends_with('。'));
        let mut whole = sections.iter().zip(&tears).filter(|(_, tear)| **tear == Tear::No);
        let mixed = whole.any(|(item, _)| !own_line(item));
        for (item, tear) in sections.iter_mut().zip(tears) {
            if tear == Tear::Sure || tear == Tear::Likely && mixed {
                self.join_heading(item);
            }
        }
    }

    /// Makes a heading and the paragraph behind it one paragraph, which may begin with a heading itself.
    fn join_heading(&mut self, item: &mut Section) {
        let (Some(heading), Some(behind)) = (&item.heading, item.paragraphs.first_mut()) else { return };
        let span = heading.span.hull(behind.span);
        self.margin.joined.add(span);
        let stretch = self.source.stretch(span);
        let words = stretch.as_str();
        let head = run_in(words).unwrap_or(0);
        item.heading = (head > 0).then(|| stretch.words(0..head));
        *behind = stretch.words(head..words.len());
    }

    /// Takes the heading from the last item of a list whose items have none: a paragraph behind it closes the list.
    fn unhead_last(&self, sections: &mut [Section]) {
        let Some((last, before @ [_, ..])) = sections.split_last_mut() else { return };
        let is_sentence =
            |item: &Section| item.heading.is_none() && item.paragraphs.len() == 1 && item.sections.is_empty();
        let own_line = last.paragraphs.first().is_some_and(|text| self.source.begins_line(text.span.start));
        if own_line && last.sections.is_empty() && before.iter().all(is_sentence) {
            let sentence = last.heading.take_if(|heading| heading.value.ends_with('。'));
            last.paragraphs.splice(..0, sentence);
        }
    }

    fn section(&mut self, item: Item) -> Section {
        let count = self.children[self.at];
        self.at += 1;
        let marker = item.candidate;
        let end = self.items.get(self.at).map_or(self.end, |next| next.candidate.start);
        let text = Span::new(marker.end(), end);
        let (heading, rest) = self.heading(marker, text, count > 0);
        let paragraphs = paragraphs(self.source, marker.start, rest, self.margin);
        let sections = self.level(item.depth + 1, count);
        let own_end = paragraphs.last().or(heading.as_ref()).map_or(marker.end(), |text| text.span.end);
        let section_end = sections.last().map_or(own_end, |section| section.span.end);
        Section {
            marker: Marker {
                label: self.source.words(marker.span()).value,
                style: marker.shape.style,
                ordinal: marker.shape.ordinal.into(),
                span: marker.span(),
            },
            heading,
            paragraphs,
            citations: Vec::new(),
            tasks: Vec::new(),
            sections,
            span: Span::new(marker.start, section_end),
        }
    }

    /// The heading at the start of an item's text, and where the text behind it begins; `has_items` tells whether sub-items
    /// follow.
    fn heading(&self, marker: Candidate, text: Span, has_items: bool) -> (Option<Text>, Span) {
        let Some(first) = paragraph_spans(self.source, marker.start, text).next() else {
            return (None, text);
        };
        let first = before_wide_blank(self.source, first);
        let paragraph = self.source.stretch(first);
        let words = paragraph.as_str();
        let len = match marker.shape.style {
            MarkerStyle::Part | MarkerStyle::Chapter | MarkerStyle::SectionOfChapter => {
                Some(words.len()).filter(|&len| len <= OWN_LINE)
            }
            MarkerStyle::Article => caption(words, '【', '】')
                .or_else(|| caption(words, '（', '）').filter(|&len| len <= CAPTION)),
            _ => without_clause(words, own_line).or_else(|| run_in(words)).or_else(|| {
                // behind the last item of all the document may close
                let is_last = self.at == self.items.len();
                let len = if is_last { own_sentence(words) } else { without_clause(words, own_sentence) }?;
                let behind =
                    paragraph_spans(self.source, marker.start, Span::new(first.end, text.end)).next();
                let heads = match behind.map(|behind| self.source.slice(behind)) {
                    Some(behind) => !is_clause_alone(behind) && !begins(behind, CLOSINGS),
                    None => has_items,
                };
                heads.then_some(len)
            }),
        };
        match len {
            Some(len) => {
                let span = paragraph.span(0..len);
                (Some(Spanned { value: words[..len].to_owned(), span }), Span::new(span.end, text.end))
            }
            None => (None, text),
        }
    }
}

/// Whether a line's end stands inside a heading and not behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tear {
    No,
    Likely,
    Sure,
}

/// Whether what stands on an item's first line goes on on the next.
fn tear(source: &Source<'_>, item: &Section) -> Tear {
    let (Some(heading), Some(behind)) = (&item.heading, item.paragraphs.first()) else { return Tear::No };
    let (words, next) = (heading.value.as_str(), behind.value.as_str());
    let Some(first) = next.chars().next().filter(|&c| !is_han(c)) else { return Tear::No };
    let breaks = source.text[heading.span.end..behind.span.start].matches('\n').count();
    if breaks != 1 || words.ends_with('。') {
        return Tear::No;
    }
    let quoted = words.rfind('“').is_some_and(|at| !words[at..].contains('”'));
    let goes_on = match first {
        '“' | '"' if !is_unfinished(words) => return Tear::Likely,
        '“' | '"' => true,
        '—' => !next.starts_with("——"),
        '+' => true,
        '（' | '(' => is_inserted(next),
        '《' => is_unfinished(words),
        c if numeral::is_digit(c) => is_unfinished(words) || words.ends_with(['年', '月']),
        _ => false,
    };
    if goes_on || quoted { Tear::Sure } else { Tear::No }
}

/// Whether words want an object: a few that end in such a verb, or a particle at their end.
fn is_unfinished(words: &str) -> bool {
    #[rustfmt::skip]
    const VERBS: &[&str] = &[
        "推动", "推进", "落实", "坚持", "培育", "打造", "构建", "推行", "实行", "完善", "突出", "实施", "开展", "召开", "用好", "扩大",
        "推出", "举办", "制定", "发布", "参与", "完成", "推广", "支持", "做好", "抓好", "提升", "拓展", "深化", "依托", "安排", "加快",
        "加强", "搭建", "提高", "创建", "按照", "达到",
    ];
    const PARTICLES: &[&str] = &["在", "对", "从", "将", "把", "的", "和", "与", "及", "于", "至"];
    /// `深入实施`: longer words that end in a verb may be a heading.
    const FEW: usize = 12;
    ends(words, PARTICLES) || words.len() <= FEW && ends(words, VERBS) && words != "组织实施"
}

/// Whether a bracket stands inside a sentence that goes on: `（州）重大项目推进会`.
fn is_inserted(text: &str) -> bool {
    const LONGEST: usize = 60;
    let close = text.find(['）', ')']).filter(|&at| at <= LONGEST);
    close.is_some_and(|at| {
        let empty = text[..at].trim_start_matches(['（', '(']).is_empty();
        !empty && text[at..].chars().nth(1).is_some_and(|c| is_han(c) || c == '、')
    })
}

/// The length of a heading by `judge`, without the clause in brackets behind it: `一、实行补贴（责任单位：县财政局）`.
fn without_clause(words: &str, judge: fn(&str) -> Option<usize>) -> Option<usize> {
    const SAY_SO: &[&str] = &["责任单位", "牵头单位", "配合单位", "责任部门", "牵头部门", "负责", "牵头"];
    if words.len() <= OWN_LINE + LONGEST_CLAUSE
        && let Some(open) = opening(words, |c| matches!(c, '（' | '('), |c| matches!(c, '）' | ')'))
        && open > 0
        && let Some(len) = judge(&words[..open])
        && holds(&words[open..], SAY_SO)
    {
        return Some(len);
    }
    judge(words)
}

/// How a paragraph begins that closes a document or a list, and tells nothing of the item before it.
const CLOSINGS: &[&str] = &["本", "特此", "以上", "此", "感谢", "”"];

/// `【背景与目的】`, and `（目的和依据）` on its own line.
fn caption(paragraph: &str, open: char, end: char) -> Option<usize> {
    let close = paragraph.strip_prefix(open)?.find(end)?;
    (close < RUN_IN).then_some(close + open.len_utf8() + end.len_utf8())
}

/// A paragraph without a sentence's end is a heading on a line of its own.
fn own_line(paragraph: &str) -> Option<usize> {
    if paragraph.len() > OWN_LINE {
        return None;
    }
    let ended = paragraph.ends_with(['：', ':', '，', '、']) || paragraph.contains(['。', '；', ';', '！']);
    (!ended).then_some(paragraph.len())
}

/// `（一）活动时间。` alone on its line, its text on the next.
fn own_sentence(paragraph: &str) -> Option<usize> {
    if paragraph.len() > OWN_SENTENCE {
        return None;
    }
    let one = paragraph.find('。').is_some_and(|stop| stop + '。'.len_utf8() == paragraph.len());
    let short = paragraph.matches('，').count() < 2;
    (one && short && !paragraph.contains(['；', '：'])).then_some(paragraph.len())
}

/// What stands before two wide blanks, where a heading's line break was lost: `一、活动主题　　…`.
fn before_wide_blank(source: &Source<'_>, paragraph: Span) -> Span {
    let blank = source.next_blank(paragraph.start, paragraph.end);
    if blank == paragraph.end {
        return paragraph;
    }
    let slice = source.slice(paragraph);
    let head = &slice[..floor(slice, RUN_IN + '\u{3000}'.len_utf8())];
    let mut wide = head.match_indices('\u{3000}');
    match wide.find(|(at, blank)| slice[at + blank.len()..].starts_with('\u{3000}')) {
        Some((at, _)) => Span::new(paragraph.start, paragraph.start + at),
        None => before_blank(source, paragraph, blank),
    }
}

/// What stands before one blank, where a flattened line has a heading and then prose: `一、指导思想 以…为指导，…`.
fn before_blank(source: &Source<'_>, paragraph: Span, blank: usize) -> Span {
    let head = &source.text[paragraph.start..blank];
    let rest = source.text[blank..paragraph.end].trim_start_matches(is_blank);
    let heading = (12..=75).contains(&head.len()) && head.chars().all(is_han);
    let prose =
        rest.starts_with(|c| is_han(c) || c == '《') && rest.len() > 90 && rest.contains(['，', '。', ',']);
    if heading && prose && !source.text[blank..paragraph.end - rest.len()].contains('\n') {
        Span::new(paragraph.start, blank)
    } else {
        paragraph
    }
}

/// A short first sentence with more behind it is a heading that is run in.
fn run_in(paragraph: &str) -> Option<usize> {
    let stop = paragraph.find('。')? + '。'.len_utf8();
    let stop = paragraph.len() - paragraph[stop..].trim_start_matches('”').len();
    if stop > RUN_IN {
        return None;
    }
    let sentence = &paragraph[..stop];
    let prose = sentence.contains(['；', '：', ';', ':'])
        || sentence.matches(['，', ',']).count() > 1 && !is_slogan(sentence);
    let rest = paragraph[stop..].trim_start_matches(is_blank);
    (!prose && !rest.is_empty() && !is_clause_alone(rest)).then_some(stop)
}

/// `明确职责，加强配合，形成机制。`: two or three commas, a few characters between them.
fn is_slogan(sentence: &str) -> bool {
    let parts = || sentence.trim_end_matches('。').split(['，', ',']);
    parts().count() <= 4 && parts().all(|part| part.len() <= SLOGAN)
}

/// Whether nothing but a clause stands behind an item's only sentence, in brackets or behind a label.
fn is_clause_alone(rest: &str) -> bool {
    if let Some(inside) = rest.strip_prefix(['（', '(', '〔', '［', '[', '【']) {
        let close = inside.rfind(['）', ')', '〕', '］', ']', '】']);
        return close.is_none_or(|at| !inside[at..].contains(is_han));
    }
    let head = &rest[..floor(rest, LONGEST_LABEL)];
    let label = head.find(COLONS).map(|colon| &head[..colon]);
    label.is_some_and(|label| ends(label, &["单位", "部门", "时限", "责任人", "机构"]))
}

/// The paragraphs of a stretch, each in one piece.
fn paragraphs(source: &Source<'_>, item: usize, span: Span, margin: &mut Margin) -> Vec<Text> {
    // lists that grow take three places for one
    let room = match source.count_lines(span) {
        few @ ..=4 => few,
        _ => paragraph_spans(source, item, span).count(),
    };
    let mut paragraphs = Vec::with_capacity(room);
    for paragraph in paragraph_spans(source, item, span) {
        let slice = source.slice(paragraph);
        if crate::furniture::is_furniture(slice) {
            if is_page_number(slice, Some('。')) {
                margin.page_numbers.add(paragraph);
            }
            margin.furniture.push(paragraph);
            continue;
        }
        if slice.contains('\n') {
            margin.joined.add(paragraph);
            let pages = source
                .lines(paragraph)
                .skip(1)
                .filter(|&line| is_page_number(source.slice(line), Some('，')));
            pages.for_each(|page| margin.page_numbers.add(page));
        }
        paragraphs.push(source.words(paragraph));
    }
    paragraphs.shrink_to_fit();
    paragraphs
}

/// The paragraphs of a stretch of the item that begins at `item`: joined lines, cut where one holds the indents of others.
fn paragraph_spans<'s>(source: &'s Source<'_>, item: usize, span: Span) -> impl Iterator<Item = Span> + 's {
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
        let row = row_number(source.slice(first));
        let listed = is_label_line(source.slice(first));
        while let Some(&next) = lines.peek() {
            let slice = source.slice(last);
            let page = is_page_number(source.slice(next), slice.chars().next_back());
            let gap = source.text[last.end..next.start]
                .rfind('\n')
                .map_or("", |at| &source.text[last.end + at + 1..]);
            // the item's marker and heading may stand before it on its line
            let line = source.line_start(last.start, item.min(last.start));
            let line = source.slice(Span::new(line, last.end));
            let words = source.slice(next);
            let blank = || source.text[last.end..next.start].matches('\n').nth(1).is_some();
            let ends = ends_paragraph(line, source.width(last.start))
                || listed
                    && !(goes_on(line) || is_open(line))
                    && (words.ends_with(COLONS) && blank() || ends_list(line, words));
            let begins = ends || (is_indented(gap) && !goes_on(slice));
            let row = is_table_head(slice)
                || is_table_head(words)
                || row.is_some() && row_number(words) == row.map(|row| row + 1);
            if !page && (begins && !is_torn(line, words) || row) {
                break;
            }
            lines.next();
            // a page number at the end stays outside
            if page {
                match lines.peek() {
                    Some(&after) if !ends => {
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

/// Whether a line begins with who is responsible: `责任单位：省财政厅`. A heading that ends in a colon goes on with no such line.
fn is_label_line(line: &str) -> bool {
    let head = &line[..floor(line, LONGEST_LABEL)];
    head.split_once(COLONS).is_some_and(|(label, _)| ends(label, &["单位", "部门"]))
}

/// Whether a list of organs ends with the line: with a whole name, which no part of the next line goes on with.
fn ends_list(line: &str, next: &str) -> bool {
    const PARTS: [char; 8] = ['、', '，', '；', '。', ',', ';', '：', ':'];
    let last = line.rsplit(PARTS).next().unwrap_or_default();
    let rest = next.split(PARTS).next().unwrap_or_default();
    is_organisation(last) && !is_organisation(&format!("{last}{rest}"))
}

/// `序号 工作任务 责任单位`
fn is_table_head(line: &str) -> bool {
    line.starts_with("序号")
}

/// Whether `next` cannot begin a paragraph: it begins with a closing mark or the end of a name, or with a quotation, before
/// which a line may end anywhere.
fn is_torn(line: &str, next: &str) -> bool {
    let mut chars = next.chars();
    let Some(first) = chars.next() else { return false };
    let parted = || chars.clone().next().is_none_or(|c| matches!(c, '、' | '，' | '。' | '；'));
    match first {
        '，' | '、' | '。' | '；' | '）' | ')' | '”' | '》' | ',' => true,
        '厅' | '局' | '委' | '办' | '署' => parted(),
        '“' => line.ends_with(is_han) && line.contains('。'),
        _ => false,
    }
}

/// The number that a row of a table begins with: `16 规范收费 省物价局`.
fn row_number(line: &str) -> Option<u32> {
    let digits = line.len() - line.trim_start_matches(numeral::is_digit).len();
    let blank = line[digits..].starts_with(is_blank);
    numeral::arabic(&line[..digits]).filter(|_| blank)
}

/// A line without the `## ` of a heading; a line of nothing else stays.
fn without_hashes(source: &Source<'_>, line: Span) -> Span {
    let rest = source.slice(line).trim_start_matches(|c| c == '#' || is_blank(c));
    if rest.is_empty() { line } else { Span::new(line.end - rest.len(), line.end) }
}

fn report_order(source: &Source<'_>, items: &[Item], margin: &mut Margin) {
    for item in items {
        let span = item.candidate.span();
        let label = || source.words(span).value;
        match item.order {
            // a list under an unnumbered heading begins again; the outermost level hardly does
            Order::Restarted if item.depth == 1 => {
                let message = format!(
                    "found item 「{}」 where the outermost numbers begin again, expected an attached document",
                    label()
                );
                margin.findings.report(Code::NumberOutOfOrder, span, message);
            }
            Order::Follows | Order::Restarted => {}
            Order::Leaps(expected) => {
                let message = format!("found item 「{}」, expected number {expected}", label());
                margin.findings.report(Code::NumberOutOfOrder, span, message);
            }
            Order::Repeated => {
                let message = format!(
                    "found item 「{}」 a second time, expected number {}",
                    label(),
                    item.candidate.shape.ordinal + 1
                );
                margin.findings.report(Code::RepeatedNumber, span, message);
            }
        }
    }
}
