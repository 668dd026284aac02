//! Whether a quantity is a goal, a rule, or a figure of the past.

use std::ops::Range;

use super::TargetClass;
use crate::grammar::sentence::around;
use crate::resolve::time::{Time, TimeKind};
use crate::text::words::{Words, begins, ends, plain};
use crate::{Date, Document};

/// The document a quantity stands in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scene {
    /// Whether the document sets rules: `办法`.
    pub(super) rule: bool,
    pub(super) date: Option<Date>,
}

/// Whether a document sets rules, so that its quantities are limits.
pub(super) fn is_rule(document: &Document) -> bool {
    let title = document.header.title.as_ref().map_or("", |title| title.text.as_str());
    let title =
        title.trim_end_matches(['》', '）', ')']).trim_end_matches("（试行").trim_end_matches("(试行");
    ends(
        title,
        &[
            "办法", "规定", "细则", "规则", "条例", "标准", "规范", "指南", "准则", "章程", "须知", "公告",
            "令",
        ],
    )
}

/// The class of a quantity in its clause.
pub(super) fn class(
    text: &str,
    clause: &Range<usize>,
    quantity: &Range<usize>,
    scene: Scene,
    governing: Option<&Time>,
) -> TargetClass {
    let before = &text[clause.start..quantity.start];
    let behind = &text[quantity.end..clause.end];
    let sentence = around(text, clause);
    if scene.rule || is_condition(before, behind) || is_money_rule(text, &sentence, before, behind) {
        return TargetClass::Limit;
    }
    if is_past(&text[sentence.start..quantity.start], scene, governing) {
        return TargetClass::Fact;
    }
    TargetClass::Target
}

/// `超过5万美元的，`, `不得高于10%`, `年满18岁`
fn is_condition(before: &str, behind: &str) -> bool {
    let condition = behind.ends_with('的') || behind.ends_with("的企业") || behind.ends_with("时");
    let speaks_of = begins(
        before,
        &["对", "可", "凡", "如", "若", "且", "符合", "满足", "具备", "按", "按照", "其中对", "经", "因"],
    );
    condition
        || speaks_of && !before.starts_with("对外") && !before.contains('“')
        || RULES.any_in(before)
        || behind.contains("的，给予")
}

/// Money that is given, asked for or owed: `给予不超过200万元的补助`.
fn is_money_rule(text: &str, sentence: &Range<usize>, before: &str, behind: &str) -> bool {
    let whole = &text[sentence.clone()];
    let gives = |words: &str| GIFTS.any_in(words);
    gives(before) || gives(behind) || whole.trim_start().starts_with('对') && gives(whole)
}

/// Whether the sentence so far, or the time that governs it, speaks of the past.
fn is_past(before: &str, scene: Scene, governing: Option<&Time>) -> bool {
    static PAST: Words = Words::new(&plain(["已达", "已有", "已经", "累计已", "以来", "曾", "仅", "已建成"]));
    const OPENING: [&str; 5] = ["目前，", "目前,", "截至目前", "去年", "上年"];
    static AIMS: Words = Words::new(&plain(["力争", "目标", "确保", "争取", "到“", "要"]));
    if AIMS.any_in(before) {
        return false;
    }
    let over = |time: &Time| {
        let period = matches!(time.kind, TimeKind::During | TimeKind::At) || time.text.starts_with("截");
        period && time.to.zip(scene.date).is_some_and(|(to, date)| to < date)
    };
    PAST.any_in(before) || begins(before.trim_start(), &OPENING) || governing.is_some_and(over)
}

/// Words of rules and conditions, most of them of housing and funds.
#[rustfmt::skip]
static RULES: Words = Words::new(&plain([
    "不得", "不应", "年满", "首付", "贷款额", "贷款期", "最高贷款", "住房贷款", "利率", "缴存", "额度", "公积金", "限额为", "上限",
    "下限", "最高", "罚款", "押金", "保证金", "每户", "每套", "单套", "每人每", "按每", "房价", "建筑面积", "用地面积",
    "容积率", "服务费", "资本金", "最低标准", "注册资本",
]));

/// Money that is given or owed.
#[rustfmt::skip]
static GIFTS: Words = Words::new(&plain([
    "给予", "奖励", "补助", "补贴", "资助", "贴息", "补偿", "奖补", "奖金", "减免", "返还", "收取", "收费", "缴纳",
    "征收", "处以", "租金", "费用", "支付",
]));
