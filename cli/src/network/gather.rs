//! What one notice adds to a network of organs.

use std::collections::{BTreeMap, BTreeSet};

use gongwen::resolve::{Answer, DivisionName, Issuer, Level, OrganKind, Resolved, ResolvedUnit};
use gongwen::{Role, Task, Unit, UnitKind};

use crate::input::Input;
use crate::network::graph::{Mode, Node, Years};
use crate::network::wanted::{Ties, Wanted};
use crate::network::xml::plain;

/// What one notice adds to a network.
#[derive(Debug, Default)]
pub(super) struct Piece {
    pub(super) year: Option<u16>,
    pub(super) nodes: BTreeMap<String, Node>,
    /// By source and target, summed over the notice.
    pub(super) ties: BTreeMap<(String, String), Tie>,
}

/// What a notice adds to an edge.
#[derive(Debug, Default)]
pub(super) struct Tie {
    pub(super) weight: f64,
    pub(super) words: BTreeSet<&'static str>,
}

/// What a notice adds to a network of organs.
pub(super) fn piece(input: &Input, resolved: &Resolved, wanted: Wanted) -> Piece {
    let notice = input.parsed.notice();
    let mut gatherer =
        Gatherer { resolved, wanted, piece: Piece { year: notice.year(), ..Piece::default() } };
    for (number, (_, task)) in notice.tasks().enumerate() {
        let units = gatherer.units(task);
        match wanted.edges {
            Ties::CoTask => gatherer.piece.tie_all(&units, wanted.share(units.len())),
            Ties::LeadSupport => gatherer.piece.tie_lead_to_support(&units),
            Ties::TwoMode => {
                gatherer.two_mode(&units, task, &plain(&format!("{}#{}", input.doc, number + 1)));
            }
            Ties::CoIssue | Ties::Cites => {}
        }
    }
    let mut piece = gatherer.piece;
    if wanted.edges == Ties::CoIssue {
        piece.issuers(&resolved.issuers);
    }
    let years = Years::of(piece.year);
    piece.nodes.values_mut().for_each(|node| (node.documents, node.years) = (1, years));
    piece
}

/// The units of a task by their names, each with its roles.
type Units = BTreeMap<String, BTreeSet<Role>>;

struct Gatherer<'n> {
    resolved: &'n Resolved,
    wanted: Wanted,
    piece: Piece,
}

impl Gatherer<'_> {
    /// The units of a task that are wanted, counted among the nodes.
    fn units(&mut self, task: &Task) -> Units {
        let mut units = Units::new();
        let inherited = if self.wanted.inherited { &task.inherited[..] } else { &[] };
        for unit in task.own_units().chain(inherited) {
            let answer = self.resolved.unit_at(unit.span);
            let role = answer.map_or(unit.role, |answer| answer.role(unit.role));
            self.take(identity(unit, answer), role, &mut units);
        }
        if self.wanted.inherited && task.responsibility.is_some() {
            let resolved = self.resolved;
            for passed in resolved.passed_on.iter().filter(|passed| passed.above.contains(task.span)) {
                self.take(
                    described(&passed.unit.name, Some(&passed.unit), Mode::Group),
                    Role::Responsible,
                    &mut units,
                );
            }
        }
        for (name, roles) in &units {
            let Some(node) = self.piece.nodes.get_mut(name) else { continue };
            node.tasks += 1;
            for (count, role) in node.roles.iter_mut().zip(ROLES) {
                *count += u32::from(roles.contains(&role));
            }
        }
        units
    }

    fn take(&mut self, (name, node): (String, Node), role: Role, units: &mut Units) {
        if node.mode == Mode::Group && !self.wanted.groups {
            return;
        }
        self.piece.nodes.entry(name.clone()).or_insert(node);
        units.entry(name).or_default().insert(role);
    }

    /// Ties each unit to the task.
    fn two_mode(&mut self, units: &Units, task: &Task, name: &str) {
        if units.is_empty() {
            return;
        }
        let label = plain(&task.text.value);
        let node = Node { mode: Mode::Task, label, kind: "task", is_resolved: true, ..Node::default() };
        self.piece.nodes.insert(name.to_owned(), node);
        for (unit, roles) in units {
            let tie = self.piece.ties.entry((unit.clone(), name.to_owned())).or_default();
            tie.weight = 1.0;
            tie.words.extend(roles.iter().map(|role| role.name()));
        }
    }
}

/// The roles that nodes count, in their order.
const ROLES: [Role; 3] = [Role::Lead, Role::Support, Role::Responsible];

impl Piece {
    /// Ties each pair of units, with so much weight.
    fn tie_all(&mut self, units: &Units, weight: f64) {
        let names: Vec<&String> = units.keys().collect();
        for (at, &one) in names.iter().enumerate() {
            for &other in &names[at + 1..] {
                let tie = self.ties.entry((one.clone(), other.clone())).or_default();
                tie.weight += weight;
            }
        }
    }

    /// Ties who leads a task to who supports it.
    fn tie_lead_to_support(&mut self, units: &Units) {
        let with =
            |role: Role| units.iter().filter(move |(_, roles)| roles.contains(&role)).map(|(name, _)| name);
        for lead in with(Role::Lead) {
            for support in with(Role::Support).filter(|&support| support != lead) {
                self.ties.entry((lead.clone(), support.clone())).or_default().weight += 1.0;
            }
        }
    }

    /// Keeps those that issued a paper, with the tasks they answer for, and ties those that issued one together.
    fn issuers(&mut self, issuers: &[Issuer]) {
        let mut named = std::mem::take(&mut self.nodes);
        for of_part in issuers.chunk_by(|one, other| one.part == other.part) {
            let mut together = Units::new();
            for issuer in of_part {
                let (name, node) = issuing(issuer);
                let node = named.remove(&name).unwrap_or(node);
                self.nodes.entry(name.clone()).or_insert(node);
                together.entry(name).or_default();
            }
            self.tie_all(&together, 1.0);
        }
    }
}

/// The name and the node of a unit of a task.
fn identity(unit: &Unit, answer: Option<&ResolvedUnit>) -> (String, Node) {
    let mode = match answer.map(|answer| &answer.answer) {
        Some(Answer::Organ(_)) => Mode::Organ,
        Some(Answer::Group(_)) => Mode::Group,
        _ if unit.kind == UnitKind::Group => Mode::Group,
        _ => Mode::Organ,
    };
    described(unit.whole_name(), answer, mode)
}

/// The name that a unit written so goes by, and its node: an organ by its legal name, else as written; a group as written,
/// with the place of its members: `各市州人民政府（湖南省）`.
fn described(written: &str, answer: Option<&ResolvedUnit>, mode: Mode) -> (String, Node) {
    let division = answer.and_then(|answer| answer.division.as_ref());
    let name = match (answer.and_then(ResolvedUnit::canonical), answer.and_then(ResolvedUnit::group)) {
        (Some(canonical), _) => plain(canonical),
        (None, Some(group)) => {
            let within = group.within.as_ref().map(|within| format!("（{}）", within.name));
            plain(&format!("{written}{}", within.unwrap_or_default()))
        }
        (None, None) => plain(written),
    };
    let is_resolved = answer.is_some_and(|answer| !matches!(answer.answer, Answer::None));
    let (kind, level) = (answer.and_then(|answer| answer.kind), answer.and_then(|answer| answer.level));
    let node = Node { mode, is_resolved, ..organ(&name, kind, level, division) };
    (name, node)
}

fn issuing(issuer: &Issuer) -> (String, Node) {
    let name = plain(issuer.canonical.as_ref().unwrap_or(&issuer.name));
    let node = organ(&name, issuer.kind, issuer.level, issuer.division.as_ref());
    (name, Node { is_resolved: issuer.canonical.is_some(), ..node })
}

fn organ(name: &str, kind: Option<OrganKind>, level: Option<Level>, division: Option<&DivisionName>) -> Node {
    Node {
        label: name.to_owned(),
        kind: kind.map_or("", OrganKind::name),
        level: level.map_or("", Level::name),
        division: division.map(|division| plain(&division.name)).unwrap_or_default(),
        division_code: division.and_then(|division| division.code),
        ..Node::default()
    }
}
