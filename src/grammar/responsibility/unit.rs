//! Names in a piece of a list: tails cut off, joined names parted, carried-over prefixes restored.
//!
//! ```text
//! piece = name { ( "和" | "及" | "与" … ) name } [ "等" tail ]
//! ```

use std::ops::Range;

use super::bracket::{closes, opens};
use super::division::divisions;
use super::organ::{Shape, behind, kind, shape};
use crate::UnitKind;

const JOINTS: &[&str] = &["以及", "和", "及", "与", "暨", "或", "并", "/", "／"];

/// Reads a piece that holds no `、` and no role phrase: gives the range of each name in it, in order, and says whether a
/// tail such as `等有关单位` leaves the list open.
pub(crate) fn names(piece: &str, found: &mut impl FnMut(Range<usize>)) -> bool {
    if is_plain(piece) {
        push(piece, 0..piece.len(), 0, found);
        return false;
    }
    let Some((at, after)) = tail(piece) else {
        part(piece, 0, found);
        return false;
    };
    part(&piece[..at], 0, found);
    if let Some(start) = behind_tail(&piece[after..]) {
        part(&piece[after + start..], after + start, found);
    }
    true
}

/// Whether a piece is one name: no joint, no bracket, no 等, no ending before its end.
fn is_plain(piece: &str) -> bool {
    let mut glues = false;
    piece.chars().all(|c| {
        let glued = glues && (is_level(c) || !subjects(c).is_empty());
        glues = may_glue(c);
        !glued && ('\u{4e00}'..='\u{9fff}').contains(&c) && !is_joint(c) && c != '等'
    })
}

/// The first characters of levels.
fn is_level(c: char) -> bool {
    matches!(c, '自' | '兵' | '两' | '省' | '市' | '区' | '县' | '州' | '旗' | '盟')
}

/// The first characters of [`JOINTS`].
fn is_joint(c: char) -> bool {
    matches!(c, '以' | '和' | '及' | '与' | '暨' | '或' | '并' | '/' | '／')
}

/// Where `等` stands, and where what follows it begins.
fn tail(piece: &str) -> Option<(usize, usize)> {
    let mut level = 0;
    let mut before = ' ';
    for (at, c) in piece.char_indices() {
        let after = at + c.len_utf8();
        match c {
            c if opens(c) || c == '“' => level += 1,
            c if closes(c) || c == '”' => level -= 1,
            '等' if level == 0 => {
                let rest = &piece[after..];
                // 高等, 平等 … are words, unless a place ends so: `南平等设区市`.
                let word =
                    "高中初同平对优特均".contains(before) && !rest.is_empty() && !goes_on_as_tail(rest);
                if !word && !rest.starts_with(['级', '候', '离']) {
                    return Some((at, after));
                }
            }
            _ => {}
        }
        before = c;
    }
    None
}

fn goes_on_as_tail(rest: &str) -> bool {
    ["设区", "市", "县", "区", "州", "有关", "相关", "部门", "单位", "各", "地"]
        .iter()
        .any(|start| rest.starts_with(start))
}

/// Behind `等有关部门和` a list may go on: where its next name begins.
fn behind_tail(rest: &str) -> Option<usize> {
    JOINTS.iter().filter_map(|joint| rest.find(joint).map(|at| (at, at + joint.len()))).find_map(
        |(at, start)| {
            let right = &rest[start..];
            let own = shape(right) == Shape::Strong && own_start(right);
            let beside = shape(right) >= Shape::Weak && divisions(&rest[..at]).is_some();
            (own || beside).then_some(start)
        },
    )
}

/// Cuts `text` at the joints that part two organisations.
fn part(text: &str, offset: usize, names: &mut impl FnMut(Range<usize>)) {
    let mut start = 0;
    let mut level = 0;
    let mut at = 0;
    let mut last = ' ';
    // No name is longer than a few hundred bytes: a longer stretch is no list of names and is not searched for joints.
    while at < text.len() && text.len() - start <= 1200 {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { break };
        match c {
            c if opens(c) => level += 1,
            c if closes(c) => level -= 1,
            c if is_joint(c) && level == 0 && at > start => {
                if let Some(joint) = JOINTS.iter().find(|joint| rest.starts_with(**joint)) {
                    let right = &rest[joint.len()..];
                    if joins(&text[start..at], right) {
                        push(text, start..at, offset, names);
                        start = at + joint.len();
                        at = start;
                        continue;
                    }
                }
            }
            _ if level == 0 && may_glue(last) && glued(&text[start..at], rest) => {
                push(text, start..at, offset, names);
                start = at;
            }
            _ => {}
        }
        at += c.len_utf8();
        last = c;
    }
    push(text, start..text.len(), offset, names);
}

fn push(text: &str, range: Range<usize>, offset: usize, names: &mut impl FnMut(Range<usize>)) {
    let name = &text[range.clone()];
    let han = |at: Option<char>| at.is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    if han(name.chars().next()) && han(name.chars().next_back()) {
        names(offset + range.start..offset + range.end);
        return;
    }
    let trimmed = name.trim_start_matches([' ', '：', ':', '　', '—', '-', '"']);
    let start = range.start + name.len() - trimmed.len();
    let end = start + trimmed.trim_end_matches([' ', '　', '.', '"']).len();
    if start < end {
        names(offset + start..offset + end);
    }
}

/// Whether a joint between `left` and `right` parts two units: never inside `工业和信息化厅`, never before a bare noun
/// (`各有关部门和单位`).
fn joins(left: &str, right: &str) -> bool {
    if right.starts_with('其') {
        return false;
    }
    let next =
        JOINTS.iter().filter_map(|joint| right.find(joint)).filter(|&at| at > 0).min().unwrap_or(right.len());
    let (left_shape, whole, first) = (shape(left), shape(right), shape(&right[..next]));
    let right_shape = whole.max(first);
    if left_shape < Shape::Weak || right_shape < Shape::Weak {
        return false;
    }
    if own_start(right) {
        return true;
    }
    let places = ['市', '州', '县', '区', '盟'];
    if left.ends_with(places) && !starts_group(left) && (right.ends_with(places) || right.ends_with("政府"))
    {
        return true;
    }
    if divisions(left).is_some_and(|d| d.lead && d.rest.is_empty()) && !starts_group(right) {
        return divisions(right).is_none();
    }
    if starts_group(left) {
        return right_shape == Shape::Strong && !starts_group(right) && hard_end(right);
    }
    left_shape == Shape::Strong && right_shape == Shape::Strong
        || left.chars().next_back() == right.chars().next_back()
}

fn starts_group(name: &str) -> bool {
    ["各", "有关", "相关", "其他"].iter().any(|start| name.starts_with(start) || name.contains(start))
}

/// An ending that no common noun has.
fn hard_end(name: &str) -> bool {
    ["政府", "管委会", "厅", "局", "委", "行署", "海关", "支行", "分行", "公司", "集团", "法院", "检察院"]
        .iter()
        .any(|end| name.ends_with(end))
        && !name.ends_with("部门")
}

/// Brings its own 各, 有关 or level.
fn own_start(name: &str) -> bool {
    if divisions(name).is_some_and(|d| d.lead) {
        return true;
    }
    [
        "各",
        "有关",
        "相关",
        "其他",
        "省",
        "市",
        "县",
        "区",
        "州",
        "自治区",
        "兵团",
        "国家",
        "中国",
        "全国",
        "国务院",
        "局",
    ]
    .iter()
    .any(|start| {
        name.strip_prefix(start).is_some_and(|rest| rest.chars().count() >= 2)
            && !name.starts_with("市场")
            && !name.starts_with("区域")
            && !name.starts_with("国家级")
            && !name.starts_with("县域")
            && !name.starts_with("市政")
            && !name.starts_with("局域")
    })
}

/// The last character of a name that another may be glued to.
fn may_glue(last: char) -> bool {
    matches!(last, '厅' | '局' | '委' | '办' | '心' | '府' | '司' | '关' | '行' | '会')
}

/// `省财政厅省商务厅`, `工业和信息化委教育厅`: a separator was lost where a full name meets the start of another.
fn glued(left: &str, right: &str) -> bool {
    const PARTY: &[&str] = &["党委", "省委", "市委", "区委", "县委", "州委", "工委"];
    let departmental = left.ends_with(['厅', '局', '委']);
    if left.len() < 9 {
        return false;
    }
    if departmental && subject(right) && right.len() <= 24 && right.ends_with(['厅', '局', '委']) {
        return !PARTY.iter().any(|party| left.ends_with(party));
    }
    let ends = ["厅", "局", "委", "办", "中心", "政府", "公司", "海关", "分行", "支行", "管委会"];
    level(right).is_some_and(|(_, rest)| subject(rest))
        && ends.iter().any(|end| left.ends_with(end))
        && shape(right) == Shape::Strong
}

/// The level that a name starts with, and the rest: `省`, `财政厅`.
pub(crate) fn level(name: &str) -> Option<(&str, &str)> {
    if !name.starts_with(is_level) {
        return None;
    }
    let rest = behind(name, &["自治区", "兵团", "两省", "省", "市", "区", "县", "州", "旗", "盟"])?;
    Some((&name[..name.len() - rest.len()], rest))
}

/// Whether `name` starts with a subject that departments of every level have: `财政`, `市场监管`.
pub(crate) fn subject(name: &str) -> bool {
    let first = name.chars().next();
    first.is_some_and(|c| subjects(c).iter().any(|subject| name.starts_with(subject)))
}

/// Whether `name` is a subject without an organ, as it stands before 部门: `省级公安`, `各级税务`.
pub(crate) fn is_subject(name: &str) -> bool {
    let rest = behind(
        name,
        &["各省级", "各市级", "各级", "省级", "市级", "县级", "地方", "各地", "有关", "相关", "各"],
    )
    .unwrap_or(name);
    let known = |rest: &str| rest == "税务" || subject(rest);
    let known = known(rest) || level(rest).is_some_and(|(_, rest)| known(rest));
    let words = ["公安", "税务", "司法", "住建", "卫健", "国资"];
    known && rest.len() <= 30 && (shape(rest) == Shape::None || words.contains(&rest))
}

/// `应急等主管部门`, `财政部门`: the last of several subjects that share 部门.
pub(crate) fn shares_departments(piece: &str) -> bool {
    let Some(head) = piece.strip_suffix("部门") else { return false };
    let rank = ["行政主管", "主管", "行政管理", "职能", "有关", "相关"]
        .iter()
        .find_map(|rank| head.strip_suffix(rank));
    let head = rank.unwrap_or(head);
    is_subject(head.strip_suffix("等").unwrap_or(head))
}

/// The subjects of departments that start with `c`, the longest first.
fn subjects(c: char) -> &'static [&'static str] {
    match c {
        '发' => &["发展和改革", "发展改革", "发改"],
        '教' => &["教育", "教体"],
        '科' => &["科学技术", "科技", "科协"],
        '工' => &["工业和信息化", "工商联", "工信", "工商"],
        '经' => &["经济和信息化", "经济信息", "经信", "经贸"],
        '民' => &["民宗", "民族", "民政"],
        '公' => &["公安"],
        '司' => &["司法"],
        '财' => &["财政"],
        '人' => &["人力资源", "人力社保", "人社", "人防", "人口"],
        '自' => &["自然资源"],
        '规' => &["规划"],
        '国' => &["国土", "国资"],
        '生' => &["生态环境"],
        '环' => &["环境保护", "环保"],
        '住' => &["住房", "住建"],
        '建' => &["建设"],
        '城' => &["城乡建设", "城市管理", "城管"],
        '交' => &["交通"],
        '水' => &["水利", "水务"],
        '农' => &["农业", "农牧"],
        '林' => &["林业", "林草"],
        '商' => &["商务"],
        '文' => &["文化", "文旅", "文体"],
        '旅' => &["旅游"],
        '卫' => &["卫生", "卫健", "卫计"],
        '退' => &["退役"],
        '应' => &["应急"],
        '审' => &["审计"],
        '外' => &["外事", "外经"],
        '市' => &["市场监管", "市场监督"],
        '质' => &["质监", "质量"],
        '食' => &["食品"],
        '药' => &["药品", "药监"],
        '广' => &["广电", "广播"],
        '体' => &["体育"],
        '统' => &["统计"],
        '医' => &["医疗保障", "医保"],
        '信' => &["信访"],
        '粮' => &["粮食"],
        '能' => &["能源"],
        '金' => &["金融"],
        '地' => &["地方金融"],
        '机' => &["机关事务"],
        '数' => &["数据"],
        '大' => &["大数据"],
        '政' => &["政务服务"],
        '行' => &["行政审批"],
        '知' => &["知识产权"],
        '扶' => &["扶贫"],
        '乡' => &["乡村振兴"],
        '海' => &["海洋"],
        '渔' => &["渔业"],
        '法' => &["法制"],
        '物' => &["物价"],
        '安' => &["安全生产", "安全监管", "安监"],
        '监' => &["监察"],
        '新' => &["新闻出版"],
        '档' => &["档案"],
        '供' => &["供销"],
        '残' => &["残联"],
        '妇' => &["妇联"],
        '总' => &["总工会"],
        '贸' => &["贸促"],
        '侨' => &["侨"],
        '口' => &["口岸"],
        '招' => &["招商"],
        _ => &[],
    }
}

/// The name in full where a level carries over: `省教育厅` for 教育厅 behind 省科技厅.
pub(crate) fn restored(name: &str, carried: Option<&str>) -> Option<String> {
    let carried = carried?;
    let departmental = ["厅", "局", "委", "办"].iter().any(|end| name.ends_with(end))
        || matches!(name, "残联" | "妇联" | "科协" | "总工会" | "工商联" | "供销社");
    (departmental && subject(name) && !name.starts_with("各")).then(|| format!("{carried}{name}"))
}

/// The level that `name` hands on: `省` of 省科技厅; `None` of a name that brings another prefix.
pub(crate) fn handed_on(name: &str) -> Option<&str> {
    let (level, rest) = level(name)?;
    let plain = subject(rest) || rest.starts_with("委") || rest.starts_with("政府");
    (plain || !is_level_word(name) && kind(name) == UnitKind::Organ && shape(name) == Shape::Strong)
        .then_some(level)
}

/// `市场…`, `省级…`: the level is part of a word, or the name brings a group.
fn is_level_word(name: &str) -> bool {
    behind(
        name,
        &[
            "市场", "市政", "市容", "市民", "市区", "市县", "市州", "市属", "市内", "市级", "市直", "省级",
            "省直", "省属", "省内", "省际", "省市", "县域", "县级", "县直", "县区", "县市", "县属", "区域",
            "区级", "区直", "区县", "区内", "州市", "州级", "州直", "旗县",
        ],
    )
    .is_some()
}

/// Organs that answer to the centre, not to the level that a list carries over.
pub(crate) fn is_vertical(name: &str) -> bool {
    matches!(
        name,
        "税务局"
            | "国税局"
            | "地税局"
            | "气象局"
            | "烟草局"
            | "邮政管理局"
            | "通信管理局"
            | "海事局"
            | "海关"
            | "银保监局"
            | "证监局"
            | "人民银行"
            | "人行"
            | "公积金中心"
            | "供电公司"
            | "消防支队"
            | "消防大队"
    )
}

/// The suffix that `last` shares with the bare places before it: `市人民政府` of 玉林市人民政府, `人民政府` for 昆明市.
pub(crate) fn shared_suffix<'t>(last: &'t str, place: &str) -> Option<&'t str> {
    let at = ["人民政府", "政府"].iter().find_map(|seat| last.strip_suffix(seat).map(str::len))?;
    let before = last[..at].chars().next_back()?;
    if !"市州县区".contains(before) || divisions(last).is_some() {
        return None;
    }
    let has_kind = place.chars().next_back().is_some_and(|c| "市州县区旗".contains(c));
    Some(if has_kind { &last[at..] } else { &last[at - before.len_utf8()..] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_between_organisations_only() {
        let table: &[(&str, &[&str], bool)] = &[
            ("省工业和信息化厅", &["省工业和信息化厅"], false),
            ("各设区市政府和平潭综合实验区管委会", &["各设区市政府", "平潭综合实验区管委会"], false),
            ("各有关部门和单位", &["各有关部门和单位"], false),
            ("驻局监察室和各单位各部门", &["驻局监察室", "各单位各部门"], false),
            ("省政务服务和大数据中心", &["省政务服务和大数据中心"], false),
            ("省财政厅及省商务厅", &["省财政厅", "省商务厅"], false),
            ("省能源局等有关单位", &["省能源局"], true),
            (
                "市住房和城乡建设局等部门和各县（市、区）人民政府",
                &["市住房和城乡建设局", "各县（市、区）人民政府"],
                true,
            ),
            ("省高等教育学会", &["省高等教育学会"], false),
            ("市财政局市商务局", &["市财政局", "市商务局"], false),
            ("市市场监管局", &["市市场监管局"], false),
            ("省人力资源和社会保障厅与省医保局", &["省人力资源和社会保障厅", "省医保局"], false),
        ];
        for (piece, want, open) in table {
            let mut got = Vec::new();
            let is_open = names(piece, &mut |range| got.push(&piece[range]));
            assert_eq!((got.as_slice(), is_open), (*want, *open), "{piece}");
        }
    }

    #[test]
    fn prefixes_and_suffixes_are_restored_where_certain() {
        assert_eq!(restored("教育厅", handed_on("省科技厅")).as_deref(), Some("省教育厅"));
        assert_eq!(restored("福州海关", handed_on("省科技厅")), None);
        assert_eq!(handed_on("市场监管局"), None);
        assert_eq!(shared_suffix("玉林市人民政府", "南宁"), Some("市人民政府"));
        assert_eq!(shared_suffix("德宏州人民政府", "昆明市"), Some("人民政府"));
    }
}
