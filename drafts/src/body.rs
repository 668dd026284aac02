//! Numbered items and their headings.

use gongwen::{Marker, MarkerStyle, Section, Span};

use crate::Rule;
use crate::remark::Remarks;

/// The levels that the standard names, from the outermost.
const LEVELS: [MarkerStyle; 4] =
    [MarkerStyle::HanComma, MarkerStyle::HanBracket, MarkerStyle::Arabic, MarkerStyle::ArabicBracket];

/// Looks at items; `outer` is the level of the innermost item around them that has one.
pub(crate) fn items(sections: &[Section], outer: Option<usize>, remarks: &mut Remarks<'_>) {
    for section in sections {
        let level = LEVELS.iter().position(|style| *style == section.marker.style);
        if let (Some(level), Some(outer)) = (level, outer) {
            order(&section.marker, level, outer, remarks);
        }
        mark(&section.marker, remarks);
        heading(section, remarks);
        items(&section.sections, level.or(outer), remarks);
    }
}

fn order(marker: &Marker, level: usize, outer: usize, remarks: &mut Remarks<'_>) {
    if level <= outer {
        let shapes = ["一、", "（一）", "1.", "（1）"];
        let message = format!(
            "found 「{marker}」 inside an item like 「{}」, expected the order 一、（一）1.（1）",
            shapes[outer]
        );
        remarks.add(Rule::LevelOrder, marker.span, message);
    }
}

/// The mark behind the number: `一、`, `1.`; none behind a bracket.
fn mark(marker: &Marker, remarks: &mut Remarks<'_>) {
    let last = marker.label.chars().next_back();
    let expected = match (marker.style, last) {
        (MarkerStyle::HanComma, Some(last)) if last != '、' => "、",
        (MarkerStyle::Arabic, Some(last)) if is_mark(last) && !matches!(last, '.' | '．') => ".",
        (MarkerStyle::HanBracket | MarkerStyle::ArabicBracket | MarkerStyle::Circled, Some(last))
            if is_mark(last) =>
        {
            "none"
        }
        _ => return,
    };
    let message = format!("found mark 「{}」 behind a number, expected {expected}", last.unwrap_or_default());
    remarks.add(Rule::MarkerMark, marker.span, message);
}

fn is_mark(c: char) -> bool {
    matches!(c, '、' | '.' | '．' | '，' | ',' | '：' | ':' | '。' | '﹒' | '·')
}

/// A heading of the outer levels that stands on a line of its own above other words of its item; at the inner levels that is
/// as often a sentence.
fn heading(section: &Section, remarks: &mut Remarks<'_>) {
    let outer = matches!(section.marker.style, MarkerStyle::HanComma | MarkerStyle::HanBracket);
    let Some(heading) = section.heading.as_ref().filter(|_| outer) else { return };
    let next = section.paragraphs.iter().map(|text| text.span);
    let next = next.chain(section.sections.iter().map(|inner| inner.span)).map(|span| span.start).min();
    let Some(next) = next.filter(|&next| next >= heading.span.end) else { return };
    let alone = remarks.slice(Span::new(heading.span.end, next)).contains('\n');
    let last = heading
        .value
        .chars()
        .next_back()
        .filter(|last| matches!(last, '。' | '；' | '，' | '：' | ';' | ',' | ':'));
    if let (true, Some(last)) = (alone, last) {
        let place = Span::new(heading.span.end - last.len_utf8(), heading.span.end);
        let message = format!("found a heading that ends in 「{last}」 on a line of its own, expected none");
        remarks.add(Rule::HeadingMark, place, message);
    }
}
