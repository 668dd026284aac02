//! Groups: `各市州人民政府`, `省直有关部门`.

use super::division::divisions;
use super::organ::{Shape, shape, without_bracket};
use crate::model::UnitKind;
use crate::text::words::{begins, ends};

/// Whether `name` stands for more than one organ: `各市州人民政府`, `省直有关部门`.
pub(crate) fn kind(name: &str) -> UnitKind {
    if is_group(name) { UnitKind::Group } else { UnitKind::Organ }
}

pub(crate) fn is_group(name: &str) -> bool {
    let base = without_bracket(name);
    group_start(base)
        || holds_group_word(base)
        || base.chars().next_back().is_some_and(|last| group_end(base, last))
        || divisions(base).is_some()
}

/// Whether a name holds 各, 有关, 相关, 其他 or 所属.
fn holds_group_word(name: &str) -> bool {
    name.char_indices().any(|(at, c)| match c {
        '各' => true,
        '有' => name[at..].starts_with("有关"),
        '相' => name[at..].starts_with("相关"),
        '其' => name[at..].starts_with("其他"),
        '所' => name[at..].starts_with("所属"),
        _ => false,
    })
}

/// Endings of names that stand for many.
fn group_end(name: &str, last: char) -> bool {
    match last {
        '门' => name.ends_with("部门"),
        '位' => name.ends_with("单位"),
        '构' => name.ends_with("机构"),
        '业' => name.ends_with("企业"),
        '校' => ends(name, &["高校", "院校"]),
        '所' => name.ends_with("院所"),
        '商' => name.ends_with("运营商"),
        '关' => name.strip_suffix("机关").is_some_and(|owner| !is_one_organ(owner)),
        '局' => name.ends_with("司局"),
        '室' => name.ends_with("处室"),
        '体' => name.ends_with("主体"),
        _ => false,
    }
}

/// Whether an organ runs the 机关 behind it, as in `省纪委监委机关`; `公安机关` are many.
fn is_one_organ(owner: &str) -> bool {
    shape(owner) == Shape::Strong && !is_group(owner) || ends(owner, &["人大", "政协"])
}

/// Whether a name starts as a group does.
fn group_start(name: &str) -> bool {
    let begins = |words: &[&str]| begins(name, words);
    let Some(first) = name.chars().next() else { return false };
    match first {
        '各' | '有' | '该' => true,
        '相' => begins(&["相关"]),
        '其' => begins(&["其他", "其它"]),
        '所' => begins(&["所有", "所在"]),
        '全' => begins(&["全体"]),
        '沿' => begins(&["沿线", "沿江", "沿海"]),
        '具' => begins(&["具有", "具备"]),
        '涉' => begins(&["涉及"]),
        '承' => begins(&["承担"]),
        '责' => begins(&["责任"]),
        '属' => begins(&["属地"]),
        '负' => begins(&["负有", "负责"]),
        '辖' => begins(&["辖区"]),
        '市' | '县' | '州' | '区' | '旗' => {
            begins(&["市、县", "县、区", "州、市", "区、县", "市、州", "市、区", "旗、县"])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offices_of_one_organ_are_no_group() {
        for name in ["省纪委监委机关", "省军区机关", "市委机关", "县人大机关", "省总工会机关"]
        {
            assert_eq!(kind(name), UnitKind::Organ, "{name}");
        }
        for name in ["各级行政机关", "公安机关", "党政机关", "政府机关", "省直机关", "机关", "各部门机关"]
        {
            assert_eq!(kind(name), UnitKind::Group, "{name}");
        }
    }
}
