//! What a cell of units looks like.

use crate::grammar::clause::cell;
use crate::grammar::clause::said::Clause;
use crate::grammar::name::organ::{Shape, shape};
use crate::model::Role;
use crate::text::character::{is_blank, squeezed};

/// The longest list of units in bytes that is looked at: about 80 of them. A guess.
const LONGEST_BYTES: usize = 2400;

/// The longest words in bytes beside the names: `等有关部门`. A guess.
const BESIDE_BYTES: usize = 24;

/// Whether a cell says that there is nothing: `/`, `—`, `无`.
pub(super) fn is_nothing(words: &str) -> bool {
    matches!(words, "无" | "暂无") || !words.contains(char::is_alphanumeric)
}

/// Whether words are a list of units and nothing else: `市住建局、市供电公司`, `省审改办牵头`.
pub(super) fn is_units(words: &str) -> bool {
    let words = words.trim_matches(is_blank).trim_end_matches(['。', '；']);
    let quoted = words.matches('“').count() == words.matches('”').count();
    if words.is_empty() || words.len() > LONGEST_BYTES || words.contains('。') || !quoted {
        return false;
    }
    let words = squeezed(words);
    let clause = cell(&words, &[], Role::Responsible);
    let shapes = || clause.units.iter().map(|unit| shape(&words[unit.name.clone()]));
    let known = shapes().all(|shape| shape >= Shape::Weak) && shapes().any(|shape| shape == Shape::Strong);
    known && beside(&words, &clause) <= BESIDE_BYTES
}

/// How many bytes stand beside the names, the words of role and the remarks, signs left out.
fn beside(words: &str, clause: &Clause) -> usize {
    let named = clause.units.iter().map(|unit| unit.name.clone());
    let said = clause.role_words.iter().map(|(_, range)| range.clone());
    let remarked = clause.remarks.iter().map(|remark| remark.range.clone());
    let mut held: Vec<_> = named.chain(said).chain(remarked).chain(clause.deadline.clone()).collect();
    held.sort_unstable_by_key(|range| range.start);
    let mut at = 0;
    let mut beside = 0;
    let mut count = |piece: &str| {
        beside += piece.chars().filter(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
    };
    for range in held {
        if range.start > at {
            count(&words[at..range.start]);
        }
        at = at.max(range.end);
    }
    count(&words[at..]);
    beside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_units_are_told_from_words() {
        for words in [
            "市交通局",
            "市公安局、云澜公交集团",
            "市财政局等",
            "省审改办牵头",
            "县水利局（牵头）、各镇政府",
            "各区政府",
            "市财政局、市审计局等有关部门",
            "省教育厅，省文化和旅游厅（逗号前为牵头单位，下同）",
            "人民银行云澜中心支行牵头，推动小组各成员单位配合",
            "省 ⼈力资源社会保障厅",
        ] {
            assert!(is_units(words), "{words}");
        }
        for words in [
            "1点。",
            "3处站点。",
            "长期坚持",
            "2031年底前",
            "为40个站台装灯。",
            "推进市财政局信息公开平台的建设与运行维护工作",
            "政府",
            "事项“掌上办",
            "市水",
            "",
        ] {
            assert!(!is_units(words), "{words}");
        }
        assert!(is_nothing("/") && is_nothing("——") && is_nothing("无") && !is_nothing("县水利局"));
    }
}
