//! What clauses say: [`Clause`] and its parts.

use std::ops::Range;

use crate::model::{ClauseForm, Role, RoleWords, Unit, UnitKind};
use crate::text::mend::Stretch;
use crate::text::span::Spanned;

/// A clause that says who answers for a task: `（省财政厅牵头，省商务厅配合）`. Ranges are bytes of the mended text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Brackets and labels included, without a `。` behind a bracket.
    pub(crate) range: Range<usize>,
    /// Where it stands.
    pub(crate) form: ClauseForm,
    /// What makes it a clause.
    pub(crate) evidence: Evidence,
    /// In the order of the text.
    pub(crate) units: Vec<UnitName>,
    /// In the order of the text.
    pub(crate) role_words: Vec<(Role, Range<usize>)>,
    /// Whether a tail such as `等有关单位` leaves a list open.
    pub(crate) open_ended: bool,
    /// From the first to the last word of the time.
    pub(crate) deadline: Option<Range<usize>>,
    /// Remarks about more than this clause.
    pub(crate) remarks: Vec<Remark>,
    /// What is damaged or doubtful.
    pub(crate) flaws: Vec<Flaw>,
}

/// What makes a stretch of text a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// A label or a role word.
    Said,
    /// Nothing but organisations: a clause only where the document has others.
    Bare,
}

/// An organisation or group as the clause names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UnitName {
    /// The name as written.
    pub(crate) name: Range<usize>,
    /// The name with a carried-over prefix or suffix, where that is certain and differs.
    pub(crate) full_name: Option<String>,
    /// Its part.
    pub(crate) role: Role,
    /// One organ or a group.
    pub(crate) kind: UnitKind,
}

impl UnitName {
    /// The unit in the words of the model; the clause is read in `stretch`.
    pub(crate) fn spell(self, stretch: &Stretch<'_>) -> Unit {
        let UnitName { name, full_name, role, kind } = self;
        let Spanned { value: name, span } = stretch.words(name);
        Unit { name, full_name, role, kind, span }
    }
}

/// Words of a role in those of the model.
pub(crate) fn role_words(stretch: &Stretch<'_>, (role, range): (Role, Range<usize>)) -> RoleWords {
    let Spanned { value: text, span } = stretch.words(range);
    RoleWords { role, text, span }
}

/// A remark about more than its clause: `列第一位的为牵头单位，下同`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remark {
    /// Its place.
    pub(crate) range: Range<usize>,
    /// What it says.
    pub(crate) rule: Rule,
}

/// What a remark says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Rule {
    /// `列第一位的为牵头单位`
    FirstLeads,
    /// `以下均需各市州人民政府落实，不再一一列出`
    AllFollowing(Vec<UnitName>),
    /// `下同`
    Other,
}

/// What is damaged or doubtful about a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// Opens in one width or shape and closes in another: `（…)`.
    MixedBrackets,
    /// Opens and never closes.
    Unclosed,
    /// Closes and never opens.
    Unopened,
    /// Names something that does not look like an organisation.
    DoubtfulUnit(Range<usize>),
    /// Names behind 会同 and a comma, of whom their own words say that they answer: `，省商务厅按职责分工负责`.
    RoleUnsure(Range<usize>),
    /// Has units under a label that says no role.
    UnknownLabel(Range<usize>),
}
