//! The table `units`: each organ over all notices of a run.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use gongwen::resolve::{DivisionName, Level, OrganKind, Resolved, ResolvedUnit};
use gongwen::{Notice, Role, Unit};

use crate::resolved::some;
use crate::{Cell, Sink, Table};

/// Organs by their legal names, and how often each answers for tasks in which role.
///
/// ```
/// use gongwen_tables::{CsvRows, Organs, Table};
///
/// let text = "湖南省人民政府关于修路的通知\n一、修路。（省发改委牵头，省财政厅配合）\n湖南省人民政府\n2024年5月10日";
/// let parsed = gongwen::parse(text);
/// let mut organs = Organs::default();
/// organs.add(parsed.notice(), &gongwen::resolve(text, parsed.notice()));
/// let mut rows = CsvRows::new();
/// organs.finish(&mut rows)?;
/// let rows = rows.finish()?;
/// let units = std::str::from_utf8(&rows[Table::Units as usize])?;
/// assert!(units.contains("湖南省发展和改革委员会,government,province,湖南省,430000,省发改委,1,0,0,1,2024,2024"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Organs {
    organs: BTreeMap<String, Organ>,
}

/// The roles that have a column.
const ROLES: [Role; 3] = [Role::Lead, Role::Support, Role::Responsible];

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Organ {
    kind: Option<OrganKind>,
    level: Option<Level>,
    division: Option<DivisionName>,
    names: BTreeSet<String>,
    /// How many tasks, for each of [`ROLES`].
    roles: [u32; ROLES.len()],
    documents: u32,
    years: Option<(u32, u32)>,
}

impl Organs {
    /// Counts the organs of a notice.
    pub fn add(&mut self, notice: &Notice, resolved: &Resolved) {
        let year = notice.year().map(u32::from);
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for unit in notice.tasks().flat_map(|(_, task)| task.units()) {
            let Some(answer) = resolved.unit_at(unit.span) else { continue };
            let Some(canonical) = answer.canonical() else { continue };
            let organ = self.organs.entry(canonical.to_owned()).or_default();
            organ.count(unit, answer, year);
            organ.documents += u32::from(seen.insert(canonical));
        }
    }

    /// Adds what another run counted, of other notices.
    pub fn merge(&mut self, other: Organs) {
        for (canonical, organ) in other.organs {
            self.organs.entry(canonical).or_default().merge(organ);
        }
    }

    /// Hands the rows to `sink`, in the order of the names.
    ///
    /// # Errors
    ///
    /// - what `sink` says
    pub fn finish(&self, sink: &mut impl Sink) -> io::Result<()> {
        for (canonical, organ) in &self.organs {
            let names: Vec<String> = organ.names.iter().cloned().collect();
            let division = organ.division.as_ref();
            let [lead, support, responsible] = organ.roles;
            let cells: [Cell<'_>; 12] = [
                canonical.as_str().into(),
                organ.kind.map(OrganKind::name).into(),
                organ.level.map(Level::name).into(),
                division.map(|division| division.name.as_str()).into(),
                some(division.and_then(|division| division.code)),
                names.as_slice().into(),
                lead.into(),
                support.into(),
                responsible.into(),
                organ.documents.into(),
                some(organ.years.map(|(first, _)| first)),
                some(organ.years.map(|(_, last)| last)),
            ];
            sink.row(Table::Units, cells)?;
        }
        Ok(())
    }
}

impl Organ {
    fn count(&mut self, unit: &Unit, answer: &ResolvedUnit, year: Option<u32>) {
        self.kind = self.kind.or(answer.kind);
        self.level = self.level.or(answer.level);
        self.division = self.division.take().or_else(|| answer.division.clone());
        self.names.insert(unit.name.clone());
        let role = answer.role(unit.role);
        if let Some(place) = ROLES.iter().position(|counted| *counted == role) {
            self.roles[place] += 1;
        }
        self.years = span(self.years, year.map(|year| (year, year)));
    }

    fn merge(&mut self, other: Organ) {
        self.kind = self.kind.or(other.kind);
        self.level = self.level.or(other.level);
        self.division = self.division.take().or(other.division);
        self.names.extend(other.names);
        self.roles.iter_mut().zip(other.roles).for_each(|(own, other)| *own += other);
        self.documents += other.documents;
        self.years = span(self.years, other.years);
    }
}

/// From the first to the last of the years.
fn span(one: Option<(u32, u32)>, other: Option<(u32, u32)>) -> Option<(u32, u32)> {
    match (one, other) {
        (Some((first, last)), Some((start, end))) => Some((first.min(start), last.max(end))),
        (one, other) => one.or(other),
    }
}
