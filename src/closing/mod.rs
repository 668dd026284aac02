//! The foot of a document: attachment list, signatories, date, annotation, imprint.

mod imprint;
mod labelled;
mod signature;

pub(crate) use imprint::{begins_imprint, imprint};
pub(crate) use labelled::labelled_list;
use labelled::labelled_list_before;
use signature::{Dating, Signature};

use crate::footer::{FILES, is_link};
use crate::furniture::is_furniture;
use crate::grammar::attachment::{self, entries, entry_mark, list_label, list_start};
use crate::grammar::date::{Dated, is_unfinished_day};
use crate::grammar::known_titles::KnownTitles;
use crate::grammar::name::line::organisations;
use crate::margin::Margin;
use crate::model::{Closing, Code, Date};
use crate::text::boundary::{ceil, floor};
use crate::text::character::is_blank;
use crate::text::mend::mend;
use crate::text::source::Source;
use crate::text::span::{Span, Spanned, Text};
use crate::text::words::{begins, ends};

/// Lines of signatories above the date, at most: no joint notice of more was seen.
const SIGNATORY_LINES: usize = 40;
/// Bytes of an attachment list, at most: beyond them stands what is attached.
pub(crate) const LIST_REACH: usize = 3000;

/// The foot of the document in `span`, if it has one; returns it with its place. `begins` tells whether the text at its
/// argument is known to begin another document.
pub(crate) fn closing(
    source: &Source<'_>,
    span: Span,
    days: &[Dated],
    issuers: &[Text],
    begins: &dyn Fn(usize) -> bool,
    margin: &mut Margin,
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
    Some(Foot { source, end: span.end, margin }.read(span.start, &signature, dated))
}

/// `附件：1.…` at the end of a document without a signature; returns where it begins.
pub(crate) fn list_at_end(
    source: &Source<'_>,
    span: Span,
    closing: &mut Closing,
    margin: &mut Margin,
) -> Option<usize> {
    let mut label = None;
    for line in source.lines(span).rev().take(SIGNATORY_LINES) {
        let slice = source.slice(line);
        let long = line.len() >= 240;
        // a list of its own has short lines
        let start = list_start(slice).filter(|&at| at > 0 || !long);
        label = start.map(|at| line.start + at).or(label);
        if long || slice.contains(['。', '；']) {
            break;
        }
    }
    let reach = ceil(source.text, span.end.saturating_sub(LIST_REACH).max(span.start));
    let label = label.or_else(|| labelled_list_before(source, Span::new(reach, span.end)))?;
    let mut foot = Foot { source, end: span.end, margin };
    foot.list(Span::new(label, span.end), closing).then_some(label)
}

/// `附件：` alone on the line, or its colon on the next.
pub(crate) fn bare_label(source: &Source<'_>, line: Span, end: usize) -> Option<Span> {
    if source.slice(line) == "附件" {
        let colon = source.lines(Span::new(line.end, end)).next()?;
        return (list_label(source.slice(line.hull(colon)))? == colon.end - line.start)
            .then(|| line.hull(colon));
    }
    (list_label(source.slice(line)) == Some(line.len())).then_some(line)
}

struct Foot<'s, 't> {
    source: &'s Source<'t>,
    end: usize,
    margin: &'s mut Margin,
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
                None => self.margin.report_no_day(self.source, span),
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
            self.margin.findings.report(Code::CompatibilityCharacter, span, message);
        }
    }

    /// `（章）` between the names and the date.
    fn seals(&mut self, signature: &Signature, date: usize) {
        let ends = signature.names.iter().map(|name| name.end);
        let starts = signature.names.iter().skip(1).map(|name| name.start).chain([date]);
        for (end, start) in ends.zip(starts) {
            let gap = self.source.trim(Span::new(end, start.max(end)));
            if !gap.is_empty() {
                self.margin.marks.push(gap);
            }
        }
    }

    /// `附件：1.…` above the signatories; returns where it begins.
    fn list_before(&mut self, body: usize, end: usize, closing: &mut Closing) -> Option<usize> {
        let from = ceil(self.source.text, end.saturating_sub(LIST_REACH).max(body));
        let mut lines = self.source.lines(Span::new(from, end));
        let label = lines.find_map(|line| {
            let bare = bare_label(self.source, line, end).map(|label| label.start);
            bare.or_else(|| list_start(self.source.slice(line)).map(|at| line.start + at))
        });
        let label = label.or_else(|| labelled_list_before(self.source, Span::new(from, end)))?;
        let names = Span::new(label, end);
        let length: usize = self.source.lines(names).map(Span::len).sum();
        if length > 1200 && self.source.slice(names).contains('。') {
            return None;
        }
        self.list(names, closing).then_some(label)
    }

    /// The names of an attachment list: one a line, or one a number. Whether there was any.
    fn list(&mut self, span: Span, closing: &mut Closing) -> bool {
        let label = list_label(self.source.slice(span)).unwrap_or(0);
        let (mut marks, mut furniture) = (Vec::new(), Vec::new());
        if label > 0 {
            marks.push(self.source.trim(Span::new(span.start, span.start + label)));
        }
        // A number at a line's end numbers the name below: joined to the name before, that would reach over the number.
        let mut waits = false;
        // no name reaches over a line of the page
        let mut parted = false;
        let mut files = false;
        for line in self.source.lines(Span::new(span.start + label, span.end)) {
            let slice = self.source.slice(line);
            if is_furniture(slice) {
                furniture.push(line);
                parted = true;
                continue;
            }
            let mut starts = entries(slice);
            if starts.first().is_none_or(|&(at, _)| at > 0) {
                starts.insert(0, (0, 0));
            }
            // from a name that stands again on, the page lists its files
            let stands =
                |rest: &str| rest.is_empty() || rest.starts_with(|c| is_blank(c) || matches!(c, '.' | '<'));
            let again = |name: &Text| {
                let len = KnownTitles::of(&name.value).at_start(slice);
                !waits && len.is_some_and(|len| stands(&slice[len..]))
            };
            files |= starts == [(0, 0)] && closing.attachment_list.iter().any(again);
            if files {
                furniture.push(line);
                continue;
            }
            for (index, &(at, number)) in starts.iter().enumerate() {
                let entry_end = starts.get(index + 1).map_or(slice.len(), |&(next, _)| next);
                let entry = Span::new(line.start + at, line.start + entry_end);
                let name = self.source.trim(Span::new(entry.start + number, entry.end));
                if number > 0 {
                    marks.push(self.source.trim(Span::new(entry.start, entry.start + number)));
                }
                let words = self.source.slice(name).trim_end_matches(['；', '。', ';']);
                let name = Span::new(name.start, name.start + words.len());
                let numbered = std::mem::take(&mut parted) || number > 0 || waits;
                waits = numbered && name.is_empty();
                self.name(name, numbered, closing);
            }
        }
        let found = !closing.attachment_list.is_empty();
        if found {
            self.margin.marks.extend(marks);
            self.margin.furniture.extend(furniture);
        }
        found
    }

    fn name(&mut self, name: Span, numbered: bool, closing: &mut Closing) {
        if name.is_empty() {
            return;
        }
        match closing.attachment_list.last_mut() {
            // a name goes on over a line, that of a file ends with its kind
            Some(last) if !numbered && last.value.len() < 300 && !ends(&last.value, FILES) => {
                *last = self.source.words(last.span.hull(name));
            }
            _ => closing.attachment_list.push(self.source.words(name)),
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
                let imprint = imprint(self.source, line.start, self.end, self.margin);
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
                self.margin.furniture.push(Span::new(line.start, end));
                end
            } else if is_furniture(slice) && self.source.begins_line(line.start) || is_link(slice) {
                self.margin.furniture.push(line);
                line.end
            } else {
                return at;
            };
        }
    }

    fn annotation(&mut self, line: Span, closing: &mut Closing) -> usize {
        /// Bytes in which a bracket that its line leaves open closes.
        const REACH: usize = 400;
        let bracket = |c: &char| matches!(c, '（' | '(');
        let open = self.source.slice(line).chars().next().filter(bracket).map_or(0, char::len_utf8);
        let closes = |slice: &str| slice.find(['）', ')']);
        let reach = self.source.floor(line.start + REACH).min(self.end);
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
            self.margin.marks.push(Span::new(line.start, line.start + open));
        }
        if close < slice.len() {
            self.margin.marks.push(Span::new(line.start + close, line.start + end));
        }
        closing.annotation = Some(self.source.words(Span::new(line.start + open, line.start + close)));
        line.start + end
    }

    /// Whether an attachment list, not an attachment, follows the date: names and nothing else up to the end, or the name of
    /// the document that begins on the next line.
    fn list_follows(&self, line: Span) -> bool {
        let slice = self.source.slice(line);
        let name = list_label(slice).map(|label| slice[label..].trim_start_matches(is_blank));
        let name = name.filter(|name| !name.is_empty());
        let next = self.source.lines(Span::new(line.end, self.end)).next();
        if name.zip(next).is_some_and(|(name, next)| names_again(self.source, name, next)) {
            return true;
        }
        let rest = self.source.trim(Span::new(line.start, self.end));
        if rest.len() > LIST_REACH {
            return false;
        }
        (name.is_some() && !self.source.slice(rest).contains('。'))
            || labelled_list(self.source, rest) == Some(rest.end)
    }

    fn list_after(&mut self, line: Span, closing: &mut Closing) -> usize {
        let mut end = line.end;
        for next in self.source.lines(Span::new(line.end, self.end)) {
            let slice = self.source.slice(next);
            if entry_mark(slice, 0).is_none() {
                break;
            }
            end = next.end;
        }
        if self.list(Span::new(line.start, end), closing) { end } else { line.start }
    }
}

/// Whether the line is the name again, or begins with it.
pub(crate) fn names_again(source: &Source<'_>, name: &str, line: Span) -> bool {
    KnownTitles::of(name).at_start(source.slice(line)).is_some()
}

/// `（此件公开发布）`, `（本文有删减）`
fn is_annotation(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "此件",
        "此文",
        "本文",
        "公开属性",
        "公开形式",
        "本件",
        "信息公开",
        "联系",
        "公开方式",
        "共印",
        "有删",
        "此文件",
    ];
    let bare = ["此件公开发布", "此件主动公开", "此件依申请公开", "此件不予公开"];
    let Some(inside) = text.strip_prefix(['（', '(']) else { return bare.contains(&text) };
    let inside = &inside[..floor(inside, 300)];
    let inside = &inside[..inside.find(['）', ')', '\n']).unwrap_or(inside.len())];
    let inside = inside.trim_start_matches(is_blank);
    begins(inside, WORDS)
}
