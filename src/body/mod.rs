//! The body of a document: preamble, and the tree of numbered items with their headings and paragraphs.

mod heading;
mod paragraph;

use crate::gathered::Gathered;
use crate::model::{Body, Code, Finding, Marker, MarkerPlace, Section};
use crate::outline::{Choice, CloseCall, Item, Order, Outline, candidates, dropped_run, outline};
use crate::text::source::Source;
use crate::text::span::Span;
use heading::{Next, heading, mend_torn, unhead_last};
use paragraph::paragraphs;

/// Reads the body at `span`.
pub(crate) fn body(source: &Source<'_>, span: Span, gathered: &mut Gathered) -> Body {
    let candidates = candidates(source, span);
    let Outline { items, close } = outline(&candidates);
    let first = items.first().map_or(span.end, |item| item.candidate.start);
    let mut body =
        Body { preamble: paragraphs(source, 0, Span::new(span.start, first), gathered), ..Body::default() };
    gathered.bodies.push(span);
    report_order(source, &items, gathered);
    report_close(source, &close, gathered);
    if let Some((first, count)) = dropped_run(&candidates, &items) {
        let label = source.slice(first);
        let message =
            format!("found 「{label}」 and {} numbers behind it that go on, read as text", count - 1);
        gathered.findings.report(Code::DroppedNumbers, first, message);
    }
    let children = children(&items);
    let mut tree = Tree { source, end: span.end, items: &items, children: &children, at: 0, gathered };
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

/// The items while they are made into sections, each with what stands behind it.
struct Tree<'s, 't> {
    source: &'s Source<'t>,
    end: usize,
    items: &'s [Item],
    children: &'s [usize],
    at: usize,
    gathered: &'s mut Gathered,
}

impl Tree<'_, '_> {
    /// The items from here on that are at least this deep.
    fn level(&mut self, depth: u8, count: usize) -> Vec<Section> {
        let mut sections = Vec::with_capacity(count);
        while let Some(item) = self.items.get(self.at).filter(|item| item.depth >= depth) {
            sections.push(self.section(*item));
        }
        mend_torn(self.source, &mut sections, self.gathered);
        unhead_last(self.source, &mut sections);
        sections
    }

    /// The next item with its sub-items: `（一）指导思想。坚持…`.
    fn section(&mut self, item: Item) -> Section {
        let count = self.children[self.at];
        self.at += 1;
        let marker = item.candidate;
        if self.source.slice(marker.span()).contains('\n') {
            self.gathered.joined.add(marker.span());
        }
        let end = self.items.get(self.at).map_or(self.end, |next| next.candidate.start);
        let text = Span::new(marker.end(), end);
        let next = match count {
            0 if self.at == self.items.len() => Next::End,
            0 => Next::Item,
            _ => Next::SubItem,
        };
        let table = self.source.first_table(text);
        let (before, next) =
            table.map_or((text, next), |table| (Span::new(text.start, table.start), Next::SubItem));
        let (heading, rest) = heading(self.source, marker, before, next);
        let rest = Span::new(rest.start, end);
        let paragraphs = paragraphs(self.source, marker.start, rest, self.gathered);
        let sections = self.level(item.depth + 1, count);
        let own_end = paragraphs.last().or(heading.as_ref()).map_or(marker.end(), |text| text.span.end);
        let section_end = sections.last().map_or(own_end, |section| section.span.end);
        Section {
            marker: Marker {
                label: self.source.words(marker.span()).value,
                style: marker.numbering.style,
                ordinal: marker.numbering.ordinal.into(),
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
}

/// Reports numbers that leave the order (11 and then 13) or have lost their mark.
fn report_order(source: &Source<'_>, items: &[Item], gathered: &mut Gathered) {
    for item in items {
        let span = item.candidate.span();
        let label = || source.words(span).value;
        if item.candidate.place == MarkerPlace::Dotless {
            let message =
                format!("found number 「{}」 without a mark behind it, taken for an item's", label());
            gathered.findings.report(Code::UnmarkedNumber, span, message);
        }
        match item.order {
            // a list under an unnumbered heading begins again; the outermost level hardly does
            Order::Restarted if item.depth == 1 => {
                let message = format!(
                    "found item 「{}」 where the outermost numbers begin again, expected an attached document",
                    label()
                );
                gathered.findings.report(Code::NumberOutOfOrder, span, message);
            }
            Order::Follows | Order::Restarted => {}
            Order::Leaps(expected) => {
                let message = format!("found item 「{}」, expected number {expected}", label());
                let finding = Finding::new(Code::NumberOutOfOrder, span, message);
                gathered.findings.add(finding.expected(&expected));
            }
            Order::Repeated => {
                let expected = item.candidate.numbering.ordinal + 1;
                let message = format!("found item 「{}」 a second time, expected number {expected}", label());
                gathered.findings.add(Finding::new(Code::RepeatedNumber, span, message).expected(&expected));
            }
        }
    }
}

/// Reports items that another reading takes for something else at no more, or hardly more, than the best one costs.
fn report_close(source: &Source<'_>, close: &[CloseCall], gathered: &mut Gathered) {
    let read_as = |choice: Choice| match choice {
        Some(depth) => format!("an item of level {depth}"),
        None => "text".to_owned(),
    };
    for call in close {
        let span = call.candidate.span();
        let (label, taken, other) = (source.words(span).value, read_as(call.taken), read_as(call.other));
        let more = match call.margin {
            0 => "no more".to_owned(),
            margin => format!("{margin} more"),
        };
        let message = format!("found 「{label}」, read as {taken}; a reading as {other} costs {more}");
        gathered.findings.add(Finding::new(Code::DoubtfulItem, span, message));
    }
}
