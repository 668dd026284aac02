//! The shape of organisations' names: `湖南省人民政府办公厅`, `国家发展改革委`, `各有关单位`.
//!
//! A judgement by endings, for lines and stretches that hold nothing but names.

/// Endings of names, longest use first (`domain/suffixes.tsv`: these end 97 of 100 units).
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "厅", "局", "委", "政府", "办", "部", "署", "院", "办公室", "委员会", "委会", "总社", "海关", "支行",
    "分行", "银行", "公司", "集团", "中心", "部门", "总队", "支队", "大队", "协会", "学会", "总会", "联合会",
    "商会", "理事会", "监会", "常委会", "基金会", "总工会", "工会", "领导小组", "指挥部", "工作组", "小组",
    "组委会", "党组", "专班", "联席会议", "公署", "行署", "检察院", "法院", "大学", "学院", "学校", "医院",
    "研究所", "研究院", "交易所", "军区", "警备区", "军委", "中央", "主席", "管理处", "秘书处", "办事处",
    "管理站", "妇联", "残联", "文联", "科协", "侨联", "团委", "团省委", "团市委", "兵团", "总公司", "管理区",
    "站", "台", "党校", "省长", "市长", "人大", "政协", "省委", "市委", "县委", "区委", "工商联", "社科联",
    "联社", "供销社", "编办", "档案馆", "图书馆", "两办", "红十字会", "贸促会", "气象局", "代表大会",
    "协商会议",
];

/// Whether `name` ends as the names of organs do.
pub(crate) fn ends_as_organ(name: &str) -> bool {
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Whether `c` is a Han character, radicals and extensions with it.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{2e80}'..='\u{2fd5}' | '〇' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}
