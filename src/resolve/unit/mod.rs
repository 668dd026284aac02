//! 责任单位 resolved: each unit of each clause read in its part's scope and beside its neighbours in the list.
//!
//! The division comes, in this order, from the name itself, from the list it stands in, from the issuer, from the number,
//! from other names. Where none is certain, none is answered.

mod letter;
mod organ;
mod own_form;
#[cfg(test)]
mod tests;

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::hash::{Hash, Hasher};

use super::answer::{Answer, DivisionName, ResolvedUnit};
use super::context::{Context, Part, earliest};
use super::division::{Level, Month};
use super::grounds::{Grounds, How};
use super::group::{group, is_group};
use super::organ::{OrganKind, Place, Prefix, central, leading_place, written};
use super::scope::{Authority, Scope, is_central};
use crate::{Body, Responsibility, Role, Section, Task, Text, Unit, UnitKind};

/// All units of all clauses, in the order of the text, one entry a place.
pub(super) fn units(context: &Context<'_>, scopes: &[Scope]) -> Vec<ResolvedUnit> {
    let mut found: Vec<ResolvedUnit> = Vec::new();
    // where in `found` a name stands that was read before
    let mut known: HashMap<Key<'_>, usize> = HashMap::new();
    let unknown = Scope::unknown();
    for part in &context.parts {
        let (number, month) = (part.number, part.month());
        let scope = scopes.get(number).unwrap_or(&unknown);
        let stem_month = month.or_else(|| earliest(context.text));
        for_tasks(&part.document.body, &mut |task| {
            let own = task.responsibility.iter();
            let lists = own.map(|clause: &Responsibility| &clause.units[..]).chain([&task.inherited[..]]);
            for units in lists {
                let list = List::of(units, scope, month);
                for (unit, beside) in units.iter().zip(&list.beside) {
                    let key = Key {
                        part: number,
                        unit: &unit.name,
                        full: unit.full_name.as_deref(),
                        beside: beside.clone(),
                    };
                    let resolved = match known.entry(key) {
                        Entry::Occupied(at) => ResolvedUnit { span: unit.span, ..found[*at.get()].clone() },
                        Entry::Vacant(at) => {
                            at.insert(found.len());
                            Reader { scope, month, stem_month, beside }.read(unit).of(unit, number)
                        }
                    };
                    found.push(resolved);
                }
            }
        });
    }
    found.sort_by_key(|unit| (unit.span, unit.part));
    found.dedup_by_key(|unit| unit.span);
    complete(&mut found);
    found
}

/// Gives a name that lacks its last character the answer of the one whole name in the notice: 省住房城乡建设 for
/// 省住房城乡建设厅.
fn complete(units: &mut [ResolvedUnit]) {
    // names that begin alike stand together: a look at this many keeps time bounded by the text. A guess.
    const NEAR_NAMES: usize = 64;
    let lacking = |unit: &ResolvedUnit| unit.answer == Answer::None && unit.candidates.is_empty();
    if !units.iter().any(lacking) {
        return;
    }
    let whole = units.iter().filter(|unit| unit.canonical().is_some());
    let whole: BTreeMap<&str, &ResolvedUnit> = whole.map(|unit| (&*unit.name, unit)).collect();
    let completed = units.iter().enumerate().filter(|(_, unit)| lacking(unit)).filter_map(|(at, unit)| {
        let longer =
            whole.range(&*unit.name..).take(NEAR_NAMES).take_while(|(name, _)| name.starts_with(&unit.name));
        let mut longer = longer.filter(|(name, _)| name[unit.name.len()..].chars().nth(1).is_none());
        let (Some((_, found)), None) = (longer.next(), longer.next()) else { return None };
        let (name, span, part) = (unit.name.clone(), unit.span, unit.part);
        let grounds = Grounds::on(How::WholeName, [found.span]);
        Some((at, ResolvedUnit { part, name, span, grounds, ..(*found).clone() }))
    });
    for (at, unit) in completed.collect::<Vec<_>>() {
        units[at] = unit;
    }
}

/// A name outside any clause, in its part's scope: an issuer, a unit of a remark.
pub(super) fn named(name: &Text, part: &Part<'_>, scope: &Scope) -> ResolvedUnit {
    let (month, beside) = (part.month(), Beside::default());
    let kind = if is_group(&name.value) { UnitKind::Group } else { UnitKind::Organ };
    let unit =
        Unit { name: name.value.clone(), full_name: None, role: Role::Responsible, kind, span: name.span };
    Reader { scope, month, stem_month: month, beside: &beside }.read(&unit).of(&unit, part.number)
}

/// What decides a reading: the same name in the same company is read once.
#[derive(Debug, PartialEq, Eq)]
struct Key<'n> {
    part: usize,
    unit: &'n str,
    full: Option<&'n str>,
    beside: Beside,
}

impl Hash for Key<'_> {
    /// The name tells nearly all keys apart.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.unit.hash(state);
    }
}

/// Calls `visit` with each task of a body, in the order of the text.
pub(super) fn for_tasks<'n>(body: &'n Body, visit: &mut impl FnMut(&'n Task)) {
    fn section<'n>(section_: &'n Section, visit: &mut impl FnMut(&'n Task)) {
        section_.tasks.iter().for_each(&mut *visit);
        section_.sections.iter().for_each(|inner| section(inner, visit));
    }
    body.tasks.iter().for_each(&mut *visit);
    body.sections.iter().for_each(|inner| section(inner, visit));
}

/// What the neighbours in a list say about a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Company {
    /// Nothing.
    #[default]
    Any,
    /// Central organs stand beside it, and none of a place: a bare name is central too.
    Central,
    /// A scope word opened the list: `各级文明办、效能办`.
    Groups,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Beside {
    company: Company,
    /// The last division named in front of it in the list.
    place: Option<String>,
}

struct List {
    beside: Vec<Beside>,
}

impl List {
    fn of(units: &[Unit], scope: &Scope, month: Option<Month>) -> List {
        let placed = |unit: &Unit| {
            matches!(written(&unit.name, scope.place(), month).prefix, Prefix::Letter(_) | Prefix::Place(_))
        };
        let local = matches!(scope.authority, Authority::Places(_));
        let names_central = |unit: &Unit| is_central(&unit.name) && central(&unit.name, month).only.is_some();
        let all_central = local
            && units.iter().any(names_central)
            && !units.iter().any(|unit| placed(unit) && !names_central(unit));
        let company = if all_central { Company::Central } else { Company::Any };
        // only papers of several places, or of none known, need the places of a list
        let needs_places = scope.place().is_none();
        let mut place: Option<String> = None;
        let mut beside = Vec::with_capacity(units.len());
        let mut groups = false;
        for unit in units {
            groups = unit.name.starts_with("各级") || groups && unit.full_name.is_none() && !placed(unit);
            let company = if groups && !unit.name.starts_with('各') { Company::Groups } else { company };
            beside.push(Beside { company, place: place.clone() });
            let leading = needs_places.then(|| leading_place(&unit.name, None, month)).flatten();
            if let Some((found, _)) = leading {
                place = Some(found.name);
            }
        }
        List { beside }
    }
}

/// What a name was read as.
#[derive(Debug)]
struct Reading {
    answer: Answer,
    kind: Option<OrganKind>,
    level: Option<Level>,
    division: Option<DivisionName>,
    candidates: Vec<String>,
    grounds: Grounds,
}

impl Reading {
    fn none() -> Self {
        Reading {
            answer: Answer::None,
            kind: None,
            level: None,
            division: None,
            candidates: Vec::new(),
            grounds: Grounds::own_words(),
        }
    }

    fn of(self, unit: &Unit, part: usize) -> ResolvedUnit {
        let Reading { answer, kind, level, division, candidates, grounds } = self;
        ResolvedUnit {
            part,
            name: unit.name.clone(),
            span: unit.span,
            answer,
            kind,
            level,
            division,
            role_inferred: None,
            candidates,
            grounds,
        }
    }
}

/// Reads one name in its scope and company.
struct Reader<'s> {
    scope: &'s Scope,
    month: Option<Month>,
    /// The month at which stems are told apart: an estimate where the part has none.
    stem_month: Option<Month>,
    beside: &'s Beside,
}

impl Reader<'_> {
    fn read(&self, unit: &Unit) -> Reading {
        let name = unit.name.as_str();
        if self.beside.company == Company::Groups {
            return self.group(&format!("各级{name}"));
        }
        if unit.kind == UnitKind::Group || is_group(name) {
            return self.group(name);
        }
        let full = unit.full_name.as_deref().filter(|_| self.beside.company != Company::Central);
        let (name, second) = own_form::second_name(name);
        let full = full.map(|full| own_form::second_name(full).0);
        let reading = self.organ(name, full);
        match reading.answer {
            Answer::Organ(organ) => Reading {
                answer: Answer::Organ(super::answer::Organ {
                    second_name: second.map(str::to_owned),
                    ..organ
                }),
                ..reading
            },
            _ => reading,
        }
    }

    fn group(&self, name: &str) -> Reading {
        let place = self.scope.place();
        let Some(found) = group(name, place) else { return Reading::none() };
        let level = match found.levels[..] {
            [level] => Some(level),
            _ => None,
        };
        let division = self.scope.division();
        Reading {
            level,
            division,
            answer: Answer::Group(found),
            grounds: self.issuer_grounds(),
            ..Reading::none()
        }
    }

    /// Grounds of an answer that rests on who issued the part.
    fn issuer_grounds(&self) -> Grounds {
        Grounds::on(self.scope.how, self.scope.rests_on.iter().copied())
    }

    /// The place that the list names in front of this name.
    fn listed_place(&self) -> Option<Place> {
        let name = self.beside.place.as_deref()?;
        leading_place(name, None, self.month).map(|(place, _)| place)
    }

    fn how_of(&self, from_list: bool) -> Grounds {
        if from_list { Grounds::on(How::Nearby, []) } else { self.issuer_grounds() }
    }
}
