//! The foot of a document: attachment list, signatories, date, annotation, imprint.

mod annotation;
mod attachment_list;
mod foot;
mod imprint;
mod seal;
mod signature;

use annotation::is_annotation;
pub(crate) use attachment_list::{LIST_BYTES, bare_label, labelled_list, list_at_end, names_again};
use foot::Foot;
pub(crate) use imprint::{begins_imprint, imprint};
pub(crate) use signature::SIGNATORY_LINES;
use signature::{Dating, Signature};

use crate::gathered::Gathered;
use crate::grammar::attachment;
use crate::grammar::date::{Dated, is_unfinished_day};
use crate::grammar::name::line::organisations;
use crate::model::{Closing, Code, Date, Finding, PageRule};
use crate::page::footer::is_link;
use crate::page::furniture::is_furniture;
use crate::text::boundary::ceil;
use crate::text::character::is_blank;
use crate::text::mend::mend;
use crate::text::source::Source;
use crate::text::span::{Span, Spanned, Text};

/// The foot of the document in `span`, if it has one; returns it with its place. `begins` tells whether the text at its
/// argument is known to begin another document.
pub(crate) fn closing(
    source: &Source<'_>,
    span: Span,
    days: &[Dated],
    issuers: &[Text],
    begins: &dyn Fn(usize) -> bool,
    gathered: &mut Gathered,
) -> Option<(Closing, Span)> {
    let first = days.partition_point(|(range, _)| range.start < span.start);
    let mut inside = days[first..].iter().take_while(|(range, _)| range.end <= span.end);
    let dating = |range| Dating { source, span, range, begins };
    let signed =
        |(range, day): &Dated| Some((dating(range.clone()).signature()?, Some((range.clone(), *day))));
    let dated = inside.find_map(signed);
    let end = dated.as_ref().and_then(|(_, dated)| dated.as_ref()).map_or(span.end, |(range, _)| range.start);
    let mut above = source.lines(Span::new(span.start, end));
    let unfinished = above.find_map(|line| {
        let unfinished = is_unfinished_day(source.slice(line)).then_some(line)?;
        Some((dating(unfinished.range()).unfinished()?, Some((unfinished.range(), None))))
    });
    let undated = || Some((dating(span.end..span.end).undated(issuers)?, None));
    let (signature, dated) = unfinished.or(dated).or_else(undated)?;
    Some(Foot { source, end: span.end, gathered }.read(span.start, &signature, dated))
}

impl Foot<'_, '_> {
    fn read(mut self, body: usize, signature: &Signature, dated: Option<Dated>) -> (Closing, Span) {
        let mut closing = Closing::default();
        let mut start = signature.start;
        if let Some(list) = self.list_before(body, signature.start, &mut closing) {
            start = list;
        }
        closing.signatories = signature.names.iter().map(|&name| self.source.words(name)).collect();
        let mut end = signature.names.last().map_or(signature.start, |last| last.end);
        let place = dated.as_ref().map_or(end, |(range, _)| range.start);
        self.seals(signature, place);
        if let Some((range, day)) = dated {
            let span = Span::from(range);
            end = end.max(span.end);
            match day {
                Some(value) => {
                    self.look_alikes(span, value);
                    closing.date = Some(Spanned { value, span });
                }
                None => self.gathered.report_no_day(self.source, span),
            }
        }
        let end = self.after_date(end, &mut closing);
        (closing, Span::new(start, end))
    }

    /// Reports characters in a date that stand for others: `О` for `〇`, `曰` for `日`.
    fn look_alikes(&mut self, span: Span, value: Date) {
        let words = mend(self.source.slice(span));
        let odd = |c: char| {
            !(is_blank(c)
                || crate::text::numeral::is_digit(c)
                || "〇零一二三四五六七八九十廿卅年月日".contains(c))
        };
        if words.chars().any(odd) {
            let message =
                format!("found date 「{words}」 with characters that stand for others, read as {value}");
            let finding = Finding::new(Code::CompatibilityCharacter, span, message);
            self.gathered.findings.add(finding.read_as(&value));
        }
    }

    /// `（章）` between the names and the date.
    fn seals(&mut self, signature: &Signature, date: usize) {
        let ends = signature.names.iter().map(|name| name.end);
        let starts = signature.names.iter().skip(1).map(|name| name.start).chain([date]);
        for (end, start) in ends.zip(starts) {
            let gap = self.source.trim(Span::new(end, start.max(end)));
            if !gap.is_empty() {
                self.gathered.marks.push(gap);
            }
        }
    }

    /// Annotation, attachment list and imprint behind the date, in any order.
    fn after_date(&mut self, mut at: usize, closing: &mut Closing) -> usize {
        loop {
            let next = self.source.skip_blanks(at, self.end);
            let line = self.source.rest_of_line(next, self.end);
            let slice = self.source.slice(line);
            if slice.is_empty() {
                return at;
            }
            at = if closing.annotation.is_none() && is_annotation(slice) {
                self.annotation(line, closing)
            } else if closing.imprint.is_none() && begins_imprint(slice) {
                let imprint = imprint(self.source, line.start, self.end, self.gathered);
                let end = imprint.span.end;
                closing.imprint = Some(imprint);
                end
            } else if closing.attachment_list.is_empty() && self.list_follows(line) {
                match self.list_after(line, closing) {
                    end if end > line.start => end,
                    _ => return at,
                }
            } else if closing.annotation.is_some() && is_annotation(slice) {
                let end = line.start
                    + slice
                        .find(['）', ')'])
                        .map_or(slice.len(), |at| at + slice[at..].chars().next().map_or(0, char::len_utf8));
                self.gathered.set_aside(PageRule::Again, Span::new(line.start, end));
                end
            } else if is_furniture(slice) && self.source.begins_line(line.start) || is_link(slice) {
                self.gathered
                    .set_aside(if is_link(slice) { PageRule::Files } else { PageRule::Furniture }, line);
                line.end
            } else {
                return at;
            };
        }
    }

    fn annotation(&mut self, line: Span, closing: &mut Closing) -> usize {
        /// Bytes in which a bracket that its line leaves open closes. A guess.
        const REACH_BYTES: usize = 400;
        let bracket = |c: &char| matches!(c, '（' | '(');
        let open = self.source.slice(line).chars().next().filter(bracket).map_or(0, char::len_utf8);
        let closes = |slice: &str| slice.find(['）', ')']);
        let reach = self.source.floor(line.start + REACH_BYTES).min(self.end);
        let own = |line: &Span| {
            let slice = self.source.slice(*line);
            !begins_imprint(slice) && organisations(slice).is_none() && attachment::label(slice).is_none()
        };
        // what begins another element is none of it
        let last = self.source.lines(Span::new(line.start, reach)).take_while(own).last();
        let reach = Span::new(line.start, last.map_or(line.end, |last| last.end));
        let below = open > 0 && closes(self.source.slice(line)).is_none();
        let below = below.then(|| closes(self.source.slice(reach))).flatten();
        let slice = below.map_or(self.source.slice(line), |_| self.source.slice(reach));
        let close = closes(slice).unwrap_or(slice.len());
        let end = ceil(slice, close + 1);
        if open > 0 {
            self.gathered.marks.push(Span::new(line.start, line.start + open));
        }
        if close < slice.len() {
            self.gathered.marks.push(Span::new(line.start + close, line.start + end));
        }
        closing.annotation = Some(self.source.words(Span::new(line.start + open, line.start + close)));
        line.start + end
    }
}
