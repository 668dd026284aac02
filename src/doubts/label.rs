//! Labels that say who answers, with names behind them of which none was read.

use super::Doubts;
use crate::grammar::name::line::organisations;
use crate::model::Code;
use crate::text::boundary::floor;
use crate::text::character::is_blank;
use crate::text::span::Span;
use crate::text::words::{COLONS, ends};

/// What a label that gives units ends in; those of hosts, `主办单位：`, stand in pages too.
const LABELS: &[&str] = &[
    "责任单位",
    "责任部门",
    "牵头单位",
    "牵头部门",
    "配合单位",
    "配合部门",
    "参加单位",
    "参与单位",
    "落实单位",
    "主责单位",
];

impl Doubts<'_, '_> {
    /// A label with an organ behind it that stands in no clause: `责任单位：省财政厅……`.
    pub(super) fn label(&mut self) {
        let text = self.source.text;
        let nouns = memchr::memmem::find_iter(text.as_bytes(), "单位");
        let departments = memchr::memmem::find_iter(text.as_bytes(), "部门");
        let labelled = nouns.chain(departments).filter_map(|at| self.labelled(at + "单位".len()));
        let found: Vec<Span> = labelled.collect();
        if found.is_empty() {
            return;
        }
        let clauses = self.notice.tasks().filter_map(|(_, task)| task.responsibility.as_ref());
        let mut read: Vec<Span> = clauses.map(|clause| clause.span).collect();
        read.extend(self.notice.metadata.iter().map(|label| label.key.span.hull(label.value.span)));
        read.sort_unstable();
        let is_read = |label: &Span| {
            let behind = read.partition_point(|span| span.start <= label.start);
            read[..behind].last().is_some_and(|span| label.start < span.end)
        };
        let Some(label) =
            found.into_iter().find(|label| !is_read(label) && !self.source.is_in_table(label.start))
        else {
            return;
        };
        let message = format!("found 「{}」 with names behind it, read no unit", self.quoted(label));
        self.report(Code::DoubtfulUnit, label, message);
    }

    /// A clause that ends in a colon: what stands before it is the next label's or heading's, and its last name may be lost.
    pub(super) fn clause_end(&mut self) {
        let mut clauses = self.notice.tasks().filter_map(|(_, task)| task.responsibility.as_ref());
        let Some(clause) = clauses.find(|clause| clause.text.ends_with(COLONS)) else { return };
        let span = clause.span;
        self.report(Code::DoubtfulUnit, span, "found a clause that ends in a colon, expected its end before");
    }

    /// The label that ends at `end` and the name behind its colon.
    fn labelled(&self, end: usize) -> Option<Span> {
        /// Two hundred bytes: a name, a guess.
        const NAME_BYTES: usize = 200;
        let text = self.source.text;
        let behind = text[end..].trim_start_matches(is_blank).strip_prefix(COLONS)?;
        let label = LABELS.iter().find(|label| ends(&text[..end], &[**label]))?;
        let name = behind[..floor(behind, NAME_BYTES.min(behind.len()))].trim_start_matches(is_blank);
        let name = name.split(['、', '，', '；', '。', '\n', ',', ';']).next()?.trim_end_matches(is_blank);
        organisations(name)?;
        let start = end - label.len();
        Some(Span::new(start, name.as_ptr() as usize - text.as_ptr() as usize + name.len()))
    }
}
