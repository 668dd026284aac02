//! Names that are their own canonical form: companies, universities, names written in full.

use super::super::organ::OrganKind;

/// A name and its second name in brackets: `市委宣传部（市新闻出版局）`.
pub(super) fn second_name(name: &str) -> (&str, Option<&str>) {
    const PAIRS: [(char, char); 4] = [('（', '）'), ('(', ')'), ('〔', '〕'), ('[', ']')];
    let found = PAIRS.iter().find_map(|&(open, close)| name.strip_suffix(close)?.rsplit_once(open));
    match found {
        Some((first, second)) if !first.is_empty() && !second.is_empty() => (first, Some(second)),
        _ => (name, None),
    }
}

/// The kind that a name's ending tells, where no table does.
pub(super) fn kind(name: &str) -> Option<OrganKind> {
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    Some(match () {
        () if ends(&["公司", "集团", "银行", "分行", "支行", "银行股份"]) => {
            OrganKind::Enterprise
        }
        () if ends(&[
            "大学",
            "学院",
            "学校",
            "医院",
            "中心",
            "研究院",
            "研究所",
            "科学院",
            "图书馆",
            "博物馆",
            "档案馆",
            "党校",
        ]) =>
        {
            OrganKind::Institution
        }
        () if ends(&["协会", "商会", "学会", "联合会", "促进会"]) => OrganKind::Association,
        () if ends(&["管委会", "管理委员会"]) => OrganKind::Zone,
        () if ends(&[
            "专班",
            "领导小组",
            "指挥部",
            "联席会议",
            "小组办公室",
            "指挥部办公室",
            "会议办公室",
        ]) =>
        {
            OrganKind::Coordination
        }
        () if name.starts_with('委') || ends(&["党工委"]) => OrganKind::Party,
        () if ends(&["局", "厅", "委员会"]) => OrganKind::Government,
        () => return None,
    })
}

/// Whether a name that begins with no level's letter is its own canonical form: `宁夏大学`, `国网山西省电力公司`.
///
/// 集团 alone does not tell the legal form. The legal name of an association is told by nothing but a full beginning.
pub(super) fn is_own_form(name: &str) -> bool {
    const GENERIC: &[&str] =
        &["电力公司", "供电公司", "电网公司", "燃气公司", "供水公司", "机场公司", "保险公司", "人民医院"];
    const LEGAL: &[&str] = &["公司", "大学", "学院", "医院"];
    const NATIONAL: &[&str] = &["中国", "全国", "中华"];
    let association = ["协会", "商会", "学会"].iter().any(|word| name.ends_with(word));
    let length = name.chars().count();
    length >= 4
        && !GENERIC.contains(&name)
        && (LEGAL.iter().any(|word| name.ends_with(word))
            || association && NATIONAL.iter().any(|word| name.starts_with(word)))
}

/// Whether a stem is written in full, so that the division's name makes it a legal one: `不动产登记中心`.
///
/// No short form stands in it, and it is long enough to leave none out.
pub(super) fn is_full_stem(stem: &str) -> bool {
    const ENDINGS: &[(&str, usize)] = &[
        ("局", 6),
        ("厅", 5),
        ("委员会", 8),
        ("办公室", 7),
        ("中心", 6),
        ("研究院", 6),
        ("研究所", 6),
        ("大学", 4),
        ("学院", 4),
        ("医院", 4),
        ("协会", 4),
        ("商会", 4),
        ("学会", 4),
        ("有限公司", 7),
        ("有限责任公司", 9),
        ("总队", 6),
        ("支队", 6),
        ("科学院", 5),
        ("图书馆", 3),
        ("博物馆", 3),
    ];
    const SHORT: &[&str] = &[
        "发改",
        "住建",
        "工信",
        "经信",
        "人社",
        "文旅",
        "卫健",
        "科技",
        "经贸",
        "安监",
        "质监",
        "食药",
        "城管",
        "房管",
        "国资",
        "环保",
        "旅发",
        "自规",
        "政数",
        "市监",
        "监管",
        "住保",
        "交管",
        "国土",
        "建委",
        "审改",
        "综改",
        "教体",
        "文体",
        "文广",
        "广旅",
        "人防",
        "残联",
        "城建",
        "农机",
        "公管",
        "投促",
        "融媒",
        "不动产中心",
        "政务",
        "公积金",
        "大数据",
        "行政审批",
        "机关事务",
        "城市建设",
        "人才服务",
        "两",
        "工作专班",
        "领导小组办公室",
        "开发区",
        "经开区",
        "高新区",
        "示范区",
        "新区",
        "园区",
        "度假区",
        "景区",
        "保税",
        "分局",
        "分中心",
        "办事处",
        "管理部",
        "片区",
    ];
    let length = stem.chars().count();
    let government = stem.starts_with("政府") || stem.starts_with("人民政府");
    !government
        && ENDINGS.iter().any(|(ending, least)| stem.ends_with(ending) && length >= *least)
        && !SHORT.iter().any(|word| stem.contains(word))
        && !stem.contains(['“', '”', '、', '，'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_name_stands_in_brackets() {
        assert_eq!(second_name("市委宣传部（市新闻出版局）"), ("市委宣传部", Some("市新闻出版局")));
        assert_eq!(second_name("省财政厅"), ("省财政厅", None));
        assert_eq!(second_name("（省财政厅）"), ("（省财政厅）", None));
    }

    #[test]
    fn own_forms_tell_the_legal_form() {
        assert!(
            is_own_form("国网山西省电力公司") && is_own_form("宁夏大学") && is_own_form("中国某某进出口商会")
        );
        assert!(!is_own_form("翠湖港航集团") && !is_own_form("云溪房地产行业协会"));
    }

    #[test]
    fn full_stems_hold_no_short_form() {
        assert!(is_full_stem("不动产登记中心") && is_full_stem("城乡建设和交通运输局"));
        assert!(!is_full_stem("文旅体育中心") && !is_full_stem("市政局"));
    }
}
