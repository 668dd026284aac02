//! `GraphML` and GEXF 1.3, and words for XML.

use std::io::{self, Write};

use crate::network::graph::{Attribute, Graph, Node, Type};

/// The text in one line without characters that XML 1.0 cannot hold, escaped or not: controls, and those that are no
/// characters. All names and labels pass through here, so that they are the same in each format.
pub(super) fn plain(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|&c| !matches!(c, '\u{fffe}' | '\u{ffff}') && (!c.is_control() || c.is_whitespace()));
    kept.map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The text as XML holds it between tags and in quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// `GraphML`: <http://graphml.graphdrawing.org>
pub(super) fn graphml(graph: &Graph, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"#)?;
    let edge_attributes = graph.edge_attributes();
    keys("node", &Node::ATTRIBUTES, out)?;
    keys("edge", &edge_attributes, out)?;
    writeln!(out, r#"  <graph id="{}" edgedefault="{}">"#, graph.ties.name(), graph.ties.direction())?;
    for (name, node) in &graph.nodes {
        writeln!(out, r#"    <node id="{}">"#, escaped(name))?;
        data("node", &Node::ATTRIBUTES, &node.values(), out)?;
        writeln!(out, "    </node>")?;
    }
    for ((source, target), edge) in &graph.edges {
        writeln!(out, r#"    <edge source="{}" target="{}">"#, escaped(source), escaped(target))?;
        data("edge", &edge_attributes, &graph.edge_values(edge), out)?;
        writeln!(out, "    </edge>")?;
    }
    writeln!(out, "  </graph>\n</graphml>")
}

/// The declarations of attributes. A name may stand for nodes and for edges, so that its key begins with which it is for.
fn keys(of: &str, attributes: &[Attribute], out: &mut impl Write) -> io::Result<()> {
    attributes.iter().try_for_each(|&(name, of_type)| {
        let of_type = type_name(of_type);
        writeln!(out, r#"  <key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{of_type}"/>"#)
    })
}

/// In both formats.
fn type_name(of_type: Type) -> &'static str {
    match of_type {
        Type::Text => "string",
        Type::Whole => "long",
        Type::Real => "double",
        Type::Flag => "boolean",
    }
}

fn data(
    of: &str,
    attributes: &[Attribute],
    values: &[Option<String>],
    out: &mut impl Write,
) -> io::Result<()> {
    attributes.iter().zip(values).try_for_each(|((name, _), value)| match value {
        Some(value) => writeln!(out, r#"      <data key="{of}-{name}">{}</data>"#, escaped(value)),
        None => Ok(()),
    })
}

/// GEXF 1.3: <https://gexf.net>. Labels of nodes and weights of edges stand where Gephi looks for them.
pub(super) fn gexf(graph: &Graph, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<gexf xmlns="http://gexf.net/1.3" version="1.3">"#)?;
    let description = graph.ties.name();
    writeln!(
        out,
        "  <meta>\n    <creator>gongwen</creator>\n    <description>{description}</description>\n  </meta>"
    )?;
    writeln!(out, r#"  <graph defaultedgetype="{}">"#, graph.ties.direction())?;
    let edge_attributes = graph.edge_attributes();
    declared("node", &Node::ATTRIBUTES[1..], out)?;
    declared("edge", &edge_attributes[1..], out)?;
    writeln!(out, "    <nodes>")?;
    for (name, node) in &graph.nodes {
        writeln!(out, r#"      <node id="{}" label="{}">"#, escaped(name), escaped(&node.label))?;
        attribute_values(&Node::ATTRIBUTES[1..], &node.values()[1..], out)?;
        writeln!(out, "      </node>")?;
    }
    writeln!(out, "    </nodes>\n    <edges>")?;
    for (number, ((source, target), edge)) in graph.edges.iter().enumerate() {
        let (source, target, weight) = (escaped(source), escaped(target), edge.weight);
        writeln!(out, r#"      <edge id="{number}" source="{source}" target="{target}" weight="{weight}">"#)?;
        attribute_values(&edge_attributes[1..], &graph.edge_values(edge)[1..], out)?;
        writeln!(out, "      </edge>")?;
    }
    writeln!(out, "    </edges>\n  </graph>\n</gexf>")
}

fn declared(of: &str, attributes: &[Attribute], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, r#"    <attributes class="{of}">"#)?;
    attributes.iter().try_for_each(|&(name, of_type)| {
        writeln!(out, r#"      <attribute id="{name}" title="{name}" type="{}"/>"#, type_name(of_type))
    })?;
    writeln!(out, "    </attributes>")
}

fn attribute_values(
    attributes: &[Attribute],
    values: &[Option<String>],
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "        <attvalues>")?;
    attributes.iter().zip(values).try_for_each(|((name, _), value)| match value {
        Some(value) => writeln!(out, r#"          <attvalue for="{name}" value="{}"/>"#, escaped(value)),
        None => Ok(()),
    })?;
    writeln!(out, "        </attvalues>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(plain("省\u{0}财\u{1b}政\u{fffe}厅\n一\t二\u{85}三\u{7f}"), "省财政厅 一 二 三");
    }

    #[test]
    fn signs_of_xml_are_escaped() {
        assert_eq!(escaped(r#"<b>"A&B"</b>"#), "&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;");
    }
}
