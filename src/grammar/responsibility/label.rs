//! Labels: `责任单位：` `第一责任单位：` `完成时限：` `责任人：`.
//!
//! ```text
//! label = { qualifier } noun [ "（" … "）" ] ":"
//! ```

use crate::Role;

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
    /// A time.
    Time,
    /// Persons, telephone numbers, ways of doing: nothing for this grammar.
    Other,
}

/// No label is longer.
const LONGEST: usize = 60;

const UNITS: &[&str] = &[
    "单位及分工",
    "单位",
    "单住",
    "部门",
    "处室",
    "科室",
    "股室",
    "主体",
    "机构",
    "机关",
    "司局",
    "人民政府",
    "企业",
];
const TIMES: &[&str] = &["时限", "时间节点", "时间要求", "时间", "期限", "进度", "时间表", "时序"];
const OTHERS: &[&str] = &[
    "责任人",
    "负责人",
    "联系人",
    "经办人",
    "承办人",
    "牵头人",
    "领导",
    "电话",
    "联系方式",
    "办理方式",
    "咨询方式",
    "协商方式",
];

const LEAD: &[&str] = &["牵头", "主办", "第一责任", "主要责任", "主责", "总牵头"];
const SUPPORT: &[&str] =
    &["配合", "协同", "协办", "协助", "参与", "参加", "支持", "协调", "会办", "共同参与"];
const RESPONSIBLE: &[&str] = &[
    "责任", "负责", "落实", "实施", "承办", "指导", "督导", "督办", "考核", "监督", "执行", "推进", "监管",
    "主抓", "包保", "承担",
];
const PLAIN: &[&str] = &[
    "第一", "第二", "主要", "直接", "具体", "省级", "市级", "县级", "区级", "州级", "省直", "市直", "区直",
    "县直", "中央", "国家", "有关", "相关", "以上", "本项", "本条", "及", "和", "与", "、", "共同", "联合",
    "组织", "各", "任务", "其他", "工作", "主管", "全面",
];
const TIME_PLAIN: &[&str] = &[
    "完成", "实施", "办理", "整改", "推进", "落实", "办结", "工作", "计划", "预计", "督办", "任务", "责任",
    "目标", "进展", "的", "要求", "起止", "启动",
];

/// The label that ends at the end of `head`, the text before a colon.
pub(crate) fn label_before(text: &str, colon: usize) -> Option<Label> {
    let mut floor = colon.saturating_sub(LONGEST);
    while !text.is_char_boundary(floor) {
        floor += 1;
    }
    let head = without_bracket(&text[floor..colon]);
    let last = head.chars().next_back()?;
    if !"位住门室体构关局府业限点求间度表序人导话式工".contains(last) && !head.ends_with("期限")
    {
        return None;
    }
    if let Some(rest) = strip_any(head, OTHERS) {
        let rest = strip_all(rest, &[LEAD, SUPPORT, RESPONSIBLE, PLAIN, &["分管", "包联"]]);
        return Some(Label { start: floor + rest.len(), topic: Topic::Other });
    }
    if let Some(rest) = strip_any(head, TIMES) {
        let rest = strip_all(rest, &[TIME_PLAIN]);
        return Some(Label { start: floor + rest.len(), topic: Topic::Time });
    }
    let rest = strip_any(head, UNITS)?;
    unit_label(rest).map(|(start, role)| Label { start: floor + start, topic: Topic::Units(role) })
}

/// The qualifiers before the noun; without a word of role there is no label: `建设单位：`.
fn unit_label(mut rest: &str) -> Option<(usize, Role)> {
    let mut role = None;
    loop {
        let (next, found) = if let Some(next) = strip_any(rest, LEAD) {
            (next, Some(Role::Lead))
        } else if let Some(next) = strip_any(rest, SUPPORT) {
            (next, Some(Role::Support))
        } else if let Some(next) = strip_any(rest, RESPONSIBLE) {
            (next, Some(Role::Responsible))
        } else if let Some(next) = strip_any(rest, PLAIN) {
            (next, None)
        } else if let Some(next) = rest.strip_suffix('）').and_then(|r| r.rfind('（').map(|at| &r[..at])) {
            (next, None)
        } else {
            break;
        };
        role = match (role, found) {
            (None | Some(Role::Responsible), Some(found)) => Some(found),
            (role, _) => role,
        };
        rest = next;
    }
    role.map(|role| (rest.len(), role))
}

/// `责任单位（部门）` without its bracket.
fn without_bracket(head: &str) -> &str {
    let Some(inner) = head.strip_suffix(['）', ')']) else { return head };
    match inner.rfind(['（', '(']) {
        Some(at) if inner.len() - at <= 24 => &head[..at],
        _ => head,
    }
}

fn strip_any<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().filter_map(|word| text.strip_suffix(word)).min_by_key(|rest| rest.len())
}

fn strip_all<'t>(mut text: &'t str, lists: &[&[&str]]) -> &'t str {
    while let Some(rest) = lists.iter().find_map(|list| strip_any(text, list)) {
        text = rest;
    }
    text
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
        ];
        for (head, label, topic) in table {
            let found = label_before(head, head.len()).unwrap();
            assert_eq!((&head[found.start..], found.topic), (label, topic), "{head}");
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
