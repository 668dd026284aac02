//! Pajek's `.net`.

use std::collections::HashMap;
use std::io::{self, Write};

use crate::network::graph::Graph;
use crate::network::wanted::Ties;

/// A list of names, which have no attributes here, and one of edges with their weights.
///
/// ```text
/// *Vertices 2
/// 1 "湖南省财政厅"
/// 2 "湖南省商务厅"
/// *Edges
/// 1 2 3
/// ```
///
/// A network of two modes tells behind the number of nodes how many of them, the first, are units. Nothing can be escaped: a
/// name's `"` is written `'`, its `\` as `/`.
pub(super) fn pajek(graph: &Graph, out: &mut impl Write) -> io::Result<()> {
    let names = graph.ordered();
    match graph.ties {
        Ties::TwoMode => writeln!(out, "*Vertices {} {}", names.len(), graph.units())?,
        _ => writeln!(out, "*Vertices {}", names.len())?,
    }
    let mut numbers = HashMap::new();
    for (number, &name) in (1_usize..).zip(&names) {
        writeln!(out, "{number} \"{}\"", name.replace('"', "'").replace('\\', "/"))?;
        numbers.insert(name, number);
    }
    writeln!(out, "{}", if graph.ties.are_directed() { "*Arcs" } else { "*Edges" })?;
    graph.edges.iter().try_for_each(|((source, target), edge)| {
        let ends = numbers.get(source.as_str()).zip(numbers.get(target.as_str()));
        ends.map_or(Ok(()), |(source, target)| writeln!(out, "{source} {target} {}", edge.weight))
    })
}
