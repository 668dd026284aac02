//! Puts the names of a piece among the units: divisions that belong together, subjects before 部门, words that are none.

use std::ops::Range;

use super::aside::{own_role, without_telephone};
use super::piece::Mark;
use super::read::{Before, Reader};
use super::said::{Flaw, UnitName};
use crate::grammar::name::division::divisions;
use crate::grammar::name::organ::{Shape, before_prose, kind, shape, without_bracket};
use crate::grammar::name::person::is_person;
use crate::grammar::name::{list, prefix};
use crate::model::{Role, UnitKind};
use crate::text::words::{ends, holds};

/// Verbs that name who answers; others say as well what is done: `推进`.
const ANSWERS: &[&str] = &["负责", "承担", "承办", "指导", "督导", "监督", "统筹"];

impl Reader<'_> {
    /// A piece without words of role.
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
        let open = list::names(piece, &mut |name| {
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

    /// `省财政厅负责，确保见效`: notes words behind lists that verbs have closed, in a run up to `end` that names nobody
    /// known and says no verb of who answers.
    pub(super) fn note_words(&mut self, end: usize) {
        let run = self.run.min(self.out.units.len());
        let names = &self.out.units[run..];
        let Some(start) = names.first().map(|unit| unit.name.start) else { return };
        let noted = self.words.take().or(self.settled.map(|before| (before, start..end)));
        let verb = self.out.role_words.last().filter(|(_, words)| words.start >= start);
        let answers = verb.is_some_and(|(role, words)| {
            *role != Role::Responsible || holds(&self.text[words.clone()], ANSWERS)
        });
        let unknown = |unit: &UnitName| shape(&self.text[unit.name.clone()]) == Shape::None;
        if let Some((before, words)) = noted.filter(|_| !answers && names.iter().all(unknown)) {
            self.words = Some((before, words.start..end));
        }
    }

    /// Takes the words noted from the units: nobody is named behind them.
    pub(super) fn drop_words(&mut self) {
        let Some((before, words)) = self.words.take() else { return };
        let Before { units, unknown, cut, flaws } = before;
        self.out.units.truncate(units);
        self.out.flaws.truncate(flaws);
        self.out.role_words.retain(|(_, said)| said.start < words.start);
        (self.out.unknown, self.out.cut, self.places) = (unknown, cut, 0);
        (self.open, self.run) = (self.open.min(units), self.run.min(units));
        self.out.flaws.push(Flaw::DoubtfulUnit(words));
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
        let prose = found == Shape::None && name.len() >= 15;
        if let Some(len) = prose.then(|| before_prose(name)).flatten() {
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
