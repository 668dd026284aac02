//! Role phrases: `牵头`, `等按职责分工负责`, `会同`.
//!
//! ```text
//! phrase = { manner } verb { manner | verb }
//! ```
//!
//! A phrase closes a list, so it is read backwards from the end of a piece.

use crate::model::Role;
use crate::text::words::{begins, holds};

/// The role phrase that ends a piece: where it starts, and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Where it starts.
    pub(crate) start: usize,
    /// What it says.
    pub(crate) role: Role,
}

/// The verbs that end with `last`, the longest first.
fn verbs(last: char) -> &'static [(&'static str, Role)] {
    match last {
        '头' => &[("总牵头", Role::Lead), ("牵头", Role::Lead)],
        '主' => &[(MAINLY, Role::Lead)],
        '办' => &[
            ("主办", Role::Lead),
            ("协办", Role::Support),
            ("承办", Role::Responsible),
            ("督办", Role::Responsible),
        ],
        '位' => {
            &[("为牵头单位", Role::Lead), ("为配合单位", Role::Support), ("为责任单位", Role::Responsible)]
        }
        '门' => &[("为牵头部门", Role::Lead)],
        '合' => &[("配合", Role::Support)],
        '与' => &[("参与", Role::Support)],
        '加' => &[("参加", Role::Support)],
        '助' => &[("协助", Role::Support)],
        '同' => &[("协同", Role::Support)],
        '作' => &[("协作", Role::Support)],
        '持' => &[("支持", Role::Support)],
        '调' => &[("组织协调", Role::Responsible), ("统筹协调", Role::Responsible), ("协调", Role::Support)],
        '织' => &[("牵头组织", Role::Lead), ("负责组织", Role::Responsible)],
        '责' => &[
            ("按各自职责", Role::Responsible),
            ("各负其责", Role::Responsible),
            ("按照职责", Role::Responsible),
            ("按职责", Role::Responsible),
            ("负主责", Role::Lead),
            ("主责", Role::Lead),
            ("负责", Role::Responsible),
        ],
        '实' => {
            &[("分工落实", Role::Responsible), ("抓落实", Role::Responsible), ("落实", Role::Responsible)]
        }
        '施' => &[("实施", Role::Responsible)],
        '担' => &[("承担", Role::Responsible)],
        '理' => &[("办理", Role::Responsible)],
        '行' => &[("执行", Role::Responsible)],
        '进' => &[("推进", Role::Responsible)],
        '动' => &[("推动", Role::Responsible)],
        '展' => &[("开展", Role::Responsible)],
        '成' => &[("完成", Role::Responsible)],
        '导' => &[("指导", Role::Responsible), ("督导", Role::Responsible)],
        '促' => &[("督促", Role::Responsible)],
        '督' => &[("监督", Role::Responsible)],
        '筹' => &[("统筹", Role::Responsible)],
        '工' => &[("分工", Role::Responsible)],
        '职' => &[("各司其职", Role::Responsible)],
        '定' => &[("制定", Role::Responsible)],
        '订' => &[("制订", Role::Responsible), ("拟订", Role::Responsible)],
        '草' => &[("起草", Role::Responsible)],
        _ => &[],
    }
}

/// The words around the verbs that end with `last`, the longest first. `组织` and `工作` also end names, so they count only beside a verb.
fn manners(last: char) -> &'static [&'static str] {
    match last {
        '工' => &[
            "按照各自职责分工",
            "按各自职责分工",
            "按照职责分工",
            "按照职能分工",
            "根据职责分工",
            "依据职责分工",
            "按照任务分工",
            "按职责分工",
            "按职能分工",
            "按任务分工",
            "按责任分工",
            "按照分工",
            "职责分工",
            "职能分工",
            "按分工",
            "分工",
        ],
        '责' => &[
            "按照各自职责",
            "根据各自职责",
            "按照工作职责",
            "按各自职责",
            "依各自职责",
            "按工作职责",
            "按照职责",
            "依据职责",
            "根据职责",
            "按职责",
            "依职责",
            "职责",
        ],
        '能' => &["按照各自职能", "按各自职能", "按照职能", "按职能", "依职能", "职能"],
        '围' => &["按职责范围", "范围"],
        '限' => &["按权限"],
        '自' => &["各自"],
        '别' => &["分别"],
        '同' => &["共同", "协同", "会同"],
        '头' => &["分头"],
        '际' => &["结合各自实际", "结合本地实际", "结合实际"],
        '宜' => &["因地制宜"],
        '求' => &["按照要求", "按要求"],
        '点' => &["按照时间节点", "按时间节点"],
        '体' => &["具体"],
        '合' => &["联合"],
        '并' => &["一并", "并"],
        '一' => &["统一"],
        '动' => &["主动", "联动"],
        '面' => &["全面"],
        '实' => &["切实"],
        '真' => &["认真"],
        '极' => &["积极"],
        '切' => &["密切"],
        '好' => &["做好", "抓好"],
        '强' => &["加强"],
        '织' => &["组织"],
        '筹' => &["统筹"],
        '促' => &["督促"],
        '督' => &["监督"],
        '导' => &["指导", "督导"],
        '法' => &["依法"],
        '时' => &["及时", "按时"],
        '期' => &["按期"],
        '互' => &["相互"],
        '以' => &["予以"],
        '予' => &["给予"],
        '行' => &["进行"],
        '步' => &["同步"],
        '作' => &["工作"],
        '务' => &["任务"],
        '续' => &["持续"],
        '化' => &["强化"],
        '商' => &["会商", "协商"],
        '查' => &["督查"],
        '按' => &["按"],
        '照' => &["按照"],
        '据' => &["根据"],
        '依' => &["依"],
        '和' => &["和"],
        '与' => &["与"],
        '及' => &["及"],
        '抓' => &["抓"],
        '究' => &["研究"],
        '地' => &["属地"],
        '）' => &["（会签）"],
        '彻' => &["贯彻"],
        '力' => &["全力"],
        '级' => &["逐级"],
        '常' => &["日常"],
        '况' => &["情况"],
        _ => &[],
    }
}

/// Words that make a verb before them part of a name: `牵头单位`, `参与企业`.
const NOUNS: &[&str] = &[
    "单位", "部门", "处室", "企业", "机构", "人", "方", "银行", "高校", "地区", "司局", "国家", "院", "组",
    "办", "主体", "者", "制", "市", "县", "区", "州", "局", "委", "党", "机关", "会", "中心", "站", "队",
    "所", "学校", "医院", "处", "科", "室", "同志", "情况",
];

/// Verbs that begin as [`NOUNS`] do, before what is done: `牵头制定方案`; `参与组织` are many.
const DOINGS: &[&str] = &["制定", "制订", "组织", "办理"];

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
    holds(phrase, &["配合", "参与", "协助", "协办", "支持", "参加"])
}

/// What stands before the longest verb that ends `text`.
fn verb(text: &str) -> Option<(&str, Role)> {
    let verbs = verbs(text.chars().next_back()?).iter();
    let (word, next, role) =
        verbs.copied().find_map(|(word, role)| Some((word, text.strip_suffix(word)?, role)))?;
    // `以县级为主` says how, not who
    let says_how = word == MAINLY && next.chars().rev().take(30).any(|c| c == '以');
    (!says_how).then_some((next, role))
}

/// A verb behind a name: `省财政厅为主`.
pub(crate) const MAINLY: &str = "为主";

/// A name without how its work is done, and what: `各地` of `各地结合实际，抓好落实`, of `各地结合实际制定方案`.
pub(crate) fn without_manner(name: &str) -> &str {
    let how = |at: usize| begins(&name[at..], HOW) || matches!(&name[at..], "按照要求" | "按要求");
    let mut starts = name.char_indices().filter(|(_, c)| matches!(c, '结' | '因' | '按'));
    starts.find(|&(at, _)| at > 0 && how(at)).map_or(name, |(at, _)| &name[..at])
}

/// Behind a name: how its work is done.
const HOW: &[&str] = &["结合各自实际", "结合本地实际", "结合实际", "因地制宜", "按职责分工", "按照职责分工"];

/// What stands before the longest manner that ends `text`.
fn manner(text: &str) -> Option<&str> {
    manners(text.chars().next_back()?).iter().find_map(|word| text.strip_suffix(word))
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
    ("总牵头", Role::Lead, false),
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
            '总' | '牵' | '会' | '商' | '主' | '负' | '配' | '协' | '参' | '指' | '落' | '督' | '组' | '统'
        ) {
            continue;
        }
        let rest = &piece[at..];
        let Some(&(word, role, joins)) = INFIXES.iter().find(|(word, ..)| rest.starts_with(word)) else {
            continue;
        };
        let after = &rest[word.len()..];
        let verb = DOINGS.iter().any(|doing| after.len() > doing.len() && after.starts_with(doing));
        let noun = || !verb && begins(after, NOUNS);
        if !joins && (noun() || after.is_empty()) {
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
            ("省发展改革委总牵头", "总牵头", Role::Lead),
            ("省发展改革委负主责", "负主责", Role::Lead),
            ("省发展改革委为主", "为主", Role::Lead),
            ("省财政厅分头负责", "分头负责", Role::Responsible),
            ("省财政厅会同配合", "会同配合", Role::Support),
            ("各市人民政府结合各自实际推进", "结合各自实际推进", Role::Responsible),
            ("各市人民政府因地制宜抓好落实", "因地制宜抓好落实", Role::Responsible),
            ("省财政厅按照要求实施", "按照要求实施", Role::Responsible),
            ("按时间节点推进", "按时间节点推进", Role::Responsible),
        ];
        for (piece, words, role) in table {
            let found = phrase(piece).unwrap();
            assert_eq!((&piece[found.start..], found.role), (words, role), "{piece}");
        }
    }

    #[test]
    fn names_hold_no_role_phrase() {
        for piece in [
            "省财政厅",
            "各级党组织",
            "项目牵头单位",
            "各参与单位",
            "就业服务指导中心",
            "首长负责制",
            "以县级为主",
            "省总工会",
        ] {
            assert_eq!(phrase(piece), None, "{piece}");
            assert_eq!(infix(piece).filter(|_| piece != "就业服务指导中心"), None, "{piece}");
        }
    }

    #[test]
    fn a_role_verb_may_stand_before_what_is_done() {
        let table = [
            ("省财政厅牵头制定方案", Some("制定方案")),
            ("省财政厅总牵头组织编制", Some("组织编制")),
            ("省财政厅负责办理", None),
        ];
        for (piece, done) in table {
            assert_eq!(infix(piece).map(|found| &piece[found.end..]), done, "{piece}");
        }
        assert_eq!(infix("各参与组织"), None);
        assert_eq!(without_manner("各地结合实际"), "各地");
        assert_eq!(without_manner("各地因地制宜制定方案"), "各地");
        assert_eq!(without_manner("省财政厅按职责分工抓好见效"), "省财政厅");
        assert_eq!(without_manner("因地制宜"), "因地制宜");
    }

    #[test]
    fn a_joining_word_parts_leader_and_helper() {
        let found = infix("人事司会同相关司局").unwrap();
        assert!(found.joins);
        assert_eq!(&"人事司会同相关司局"[found.end..], "相关司局");
    }
}
