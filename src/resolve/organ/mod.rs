//! The gazetteer of organs: what the short forms of names stand for, where and when.
//!
//! Three tables of plain text, unpacked when the first name is looked up: `local.tsv` holds stems that stand behind a
//! division's name, with the divisions that call an organ otherwise than the rest; `central.tsv` the central organs;
//! `branches.tsv` names with a place inside.

mod branch;
mod name;

pub(crate) use branch::{branch, fill, place};
pub(crate) use name::{Place, Prefix, Written, leading_place, written};

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::division::{Division, Level, Month, Period};

/// What an organ is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum OrganKind {
    /// Organs of the Communist Party: `中共湖南省委宣传部`.
    Party,
    /// Governments and their departments.
    Government,
    /// People's congresses.
    Legislature,
    /// 政协.
    Cppcc,
    /// Courts.
    Court,
    /// Procuratorates.
    Procuratorate,
    /// Mass organisations: `湖南省总工会`.
    Mass,
    /// Associations and chambers of commerce.
    Association,
    /// Companies and banks of business.
    Enterprise,
    /// Public institutions: universities, hospitals, service centres.
    Institution,
    /// Branches of central organs in a place: `长沙海关`.
    Vertical,
    /// Armed forces.
    Military,
    /// Administrations of zones.
    Zone,
    /// Offices of leading groups and commissions across departments.
    Coordination,
}

impl OrganKind {
    const NAMES: [(OrganKind, &'static str); 14] = [
        (OrganKind::Party, "party"),
        (OrganKind::Government, "government"),
        (OrganKind::Legislature, "legislature"),
        (OrganKind::Cppcc, "cppcc"),
        (OrganKind::Court, "court"),
        (OrganKind::Procuratorate, "procuratorate"),
        (OrganKind::Mass, "mass"),
        (OrganKind::Association, "association"),
        (OrganKind::Enterprise, "enterprise"),
        (OrganKind::Institution, "institution"),
        (OrganKind::Vertical, "vertical"),
        (OrganKind::Military, "military"),
        (OrganKind::Zone, "zone"),
        (OrganKind::Coordination, "coordination"),
    ];

    /// The stable name used in tables and JSON: `government`.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|&(kind, _)| kind)
    }
}

/// A row of a table: one legal name, or its stem.
#[derive(Debug)]
pub(crate) struct Row {
    /// The full name, or the stem behind the division's name: `发展和改革委员会`.
    pub(crate) full: &'static str,
    pub(crate) kind: OrganKind,
    pub(crate) period: Period,
    /// Letters of the levels it is found at: `pck`; empty for central organs.
    levels: &'static str,
    /// Codes of the only divisions that call it so, `|` between them.
    regions: &'static str,
    /// The formal short form, where there is one.
    pub(crate) short: Option<&'static str>,
}

impl Row {
    fn is_at(&self, letter: char) -> bool {
        self.levels.contains(letter)
    }

    /// Whether the division is among the only ones it holds for.
    fn is_of(&self, place: Option<&Division>) -> bool {
        // nearly all rows hold everywhere
        let Some(place) = place.filter(|_| !self.regions.is_empty()) else { return false };
        let code = place.code().to_string();
        self.regions.split('|').any(|region| code.starts_with(region))
    }
}

/// Rows and every form that stands for one of them, sorted by the form.
#[derive(Debug)]
struct Table {
    rows: Vec<Row>,
    forms: Vec<(&'static str, u16)>,
}

impl Table {
    fn unpack(packed: &'static str, row: fn(&mut dyn Iterator<Item = &'static str>) -> Option<Row>) -> Table {
        let (mut rows, mut forms): (Vec<Row>, Vec<_>) = (Vec::new(), Vec::new());
        for (number, line) in (0_u16..).zip(packed.lines().filter(|line| !line.starts_with('#'))) {
            let mut fields = line.split('\t');
            let Some(mut row) = row(&mut fields) else { continue };
            let others =
                fields.next().into_iter().flat_map(|field| field.split('|')).filter(|form| !form.is_empty());
            let number = u16::try_from(rows.len()).unwrap_or(number);
            forms.push((row.full, number));
            for form in others {
                row.short.get_or_insert(form);
                forms.push((form, number));
            }
            rows.push(row);
        }
        forms.sort_unstable();
        forms.dedup();
        Table { rows, forms }
    }

    fn find<'t, 'f>(&'t self, form: &'f str) -> impl Iterator<Item = &'t Row> + use<'t, 'f> {
        let first = self.forms.partition_point(|&(known, _)| known < form);
        let found = self.forms[first..].iter().take_while(move |&&(known, _)| known == form);
        found.map(|&(_, number)| &self.rows[usize::from(number)])
    }
}

static LOCAL: LazyLock<Table> = LazyLock::new(|| {
    Table::unpack(include_str!("local.tsv"), |fields| {
        let (full, kind) = (fields.next()?, OrganKind::named(fields.next()?)?);
        let levels = fields.next()?;
        let period = period(fields);
        Some(Row { full, kind, period, levels, regions: fields.next().unwrap_or(""), short: None })
    })
});

static CENTRAL: LazyLock<Table> = LazyLock::new(|| {
    Table::unpack(include_str!("central.tsv"), |fields| {
        let (full, kind) = (fields.next()?, OrganKind::named(fields.next()?)?);
        Some(Row { full, kind, period: period(fields), levels: "", regions: "", short: None })
    })
});

/// A zone that acts like a government.
#[derive(Debug)]
pub(crate) struct Zone {
    pub(crate) full: &'static str,
    pub(crate) division: &'static Division,
    pub(crate) level: Level,
}

/// The zone whose administration the name is: `赣江新区管委会`.
pub(crate) fn zone(name: &str) -> Option<Zone> {
    let stem = name.strip_suffix("管委会").or_else(|| name.strip_suffix("管理委员会"))?;
    let lines = include_str!("zones.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t')).find_map(|mut fields| {
        let (_, full) = (fields.next().filter(|known| *known == stem)?, fields.next()?);
        let division = Division::coded(fields.next()?.parse().ok()?, None)?;
        let level = if fields.next()? == "c" { Level::City } else { Level::County };
        Some(Zone { full, division, level })
    })
}

/// The two fields of a period, each a packed month or empty.
fn period(fields: &mut dyn Iterator<Item = &'static str>) -> Period {
    let mut month = || fields.next().and_then(Month::packed);
    Period { from: month(), to: month() }
}

/// What a form may stand for in a place and month: rows that differ in their names.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The only row that place, level and month leave, if so.
    pub(crate) only: Option<&'static Row>,
    /// All rows of the level, where more than one is left.
    pub(crate) all: Vec<&'static Row>,
}

/// The central organs that a form may stand for.
pub(crate) fn central(form: &str, month: Option<Month>) -> Found {
    single(CENTRAL.find(form).collect(), month)
}

/// The organs of a division's own that a stem may stand for. Names that the division alone has go before all others.
pub(crate) fn local(stem: &str, level: Level, place: Option<&Division>, month: Option<Month>) -> Found {
    let known: Vec<&Row> = LOCAL.find(stem).collect();
    let letters = match level {
        // municipalities and 兵团 have 委 and 局 where provinces have 厅
        Level::Province if place.is_none_or(Division::is_municipality) => "pck",
        Level::Province => "p",
        Level::City => "ck",
        _ => "kc",
    };
    for letter in letters.chars() {
        let at: Vec<&Row> = known.iter().copied().filter(|row| row.is_at(letter)).collect();
        let own = at
            .iter()
            .copied()
            .filter(|row| row.is_of(place) && month.is_none_or(|month| row.period.holds(month, 12)));
        let own: Vec<&Row> = own.collect();
        if !own.is_empty() {
            return single(own, month);
        }
        let general: Vec<&Row> = at.into_iter().filter(|row| row.regions.is_empty()).collect();
        if !general.is_empty() {
            return single(general, month);
        }
    }
    Found::default()
}

/// Whether the gazetteer has a stem of local organs, or a central organ, of this form.
pub(crate) fn is_stem(form: &str) -> bool {
    LOCAL.find(form).next().is_some()
}

/// The row that is left where the month decides between names.
fn single(rows: Vec<&'static Row>, month: Option<Month>) -> Found {
    let one = |rows: &[&'static Row]| {
        let first = rows.first().copied()?;
        rows.iter().all(|row| row.full == first.full).then_some(first)
    };
    let holding = |slack: i32| {
        let holds = |row: &&&Row| month.is_none_or(|month| row.period.holds(month, slack));
        rows.iter().filter(holds).copied().collect::<Vec<_>>()
    };
    let strict = holding(0);
    let left = if strict.is_empty() { holding(12) } else { strict };
    let only = one(&left).or_else(|| one(&rows));
    Found { only, all: if only.is_some() { Vec::new() } else { rows } }
}

#[cfg(test)]
mod tests;
