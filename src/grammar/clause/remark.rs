//! Remarks about more than their clause: `列第一位的为牵头单位，下同`, `以下均需各市州人民政府落实，不再一一列出`.

use crate::text::words::{Words, ends, plain};

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    /// The first of a list leads.
    FirstLeads,
    /// Gives units to what follows.
    AllFollowing,
    /// Anything else: `下同`.
    Other,
}

/// The longest piece that begins a remark, in bytes. A guess.
const LONGEST_BYTES: usize = 300;

/// Characters of which every remark holds one.
#[rustfmt::skip]
pub(super) static SIGNS: Words = Words::new(&plain([
    "以", "第", "首", "最", "前", "不", "均", "下", "为", "的", "写", "未", "是", "包", "如",
]));

/// What the remark is about that `piece`, a part between two commas, begins; `None` if it is no remark.
pub(crate) fn sense(piece: &str) -> Option<Sense> {
    /// Six characters: a guess.
    const SHORTEST_BYTES: usize = 18;
    let has = |word: &str| piece.contains(word);
    if piece.len() > LONGEST_BYTES || !SIGNS.any_in(piece) {
        return None;
    }
    if (has("第一")
        || has("首位")
        || has("最前")
        || has("最先")
        || has("逗号前")
        || has("顿号前")
        || has("分号前")
        || has("前面的")
        || has("第1位")
        || has("排前"))
        && (has("牵头") || has("主办") || has("负责") || has("列") || has("排"))
        && (has("为") || has("牵头"))
        && !ends_like_unit(piece)
    {
        return Some(Sense::FirstLeads);
    }
    if has("以下")
        && !has("以下简称")
        && !has("以下统称")
        && (has("均") || has("都") || has("各项") || has("任务") || has("不再"))
    {
        return Some(Sense::AllFollowing);
    }
    if (has("均包括") || has("均需") || has("均由") || has("均涉及"))
        && (has("任务") || has("措施") || has("责任单位") || has("事项"))
    {
        return Some(Sense::AllFollowing);
    }
    if has("的为牵头")
        || piece.len() > SHORTEST_BYTES
            && (piece.ends_with('的') || piece.starts_with("如部分") || piece.starts_with("如涉及"))
    {
        return Some(Sense::Other);
    }
    if has("分别负责为")
        || has("分工负责为")
        || has("负责是指")
        || has("包括各")
        || piece.starts_with("写明")
        || piece.starts_with("未写明")
        || piece.starts_with("未明确")
    {
        return Some(Sense::Other);
    }
    if piece.starts_with("不再")
        || piece.starts_with("下同")
        || piece == "以下同"
        || piece.ends_with(ALL_ANSWER)
        || piece.starts_with("以下不再")
    {
        return Some(Sense::Other);
    }
    None
}

/// `第一人民医院` is no remark.
fn ends_like_unit(piece: &str) -> bool {
    ends(piece, &["医院", "中学", "小学", "公司", "厂"])
}

/// Behind the units of `各市州人民政府均为责任单位，以下不再列出`.
const ALL_ANSWER: &str = "均为责任单位";

/// Whether what stands before it is the list of the remark: `各市州、县市区人民政府均为责任单位`.
pub(crate) fn closes_list(piece: &str) -> bool {
    piece.ends_with(ALL_ANSWER)
}

/// The list of units in `以下均需各市州人民政府落实`, as a sub-slice; empty where it names none.
pub(crate) fn units(piece: &str) -> &str {
    if let Some((list, _)) = piece.split_once(ALL_ANSWER) {
        return list;
    }
    let Some(at) = ["以下", "均"].iter().find_map(|word| piece.find(word)) else { return "" };
    let mut rest = piece[at..].trim_start_matches("以下");
    while let Some(next) = LEADS.iter().find_map(|lead| rest.strip_prefix(lead)) {
        rest = next;
    }
    rest
}

/// Words between 以下 and the units.
const LEADS: &[&str] = &[
    "各项",
    "所有",
    "工作",
    "重点",
    "任务",
    "事项",
    "措施",
    "政策",
    "改革",
    "内容",
    "工程",
    "要求",
    "目标",
    "条款",
    "责任单位",
    "的",
    "均",
    "都",
    "同时",
    "需要",
    "需",
    "由",
    "须",
    "应由",
    "应",
    "包括",
    "包含",
    "含",
    "涉及",
    "为",
    "要",
    "请",
    "有",
    "，",
    "全部",
    "还",
];
