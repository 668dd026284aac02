//! What an organisation looks like: its ending, its level prefix, groups.

use super::division::divisions;
use super::person::{is_named_leader, is_office};
use crate::lexicon::not_organs::{DOINGS, GLUED, LONGEST_WORD, PROSE, bare_words, like_organs};
use crate::model::UnitKind;
use crate::text::bracket::{closes, opening, opens};
use crate::text::words::{begins, behind, ends, holds};

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
        '联' => ends(name, &["工商联", "妇联", "残联", "文联", "侨联", "台联", "社科联"]),
        '协' => ends(name, &["科协", "作协", "记协", "剧协", "音协", "美协", "体协"]),
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
        '税' => ends(name, &["国税", "地税"]),
        '安' => ends(name, &["公安"]),
        '支' => ends(name, &["中支"]),
        '央' => ends(name, &["中央"]),
        '大' => ends(name, &["师大", "交大"]),
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
    if is_office(base, last) {
        return Shape::None;
    }
    let is_word = is_word(base, last);
    if !is_word && strong_end(base, last) {
        return Shape::Strong;
    }
    if is_named_leader(base) {
        return Shape::None;
    }
    if divisions(base).is_some_and(|d| d.lead || d.seat) {
        return Shape::Strong;
    }
    let weak = !is_word && weak_end(base, last);
    let short = base.starts_with('各') && base.chars().count() <= 8;
    if !weak && !short || base.len() > 24 && !base.ends_with("单位") && is_prose(base) {
        return Shape::None;
    }
    if weak && (is_group(base) || leads_with_level(base)) { Shape::Strong } else { Shape::Weak }
}

fn is_prose(name: &str) -> bool {
    holds(name, PROSE) || !leads_with_level(name) && holds(name, DOINGS)
}

/// Words that end like organisations and are none.
fn is_word(name: &str, last: char) -> bool {
    name.len() <= LONGEST_WORD && like_organs(last).contains(&name)
        || last == '行' && ends(name, &["运行", "另行"])
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

/// What no name holds.
fn is_foreign(c: char) -> bool {
    matches!(c, '。' | '《' | '：' | '？' | '！' | '%' | '％')
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
    opening(name, opens, closes).map_or(name, |at| &name[..at])
}

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
