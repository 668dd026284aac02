//! `gongwen network`: who works with whom, who leads whom, which paper cites which.

mod circle;
mod cites;
mod communities;
mod form;
mod gather;
mod graph;
mod pajek;
mod picture;
mod sheets;
mod wanted;
mod xml;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

pub(crate) use crate::network::wanted::Wanted;

use crate::arguments::{Reading, Voice};
use crate::input::Input;
use crate::messages::{
    NETWORK, SEMICOLON, Thing, about, count, listed, most_tied, names_open, not_utf_8, one_name_open,
};
use crate::network::cites::{Citing, pieces};
use crate::network::form::Form;
use crate::network::gather::{Piece, piece};
use crate::network::graph::{Graph, Mode};
use crate::network::wanted::{By, Ties};
use crate::output::complain;
use crate::run::each;
use crate::status::Status;
use crate::tables::files::{Files, finish};

/// What a text adds: known at once, or when all texts are read.
enum Gathered {
    Piece(Piece),
    Citing(Citing),
}

impl Gathered {
    fn of(input: &Input, wanted: Wanted) -> Self {
        let resolved = gongwen::resolve(&input.text, input.parsed.notice());
        match wanted.edges {
            Ties::Cites => Gathered::Citing(Citing::of(input, resolved)),
            _ => Gathered::Piece(piece(input, &resolved, wanted)),
        }
    }
}

/// Writes the network of the texts, or one for each year: all files whole, or none; then a line on standard error for each.
///
/// # Errors
///
/// - what is wanted does not go together
/// - `out` names no file or no known format, or cannot be written
/// - no text was read; older files stay
pub(crate) fn network(reading: Reading, wanted: Wanted, out: &Path) -> io::Result<Status> {
    wanted.check()?;
    let form = Form::of(wanted.format, out)?;
    let (mut files, name) = Files::beside(out)?;
    let name =
        name.to_str().ok_or_else(|| io::Error::other(about(out.display(), not_utf_8()).to_string()))?;
    let name = name.to_owned();
    let outputs = form.files(&name);
    let reading =
        outputs.iter().fold(reading, |reading, (file, _)| reading.writing(&files.folder().join(file)));
    let mut gathered = Vec::new();
    let run = each(
        &reading,
        |input| Ok((Gathered::of(input, wanted), Status::Good)),
        |piece| {
            gathered.push(piece);
            Ok(())
        },
    )?;
    run.some_read(NETWORK)?;
    for (year, graph) in graphs(gathered, wanted) {
        let name = year.map_or(name.clone(), |year| Form::named(&name, &year));
        for (file, sheet) in form.files(&name) {
            let mut place = files.file(file)?;
            form.write(&graph, sheet, &mut place)?;
            finish(place)?;
        }
        if reading.voice() > Voice::Quiet {
            complain(&about(name, counts(&graph, form)));
        }
    }
    files.publish()?;
    Ok(run.status)
}

/// The networks with the years they are of, in their order; one without a year where no series is wanted.
fn graphs(gathered: Vec<Gathered>, wanted: Wanted) -> BTreeMap<Option<String>, Graph> {
    let (mut known, mut citing) = (Vec::new(), Vec::new());
    for gathered in gathered {
        match gathered {
            Gathered::Piece(piece) => known.push(piece),
            Gathered::Citing(notice) => citing.push(notice),
        }
    }
    known.extend(pieces(&citing));
    let mut graphs = BTreeMap::new();
    for piece in known {
        let year = piece.year.map_or("undated".to_owned(), |year| year.to_string());
        let year = wanted.by.map(|By::Year| year);
        graphs.entry(year).or_insert_with(|| Graph::new(wanted)).add(piece);
    }
    graphs
}

/// `47 nodes, 402 edges; 5 names are not resolved and stand as written`
fn counts(graph: &Graph, form: Form) -> String {
    let nodes = graph.nodes.values();
    let open = nodes.filter(|node| !node.is_resolved && node.mode == Mode::Organ).count();
    let mut parts =
        vec![listed(&[count(graph.nodes.len(), Thing::Node), count(graph.edges.len(), Thing::Edge)])];
    match open {
        0 => {}
        1 => parts.push(one_name_open().to_string()),
        open => parts.push(names_open(open).to_string()),
    }
    if form == Form::Svg && graph.nodes.len() > picture::SHOWN {
        parts.push(most_tied(picture::SHOWN).to_string());
    }
    parts.join(SEMICOLON.get())
}
