//! A table of tasks whose lines were lost: the words over its columns stand in a line with all its cells.

use super::Doubts;
use crate::grammar::clause::Topic;
use crate::grammar::clause::column_label;
use crate::model::Code;
use crate::text::boundary::floor;
use crate::text::character::is_blank;
use crate::text::span::Span;
use crate::text::words::{Words, plain};

/// What begins the words over the columns of most tables.
const NUMBER: &str = "序号";

/// What is told in a table of tasks, as it stands behind 序号.
#[rustfmt::skip]
static DEEDS: Words = Words::new(&plain([
    "任务", "工作任务", "重点任务", "主要任务", "工作内容", "主要内容", "内容", "重点工作", "专项工作", "工作事项", "事项", "措施", "政策措施",
    "项目", "项目名称", "指标", "任务目标", "工作措施", "具体措施", "类别",
]));

impl Doubts<'_, '_> {
    /// The words over the columns of a table of tasks in the text, its lines lost.
    pub(super) fn table(&mut self) {
        /// In bytes: forty characters. A guess.
        const REACH_BYTES: usize = 120;
        let text = self.source.text;
        let heads = memchr::memmem::find_iter(text.as_bytes(), NUMBER);
        let found = heads.map(|at| at + NUMBER.len()).find_map(|at| {
            let behind = &text[at..floor(text, (at + REACH_BYTES).min(text.len()))];
            let behind =
                behind.split(['\n', '。', '，', '；', '：', '、', '《', '“']).next().unwrap_or_default();
            let words = behind.trim_start_matches(is_blank);
            let deed = DEEDS.at_start(words)?.0;
            let rest = &words[deed..];
            let ends = ["单位", "部门"]
                .iter()
                .flat_map(|noun| rest.match_indices(noun).map(|(at, noun)| at + noun.len()));
            let end = ends.filter(|&end| names_units(&rest[..end])).min()?;
            // what stands below the words stands behind them
            let below = &rest[end..];
            (!below.trim().is_empty())
                .then(|| Span::new(at - NUMBER.len(), at + (behind.len() - words.len()) + deed + end))
        });
        let Some(head) = found else { return };
        let message =
            "found the words over the columns of a table of tasks whose lines were lost, left it unread";
        self.report(Code::TableUnread, head, message);
    }
}

/// Whether words end in those over a column of units: `责任单位`.
fn names_units(words: &str) -> bool {
    let words = words.trim_start_matches(is_blank);
    column_label(words)
        .is_some_and(|(start, topic)| matches!(topic, Topic::Units(_)) && words.len() - start > "单位".len())
}
