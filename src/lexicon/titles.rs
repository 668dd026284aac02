//! Words of titles.

use crate::text::words::{Words, plain};

/// Genres that close a notice's own title; a plan or a system may stand in the middle of one: `关于印发…制度⏎…的通知`.
#[rustfmt::skip]
pub(crate) static COVERS: Words = Words::new(&plain([
    "通知", "意见", "决定", "公告", "通告", "通报", "批复", "函", "令", "报告", "请示", "决议", "公报",
    "答复", "纪要",
]));

/// Words with which a subject begins.
pub(crate) const SUBJECTS: &[&str] = &[
    "关于", "印发", "转发", "批转", "颁布", "颁发", "公布", "发布", "废止", "修改", "修订", "贯彻", "下达",
    "批准", "同意", "对",
];
