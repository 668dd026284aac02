//! 任务 and 责任单位: who answers for what.

use serde::{Deserialize, Serialize};

use super::DocumentNumber;
use super::measure::Measure;
use crate::text::span::{Span, Spanned, Text};

/// 任务: the stretch of text that a responsibility clause closes, or an item that names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Task {
    /// What is to be done, without the clause. Empty where nothing stands before the clause, as in a table whose cells lost
    /// their order; the finding `clause-without-text` says so.
    pub text: Text,
    /// The text's sentences, quotes and brackets kept whole.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Text>"))]
    pub(crate) measures: Vec<Measure>,
    /// Who answers for it; `None` says that the text names nobody here.
    pub responsibility: Option<Responsibility>,
    /// Units that a standing remark (`以下均需各市州人民政府落实`) or a clause of the item above gives to this task.
    pub inherited: Vec<Unit>,
    /// Text and clause; the text alone where a merged cell of another row holds the clause.
    pub span: Span,
}

impl Task {
    /// The text's sentences, quotes and brackets kept whole, each with its place.
    ///
    /// ```
    /// let parsed = gongwen::parse("一、修路。落实《办法》（暂行；2024年）。（省交通厅负责）");
    /// let (_, task) = parsed.notice().tasks().next().unwrap();
    /// assert!(task.measures().map(|measure| measure.value).eq(["修路。", "落实《办法》（暂行；2024年）。"]));
    /// ```
    pub fn measures(&self) -> impl Iterator<Item = Spanned<&str>> {
        self.measures.iter().map(|measure| measure.of(&self.text))
    }

    /// Who answers: the units of the task's own clause in the order of the text, then the inherited ones.
    ///
    /// ```
    /// let parsed = gongwen::parse("一、修路。（省交通厅负责，以下均需各市人民政府落实）\n二、种树。（省林业局负责）");
    /// let (_, last) = parsed.notice().tasks().last().unwrap();
    /// assert!(last.units().map(|unit| &unit.name).eq(["省林业局", "各市人民政府"]));
    /// assert!(last.own_units().map(|unit| &unit.name).eq(["省林业局"]));
    /// ```
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.own_units().chain(&self.inherited)
    }

    /// The units of the task's own clause, in the order of the text; those it inherits are in
    /// [`inherited`](Task::inherited).
    pub fn own_units(&self) -> impl Iterator<Item = &Unit> {
        self.responsibility.iter().flat_map(|clause| &clause.units)
    }

    /// The words of the time that the clause sets, as written: `2024年底前`. [`resolve`](crate::resolve()) says which days
    /// they mean.
    ///
    /// ```
    /// let parsed = gongwen::parse("一、修路。（市交通局负责，2024年底前完成）\n二、种树。（市林业局负责）");
    /// let deadlines: Vec<_> = parsed.notice().tasks().map(|(_, task)| task.deadline().map(ToString::to_string)).collect();
    /// assert_eq!(deadlines, [Some("2024年底前".to_owned()), None]);
    /// ```
    pub fn deadline(&self) -> Option<&Text> {
        self.responsibility.as_ref()?.deadline.as_ref()
    }
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
    /// Its place, brackets and labels included; of cells, from the first to the last that begin in the row. A cell that is
    /// merged over rows answers for each of them and stands in the first: its units lie before the clauses of the others,
    /// and are the clause where the row has no cell of its own.
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

impl ClauseForm {
    /// The stable name, the same as in JSON: `parenthesised`.
    pub fn name(self) -> &'static str {
        match self {
            ClauseForm::Parenthesised => "parenthesised",
            ClauseForm::Labelled => "labelled",
            ClauseForm::Line => "line",
            ClauseForm::Cell => "cell",
        }
    }
}

/// Words that say a role, with the role they say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
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

impl Unit {
    /// The name with what the list carries over to it, where that is certain; else as written.
    ///
    /// ```
    /// let parsed = gongwen::parse("一、修路。（省科技厅、教育厅负责）");
    /// let (_, task) = parsed.notice().tasks().next().unwrap();
    /// assert!(task.units().map(|unit| unit.whole_name()).eq(["省科技厅", "省教育厅"]));
    /// ```
    pub fn whole_name(&self) -> &str {
        self.full_name.as_deref().unwrap_or(&self.name)
    }
}

/// What a unit does in a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Role {
    /// 牵头, 主办, the first of 会同.
    Lead,
    /// 配合, 参与, 协助, 协办, 支持, the second of 会同.
    Support,
    /// 负责, 责任单位, 按职责分工负责, 落实, or no word.
    Responsible,
}

impl Role {
    /// All roles, in their order.
    pub const ALL: &[Role] = &[Role::Lead, Role::Support, Role::Responsible];

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
#[non_exhaustive]
pub enum UnitKind {
    /// `省财政厅`
    Organ,
    /// `各市州人民政府`, `省直有关部门`
    Group,
}

impl UnitKind {
    /// All kinds.
    pub const ALL: &[UnitKind] = &[UnitKind::Organ, UnitKind::Group];

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
#[non_exhaustive]
pub struct Citation {
    /// The title without its book marks; marks inside are kept.
    pub title: String,
    /// The number in brackets behind it.
    pub doc_number: Option<DocumentNumber>,
    /// From `《` to `》`.
    pub span: Span,
}

impl Citation {
    /// Whether it cites the document of this number, however its brackets are written.
    ///
    /// ```
    /// let parsed = gongwen::parse("根据《青州省渔港条例》（青政发[2024]7号），现通知如下。");
    /// let (_, citation) = parsed.notice().citations().next().unwrap();
    /// assert!(citation.is(&"青政发〔2024〕7号".parse()?));
    /// assert!(!citation.is(&"青政发〔2024〕8号".parse()?));
    /// # Ok::<(), gongwen::ValueError>(())
    /// ```
    pub fn is(&self, number: &DocumentNumber) -> bool {
        self.doc_number.as_ref().is_some_and(|own| own.names_same(number))
    }
}

/// Prints title and number: `《青州省渔港条例》（青政发〔2024〕7号）`.
impl std::fmt::Display for Citation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "《{}》", self.title)?;
        self.doc_number.iter().try_for_each(|number| write!(f, "（{number}）"))
    }
}
