//! The formats of networks.

use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum;

use crate::messages::{about, no_network_format};
use crate::network::graph::Graph;
use crate::network::{pajek, picture, sheets, xml};

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// .graphml: all attributes; for Gephi, igraph, networkx, Cytoscape
    Graphml,
    /// .gexf: GEXF 1.3, all attributes; for Gephi
    Gexf,
    /// .net: names and weights; for Pajek, UCINET
    Pajek,
    /// .csv: an edge list, and beside it NAME.nodes.csv
    Edges,
    /// .matrix.csv: the adjacency matrix, of two modes units by tasks; for UCINET, R
    Matrix,
    /// .svg: a picture
    Svg,
}

/// What a file of a format holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    Network,
    Nodes,
}

impl Form {
    /// Endings of files, those that end in others first.
    const ENDINGS: [(&'static str, Form); 6] = [
        (".matrix.csv", Form::Matrix),
        (".csv", Form::Edges),
        (".graphml", Form::Graphml),
        (".gexf", Form::Gexf),
        (".net", Form::Pajek),
        (".svg", Form::Svg),
    ];

    /// The one that is `wanted`, else that of the file's ending.
    ///
    /// # Errors
    ///
    /// - the ending is not known
    pub(super) fn of(wanted: Option<Form>, out: &Path) -> io::Result<Self> {
        let told = ending(&out.to_string_lossy()).map(|(_, form)| form);
        wanted.or(told).ok_or_else(|| {
            let endings = Form::ENDINGS.map(|(ending, _)| ending).join(", ");
            io::Error::other(about(out.display(), no_network_format(endings)).to_string())
        })
    }

    /// The name of a file of a series: `net-2024.matrix.csv`.
    pub(super) fn named(name: &str, year: &str) -> String {
        let (stem, ending) = name.split_at(stem(name));
        format!("{stem}-{year}{ending}")
    }

    /// The files of a network.
    pub(super) fn files(self, name: &str) -> Vec<(String, Sheet)> {
        let network = (name.to_owned(), Sheet::Network);
        match self {
            Form::Edges => vec![network, (format!("{}.nodes.csv", &name[..stem(name)]), Sheet::Nodes)],
            _ => vec![network],
        }
    }

    /// Writes a network.
    ///
    /// # Errors
    ///
    /// - the volume is full, or fails otherwise
    pub(super) fn write(self, graph: &Graph, sheet: Sheet, out: &mut impl Write) -> io::Result<()> {
        match (self, sheet) {
            (Form::Graphml, _) => xml::graphml(graph, out),
            (Form::Gexf, _) => xml::gexf(graph, out),
            (Form::Pajek, _) => pajek::pajek(graph, out),
            (Form::Edges, Sheet::Network) => sheets::edges(graph, out),
            (Form::Edges, Sheet::Nodes) => sheets::nodes(graph, out),
            (Form::Matrix, _) => sheets::matrix(graph, out),
            (Form::Svg, _) => picture::picture(graph, out),
        }
    }
}

/// The known ending of a file's name, in letters of any size.
fn ending(name: &str) -> Option<(&'static str, Form)> {
    let name = name.to_ascii_lowercase();
    Form::ENDINGS.into_iter().find(|(ending, _)| name.ends_with(ending))
}

/// Where the ending of a file's name begins: a known one, else the last.
fn stem(name: &str) -> usize {
    let known = ending(name).map(|(ending, _)| name.len() - ending.len());
    known.or_else(|| name.rfind('.')).filter(|&at| at > 0).unwrap_or(name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_told_by_the_ending_unless_it_is_wanted() {
        let told = |name: &str| Form::of(None, Path::new(name)).ok();
        assert_eq!(told("a.matrix.csv"), Some(Form::Matrix));
        assert_eq!(told("a.b.CSV"), Some(Form::Edges));
        assert_eq!(told("csv"), None);
        assert_eq!(Form::of(Some(Form::Gexf), Path::new("a.csv")).ok(), Some(Form::Gexf));
    }

    #[test]
    fn a_year_stands_before_the_ending() {
        for (name, named) in [
            ("net.graphml", "net-2024.graphml"),
            ("net.matrix.csv", "net-2024.matrix.csv"),
            ("v1.2.xml", "v1.2-2024.xml"),
            ("net", "net-2024"),
            (".net", ".net-2024"),
        ] {
            assert_eq!(Form::named(name, "2024"), named);
        }
    }

    #[test]
    fn nodes_stand_beside_an_edge_list() {
        let files = Form::Edges.files("a.csv");
        assert_eq!(files, [("a.csv".to_owned(), Sheet::Network), ("a.nodes.csv".to_owned(), Sheet::Nodes)]);
    }
}
