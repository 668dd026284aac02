//! Cuts a piece that names units at its words of role: [`Part`].
//!
//! ```text
//! list  = { lead } { join { lead } } agent { verb agent } [ phrase ] [ remark ]
//! agent = [ subject ] [ "由" ] names [ manner ]
//! ```

use std::ops::Range;

use super::aside::before_remark;
use super::label::{Topic, label_before};
use super::piece::{Mark, Piece};
use super::role::{self, Infix, Phrase};
use super::traits::Traits;
use crate::grammar::name::list::list_shape;
use crate::grammar::name::organ::{Shape, kind, shape};
use crate::grammar::name::person::is_person;
use crate::lexicon::roles::MAINLY;
use crate::model::{Role, UnitKind};
use crate::text::words::ends;

/// A part of a list. Ranges are bytes of the whole text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Names, and the mark behind them.
    Names { range: Range<usize>, after: Mark },
    /// Words before 由 that make a sentence of the piece: `涉及报废更新的项目` of `涉及报废更新的项目由省财政厅负责`.
    Subject,
    /// `并会同`: who is named next helps.
    Help,
    /// 会同: who was named leads, who follows helps.
    Join { role: Role, words: Range<usize> },
    /// A role verb behind which the piece goes on: `牵头制定方案`.
    Verb { role: Role, words: Range<usize> },
    /// A verb's words that only a sentence has: `由…负责发布的除外`.
    Sentence,
    /// The role phrase that ends the piece.
    Phrase { role: Role, words: Range<usize> },
    /// A bracket behind a list that says how it shares its work.
    Remark { range: Range<usize> },
}

/// Who waits for a role before a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Waiting {
    Nobody,
    Somebody,
}

/// What stands behind names in their piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    Role,
    Nothing,
}

/// Role words inside one piece at most; more are no list. A guess.
const MOST_VERBS: usize = 12;

/// Gives the parts of a piece in order.
pub(super) fn parts(text: &str, piece: &Piece, mut waiting: Waiting, found: &mut impl FnMut(Part)) {
    let Range { mut start, mut end } = piece.range;
    for _ in 0..MOST_VERBS {
        start = without_leads(text, start..end, found);
        if let Some(len) = before_remark(&text[start..end]) {
            found(Part::Remark { range: start + len..end });
            end = start + len;
        }
        let Some(rest) = behind_join(&text[start..end]) else { break };
        let words = start..end - rest.len();
        start = words.end;
        found(Part::Join { role: Role::Support, words });
        waiting = Waiting::Nobody;
    }
    let list = &text[start..end];
    let Some(phrase) = closing(list, piece.traits) else {
        return agents(text, piece, start..end, Behind::Nothing, waiting, found);
    };
    let words = start + phrase.start..end;
    agents(text, piece, start..words.start, Behind::Role, waiting, found);
    found(Part::Phrase { role: phrase.role, words });
}

/// Whether a piece names somebody, whatever joins it to the words before.
pub(super) fn names_somebody(text: &str, piece: &Piece) -> bool {
    let mut end = piece.range.end;
    let start = without_leads(text, piece.range.clone(), &mut |_| ());
    if let Some(len) = before_remark(&text[start..end]) {
        end = start + len;
    }
    let list = &text[start..end];
    list_shape(behind_join(list).unwrap_or(list)) > Shape::None
}

/// Where a piece begins behind the words that join it to what was said: `并由省财政厅`, `及省商务厅`.
fn without_leads(text: &str, range: Range<usize>, found: &mut impl FnMut(Part)) -> usize {
    let mut rest = &text[range.clone()];
    if !rest.starts_with(['并', '其', '请', '及', '和', '以', '与', '—']) {
        return range.start;
    }
    for lead in ["并由", "其中由", "其中", "请", "并会同", "并", "及", "和", "以及", "与", "——", "—"]
    {
        let next = rest.strip_prefix(lead).filter(|next| !next.is_empty());
        let Some(next) = next.filter(|next| lead != "并" || !next.starts_with('州')) else { continue };
        rest = next;
        if lead == "并会同" {
            found(Part::Help);
        }
    }
    range.end - rest.len()
}

/// The role phrase that ends a list, or a label that a verb joins to it.
fn closing(list: &str, traits: Traits) -> Option<Phrase> {
    let labelled = || if traits.may_join_label() { label_behind_verb(list) } else { None };
    role::phrase(list).or_else(labelled).filter(|phrase| {
        // `市县为主`, `地方政府为主` say how, as `政府主导` does
        !list[phrase.start..].contains(MAINLY) || is_one_office(&list[..phrase.start])
    })
}

/// The agents before the closing role phrase, and the verbs between them.
fn agents(
    text: &str,
    piece: &Piece,
    mut range: Range<usize>,
    behind: Behind,
    mut waiting: Waiting,
    found: &mut impl FnMut(Part),
) {
    let most = if piece.traits.may_hold_verb() { MOST_VERBS } else { 0 };
    for _ in 0..most {
        let list = &text[range.clone()];
        let Some(infix) = verb_inside(list, waiting) else { break };
        let words = range.start + infix.start..range.start + infix.end;
        let left = Piece { range: range.start..words.start, after: Mark::Comma, ..*piece };
        agent(text, &left, Behind::Role, found);
        range.start = words.end;
        waiting = Waiting::Nobody;
        if infix.joins {
            found(Part::Join { role: Role::Lead, words });
            continue;
        }
        let right = &list[infix.end..];
        if right.starts_with('的')
            || right.ends_with('的')
            || right.ends_with("除外")
            || right.starts_with("解释")
        {
            found(Part::Sentence);
        }
        found(Part::Verb { role: infix.role, words });
        if list_shape(right) < Shape::Strong || right.len() < 9 || right.starts_with('并') {
            return;
        }
    }
    agent(text, &Piece { range, ..*piece }, behind, found);
}

/// The first verb inside a piece that gives a role to those named before it.
fn verb_inside(piece: &str, waiting: Waiting) -> Option<Infix> {
    let infix = role::infix(piece).filter(|infix| !in_tail(piece, infix.start..infix.end))?;
    let left = &piece[..infix.start];
    let named = match waiting {
        Waiting::Somebody if left.is_empty() => true,
        _ => list_shape(left) >= Shape::Weak || is_person(left),
    };
    named.then_some(infix)
}

/// Names that have one role or none, without the words around them.
fn agent(text: &str, piece: &Piece, behind: Behind, found: &mut impl FnMut(Part)) {
    let Piece { traits, after, .. } = *piece;
    let Range { start, end } = piece.range;
    let words = &text[start..end];
    let agent = if traits.may_hold_agent() { by(words) } else { None };
    let agent = agent.filter(|&at| {
        let least = if at == BY.len() || behind == Behind::Role { Shape::Weak } else { Shape::Strong };
        list_shape(&words[at..]) >= least
    });
    let subject = agent.map_or("", |at| &words[..at - BY.len()]);
    if !subject.is_empty() && !HOW.contains(&subject) {
        found(Part::Subject);
    }
    let names = if traits.may_hold_manner() { role::without_manner(words) } else { words };
    let range = start + agent.unwrap_or_else(|| matter(words))..start + names.len();
    if !range.is_empty() {
        found(Part::Names { range, after });
    }
}

/// Whether a role verb stands in the tail of a list: `省商务厅等文件牵头起草部门`.
fn in_tail(piece: &str, verb: Range<usize>) -> bool {
    /// Four characters: a guess.
    const SHORT_BYTES: usize = 12;
    let Some((_, what)) = piece[..verb.start].rsplit_once('等') else { return false };
    let right = &piece[verb.end..];
    what.len() <= SHORT_BYTES && right.len() <= SHORT_BYTES && ends(right, &["部门", "单位"])
}

/// What stands behind a word that brings in those who help.
fn behind_join(piece: &str) -> Option<&str> {
    let words: &[&str] = match piece.chars().next()? {
        '会' => &["会同", "会商"],
        '商' => &["商请"],
        '协' => &["协调"],
        '配' => &["配合部门", "配合单位"],
        _ => return None,
    };
    words.iter().find_map(|word| piece.strip_prefix(word)).filter(|rest| !rest.is_empty())
}

const BY: &str = "由";

/// Words before 由 that are no subject.
const HOW: &[&str] =
    &["具体", "主要", "统一", "分别", "均", "都", "应", "需", "同时", "原则上", "工作", "其中"];

/// Where the agent of `由省财政厅` begins; 由 of 自由 is part of a word.
pub(crate) fn by(piece: &str) -> Option<usize> {
    let mut found = piece.char_indices().filter(|&(_, c)| c == '由').map(|(at, _)| at);
    found.find(|&at| !piece[..at].ends_with(['自', '理', '事', '缘', '经'])).map(|at| at + BY.len())
}

/// The length of the matter before an agent: `涉审计事宜` of `涉审计事宜财务司`.
fn matter(piece: &str) -> usize {
    let words = piece
        .strip_prefix('涉')
        .and_then(|rest| ["事宜", "事项"].iter().find_map(|end| rest.split_once(end)));
    words.filter(|(_, agent)| shape(agent) == Shape::Strong).map_or(0, |(_, agent)| piece.len() - agent.len())
}

/// A label that a verb joins to the name before it: `省水利厅为第一责任单位`.
fn label_behind_verb(piece: &str) -> Option<Phrase> {
    let label = label_before(piece, piece.len())?;
    let Topic::Units(role) = label.topic else { return None };
    let name = piece[..label.start].strip_suffix(['为', '是']).filter(|name| !name.is_empty())?;
    Some(Phrase { start: name.len(), role })
}

/// Whether a name is one organ's below a government.
fn is_one_office(name: &str) -> bool {
    shape(name) == Shape::Strong && kind(name) == UnitKind::Organ && !name.ends_with("政府")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts of a piece before a comma, each with its words.
    fn cut(text: &str, waiting: Waiting) -> Vec<String> {
        let piece = Piece::whole(text, Mark::Comma, Mark::Comma);
        let mut cut = Vec::new();
        parts(text, &piece, waiting, &mut |part| {
            cut.push(match part {
                Part::Names { range, .. } => text[range].to_owned(),
                Part::Join { role, words } => format!("join {} {role}", &text[words]),
                Part::Verb { role, words } => format!("verb {} {role}", &text[words]),
                Part::Phrase { role, words } => format!("phrase {} {role}", &text[words]),
                Part::Remark { range } => format!("remark {}", &text[range]),
                Part::Subject => "subject".to_owned(),
                Part::Help => "help".to_owned(),
                Part::Sentence => "sentence".to_owned(),
            });
        });
        cut
    }

    #[test]
    fn a_list_is_cut_at_its_words_of_role() {
        let table: &[(&str, &[&str])] = &[
            ("省财政厅", &["省财政厅"]),
            ("省财政厅等按职责分工负责", &["省财政厅等", "phrase 按职责分工负责 responsible"]),
            ("并由省财政厅牵头", &["省财政厅", "phrase 牵头 lead"]),
            ("并会同省财政厅", &["help", "省财政厅"]),
            ("会同省财政厅办理", &["join 会同 support", "省财政厅", "phrase 办理 responsible"]),
            ("人事司会同财务司", &["人事司", "join 会同 lead", "财务司"]),
            ("省财政厅牵头制定方案", &["省财政厅", "verb 牵头 lead"]),
            ("省财政厅牵头省教育厅配合", &["省财政厅", "verb 牵头 lead", "省教育厅", "phrase 配合 support"]),
            ("省财政厅负责发布的除外", &["省财政厅", "sentence", "verb 负责 responsible"]),
            ("更新项目由省财政厅负责", &["subject", "省财政厅", "phrase 负责 responsible"]),
            ("具体由省财政厅负责", &["省财政厅", "phrase 负责 responsible"]),
            ("涉审计事宜财务司牵头", &["财务司", "phrase 牵头 lead"]),
            ("省水利厅为第一责任单位", &["省水利厅", "phrase 为第一责任单位 lead"]),
            ("省财政厅（由各单位按职责分工负责）", &["remark （由各单位按职责分工负责）", "省财政厅"]),
            ("省商务厅等文件牵头起草部门", &["省商务厅等文件牵头起草部门"]),
            ("各地结合实际制定方案", &["各地"]),
            ("牵头制定方案", &["牵头制定方案"]),
            ("并州市财政局", &["并州市财政局"]),
        ];
        for (text, want) in table {
            assert_eq!(cut(text, Waiting::Nobody), *want, "{text}");
        }
    }

    #[test]
    fn a_verb_at_the_start_is_one_where_somebody_waits() {
        assert_eq!(cut("牵头制定方案", Waiting::Somebody), ["verb 牵头 lead"]);
    }

    #[test]
    fn a_piece_names_somebody_behind_what_joins_it() {
        let names = |text: &str| {
            let piece = Piece::whole(text, Mark::Pause, Mark::Comma);
            names_somebody(text, &piece)
        };
        assert!(names("省财政厅") && names("并由省财政厅") && names("会同省财政厅"));
        assert!(!names("通过验收") && !names("并通过验收"));
    }
}
