//! A picture of a network as SVG: nodes on a circle, those of a community side by side, names outwards like rays.
//!
//! On a circle of [`SHOWN`] names none covers another, and a network has one picture. Larger networks are cut to the nodes
//! with the greatest weights; the picture says so.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::messages::{SEMICOLON, Thing, about, count, listed, most_tied, name};
use crate::network::circle::{Point, turns};
use crate::network::communities::communities;
use crate::network::graph::{Graph, Node};
use crate::network::xml::escaped;

/// So many nodes at most.
pub(super) const SHOWN: usize = 60;

/// In pixels, as SVG counts: half the picture, the circle, and the names' size.
const HALF: f64 = 560.0;
const RADIUS: f64 = 300.0;
const SIZE: f64 = 13.0;

/// Colours that most colour-blind readers tell apart (Okabe and Ito 2008), yellow left out; communities beyond them are grey.
const COLOURS: [&str; 7] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"];
const GREY: &str = "#888888";

/// A node in the picture.
struct Shown<'g> {
    name: &'g str,
    node: &'g Node,
    strength: f64,
    community: usize,
    turn: f64,
}

/// Writes the picture.
///
/// # Errors
///
/// - the volume is full, or fails otherwise
pub(super) fn picture(graph: &Graph, out: &mut impl Write) -> io::Result<()> {
    let shown = shown(graph);
    let (start, side) = (-HALF, 2.0 * HALF);
    writeln!(
        out,
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{start} {start} {side} {side}" width="{side}" height="{side}" font-family="Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif" font-size="{SIZE}">
<rect x="{start}" y="{start}" width="{side}" height="{side}" fill="#ffffff"/>"##
    )?;
    if graph.ties.are_directed() {
        writeln!(
            out,
            r##"<marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="#555555"/></marker>"##
        )?;
    }
    edges(graph, &shown, out)?;
    let strongest = shown.iter().map(|node| node.strength).fold(0.0, f64::max);
    shown.iter().try_for_each(|node| node.draw(strongest, out))?;
    let (x, y) = (start + 12.0, HALF - 12.0);
    writeln!(out, r##"<text x="{x}" y="{y}" fill="#555555">{}</text>"##, caption(graph, shown.len()))?;
    writeln!(out, "</svg>")
}

fn caption(graph: &Graph, shown: usize) -> String {
    let counts = [count(graph.nodes.len(), Thing::Node), count(graph.edges.len(), Thing::Edge)];
    let mut parts = vec![about(name(graph.ties.name()), listed(&counts)).to_string()];
    if shown < graph.nodes.len() {
        parts.push(most_tied(shown).to_string());
    }
    parts.join(SEMICOLON.get())
}

/// The nodes with the greatest weights, in the order of their places: communities by weight, in them nodes by weight, then
/// by name.
fn shown(graph: &Graph) -> Vec<Shown<'_>> {
    let mut strengths: Vec<(&str, f64)> = graph.strengths().into_iter().collect();
    strengths.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(other.0)));
    strengths.truncate(SHOWN);
    let places: BTreeMap<&str, usize> =
        strengths.iter().enumerate().map(|(at, &(name, _))| (name, at)).collect();
    let place = |name: &String| places.get(name.as_str()).copied();
    let edges =
        graph.edges.iter().filter_map(|((one, other), edge)| Some((place(one)?, place(other)?, edge.weight)));
    let of_node = communities(strengths.len(), &edges.collect::<Vec<_>>());
    // Nodes stand by weight, so that a community's first node tells its place among the communities.
    let mut first = BTreeMap::new();
    for &community in &of_node {
        let next = first.len();
        first.entry(community).or_insert(next);
    }
    let mut shown: Vec<Shown<'_>> = strengths
        .iter()
        .zip(&of_node)
        .filter_map(|(&(name, strength), community)| {
            Some(Shown {
                name,
                node: graph.nodes.get(name)?,
                strength,
                community: first[community],
                turn: 0.0,
            })
        })
        .collect();
    shown.sort_by_key(|node| node.community);
    let turns = turns(&shown.iter().map(|node| node.community).collect::<Vec<_>>());
    shown.iter_mut().zip(turns).for_each(|(node, turn)| node.turn = turn);
    shown
}

/// Edges as curves that bend towards the middle, light ones first, wider the heavier they are.
fn edges(graph: &Graph, shown: &[Shown<'_>], out: &mut impl Write) -> io::Result<()> {
    const BEND: f64 = 0.35;
    // Where all weigh little, no edge is wide.
    const HEAVY: f64 = 8.0;
    let turns: BTreeMap<&str, f64> = shown.iter().map(|node| (node.name, node.turn)).collect();
    let turn = |name: &String| turns.get(name.as_str()).copied();
    let mut drawn: Vec<_> = graph
        .edges
        .iter()
        .filter_map(|((one, other), edge)| Some((turn(one)?, turn(other)?, edge.weight)))
        .collect();
    drawn.sort_by(|one, other| one.2.total_cmp(&other.2));
    let heaviest = drawn.last().map_or(HEAVY, |edge| edge.2.max(HEAVY));
    let head = if graph.ties.are_directed() { r#" marker-end="url(#head)""# } else { "" };
    writeln!(out, r##"<g fill="none" stroke="#555555">"##)?;
    for (one, other, weight) in drawn {
        let (from, to) = (Point::at(one, RADIUS - 8.0), Point::at(other, RADIUS - 8.0));
        let (x, y) = (f64::midpoint(from.x, to.x) * BEND, f64::midpoint(from.y, to.y) * BEND);
        let share = weight / heaviest;
        let (width, opacity) = (0.5 + 5.5 * share, 0.15 + 0.55 * share);
        writeln!(
            out,
            r#"<path d="M{:.1} {:.1}Q{x:.1} {y:.1} {:.1} {:.1}" stroke-width="{width:.2}" stroke-opacity="{opacity:.2}"{head}/>"#,
            from.x, from.y, to.x, to.y
        )?;
    }
    writeln!(out, "</g>")
}

impl Shown<'_> {
    /// A dot, larger the greater its weight, and the name outwards from it, upright on both halves.
    fn draw(&self, strongest: f64, out: &mut impl Write) -> io::Result<()> {
        let share = if strongest > 0.0 { self.strength / strongest } else { 0.0 };
        let (at, radius) = (Point::at(self.turn, RADIUS), 3.0 + 6.0 * share.sqrt());
        let colour = COLOURS.get(self.community).copied().unwrap_or(GREY);
        let right = self.turn <= 0.5;
        let angle = self.turn * 360.0 + if right { -90.0 } else { 90.0 };
        let (anchor, x) = if right { ("start", RADIUS + 14.0) } else { ("end", -RADIUS - 14.0) };
        let (name, label) = (escaped(self.name), escaped(&shortened(&self.node.label)));
        writeln!(
            out,
            r##"<g><title>{name}</title><circle cx="{:.1}" cy="{:.1}" r="{radius:.1}" fill="{colour}"/><text transform="rotate({angle:.2})" x="{x}" dy="0.35em" text-anchor="{anchor}" fill="#222222">{label}</text></g>"##,
            at.x, at.y
        )
    }
}

/// The label in as many characters as fit between the circle and the picture's border.
fn shortened(label: &str) -> String {
    const LONGEST: usize = 18;
    match label.char_indices().nth(LONGEST) {
        Some(_) => label.chars().take(LONGEST - 1).chain(['…']).collect(),
        None => label.to_owned(),
    }
}
