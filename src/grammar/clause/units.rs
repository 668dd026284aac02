//! The units that a clause has named so far, and the roles that they were given: [`Units`].

use std::ops::Range;

use super::aside::{own_role, without_telephone};
use super::named::{Likeness, Named, Shapes};
use super::piece::{Mark, Piece};
use super::said::{Flaw, UnitName};
use super::scope::Scope;
use super::tail::Tail;
use super::{named, places};
use crate::grammar::name::division::divisions;
use crate::grammar::name::organ::{Name, Shape, before_prose, shape, without_bracket};
use crate::grammar::name::person::is_person;
use crate::grammar::name::{list, prefix};
use crate::model::{Role, UnitKind};
use crate::text::words::ends;

/// The longest name in bytes. A guess.
const LONGEST_BYTES: usize = 400;

/// The units named so far.
#[derive(Debug)]
pub(super) struct Units<'t> {
    text: &'t str,
    named: Vec<Named>,
    role_words: Vec<(Role, Range<usize>)>,
    /// The first unit of the run between two commas.
    run: usize,
    /// A list of divisions that goes on: `各市、` of `各市、县人民政府`.
    held: Option<Range<usize>>,
    /// The level that carries over to the next name of the run.
    carried: Option<&'t str>,
    tail: Tail,
    open_ended: bool,
    /// Where the first sentence begins that is glued to a name.
    sentence: Option<usize>,
    /// Names with a role of their own.
    own_roles: usize,
    /// Stretches too long to be names.
    overlong: usize,
}

/// What [`Units`] comes to.
#[derive(Debug, Default)]
pub(super) struct Roll {
    pub(super) units: Vec<UnitName>,
    pub(super) role_words: Vec<(Role, Range<usize>)>,
    pub(super) flaws: Vec<Flaw>,
    pub(super) open_ended: bool,
    pub(super) sentence: Option<usize>,
    pub(super) own_roles: usize,
    pub(super) shapes: Shapes,
}

impl<'t> Units<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Units {
            text,
            named: Vec::new(),
            role_words: Vec::new(),
            run: 0,
            held: None,
            carried: None,
            tail: Tail::Open,
            open_ended: false,
            sentence: None,
            own_roles: 0,
            overlong: 0,
        }
    }

    /// Whether nobody was named yet.
    pub(super) fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// Whether somebody waits for a role.
    pub(super) fn wait(&self) -> bool {
        self.named.last().is_some_and(|unit| unit.role.is_none())
    }

    /// The first unit that waits for a role.
    fn open(&self) -> usize {
        self.named.iter().rposition(|unit| unit.role.is_some()).map_or(0, |at| at + 1)
    }

    /// Gives those who wait their role.
    pub(super) fn give(&mut self, role: Role) {
        let waiting = self.named.iter_mut().rev().take_while(|unit| unit.role.is_none());
        waiting.for_each(|unit| unit.role = Some(role));
    }

    /// Gives those who wait since before the run their role.
    pub(super) fn give_before_run(&mut self, role: Role) {
        let before = self.named[..self.run].iter_mut().rev().take_while(|unit| unit.role.is_none());
        before.for_each(|unit| unit.role = Some(role));
    }

    /// Words of a role.
    pub(super) fn say(&mut self, role: Role, words: Range<usize>) {
        self.role_words.push((role, words));
    }

    /// A sentence is glued to a name.
    pub(super) fn sentence_at(&mut self, at: usize) {
        self.sentence.get_or_insert(at);
    }

    /// Puts the names in a part of a piece among the units.
    pub(super) fn add(&mut self, range: Range<usize>, after: Mark, piece: &Piece, scope: Scope) {
        let whole = range.clone();
        let Some(range) = self.joined(range, after, piece, scope) else { return };
        let words = &self.text[range.clone()];
        if piece.before == Mark::Pause && (self.extends_last(&range) || self.joins_subjects(&range)) {
            return;
        }
        let mut last: Option<Range<usize>> = None;
        let open = list::names(words, &mut |name| {
            let name = range.start + name.start..range.start + name.end;
            if let Some(before) = last.replace(name) {
                self.push(before, piece, scope);
            }
        });
        self.open_ended |= open;
        let Some(name) = last else { return };
        let behind = &self.text[name.end..range.end];
        // all of the part was judged before it was joined
        let part = after == Mark::Pause && name != whole && (!open || behind.is_empty());
        if part && is_divisions(&self.text[name.clone()]) {
            self.held = Some(name);
        } else {
            self.push(name, piece, scope);
        }
        if let Some(divisions) = behind.strip_prefix('等') {
            self.share_tail(divisions);
        }
    }

    /// Joins names with the divisions that go on before them; what of them is still to be read.
    fn joined(
        &mut self,
        range: Range<usize>,
        after: Mark,
        piece: &Piece,
        scope: Scope,
    ) -> Option<Range<usize>> {
        let words = &self.text[range.clone()];
        let Some(held) = self.held.take() else {
            if after == Mark::Pause && (is_divisions(words) || matches!(words, "中" | "中央")) {
                self.held = Some(range);
                return None;
            }
            return Some(range);
        };
        let before = &self.text[held.clone()];
        // 各市、县人民政府等
        let name = list::without_tail(words);
        let goes_on = || divisions(name).is_some_and(|d| d.rest.is_empty() || goes_on(before, name));
        if goes_on() || is_stationed(before, name) {
            let whole = held.start..range.start + name.len();
            let tail = whole.end..range.end;
            if tail.is_empty() && after == Mark::Pause && is_divisions(words) {
                self.held = Some(whole);
            } else {
                self.push(whole, piece, scope);
            }
            return (!tail.is_empty()).then_some(tail);
        }
        let Some((end, start)) = joint_head(words) else {
            self.push(held, piece, scope);
            return Some(range);
        };
        self.push(held.start..range.start + end, piece, scope);
        Some(range.start + start..range.end)
    }

    /// `有关部门、单位`: a bare noun goes on with the group before it.
    fn extends_last(&mut self, range: &Range<usize>) -> bool {
        const NOUNS: &[&str] = &["部门", "单位", "地区", "企业", "机构"];
        let Some(last) = self.named[self.run..].last_mut() else { return false };
        let extends =
            NOUNS.contains(&&self.text[range.clone()]) && ends(&self.text[last.range.clone()], NOUNS);
        if extends {
            last.range.end = range.end;
        }
        extends
    }

    /// `省级公安、应急等主管部门`: subjects before 部门 are one group.
    fn joins_subjects(&mut self, range: &Range<usize>) -> bool {
        if !prefix::shares_departments(&self.text[range.clone()]) {
            return false;
        }
        let floor = self.run.max(self.open());
        // 海关 is an organ of its own unless a subject stands before it
        let before = &self.named[floor..];
        let customs = |unit: &Named| &self.text[unit.range.clone()] == "海关";
        let is_other = |unit: &Named| !customs(unit) && !prefix::is_subject(&self.text[unit.range.clone()]);
        let first = before.iter().rposition(is_other).map_or(0, |at| at + 1);
        let first = floor + first + before[first..].iter().take_while(|unit| customs(unit)).count();
        let Some(start) = self.take_back(first) else { return false };
        self.named.push(Named {
            range: start..range.end,
            full_name: None,
            kind: UnitKind::Group,
            likeness: Likeness::Shaped(Shape::Strong),
            role: None,
        });
        true
    }

    /// Takes back the units of the run; where the first of them begins.
    pub(super) fn take_back_run(&mut self) -> Option<usize> {
        self.take_back(self.run)
    }

    fn take_back(&mut self, first: usize) -> Option<usize> {
        let held = self.held.take().map(|held| held.start);
        let start = self.named.get(first).map(|unit| unit.range.start).or(held)?;
        self.named.truncate(first);
        Some(start)
    }

    /// Puts the divisions that were to go on among the units.
    pub(super) fn release(&mut self, piece: &Piece, scope: Scope) {
        if let Some(held) = self.held.take() {
            self.push(held, piece, scope);
        }
    }

    fn push(&mut self, mut range: Range<usize>, piece: &Piece, scope: Scope) {
        /// Five characters: a guess.
        const PROSE_BYTES: usize = 15;
        let words = &self.text[range.clone()];
        if words.len() > LONGEST_BYTES {
            self.overlong += 1;
            return;
        }
        if matches!(words, "等" | "责任单位" | "牵头单位" | "下同" | "无" | "略" | "详见附件" | "见附件")
        {
            return;
        }
        // `省科技厅（牵头）`: a role in brackets belongs to this unit alone.
        let own = own_role(words);
        let whole = range.end;
        if let Some((len, _)) = own {
            range.end = range.start + len;
        }
        if let Some(len) = without_telephone(&self.text[range.clone()]) {
            range.end = range.start + len;
        }
        let name = Name::of(&self.text[range.clone()]);
        if name.shape == Shape::None && is_person(name.text) {
            return;
        }
        let prose = name.shape == Shape::None && name.text.len() >= PROSE_BYTES;
        if let Some(len) = prose.then(|| before_prose(name.text)).flatten() {
            self.sentence_at(range.start + len);
            return self.push(range.start..range.start + len, piece, scope);
        }
        self.note(&name, range.clone(), piece);
        if let Some((_, role)) = own {
            self.give(scope.role());
            if let Some(unit) = self.named.last_mut() {
                unit.role = Some(role);
            }
            self.own_roles += 1;
            self.say(role, range.end..whole);
        }
    }

    /// Puts one name among the units.
    fn note(&mut self, name: &Name<'t>, range: Range<usize>, piece: &Piece) {
        let likeness = match name.shape {
            Shape::None if piece.is_in_list() && places::is_short(name.text) => Likeness::Place,
            Shape::None if prefix::lacks_its_end(name.text) => Likeness::Cut,
            Shape::None => Likeness::Unknown,
            shape => Likeness::Shaped(shape),
        };
        let beside_group = || self.named[self.run..].last().is_some_and(|unit| unit.kind == UnitKind::Group);
        // `各县区人民政府、管委会`: a bare seat is as many as the seats before it.
        let seat = matches!(name.text, "管委会" | "管理委员会" | "人民政府" | "政府");
        let kind = if seat && beside_group() { UnitKind::Group } else { name.kind() };
        let full_name = prefix::restored(name.text, self.carried);
        if full_name.is_none() && !prefix::is_vertical(name.text) {
            let is_organ = name.shape == Shape::Strong && kind == UnitKind::Organ;
            self.carried = prefix::handed_on(name.text, is_organ);
        }
        self.named.push(Named { range, full_name, kind, likeness, role: None });
    }

    /// `云溪、安岭等县政府`: the places before 等 take the suffix behind it; `等县` vouches for places without one.
    fn share_tail(&mut self, divisions: &str) {
        let run = &mut self.named[self.run..];
        if let Some(suffix) = prefix::seat(divisions).filter(|suffix| suffix.len() == divisions.len()) {
            for place in places::share(self.text, run, suffix) {
                let unshaped = place.likeness.is_unshaped();
                place.likeness = if unshaped { Likeness::Seated } else { Likeness::Shaped(Shape::Strong) };
            }
        }
        if divisions.chars().take(8).any(|c| "省市州县区旗地".contains(c)) {
            let places = run.iter_mut().filter(|unit| unit.likeness == Likeness::Place);
            places.for_each(|place| place.likeness = Likeness::Vouched);
        }
    }

    /// The run ends at a mark that is no `、`.
    pub(super) fn end_run(&mut self, mark: Mark, end: usize, scope: Scope) {
        let run = &self.named[self.run..];
        let tail =
            std::mem::replace(&mut self.tail, Tail::Open).behind_run(run, end, self.text, &self.role_words);
        self.tail = match tail {
            Tail::Open if scope.is_told_by_verbs() && !self.wait() => Tail::Closed(self.named.len()),
            tail => tail,
        };
        if mark == Mark::End {
            self.drop_words();
        }
        let run = &mut self.named[self.run..];
        places::share_suffix(self.text, run);
        places::doubt(self.text, run);
        self.run = self.named.len();
        self.carried = None;
    }

    /// Takes the words noted from the units: nobody is named behind them.
    fn drop_words(&mut self) {
        let Tail::Words(units, words) = &self.tail else { return };
        self.named.truncate(*units);
        self.role_words.retain(|(_, said)| said.start < words.start);
        self.run = self.run.min(*units);
    }

    /// The units with their roles, and what is doubtful about them.
    pub(super) fn roll(self) -> Roll {
        let Units { named, role_words, tail, open_ended, sentence, own_roles, overlong, .. } = self;
        let (shapes, mut flaws) = named::doubts(&named, overlong);
        if let Tail::Words(_, words) = tail {
            flaws.push(Flaw::DoubtfulUnit(words));
        }
        let units = named.into_iter().map(Named::unit).collect();
        Roll { units, role_words, flaws, open_ended, sentence, own_roles, shapes }
    }
}

/// Whether words are kinds of divisions and no seat of government, and may go on: `各市`.
fn is_divisions(words: &str) -> bool {
    divisions(words).is_some_and(|d| !d.seat && d.rest.is_empty())
}

/// `各市、` and then `县教育局`: a lower kind of division goes on with the list.
fn goes_on(held: &str, piece: &str) -> bool {
    without_bracket(held).ends_with(['市', '州', '盟', '地', '省'])
        && piece.trim_start_matches('各').starts_with(['县', '区', '旗'])
}

/// `中、` and then `省驻湖有关单位`: the levels above that have organs at a place.
fn is_stationed(held: &str, piece: &str) -> bool {
    let levels = held.trim_start_matches("中央").trim_start_matches('中');
    levels.is_empty() && piece.starts_with('省') && piece.contains(['驻', '属'])
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
