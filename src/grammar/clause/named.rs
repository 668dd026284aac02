//! A unit while its clause is read: [`Named`].

use std::ops::Range;

use super::said::{Flaw, UnitName};
use crate::grammar::name::organ::Shape;
use crate::model::{Role, UnitKind};

/// A unit while the clause is read.
#[derive(Debug)]
pub(super) struct Named {
    /// The name as written.
    pub(super) range: Range<usize>,
    /// The name with what it shares with others.
    pub(super) full_name: Option<String>,
    pub(super) kind: UnitKind,
    pub(super) likeness: Likeness,
    /// `None` while it waits for one.
    pub(super) role: Option<Role>,
}

/// How much a name looks like an organisation's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// As its shape says, which is not [`Shape::None`].
    Shaped(Shape),
    /// It may be a place, in a run that a seat of government may close: `南宁` of `南宁、玉林市人民政府`.
    Place,
    /// It may have been a place, and nothing behind it vouched.
    Doubted,
    /// A place, as what follows says: `云溪` of `云溪、安岭等县`.
    Vouched,
    /// A place with a seat of government, as what follows says: `云溪` of `云溪、安岭等县政府`.
    Seated,
    /// No more is lost than its last character: `省住房城乡建设`.
    Cut,
    Unknown,
}

impl Likeness {
    /// Whether its words alone are no organisation's.
    pub(super) fn is_unshaped(self) -> bool {
        !matches!(self, Likeness::Shaped(_))
    }
}

impl Named {
    /// The unit; one that nobody gave a role answers.
    pub(super) fn unit(self) -> UnitName {
        let Named { range: name, full_name, kind, role, .. } = self;
        UnitName { name, full_name, role: role.unwrap_or(Role::Responsible), kind }
    }
}

/// How many names look how.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shapes {
    /// Like no organisation.
    pub(crate) unknown: usize,
    /// Those of them that lack no more than their last character: `省住房城乡建设`.
    pub(crate) cut: usize,
    pub(crate) bare: usize,
    /// [`Shape::Weak`] or [`Shape::Strong`].
    pub(crate) likely: usize,
    pub(crate) strong: usize,
}

/// How the names look, beside stretches too long to be one, and which are doubtful.
pub(super) fn doubts(named: &[Named], overlong: usize) -> (Shapes, Vec<Flaw>) {
    let mut shapes = Shapes { unknown: overlong, ..Shapes::default() };
    let mut flaws = Vec::new();
    for unit in named {
        match unit.likeness {
            Likeness::Place | Likeness::Vouched => {}
            Likeness::Seated => {
                shapes.likely += 1;
                shapes.strong += 1;
            }
            Likeness::Doubted => flaws.push(Flaw::DoubtfulUnit(unit.range.clone())),
            Likeness::Unknown | Likeness::Cut => {
                shapes.unknown += 1;
                shapes.cut += usize::from(unit.likeness == Likeness::Cut);
                flaws.push(Flaw::DoubtfulUnit(unit.range.clone()));
            }
            Likeness::Shaped(shape) => {
                shapes.bare += usize::from(shape == Shape::Bare);
                shapes.likely += usize::from(shape >= Shape::Weak);
                shapes.strong += usize::from(shape == Shape::Strong);
            }
        }
    }
    (shapes, flaws)
}
