//! Offices of persons.

use crate::text::words::{Words, plain};

/// Offices, as they stand before a signature and as they end the words for who answers.
#[rustfmt::skip]
pub(crate) static OFFICES: Words = Words::new(&plain([
    "省长", "市长", "县长", "区长", "州长", "盟长", "旗长", "镇长", "乡长", "局长", "厅长", "部长", "司长",
    "处长", "科长", "院长", "校长", "所长", "会长", "组长", "秘书长", "署长", "检察长", "行长", "委员长",
    "审计长", "主任", "主席", "总理", "书记",
]));

/// Other words for persons who answer.
pub(crate) static PERSONS: Words = Words::new(&plain(["常委", "专员", "负责人", "同志"]));
