//! What a name shares with others: the level that carries over, the subject before 部门, the seat behind a place.

use super::division::divisions;
use super::organ::{Shape, shape};
use crate::lexicon::organs::{FIELD_ENDS, FIELD_LEADS, FIELDS, LEVEL_WORDS, LEVELS, VERTICAL};
use crate::text::words::ends;

/// The level that a name starts with, and the rest: `省`, `财政厅`.
pub(crate) fn level(name: &str) -> Option<(&str, &str)> {
    LEVELS.at_start(name).map(|(len, ())| name.split_at(len))
}

/// Whether `name` starts with a subject that departments of every level have: `财政`, `市场监管`.
pub(crate) fn subject(name: &str) -> bool {
    FIELDS.begin(name)
}

/// Whether `name` is a subject without an organ, as it stands before 部门: `省级公安`, `各级税务`.
pub(crate) fn is_subject(name: &str) -> bool {
    /// Ten characters: a guess.
    const REST_BYTES: usize = 30;
    let rest = FIELD_LEADS.behind(name).unwrap_or(name);
    let known = |rest: &str| rest == "税务" || subject(rest);
    let known = known(rest) || level(rest).is_some_and(|(_, rest)| known(rest));
    let words = ["公安", "税务", "司法", "住建", "卫健", "国资"];
    known && rest.len() <= REST_BYTES && (shape(rest) == Shape::None || words.contains(&rest))
}

/// Whether `name` is a level and a subject, and lacks no more than 厅 or 局: `省住房城乡建设`.
pub(crate) fn lacks_its_end(name: &str) -> bool {
    /// Ten characters: a guess.
    const REST_BYTES: usize = 30;
    let Some((_, rest)) = level(name) else { return false };
    rest.len() <= REST_BYTES && FIELD_ENDS.end(rest) && subject(rest)
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

/// The name in full where a level carries over: `省教育厅` for 教育厅 behind 省科技厅.
pub(crate) fn restored(name: &str, carried: Option<&str>) -> Option<String> {
    let carried = carried?;
    let departmental = ends(name, &["厅", "局", "委", "办"])
        || matches!(name, "残联" | "妇联" | "科协" | "总工会" | "工商联" | "供销社");
    // 交通运输部珠航局 is a ministry's
    let ministry = || name.contains('部');
    // only provinces have 厅
    let fits = !name.ends_with('厅') || matches!(carried, "省" | "自治区" | "两省");
    (departmental && fits && subject(name) && !ministry() && !name.starts_with("各"))
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
    LEVEL_WORDS.begin(name)
}

/// Organs that take no level and let it carry over: they answer to the centre, or to the party.
pub(crate) fn is_vertical(name: &str) -> bool {
    VERTICAL.get(name).is_some()
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
