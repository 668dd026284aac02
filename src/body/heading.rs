//! The heading of an item: on a line of its own, run in before its text, or torn by a line's end.

use super::paragraph::{LABEL_BYTES, is_figure, paragraph_spans};
use crate::gathered::Gathered;
use crate::model::{MarkerStyle, Section};
use crate::outline::candidate::Candidate;
use crate::text::boundary::floor;
use crate::text::bracket::opening;
use crate::text::character::{is_blank, is_han};
use crate::text::line_end::is_wrapped;
use crate::text::numeral;
use crate::text::source::Source;
use crate::text::span::{Span, Text};
use crate::text::words::{COLONS, Words, begins, ends, plain};

/// A heading that is run in before its text: the longest in bytes, and the longest that may hold a `，`. A guess.
const RUN_IN_BYTES: usize = 120;
/// The longest part of a run-in heading of several in bytes. A guess.
const SLOGAN_BYTES: usize = 24;
/// The longest heading on a line of its own in bytes. A guess.
const OWN_LINE_BYTES: usize = 180;
/// The longest caption in round brackets in bytes: `第二条（适用范围）`. A guess.
const CAPTION_BYTES: usize = 45;
/// The longest clause behind a heading on its line in bytes: 20 units. A guess.
const CLAUSE_BYTES: usize = 480;
/// The longest heading that is a sentence on a line of its own in bytes. A guess.
const OWN_SENTENCE_BYTES: usize = 90;

/// What stands behind an item's own text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Its first sub-item.
    SubItem,
    /// The next item of its level or of one further out.
    Item,
    /// Nothing that is numbered.
    End,
}

/// The heading at the start of an item's text, and where the text behind it begins.
pub(super) fn heading(
    source: &Source<'_>,
    marker: Candidate,
    text: Span,
    next: Next,
) -> (Option<Text>, Span) {
    let Some(first) = paragraph_spans(source, marker.start, text).next() else {
        return (None, text);
    };
    let first = before_wide_blank(source, first);
    let paragraph = source.stretch(first);
    let words = paragraph.as_str();
    let len = match marker.numbering.style {
        MarkerStyle::Part | MarkerStyle::Chapter | MarkerStyle::SectionOfChapter => {
            Some(words.len()).filter(|&len| len <= OWN_LINE_BYTES)
        }
        MarkerStyle::Article => caption(words, '【', '】')
            .or_else(|| caption(words, '（', '）').filter(|&len| len <= CAPTION_BYTES)),
        _ => headed(words, before_clause(words), own_line).or_else(|| run_in(words)).or_else(|| {
            // behind the last item of all the document may close
            let before = if next == Next::End { None } else { before_clause(words) };
            let len = headed(words, before, own_sentence)?;
            let behind = paragraph_spans(source, marker.start, Span::new(first.end, text.end)).next();
            let heads = match behind.map(|behind| source.slice(behind)) {
                Some(behind) => !is_clause_alone(behind) && !begins(behind, CLOSINGS),
                None => next == Next::SubItem,
            };
            heads.then_some(len)
        }),
    };
    match len {
        Some(len) => {
            let heading = paragraph.words(0..len);
            let behind = Span::new(heading.span.end, text.end);
            (Some(heading), behind)
        }
        None => (None, text),
    }
}

/// Joins headings that a line's end tore: `打造⏎“四最”营商环境。…`. What its words leave open, the other items tell: where
/// most have headings on lines of their own, so has this one.
pub(super) fn mend_torn(source: &Source<'_>, sections: &mut [Section], gathered: &mut Gathered) {
    let tears: Vec<Tear> = sections.iter().map(|item| tear(source, item)).collect();
    if tears.iter().all(|&tear| tear == Tear::No) {
        return;
    }
    let own_line =
        |item: &Section| item.heading.as_ref().is_some_and(|heading| !heading.value.ends_with('。'));
    let whole = sections.iter().zip(&tears).filter(|(_, tear)| **tear == Tear::No);
    let (own, other): (Vec<_>, Vec<_>) = whole.partition(|(item, _)| own_line(item));
    let (mixed, none) = (other.len() > own.len(), own.is_empty() && !other.is_empty());
    for (item, tear) in sections.iter_mut().zip(tears) {
        let torn = match tear {
            Tear::No => false,
            Tear::Possible => none,
            Tear::Likely => mixed,
            Tear::Sure => true,
        };
        if torn {
            join_heading(source, item, gathered);
        }
    }
}

/// Makes a heading and the paragraph behind it one paragraph, which may begin with a heading itself.
fn join_heading(source: &Source<'_>, item: &mut Section, gathered: &mut Gathered) {
    let (Some(heading), Some(behind)) = (&item.heading, item.paragraphs.first_mut()) else { return };
    let span = heading.span.hull(behind.span);
    gathered.joined.add(span);
    let stretch = source.stretch(span);
    let words = stretch.as_str();
    let head = run_in(words).unwrap_or(0);
    item.heading = (head > 0).then(|| stretch.words(0..head));
    *behind = stretch.words(head..words.len());
}

/// Takes the heading from the last item of a list whose items have none: a paragraph behind it closes the list.
pub(super) fn unhead_last(source: &Source<'_>, sections: &mut [Section]) {
    let Some((last, before @ [_, ..])) = sections.split_last_mut() else { return };
    let is_sentence =
        |item: &Section| item.heading.is_none() && item.paragraphs.len() == 1 && item.sections.is_empty();
    let own_line = last.paragraphs.first().is_some_and(|text| source.begins_line(text.span.start));
    if own_line && last.sections.is_empty() && before.iter().all(is_sentence) {
        let sentence = last.heading.take_if(|heading| heading.value.ends_with('。'));
        last.paragraphs.splice(..0, sentence);
    }
}

/// Whether a line's end stands inside a heading and not behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tear {
    No,
    /// By the length of the line alone.
    Possible,
    Likely,
    Sure,
}

/// Whether what stands on an item's first line goes on on the next.
fn tear(source: &Source<'_>, item: &Section) -> Tear {
    let (Some(heading), Some(behind)) = (&item.heading, item.paragraphs.first()) else { return Tear::No };
    let (words, next) = (heading.value.as_str(), behind.value.as_str());
    let Some(first) = next.chars().next() else { return Tear::No };
    let breaks = source.text[heading.span.end..behind.span.start].matches('\n').count();
    if breaks != 1 || words.ends_with('。') {
        return Tear::No;
    }
    if is_han(first) {
        let line = Span::new(source.line_start(heading.span.start, 0), heading.span.end);
        let wrapped = next.ends_with(['。', '；']) && is_wrapped(source.slice(line));
        return if wrapped { Tear::Possible } else { Tear::No };
    }
    let quoted = words.rfind('“').is_some_and(|at| !words[at..].contains('”'));
    let goes_on = match first {
        '“' | '"' if !is_unfinished(words) => return Tear::Likely,
        '“' | '"' => true,
        '—' => !next.starts_with("——"),
        '+' => true,
        '（' | '(' if is_inserted(next) => {
            // （州）stands inside a word
            let one = next.char_indices().nth(2).is_some_and(|(at, _)| next[at..].starts_with(['）', ')']));
            return if one { Tear::Sure } else { Tear::Likely };
        }
        '《' => is_unfinished(words),
        // 全面推进⏎2023年4月至10月，… is a heading over its text
        c if numeral::is_digit(c) => {
            ends(words, PARTICLES) || words.ends_with(['年', '月']) || is_verb(words)
        }
        _ => false,
    };
    // a figure in a span of the page stands on a line of its own
    let spanned = || is_figure(source.slice(source.rest_of_line(behind.span.start, behind.span.end)));
    match goes_on || quoted {
        true => Tear::Sure,
        false if spanned() => Tear::Likely,
        false => Tear::No,
    }
}

/// Words that want an object and stand at the end of a few.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "推动", "推进", "落实", "坚持", "培育", "打造", "构建", "推行", "实行", "完善", "突出", "实施", "开展", "召开", "用好", "扩大",
    "推出", "举办", "制定", "发布", "参与", "完成", "推广", "支持", "做好", "抓好", "提升", "拓展", "深化", "依托", "安排", "加快",
    "加强", "搭建", "提高", "创建", "按照", "达到",
];

/// Words that no heading ends in.
const PARTICLES: &[&str] = &["在", "对", "从", "将", "把", "的", "和", "与", "及", "于", "至"];

/// Whether words want an object: a few that end in such a verb (longer ones may be a heading), or a particle at their end.
fn is_unfinished(words: &str) -> bool {
    /// Four characters: a guess.
    const FEW_BYTES: usize = 12;
    ends(words, PARTICLES) || words.len() <= FEW_BYTES && ends(words, VERBS) && words != "组织实施"
}

/// Whether words are a verb and nothing else.
fn is_verb(words: &str) -> bool {
    VERBS.contains(&words)
}

/// Whether a bracket stands inside a sentence that goes on: `（州）重大项目推进会`.
fn is_inserted(text: &str) -> bool {
    /// Twenty characters: a guess.
    const LONGEST_BYTES: usize = 60;
    let close = text.find(['）', ')']).filter(|&at| at <= LONGEST_BYTES);
    close.is_some_and(|at| {
        let empty = text[..at].trim_start_matches(['（', '(']).is_empty();
        !empty && text[at..].chars().nth(1).is_some_and(|c| is_han(c) || c == '、')
    })
}

/// The length of a heading by `judge`, without the clause in brackets behind what stands `before` it:
/// `一、实行补贴（责任单位：县财政局）`.
fn headed(words: &str, before: Option<&str>, judge: fn(&str) -> Option<usize>) -> Option<usize> {
    before.and_then(judge).or_else(|| judge(words))
}

/// What stands before the clause in brackets at the end of a paragraph.
fn before_clause(words: &str) -> Option<&str> {
    static SAY_SO: Words = Words::new(&plain(["责任单位", "配合单位", "责任部门", "负责", "牵头"]));
    if words.len() > OWN_LINE_BYTES + CLAUSE_BYTES || !words.ends_with(['）', ')']) {
        return None;
    }
    // no heading goes on behind a sentence
    let goes_on = |(sentence, behind): (&str, &str)| {
        !behind.starts_with(['（', '(']) && !sentence.contains(['（', '('])
    };
    if words.split_once('。').is_some_and(goes_on) {
        return None;
    }
    let open = opening(words, |c| matches!(c, '（' | '('), |c| matches!(c, '）' | ')'))?;
    (open > 0 && SAY_SO.any_in(&words[open..])).then(|| &words[..open])
}

/// How a paragraph begins that closes a document or a list, and tells nothing of the item before it.
const CLOSINGS: &[&str] = &["本", "特此", "以上", "此", "感谢", "”"];

/// `【背景与目的】`, and `（目的和依据）` on its own line.
fn caption(paragraph: &str, open: char, end: char) -> Option<usize> {
    let close = paragraph.strip_prefix(open)?.find(end)?;
    (close < RUN_IN_BYTES).then_some(close + open.len_utf8() + end.len_utf8())
}

/// A paragraph without a sentence's end is a heading on a line of its own.
fn own_line(paragraph: &str) -> Option<usize> {
    if paragraph.len() > OWN_LINE_BYTES {
        return None;
    }
    let ended = paragraph.ends_with(['：', ':', '，', '、']) || paragraph.contains(['。', '；', ';', '！']);
    (!ended).then_some(paragraph.len())
}

/// `（一）活动时间。` alone on its line, its text on the next.
fn own_sentence(paragraph: &str) -> Option<usize> {
    if paragraph.len() > OWN_SENTENCE_BYTES {
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
    let head = &slice[..floor(slice, RUN_IN_BYTES + '\u{3000}'.len_utf8())];
    let mut wide = head.match_indices('\u{3000}');
    match wide.find(|(at, blank)| slice[at + blank.len()..].starts_with('\u{3000}')) {
        Some((at, _)) => Span::new(paragraph.start, paragraph.start + at),
        None => before_blank(source, paragraph, blank),
    }
}

/// What stands before one blank, where a flattened line has a heading and then prose: `一、指导思想 以…为指导，…`.
fn before_blank(source: &Source<'_>, paragraph: Span, blank: usize) -> Span {
    /// Thirty characters: a guess.
    const TEXT_BYTES: usize = 90;
    let head = &source.text[paragraph.start..blank];
    let rest = source.text[blank..paragraph.end].trim_start_matches(is_blank);
    let heading = (12..=75).contains(&head.len()) && head.chars().all(is_han);
    let prose = rest.starts_with(|c| is_han(c) || c == '《')
        && rest.len() > TEXT_BYTES
        && rest.contains(['，', '。', ',']);
    if heading && prose && !source.text[blank..paragraph.end - rest.len()].contains('\n') {
        Span::new(paragraph.start, blank)
    } else {
        paragraph
    }
}

/// A short first sentence with more behind it is a heading that is run in.
fn run_in(paragraph: &str) -> Option<usize> {
    let stop = paragraph[..floor(paragraph, RUN_IN_BYTES)].find('。')? + '。'.len_utf8();
    let stop = paragraph.len() - paragraph[stop..].trim_start_matches('”').len();
    if stop > RUN_IN_BYTES {
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
    parts().count() <= 4 && parts().all(|part| part.len() <= SLOGAN_BYTES)
}

/// Whether nothing but a clause stands behind an item's only sentence, in brackets or behind a label.
fn is_clause_alone(rest: &str) -> bool {
    if let Some(inside) = rest.strip_prefix(['（', '(', '〔', '［', '[', '【']) {
        let close = inside.rfind(['）', ')', '〕', '］', ']', '】']);
        return close.is_none_or(|at| !inside[at..].contains(is_han));
    }
    let head = &rest[..floor(rest, LABEL_BYTES)];
    let label = head.find(COLONS).map(|colon| &head[..colon]);
    label.is_some_and(|label| ends(label, &["单位", "部门", "时限", "责任人", "机构"]))
}
