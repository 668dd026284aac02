//! One organ: its table row, its legal name in its place.

use super::super::answer::{Answer, DivisionName, Internal, Organ, successor};
use super::super::division::{Level, Month, Period};
use super::super::grounds::Grounds;
use super::super::organ::{
    Found, OrganKind, Place, Prefix, Row, Written, branch, central, fill, local, written, zone,
};
use super::super::scope::{Authority, is_central};
use super::letter::place_of;
use super::own_form::{is_full_stem, is_own_form, kind};
use super::{Company, Reader, Reading};

impl Reader<'_> {
    /// Reads a name; `full` has the prefix that the list carries over.
    pub(super) fn organ(&self, name: &str, full: Option<&str>) -> Reading {
        if let Some(reading) = is_central(name).then(|| self.central(name)).flatten() {
            return reading;
        }
        let reading = full.map_or_else(Reading::none, |full| self.placed(full));
        if matches!(reading.answer, Answer::Organ(_)) || !reading.candidates.is_empty() {
            return reading;
        }
        self.placed(name)
    }

    fn central(&self, name: &str) -> Option<Reading> {
        let found = central(name, self.month);
        if let Some(row) = found.only {
            let canonical = row.full.to_owned();
            let next = successor(row.full, self.month, row.period).map(str::to_owned);
            return Some(answered(
                organ(canonical, row, next),
                row.kind,
                Level::Central,
                DivisionName::state(),
                Grounds::own_words(),
            ));
        }
        let candidates: Vec<String> = found.all.iter().map(|row| row.full.to_owned()).collect();
        (!candidates.is_empty()).then(|| Reading {
            candidates,
            level: Some(Level::Central),
            ..Reading::none()
        })
    }

    /// Reads a name by what stands in front of it.
    fn placed(&self, name: &str) -> Reading {
        let within = self.scope.place();
        if let Some(found) = branch(name, within, self.month) {
            let level = found.level.or(found.place.level).unwrap_or(Level::Province);
            let organ = plain(found.canonical, found.period);
            return answered(organ, found.kind, level, DivisionName::of(&found.place), Grounds::own_words());
        }
        if let Some(zone) = zone(name) {
            let place = Place::of(zone.division, self.month);
            let organ = plain(zone.full.to_owned(), Period::default());
            return answered(
                organ,
                OrganKind::Zone,
                zone.level,
                DivisionName::of(&place),
                Grounds::own_words(),
            );
        }
        let Written { prefix, stem } = written(name, within, self.month);
        match prefix {
            Prefix::Place(place) => self.of_place(name, stem, &place, Grounds::own_words()),
            Prefix::Short(place) => self.of_short(name, stem, &place),
            Prefix::Letter("兵团") => self.of_place(name, stem, &Place::corps(), Grounds::own_words()),
            Prefix::Letter(letter) => self.of_letter(name, letter, stem),
            Prefix::Bare => self.bare(name),
        }
    }

    /// `省财政厅`: the division is the issuer's, or one that the list names.
    fn of_letter(&self, name: &str, letter: &str, stem: &str) -> Reading {
        let by_issuer = self.scope.place().and_then(|place| place_of(letter, place, self.month));
        let by_list = || place_of(letter, &self.listed_place()?, self.month);
        let from_list = by_issuer.is_none();
        let Some(place) = by_issuer.or_else(by_list) else {
            return Reading { kind: kind(stem), level: level_of(letter), ..Reading::none() };
        };
        self.of_place(name, stem, &place, self.how_of(from_list))
    }

    /// An organ of a division by its stem.
    fn of_place(&self, name: &str, stem: &str, place: &Place, grounds: Grounds) -> Reading {
        let level = place.level.unwrap_or_else(|| unlisted_level(stem));
        let division = DivisionName::of(place);
        if matches!(stem, "" | "人民政府" | "政府") {
            let canonical = [place.name.as_str(), "人民政府"].concat();
            return answered(
                plain(canonical, Period::default()),
                OrganKind::Government,
                level,
                division,
                grounds,
            );
        }
        let stem = stem.strip_prefix('党').filter(|rest| rest.starts_with('委')).unwrap_or(stem);
        let found = local(stem, level, place.division, self.stem_month);
        if found.only.is_some() || !found.all.is_empty() {
            return self.row_reading(&found, place, level, grounds);
        }
        if let Some(rest) = stem.strip_prefix("人民政府").or_else(|| stem.strip_prefix("政府")) {
            let found = local(rest, level, place.division, self.stem_month);
            if let Some(row) = found.only.filter(|row| !row.full.contains('{') && !row.full.starts_with('委'))
            {
                let own = row.full.strip_prefix("人民政府").unwrap_or(row.full);
                let canonical = format!("{}人民政府{own}", place.name);
                return answered(organ(canonical, row, None), row.kind, level, division, grounds);
            }
        }
        let kind = kind(stem);
        // what no table has must have its prefix: a bare 民航某地管理局 is not the issuer's
        if stem != name && is_full_stem(stem) {
            let canonical = format!("{}{stem}", place.name);
            let kind = kind.unwrap_or(OrganKind::Government);
            return answered(plain(canonical, Period::default()), kind, level, division, grounds);
        }
        if is_own_form(name) && name.starts_with(&place.name) {
            let kind = kind.unwrap_or(OrganKind::Enterprise);
            return answered(plain(name.to_owned(), Period::default()), kind, level, division, grounds);
        }
        Reading { kind, level: Some(level), division: Some(division), grounds, ..Reading::none() }
    }

    /// `湖南证监局`: a place without its level's letter is a branch's.
    fn of_short(&self, name: &str, stem: &str, place: &Place) -> Reading {
        let level = place.level.unwrap_or(Level::Province);
        let division = DivisionName::of(place);
        if stem == "金融监管局"
            && self.month.is_none_or(|month| Month::new(2023, 6).is_some_and(|reform| month >= reform))
        {
            let canonical = format!("国家金融监督管理总局{}监管局", place.short());
            let period = Period { from: Month::new(2023, 7), to: None };
            return answered(
                plain(canonical, period),
                OrganKind::Vertical,
                level,
                division,
                Grounds::own_words(),
            );
        }
        let found = local(stem, level, place.division, self.stem_month);
        if let Some(row) = found.only.filter(|row| row.kind == OrganKind::Vertical && row.full.contains('{'))
        {
            return self.row_reading(
                &Found { only: Some(row), all: Vec::new() },
                place,
                level,
                Grounds::own_words(),
            );
        }
        self.own_form(name)
    }

    /// A name without any prefix: central beside central ones and in central papers, else the issuer's.
    fn bare(&self, name: &str) -> Reading {
        let central_paper = matches!(self.scope.authority, Authority::Central(_));
        let central = central_paper || self.beside.company == Company::Central;
        if let Some(reading) = central.then(|| self.central(name)).flatten() {
            return reading;
        }
        if let Authority::Central(issuer) = &self.scope.authority {
            return self.internal(issuer, name);
        }
        if let Some(place) = self.scope.place() {
            let reading = self.of_place(name, name, &place.clone(), self.issuer_grounds());
            let own = is_own_form(name)
                && !matches!(&reading.answer, Answer::Organ(organ) if organ.short_name.is_some());
            if !own
                && (matches!(reading.answer, Answer::Organ(_)) || !reading.candidates.is_empty())
                && !is_doubtful_bare(name)
            {
                return reading;
            }
        }
        self.own_form(name)
    }

    /// A department of the ministry that issued the paper: `规划司`.
    fn internal(&self, issuer: &str, name: &str) -> Reading {
        let inside = ["司", "处", "室", "办公厅", "中心", "厅", "局"].iter().any(|word| name.ends_with(word));
        let ministry =
            ["部", "总局", "总署", "委员会", "局", "署", "委"].iter().any(|word| issuer.ends_with(word));
        if is_own_form(name) || !inside || !ministry {
            return self.own_form(name);
        }
        let short = issuer.strip_prefix("中华人民共和国").unwrap_or(issuer);
        let organ = Organ { internal: Internal::Yes, ..plain(format!("{short}{name}"), Period::default()) };
        let kind = kind(name).filter(|kind| *kind == OrganKind::Institution).unwrap_or(OrganKind::Government);
        answered(organ, kind, Level::Central, DivisionName::state(), self.issuer_grounds())
    }

    /// A name that is its own canonical form, or none.
    fn own_form(&self, name: &str) -> Reading {
        let (kind, place) = (kind(name), self.scope.place());
        let division = self.scope.division();
        let level = place.and_then(|place| place.level);
        let reading = Reading { kind, level, division, ..Reading::none() };
        if !is_own_form(name) {
            return reading;
        }
        let level = if name.starts_with("中国") && kind == Some(OrganKind::Association) {
            Some(Level::Central)
        } else {
            level
        };
        Reading { level, answer: Answer::Organ(plain(name.to_owned(), Period::default())), ..reading }
    }

    /// The row, or the names between which nothing decides.
    fn row_reading(&self, found: &Found, place: &Place, level: Level, grounds: Grounds) -> Reading {
        let division = DivisionName::of(place);
        let Some(row) = found.only else {
            let mut candidates: Vec<String> =
                found.all.iter().map(|row| canonical(row.full, place)).collect();
            candidates.sort();
            candidates.dedup();
            let kind = found.all.first().map(|row| row.kind);
            return Reading {
                candidates,
                kind,
                level: Some(level),
                division: Some(division),
                grounds,
                ..Reading::none()
            };
        };
        let next = successor(row.full, self.month, row.period).map(|next| canonical(next, place));
        let short =
            row.short.filter(|_| !row.full.contains('{')).map(|short| format!("{}{short}", place.name));
        let organ = Organ { short_name: short, ..organ(canonical(row.full, place), row, next) };
        answered(organ, row.kind, level, division, grounds)
    }
}

/// The legal name of a stem in a place; a stem with 委 in front is the Party's.
fn canonical(full: &str, place: &Place) -> String {
    if full.contains('{') {
        return fill(full, place, "");
    }
    let Some(party) = full.strip_prefix('委') else { return format!("{}{full}", place.name) };
    let region = place.name.ends_with("自治区") && place.level == Some(Level::Province);
    match () {
        () if party == "员会" => format!("中共{}委员会", place.name),
        () if region => format!("中共{}委员会{party}", place.name),
        () => format!("中共{}委{party}", place.spoken()),
    }
}

fn organ(canonical: String, row: &Row, succeeded_by: Option<String>) -> Organ {
    let short_name = row.short.filter(|_| succeeded_by.is_none() && row.full == canonical).map(str::to_owned);
    Organ {
        canonical,
        short_name,
        second_name: None,
        period: row.period,
        succeeded_by,
        internal: Internal::No,
    }
}

fn plain(canonical: String, period: Period) -> Organ {
    Organ {
        canonical,
        short_name: None,
        second_name: None,
        period,
        succeeded_by: None,
        internal: Internal::No,
    }
}

fn answered(
    organ: Organ,
    kind: OrganKind,
    level: Level,
    division: DivisionName,
    grounds: Grounds,
) -> Reading {
    Reading {
        answer: Answer::Organ(organ),
        kind: Some(kind),
        level: Some(level),
        division: Some(division),
        candidates: Vec::new(),
        grounds,
    }
}

fn level_of(letter: &str) -> Option<Level> {
    Some(match letter {
        "省" | "自治区" => Level::Province,
        "州" | "自治州" | "盟" => Level::City,
        "县" | "旗" => Level::County,
        "镇" | "乡" => Level::Township,
        _ => return None,
    })
}

/// The level that a stem tells where the division's is not known: 厅 are of provinces.
fn unlisted_level(stem: &str) -> Level {
    if stem.ends_with('厅') { Level::Province } else { Level::City }
}

/// Bare names that mean a branch of the place as easily as the central organ.
fn is_doubtful_bare(name: &str) -> bool {
    matches!(name, "人民银行" | "人行" | "海关" | "银行")
}
