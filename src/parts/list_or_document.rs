//! Which labels head a list of attachments, and which an attached document.

use super::progress::Parts;
use crate::closing::{LIST_BYTES, bare_label, labelled_list, names_again};
use crate::grammar::attachment;
use crate::grammar::date::Dated;
use crate::grammar::name::line::{is_organisation, organisations};
use crate::text::character::is_blank;
use crate::text::span::Span;
use crate::text::words::COLONS;

impl Parts<'_, '_> {
    /// Where the names under a bare `附件：` end that stands behind the text and in front of organs and the day: names of
    /// documents, which begin none.
    pub(super) fn signed_list(&self, line: Span, span: Span) -> Option<usize> {
        let reach = self.source.floor(line.start + LIST_BYTES).min(span.end);
        let label = bare_label(self.source, line, reach)?;
        let above = self.source.lines(Span::new(span.start, line.start)).next_back()?;
        let (day, _) = self.day_behind(line, reach)?;
        let names = Span::new(label.end, self.source.line_start(day.start, label.end));
        let signer = self.source.lines(names).next_back()?;
        let stands = self.source.trim(Span::new(names.end, day.start)).is_empty()
            && organisations(self.source.slice(signer)).is_some()
            && self.source.count_lines(names) > 1
            && self.source.slice(above).ends_with('。')
            && !self.source.slice(names).contains('。');
        stands.then_some(names.end)
    }

    /// The first day behind the start of a line, if it stands before `end`.
    fn day_behind(&self, line: Span, end: usize) -> Option<&Dated> {
        let first = self.days.partition_point(|(range, _)| range.start <= line.start);
        self.days.get(first).filter(|(range, _)| range.end <= end)
    }

    /// Where the document begins that `附件：办理细则` names and that stands under its title below: the line is a list of one.
    pub(super) fn titled_below(&self, line: Span, label: usize, end: usize) -> Option<usize> {
        let slice = self.source.slice(line);
        let name = slice[label..].trim_start_matches(is_blank);
        let next = self.source.lines(Span::new(line.end, end)).next()?;
        let listed = slice[..label].ends_with(COLONS) && !name.is_empty();
        (listed && names_again(self.source, name, next)).then_some(next.start)
    }

    /// Whether `附件：…` or `附件1：…`, its label so long, is the list in front of a signature: a signature or the end follows
    /// before any prose.
    pub(super) fn is_list(&self, line: Span, label: usize, end: usize) -> bool {
        /// Fifty characters: a guess.
        const ENTRY_BYTES: usize = 160;
        let slice = self.source.slice(line);
        let labelled = self.labelled_list(line, end);
        if labelled.is_none() && !slice[..label].trim_end_matches(is_blank).ends_with(COLONS) {
            return false;
        }
        if attachment::entry_number(slice[label..].trim_start_matches(is_blank), 0).is_some() {
            return true;
        }
        // 附件：办理细则 and then 附件 alone over it
        let mut below =
            self.source.lines(Span::new(line.end, end)).take(3).map(|line| self.source.slice(line));
        if below.any(|line| attachment::label(line) == Some(line.len())) {
            return true;
        }
        let next_day = self.day_behind(line, end);
        if let Some(list_end) = labelled {
            return self.is_signed_list(Span::new(list_end, end), next_day);
        }
        let entries = self.source.lines(Span::new(line.end, end)).take_while(|&entry| {
            let words = self.source.slice(entry);
            attachment::entry_number(words, 0).is_some() && words.len() < ENTRY_BYTES && !words.contains('。')
        });
        let list_end = entries.last().map_or(line.end, |entry| entry.end);
        let reach = self.source.floor(line.start + LIST_BYTES).min(end);
        let prose = self.source.text[line.start..reach].find('。').map_or(reach, |at| line.start + at);
        let signed = |range: &std::ops::Range<usize>| {
            range.start < prose || (list_end > line.end && range.start < list_end + 600)
        };
        next_day.is_some_and(|(range, _)| signed(range)) || prose == end
    }

    /// Where the list ends in which the line is an entry with a label of its own. Its lines are asked for one by one.
    fn labelled_list(&self, line: Span, end: usize) -> Option<usize> {
        let last = self.labelled.get();
        if (last.start..last.end).contains(&line.start) && last.end <= end {
            return Some(last.end);
        }
        let reach = self.source.floor(line.start + LIST_BYTES).min(end);
        let found = labelled_list(self.source, Span::new(line.start, reach))?;
        self.labelled.set(Span::new(line.start, found));
        Some(found)
    }

    /// Whether nothing, or organs and the day, stand behind a list whose entries have labels.
    fn is_signed_list(&self, behind: Span, next_day: Option<&Dated>) -> bool {
        if self.source.trim(behind).is_empty() {
            return true;
        }
        let Some(day) = next_day
            .map(|(range, _)| range.start)
            .filter(|day| (behind.start..behind.start + LIST_BYTES).contains(day))
        else {
            return false;
        };
        let names = Span::new(behind.start, day);
        // a person may sign below the organ
        let mut last = self.source.lines(names).rev().take(2);
        self.source.trim(names).is_empty()
            || (!self.source.slice(names).contains('。')
                && last.any(|line| is_organisation(self.source.slice(line))))
    }
}
