//! 任务 and 责任单位: who answers for what.

use serde::{Deserialize, Serialize};

use crate::text::span::{Span, Text};

/// 任务: the stretch of text that a responsibility clause closes, or an item that names nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Task {
    /// What is to be done, without the clause. Empty where nothing stands before the clause, as in a table whose cells lost
    /// their order; the finding `clause-without-text` says so.
    pub text: Text,
    /// The text's sentences, quotes and brackets kept whole.
    pub measures: Vec<Text>,
    /// Who answers for it; `None` says that the text names nobody here.
    pub responsibility: Option<Responsibility>,
    /// Units that a standing remark (`以下均需各市州人民政府落实`) or a clause of the item above gives to this task.
    pub inherited: Vec<Unit>,
    /// Text and clause; the text alone where a merged cell of another row holds the clause.
    pub span: Span,
}

impl Task {
    /// The units of the clause in the order of the text, then the inherited ones.
    ///
    /// ```
    /// use gongwen::Inheritance;
    /// let parsed = gongwen::parse("一、修路。（省交通厅负责，以下均需各市人民政府落实）\n二、种树。（省林业局负责）");
    /// let last = parsed.notice().tasks().last().unwrap();
    /// let units: Vec<_> = last.units().map(|(unit, whose)| (unit.name.as_str(), whose)).collect();
    /// assert_eq!(units, [("省林业局", Inheritance::Own), ("各市人民政府", Inheritance::Inherited)]);
    /// ```
    pub fn units(&self) -> impl Iterator<Item = (&Unit, Inheritance)> {
        let own = self.responsibility.iter().flat_map(|r| &r.units).map(|unit| (unit, Inheritance::Own));
        own.chain(self.inherited.iter().map(|unit| (unit, Inheritance::Inherited)))
    }
}

/// Whether a unit stands in the task's own clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Inheritance {
    /// The task's own clause names it.
    Own,
    /// A remark or a clause elsewhere gives it to the task.
    Inherited,
}

/// 责任单位 clause: `（省发展改革委牵头，省财政厅配合，2024年底前完成）`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Responsibility {
    /// The clause as written, with its brackets or labels.
    pub text: String,
    /// Which of the forms it has.
    pub form: ClauseForm,
    /// The units in the order of the text.
    pub units: Vec<Unit>,
    /// The words that gave the roles, in the order of the text: `牵头`, `按职责分工负责`, `责任单位`.
    pub role_words: Vec<RoleWords>,
    /// Whether a tail such as `等` or `等有关单位` leaves the list open.
    pub open_ended: bool,
    /// The words of the time, as written: `2024年底前`.
    pub deadline: Option<Text>,
    /// Remarks about more than this clause: `列第一位的为牵头单位，下同`.
    pub remarks: Vec<Text>,
    /// Its place, brackets and labels included; of cells, from the first to the last. A cell that is merged over rows answers
    /// for each of them and stands in the first.
    pub span: Span,
}

/// Where a clause stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ClauseForm {
    /// In brackets behind the text: `（省财政厅负责）`, `（责任单位：省财政厅）`.
    Parenthesised,
    /// Behind a label at a paragraph's end: `责任单位：省财政厅`.
    Labelled,
    /// A line of its own, with or without brackets.
    Line,
    /// Cells of a table of tasks; its columns say the roles.
    Cell,
}

/// Words that say a role, with the role they say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleWords {
    /// What they say.
    pub role: Role,
    /// As written: `按职责分工负责`.
    pub text: String,
    /// Their place.
    pub span: Span,
}

/// 责任单位: an organisation or a group of them, with its part in the task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Unit {
    /// As written, blanks dropped: `省发展改革委`.
    pub name: String,
    /// With the carried-over prefix or suffix restored, where certain: `省教育厅` for 教育厅 in `省科技厅、教育厅`.
    pub full_name: Option<String>,
    /// Its part.
    pub role: Role,
    /// One organ or a group.
    pub kind: UnitKind,
    /// Its place.
    pub span: Span,
}

/// What a unit does in a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// 牵头, 主办, the first of 会同.
    Lead,
    /// 配合, 参与, 协助, 协办, 支持, the second of 会同.
    Support,
    /// 负责, 责任单位, 按职责分工负责, 落实, or no word.
    Responsible,
}

impl Role {
    /// The stable name used in tables and JSON: `lead`, `support`, `responsible`.
    pub fn name(self) -> &'static str {
        match self {
            Role::Lead => "lead",
            Role::Support => "support",
            Role::Responsible => "responsible",
        }
    }
}

/// One organ, or a group that is named by a description.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum UnitKind {
    /// `省财政厅`
    Organ,
    /// `各市州人民政府`, `省直有关部门`
    Group,
}

impl UnitKind {
    /// The stable name used in tables and JSON: `organ`, `group`.
    pub fn name(self) -> &'static str {
        match self {
            UnitKind::Organ => "organ",
            UnitKind::Group => "group",
        }
    }
}

/// A document that the text cites: `《题名》（文号）` or `《题名》`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Citation {
    /// The title without its book marks; marks inside are kept.
    pub title: String,
    /// The number in brackets behind it.
    pub doc_number: Option<super::DocumentNumber>,
    /// From `《` to `》`.
    pub span: Span,
}
