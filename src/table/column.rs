//! What the words over the columns of a table say: [`Column`], and whether the table is one of tasks.

use crate::grammar::clause::{Topic, column_label};
use crate::lexicon::columns::{
    CONTACTS, DEEDS, DUTIES, LICENCES, NOTES, NUMBERS, ORGANS, PERSONS, PRICES, SHARED_OUT, TOLD,
};
use crate::model::Role;
use crate::page::metadata::is_key;
use crate::text::character::squeezed;
use crate::text::numeral;
use crate::text::words::{ends, holds};

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// `1`, `2`: 序号.
    Number,
    /// 责任单位, 牵头单位.
    Units(Role),
    /// 完成时限.
    Deadline,
    /// What is to be done, and all else that is told.
    Text,
    /// 责任人, 联系电话, 备注: nothing that is read.
    Other,
}

/// What a row of words over columns says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Head {
    /// The columns of a table of tasks.
    Tasks(Vec<Column>),
    /// Those of a list of organs and their duties, if words stand below: `成员单位 主要职责`. Over figures such words stand too.
    Duties(Vec<Column>),
    /// Columns of something else.
    Other,
}

impl Head {
    /// The columns, where one names who answers.
    pub(super) fn of_units(self) -> Option<Vec<Column>> {
        match self {
            Head::Tasks(columns) | Head::Duties(columns) => Some(columns),
            Head::Other => None,
        }
    }
}

/// The longest word over a column, in bytes: twenty characters. A guess.
const LONGEST_BYTES: usize = 60;

/// Reads a row as the head of a table, one entry a column, empty ones too; `None` where it is a row like others.
pub(super) fn head(words: &[String]) -> Option<Head> {
    let words: Vec<String> = words.iter().map(|word| squeezed(word)).collect();
    let full = || words.iter().filter(|word| !word.is_empty());
    let heads = |word: &String| {
        word.len() <= LONGEST_BYTES
            && !word.contains(['。', '，', '；', '：', ':'])
            && !word.chars().all(is_figure)
    };
    if full().count() < 2 || !full().all(heads) {
        return None;
    }
    let found: Vec<Option<Column>> = words.iter().map(|word| column(word)).collect();
    let known = found.iter().flatten().count();
    let mut columns: Vec<Column> = found.iter().map(|found| found.unwrap_or(Column::Text)).collect();
    if let Some(columns) = duties(&words, &columns) {
        return Some(Head::Duties(columns));
    }
    let units = columns.iter().filter(|column| matches!(column, Column::Units(_))).count();
    let told = columns.iter().zip(&words).any(|(column, word)| *column == Column::Text && !word.is_empty());
    if units > 0 && told && known > 1 {
        if is_denied(&words) {
            return Some(Head::Other);
        }
        // 实施单位 beside 牵头单位 is a place, not a duty
        let duty = |word: &str| !is_place(word);
        let other = columns.iter().zip(&words).any(|(c, word)| matches!(c, Column::Units(_)) && duty(word));
        for (column, word) in columns.iter_mut().zip(&words) {
            if matches!(column, Column::Units(_)) && !duty(word) && other {
                *column = Column::Text;
            }
        }
        return Some(Head::Tasks(columns));
    }
    let numbered = words.iter().any(|word| NUMBERS.get(word).is_some());
    // a page's own box of labels: 信息名称, 信息类别
    let labels = || words.iter().any(|word| is_key(word));
    (numbered && known > 1 || known > 2 && !labels()).then_some(Head::Other)
}

/// The columns of a list of organs with their duties behind them, if no other column names who answers.
fn duties(words: &[String], columns: &[Column]) -> Option<Vec<Column>> {
    let first = |word: &str| word.split(['（', '(', '/']).next().unwrap_or_default().len();
    let organ = words.iter().position(|word| ORGANS.get(&word[..first(word)]).is_some())?;
    let duty = organ + 1 + words[organ + 1..].iter().position(|word| DUTIES.end(word))?;
    let unit = |at: usize| matches!(columns[at], Column::Units(_));
    let named = (0..columns.len()).any(|at| at != organ && at != duty && unit(at));
    if named || is_denied(words) {
        return None;
    }
    let mut columns = columns.to_vec();
    (columns[organ], columns[duty]) = (Column::Units(Role::Responsible), Column::Text);
    Some(columns)
}

/// What a word over a column says; `None` if it is no word that stands there.
pub(super) fn column(word: &str) -> Option<Column> {
    if word.is_empty() {
        return None;
    }
    if NUMBERS.get(word).is_some() {
        return Some(Column::Number);
    }
    if SHARED_OUT.get(word).is_some() {
        return Some(Column::Units(Role::Responsible));
    }
    if NOTES.end(word) {
        return Some(Column::Other);
    }
    match label(word) {
        Some(Topic::Units(role)) if !ends(word, &["企业", "机关"]) => return Some(Column::Units(role)),
        Some(Topic::Shares) => return Some(Column::Units(Role::Responsible)),
        Some(Topic::Time) => return Some(Column::Deadline),
        Some(Topic::Other) => {
            // 责任单位及责任人
            let first = word.split(['及', '和', '、', '/', '（', '(']).next().unwrap_or_default();
            return match label(first) {
                Some(Topic::Units(role)) => Some(Column::Units(role)),
                _ => Some(Column::Other),
            };
        }
        _ => {}
    }
    // 责任单位/配合单位, 牵头处（科）室
    let first = word.split(['/', '／', '（', '(']).next().unwrap_or_default();
    if let Some(Topic::Units(role)) = label(first).filter(|_| first.len() < word.len()) {
        return Some(Column::Units(role));
    }
    if holds(word, &["时限", "进度", "时间"]) {
        return Some(Column::Deadline);
    }
    TOLD.end(first).then_some(Column::Text)
}

/// What a label says; a cell's words glued to it are none: `市农委牵头单位`.
fn label(word: &str) -> Option<Topic> {
    let (start, topic) = column_label(word)?;
    let before = &word[..start];
    let named = before.ends_with(['厅', '局', '委', '办', '府', '会', '院']);
    let glued = named || before.contains(numeral::is_digit) || before.chars().count() == 1;
    (start == 0 || !glued).then_some(topic)
}

/// Whether the words stand over a list that names no duties: licences, prices, persons.
fn is_denied(words: &[String]) -> bool {
    let any = |list: &[&str]| words.iter().any(|word| holds(word, list));
    let deeds = || any(&["任务", "措施", "举措", "改革内容"]);
    let licences = any(LICENCES) || words.iter().any(|word| word == "子项");
    licences && !deeds() || any(PRICES) || any(PERSONS) || any(CONTACTS) && !any(DEEDS)
}

/// Whether the word names where something is done or who looks on, and no duty.
fn is_place(word: &str) -> bool {
    word.starts_with("实施") || word.starts_with("项目实施") || word.starts_with("建设")
}

fn is_figure(c: char) -> bool {
    numeral::is_digit(c) || matches!(c, '.' | '%' | '％' | '-' | '—' | '/' | '、')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_over_columns_say_what_stands_below() {
        use Column::{Deadline, Number, Other, Text, Units};
        use Role::{Lead, Responsible, Support};
        for (word, expected) in [
            ("序号", Number),
            ("号序", Number),
            ("责任单位", Units(Responsible)),
            ("牵头责任单位", Units(Lead)),
            ("省级牵头单位", Units(Lead)),
            ("牵头推进单位", Units(Lead)),
            ("主体责任单位", Units(Responsible)),
            ("监管责任单位", Units(Responsible)),
            ("参加单位", Units(Support)),
            ("协办单位", Units(Support)),
            ("配合部门", Units(Support)),
            ("起草单位", Units(Responsible)),
            ("项目责任单位", Units(Responsible)),
            ("责任单位（部门）", Units(Responsible)),
            ("责任单位及责任人", Units(Responsible)),
            ("部门分工", Units(Responsible)),
            ("分工", Units(Responsible)),
            ("完成时限", Deadline),
            ("时间进度", Deadline),
            ("进度要求", Deadline),
            ("时限要求", Deadline),
            ("责任人", Other),
            ("联系电话", Other),
            ("备注", Other),
            ("工作任务", Text),
            ("单位", Text),
            ("主管部门", Text),
            ("审批部门", Text),
        ] {
            assert_eq!(column(word), Some(expected), "{word}");
        }
    }

    #[track_caller]
    fn read(line: &str) -> Option<Head> {
        head(&line.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn tables_of_tasks_have_a_column_for_units() {
        for line in [
            "序号 工作任务 责任单位",
            "重点任务 具体措施 责任单位",
            "序号 项目名称 起草单位 送审时间",
            "序号 指标 2025年 责任单位",
            "序号 项目名称 建设内容 总投资 责任单位",
            "项目名称 责任单位 工作目标",
            "序号 任务 牵头单位 联系人 电话",
            "序号 审批事项 改革措施 责任单位",
        ] {
            assert!(matches!(read(line), Some(Head::Tasks(_))), "{line}");
        }
    }

    #[test]
    fn duties_stand_behind_their_organ() {
        for (line, organ) in [
            ("序号 成员单位 主要职责", 1),
            ("部门（单位） 工作任务 完成时限", 0),
            ("序号 部门 职责分工 备注", 1),
        ] {
            let Some(Head::Duties(columns)) = read(line) else { panic!("{line}") };
            assert_eq!(columns[organ], Column::Units(Role::Responsible), "{line}");
            assert_eq!(columns[organ + 1], Column::Text, "{line}");
        }
        for line in ["单位 联系人 电话", "部门 事项数 网办率", "姓名 单位 主要职责", "工作任务 单位 数量"]
        {
            assert!(!matches!(read(line), Some(Head::Duties(_))), "{line}");
        }
    }

    #[test]
    fn near_misses_are_none() {
        for line in [
            "序号 主管部门 事项名称 实施机关 设定依据",
            "序号 职权名称 实施依据 责任单位",
            "定价项目 定价内容 定价部门",
            "序号 县区 新建公厕任务（座） 改造任务（座） 单位",
            "序号 指标 单位 2020年 2025年",
            "姓名 单位 职务",
            "承办单位 联系人 电话",
            "环节 应用场景 解决方案",
        ] {
            assert!(!matches!(read(line), Some(Head::Tasks(_))), "{line}");
        }
        for line in ["1 修路 市交通局", "主要内容 市农委牵头单位", "责任单位 市交通局", "责任单位", ""]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
