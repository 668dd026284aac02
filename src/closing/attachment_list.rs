//! 附件说明: `附件：1.任务表`, and lists whose entries have labels of their own, a line each: `附件1：任务表`, `附件2：办理细则`.

use super::foot::Foot;
use super::signature::SIGNATORY_LINES;
use crate::gathered::Gathered;
use crate::grammar::attachment::{entries, entry, entry_mark, entry_number, list_label, list_start};
use crate::grammar::known_titles::KnownTitles;
use crate::grammar::name::line::is_organisation;
use crate::model::{Closing, PageRule};
use crate::page::footer::FILES;
use crate::page::furniture::is_furniture;
use crate::page::metadata::label_at_start;
use crate::text::boundary::ceil;
use crate::text::character::is_blank;
use crate::text::source::Source;
use crate::text::span::{Span, Text};
use crate::text::words::ends;

/// Bytes of an attachment list, at most: beyond them stands what is attached, or further entries. A guess.
pub(crate) const LIST_BYTES: usize = 3000;

/// Says that what the list names is not printed.
const LEFT_OUT: &str = "（略）";

/// `附件：1.…` at the end of a document without a signature; returns where it begins.
pub(crate) fn list_at_end(
    source: &Source<'_>,
    span: Span,
    closing: &mut Closing,
    gathered: &mut Gathered,
) -> Option<usize> {
    /// Eighty characters: a guess.
    const LONG_LINE_BYTES: usize = 240;
    let mut label = None;
    for line in source.lines(span).rev().take(SIGNATORY_LINES) {
        let slice = source.slice(line);
        let long = line.len() >= LONG_LINE_BYTES;
        // a list of its own has short lines
        let start = list_start(slice).filter(|&at| at > 0 || !long);
        label = start.map(|at| line.start + at).or(label);
        if long || slice.contains(['。', '；']) {
            break;
        }
    }
    let label = label.or_else(|| labelled_list_before(source, list_reach(source, span)))?;
    let mut foot = Foot { source, end: span.end, gathered };
    foot.list(Span::new(label, span.end), closing).then_some(label)
}

/// Where a list at the end of a span may stand: in its last bytes, and in lines before them that go on with entries.
fn list_reach(source: &Source<'_>, span: Span) -> Span {
    let from = ceil(source.text, span.end.saturating_sub(LIST_BYTES).max(span.start));
    if from == span.start {
        return span;
    }
    let mut start = from;
    for line in source.lines(Span::new(span.start, from)).rev() {
        let line = Span::new(source.line_start(line.start, span.start), line.end);
        let slice = source.slice(line);
        if entry_mark(slice, 0).is_none() {
            return Span::new(if list_start(slice).is_some() { line.start } else { start }, span.end);
        }
        start = line.start;
    }
    Span::new(start, span.end)
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

impl Foot<'_, '_> {
    /// `附件：1.…` above the signatories; returns where it begins.
    pub(super) fn list_before(&mut self, body: usize, end: usize, closing: &mut Closing) -> Option<usize> {
        let reach = list_reach(self.source, Span::new(body, end));
        let mut lines = self.source.lines(reach);
        let label = lines.find_map(|line| {
            let bare = bare_label(self.source, line, end).map(|label| label.start);
            bare.or_else(|| list_start(self.source.slice(line)).map(|at| line.start + at))
        });
        let label = label.or_else(|| labelled_list_before(self.source, reach))?;
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
        // A line that ends in `2.` numbers the name on the next line: do not join that name to the one before.
        let mut waits = false;
        // no name reaches over a line of the page
        let mut parted = false;
        let mut files = false;
        for line in self.source.lines(Span::new(span.start + label, span.end)) {
            let slice = self.source.slice(line);
            if is_furniture(slice) || label_at_start(slice).is_some() {
                furniture.push((PageRule::Furniture, line));
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
                furniture.push((PageRule::Files, line));
                continue;
            }
            for (index, &(at, number)) in starts.iter().enumerate() {
                let entry_end = starts.get(index + 1).map_or(slice.len(), |&(next, _)| next);
                let entry = Span::new(line.start + at, line.start + entry_end);
                let name = self.source.trim(Span::new(entry.start + number, entry.end));
                if number > 0 {
                    marks.push(self.source.trim(Span::new(entry.start, entry.start + number)));
                }
                // 附件：（略）1.任务表
                if (number, self.source.slice(name)) == (0, LEFT_OUT) {
                    marks.push(name);
                    continue;
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
            self.gathered.marks.extend(marks);
            self.gathered.furniture.extend(furniture);
        }
        found
    }

    fn name(&mut self, name: Span, numbered: bool, closing: &mut Closing) {
        /// A hundred characters: a guess.
        const NAME_BYTES: usize = 300;
        if name.is_empty() {
            return;
        }
        match closing.attachment_list.last_mut() {
            // a name goes on over a line, that of a file ends with its kind
            Some(last) if !numbered && last.value.len() < NAME_BYTES && !ends(&last.value, FILES) => {
                *last = self.source.words(last.span.hull(name));
            }
            _ => closing.attachment_list.push(self.source.words(name)),
        }
    }

    /// Whether an attachment list, not an attachment, follows the date: names and nothing else up to the end, or the name of
    /// the document that begins on the next line.
    pub(super) fn list_follows(&self, line: Span) -> bool {
        let slice = self.source.slice(line);
        let name = list_label(slice).map(|label| slice[label..].trim_start_matches(is_blank));
        let name = name.filter(|name| !name.is_empty());
        let next = self.source.lines(Span::new(line.end, self.end)).next();
        if name.zip(next).is_some_and(|(name, next)| names_again(self.source, name, next)) {
            return true;
        }
        let rest = self.source.trim(Span::new(line.start, self.end));
        if rest.len() > LIST_BYTES {
            return false;
        }
        (name.is_some() && !self.source.slice(rest).contains('。'))
            || labelled_list(self.source, rest) == Some(rest.end)
    }

    pub(super) fn list_after(&mut self, line: Span, closing: &mut Closing) -> usize {
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

/// Bytes from which a line is long enough that its name goes on below. A guess.
const LONG_BYTES: usize = 60;

/// Where the list that begins at `span.start` ends.
pub(crate) fn labelled_list(source: &Source<'_>, span: Span) -> Option<usize> {
    let mut end = None;
    let mut long = false;
    for line in source.lines(span) {
        let slice = source.slice(line);
        // 附件1.申报表⏎2.协议书: only the first has the label
        let numbered = || end.is_some() && entry_number(slice, 0).is_some() && !slice.contains('。');
        let labelled = entry(slice) || numbered();
        let signs = || slice.ends_with('日') || is_organisation(slice);
        let goes_on = || long && !slice.contains(['。', '，']) && !signs();
        if !labelled && !goes_on() {
            break;
        }
        long = slice.len() >= LONG_BYTES;
        end = Some(line.end);
    }
    end
}

/// Where the list begins that ends with `span`.
fn labelled_list_before(source: &Source<'_>, span: Span) -> Option<usize> {
    // a label is among the last two lines, those with numbers left out, or there is no list
    let mut last = source.lines(span).rev().take(SIGNATORY_LINES);
    let mut last = last.by_ref().skip_while(|&line| entry_number(source.slice(line), 0).is_some()).take(2);
    last.find(|&line| source.slice(line).contains('附'))?;
    let end = source.trim(span).end;
    let mut read = span.start;
    for line in source.lines(span) {
        let slice = source.slice(line);
        // a line break was lost behind the last sentence
        let sentence = slice.rfind('。').filter(|_| !entry(slice)).map_or(0, |at| at + '。'.len_utf8());
        let start = source.skip_blanks(line.start + sentence, line.end);
        if start < read || start == line.end {
            continue;
        }
        match labelled_list(source, Span::new(start, end)) {
            Some(reached) if reached == end => return Some(start),
            Some(reached) => read = reached,
            None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_over_lines_as_long_as_they_are_long() {
        let long = "青州省农村公路建设养护管理和安全生命防护工程";
        let list = format!("附件1：{long}\n{long}\n任务表\n附件2：细则");
        for (behind, end) in [
            ("", list.len()),
            ("\n青州省交通运输厅\n2024年5月10日", list.len()),
            ("\n任务表说明", list.len()),
        ] {
            let text = format!("{list}{behind}");
            let whole = Span::new(0, text.len());
            assert_eq!(labelled_list(&Source::new(&text), whole), Some(end), "{text}");
        }
        let signed = format!("附件1：{long}\n青州省交通运输厅");
        let end = signed.find('\n');
        assert_eq!(labelled_list(&Source::new(&signed), Span::new(0, signed.len())), end);
    }
}
