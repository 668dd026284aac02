//! Labels: `责任单位：` `第一责任单位：` `完成时限：` `责任人：`.
//!
//! ```text
//! label = { qualifier } noun [ "（" … "）" ] ":" | verb ":" | "部门分工" … ":"
//! ```

use crate::grammar::name::list::list_shape;
use crate::grammar::name::organ::Shape;
use crate::lexicon::labels::{ALONE, NOUNS, Noun, OF_PERSONS, QUALIFIERS, SHARES, TIME_PLAIN};
use crate::model::Role;
use crate::text::boundary::ceil;
use crate::text::words::Words;

/// A label that ends before a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    /// Where it starts.
    pub(crate) start: usize,
    /// What stands behind it.
    pub(crate) topic: Topic,
}

/// What stands behind a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    /// Units with this role.
    Units(Role),
    /// Units whose roles verbs say, or duties told in prose: `部门分工：省财政厅牵头，省商务厅配合`.
    Shares,
    /// A time.
    Time,
    /// Persons, telephone numbers, ways of doing: nothing for this grammar.
    Other,
}

/// No label is longer. A guess.
const LONGEST_BYTES: usize = 60;

/// The label that ends before a colon, or the word that is one where nothing stands between it and `floor` or a sign:
/// `牵头：省财政厅；配合：省商务厅`.
pub(crate) fn label_behind(text: &str, floor: usize, colon: usize) -> Option<Label> {
    label_before(text, colon).or_else(|| {
        let head = &text[ceil(text, colon.saturating_sub(WORD_BYTES)).max(floor)..colon];
        let word = head.rsplit(|c: char| !c.is_alphanumeric()).next()?;
        Some(Label { start: colon - word.len(), topic: word_alone(word)? })
    })
}

/// In bytes: one character longer than any word of [`word_alone`].
const WORD_BYTES: usize = 16;

/// What stands behind a word that is a label by itself.
fn word_alone(word: &str) -> Option<Topic> {
    ALONE.get(word).map(Topic::Units).or_else(|| SHARES.get(word).map(|()| Topic::Shares))
}

/// The label that ends at the end of `head`, the text before a colon.
pub(crate) fn label_before(text: &str, colon: usize) -> Option<Label> {
    let floor = ceil(text, colon.saturating_sub(LONGEST_BYTES));
    let head = without_bracket(&text[floor..colon]);
    let (rest, noun) = strip(head, &NOUNS)?;
    let (start, topic) = match noun {
        Noun::Units => {
            let (start, role) = unit_label(rest)?;
            (start, Topic::Units(role))
        }
        Noun::Time => (strip_all(rest).len(), Topic::Time),
        Noun::Other => (other_label(rest).len(), Topic::Other),
    };
    Some(Label { start: floor + start, topic })
}

/// What stands before the qualifiers of a label for persons: `牵头负责领导`, `分管领导`.
fn other_label(mut rest: &str) -> &str {
    let qualifier = |rest| {
        let other = || strip(rest, &OF_PERSONS).map(|(next, ())| next);
        strip(rest, &QUALIFIERS).map(|(next, _)| next).or_else(other)
    };
    // `牵头区领导`, not the 区 of a name before 领导
    if let Some(next) =
        rest.strip_suffix(['省', '市', '县', '区', '州']).filter(|&next| qualifier(next).is_some())
    {
        rest = next;
    }
    while let Some(next) = qualifier(rest) {
        rest = next;
    }
    rest
}

/// The qualifiers before the noun; without a word of role there is no label: `建设单位：`.
fn unit_label(mut rest: &str) -> Option<(usize, Role)> {
    let mut role = None;
    loop {
        let bracket = || short_bracket(rest).map(|next| (next, None));
        let Some((next, found)) = strip(rest, &QUALIFIERS).or_else(bracket) else { break };
        role = match (role, found) {
            (None | Some(Role::Responsible), Some(found)) => Some(found),
            (role, _) => role,
        };
        rest = next;
    }
    role.map(|role| (rest.len(), role))
}

/// `牵头（` … `）单位`: a short bracket inside a label.
fn short_bracket(text: &str) -> Option<&str> {
    let inner = text.strip_suffix('）')?;
    let at = inner.rfind('（')?;
    (inner.len() - at <= 15).then_some(&text[..at])
}

/// `责任单位（部门）` without its bracket.
fn without_bracket(head: &str) -> &str {
    let Some(inner) = head.strip_suffix(['）', ')']) else { return head };
    match inner.rfind(['（', '(']) {
        Some(at) if inner.len() - at <= 24 => &head[..at],
        _ => head,
    }
}

/// What stands before the longest of the words that ends `text`, and what the word says.
fn strip<'t, T: Copy>(text: &'t str, words: &Words<T>) -> Option<(&'t str, T)> {
    words.at_end(text).map(|(start, said)| (&text[..start], said))
}

/// What stands before the plain words of a label for times: `完成` of `完成时限`.
fn strip_all(mut text: &str) -> &str {
    while let Some((start, ())) = TIME_PLAIN.at_end(text) {
        text = &text[..start];
    }
    text
}

/// A label and the units that a verb joins to it: `责任部门为市教育局`.
pub(super) fn before_verb(piece: &str) -> Option<(&str, &str)> {
    if !QUALIFIERS.begin(piece) {
        return None;
    }
    let (label, units) = piece.split_once(['为', '是'])?;
    let found = label_before(label, label.len())?;
    let whole = found.start == 0 && matches!(found.topic, Topic::Units(_));
    (whole && list_shape(units) >= Shape::Weak).then_some((label, units))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_say_what_follows() {
        let table = [
            ("完成。责任单位", "责任单位", Topic::Units(Role::Responsible)),
            ("第一责任单位", "第一责任单位", Topic::Units(Role::Lead)),
            ("牵头责任单位", "牵头责任单位", Topic::Units(Role::Lead)),
            ("协同责任单位", "协同责任单位", Topic::Units(Role::Support)),
            ("省自然资源厅协同单位", "协同单位", Topic::Units(Role::Support)),
            ("省直配合单位", "省直配合单位", Topic::Units(Role::Support)),
            ("以上考核责任单位", "以上考核责任单位", Topic::Units(Role::Responsible)),
            ("实施主体", "实施主体", Topic::Units(Role::Responsible)),
            ("责任单位（部门）", "责任单位（部门）", Topic::Units(Role::Responsible)),
            ("完成时限", "完成时限", Topic::Time),
            ("实施期限", "实施期限", Topic::Time),
            ("牵头负责领导", "牵头负责领导", Topic::Other),
            ("牵头区领导", "牵头区领导", Topic::Other),
            ("云溪区领导", "领导", Topic::Other),
            ("服务保障单位", "服务保障单位", Topic::Units(Role::Support)),
            ("技术支撑部门", "技术支撑部门", Topic::Units(Role::Support)),
            ("协作单位", "协作单位", Topic::Units(Role::Support)),
            ("完成时限要求", "完成时限要求", Topic::Time),
            ("进度安排", "进度安排", Topic::Time),
        ];
        for (head, label, topic) in table {
            let found = label_before(head, head.len()).unwrap();
            assert_eq!((&head[found.start..], found.topic), (label, topic), "{head}");
        }
    }

    #[test]
    fn a_word_alone_is_a_label() {
        let label = |head: &str| label_behind(head, 0, head.len()).map(|label| (label.start, label.topic));
        assert_eq!(label("牵头"), Some((0, Topic::Units(Role::Lead))));
        assert_eq!(label("推进改革。部门分工"), Some((15, Topic::Shares)));
        assert_eq!(label("省财政厅；配合"), Some((15, Topic::Units(Role::Support))));
        for head in ["省财政厅牵头", "工作职责分工", "任务", "主办", "分工"] {
            assert_eq!(label(head), None, "{head}");
        }
    }

    #[test]
    fn other_words_before_a_colon_are_no_labels() {
        for head in ["单位", "建设单位", "督查内容", "各部门", "要求如下", "主管部门", ""]
        {
            assert_eq!(label_before(head, head.len()), None, "{head}");
        }
    }

    #[test]
    fn every_word_of_a_label_is_read() {
        let label = |head: &str| label_before(head, head.len()).map(|label| (label.start, label.topic));
        for (word, role) in QUALIFIERS.iter() {
            let head = if role.is_some() { format!("{word}单位") } else { format!("{word}牵头单位") };
            let topic = Topic::Units(role.unwrap_or(Role::Lead));
            assert_eq!(label(&head), Some((0, topic)), "{head}");
            let piece = format!("{head}为市教育局");
            assert_eq!(before_verb(&piece), Some((&*head, "市教育局")), "{piece}");
        }
        for (noun, said) in NOUNS.iter() {
            let head = format!("牵头{noun}");
            let found = label(&head).map(|(_, topic)| topic);
            let topic = match said {
                Noun::Units => Topic::Units(Role::Lead),
                Noun::Time => Topic::Time,
                Noun::Other => Topic::Other,
            };
            assert_eq!(found, Some(topic), "{head}");
        }
        for (word, ()) in TIME_PLAIN.iter() {
            assert_eq!(label(&format!("{word}时限")), Some((0, Topic::Time)), "{word}");
        }
        for (word, ()) in OF_PERSONS.iter() {
            assert_eq!(label(&format!("{word}领导")), Some((0, Topic::Other)), "{word}");
        }
    }
}
