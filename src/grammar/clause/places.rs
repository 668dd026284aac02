//! Bare places in a list: `南宁、玉林市人民政府`, `云溪、安岭等县政府`.

use super::piece::Mark;
use super::read::Reader;
use super::said::{Flaw, UnitName};
use crate::grammar::name::organ::{Shape, shape};
use crate::grammar::name::prefix;
use crate::model::UnitKind;
use crate::text::words::ends;

impl Reader<'_> {
    /// Whether a name may be a place, in a run that a seat of government may close: `南宁` of `南宁、玉林市人民政府`.
    pub(super) fn is_place(&self, name: &str) -> bool {
        (self.last == Mark::Pause || self.next == Mark::Pause) && is_short(name)
    }

    /// `昆明市、德宏州人民政府`, `南宁、玉林市人民政府`: the places before a seat of government take its suffix.
    pub(super) fn share_suffix(&mut self) {
        let units = &mut self.out.units[self.run..];
        for at in 1..units.len() {
            let (places, rest) = units.split_at_mut(at);
            let Some(seat) = rest.first().filter(|unit| unit.kind == UnitKind::Organ) else { continue };
            if let Some(suffix) = prefix::seat(&self.text[seat.name.clone()]) {
                share(self.text, places, suffix);
            }
        }
    }

    /// `云溪、安岭等县政府`: the places before 等 take the suffix behind it; `等县` vouches for places without one.
    pub(super) fn share_tail(&mut self, divisions: &str) {
        let run = self.run.min(self.out.units.len());
        if let Some(suffix) = prefix::seat(divisions).filter(|suffix| suffix.len() == divisions.len()) {
            self.out.strong += share(self.text, &mut self.out.units[run..], suffix);
        }
        if divisions.chars().take(8).any(|c| "省市州县区旗地".contains(c)) {
            self.places = 0;
        }
    }

    /// Places for which nothing behind them vouches: `计量设施` of `县水务局、计量设施、县财政局`; 南宁 of `南宁、北海海关` is one.
    pub(super) fn doubt_places(&mut self) {
        if std::mem::take(&mut self.places) == 0 {
            return;
        }
        let run = self.run.min(self.out.units.len());
        let mut vouched = false;
        let mut doubtful = Vec::new();
        for unit in self.out.units[run..].iter().rev() {
            let name = &self.text[unit.name.clone()];
            if !is_short(name) || shape(name) != Shape::None {
                vouched = unit.kind == UnitKind::Organ && prefix::begins_with_place(name);
            } else if !vouched {
                doubtful.push(Flaw::DoubtfulUnit(unit.name.clone()));
            }
        }
        self.out.flaws.extend(doubtful.into_iter().rev());
    }
}

/// Two to four Han characters, as names of places have.
fn is_short(name: &str) -> bool {
    (6..=12).contains(&name.len()) && name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Zones that no government sits in, but a committee.
const ZONES: &[&str] =
    &["开发区", "高新区", "园区", "新区", "示范区", "试验区", "保税区", "度假区", "管理区"];

/// Gives the bare places at the end of a run the suffix that they share; says how many there are.
fn share(text: &str, places: &mut [UnitName], suffix: &str) -> usize {
    let mut count = 0;
    for place in places.iter_mut().rev() {
        let words = &text[place.name.clone()];
        let named = words.ends_with(['市', '州', '县', '区', '旗']);
        if words.chars().count() > 8 || !named && shape(words) != Shape::None {
            break;
        }
        count += 1;
        if ends(words, ZONES) {
            continue;
        }
        place.full_name = Some(format!("{words}{}", prefix::suffix_behind(words, suffix)));
    }
    count
}
