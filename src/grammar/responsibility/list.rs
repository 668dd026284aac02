//! Reads lists of units: what stands between two commas of a clause, with or without words of role.
//!
//! ```text
//! list  = { lead } agent { role agent } [ role ]
//! agent = [ matter ] [ "由" ] names
//! ```

use std::ops::Range;

use super::aside::{before_remark, own_role, without_telephone};
use super::division::divisions;
use super::group::kind;
use super::label::Topic;
use super::organ::{Shape, before_prose, shape, without_bracket};
use super::person::is_person;
use super::read::{Mark, Reader};
use super::{Flaw, Remark, Rule, UnitName, prefix, role, unit};
use crate::words::{ends, holds};
use crate::{Role, UnitKind};

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
            self.list(start..range.end, mark);
            return;
        }
        if self.timed && list_shape(piece) == Shape::None {
            return;
        }
        let phrase = role::phrase(piece);
        let name = phrase.map_or(role::without_manner(piece), |phrase| &piece[..phrase.start]);
        let name_end = range.start + name.len();
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
        self.names(range.start + start..range.end, mark);
    }

    /// Whether nothing was said yet: no label, no unit, no time.
    fn is_head(&self) -> bool {
        self.topic.is_none() && self.out.units.is_empty() && self.out.deadline.is_none() && !self.inner
    }

    pub(super) fn names(&mut self, range: Range<usize>, mark: Mark) {
        let piece = &self.text[range.clone()];
        if piece.is_empty() {
            return;
        }
        if let Some(held) = self.held.take() {
            let joined = divisions(piece)
                .is_some_and(|d| d.rest.is_empty() || goes_on(&self.text[held.clone()], piece));
            if joined {
                self.hold_or_push(held.start..range.end, piece, mark);
                return;
            }
            let head = joint_head(piece);
            if let Some(len) = head {
                self.push(held.start..range.start + len.0);
                self.names(range.start + len.1..range.end, mark);
                return;
            }
            self.push(held);
        } else if mark == Mark::Pause && divisions(piece).is_some_and(|d| !d.seat && d.rest.is_empty()) {
            self.held = Some(range);
            return;
        }
        if self.last == Mark::Pause && self.extends_last(piece) {
            if let Some(unit) = self.out.units.last_mut() {
                unit.name.end = range.end;
            }
            return;
        }
        if self.last == Mark::Pause && prefix::shares_departments(piece) && self.joins_subjects(range.end) {
            return;
        }
        let mut last: Option<Range<usize>> = None;
        let open = unit::names(piece, &mut |name| {
            let name = range.start + name.start..range.start + name.end;
            if let Some(before) = last.replace(name) {
                self.push(before);
            }
        });
        self.out.open_ended |= open;
        if let Some(name) = last {
            let behind = &self.text[name.end..range.end];
            let mark = if open && !behind.is_empty() { Mark::End } else { mark };
            self.hold_or_push(name.clone(), &self.text[name], mark);
            if let Some(divisions) = behind.strip_prefix('等') {
                self.share_tail(divisions);
            }
        }
    }

    /// `省级公安、应急等主管部门`: subjects before 部门 are one group, which ends at `end`.
    fn joins_subjects(&mut self, end: usize) -> bool {
        let floor = self.run.max(self.open).min(self.out.units.len());
        // 海关 is an organ of its own unless a subject stands before it
        let before = &self.out.units[floor..];
        let customs = |unit: &UnitName| &self.text[unit.name.clone()] == "海关";
        let is_other = |unit: &UnitName| !customs(unit) && !prefix::is_subject(&self.text[unit.name.clone()]);
        let first = before.iter().rposition(is_other).map_or(0, |at| at + 1);
        let first = floor + first + before[first..].iter().take_while(|unit| customs(unit)).count();
        let Some(start) = self.take_back(first) else { return false };
        self.out.strong += 1;
        let (role, kind) = (Role::Responsible, UnitKind::Group);
        self.out.units.push(UnitName { name: start..end, full_name: None, role, kind });
        true
    }

    /// Takes back the units from the one at `first` on, and what was said of them; where the first of them begins.
    pub(super) fn take_back(&mut self, first: usize) -> Option<usize> {
        let held = self.held.take().map(|held| held.start);
        let first = first.min(self.out.units.len());
        let start = self.out.units.get(first).map(|unit| unit.name.start).or(held)?;
        for unit in self.out.units.drain(first..) {
            match shape(&self.text[unit.name.clone()]) {
                Shape::None => {}
                Shape::Bare => self.out.bare -= 1,
                Shape::Weak => self.out.weak -= 1,
                Shape::Strong => self.out.strong -= 1,
            }
        }
        let doubtful = |flaw: &Flaw| matches!(flaw, Flaw::DoubtfulUnit(range) if range.start >= start);
        while self.out.flaws.last().is_some_and(doubtful) {
            self.out.flaws.pop();
            self.out.unknown -= 1;
        }
        self.open = self.open.min(first);
        Some(start)
    }

    /// `省财政厅负责，确保见效`: words behind lists that verbs have closed, in a run up to `end` that names nobody known and
    /// says no verb of who answers, are no units.
    pub(super) fn drop_words(&mut self, end: usize) {
        let run = self.run.min(self.out.units.len());
        let words = &self.out.units[run..];
        let Some(start) = words.first().map(|unit| unit.name.start).filter(|_| self.settled) else { return };
        let known = words.iter().any(|unit| shape(&self.text[unit.name.clone()]) != Shape::None);
        let verb = self.out.role_words.last().filter(|(_, words)| words.start >= start);
        let answers = verb.is_some_and(|(role, words)| {
            *role != Role::Responsible || holds(&self.text[words.clone()], ANSWERS)
        });
        if known || answers {
            return;
        }
        self.out.role_words.truncate(self.out.role_words.len() - usize::from(verb.is_some()));
        self.take_back(run);
        self.out.flaws.push(Flaw::DoubtfulUnit(start..end));
        self.places = 0;
    }

    fn hold_or_push(&mut self, range: Range<usize>, piece: &str, mark: Mark) {
        let open = mark == Mark::Pause && divisions(piece).is_some_and(|d| !d.seat && d.rest.is_empty());
        if open { self.held = Some(range) } else { self.push(range) }
    }

    /// `有关部门、单位`: a bare noun goes on with the group before it.
    fn extends_last(&self, piece: &str) -> bool {
        matches!(piece, "单位" | "部门" | "企业" | "机构" | "地区")
            && self.out.units.last().is_some_and(|unit| {
                self.out.units.len() > self.run
                    && ends(&self.text[unit.name.clone()], &["部门", "单位", "地区", "企业", "机构"])
            })
    }

    pub(super) fn release(&mut self) {
        if let Some(held) = self.held.take() {
            self.push(held);
        }
    }

    fn push(&mut self, range: Range<usize>) {
        let mut range = range;
        let name = &self.text[range.clone()];
        if matches!(name, "等" | "责任单位" | "牵头单位" | "下同" | "无" | "略" | "详见附件" | "见附件")
            || name.len() > 400
        {
            if name.len() > 400 {
                self.out.unknown += 1;
            }
            return;
        }
        // `省科技厅（牵头）`: a role in brackets belongs to this unit alone.
        let own = own_role(name);
        let whole = range.end;
        if let Some((len, _)) = own {
            range.end = range.start + len;
        }
        let name = &self.text[range.clone()];
        if let Some(len) = without_telephone(name) {
            range.end = range.start + len;
        }
        let name = &self.text[range.clone()];
        let found = shape(name);
        if found == Shape::None && is_person(name) {
            return;
        }
        if found == Shape::None
            && name.len() >= 15
            && let Some(len) = before_prose(name)
        {
            self.out.sentence.get_or_insert(range.start + len);
            self.push(range.start..range.start + len);
            return;
        }
        match found {
            Shape::None if self.is_place(name) => self.places += 1,
            Shape::None => {
                self.out.unknown += 1;
                self.out.cut += usize::from(prefix::lacks_its_end(name));
                self.out.flaws.push(Flaw::DoubtfulUnit(range.clone()));
            }
            Shape::Bare => self.out.bare += 1,
            Shape::Weak => self.out.weak += 1,
            Shape::Strong => self.out.strong += 1,
        }
        let beside_group = || {
            let last = self.out.units[self.run.min(self.out.units.len())..].last();
            last.is_some_and(|unit| unit.kind == UnitKind::Group)
        };
        // `各县区人民政府、管委会`: a bare seat is as many as the seats before it.
        let seat = matches!(name, "管委会" | "管理委员会" | "人民政府" | "政府");
        let kind = if seat && beside_group() { UnitKind::Group } else { kind(name) };
        let full_name = prefix::restored(name, self.carried);
        if full_name.is_none() && !prefix::is_vertical(name) {
            self.carried = prefix::handed_on(name, found == Shape::Strong && kind == UnitKind::Organ);
        }
        let unit = UnitName { name: range.clone(), full_name, role: Role::Responsible, kind };
        self.out.units.push(unit);
        if let Some((_, role)) = own {
            self.close(None);
            if let Some(unit) = self.out.units.last_mut() {
                unit.role = role;
            }
            self.out.closing += 1;
            self.out.role_words.push((role, range.end..whole));
        }
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

/// `各市、` and then `县教育局`: a lower kind of division goes on with the list.
fn goes_on(held: &str, piece: &str) -> bool {
    without_bracket(held).ends_with(['市', '州', '盟', '地', '省'])
        && piece.trim_start_matches('各').starts_with(['县', '区', '旗'])
}

/// `各市、` and then `县（区）人民政府和平潭…管委会`: where the divisions end and the next name begins.
fn joint_head(piece: &str) -> Option<(usize, usize)> {
    ["以及", "和", "及", "与"].iter().find_map(|joint| {
        let at = piece.find(joint)?;
        divisions(&piece[..at]).filter(|d| d.rest.is_empty())?;
        let right = &piece[at + joint.len()..];
        (shape(right) == Shape::Strong).then_some((at, at + joint.len()))
    })
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

/// Verbs that name who answers; others say as well what is done: `推进`.
const ANSWERS: &[&str] = &["负责", "承担", "承办", "指导", "督导", "监督", "统筹"];

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

/// The shape of what may be several names.
pub(super) fn list_shape(text: &str) -> Shape {
    let mut least = None;
    unit::names(text, &mut |range| {
        let found = shape(&text[range]);
        least = Some(least.map_or(found, |least: Shape| least.min(found)));
    });
    least.unwrap_or(Shape::None)
}
