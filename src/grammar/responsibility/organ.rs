//! What an organisation looks like: its ending, its level prefix, groups.

use super::bracket::{closes, opens};
use super::division::divisions;
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
fn strong_end(name: &str, last: char) -> bool {
    match last {
        '厅' | '局' | '委' | '司' | '办' => true,
        '署' => !name.ends_with("部署") && !name.ends_with("签署"),
        '府' => ends(name, &["政府"]),
        '门' => ends(name, &["部门", "主管部门"]),
        '会' => ends(
            name,
            &[
                "委员会",
                "管委会",
                "协会",
                "学会",
                "商会",
                "联合会",
                "总工会",
                "工会",
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
            ],
        ),
        '关' => ends(name, &["海关"]),
        '行' => ends(name, &["支行", "分行", "银行"]),
        '院' => ends(name, &["法院", "检察院", "学院", "研究院", "科学院", "行政学院"]),
        '室' => ends(name, &["办公室", "实验室", "督查室", "监察室", "研究室"]),
        '队' => ends(name, &["总队", "支队", "大队", "部队"]),
        '团' => ends(name, &["集团", "兵团"]),
        '联' => ends(name, &["工商联", "妇联", "残联", "文联", "侨联", "台联"]),
        '协' => ends(name, &["科协"]),
        '社' => ends(name, &["供销社", "联社", "总社", "合作社", "报社", "出版社", "新华社", "船级社"]),
        '部' => ends(
            name,
            &[
                "指挥部",
                "管理部",
                "营管部",
                "宣传部",
                "组织部",
                "统战部",
                "财政部",
                "外交部",
                "工作部",
                "人武部",
            ],
        ),
        '处' => ends(name, &["办事处", "管理处", "秘书处"]),
        '组' => ends(name, &["领导小组", "工作组", "党组"]),
        '班' => ends(name, &["专班"]),
        '议' => ends(name, &["联席会议"]),
        '学' => ends(name, &["大学"]),
        '所' => ends(name, &["研究所", "交易所"]),
        '校' => ends(name, &["党校"]),
        '区' => ends(name, &["军区", "警备区", "军分区"]),
        '位' => ends(name, &["事业单位"]),
        '商' => ends(name, &["运营商"]),
        '网' => ends(name, &["电网"]),
        '台' => ends(name, &["气象台", "广播电视台"]),
        '市' => ends(name, &["师市"]),
        '站' => ends(name, &["总站"]),
        '心' => ends(name, &["分中心"]),
        _ => false,
    }
}

/// Endings that ordinary words have too.
fn weak_end(name: &str, last: char) -> bool {
    match last {
        '部' | '室' | '处' | '科' | '所' | '站' | '院' | '会' | '组' | '队' | '州' | '市' | '县' | '区'
        | '旗' | '盟' | '省' | '镇' | '乡' | '村' | '场' | '馆' | '台' | '行' | '港' | '团' | '师' | '社'
        | '校' | '厂' | '店' | '库' | '矿' | '园' | '方' | '人' => true,
        '心' => ends(name, &["中心"]),
        '道' => ends(name, &["街道"]),
        '街' => ends(name, &["镇街"]),
        '位' => ends(name, &["单位"]),
        '构' => ends(name, &["机构"]),
        '关' => ends(name, &["机关"]),
        '织' => ends(name, &["组织"]),
        '体' => ends(name, &["团体", "主体", "媒体"]),
        '业' => ends(name, &["企业"]),
        '信' => ends(name, &["电信", "农信"]),
        '动' => ends(name, &["移动"]),
        '通' => ends(name, &["联通"]),
        '塔' => ends(name, &["铁塔"]),
        '力' => ends(name, &["电力"]),
        '政' => ends(name, &["邮政"]),
        '草' => ends(name, &["烟草"]),
        '地' => ends(name, &["属地", "各地", "基地"]),
        '务' => ends(name, &["税务"]),
        '安' => ends(name, &["公安"]),
        '支' => ends(name, &["中支"]),
        '央' => ends(name, &["中央"]),
        '大' => ends(name, &["师大"]),
        '油' => ends(name, &["海油", "石油"]),
        '化' => ends(name, &["石化"]),
        '门' => ends(name, &["职能部门"]),
        '企' => ends(name, &["国企", "央企"]),
        '主' => ends(name, &["业主"]),
        '资' => ends(name, &["国资"]),
        '健' => ends(name, &["卫健"]),
        '建' => ends(name, &["住建"]),
        '金' => ends(name, &["公积金"]),
        '法' => ends(name, &["司法"]),
        _ => false,
    }
}

fn ends(name: &str, words: &[&str]) -> bool {
    words.iter().any(|word| name.ends_with(word))
}

/// Words that name nobody by themselves.
fn bare_words(last: char) -> &'static [&'static str] {
    match last {
        '府' => &["人民政府", "政府"],
        '业' => &["企业", "行业"],
        '门' => &["部门"],
        '位' => &["单位"],
        '会' => &["行业协会", "全社会", "社会", "协会"],
        '场' => &["市场"],
        '众' => &["公众", "群众"],
        '人' => &["个人", "专人", "本人", "法人", "人"],
        '校' => &["学校", "高校"],
        '构' => &["科研机构", "金融机构", "机构"],
        '织' => &["社会组织", "党组织", "组织"],
        '区' => &["开发区", "社区", "地区", "园区", "区"],
        '庭' => &["家庭"],
        '方' => &["地方"],
        '心' => &["中心"],
        '台' => &["平台"],
        '行' => &["银行"],
        '关' => &["机关"],
        '体' => &["市场主体", "经营主体", "团体", "集体", "媒体", "主体"],
        '市' => &["市"],
        '县' => &["县"],
        '省' => &["省"],
        '州' => &["州"],
        '乡' => &["乡"],
        '镇' => &["乡镇", "镇"],
        '村' => &["村"],
        '道' => &["街道"],
        '委' => &["党委"],
        '组' => &["党组"],
        '司' => &["公司", "司"],
        '量' => &["社会力量"],
        '本' => &["社会资本"],
        '民' => &["市民", "居民"],
        '户' => &["农户"],
        '地' => &["基地"],
        '社' => &["合作社"],
        '家' => &["国家", "专家"],
        '院' => &["医院"],
        '央' => &["中央"],
        '主' => &["业主"],
        '团' => &["集团"],
        '企' => &["国企", "央企", "民企"],
        '部' => &["部"],
        '处' => &["处"],
        '室' => &["室"],
        '科' => &["科"],
        _ => &[],
    }
}

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

/// Doings that sentences have, and names that begin with a level: `省投资促进服务中心`.
const DOINGS: &[&str] = &["建立", "完善", "推动", "促进", "开展"];

/// Whether a name starts as a group does.
fn group_start(name: &str) -> bool {
    let begins = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    match name.chars().next() {
        Some(c) => match c {
            '各' => true,
            '有' => true,
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
            '该' => true,
            _ => false,
        },
        None => false,
    }
}

/// The shape of `name`.
pub(crate) fn shape(name: &str) -> Shape {
    let base = without_bracket(name);
    if base.is_empty() || base.len() > 150 {
        return Shape::None;
    }
    let Some(last) = base.chars().next_back() else { return Shape::None };
    if base.len() <= LONGEST_WORD && bare_words(last).contains(&base) {
        return Shape::Bare;
    }
    if last.is_ascii() || name.contains(is_foreign) {
        return Shape::None;
    }
    if base.len() <= last.len_utf8() {
        return Shape::None;
    }
    let is_word = is_word(base, last);
    if !is_word && strong_end(base, last) {
        return Shape::Strong;
    }
    if divisions(base).is_some_and(|d| d.lead || d.seat) {
        return Shape::Strong;
    }
    if base.len() > 24 && !base.ends_with("单位") && is_prose(base) {
        return Shape::None;
    }
    if !is_word && weak_end(base, last) {
        return if is_group(base) || leads_with_level(base) { Shape::Strong } else { Shape::Weak };
    }
    if base.starts_with("各") && base.chars().count() <= 8 { Shape::Weak } else { Shape::None }
}

fn is_prose(name: &str) -> bool {
    PROSE.iter().any(|word| name.contains(word))
        || !leads_with_level(name) && DOINGS.iter().any(|word| name.contains(word))
}

/// Words that end like organisations and are none.
fn is_word(name: &str, last: char) -> bool {
    name.len() <= LONGEST_WORD && like_organs(last).contains(&name) || last == '行' && name.ends_with("运行")
}

/// The longest of [`bare_words`] and [`like_organs`].
const LONGEST_WORD: usize = 15;

/// What no name holds.
fn is_foreign(c: char) -> bool {
    matches!(c, '。' | '《' | '：' | '？' | '！' | '%' | '％')
}

/// The length of the organisation at the start of `name`, where a sentence is glued to it: `省财政厅` of `省财政厅及时公开…`.
pub(crate) fn before_prose(name: &str) -> Option<usize> {
    let begin = |at: usize| behind(&name[at..], GLUED).is_some();
    let ends = name.char_indices().take(30).skip(1).filter(|(_, c)| is_organ_end(*c));
    let mut ends = ends.map(|(at, c)| at + c.len_utf8());
    ends.find(|&at| begin(at) && shape(&name[..at]) == Shape::Strong)
}

/// The last characters of names to which a sentence is glued.
fn is_organ_end(c: char) -> bool {
    matches!(
        c,
        '会' | '府' | '厅' | '局' | '委' | '办' | '门' | '位' | '司' | '团' | '行' | '关' | '心' | '院'
    )
}

/// How a sentence goes on behind the name of who acts.
const GLUED: &[&str] = &[
    "及时",
    "加快",
    "加强",
    "加大",
    "鼓励",
    "支持",
    "进一步",
    "积极",
    "切实",
    "认真",
    "做好",
    "抓好",
    "推进",
    "推动",
    "建立",
    "完善",
    "应当",
    "应",
    "要",
    "须",
    "负责",
    "定期",
    "统筹",
    "严格",
    "全面",
    "充分",
    "共同",
    "结合",
    "落实",
    "组织",
];

/// Words that end like organisations.
fn like_organs(last: char) -> &'static [&'static str] {
    match last {
        '部' => &["全部", "内部", "外部", "干部", "大部", "西部", "东部", "北部", "南部", "中部", "局部"],
        '区' => &["城区", "灾区", "山区", "库区", "小区", "校区", "景区", "全区", "本区"],
        '会' => &["社会", "机会", "大会"],
        '办' => &[
            "委托办",
            "一次办",
            "网上办",
            "马上办",
            "就近办",
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
            "公办",
            "民办",
        ],
        '市' => &["城市", "上市", "超市", "都市", "股市", "全市", "本市", "外市"],
        '人' => &["责任人", "负责人", "联系人", "用人", "法人", "他人", "本人", "工人"],
        '省' => &["全省", "外省", "本省", "跨省"],
        '县' => &["全县", "本县"],
        '局' => &["布局", "格局", "结局", "全局", "大局"],
        '所' => &["场所"],
        '场' => &["现场", "市场", "广场", "立场"],
        '行' => &["进行", "执行", "实行", "发行", "试行", "运行", "银行", "流行", "推行", "施行", "履行"],
        '方' => &[
            "中央和地方",
            "第三方",
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
        ],
        '园' => &["校园"],
        '台' => &["出台", "后台", "前台", "平台"],
        _ => &[],
    }
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

/// What follows the longest of `words`, none shorter than a Han character, that `text` starts with. Three bytes tell most
/// words apart without a call.
pub(crate) fn behind<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let head = text.as_bytes().first_chunk::<3>()?;
    let words = words.iter().filter(|word| word.as_bytes().first_chunk() == Some(head));
    words.filter_map(|word| text.strip_prefix(word)).min_by_key(|rest| rest.len())
}

/// The name without the bracketed second name at its end: `市委宣传部` of `市委宣传部（市新闻出版局）`.
pub(crate) fn without_bracket(name: &str) -> &str {
    if !name.ends_with(closes) {
        return name;
    }
    let mut depth = 0;
    for (at, c) in name.char_indices().rev() {
        match c {
            c if closes(c) => depth += 1,
            c if opens(c) => {
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
        '关' => name.ends_with("机关"),
        '局' => name.ends_with("司局"),
        '室' => name.ends_with("处室"),
        '体' => name.ends_with("主体"),
        _ => false,
    }
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
}
