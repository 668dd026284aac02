//! The last stage: hands over what was gathered, and accounts for what no element holds.

use crate::gathered::{Gathered, Merged};
use crate::model::{Code, ElementKind, Findings, Notice};
use crate::text::character::is_blank;
use crate::text::source::Source;
use crate::text::span::{Span, join_touching};

/// The longest run of signs in bytes that belongs to the element beside it. A guess.
const MARK_BYTES: usize = 12;

/// Hands over what was gathered, and accounts for what no element holds: marks alone are marks, words are unparsed.
pub(crate) fn leftovers(gathered: &mut Gathered, source: &Source<'_>, notice: &mut Notice) {
    /// As many as tell a reader which words they are.
    const HEAD_CHARS: usize = 12;
    let findings = &mut gathered.findings;
    gathered.joined.report(findings, Code::JoinedLine, "paragraph", "broken over lines, joined");
    gathered.page_numbers.report(findings, Code::PageNumber, "page number", "inside the text, set aside");
    gathered.dropped_blanks.report(findings, Code::DroppedBlank, "name", "with blanks inside, read without");
    gathered.page_lines.report(findings, Code::PageLine, "line", "of the page, set aside");
    notice.metadata = std::mem::take(&mut gathered.metadata);
    notice.marks = std::mem::take(&mut gathered.marks);
    notice.furniture = gathered.furniture.iter().map(|&(_, span)| span).collect();
    notice.metadata.sort_by_key(|metadata| metadata.span);
    let mut at = 0;
    let (mut marks, mut furniture, mut unparsed) = (Vec::new(), Vec::new(), Vec::new());
    let mut behind_value = false;
    let mut next = |span: Span, is_value: bool| {
        let gap = Span::new(at.min(span.start), span.start);
        // most elements stand side by side
        let gap = if gap.is_empty() { gap } else { source.trim(gap) };
        if !gap.is_empty() {
            let words = source.slice(gap).chars().any(char::is_alphanumeric);
            match words {
                true => unparsed.push(gap),
                // a wall of signs is a rule, and signs that stand beside no value belong to the page
                false if gap.len() > MARK_BYTES || !(behind_value || is_value) => furniture.push(gap),
                false => marks.push(gap),
            }
        }
        at = at.max(span.end);
        behind_value = is_value;
    };
    notice.visit_elements(|element| {
        let beside =
            matches!(element.kind, ElementKind::Mark | ElementKind::Furniture | ElementKind::Unparsed);
        next(element.span, !beside);
    });
    next(Span::new(source.text.len(), source.text.len()), false);
    for &span in &unparsed {
        let start: String = source.slice(span).chars().filter(|&c| !is_blank(c)).take(HEAD_CHARS).collect();
        let message = format!("found text that fits no element, beginning 「{start}」");
        gathered.findings.report(Code::UnparsedText, span, message);
    }
    notice.furniture.extend(furniture);
    notice.marks.extend(marks);
    notice.marks.sort_unstable();
    join_touching(&mut notice.marks);
    notice.furniture.sort_unstable();
    notice.unparsed = unparsed;
}

/// Reports the markup that a page or a converter left, and makes furniture of what no element holds.
pub(crate) fn markup_aside(mut markup: Vec<Span>, notice: &mut Notice, findings: &mut Findings) {
    // most notices hold none
    if markup.is_empty() {
        return;
    }
    markup.sort_unstable();
    // one may hold another: `<p><a><p>`
    let mut end = 0;
    markup.retain(|piece| {
        let apart = end <= piece.start;
        end = end.max(piece.end);
        apart
    });
    let mut runs = markup.clone();
    join_touching(&mut runs);
    let mut tally = Merged::default();
    for run in runs {
        tally.add(run);
    }
    tally.report(findings, Code::PageMarkup, "markup remnant", "of the page, read as blank");
    // of marks that stand side by side some may belong to an element
    let mut furniture = Vec::new();
    let mut at = 0;
    let mut markup = markup.into_iter().peekable();
    notice.visit_elements(|element| {
        while let Some(piece) = markup.next_if(|piece| piece.start < element.span.start) {
            if piece.start >= at {
                furniture.push(piece);
            }
        }
        at = at.max(element.span.end);
    });
    furniture.extend(markup.filter(|piece| piece.start >= at));
    join_touching(&mut furniture);
    notice.furniture.extend(furniture);
    notice.furniture.sort_unstable();
}
