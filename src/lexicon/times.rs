//! Words of times: `每年12月底前`, `持续推进`.

use crate::text::words::{Words, plain};

/// Before a time: what is hoped.
pub(crate) static HOPES: Words = Words::new(&plain(["力争", "争取", "确保", "务必"]));

/// Before a point in time.
pub(crate) static LEADS: Words = Words::new(&plain(["到", "至", "自", "从", "于", "原则上"]));

/// How often, before a point in time: `每年12月底前`.
pub(crate) static CYCLES: Words = Words::new(&plain(["每年度", "每年", "每半年", "每季度", "每季", "每月"]));

/// How often, as a time of its own.
#[rustfmt::skip]
pub(crate) static FREQUENCIES: Words = Words::new(&plain([
    "按月", "按季度", "按季", "按年度", "按年", "每季度", "每半年", "每年度", "每年", "每月",
]));

/// Units behind a number: `12月`, `三季度`, `半年`.
#[rustfmt::skip]
pub(crate) static UNITS: Words = Words::new(&plain([
    "年度", "年", "月份", "个月", "月", "日", "号", "个工作日", "季度", "天",
]));

/// Between the two numbers of a span: `2017—2018年`.
#[rustfmt::skip]
pub(crate) static DASHES: Words = Words::new(&plain([
    "—", "－", "-", "~", "～", "–", "―", "至", "到", "、", "/", "——", "--",
]));

/// Units behind a span.
pub(crate) static SPANNED: Words = Words::new(&plain(["年", "月", "日"]));

/// Behind a five-year plan: `“十四五”期间`.
pub(crate) static PLAN_ENDS: Words = Words::new(&plain(["期间", "时期", "末"]));

/// Points in time without a number.
#[rustfmt::skip]
pub(crate) static MOMENTS: Words = Words::new(&plain([
    "今年", "明年", "当年", "本年度", "本年", "本季度", "本月", "年内", "年底", "年末", "年初", "月底",
    "月末", "上半年", "下半年", "即日", "近期", "中远期", "远期", "中期",
]));

/// Behind a point in time: `底前`, `中旬`, `起`.
#[rustfmt::skip]
pub(crate) static EDGES: Words = Words::new(&plain([
    "第一季度", "第二季度", "第三季度", "第四季度", "上半年", "下半年", "上旬", "中旬", "下旬", "年底",
    "年末", "年初", "月底", "月初", "初期", "底", "末", "初", "以前", "之前", "前", "以内", "之内", "内",
    "起", "期间", "——", "—", "－", "-", "至", "到",
]));

/// Between a time and one that lasts: `2022年9月底前，长期推进`.
pub(crate) static JOINTS: Words = Words::new(&plain(["，并", ",并", "并", "，", ",", "或", "、"]));

/// Done by a time, before one that lasts: `完成并持续推进`.
pub(crate) static DONE: Words = Words::new(&plain(["完成", "启动", "出台", "整改", "建成"]));

/// Behind them.
pub(crate) static DONE_AND: Words = Words::new(&plain(["并", "且", "后"]));

/// Times that last.
#[rustfmt::skip]
pub(crate) static ALL_ALONG: Words = Words::new(&plain([
    "长期", "持续性", "持续", "常态化", "常年", "适时", "不定期", "定期", "随时", "即时", "立即", "实时",
    "贯穿全年", "全年", "立行立改", "即知即改", "逐步", "不间断",
]));

/// Done all along.
#[rustfmt::skip]
pub(crate) static DONE_SO: Words = Words::new(&plain([
    "推进", "实施", "开展", "坚持", "落实", "推动", "完善", "进行", "执行", "整改", "深化", "抓好", "优化",
    "加强", "巩固", "提升", "整治", "见效", "跟进", "更新", "工作", "任务",
]));
