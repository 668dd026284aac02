//! Lists of kinds of divisions: `各市、县（区）人民政府`, `有关市`, `市州`.

use crate::text::bracket::{closes, opens};

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

/// Words before the kinds of divisions that start with `c`, the longest first.
fn division_leads(c: char) -> &'static [&'static str] {
    match c {
        '各' => &["各有关", "各相关", "各级", "各"],
        '相' => &["相关"],
        '有' => &["有关"],
        '全' => &["全省各", "全市各", "全区各", "全州各", "全县各"],
        '沿' => &["沿海各", "沿海", "沿江", "沿线"],
        '所' => &["所辖"],
        '涉' => &["涉及"],
        '辖' => &["辖区"],
        '省' => &["省内各", "省辖"],
        '我' => &["我省各", "我市各"],
        '其' => &["其他", "其它"],
        '含' => &["含"],
        '两' => &["两"],
        '三' => &["三"],
        '至' => &["至"],
        _ => &[],
    }
}

/// The kinds of divisions that start with `c`, the longest first.
fn division_kinds(c: char) -> &'static [&'static str] {
    match c {
        '设' => &["设区的市", "设区市"],
        '省' => &["省直管县", "省辖市", "省直管", "省管县", "省"],
        '地' => &["地级以上城市", "地级以上市", "地级市", "地"],
        '县' => &["县级市", "县"],
        '直' => &["直管市", "直管县", "直辖市"],
        '试' => &["试点县"],
        '扩' => &["扩权县"],
        '自' => &["自治州", "自治县", "自治旗", "自治区"],
        '林' => &["林区"],
        '特' => &["特区"],
        '市' => &["市"],
        '州' => &["州"],
        '区' => &["区"],
        '旗' => &["旗"],
        '盟' => &["盟"],
        '师' => &["师"],
        '乡' => &["乡"],
        '镇' => &["镇"],
        '街' => &["街道", "街"],
        '园' => &["园区"],
        '开' => &["开发区"],
        '功' => &["功能区"],
        '高' => &["高新区"],
        '管' => &["管理区"],
        '新' => &["新区"],
        '团' => &["团场"],
        '行' => &["行委", "行署"],
        '城' => &["城市"],
        '所' => &["所在"],
        '农' => &["农场"],
        '村' => &["村"],
        '社' => &["社区"],
        '度' => &["度假区"],
        '产' => &["产业园区"],
        _ => &[],
    }
}
/// Seats of government that start with `c`, the longest first.
fn seats(c: char) -> &'static [&'static str] {
    match c {
        '人' => &["人民政府"],
        '政' => &["政府"],
        '行' => &["行政公署", "行署", "行委"],
        '公' => &["公署"],
        '管' => &["管理委员会", "管委会"],
        '办' => &["办事处"],
        '街' => &["街道办"],
        '党' => &["党工委", "党委"],
        '（' => &["（"],
        '级' => &["级"],
        _ => &[],
    }
}

/// Reads `name` as a list of divisions; `None` if it does not start as one.
pub(crate) fn divisions(name: &str) -> Option<Divisions<'_>> {
    if !name.starts_with(is_division_start) {
        // 项目所在县（市）
        let ends = name.ends_with(['市', '州', '县', '区', '）', ')']);
        let kinds = if ends { name.rsplit_once("所在")?.1 } else { return None };
        return divisions(kinds).map(|divisions| Divisions { lead: true, ..divisions });
    }
    let (kinds, lead) = division_start(name);
    // 各园区所在市
    let seated = || kinds.split_once("所在").map_or(kinds, |(_, kinds)| kinds);
    let kinds = if lead && behind(kinds, division_kinds).is_none() { seated() } else { kinds };
    if !lead && name.ends_with(['厅', '局', '司', '心', '院']) {
        return None;
    }
    let mut rest = kinds;
    let mut any = false;
    loop {
        if let Some(next) = behind(rest, division_kinds) {
            rest = next;
            any = true;
        } else if let Some(next) = any.then(|| after_bracket(rest)).flatten() {
            rest = next;
        } else if any && rest.starts_with('级') && rest.len() > '级'.len_utf8() {
            // 各市州、县级人民政府
            rest = &rest['级'.len_utf8()..];
        } else {
            break;
        }
    }
    if !any {
        return None;
    }
    if !rest.is_empty()
        && behind(rest, seats).is_some_and(|next| after_bracket(next).unwrap_or(next).is_empty())
    {
        return Some(Divisions { lead, seat: true, rest: "" });
    }
    (rest.is_empty() || lead).then_some(Divisions { lead, seat: false, rest })
}

/// The first characters of [`division_leads`] and [`division_kinds`].
fn is_division_start(c: char) -> bool {
    matches!(
        c,
        '各' | '相'
            | '有'
            | '全'
            | '沿'
            | '所'
            | '涉'
            | '辖'
            | '省'
            | '我'
            | '其'
            | '含'
            | '两'
            | '三'
            | '至'
            | '设'
            | '地'
            | '县'
            | '直'
            | '试'
            | '扩'
            | '自'
            | '林'
            | '特'
            | '市'
            | '州'
            | '区'
            | '旗'
            | '盟'
            | '师'
            | '乡'
            | '镇'
            | '街'
            | '园'
            | '开'
            | '功'
            | '高'
            | '管'
            | '新'
            | '团'
            | '行'
            | '城'
            | '农'
            | '村'
            | '社'
            | '度'
            | '产'
    )
}

fn division_start(name: &str) -> (&str, bool) {
    match behind(name, division_leads) {
        Some(rest) => (rest, true),
        None => (name, false),
    }
}

/// What follows the first word of its character's list that `text` starts with.
fn behind(text: &str, words: fn(char) -> &'static [&'static str]) -> Option<&str> {
    words(text.chars().next()?).iter().find_map(|word| text.strip_prefix(word))
}

fn after_bracket(text: &str) -> Option<&str> {
    if !text.starts_with(opens) {
        return None;
    }
    let mut depth = 0;
    for (at, c) in text.char_indices().take(200) {
        match c {
            c if opens(c) => depth += 1,
            c if closes(c) => {
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
    fn divisions_are_read_with_lead_and_seat() {
        assert_eq!(divisions("各市"), Some(Divisions { lead: true, seat: false, rest: "" }));
        assert_eq!(divisions("县（市、区）人民政府"), Some(Divisions { lead: false, seat: true, rest: "" }));
        assert_eq!(divisions("县市区人民政府"), Some(Divisions { lead: false, seat: true, rest: "" }));
        assert_eq!(divisions("各区县教育局"), Some(Divisions { lead: true, seat: false, rest: "教育局" }));
        assert_eq!(divisions("市财政局"), None);
        assert_eq!(divisions("昆明市"), None);
    }
}
