//! Role phrases: `牵头`, `等按职责分工负责`, `会同`.
//!
//! ```text
//! phrase = { manner } verb { manner | verb }
//! ```
//!
//! A phrase closes a list, so it is read backwards from the end of a piece.

use crate::Role;

/// The role phrase that ends a piece: where it starts, and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Where it starts.
    pub(crate) start: usize,
    /// What it says.
    pub(crate) role: Role,
}

/// Verbs, longest first where one ends another.
const VERBS: &[(&str, Option<Role>)] = &[
    ("牵头", Some(Role::Lead)),
    ("主办", Some(Role::Lead)),
    ("为牵头单位", Some(Role::Lead)),
    ("为牵头部门", Some(Role::Lead)),
    ("配合", Some(Role::Support)),
    ("参与", Some(Role::Support)),
    ("参加", Some(Role::Support)),
    ("协助", Some(Role::Support)),
    ("协办", Some(Role::Support)),
    ("协同", Some(Role::Support)),
    ("协作", Some(Role::Support)),
    ("支持", Some(Role::Support)),
    ("协调", Some(Role::Support)),
    ("为配合单位", Some(Role::Support)),
    ("牵头组织", Some(Role::Lead)),
    ("负责组织", Some(Role::Responsible)),
    ("负责制", None),
    ("负责", Some(Role::Responsible)),
    ("分工落实", Some(Role::Responsible)),
    ("抓落实", Some(Role::Responsible)),
    ("落实", Some(Role::Responsible)),
    ("实施", Some(Role::Responsible)),
    ("承办", Some(Role::Responsible)),
    ("承担", Some(Role::Responsible)),
    ("办理", Some(Role::Responsible)),
    ("执行", Some(Role::Responsible)),
    ("推进", Some(Role::Responsible)),
    ("推动", Some(Role::Responsible)),
    ("开展", Some(Role::Responsible)),
    ("完成", Some(Role::Responsible)),
    ("指导", Some(Role::Responsible)),
    ("督导", Some(Role::Responsible)),
    ("督促", Some(Role::Responsible)),
    ("监督", Some(Role::Responsible)),
    ("督办", Some(Role::Responsible)),
    ("组织协调", Some(Role::Responsible)),
    ("统筹协调", Some(Role::Responsible)),
    ("统筹", Some(Role::Responsible)),
    ("分工", Some(Role::Responsible)),
    ("各负其责", Some(Role::Responsible)),
    ("各司其职", Some(Role::Responsible)),
    ("制定", Some(Role::Responsible)),
    ("制订", Some(Role::Responsible)),
    ("拟订", Some(Role::Responsible)),
    ("起草", Some(Role::Responsible)),
    ("为责任单位", Some(Role::Responsible)),
    ("按职责", Some(Role::Responsible)),
    ("按各自职责", Some(Role::Responsible)),
    ("按照职责", Some(Role::Responsible)),
];

/// Words around the verbs. `组织` and `工作` also end names, so they count only beside a verb.
const MANNERS: &[&str] = &[
    "按职责分工",
    "按照职责分工",
    "按职能分工",
    "按照职能分工",
    "按各自职责分工",
    "按照各自职责分工",
    "根据职责分工",
    "依据职责分工",
    "按各自职责",
    "按照各自职责",
    "根据各自职责",
    "依各自职责",
    "按职责",
    "按照职责",
    "按职能",
    "按照职能",
    "依职责",
    "依据职责",
    "根据职责",
    "依职能",
    "按照各自职能",
    "按各自职能",
    "按分工",
    "按照分工",
    "按照任务分工",
    "按任务分工",
    "按责任分工",
    "按工作职责",
    "按照工作职责",
    "按职责范围",
    "按权限",
    "职责分工",
    "职能分工",
    "职责",
    "职能",
    "分工",
    "各自",
    "范围",
    "分别",
    "共同",
    "具体",
    "联合",
    "一并",
    "统一",
    "主动",
    "全面",
    "切实",
    "认真",
    "积极",
    "密切",
    "做好",
    "抓好",
    "加强",
    "组织",
    "统筹",
    "督促",
    "监督",
    "指导",
    "督导",
    "协同",
    "依法",
    "及时",
    "相互",
    "予以",
    "给予",
    "进行",
    "同步",
    "工作",
    "任务",
    "持续",
    "强化",
    "会商",
    "督查",
    "按",
    "按照",
    "根据",
    "依",
    "并",
    "和",
    "与",
    "及",
    "抓",
    "协商",
    "研究",
    "联动",
    "属地",
    "（会签）",
    "贯彻",
    "全力",
    "逐级",
    "日常",
    "情况",
];

/// Words that make a verb before them part of a name: `牵头单位`, `参与企业`.
const NOUNS: &[&str] = &[
    "单位", "部门", "处室", "企业", "机构", "人", "方", "银行", "高校", "地区", "司局", "国家", "院", "组",
    "办", "主体", "者", "制", "市", "县", "区", "州", "局", "委", "党", "机关", "会", "中心", "站", "队",
    "所", "学校", "医院", "处", "科", "室", "同志", "情况",
];

/// The role phrase at the end of `piece`, if one stands there.
pub(crate) fn phrase(piece: &str) -> Option<Phrase> {
    let piece = piece.trim_end_matches(['”', '"']);
    let mut rest = piece;
    let mut roles: Option<Role> = None;
    let mut governed = false;
    while !rest.is_empty() {
        if let Some((next, role)) = verb(rest) {
            roles = Some(stronger(roles, role));
            governed |= rest.ends_with("负责") || rest.ends_with("组织协调") || rest.ends_with("统筹协调");
            rest = next;
        } else if let Some(next) = roles.and_then(|_| manner(rest)) {
            rest = next;
        } else {
            break;
        }
    }
    let role = match roles? {
        Role::Support if governed && !mentions_help(&piece[rest.len()..]) => Role::Responsible,
        role => role,
    };
    (rest.len() < piece.len()).then_some(Phrase { start: rest.len(), role })
}

/// `负责协调` answers, `负责配合` helps.
fn mentions_help(phrase: &str) -> bool {
    ["配合", "参与", "协助", "协办", "支持", "参加"].iter().any(|word| phrase.contains(word))
}

/// The last characters of [`VERBS`].
fn is_verb_end(c: char) -> bool {
    matches!(
        c,
        '头' | '办'
            | '主'
            | '位'
            | '门'
            | '合'
            | '与'
            | '加'
            | '助'
            | '同'
            | '作'
            | '持'
            | '调'
            | '织'
            | '制'
            | '责'
            | '实'
            | '施'
            | '担'
            | '理'
            | '行'
            | '进'
            | '动'
            | '展'
            | '成'
            | '导'
            | '促'
            | '督'
            | '筹'
            | '工'
            | '职'
            | '定'
            | '订'
            | '草'
    )
}

fn verb(text: &str) -> Option<(&str, Role)> {
    let last = text.chars().next_back()?;
    if !is_verb_end(last) {
        return None;
    }
    let found = VERBS.iter().filter_map(|&(word, role)| text.strip_suffix(word).zip(role));
    found.min_by_key(|(rest, _)| rest.len())
}

fn manner(text: &str) -> Option<&str> {
    let tail = text.as_bytes().last_chunk::<3>()?;
    let words = MANNERS.iter().filter(|word| word.as_bytes().last_chunk() == Some(tail));
    words.filter_map(|word| text.strip_suffix(word)).min_by_key(|rest| rest.len())
}

/// 牵头 beats 配合 beats 负责: `牵头负责`, `配合落实`.
fn stronger(one: Option<Role>, other: Role) -> Role {
    match (one, other) {
        (Some(Role::Lead), _) | (_, Role::Lead) => Role::Lead,
        (Some(Role::Support), _) | (_, Role::Support) => Role::Support,
        _ => Role::Responsible,
    }
}

/// A role verb inside a piece: `省发展改革委牵头制定方案`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Infix {
    /// Where the phrase starts, its manner words included.
    pub(crate) start: usize,
    /// Behind the verb.
    pub(crate) end: usize,
    /// What it says.
    pub(crate) role: Role,
    /// 会同 and its kin: what stands before leads, what follows helps.
    pub(crate) joins: bool,
}

const INFIXES: &[(&str, Role, bool)] = &[
    ("牵头会同", Role::Lead, true),
    ("牵头，会同", Role::Lead, true),
    ("牵头会商", Role::Lead, true),
    ("牵头会", Role::Lead, true),
    ("牵头商", Role::Lead, true),
    ("负责会同", Role::Lead, true),
    ("会同", Role::Lead, true),
    ("商同", Role::Lead, true),
    ("牵头", Role::Lead, false),
    ("主办", Role::Lead, false),
    ("负责", Role::Responsible, false),
    ("配合", Role::Support, false),
    ("协助", Role::Support, false),
    ("参与", Role::Support, false),
    ("指导", Role::Responsible, false),
    ("落实", Role::Responsible, false),
    ("督促", Role::Responsible, false),
    ("组织实施", Role::Responsible, false),
    ("统筹", Role::Responsible, false),
];

/// The first role verb inside `piece` that is no part of a name.
pub(crate) fn infix(piece: &str) -> Option<Infix> {
    for (at, c) in piece.char_indices() {
        if !matches!(
            c,
            '牵' | '会' | '商' | '主' | '负' | '配' | '协' | '参' | '指' | '落' | '督' | '组' | '统'
        ) {
            continue;
        }
        let rest = &piece[at..];
        let Some(&(word, role, joins)) = INFIXES.iter().find(|(word, ..)| rest.starts_with(word)) else {
            continue;
        };
        let after = &rest[word.len()..];
        if !joins && (NOUNS.iter().any(|noun| after.starts_with(noun)) || after.is_empty()) {
            continue;
        }
        let start = phrase_start(&piece[..at]);
        return Some(Infix { start, end: at + word.len(), role, joins });
    }
    None
}

fn phrase_start(mut before: &str) -> usize {
    while let Some(next) = manner(before).filter(|next| !next.is_empty()) {
        before = next;
    }
    before.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_phrase_is_read_from_the_end() {
        let table = [
            ("省财政厅负责", "负责", Role::Responsible),
            ("省财政厅牵头负责", "牵头负责", Role::Lead),
            ("省财政厅按职责分工负责", "按职责分工负责", Role::Responsible),
            ("省财政厅按照各自职责分工分别负责", "按照各自职责分工分别负责", Role::Responsible),
            ("省财政厅协调落实", "协调落实", Role::Support),
            ("省财政厅按职责分工加强指导支持", "按职责分工加强指导支持", Role::Support),
            ("省财政厅组织实施", "组织实施", Role::Responsible),
            ("省财政厅负责协调", "负责协调", Role::Responsible),
            ("核三司牵头落实", "牵头落实", Role::Lead),
        ];
        for (piece, words, role) in table {
            let found = phrase(piece).unwrap();
            assert_eq!((&piece[found.start..], found.role), (words, role), "{piece}");
        }
    }

    #[test]
    fn names_hold_no_role_phrase() {
        for piece in
            ["省财政厅", "各级党组织", "项目牵头单位", "各参与单位", "就业服务指导中心", "首长负责制"]
        {
            assert_eq!(phrase(piece), None, "{piece}");
            assert_eq!(infix(piece).filter(|_| piece != "就业服务指导中心"), None, "{piece}");
        }
    }

    #[test]
    fn a_joining_word_parts_leader_and_helper() {
        let found = infix("人事司会同相关司局").unwrap();
        assert!(found.joins);
        assert_eq!(&"人事司会同相关司局"[found.end..], "相关司局");
    }
}
