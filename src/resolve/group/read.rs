//! What the words of a group say: its class, its scope, its levels.

use super::super::answer::DivisionName;
use super::super::division::{Division, Level};
use super::super::organ::Place;
use super::{Group, GroupClass, GroupScope};
use crate::text::words::{begins, ends, holds};

/// The group that a name tells; `None` where the words do not say what its members are.
pub(crate) fn group(name: &str, issuer: Option<&Place>) -> Option<Group> {
    let class = class(name).or_else(|| class(without_remark(name)?))?;
    let scope = scope(name, class);
    let levels = levels(name, class, issuer);
    Some(Group { class, scope, levels, within: issuer.map(DivisionName::of) })
}

/// A name without a remark in brackets at its end: `各区人民政府（管委会）`.
fn without_remark(name: &str) -> Option<&str> {
    let inner = name.strip_suffix(['）', ')', '〕', '〉', '>'])?;
    inner.rfind(['（', '(', '〔', '〈', '<']).map(|at| &inner[..at]).filter(|name| !name.is_empty())
}

/// Whether the words are a group's and no organ's: `各…`, `有关…`, `…部门`.
pub(crate) fn is_group(name: &str) -> bool {
    const BEGINNINGS: &[&str] = &["各", "有关", "相关", "所有", "全体", "其他", "其它"];
    const INSIDE: &[&str] = &[
        "有关部门",
        "相关部门",
        "有关单位",
        "相关单位",
        "成员单位",
        "各有关",
        "各相关",
        "直各",
        "级各",
        "政府各",
    ];
    const ENDINGS: &[&str] = &["部门", "单位", "企业", "金融机构", "商业银行", "运营商", "各镇街"];
    // 市州、县市区人民政府: levels side by side name no one government
    let governments = name.strip_suffix("人民政府").or_else(|| name.strip_suffix("政府"));
    if governments.is_some_and(|levels| levels.chars().count() > 1 && is_division_list(levels)) {
        return true;
    }
    begins(name, BEGINNINGS) || ends(name, ENDINGS) || holds(name, INSIDE)
}

/// Levels that a division list may name; what stands between and behind them says nothing else.
const DIVISION_WORDS: &[&str] = &[
    "地级以上市",
    "设区的市",
    "设区市",
    "省辖市",
    "自治区",
    "自治州",
    "自治县",
    "行政公署",
    "直辖市",
    "计划单列市",
    "乡镇",
    "街道",
    "镇街",
    "地区",
    "城市",
    "师市",
    "特区",
    "林区",
    "行委",
    "行署",
    "新区",
    "省",
    "市",
    "州",
    "盟",
    "地",
    "县",
    "区",
    "旗",
    "乡",
    "镇",
    "村",
    "社区",
    "方",
];

fn is_division_list(words: &str) -> bool {
    let mut rest = words.trim_start_matches("各级");
    if rest.is_empty() {
        return true;
    }
    while !rest.is_empty() {
        const BETWEEN: [char; 16] =
            ['、', '（', '）', '(', ')', '〔', '〕', '和', '及', '各', '，', '＜', '＞', '〈', '〉', '·'];
        let shorter = rest.trim_start_matches(BETWEEN);
        let words = DIVISION_WORDS.iter().filter_map(|word| shorter.strip_prefix(word));
        match words.min_by_key(|rest| rest.len()) {
            Some(behind) => rest = behind,
            None if shorter.is_empty() => return true,
            None => return false,
        }
    }
    true
}

fn class(name: &str) -> Option<GroupClass> {
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    let core = strip_scope(name);
    Some(match () {
        () if name.contains("成员单位") => GroupClass::Members,
        () if ends(&["政府", "行署", "行政公署", "党委和政府", "党委政府", "党委、政府"]) => {
            GroupClass::Governments
        }
        () if is_division_list(core) => GroupClass::Governments,
        () if ends(&[
            "部门和单位",
            "部门、单位",
            "部门单位",
            "部门及单位",
            "部门（单位）",
            "部门〔单位〕",
            "单位和部门",
            "单位",
            "机关",
        ]) =>
        {
            GroupClass::Units
        }
        () if ends(&["部门", "局", "委", "厅", "部委", "委办局", "直属机构"]) => {
            GroupClass::Departments
        }
        () if ends(&["银行", "金融机构", "银行机构", "银行业机构", "银行金融机构"]) => {
            GroupClass::Banks
        }
        () if ends(&["企业", "公司", "运营商", "集团", "业主", "开发商", "平台企业"]) => {
            GroupClass::Enterprises
        }
        () if ends(&["协会", "商会", "学会"]) => GroupClass::Associations,
        () if ends(&[
            "园区",
            "开发区",
            "管委会",
            "管理委员会",
            "功能区",
            "高新区",
            "经开区",
            "示范区",
            "自贸片区",
        ]) =>
        {
            GroupClass::Zones
        }
        () if ends(&[
            "专班",
            "领导小组",
            "指挥部",
            "工作组",
            "联席会议",
            "办公室",
            "办",
            "委员会",
            "专项小组",
        ]) =>
        {
            GroupClass::Coordination
        }
        () if ends(&["司局", "处室", "司", "处", "科室", "内设机构"]) => GroupClass::Subunits,
        () => return None,
    })
}

/// A name without the words of its scope and of whose it is.
fn strip_scope(name: &str) -> &str {
    const WORDS: &[&str] = &[
        "全省",
        "全市",
        "全县",
        "全区",
        "沿海",
        "各有关",
        "各相关",
        "有关",
        "相关",
        "所有",
        "其他",
        "涉及",
        "各",
    ];
    let mut rest = name;
    while let Some(shorter) = WORDS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    rest
}

fn scope(name: &str, class: GroupClass) -> GroupScope {
    const DESCRIBING: &[&str] = &["负责", "承担", "具有", "涉及", "设有", "拥有", "的"];
    let relevant = name.contains("有关") || name.contains("相关");
    if class == GroupClass::Members {
        let body = name.split("成员单位").next().unwrap_or_default();
        let body = body
            .trim_end_matches("相关")
            .trim_end_matches("有关")
            .trim_end_matches("各")
            .trim_end_matches("其他");
        return match () {
            () if !strip_scope(body).is_empty() => GroupScope::Named,
            () if relevant => GroupScope::Relevant,
            () if name.contains('各') => GroupScope::All,
            () => GroupScope::Bare,
        };
    }
    let ends = ["部门", "单位", "企业", "机构", "政府"].iter().any(|word| name.ends_with(word));
    match () {
        () if relevant => GroupScope::Relevant,
        () if ends && DESCRIBING.iter().any(|word| name.contains(word)) && !name.starts_with('各') => {
            GroupScope::Described
        }
        () if name.contains('各') || name.starts_with("所有") || name.starts_with("全体") => {
            GroupScope::All
        }
        () => GroupScope::Bare,
    }
}

/// The levels that the words tell, as the issuer at its level uses them.
fn levels(name: &str, class: GroupClass, issuer: Option<&Place>) -> Vec<Level> {
    let at = issuer.and_then(|place| place.level);
    if name.contains("各级")
        && matches!(class, GroupClass::Governments | GroupClass::Coordination | GroupClass::Departments)
    {
        let from = at.unwrap_or(Level::Province);
        return [Level::Province, Level::City, Level::County]
            .into_iter()
            .filter(|level| *level >= from)
            .collect();
    }
    match class {
        GroupClass::Governments => governed(name, issuer),
        GroupClass::Departments | GroupClass::Units => {
            let own = [
                "省直",
                "省级",
                "省有关",
                "省政府",
                "市直",
                "市级",
                "市有关",
                "市政府",
                "县直",
                "县级",
                "区直",
                "区级",
                "自治区",
            ];
            let own = own.iter().any(|word| name.contains(word)) || class == GroupClass::Departments;
            at.filter(|_| own).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn governed(name: &str, issuer: Option<&Place>) -> Vec<Level> {
    let at = issuer.and_then(|place| place.level);
    let municipality = issuer.and_then(|place| place.division).is_some_and(Division::is_municipality);
    let holds = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let name_without_office = name.replace("自治区", "").replace("直辖市", "");
    let mut levels = Vec::new();
    if at.is_none() && holds(&["省", "自治区", "直辖市"]) {
        levels.push(Level::Province);
    }
    let county = holds(&["县", "区县", "旗"])
        || name_without_office.replace("设区", "").replace("地区", "").contains('区');
    // 县（市、区）: the 市 in brackets behind 县 is a county's
    let outside = without_brackets(&name_without_office);
    let city = at <= Some(Level::Province)
        && !municipality
        && (outside.contains('市') || holds(&["州", "盟", "行署", "地区"]) || outside == "各地");
    if city {
        levels.push(Level::City);
    }
    if county {
        levels.push(Level::County);
    }
    if holds(&["乡", "镇", "街道"]) {
        levels.push(Level::Township);
    }
    if holds(&["村", "社区"]) {
        levels.push(Level::Village);
    }
    levels
}

/// The words outside brackets; 州 in the brackets behind 市 is of the same level.
fn without_brackets(name: &str) -> String {
    let mut depth = 0_usize;
    name.chars()
        .filter(|c| match c {
            '（' | '(' | '〔' | '〈' => {
                depth += 1;
                false
            }
            '）' | ')' | '〕' | '〉' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_a_class_and_a_scope() {
        for (name, label) in [
            ("各市州人民政府", "governments:all"),
            ("有关设区市人民政府", "governments:relevant"),
            ("各市、县（区）", "governments:all"),
            ("各镇街", "governments:all"),
            ("各县〔市、区、特区〕人民政府", "governments:all"),
            ("省直有关部门", "departments:relevant"),
            ("各有关单位", "units:relevant"),
            ("省有关部门和单位", "units:relevant"),
            ("市级行业主管部门", "departments:bare"),
            ("负责水库移民的部门", "departments:described"),
            ("相关商业银行", "banks:relevant"),
            ("各银行业金融机构", "banks:all"),
            ("各房地产开发企业", "enterprises:all"),
            ("县河湖长制领导小组成员单位", "members:named"),
            ("各成员单位", "members:all"),
            ("各级水利专班", "coordination:all"),
            ("各园区管委会", "zones:all"),
        ] {
            assert_eq!(group(name, None).map(|group| group.label()).as_deref(), Some(label), "{name}");
        }
    }

    #[test]
    fn what_says_no_class_is_no_group() {
        for name in ["各平台", "各方面", "有关人员"] {
            assert_eq!(group(name, None), None, "{name}");
        }
    }

    #[test]
    fn levels_are_as_the_issuer_uses_the_words() {
        let place = |name: &str| Division::named(name, None).first().map(|found| Place::of(found, None));
        for (issuer, name, levels) in [
            ("湖南省", "各市州人民政府", &[Level::City][..]),
            ("湖南省", "各市州、县（市、区）人民政府", &[Level::City, Level::County]),
            ("福建省", "各设区市人民政府", &[Level::City]),
            ("重庆市", "各区县政府", &[Level::County]),
            ("珠海市", "各区人民政府", &[Level::County]),
            ("宁国市", "各乡镇街道", &[Level::Township]),
            ("湖南省", "各级人民政府", &[Level::Province, Level::City, Level::County]),
        ] {
            assert_eq!(
                group(name, place(issuer).as_ref()).map(|group| group.levels).as_deref(),
                Some(levels),
                "{name}"
            );
        }
    }
}
