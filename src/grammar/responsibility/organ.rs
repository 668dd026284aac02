//! What an organisation looks like: its ending, its level prefix, groups and lists of divisions.

use crate::UnitKind;

/// How sure the shape of a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shape {
    /// Nothing of an organisation: `项目`.
    None,
    /// A common noun that names nobody: `政府`, `企业`.
    Bare,
    /// An ending that ordinary words have too: `市`, `处`.
    Weak,
    /// `省财政厅`, `各市州人民政府`.
    Strong,
}

/// Endings that hardly any other word has.
const STRONG: &[&str] = &[
    "厅",
    "局",
    "政府",
    "部门",
    "委员会",
    "管委会",
    "工委",
    "海关",
    "支行",
    "分行",
    "银行",
    "法院",
    "检察院",
    "税务局",
    "委",
    "办公室",
    "总队",
    "支队",
    "大队",
    "公司",
    "集团",
    "协会",
    "学会",
    "商会",
    "联合会",
    "工商联",
    "妇联",
    "残联",
    "文联",
    "科协",
    "侨联",
    "台联",
    "总工会",
    "工会",
    "供销社",
    "联社",
    "总社",
    "合作社",
    "指挥部",
    "行署",
    "公署",
    "管理部",
    "营管部",
    "办事处",
    "领导小组",
    "工作组",
    "专班",
    "联席会议",
    "党组",
    "党委",
    "纪委",
    "监委",
    "大学",
    "学院",
    "研究院",
    "科学院",
    "研究所",
    "实验室",
    "党校",
    "行政学院",
    "宣传部",
    "组织部",
    "统战部",
    "财政部",
    "外交部",
    "工作部",
    "督查室",
    "监察室",
    "研究室",
    "编办",
    "网信办",
    "总局",
    "分局",
    "部队",
    "军区",
    "警备区",
    "军分区",
    "人武部",
    "消防救援局",
    "红十字会",
    "促进会",
    "基金会",
    "银保监会",
    "证监会",
    "保监会",
    "银监会",
    "监事会",
    "研究会",
    "贸促会",
    "事业单位",
    "主管部门",
    "运营商",
    "电网",
    "气象台",
    "广播电视台",
    "报社",
    "出版社",
    "新华社",
    "兵团",
    "师市",
    "总站",
    "分公司",
    "分中心",
    "交易所",
    "管理处",
    "秘书处",
    "办公厅",
    "司",
    "署",
    "办",
    "船级社",
];

/// Endings that ordinary words have too.
const WEAK: &[&str] = &[
    "部",
    "室",
    "处",
    "科",
    "所",
    "站",
    "中心",
    "院",
    "会",
    "组",
    "小组",
    "队",
    "州",
    "市",
    "县",
    "区",
    "旗",
    "盟",
    "省",
    "镇",
    "乡",
    "村",
    "街道",
    "乡镇",
    "镇街",
    "社区",
    "地区",
    "园区",
    "开发区",
    "新区",
    "示范区",
    "林区",
    "单位",
    "机构",
    "机关",
    "组织",
    "团体",
    "企业",
    "高校",
    "院校",
    "学校",
    "院所",
    "医院",
    "场",
    "馆",
    "台",
    "行",
    "港",
    "团",
    "师",
    "社",
    "联盟",
    "平台",
    "主体",
    "电信",
    "移动",
    "联通",
    "铁塔",
    "电力",
    "邮政",
    "烟草",
    "团委",
    "省委",
    "市委",
    "县委",
    "区委",
    "州委",
    "属地",
    "各地",
    "城市",
    "税务",
    "公安",
    "司局",
    "校",
    "厂",
    "店",
    "库",
    "矿",
    "基地",
    "总会",
    "分会",
    "理事会",
    "商行",
    "农信",
    "农商行",
    "人行",
    "农发行",
    "国开行",
    "智库",
    "媒体",
    "机场",
    "职能部门",
    "方",
    "人",
    "监管分局",
    "国企",
    "央企",
    "项目法人",
    "业主",
    "国资",
    "行业协会",
    "支局",
    "派出所",
    "卫健",
    "住建",
    "公积金",
    "管委",
    "团省委",
    "团市委",
    "司法",
    "博览局",
    "专员办",
    "特派办",
    "服务区",
];

/// Words that name nobody by themselves.
const BARE: &[&str] = &[
    "政府",
    "企业",
    "部门",
    "单位",
    "社会",
    "市场",
    "公众",
    "个人",
    "群众",
    "学校",
    "高校",
    "机构",
    "组织",
    "社区",
    "家庭",
    "地方",
    "地区",
    "园区",
    "中心",
    "平台",
    "银行",
    "人民政府",
    "开发区",
    "机关",
    "团体",
    "社会组织",
    "行业协会",
    "专人",
    "本人",
    "法人",
    "市",
    "县",
    "区",
    "省",
    "州",
    "乡",
    "镇",
    "村",
    "街道",
    "乡镇",
    "集体",
    "党委",
    "党组",
    "党组织",
    "公司",
    "协会",
    "科研机构",
    "金融机构",
    "社会力量",
    "社会资本",
    "市民",
    "居民",
    "农户",
    "基地",
    "合作社",
    "国家",
    "全社会",
    "医院",
    "媒体",
    "专家",
    "主体",
    "市场主体",
    "经营主体",
    "中央",
    "行业",
    "业主",
    "集团",
    "部",
    "司",
    "处",
    "室",
    "科",
    "人",
];

/// Words that sentences have and names have not.
const PROSE: &[&str] = &[
    "除外",
    "不得",
    "应当",
    "应该",
    "必须",
    "可以",
    "要求",
    "不含",
    "不包括",
    "例如",
    "比如",
    "即",
    "是指",
    "包括但",
    "根据《",
    "按照《",
    "通过",
    "实行",
    "建立",
    "完善",
    "推动",
    "促进",
    "开展",
    "制定",
    "给予",
    "按照",
    "以及其",
    "进一步",
    "规定",
    "不超过",
    "以上",
    "以下",
    "超过",
    "一次性",
];

/// Starts of groups.
const GROUP_STARTS: &[&str] = &[
    "各", "有关", "相关", "其他", "其它", "所有", "全体", "沿线", "沿江", "具有", "涉及", "承担", "责任",
    "属地", "所在", "有", "具备", "负有", "负责", "沿海", "辖区", "该",
];

/// The shape of `name`.
pub(crate) fn shape(name: &str) -> Shape {
    let base = without_bracket(name);
    if base.is_empty() || base.len() > 150 || name.contains(['。', '《', '：', '？', '！', '%', '％']) {
        return Shape::None;
    }
    if BARE.contains(&base) {
        return Shape::Bare;
    }
    if base.len() > 24 && PROSE.iter().any(|word| base.contains(word)) {
        return Shape::None;
    }
    if divisions(base).is_some_and(|d| d.lead || d.seat) {
        return Shape::Strong;
    }
    let Some(last) = base.chars().next_back() else { return Shape::None };
    if base.len() <= last.len_utf8() {
        return Shape::None;
    }
    if STRONG.iter().any(|end| base.ends_with(end)) && !is_word(base) {
        return Shape::Strong;
    }
    if WEAK.iter().any(|end| base.ends_with(end)) && !is_word(base) {
        return if is_group(base) || leads_with_level(base) { Shape::Strong } else { Shape::Weak };
    }
    if base.starts_with("各") && base.chars().count() <= 8 { Shape::Weak } else { Shape::None }
}

/// Words that end like organisations and are none.
fn is_word(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "全部",
        "内部",
        "外部",
        "干部",
        "大部",
        "西部",
        "东部",
        "北部",
        "南部",
        "中部",
        "局部",
        "城区",
        "灾区",
        "山区",
        "库区",
        "小区",
        "校区",
        "景区",
        "社会",
        "机会",
        "大会",
        "委托办",
        "督办",
        "主办",
        "承办",
        "协办",
        "联办",
        "申办",
        "举办",
        "开办",
        "新办",
        "补办",
        "代办",
        "通办",
        "一次办",
        "网上办",
        "马上办",
        "就近办",
        "城市",
        "上市",
        "超市",
        "都市",
        "股市",
        "用人",
        "法人",
        "责任人",
        "负责人",
        "联系人",
        "他人",
        "本人",
        "工人",
        "全省",
        "外省",
        "本省",
        "跨省",
        "全市",
        "本市",
        "外市",
        "全县",
        "本县",
        "全区",
        "本区",
        "布局",
        "格局",
        "结局",
        "全局",
        "大局",
        "场所",
        "现场",
        "市场",
        "广场",
        "立场",
        "进行",
        "执行",
        "实行",
        "发行",
        "试行",
        "运行",
        "银行",
        "流行",
        "推行",
        "施行",
        "履行",
        "双方",
        "地方",
        "对方",
        "三方",
        "各方",
        "一方",
        "甲方",
        "乙方",
        "多方",
        "官方",
        "供方",
        "需方",
        "第三方",
        "公办",
        "民办",
        "校园",
        "中央和地方",
        "出台",
        "后台",
        "前台",
        "平台",
    ];
    WORDS.contains(&name)
}

/// `省`, `市`, `县` … before at least two more characters.
fn leads_with_level(name: &str) -> bool {
    let rest = [
        "省",
        "市",
        "县",
        "区",
        "州",
        "自治区",
        "兵团",
        "国家",
        "全国",
        "中国",
        "中央",
        "国务院",
        "局",
        "厅",
        "部",
        "委",
    ]
    .iter()
    .find_map(|level| name.strip_prefix(level));
    rest.is_some_and(|rest| rest.chars().count() >= 2)
}

/// The name without the bracketed second name at its end: `市委宣传部` of `市委宣传部（市新闻出版局）`.
pub(crate) fn without_bracket(name: &str) -> &str {
    if !name.ends_with(['）', ')', '〕', ']', '］', '】', '〉']) {
        return name;
    }
    let mut depth = 0;
    for (at, c) in name.char_indices().rev() {
        match c {
            '）' | ')' | '〕' | ']' | '］' | '】' | '〉' => depth += 1,
            '（' | '(' | '〔' | '[' | '［' | '【' | '〈' => {
                depth -= 1;
                if depth == 0 {
                    return &name[..at];
                }
            }
            _ => {}
        }
    }
    name
}

/// Whether `name` stands for more than one organ: `各市州人民政府`, `省直有关部门`.
pub(crate) fn kind(name: &str) -> UnitKind {
    if is_group(name) { UnitKind::Group } else { UnitKind::Organ }
}

fn is_group(name: &str) -> bool {
    let base = without_bracket(name);
    GROUP_STARTS.iter().any(|start| base.starts_with(start))
        || ["各", "有关", "相关", "其他", "所属"].iter().any(|word| base.contains(word))
        || ["部门", "单位", "机构", "企业", "高校", "院校", "院所", "运营商", "机关", "司局", "处室", "主体"]
            .iter()
            .any(|end| base.ends_with(end))
        || divisions(base).is_some()
}

/// A list of kinds of divisions: `各市、县（区）人民政府`, `有关市`, `市州`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Divisions<'t> {
    /// Starts with 各, 有关 …
    pub(crate) lead: bool,
    /// Ends with 人民政府, 管委会 …
    pub(crate) seat: bool,
    /// What follows the kinds and is no seat of government: `教育局` of `各市教育局`.
    pub(crate) rest: &'t str,
}

const DIVISION_LEADS: &[&str] = &[
    "各有关",
    "各相关",
    "相关",
    "有关",
    "全省各",
    "全市各",
    "全区各",
    "全州各",
    "全县各",
    "沿海各",
    "所辖",
    "辖区",
    "省内各",
    "我省各",
    "我市各",
    "其他",
    "其它",
    "各级",
    "各",
    "含",
    "两",
    "三",
    "至",
    "省辖",
];
const DIVISION_KINDS: &[&str] = &[
    "设区的市",
    "设区市",
    "省辖市",
    "地级以上市",
    "地级以上城市",
    "地级市",
    "县级市",
    "直管市",
    "省直管县",
    "省直管",
    "省管县",
    "直管县",
    "试点县",
    "扩权县",
    "自治州",
    "自治县",
    "自治旗",
    "直辖市",
    "自治区",
    "林区",
    "特区",
    "省",
    "市",
    "州",
    "县",
    "区",
    "旗",
    "盟",
    "地",
    "师",
    "乡",
    "镇",
    "街道",
    "街",
    "园区",
    "开发区",
    "功能区",
    "高新区",
    "管理区",
    "新区",
    "团场",
    "行委",
    "城市",
    "行署",
    "所在",
    "农场",
    "村",
    "社区",
    "度假区",
    "产业园区",
];
const SEATS: &[&str] = &[
    "人民政府",
    "政府",
    "行政公署",
    "行署",
    "公署",
    "管委会",
    "管理委员会",
    "行委",
    "办事处",
    "街道办",
    "党委",
    "党工委",
    "（",
    "级",
];

/// Reads `name` as a list of divisions; `None` if it does not start as one.
pub(crate) fn divisions(name: &str) -> Option<Divisions<'_>> {
    let (kinds, after_lead) = division_start(name);
    let lead = after_lead;
    let mut rest = kinds;
    let mut any = false;
    loop {
        if let Some(next) =
            DIVISION_KINDS.iter().filter_map(|kind| rest.strip_prefix(kind)).min_by_key(|r| r.len())
        {
            rest = next;
            any = true;
        } else if any && let Some(next) = after_bracket(rest) {
            rest = next;
        } else {
            break;
        }
    }
    if !any {
        return None;
    }
    if let Some(next) = SEATS
        .iter()
        .find_map(|seat| rest.strip_prefix(seat))
        .filter(|next| after_bracket(next).unwrap_or(next).is_empty())
    {
        let _ = next;
        return Some(Divisions { lead, seat: true, rest: "" });
    }
    (rest.is_empty() || lead).then_some(Divisions { lead, seat: false, rest })
}

fn division_start(name: &str) -> (&str, bool) {
    match DIVISION_LEADS.iter().find_map(|lead| name.strip_prefix(lead)) {
        Some(rest) => (rest, true),
        None => (name, false),
    }
}

fn after_bracket(text: &str) -> Option<&str> {
    let open = text.chars().next()?;
    if !matches!(open, '（' | '(' | '〔' | '[' | '［' | '〈') {
        return None;
    }
    let mut depth = 0;
    for (at, c) in text.char_indices().take(200) {
        match c {
            '（' | '(' | '〔' | '[' | '［' | '〈' => depth += 1,
            '）' | ')' | '〕' | ']' | '］' | '〉' => {
                depth -= 1;
                if depth == 0 {
                    return Some(&text[at + c.len_utf8()..]);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_of_names() {
        for name in [
            "省财政厅",
            "各市州人民政府",
            "有关市、县〔市、区〕政府",
            "市委宣传部（市新闻出版局）",
            "杭州海关",
            "各有关部门",
            "省政务服务和大数据中心",
            "各师市",
            "中国船级社",
        ] {
            assert_eq!(shape(name), Shape::Strong, "{name}");
        }
        for name in ["政府", "企业", "部门"] {
            assert_eq!(shape(name), Shape::Bare, "{name}");
        }
        for name in ["项目", "不动产投资信托基金", "试行", "湖南", "万元", "全部", "由国务院规定的除外"]
        {
            assert_eq!(shape(name), Shape::None, "{name}");
        }
    }

    #[test]
    fn divisions_are_read_with_lead_and_seat() {
        assert_eq!(divisions("各市"), Some(Divisions { lead: true, seat: false, rest: "" }));
        assert_eq!(divisions("县（市、区）人民政府"), Some(Divisions { lead: false, seat: true, rest: "" }));
        assert_eq!(divisions("县市区人民政府"), Some(Divisions { lead: false, seat: true, rest: "" }));
        assert_eq!(divisions("各区县教育局"), Some(Divisions { lead: true, seat: false, rest: "教育局" }));
        assert_eq!(divisions("市财政局"), None);
        assert_eq!(divisions("昆明市"), None);
    }
}
