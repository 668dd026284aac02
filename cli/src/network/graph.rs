//! A network: nodes by their names, and one edge a pair.

use std::collections::{BTreeMap, BTreeSet};

use crate::network::gather::Piece;
use crate::network::wanted::{Ties, Wanted};

/// Nodes and edges, in the order of the names.
#[derive(Debug)]
pub(super) struct Graph {
    pub(super) ties: Ties,
    is_fractional: bool,
    pub(super) nodes: BTreeMap<String, Node>,
    /// By source and target; undirected ones from the lesser name to the greater.
    pub(super) edges: BTreeMap<(String, String), Edge>,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Mode {
    #[default]
    Organ,
    Group,
    Task,
    Document,
}

/// An organ, a group, a task or a paper.
#[derive(Debug, Clone, Default)]
pub(super) struct Node {
    pub(super) mode: Mode,
    pub(super) label: String,
    pub(super) kind: &'static str,
    pub(super) level: &'static str,
    pub(super) division: String,
    pub(super) division_code: Option<u32>,
    pub(super) is_resolved: bool,
    /// Tasks it answers for, and by role: lead, support, responsible.
    pub(super) tasks: u32,
    pub(super) roles: [u32; 3],
    /// Notices that name it; of a paper those that cite it, of an issuer its own.
    pub(super) documents: u32,
    pub(super) years: Years,
}

/// What ties two nodes.
#[derive(Debug, Clone, Default)]
pub(super) struct Edge {
    pub(super) weight: f64,
    pub(super) words: BTreeSet<&'static str>,
    pub(super) documents: u32,
    pub(super) years: Years,
}

/// The first and the last year, where one is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Years(pub(super) Option<(u16, u16)>);

impl Years {
    pub(super) fn of(year: Option<u16>) -> Self {
        Years(year.map(|year| (year, year)))
    }

    fn extend(&mut self, other: Years) {
        self.0 = match (self.0, other.0) {
            (Some((first, last)), Some((start, end))) => Some((first.min(start), last.max(end))),
            (one, other) => one.or(other),
        };
    }

    fn values(self) -> [Option<String>; 2] {
        [self.0.map(|(first, _)| first.to_string()), self.0.map(|(_, last)| last.to_string())]
    }
}

/// The type of an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Text,
    Whole,
    Real,
    Flag,
}

/// The name of an attribute, and its type.
pub(super) type Attribute = (&'static str, Type);

impl Node {
    /// All nodes have them all: a text without words is empty, a number or flag that is not known is left out.
    pub(super) const ATTRIBUTES: [Attribute; 14] = [
        ("label", Type::Text),
        ("mode", Type::Text),
        ("kind", Type::Text),
        ("level", Type::Text),
        ("division", Type::Text),
        ("division_code", Type::Whole),
        ("resolved", Type::Flag),
        ("tasks", Type::Whole),
        ("lead", Type::Whole),
        ("support", Type::Whole),
        ("responsible", Type::Whole),
        ("documents", Type::Whole),
        ("first_year", Type::Whole),
        ("last_year", Type::Whole),
    ];

    /// In the order of [`Node::ATTRIBUTES`].
    pub(super) fn values(&self) -> [Option<String>; 14] {
        let mode = match self.mode {
            Mode::Organ => "organ",
            Mode::Group => "group",
            Mode::Task => "task",
            Mode::Document => "document",
        };
        let [lead, support, responsible] = self.roles.map(|count| Some(count.to_string()));
        let [first, last] = self.years.values();
        [
            Some(self.label.clone()),
            Some(mode.to_owned()),
            Some(self.kind.to_owned()),
            Some(self.level.to_owned()),
            Some(self.division.clone()),
            self.division_code.map(|code| code.to_string()),
            Some(self.is_resolved.to_string()),
            Some(self.tasks.to_string()),
            lead,
            support,
            responsible,
            Some(self.documents.to_string()),
            first,
            last,
        ]
    }

    fn merge(&mut self, other: Node) {
        self.tasks += other.tasks;
        self.roles.iter_mut().zip(other.roles).for_each(|(own, other)| *own += other);
        self.documents += other.documents;
        self.years.extend(other.years);
        // What one notice does not tell, another may.
        if other.is_resolved && !self.is_resolved {
            let Node { tasks, roles, documents, years, .. } = *self;
            *self = Node { tasks, roles, documents, years, ..other };
        }
    }
}

impl Graph {
    /// Without nodes.
    pub(super) fn new(wanted: Wanted) -> Self {
        let (nodes, edges) = (BTreeMap::new(), BTreeMap::new());
        Graph { ties: wanted.edges, is_fractional: wanted.fractional, nodes, edges }
    }

    /// Adds what a notice adds.
    pub(super) fn add(&mut self, piece: Piece) {
        for (name, node) in piece.nodes {
            match self.nodes.get_mut(&name) {
                Some(known) => known.merge(node),
                None => {
                    self.nodes.insert(name, node);
                }
            }
        }
        for (pair, tie) in piece.ties {
            let edge = self.edges.entry(pair).or_default();
            edge.weight += tie.weight;
            edge.words.extend(tie.words);
            edge.documents += 1;
            edge.years.extend(Years::of(piece.year));
        }
    }

    /// The attributes of edges.
    pub(super) fn edge_attributes(&self) -> Vec<Attribute> {
        let weight = ("weight", if self.is_fractional { Type::Real } else { Type::Whole });
        let words = self.ties.words().map(|name| (name, Type::Text));
        let counts = [("documents", Type::Whole), ("first_year", Type::Whole), ("last_year", Type::Whole)];
        [weight].into_iter().chain(words).chain(counts).collect()
    }

    /// In the order of [`Graph::edge_attributes`].
    pub(super) fn edge_values(&self, edge: &Edge) -> Vec<Option<String>> {
        let words = self.ties.words().map(|_| Some(edge.words.iter().copied().collect::<Vec<_>>().join("|")));
        let [first, last] = edge.years.values();
        [Some(edge.weight.to_string())]
            .into_iter()
            .chain(words)
            .chain([Some(edge.documents.to_string()), first, last])
            .collect()
    }

    /// The names in the order in which formats that count nodes count them: of two modes the units come first.
    pub(super) fn ordered(&self) -> Vec<&str> {
        let (tasks, units): (Vec<_>, Vec<_>) =
            self.nodes.iter().partition(|(_, node)| node.mode == Mode::Task);
        units.into_iter().chain(tasks).map(|(name, _)| name.as_str()).collect()
    }

    /// How many nodes are of the first mode.
    pub(super) fn units(&self) -> usize {
        self.nodes.values().filter(|node| node.mode != Mode::Task).count()
    }

    /// The weights of the edges of each node, summed.
    pub(super) fn strengths(&self) -> BTreeMap<&str, f64> {
        let mut strengths: BTreeMap<&str, f64> = self.nodes.keys().map(|name| (name.as_str(), 0.0)).collect();
        for ((one, other), edge) in &self.edges {
            for name in [one, other] {
                *strengths.entry(name).or_default() += edge.weight;
            }
        }
        strengths
    }
}
