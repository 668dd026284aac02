//! Which division speaks where neither title, signature nor number says so: what the rest of the text tells.
//!
//! The letter that its units bear (县财政局) says the level. The division is then the only one of that level that other
//! units name (人民银行南县支行), else the only one that the text names, else the city that all districts in it lie in. The
//! most frequent place is never taken: where two are left, none is answered.

use std::cell::LazyCell;
use std::collections::HashSet;

use super::context::Context;
use super::division::{Division, Level, Month};
use super::grounds::How;
use super::organ::{Place, Prefix, branch, leading_place, place, written};
use super::scope::{Authority, Scope};
use crate::{Span, Unit, UnitKind};

/// The scope that the text as a whole tells.
pub(crate) fn told(context: &Context<'_>, month: Option<Month>) -> Option<Scope> {
    let units: Vec<&Unit> = context.notice.tasks().flat_map(|(_, task)| task.units()).collect();
    if units.is_empty() {
        return None;
    }
    let letter = letter(context.text, &units, month)?;
    let wanted = Wanted { letter, county: counties_speak(&units) };
    let mut asked = HashSet::new();
    let once = units.iter().filter(|unit| asked.insert(&unit.name));
    let named = once.filter_map(|unit| Some((named_place(&unit.name, month)?, unit.span)));
    let named: Vec<(&Division, Span)> = named.collect();
    let mentioned = LazyCell::new(|| mentions(context.text, month));
    let (found, how) = wanted
        .only(&named)
        .map(|found| (found, How::OtherNames))
        .or_else(|| wanted.only(&mentioned).map(|found| (found, How::OnlyMention)))
        .or_else(|| fitted(context.text, wanted, month).map(|found| (found, How::OnlyMention)))
        .or_else(|| wanted.around(&mentioned, month).map(|found| (found, How::OtherNames)))?;
    let (division, span) = found;
    let authority = Authority::Places(vec![Place::of(division, month)]);
    Some(Scope { authority, how, rests_on: vec![span] })
}

/// The letter that most units with one bear; that of the text's own words where most bear none.
fn letter(text: &str, units: &[&Unit], month: Option<Month>) -> Option<&'static str> {
    const LEVELS: [&str; 6] = ["省", "自治区", "市", "州", "县", "区"];
    let mut counts = [0_usize; LEVELS.len()];
    let mut bare = 0_usize;
    for unit in units.iter().filter(|unit| unit.kind == UnitKind::Organ) {
        match written(&unit.name, None, month).prefix {
            Prefix::Letter(letter) => {
                if let Some(at) = LEVELS.iter().position(|level| *level == letter) {
                    counts[at] += 1;
                }
            }
            Prefix::Bare => bare += 1,
            _ => {}
        }
    }
    let (at, count) = counts.iter().enumerate().max_by_key(|&(_, count)| count)?;
    // as many of another level: no telling
    let single = counts.iter().filter(|other| *other == count).count() == 1;
    if *count * 3 > bare && single { Some(LEVELS[at]) } else { spoken_letter(text) }
}

/// The level that the text speaks of itself as, one alone: 我县, 本县.
fn spoken_letter(text: &str) -> Option<&'static str> {
    let mut spoken = ["县", "区", "市", "州", "省"].into_iter().filter(|letter| {
        ["我", "本"].iter().any(|own| text.match_indices(letter).any(|(at, _)| text[..at].ends_with(own)))
    });
    let letter = spoken.next()?;
    spoken.next().is_none().then_some(letter)
}

/// Whether groups of the text are of townships and of no counties, as a county's are.
fn counties_speak(units: &[&Unit]) -> Option<Level> {
    let group = |words: &[&str]| {
        units
            .iter()
            .any(|unit| words.iter().any(|word| unit.name.contains(word)) && unit.name.contains(['各', '关']))
    };
    if group(&["县", "区"]) {
        return Some(Level::City);
    }
    group(&["乡", "镇", "街"]).then_some(Level::County)
}

/// The division that a unit's own name tells, a branch's with it.
fn named_place(name: &str, month: Option<Month>) -> Option<&'static Division> {
    if let Some(branch) = branch(name, None, month) {
        return branch.place.division;
    }
    leading_place(name, None, month).and_then(|(place, _)| place.division)
}

/// What the speaker must be.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    letter: &'static str,
    /// The level that its groups tell, of a 市.
    county: Option<Level>,
}

impl Wanted {
    fn fits(self, division: &Division) -> bool {
        let (name, level) = (division.name(), division.level());
        match self.letter {
            "省" => level == Level::Province && name.ends_with('省'),
            "自治区" => level == Level::Province && name.ends_with("自治区"),
            "州" => level == Level::City && name.ends_with('州'),
            "市" => {
                name.ends_with('市')
                    && self.county.is_none_or(|wanted| {
                        wanted == level || level == Level::Province && wanted == Level::City
                    })
            }
            "县" => level == Level::County && name.ends_with('县'),
            _ => level == Level::County && name.ends_with('区'),
        }
    }

    /// The only division among those named that fits, and where it is first named.
    fn only(self, named: &[(&'static Division, Span)]) -> Option<(&'static Division, Span)> {
        let mut fitting = named.iter().filter(|(division, _)| self.fits(division));
        let first = fitting.next()?;
        fitting.all(|(division, _)| division.name() == first.0.name()).then_some(*first)
    }

    /// The city that two or more counties of the text lie in, and no other city is named.
    fn around(
        self,
        named: &[(&'static Division, Span)],
        month: Option<Month>,
    ) -> Option<(&'static Division, Span)> {
        let mut counties = named.iter().filter(|(division, _)| division.level() == Level::County);
        let (first, span) = counties.next()?;
        let city = first.parent(month).filter(|city| self.fits(city))?;
        let (mut others, mut inside) = (0, true);
        for (county, _) in counties.filter(|(county, _)| county.name() != first.name()) {
            others += 1;
            inside &= county.lies_in(city);
        }
        let rival = named
            .iter()
            .any(|(division, _)| division.level() == Level::City && division.code() != city.code());
        (others > 0 && inside && !rival).then_some((city, *span))
    }
}

/// Every division that the text names in full, 城区 and the like left out; homonyms where another of its divisions decides.
fn mentions(text: &str, month: Option<Month>) -> Vec<(&'static Division, Span)> {
    /// A guess; names of autonomous counties have up to 15.
    const LONGEST_CHARS: usize = 10;
    let mut found: Vec<(Vec<&'static Division>, Span)> = Vec::new();
    let levels = |&(_, c): &(usize, char)| matches!(c, '省' | '市' | '县' | '区' | '州' | '旗' | '盟');
    for (at, c) in text.char_indices().filter(levels) {
        let end = at + c.len_utf8();
        let before = text[..at].char_indices().rev().take(LONGEST_CHARS - 1);
        let starts: Vec<usize> = before.map(|(start, _)| start).collect();
        let named = starts.into_iter().rev().find_map(|start| {
            let name = text.get(start..end)?;
            let exact = Division::in_full(name, month)
                .into_iter()
                .filter(|one| one.short_name() != name || name.ends_with('县'));
            let exact: Vec<_> = exact.collect();
            (!exact.is_empty()).then(|| (exact, Span::new(start, end)))
        });
        found.extend(named);
    }
    // provinces and prefectures around homonyms: a few hundred at most
    let mut sure: Vec<&'static Division> = found
        .iter()
        .filter_map(|(all, _)| if let [one] = all[..] { Some(one) } else { None })
        .filter(|one| one.level() < Level::County)
        .collect();
    sure.sort_unstable_by_key(|one| one.code());
    sure.dedup_by_key(|one| one.code());
    let decide = |all: &[&'static Division]| {
        let around = |one: &&&'static Division| {
            sure.iter().any(|other| other.level() < one.level() && one.lies_in(other))
        };
        let mut fitting = all.iter().filter(around);
        let first = fitting.next().copied()?;
        fitting.next().is_none().then_some(first)
    };
    let one = |(all, span): &(Vec<&'static Division>, Span)| match all[..] {
        [one] => Some((one, *span)),
        _ => decide(all).map(|one| (one, *span)),
    };
    found.iter().filter_map(one).collect()
}

/// `结合昭通实际`: the place whose own circumstances the text speaks of.
fn fitted(text: &str, wanted: Wanted, month: Option<Month>) -> Option<(&'static Division, Span)> {
    /// A guess.
    const REACH_CHARS: usize = 10;
    for (at, _) in text.match_indices("实际") {
        let start = text[..at].char_indices().rev().take(REACH_CHARS).last().map_or(0, |(start, _)| start);
        let Some((before, named)) = text[start..at].rsplit_once("结合") else { continue };
        let span = Span::new(start + before.len() + "结合".len(), at);
        let found = place(named, None, month).and_then(|place| place.division).filter(|one| wanted.fits(one));
        if let Some(found) = found {
            return Some((found, span));
        }
    }
    None
}
