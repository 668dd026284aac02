//! What is gathered beside the documents while they are read.

use crate::grammar::known_titles::KnownTitles;
use crate::metadata::TITLE_KEYS;
use crate::model::{Code, ElementKind, Findings, Metadata, Notice};
use crate::text::character::is_blank;
use crate::text::mend::mend;
use crate::text::radicals::fold;
use crate::text::source::Source;
use crate::text::span::{Span, join_touching};

/// Labels, marks and furniture of the whole text, and the findings.
#[derive(Debug, Default)]
pub(crate) struct Margin {
    pub(crate) metadata: Vec<Metadata>,
    /// The titles that they give.
    pub(crate) titles: KnownTitles,
    pub(crate) marks: Vec<Span>,
    pub(crate) furniture: Vec<Span>,
    pub(crate) findings: Findings,
    /// Paragraphs that were broken over lines.
    pub(crate) joined: Tally,
    /// Page numbers set aside.
    pub(crate) page_numbers: Tally,
    /// Names that held blanks.
    pub(crate) dropped_blanks: Tally,
    /// Lines between those of the page, in the head and behind the notice.
    pub(crate) page_lines: Tally,
    /// Markup that a page left.
    markup: Tally,
}

/// Findings of one kind that are reported together, at the first of them.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    first: Option<Span>,
    count: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, span: Span) {
        self.first = Some(self.first.map_or(span, |first| first.min(span)));
        self.count += 1;
    }

    fn report(&self, findings: &mut Findings, code: Code, noun: &str, rest: &str) {
        let Some(first) = self.first else { return };
        let message = match self.count {
            1 => format!("found a {noun} {rest}"),
            count => format!("found {count} {noun}s {rest}; this is the first"),
        };
        findings.report(code, first, message);
    }
}

/// The longest run of signs in bytes that belongs to the element beside it.
const LONGEST_MARK: usize = 12;

impl Margin {
    /// Takes in a line's labelled pieces.
    pub(crate) fn label(&mut self, labelled: Vec<Metadata>) {
        for line in labelled.iter().filter(|line| TITLE_KEYS.contains(&line.key.value.as_str())) {
            self.titles.add(&line.value.value);
        }
        self.metadata.extend(labelled);
    }

    /// Reports the compatibility characters of the whole text at the first of them.
    pub(crate) fn report_radicals(&mut self, text: &str, first: usize, count: usize) {
        let Some(radical) = text[first..].chars().next() else { return };
        let span = Span::new(first, first + radical.len_utf8());
        let message = format!(
            "found {count} compatibility characters, the first 「{radical}」, read as 「{}」",
            fold(radical)
        );
        self.findings.report(Code::CompatibilityCharacter, span, message);
    }

    /// Reports words that have a date's shape and name no day.
    pub(crate) fn report_no_day(&mut self, source: &Source<'_>, span: Span) {
        let message = format!("found date 「{}」, expected a day of the calendar", mend(source.slice(span)));
        self.findings.report(Code::InvalidDate, span, message);
    }

    /// Hands over what was gathered, and accounts for what no element holds: marks alone are marks, words are unparsed,
    /// the page's markup is furniture.
    pub(crate) fn close(&mut self, source: &Source<'_>, markup: &[Span], notice: &mut Notice) {
        let findings = &mut self.findings;
        self.joined.report(findings, Code::JoinedLine, "paragraph", "broken over lines, joined");
        self.page_numbers.report(findings, Code::PageNumber, "page number", "inside the text, set aside");
        self.dropped_blanks.report(findings, Code::DroppedBlank, "name", "with blanks inside, read without");
        self.page_lines.report(findings, Code::PageLine, "line", "of the page, set aside");
        for &piece in markup {
            self.markup.add(piece);
        }
        self.markup.report(findings, Code::PageMarkup, "markup remnant", "of the page, read as blank");
        notice.metadata = std::mem::take(&mut self.metadata);
        notice.marks = std::mem::take(&mut self.marks);
        notice.furniture = std::mem::take(&mut self.furniture);
        notice.metadata.sort_by_key(|metadata| metadata.span);
        let mut at = 0;
        let mut markup = markup.iter().copied().peekable();
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
                    false if gap.len() > LONGEST_MARK || !(behind_value || is_value) => furniture.push(gap),
                    false => marks.push(gap),
                }
            }
            while let Some(piece) = markup.next_if(|piece| piece.start < span.start) {
                if piece.start >= at && !gap.contains(piece) {
                    furniture.push(piece);
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
            let start: String = source.slice(span).chars().filter(|&c| !is_blank(c)).take(12).collect();
            let message = format!("found text that fits no element, beginning 「{start}」");
            self.findings.report(Code::UnparsedText, span, message);
        }
        notice.furniture.extend(furniture);
        notice.marks.extend(marks);
        notice.marks.sort_unstable();
        join_touching(&mut notice.marks);
        notice.furniture.sort_unstable();
        notice.unparsed = unparsed;
    }
}
