//! What a name shares with others: the level that carries over, the subject before 部门, the seat behind a place.

use super::division::divisions;
use super::organ::{Shape, shape};
use crate::text::words::{begins, behind, ends};

/// The level that a name starts with, and the rest: `省`, `财政厅`.
pub(crate) fn level(name: &str) -> Option<(&str, &str)> {
    let first = name.chars().next()?;
    let level = match first {
        '自' => {
            let own = ["自治区", "自治州", "自治县", "自治旗"];
            return own.iter().find(|own| name.starts_with(**own)).map(|own| name.split_at(own.len()));
        }
        '兵' => "兵团",
        '两' => "两省",
        '省' | '市' | '区' | '县' | '州' | '旗' | '盟' => {
            return Some(name.split_at(first.len_utf8()));
        }
        _ => return None,
    };
    name.starts_with(level).then(|| name.split_at(level.len()))
}

/// Whether `name` starts with a subject that departments of every level have: `财政`, `市场监管`.
pub(crate) fn subject(name: &str) -> bool {
    let first = name.chars().next();
    first.is_some_and(|c| begins(name, subjects(c)))
}

/// Whether `name` is a subject without an organ, as it stands before 部门: `省级公安`, `各级税务`.
pub(crate) fn is_subject(name: &str) -> bool {
    let rest = behind(
        name,
        &[
            "各省级",
            "各市级",
            "各级",
            "省级",
            "市级",
            "县级",
            "地方",
            "各地",
            "有关",
            "相关",
            "各",
            "各市县",
            "各市州",
            "各区县",
            "各县区",
            "各市区",
            "各地市",
            "各市",
            "各县",
            "各区",
            "市县",
            "省市",
            "全省",
        ],
    )
    .unwrap_or(name);
    let known = |rest: &str| rest == "税务" || subject(rest);
    let known = known(rest) || level(rest).is_some_and(|(_, rest)| known(rest));
    let words = ["公安", "税务", "司法", "住建", "卫健", "国资"];
    known && rest.len() <= 30 && (shape(rest) == Shape::None || words.contains(&rest))
}

/// Whether `name` is a level and a subject, and lacks no more than 厅 or 局: `省住房城乡建设`.
pub(crate) fn lacks_its_end(name: &str) -> bool {
    let Some((_, rest)) = level(name) else { return false };
    rest.len() <= 30
        && ends(
            rest,
            &[
                "设",
                "源",
                "境",
                "改革",
                "信息化",
                "财政",
                "教育",
                "技",
                "务",
                "利",
                "业",
                "村",
                "游",
                "育",
                "障",
            ],
        )
        && subject(rest)
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
pub(crate) fn subjects(c: char) -> &'static [&'static str] {
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
    let departmental = ends(name, &["厅", "局", "委", "办"])
        || matches!(name, "残联" | "妇联" | "科协" | "总工会" | "工商联" | "供销社");
    // 交通运输部珠航局 is a ministry's
    let ministry = name.contains('部');
    // only provinces have 厅
    let fits = !name.ends_with('厅') || matches!(carried, "省" | "自治区" | "两省");
    (departmental && fits && subject(name) && !ministry && !name.starts_with("各"))
        .then(|| format!("{carried}{name}"))
}

/// The level that `name` hands on, if it is sure to be one organ's: `省` of 省科技厅; `None` of a name that brings another prefix.
pub(crate) fn handed_on(name: &str, is_organ: bool) -> Option<&str> {
    let (level, rest) = level(name)?;
    let plain = subject(rest) || rest.starts_with("委") || rest.starts_with("政府");
    (plain || is_organ && !is_level_word(name)).then_some(level)
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

/// Organs that take no level and let it carry over: they answer to the centre, or to the party.
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
            | "编办"
            | "医改办"
            | "团委"
            | "宣传部"
            | "组织部"
            | "统战部"
            | "政法委"
            | "网信办"
    )
}

/// Whether a name begins with a place, not with a level or a subject: `北海海关`, `东港市人民政府`.
pub(crate) fn begins_with_place(name: &str) -> bool {
    level(name).is_none() && !subject(name)
}

/// The kind of division and the seat that end `name`, which places before it may share: `市人民政府` of 玉林市人民政府.
pub(crate) fn seat(name: &str) -> Option<&str> {
    let at = ["人民政府", "政府"].iter().find_map(|seat| name.strip_suffix(seat).map(str::len))?;
    let kind = name[..at].chars().next_back().filter(|c| "市州县区".contains(*c))?;
    let start = at - kind.len_utf8();
    (start == 0 || divisions(name).is_none()).then_some(&name[start..])
}

/// What a place takes of a shared [`seat`]: `市人民政府` for 南宁, `人民政府` for 昆明市.
pub(crate) fn suffix_behind<'t>(place: &str, seat: &'t str) -> &'t str {
    // 州 ends 德宏州 as its kind, 广州 as part of the name
    let prefecture = place.ends_with('州') && place.chars().nth(2).is_some();
    let has_kind = prefecture || place.ends_with(['市', '县', '区', '旗']);
    if has_kind { seat.trim_start_matches(['市', '州', '县', '区']) } else { seat }
}

/// The first characters of levels.
pub(crate) fn is_level(c: char) -> bool {
    matches!(c, '自' | '兵' | '两' | '省' | '市' | '区' | '县' | '州' | '旗' | '盟')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_and_suffixes_are_restored_where_certain() {
        assert_eq!(restored("教育厅", handed_on("省科技厅", true)).as_deref(), Some("省教育厅"));
        assert_eq!(restored("商务局", handed_on("自治州发展改革委", true)).as_deref(), Some("自治州商务局"));
        assert_eq!(handed_on("自治组织", false), None);
        assert_eq!(restored("福州海关", handed_on("省科技厅", true)), None);
        assert_eq!(restored("交通运输部珠航局", handed_on("省林业局", true)), None);
        assert_eq!(handed_on("市场监管局", true), None);
        for (name, cut) in [
            ("省住房城乡建设", true),
            ("市农业农村", true),
            ("住房城乡建设", false),
            ("县财政资金", false),
            ("市场建设", false),
        ] {
            assert_eq!(lacks_its_end(name), cut, "{name}");
        }
        for (name, place) in [("北海海关", true), ("石桥区", true), ("县财政局", false), ("财政局", false)]
        {
            assert_eq!(begins_with_place(name), place, "{name}");
        }
        assert_eq!(seat("玉林市人民政府"), Some("市人民政府"));
        assert_eq!(seat("县政府"), Some("县政府"));
        assert_eq!(seat("各市人民政府"), None);
        assert_eq!(seat("市财政局"), None);
        assert_eq!(suffix_behind("南宁", "市人民政府"), "市人民政府");
        assert_eq!(suffix_behind("昆明市", "州人民政府"), "人民政府");
        assert_eq!(suffix_behind("广州", "市人民政府"), "市人民政府");
        assert_eq!(suffix_behind("德宏州", "州人民政府"), "人民政府");
    }
}
