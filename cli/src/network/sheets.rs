//! CSV: an edge list with a list of nodes, and the adjacency matrix.

use std::collections::HashMap;
use std::io::{self, Write};

use crate::network::graph::{Graph, Mode, Node};
use crate::network::wanted::Ties;

/// One row an edge, in the columns that Gephi looks for and, of each edge, its attributes.
pub(super) fn edges(graph: &Graph, out: &mut impl Write) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    let attributes = graph.edge_attributes();
    let names = attributes.iter().map(|&(name, _)| name);
    rows.write_record(["source", "target", "type"].into_iter().chain(names))?;
    let direction = graph.ties.direction();
    for ((source, target), edge) in &graph.edges {
        let values = graph.edge_values(edge).into_iter().map(Option::unwrap_or_default);
        let ends = [source.clone(), target.clone(), direction.to_owned()];
        rows.write_record(ends.into_iter().chain(values))?;
    }
    rows.flush()
}

/// One row a node: nodes without an edge stand here alone.
pub(super) fn nodes(graph: &Graph, out: &mut impl Write) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(["id"].into_iter().chain(Node::ATTRIBUTES.map(|(name, _)| name)))?;
    for (name, node) in &graph.nodes {
        let values = node.values().into_iter().map(Option::unwrap_or_default);
        rows.write_record([name.clone()].into_iter().chain(values))?;
    }
    rows.flush()
}

/// The weights of all pairs, 0 where there is no edge: a row and a column for each node; of two modes a row for each unit, a
/// column for each task. Directed edges go from row to column.
pub(super) fn matrix(graph: &Graph, out: &mut impl Write) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    let of_mode = |task: bool| graph.nodes.iter().filter(move |(_, node)| (node.mode == Mode::Task) == task);
    let two_modes = graph.ties == Ties::TwoMode;
    let columns: Vec<&String> = of_mode(two_modes).map(|(name, _)| name).collect();
    rows.write_record([""].into_iter().chain(columns.iter().map(|name| name.as_str())))?;
    let mut weights: HashMap<(&str, &str), f64> = HashMap::new();
    for ((source, target), edge) in &graph.edges {
        weights.insert((source, target), edge.weight);
        if !graph.ties.are_directed() {
            weights.insert((target, source), edge.weight);
        }
    }
    for (row, _) in of_mode(false) {
        let weight = |column: &&String| weights.get(&(row.as_str(), column.as_str())).copied().unwrap_or(0.0);
        let cells = columns.iter().map(|column| weight(column).to_string());
        rows.write_record([row.clone()].into_iter().chain(cells))?;
    }
    rows.flush()
}
