//! The words that tell relations apart.

use super::Relation;
use crate::text::words::Words;

/// What is done with a document that is issued.
#[rustfmt::skip]
pub(super) const ISSUED: &[&str] = &[
    "印发", "发布", "公布", "下发", "颁布", "予以公告", "公告", "发给", "刊发", "发送",
];

/// What a notice says that it does now.
#[rustfmt::skip]
pub(super) const NOW: &[&str] = &[
    "现印发", "现予印发", "现予以印发", "现予发布", "现予以发布", "现予公布", "现予以公布", "现予公告", "现予以公告", "现公布", "现发布",
    "现下发", "予以印发", "现批准",
];

/// Words that only describe the title behind them.
#[rustfmt::skip]
pub(super) const ATTRIBUTES: &[&str] = &[
    "新修订的", "新修改的", "修订后的", "修改后的", "修正后的", "新制定的", "印发的", "发布的", "公布的", "下发的", "颁布的",
    "出台的", "制定的", "制订的", "颁发的", "转发的", "联合印发的", "新的", "实施的", "印发",
];

/// Endings of certificates, forms and contracts, which are no documents.
#[rustfmt::skip]
pub(super) const FORMS: &[&str] = &[
    "证", "证书", "执照", "表", "承诺书", "责任书", "协议书", "申请书", "通知书", "决定书", "告知书", "合同", "登记证",
    "证明", "报", "收据", "回执", "清册", "告知单", "申请单",
];

/// What follows the titles of magazines and shows.
#[rustfmt::skip]
pub(super) const PRESS: &[&str] = &[
    "杂志", "报纸", "期刊", "栏目", "专栏", "节目", "一书", "证书", "月刊", "周刊", "大型", "舞台", "电影", "歌曲",
    "丛书",
];

/// What is done with certificates and forms.
#[rustfmt::skip]
pub(super) const HANDED_IN: &[&str] = &[
    "持", "填写", "核发", "颁发", "领取", "出具", "换发", "签订",
];

/// A document is made.
#[rustfmt::skip]
pub(super) const MADE: &[&str] = &[
    "制定了", "制定", "修订了", "编制了", "编制", "研究制定了", "研究制定", "组织制定了", "起草了", "修订", "制订了", "制订",
];

/// Behind what is repealed.
#[rustfmt::skip]
pub(super) const REPEALED: &[&str] = &[
    "同时废止", "予以废止", "即行废止", "自行废止", "一并废止", "同步废止", "停止执行", "同时失效", "自行失效",
];

/// Behind what is amended.
#[rustfmt::skip]
pub(super) const AMENDED: &[&str] = &[
    "作如下修改", "作以下修改", "作出如下修改", "进行修改", "予以修改", "进行了修订", "进行修订", "作出修改", "作了修改", "修改如下",
    "作相应修正", "作相应的修正", "作相应修改", "作相应的修改",
];

/// Behind what is carried out.
#[rustfmt::skip]
pub(super) const CARRIED_OUT: &[&str] = &[
    "实施", "落实", "贯彻", "执行", "落地", "宣贯", "顺利实施", "有效实施", "全面实施", "全面落实",
];

/// Words that begin as the verb does.
#[rustfmt::skip]
pub(super) const NAMES: &[&str] = &[
    "实施细则", "实施办法", "实施意见", "实施方案", "实施条例", "实施情况", "实施过程",
];

/// Before what is carried out.
#[rustfmt::skip]
pub(super) const PUSHING: &[&str] = &[
    "推进", "推动", "抓好", "做好", "加快", "确保", "促进", "保障", "加强", "组织",
];

/// Verbs with what they say.
pub(super) static VERBS: Words<Relation> = Words::new(&[
    ("根据", Relation::Basis),
    ("依据", Relation::Basis),
    ("按照", Relation::Basis),
    ("依照", Relation::Basis),
    ("遵照", Relation::Basis),
    ("参照", Relation::Basis),
    ("对照", Relation::Basis),
    ("按", Relation::Basis),
    ("依", Relation::Basis),
    ("贯彻", Relation::Implements),
    ("落实", Relation::Implements),
    ("执行", Relation::Implements),
    ("实施", Relation::Implements),
    ("履行", Relation::Implements),
    ("遵守", Relation::Implements),
    ("推进", Relation::Implements),
    ("宣传贯彻", Relation::Implements),
    ("修订", Relation::Amends),
    ("修改", Relation::Amends),
    ("修正", Relation::Amends),
    ("删去", Relation::Amends),
    ("删除", Relation::Amends),
    ("废止", Relation::Repeals),
    ("代替", Relation::Repeals),
    ("制定", Relation::Mentions),
    ("制订", Relation::Mentions),
    ("编制", Relation::Mentions),
    ("出台", Relation::Mentions),
    ("起草", Relation::Mentions),
    ("印发", Relation::Mentions),
    ("发布", Relation::Mentions),
    ("公布", Relation::Mentions),
]);
