//! Labels: `责任单位：` `第一责任单位：` `完成时限：` `责任人：`.
//!
//! ```text
//! label = { qualifier } noun [ "（" … "）" ] ":" | verb ":" | "部门分工" … ":"
//! ```

use crate::grammar::name::list::list_shape;
use crate::grammar::name::organ::Shape;
use crate::model::Role;
use crate::text::boundary::ceil;

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

/// No label is longer.
const LONGEST: usize = 60;

/// What the noun of a label says.
#[derive(Debug, Clone, Copy)]
enum Noun {
    Units,
    Time,
    Other,
}

/// The nouns of labels that end with `last`, the longest first.
fn nouns(last: char) -> &'static [(&'static str, Noun)] {
    match last {
        '工' => &[("单位及分工", Noun::Units)],
        '位' => &[("单位", Noun::Units)],
        '住' => &[("单住", Noun::Units)],
        '门' => &[("部门", Noun::Units)],
        '室' => &[("处室", Noun::Units), ("科室", Noun::Units), ("股室", Noun::Units)],
        '体' => &[("主体", Noun::Units)],
        '构' => &[("机构", Noun::Units)],
        '关' => &[("机关", Noun::Units)],
        '局' => &[("司局", Noun::Units)],
        '府' => &[("人民政府", Noun::Units)],
        '业' => &[("企业", Noun::Units)],
        '限' => &[("时限", Noun::Time), ("期限", Noun::Time)],
        '点' => &[("时间节点", Noun::Time)],
        '求' => &[("时间要求", Noun::Time), ("时限要求", Noun::Time)],
        '排' => &[("进度安排", Noun::Time), ("时间安排", Noun::Time)],
        '间' => &[("时间", Noun::Time)],
        '度' => &[("进度", Noun::Time)],
        '表' => &[("时间表", Noun::Time)],
        '序' => &[("时序", Noun::Time)],
        '人' => &[
            ("责任人", Noun::Other),
            ("负责人", Noun::Other),
            ("联系人", Noun::Other),
            ("经办人", Noun::Other),
            ("承办人", Noun::Other),
            ("牵头人", Noun::Other),
        ],
        '导' => &[("领导", Noun::Other)],
        '话' => &[("电话", Noun::Other)],
        '式' => &[
            ("联系方式", Noun::Other),
            ("办理方式", Noun::Other),
            ("咨询方式", Noun::Other),
            ("协商方式", Noun::Other),
        ],
        _ => &[],
    }
}

/// The words before a noun for units that end with `last`, with the role they say, the longest first.
fn qualifiers(last: char) -> &'static [(&'static str, Option<Role>)] {
    match last {
        '头' => &[("总牵头", Some(Role::Lead)), ("牵头", Some(Role::Lead))],
        '办' => &[
            ("主办", Some(Role::Lead)),
            ("协办", Some(Role::Support)),
            ("会办", Some(Role::Support)),
            ("承办", Some(Role::Responsible)),
            ("督办", Some(Role::Responsible)),
        ],
        '任' => &[
            ("第一责任", Some(Role::Lead)),
            ("主要责任", Some(Role::Lead)),
            ("责任", Some(Role::Responsible)),
        ],
        '责' => &[("主责", Some(Role::Lead)), ("负责", Some(Role::Responsible))],
        '合' => &[("配合", Some(Role::Support)), ("联合", None)],
        '同' => &[("协同", Some(Role::Support)), ("共同", None)],
        '助' => &[("协助", Some(Role::Support)), ("辅助", Some(Role::Support))],
        '撑' => &[("技术支撑", Some(Role::Support)), ("支撑", Some(Role::Support))],
        '动' => &[("联动", Some(Role::Support))],
        '障' => &[("服务保障", Some(Role::Support)), ("保障", Some(Role::Support))],
        '与' => &[("共同参与", Some(Role::Support)), ("参与", Some(Role::Support)), ("与", None)],
        '加' => &[("参加", Some(Role::Support))],
        '持' => &[("支持", Some(Role::Support))],
        '调' => &[("协调", Some(Role::Support))],
        '实' => &[("落实", Some(Role::Responsible))],
        '施' => &[("实施", Some(Role::Responsible))],
        '导' => &[("指导", Some(Role::Responsible)), ("督导", Some(Role::Responsible))],
        '核' => &[("考核", Some(Role::Responsible))],
        '督' => &[("监督", Some(Role::Responsible))],
        '行' => &[("执行", Some(Role::Responsible))],
        '进' => &[("推进", Some(Role::Responsible))],
        '管' => &[("监管", Some(Role::Responsible)), ("主管", None)],
        '抓' => &[("主抓", Some(Role::Responsible))],
        '保' => &[("包保", Some(Role::Responsible))],
        '担' => &[("承担", Some(Role::Responsible))],
        '一' => &[("第一", None)],
        '二' => &[("第二", None)],
        '要' => &[("主要", None)],
        '接' => &[("直接", None)],
        '体' => &[("具体", None)],
        '级' => &[("省级", None), ("市级", None), ("县级", None), ("区级", None), ("州级", None)],
        '直' => &[("省直", None), ("市直", None), ("区直", None), ("县直", None)],
        '央' => &[("中央", None)],
        '家' => &[("国家", None)],
        '关' => &[("有关", None), ("相关", None)],
        '上' => &[("以上", None)],
        '项' => &[("本项", None)],
        '条' => &[("本条", None)],
        '及' => &[("及", None)],
        '和' => &[("和", None)],
        '、' => &[("、", None)],
        '织' => &[("组织", None)],
        '各' => &[("各", None)],
        '务' => &[("任务", None)],
        '他' => &[("其他", None)],
        '作' => &[("协作", Some(Role::Support)), ("工作", None)],
        '面' => &[("全面", None)],
        '门' => &[("部门", None)],
        '位' => &[("单位", None)],
        _ => &[],
    }
}

const TIME_PLAIN: &[&str] = &[
    "完成", "实施", "办理", "整改", "推进", "落实", "办结", "工作", "计划", "预计", "督办", "任务", "责任",
    "目标", "进展", "的", "要求", "起止", "启动", "时间", "办件", "承诺",
];

/// The label that ends before a colon, or the word that is one where nothing stands between it and `floor` or a sign:
/// `牵头：省财政厅；配合：省商务厅`.
pub(crate) fn label_behind(text: &str, floor: usize, colon: usize) -> Option<Label> {
    label_before(text, colon).or_else(|| {
        let head = &text[ceil(text, colon.saturating_sub(LONGEST_WORD)).max(floor)..colon];
        let word = head.rsplit(|c: char| !c.is_alphanumeric()).next()?;
        Some(Label { start: colon - word.len(), topic: word_alone(word)? })
    })
}

/// In bytes: one character longer than any word of [`word_alone`].
const LONGEST_WORD: usize = 16;

/// What stands behind a word that is a label by itself.
fn word_alone(word: &str) -> Option<Topic> {
    match word {
        "牵头" | "主责" => Some(Topic::Units(Role::Lead)),
        "配合" | "协助" | "参与" => Some(Topic::Units(Role::Support)),
        "部门分工" | "责任分工" | "任务分工" | "工作分工" | "职责分工" => {
            Some(Topic::Shares)
        }
        _ => None,
    }
}

/// The label that ends at the end of `head`, the text before a colon.
pub(crate) fn label_before(text: &str, colon: usize) -> Option<Label> {
    let floor = ceil(text, colon.saturating_sub(LONGEST));
    let head = without_bracket(&text[floor..colon]);
    let (rest, noun) = strip(head, nouns)?;
    let (start, topic) = match noun {
        Noun::Units => {
            let (start, role) = unit_label(rest)?;
            (start, Topic::Units(role))
        }
        Noun::Time => (strip_all(rest, TIME_PLAIN).len(), Topic::Time),
        Noun::Other => (other_label(rest).len(), Topic::Other),
    };
    Some(Label { start: floor + start, topic })
}

/// What stands before the qualifiers of a label for persons: `牵头负责领导`, `分管领导`.
fn other_label(mut rest: &str) -> &str {
    let qualifier = |rest| {
        let other = || OF_PERSONS.iter().find_map(|word| str::strip_suffix(rest, word));
        strip(rest, qualifiers).map(|(next, _)| next).or_else(other)
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

/// Words before the noun of a label for persons alone.
const OF_PERSONS: &[&str] = &["分管", "协管", "包联", "包抓", "挂点", "挂钩", "联系"];

/// The qualifiers before the noun; without a word of role there is no label: `建设单位：`.
fn unit_label(mut rest: &str) -> Option<(usize, Role)> {
    let mut role = None;
    loop {
        let bracket = || short_bracket(rest).map(|next| (next, None));
        let Some((next, found)) = strip(rest, qualifiers).or_else(bracket) else { break };
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

/// What stands before the longest word of the list of its last character that ends `text`, and what the word says.
fn strip<T: Copy>(text: &str, words: fn(char) -> &'static [(&'static str, T)]) -> Option<(&str, T)> {
    let words = words(text.chars().next_back()?).iter();
    words.copied().find_map(|(word, said)| Some((text.strip_suffix(word)?, said)))
}

fn strip_all<'t>(mut text: &'t str, words: &[&str]) -> &'t str {
    while let Some(rest) = words.iter().find_map(|word| text.strip_suffix(word)) {
        text = rest;
    }
    text
}

/// A label and the units that a verb joins to it: `责任部门为市教育局`.
pub(super) fn before_verb(piece: &str) -> Option<(&str, &str)> {
    if !piece.starts_with(begins_label) {
        return None;
    }
    let (label, units) = piece.split_once(['为', '是'])?;
    let found = label_before(label, label.len())?;
    let whole = found.start == 0 && matches!(found.topic, Topic::Units(_));
    (whole && list_shape(units) >= Shape::Weak).then_some((label, units))
}

/// The first characters of labels; most pieces are names.
fn begins_label(c: char) -> bool {
    matches!(
        c,
        '责' | '牵'
            | '主'
            | '配'
            | '协'
            | '承'
            | '第'
            | '落'
            | '实'
            | '参'
            | '支'
            | '督'
            | '监'
            | '执'
            | '推'
            | '联'
    )
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
}
