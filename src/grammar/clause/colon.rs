//! What stands before a colon: a label, a verb that is one, or what this grammar does not read.

use std::ops::Range;

use super::label::{Label, label_behind};
use super::role;
use crate::grammar::name::list::list_shape;
use crate::grammar::name::organ::{Shape, before_prose, shape};
use crate::grammar::name::prefix::shares_departments;
use crate::text::words::ends;

/// Bytes of a label that may stand before the piece which it ends: `牵头、责任单位：`. A guess.
const BEFORE_BYTES: usize = 18;

/// The label that ends a piece before a colon.
pub(super) fn label(text: &str, range: &Range<usize>) -> Option<Label> {
    label_behind(text, range.start, range.end).filter(|label| label.start + BEFORE_BYTES >= range.start)
}

/// A verb that is the next line's label: `配合：` below `牵头：省财政厅`.
pub(super) fn verb_below(text: &str, range: &Range<usize>) -> Option<Label> {
    let verb = role::phrase(&text[range.clone()])?;
    let start = range.start + verb.start;
    let names = list_shape(&text[range.start..start]) >= Shape::Weak;
    label_behind(text, start, range.end).filter(|label| names && label.start == start)
}

/// Whether the words of a label are a verb's: 牵头 before a colon is said of the names behind it, as it is without one of
/// those before it.
pub(super) fn is_verb(words: &str) -> bool {
    role::phrase(words).is_some_and(|phrase| phrase.start == 0)
}

/// The words before a colon that are no known label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glued {
    /// The next heading is glued to a name of this length: `省商务厅重点工作`.
    Sentence(usize),
    /// The key of another field is, whose blank was dropped: `省财政厅资金来源`.
    Key(usize),
    /// No name stands before them.
    Nothing,
}

/// What is glued to a name before a colon.
pub(super) fn glued(words: &str) -> Glued {
    let sentence = before_prose(words).map(Glued::Sentence);
    sentence.or_else(|| before_key(words).map(Glued::Key)).unwrap_or(Glued::Nothing)
}

/// What units behind words before a colon do, if units follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Units {
    /// They answer beside the one that leads: `牵头单位：省自然资源厅，成员单位：省财政厅`.
    Members,
    /// They answer for nothing, as far as is known: 受益单位, 施工单位.
    Others,
}

/// Whether words before a colon say that units follow, and which.
pub(super) fn units(words: &str) -> Option<Units> {
    if words.ends_with("成员单位") {
        return Some(Units::Members);
    }
    names_units(words).then_some(Units::Others)
}

/// Whether words before a colon say that units follow, and no role: `执法单位`; `公安部门` are units themselves.
fn names_units(words: &str) -> bool {
    /// A guess.
    const LONGEST_CHARS: usize = 8;
    let own = || words.contains(['各', '有', '相', '其', '省', '市', '县']) || shares_departments(words);
    ends(words, &["单位", "部门"]) && (3..=LONGEST_CHARS).contains(&words.chars().count()) && !own()
}

/// The length of the organ before the key of another field.
fn before_key(words: &str) -> Option<usize> {
    /// In characters: two to six. A guess.
    const KEY_CHARS: std::ops::RangeInclusive<usize> = 2..=6;
    let ends = words.char_indices().rev().map(|(at, _)| at);
    let mut ends = ends.zip(1..).filter(|(_, len)| KEY_CHARS.contains(len)).map(|(at, _)| at);
    let key = |words: &str| shape(words) == Shape::None || names_units(words);
    ends.find(|&at| shape(&words[..at]) == Shape::Strong && key(&words[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::clause::label::Topic;
    use crate::model::Role;

    #[test]
    fn a_label_may_begin_a_little_before_its_piece() {
        let label = |text: &str, start: usize| label(text, &(start..text.len())).map(|label| label.start);
        assert_eq!(label("完成。责任单位", "完成。".len()), Some("完成。".len()));
        assert_eq!(label("责任（牵头）单位", "责任（牵头）".len()), Some(0));
        assert_eq!(label("省财政厅", 0), None);
    }

    #[test]
    fn a_verb_behind_names_is_the_label_of_the_next_line() {
        let text = "省财政厅配合";
        let found = verb_below(text, &(0..text.len()));
        assert_eq!(found, Some(Label { start: "省财政厅".len(), topic: Topic::Units(Role::Support) }));
        for text in ["资金来源", "项目配合", "省财政厅"] {
            assert_eq!(verb_below(text, &(0..text.len())), None, "{text}");
        }
        assert!(is_verb("牵头") && !is_verb("牵头单位"));
    }

    #[test]
    fn names_are_parted_from_what_is_glued_to_them() {
        for (words, want) in [
            ("省商务厅加强重点工作", Glued::Sentence("省商务厅".len())),
            ("省财政厅资金来源", Glued::Key("省财政厅".len())),
            ("省财政厅施工单位", Glued::Key("省财政厅".len())),
            ("资金来源", Glued::Nothing),
        ] {
            assert_eq!(glued(words), want, "{words}");
        }
    }

    #[test]
    fn units_without_a_role_are_told_from_units() {
        for (words, want) in [
            ("成员单位", Some(Units::Members)),
            ("施工单位", Some(Units::Others)),
            ("公安部门", None),
            ("各单位", None),
            ("资金来源", None),
        ] {
            assert_eq!(units(words), want, "{words}");
        }
    }
}
