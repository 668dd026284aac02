//! Persons named by their office: `分管副省长`, `市领导甲某某`. They answer too, and are no units.

use crate::lexicon::offices::{OFFICES, PERSONS};
use crate::text::words::ends;

/// Whether `name` is a person's office, or 领导 and a person's name.
pub(crate) fn is_person(name: &str) -> bool {
    is_office(name) || is_named_leader(name)
}

/// Whether `name` is an office.
pub(crate) fn is_office(name: &str) -> bool {
    OFFICES.end(name) || PERSONS.end(name) || leads(name)
}

/// `市领导`, `主要领导`; 组织领导 is what is done.
fn leads(name: &str) -> bool {
    let Some(owner) = name.strip_suffix(LEADERS) else { return false };
    owner.ends_with(|c| "省市县区州盟旗镇乡级厅局委府管系头任要关位门司".contains(c))
}

const LEADERS: &str = "领导";

/// `市领导甲某某`: a name of two or three characters; `领导机构` is an organ.
pub(crate) fn is_named_leader(name: &str) -> bool {
    let mut ends = name.char_indices().rev().map(|(at, _)| at).skip(1).take(2);
    ends.any(|at| leads(&name[..at]) && !ends_like_body(&name[at..]))
}

/// What stands behind 领导 in names of bodies and in words.
fn ends_like_body(words: &str) -> bool {
    ends(words, &["组", "机构", "机关", "部门", "单位", "班子", "体系", "体制", "责任"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_told_by_their_office() {
        for name in [
            "分管副省长",
            "市长",
            "协管副秘书长",
            "县委书记",
            "市领导甲某某",
            "分管领导乙某",
            "各部门主要负责人",
        ] {
            assert!(is_person(name), "{name}");
        }
        for name in [
            "省财政厅",
            "市长热线办",
            "市委领导小组",
            "市级领导机构",
            "加强组织领导",
            "市场增长",
            "县领导责任",
            "领导",
            "省主要责任",
            "",
            "市人大常委会",
        ] {
            assert!(!is_person(name), "{name}");
        }
    }
}
