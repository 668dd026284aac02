//! Bare places in a list: `南宁、玉林市人民政府`, `云溪、安岭等县政府`.

use super::named::{Likeness, Named};
use crate::grammar::name::prefix;
use crate::model::UnitKind;
use crate::text::words::ends;

/// `昆明市、德宏州人民政府`, `南宁、玉林市人民政府`: the places before a seat of government take its suffix.
pub(super) fn share_suffix(text: &str, run: &mut [Named]) {
    for at in 1..run.len() {
        let (places, rest) = run.split_at_mut(at);
        let Some(seat) = rest.first().filter(|unit| unit.kind == UnitKind::Organ) else { continue };
        if let Some(suffix) = prefix::seat(&text[seat.range.clone()]) {
            share(text, places, suffix);
        }
    }
}

/// Gives the bare places at the end of a run the suffix that they share; which they are.
pub(super) fn share<'u>(text: &str, run: &'u mut [Named], suffix: &str) -> &'u mut [Named] {
    let is_place = |place: &&Named| {
        let words = &text[place.range.clone()];
        let named = words.ends_with(['市', '州', '县', '区', '旗']);
        words.chars().count() <= 8 && (named || place.likeness.is_unshaped())
    };
    let others = run.len() - run.iter().rev().take_while(is_place).count();
    for place in &mut run[others..] {
        let words = &text[place.range.clone()];
        if !ends(words, ZONES) {
            place.full_name = Some(format!("{words}{}", prefix::suffix_behind(words, suffix)));
        }
    }
    &mut run[others..]
}

/// Doubts places for which nothing behind them vouches: `计量设施` of `县水务局、计量设施、县财政局`; 南宁 of `南宁、北海海关` is
/// one.
pub(super) fn doubt(text: &str, run: &mut [Named]) {
    // most runs hold none
    if run.iter().all(|unit| unit.likeness != Likeness::Place) {
        return;
    }
    let mut vouched = false;
    for unit in run.iter_mut().rev() {
        match unit.likeness {
            Likeness::Place if !vouched => unit.likeness = Likeness::Doubted,
            Likeness::Place | Likeness::Vouched | Likeness::Seated => {}
            _ => {
                let words = &text[unit.range.clone()];
                vouched = unit.kind == UnitKind::Organ && prefix::begins_with_place(words);
            }
        }
    }
}

/// Whether a name is of two to four Han characters, as names of places are.
pub(super) fn is_short(name: &str) -> bool {
    (6..=12).contains(&name.len()) && name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Zones that no government sits in, but a committee.
const ZONES: &[&str] =
    &["开发区", "高新区", "园区", "新区", "示范区", "试验区", "保税区", "度假区", "管理区"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::name::organ::Shape;

    /// A run of the names in a text, each a place or a strong name.
    fn run(text: &str) -> Vec<Named> {
        let names = text.split('、').map(|name| {
            let start = name.as_ptr() as usize - text.as_ptr() as usize;
            let likeness = if is_short(name) { Likeness::Place } else { Likeness::Shaped(Shape::Strong) };
            let range = start..start + name.len();
            Named { range, full_name: None, kind: UnitKind::Organ, likeness, role: None }
        });
        names.collect()
    }

    #[test]
    fn places_take_the_seat_behind_them() {
        let text = "南宁、昆明市、玉林市人民政府";
        let mut run = run(text);
        share_suffix(text, &mut run);
        let full: Vec<_> = run.iter().map(|unit| unit.full_name.as_deref()).collect();
        assert_eq!(full, [Some("南宁市人民政府"), Some("昆明市人民政府"), None]);
    }

    #[test]
    fn a_place_is_doubted_unless_a_name_behind_it_begins_with_one() {
        for (text, doubted) in [("南宁、北海海关职能部门", false), ("南宁、县财政局办公室", true)]
        {
            let mut run = run(text);
            doubt(text, &mut run);
            assert_eq!(run[0].likeness == Likeness::Doubted, doubted, "{text}");
        }
    }
}
