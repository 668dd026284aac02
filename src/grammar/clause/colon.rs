//! What a colon brings in: units behind a label, a time, or what this grammar does not read.

use std::ops::Range;

use super::label::{Label, Topic, label_behind};
use super::piece::{Mark, trimmed};
use super::read::{OF_WHICH, Reader};
use super::role;
use super::said::Flaw;
use crate::grammar::name::list::list_shape;
use crate::grammar::name::organ::{Shape, before_prose, shape};
use crate::grammar::name::prefix::shares_departments;
use crate::model::Role;
use crate::text::words::ends;

/// The label of those who answer beside the one that leads: `牵头单位：省自然资源厅，成员单位：省财政厅`.
const MEMBERS: &str = "成员单位";

impl Reader<'_> {
    /// A label, or words before a colon that are none.
    pub(super) fn colon(&mut self, range: Range<usize>) {
        self.end_remark(range.start);
        if self.text[range.clone()].ends_with(OF_WHICH) {
            let before = range.start..range.end - OF_WHICH.len();
            if !before.is_empty() {
                self.content(before, Mark::Semicolon);
            }
            return;
        }
        let near = |label: &Label| label.start + 18 >= range.start || label.start >= range.start;
        let label = label_behind(self.text, range.start, range.end).filter(near);
        let Some(label) = label.or_else(|| self.verb_below(range.clone())) else {
            return self.unknown_label(range);
        };
        let start = label.start.max(range.start);
        if start > range.start {
            self.content(trimmed(self.text, range.start..start), Mark::Semicolon);
        }
        self.release();
        self.close(None);
        self.helped = false;
        self.topic = Some(label.topic);
        self.spoken = false;
        if let Topic::Units(role) = label.topic {
            // 牵头： is told by the names behind it, as a verb is by those before it
            let verb = role::phrase(&self.text[start..range.end]).is_some_and(|phrase| phrase.start == 0);
            let count = if verb { &mut self.out.closing } else { &mut self.out.labels };
            *count += 1;
            self.out.role_words.push((role, start..range.end));
        }
    }

    /// A verb that is the next line's label: `配合：` below `牵头：省财政厅`.
    fn verb_below(&self, range: Range<usize>) -> Option<Label> {
        let above = self.out.labels == 0 && matches!(self.topic, Some(Topic::Units(_)));
        let verb = role::phrase(&self.text[range.clone()]).filter(|_| above)?;
        let start = range.start + verb.start;
        let names = list_shape(&self.text[range.start..start]) >= Shape::Weak;
        label_behind(self.text, start, range.end).filter(|label| names && label.start == start)
    }

    /// Words before a colon that are no known label; behind one that is, those that name units are told.
    fn unknown_label(&mut self, mut range: Range<usize>) {
        let words = &self.text[range.clone()];
        if self.out.labels > 0 {
            if let Some(len) = before_prose(words) {
                // `省商务厅重点工作：`: the next heading is glued to a name
                self.names(range.start..range.start + len, Mark::Semicolon);
                self.out.sentence.get_or_insert(range.start + len);
            } else if let Some(len) = before_key(words) {
                self.names(range.start..range.start + len, Mark::Semicolon);
                range.start += len;
            }
        }
        // the label before it says the role of its own units
        self.release();
        self.close(None);
        let words = &self.text[range.clone()];
        self.topic = Some(if self.out.labels > 0 && words.ends_with(MEMBERS) {
            Topic::Units(Role::Responsible)
        } else if self.out.labels > 0 && names_units(words) {
            // 受益单位 and 施工单位 answer for nothing
            self.out.flaws.push(Flaw::UnknownLabel(range));
            Topic::Other
        } else {
            Topic::Other
        });
    }
}

/// Whether words before a colon say that units follow, and no role: `执法单位`; `公安部门` are units themselves.
fn names_units(words: &str) -> bool {
    /// In characters.
    const LONGEST: usize = 8;
    let own = || words.contains(['各', '有', '相', '其', '省', '市', '县']) || shares_departments(words);
    ends(words, &["单位", "部门"]) && (3..=LONGEST).contains(&words.chars().count()) && !own()
}

/// The length of the organ before the key of another field, whose blank was dropped: `省财政厅` of `省财政厅资金来源：`.
fn before_key(piece: &str) -> Option<usize> {
    /// In characters: two to six.
    const KEY: std::ops::RangeInclusive<usize> = 2..=6;
    let ends = piece.char_indices().rev().map(|(at, _)| at);
    let mut ends = ends.zip(1..).filter(|(_, len)| KEY.contains(len)).map(|(at, _)| at);
    let key = |words: &str| shape(words) == Shape::None || names_units(words);
    ends.find(|&at| shape(&piece[..at]) == Shape::Strong && key(&piece[at..]))
}
