//! The network of papers: which notice cites which.

use std::collections::HashMap;

use gongwen::resolve::{
    CitationKey, NoticeIndex, NoticeKeys, Relation, Resolved, ResolvedCitation, number_key, title_key,
};

use crate::input::Input;
use crate::network::gather::Piece;
use crate::network::graph::{Mode, Node, Years};
use crate::network::xml::plain;

/// What is kept of a notice until all are read.
#[derive(Debug)]
pub(super) struct Citing {
    doc: String,
    year: Option<u16>,
    label: String,
    number: Option<String>,
    keys: NoticeKeys,
    citations: Vec<(Relation, ResolvedCitation)>,
}

impl Citing {
    /// A notice with what it cites. What it issues itself is no citation, nor what is no document.
    pub(super) fn of(input: &Input, resolved: Resolved) -> Self {
        let notice = input.parsed.notice();
        let cited = resolved.citations.into_iter().filter_map(|citation| {
            let relation = citation.relation.filter(|&relation| relation != Relation::Issues)?;
            Some((relation, citation))
        });
        Citing {
            doc: plain(&input.doc),
            year: notice.year(),
            label: notice.title().map_or(plain(&input.doc), |title| plain(&title.text)),
            number: notice.doc_number().map(number_key),
            keys: NoticeKeys::of(notice),
            citations: cited.collect(),
        }
    }
}

/// What each notice adds to the network, once all are known.
pub(super) fn pieces(citing: &[Citing]) -> Vec<Piece> {
    let papers = Papers::of(citing);
    citing.iter().enumerate().map(|(own, notice)| papers.piece(own, notice)).collect()
}

/// All papers that are read or cited.
struct Papers<'n> {
    index: NoticeIndex,
    /// The notices that are read: name and node.
    read: Vec<(String, Node)>,
    /// The number of a paper that is cited by its title alone in one place, and with its number in another.
    numbers: HashMap<String, Option<&'n ResolvedCitation>>,
}

impl<'n> Papers<'n> {
    fn of(citing: &'n [Citing]) -> Self {
        let mut index = NoticeIndex::default();
        for notice in citing {
            index.add(notice.keys.clone());
        }
        let bearers = citing.iter().filter_map(|notice| notice.number.as_ref());
        let bearers = bearers.fold(HashMap::new(), |mut bearers, number| {
            *bearers.entry(number).or_insert(0) += 1;
            bearers
        });
        let read = citing.iter().map(|notice| {
            let number = notice.number.as_ref().filter(|number| bearers.get(number) == Some(&1));
            let node = Node { label: notice.label.clone(), is_resolved: true, ..paper(notice.year) };
            (number.map_or(notice.doc.clone(), |number| plain(number)), node)
        });
        Papers { index, read: read.collect(), numbers: numbers(citing) }
    }

    fn piece(&self, own: usize, notice: &Citing) -> Piece {
        let (name, node) = &self.read[own];
        let mut piece = Piece { year: notice.year, ..Piece::default() };
        for (relation, citation) in &notice.citations {
            let cited = self.index.cited(&CitationKey::of(citation));
            let (cited, node) = match cited {
                Some(cited) if cited == own => continue,
                Some(cited) => self.read[cited].clone(),
                None => self.unread(citation),
            };
            if cited == *name {
                continue;
            }
            piece.nodes.entry(cited.clone()).or_insert(Node { documents: 1, ..node });
            let tie = piece.ties.entry((name.clone(), cited)).or_default();
            tie.weight += 1.0;
            tie.words.insert(relation.name());
        }
        piece.nodes.insert(name.clone(), node.clone());
        piece
    }

    /// A paper that is cited and not read: by its number, else by its title.
    fn unread(&self, citation: &ResolvedCitation) -> (String, Node) {
        let numbered = self.numbers.get(&title_key(&citation.title)).copied().flatten();
        let number = citation.doc_number.as_ref().or_else(|| numbered?.doc_number.as_ref());
        let label = plain(&citation.title);
        let name = number.map_or_else(|| format!("《{label}》"), |number| plain(&number_key(number)));
        let year = number.and_then(|number| number.year);
        (name, Node { label, ..paper(year) })
    }
}

fn paper(year: Option<u16>) -> Node {
    Node { mode: Mode::Document, kind: "document", years: Years::of(year), ..Node::default() }
}

/// Citations with a number by their titles; `None` where a title has two numbers.
fn numbers(citing: &[Citing]) -> HashMap<String, Option<&ResolvedCitation>> {
    let mut known: HashMap<String, Option<&ResolvedCitation>> = HashMap::new();
    let citations = citing.iter().flat_map(|notice| &notice.citations).map(|(_, citation)| citation);
    for citation in citations {
        let Some(number) = &citation.doc_number else { continue };
        let kept = known.entry(title_key(&citation.title)).or_insert(Some(citation));
        if kept
            .and_then(|kept| kept.doc_number.as_ref())
            .is_none_or(|kept| number_key(kept) != number_key(number))
        {
            *kept = None;
        }
    }
    known
}
