//! Reads lists of units: what stands between two commas of a clause, with or without words of role.
//!
//! ```text
//! list  = { lead } agent { role agent } [ role ]
//! agent = [ matter ] [ "由" ] names
//! ```

use std::ops::Range;

use super::aside::before_remark;
use super::label::{Topic, label_before};
use super::piece::Mark;
use super::read::Reader;
use super::role::{self, Phrase};
use super::said::{Remark, Rule};
use crate::grammar::name::list::list_shape;
use crate::grammar::name::organ::{Shape, kind, shape};
use crate::grammar::name::person::is_person;
use crate::lexicon::roles::MAINLY;
use crate::model::{Role, UnitKind};
use crate::text::words::ends;

/// Role words inside one piece at most.
const MOST_PEELED: usize = 12;

impl Reader<'_> {
    /// A piece that names units, with or without words of role.
    pub(super) fn list(&mut self, range: Range<usize>, mark: Mark) {
        let range = self.without_leads(range);
        let range = self.without_remark(range);
        let piece = &self.text[range.clone()];
        if let Some(rest) = behind_join(piece).filter(|_| self.peeled < MOST_PEELED) {
            let start = range.end - rest.len();
            self.peeled += 1;
            self.out.role_words.push((Role::Support, range.start..start));
            self.close_as(Role::Lead, start..start);
            self.helped = true;
            self.out.inside += 1;
            self.out.joins += 1;
            self.list(start..range.end, mark);
            return;
        }
        if self.timed && list_shape(piece) == Shape::None {
            return;
        }
        let phrase = role::phrase(piece).or_else(|| is_label(piece)).filter(|phrase| {
            // `市县为主`, `地方政府为主` say how, as `政府主导` does
            !piece[phrase.start..].contains(MAINLY) || is_one_office(&piece[..phrase.start])
        });
        let name_end = phrase.map_or(range.end, |phrase| range.start + phrase.start);
        self.named(range.start..name_end, mark, phrase.is_some());
        if let Some(phrase) = phrase {
            self.out.closing += 1;
            let words = name_end..range.end;
            let said = match self.topic {
                // `牵头单位：省财政厅负责`: the label is the more exact of the two.
                Some(Topic::Units(label)) if phrase.role == Role::Responsible => label,
                _ => phrase.role,
            };
            let said = if self.helped { Role::Support } else { said };
            self.release();
            self.close_labelled(said);
            self.close_as(said, words);
            self.helped = false;
        }
    }

    /// A piece without the words that join it to what was said: `并由省财政厅`, `及省商务厅`.
    fn without_leads(&mut self, mut range: Range<usize>) -> Range<usize> {
        if !self.text[range.clone()].starts_with(['并', '其', '请', '及', '和', '以', '与', '—']) {
            return range;
        }
        for lead in ["并由", "其中由", "其中", "请", "并会同", "并", "及", "和", "以及", "与", "——", "—"]
        {
            let rest = self.text[range.clone()].strip_prefix(lead);
            let rest = rest.filter(|rest| !rest.is_empty() && (lead != "并" || !rest.starts_with('州')));
            if let Some(rest) = rest {
                range.start = range.end - rest.len();
                self.helped |= lead == "并会同";
            }
        }
        range
    }

    /// A piece without a bracket behind it that is a remark on the list.
    fn without_remark(&mut self, range: Range<usize>) -> Range<usize> {
        let Some(len) = before_remark(&self.text[range.clone()]) else { return range };
        let start = range.start + len;
        self.out.remarks.push(Remark { range: start..range.end, rule: Rule::Other });
        range.start..start
    }

    /// The part of a piece before its closing role phrase.
    fn named(&mut self, range: Range<usize>, mark: Mark, closed: bool) {
        let piece = &self.text[range.clone()];
        let infix = role::infix(piece).filter(|infix| !in_tail(piece, infix.start..infix.end));
        if let Some(infix) = infix.filter(|_| self.peeled < MOST_PEELED) {
            self.peeled += 1;
            let left = &piece[..infix.start];
            let right = &piece[infix.end..];
            let left_shape = list_shape(left);
            if left_shape >= Shape::Weak
                || is_person(left)
                || (infix.start == 0 && !self.out.units[self.open..].is_empty())
            {
                self.named(range.start..range.start + infix.start, Mark::Comma, true);
                self.release();
                let words = range.start + infix.start..range.start + infix.end;
                if infix.joins {
                    self.out.inside += 1;
                    self.out.joins += 1;
                    self.close_as(Role::Lead, words);
                    self.helped = true;
                    self.named(range.start + infix.end..range.end, mark, closed);
                } else {
                    self.out.denied |= right.starts_with('的')
                        || right.ends_with('的')
                        || right.ends_with("除外")
                        || right.starts_with("解释");
                    self.out.inside += 1;
                    let role = match self.topic {
                        Some(Topic::Units(label)) if infix.role == Role::Responsible => label,
                        _ if self.helped && infix.role != Role::Lead => Role::Support,
                        _ => infix.role,
                    };
                    self.close_labelled(role);
                    self.close_as(role, words);
                    self.helped = false;
                    if list_shape(right) == Shape::Strong && right.len() >= 9 && !right.starts_with('并') {
                        self.named(range.start + infix.end..range.end, mark, closed);
                    }
                }
                return;
            }
        }
        let agent = by(piece).filter(|&at| {
            let least = if at == BY.len() || closed { Shape::Weak } else { Shape::Strong };
            list_shape(&piece[at..]) >= least
        });
        if let Some(at) = agent.filter(|_| self.is_head()) {
            // `涉及报废更新的项目由省财政厅负责`: a sentence with its subject, no list.
            let before = &piece[..at - BY.len()];
            self.out.denied |= !before.is_empty() && !HOW.contains(&before);
        }
        let start = agent.unwrap_or_else(|| matter(piece));
        let end = range.start + role::without_manner(piece).len();
        self.names(range.start + start..end.max(range.start + start), mark);
    }

    /// Whether nothing was said yet: no label, no unit, no time.
    fn is_head(&self) -> bool {
        self.topic.is_none() && self.out.units.is_empty() && self.out.deadline.is_none() && !self.inner
    }

    /// Gives the units of the scope their role: the label's, support behind 会同, or 负责.
    pub(super) fn close(&mut self, role: Option<Role>) {
        let label = match self.topic {
            Some(Topic::Units(role)) => Some(role),
            _ => None,
        };
        let role = if self.helped { Role::Support } else { role.or(label).unwrap_or(Role::Responsible) };
        for unit in &mut self.out.units[self.open..] {
            unit.role = role;
        }
        self.open = self.out.units.len();
    }

    /// `责任单位：省财政厅，省商务厅配合`: the label holds for the lists before the first one that helps; who leads is said of
    /// the lists before it too.
    fn close_labelled(&mut self, own: Role) {
        let spoken = std::mem::replace(&mut self.spoken, true);
        let Some(Topic::Units(label)) = self.topic else { return };
        let before = self.run.min(self.out.units.len());
        if own == Role::Support && own != label && !self.helped && !spoken && before > self.open {
            for unit in &mut self.out.units[self.open..before] {
                unit.role = label;
            }
            self.open = before;
        }
    }

    fn close_as(&mut self, role: Role, words: Range<usize>) {
        for unit in &mut self.out.units[self.open..] {
            unit.role = role;
        }
        self.open = self.out.units.len();
        if !words.is_empty() {
            self.out.role_words.push((role, words));
        }
    }
}

/// Whether a role verb stands in the tail of a list: `省商务厅等文件牵头起草部门`.
fn in_tail(piece: &str, verb: Range<usize>) -> bool {
    const SHORT: usize = 12;
    let Some((_, what)) = piece[..verb.start].rsplit_once('等') else { return false };
    let right = &piece[verb.end..];
    what.len() <= SHORT && right.len() <= SHORT && ends(right, &["部门", "单位"])
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
fn is_label(piece: &str) -> Option<Phrase> {
    let label = label_before(piece, piece.len())?;
    let Topic::Units(role) = label.topic else { return None };
    let name = piece[..label.start].strip_suffix(['为', '是']).filter(|name| !name.is_empty())?;
    Some(Phrase { start: name.len(), role })
}

/// Whether a name is one organ's below a government.
fn is_one_office(name: &str) -> bool {
    shape(name) == Shape::Strong && kind(name) == UnitKind::Organ && !name.ends_with("政府")
}
