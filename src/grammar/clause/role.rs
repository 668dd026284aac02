//! Role phrases: `牵头`, `等按职责分工负责`, `会同`.
//!
//! ```text
//! phrase = { manner } verb { manner | verb }
//! ```
//!
//! A phrase closes a list, so it is read backwards from the end of a piece.

use crate::lexicon::roles::{DOINGS, HOW, INFIXES, Inside, MAINLY, MANNERS, NOUNS, VERBS};
use crate::model::Role;
use crate::text::words::holds;

/// The role phrase that ends a piece: where it starts, and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Where it starts.
    pub(crate) start: usize,
    /// What it says.
    pub(crate) role: Role,
}

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
            // 按责任分工 ends with the verb 分工
            rest = manner(rest).filter(|before| before.len() < next.len()).unwrap_or(next);
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
    /// A guess.
    const HOW_CHARS: usize = 30;
    let (start, role) = VERBS.at_end(text)?;
    let (next, word) = text.split_at(start);
    // `以县级为主` says how, not who
    let says_how = word == MAINLY && next.chars().rev().take(HOW_CHARS).any(|c| c == '以');
    (!says_how).then_some((next, role))
}

/// A name without how its work is done, and what: `各地` of `各地结合实际，抓好落实`, of `各地结合实际制定方案`.
pub(crate) fn without_manner(name: &str) -> &str {
    let told = |rest: &str| HOW.begin(rest) || matches!(rest, "按照要求" | "按要求");
    let mut starts = name.char_indices().skip(1).filter(|&(_, c)| HOW.may_begin(c));
    starts.find(|&(at, _)| told(&name[at..])).map_or(name, |(at, _)| &name[..at])
}

/// What stands before the longest manner that ends `text`.
fn manner(text: &str) -> Option<&str> {
    MANNERS.at_end(text).map(|(start, ())| &text[..start])
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

/// The first role verb inside `piece` that is no part of a name.
pub(crate) fn infix(piece: &str) -> Option<Infix> {
    for (at, _) in piece.char_indices().filter(|&(_, c)| INFIXES.may_begin(c)) {
        let Some((len, does)) = INFIXES.at_start(&piece[at..]) else { continue };
        let (role, joins) = match does {
            Inside::Gives(role) => (role, false),
            Inside::Joins => (Role::Lead, true),
        };
        let after = &piece[at + len..];
        let verb = DOINGS.behind(after).is_some_and(|rest| !rest.is_empty());
        let noun = || !verb && NOUNS.begin(after);
        if !joins && (noun() || after.is_empty()) {
            continue;
        }
        return Some(Infix { start: phrase_start(&piece[..at]), end: at + len, role, joins });
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

    #[test]
    fn every_word_of_a_role_is_read() {
        let name = "省财政厅";
        for (verb, role) in VERBS.iter() {
            let found = phrase(&format!("{name}{verb}"));
            assert_eq!(found, Some(Phrase { start: name.len(), role }), "{verb}");
        }
        for (manner, ()) in MANNERS.iter() {
            let found = phrase(&format!("{name}{manner}负责")).map(|found| found.start);
            assert_eq!(found, Some(name.len()), "{manner}");
        }
        for (verb, does) in INFIXES.iter() {
            let found = infix(&format!("{name}{verb}审定水价"));
            let found = found.map(|found| (found.start, found.end, found.joins));
            assert_eq!(found, Some((name.len(), name.len() + verb.len(), does == Inside::Joins)), "{verb}");
        }
        for (noun, ()) in NOUNS.iter() {
            assert_eq!(infix(&format!("配合{noun}")), None, "{noun}");
        }
        for (how, ()) in HOW.iter() {
            assert_eq!(without_manner(&format!("{name}{how}")), name, "{how}");
        }
    }
}
