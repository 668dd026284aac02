//! Labels that say who answers, with names behind them of which none was read.

use super::Doubts;
use crate::grammar::name::line::organisations;
use crate::model::{Code, Responsibility};
use crate::text::boundary::floor;
use crate::text::character::is_blank;
use crate::text::span::Span;
use crate::text::words::COLONS;

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
        let mut read: Vec<Span> = self.clauses().map(|clause| clause.span).collect();
        read.extend(self.notice.metadata.iter().map(|label| label.key.span.hull(label.value.span)));
        read.sort_unstable();
        let is_read = |at: usize| {
            let behind = read.partition_point(|span| span.start <= at);
            read[..behind].last().is_some_and(|span| at < span.end)
        };
        let nouns = memchr::memmem::find_iter(text.as_bytes(), "单位");
        let departments = memchr::memmem::find_iter(text.as_bytes(), "部门");
        let labels = nouns.chain(departments).filter_map(|at| self.label_before_colon(at + "单位".len()));
        let mut open =
            labels.filter(|(label, _)| !is_read(label.start) && !self.source.is_in_table(label.start));
        let Some(label) = open.find_map(|(label, behind)| with_name(text, label, behind)) else { return };
        let message = format!("found 「{}」 with names behind it, read no unit", self.quoted(label));
        self.report(Code::DoubtfulUnit, label, message);
    }

    /// A clause that ends in a colon: what stands before it is the next label's or heading's, and its last name may be lost.
    pub(super) fn clause_end(&mut self) {
        let Some(clause) = self.clauses().find(|clause| clause.text.ends_with(COLONS)) else { return };
        let span = clause.span;
        self.report(Code::DoubtfulUnit, span, "found a clause that ends in a colon, expected its end before");
    }

    fn clauses(&self) -> impl Iterator<Item = &Responsibility> {
        self.notice.tasks().filter_map(|(_, task)| task.responsibility.as_ref())
    }

    /// The label that ends at `end`, and what stands behind its colon.
    fn label_before_colon(&self, end: usize) -> Option<(Span, &str)> {
        let (before, behind) = self.source.text.split_at(end);
        let behind = behind.trim_start_matches(is_blank).strip_prefix(COLONS)?;
        let label = LABELS.iter().find(|label| before.ends_with(**label))?;
        Some((Span::new(end - label.len(), end), behind))
    }
}

/// The label and the name behind its colon, if it is an organ's.
fn with_name(text: &str, label: Span, behind: &str) -> Option<Span> {
    /// Two hundred bytes: a name, a guess.
    const NAME_BYTES: usize = 200;
    let name = behind[..floor(behind, NAME_BYTES)].trim_start_matches(is_blank);
    let name = name.split(['、', '，', '；', '。', '\n', ',', ';']).next()?.trim_end_matches(is_blank);
    organisations(name)?;
    Some(Span::new(label.start, name.as_ptr() as usize - text.as_ptr() as usize + name.len()))
}
