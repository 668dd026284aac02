//! 行政区划: provinces, prefectures and counties with their codes and periods, 1980 to today.
//!
//! The table stands in `divisions.txt`, written by `scripts/divisions.py` from public packages; it is unpacked when the
//! first name is looked up. Codes are those of GB/T 2260.

mod table;

use serde::{Deserialize, Serialize};

use table::TABLE;

/// A year and a month, `2024-05`, to which divisions and organs' names are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month(u32);

impl Month {
    /// The month; `None` where there is none of that number.
    ///
    /// ```
    /// use gongwen::resolve::Month;
    /// assert_eq!(Month::new(2024, 5).map(|month| month.to_string()).as_deref(), Some("2024-05"));
    /// assert_eq!(Month::new(2024, 13), None);
    /// ```
    pub fn new(year: u16, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then(|| Month(u32::from(year) * 12 + u32::from(month) - 1))
    }

    /// As packed tables write it: `202405`; a year alone is its first month.
    pub(crate) fn packed(digits: &str) -> Option<Self> {
        let year = digits.get(..4)?.parse().ok()?;
        let month =
            digits.get(4..).filter(|month| !month.is_empty()).map_or(Some(1), |month| month.parse().ok())?;
        Month::new(year, month)
    }

    /// The month that lies `months` behind, or before where negative.
    #[must_use]
    pub(crate) fn shifted(self, months: i32) -> Self {
        Month(self.0.saturating_add_signed(months))
    }

    /// The year.
    pub fn year(self) -> u32 {
        self.0 / 12
    }
}

impl From<crate::Date> for Month {
    fn from(date: crate::Date) -> Self {
        Month(u32::from(date.year()) * 12 + u32::from(date.month()) - 1)
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.0 / 12, self.0 % 12 + 1)
    }
}

/// The time for which a name holds: `from` is its first month, `to` the first in which it holds no more; `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Period {
    /// The first month.
    pub from: Option<Month>,
    /// The first month behind it.
    pub to: Option<Month>,
}

impl Period {
    /// Whether the month lies in the period, `slack` months more at both ends.
    ///
    /// ```
    /// use gongwen::resolve::{Month, Period};
    /// let period = Period { from: Month::new(2000, 1), to: Month::new(2018, 10) };
    /// assert!(!period.holds(Month::new(2019, 3).unwrap(), 0));
    /// assert!(period.holds(Month::new(2019, 3).unwrap(), 12));
    /// ```
    pub fn holds(self, month: Month, slack: i32) -> bool {
        self.from.is_none_or(|from| from.shifted(-slack) <= month)
            && self.to.is_none_or(|to| month < to.shifted(slack))
    }
}

/// The level of an organ, a division or a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Level {
    /// The state: `国务院`.
    Central,
    /// 省, 自治区, 直辖市.
    Province,
    /// 设区的市, 地区, 自治州, 盟.
    City,
    /// 县, 县级市, 市辖区, 旗.
    County,
    /// 乡, 镇, 街道.
    Township,
    /// 村, 社区.
    Village,
    /// Several provinces together.
    Cross,
}

impl Level {
    /// The stable name used in tables and JSON: `province`.
    pub fn name(self) -> &'static str {
        match self {
            Level::Central => "central",
            Level::Province => "province",
            Level::City => "city",
            Level::County => "county",
            Level::Township => "township",
            Level::Village => "village",
            Level::Cross => "cross",
        }
    }
}

/// 行政区划: one division under one name and code: `遂平县`, 411728.
///
/// A place that changed its name or code is several of these.
#[derive(Debug, PartialEq, Eq)]
pub struct Division {
    name: &'static str,
    code: u32,
    period: Period,
}

impl Division {
    /// All divisions that bear the full name or a short one in the month: `遂平县`, `遂平`, `恩施州`.
    ///
    /// Names that hold in the month; else those that held or will hold within a year of it; without a month those of
    /// today, else all that ever were. Homonyms are all there, in the order of their codes.
    ///
    /// ```
    /// use gongwen::resolve::{Division, Month};
    /// let drum_towers = Division::named("鼓楼区", Month::new(2024, 1));
    /// let names: Vec<_> = drum_towers.iter().map(|found| found.full_name(None)).collect();
    /// assert_eq!(names, ["南京市鼓楼区", "徐州市鼓楼区", "福州市鼓楼区", "开封市鼓楼区"]);
    /// ```
    pub fn named(name: &str, month: Option<Month>) -> Vec<&'static Division> {
        let full = Division::in_full(name, month);
        if full.is_empty() { within(TABLE.short_named(name), month) } else { full }
    }

    /// All divisions that bear the full name in the month: `遂平县`, not `遂平`.
    pub fn in_full(name: &str, month: Option<Month>) -> Vec<&'static Division> {
        within(TABLE.named(name).collect(), month)
    }

    /// The divisions of a code in the month, usually one.
    pub fn coded(code: u32, month: Option<Month>) -> Option<&'static Division> {
        within(TABLE.coded(code).collect(), month).into_iter().next()
    }

    /// The full name without its parents': `平谷区`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The code of six digits.
    pub fn code(&self) -> u32 {
        self.code
    }

    /// When it bore this name under this code, as far as the yearly revisions tell: `from` may lie up to a year late.
    pub fn period(&self) -> Period {
        self.period
    }

    /// `遂平` of `遂平县`, `恩施` of `恩施土家族苗族自治州`; the name itself where one character would be left.
    pub fn short_name(&self) -> &'static str {
        table::short(self.name)
    }

    /// Its level, by the code, not by the name's last character.
    pub fn level(&self) -> Level {
        match (self.code % 10_000, self.code % 100) {
            (0, _) => Level::Province,
            (_, 0) => Level::City,
            _ => Level::County,
        }
    }

    /// Whether it is one of the four municipalities (直辖市).
    pub fn is_municipality(&self) -> bool {
        matches!(self.code, 110_000 | 120_000 | 310_000 | 500_000)
    }

    /// The province it lies in.
    pub fn province(&self) -> Option<&'static Division> {
        Division::coded(self.code / 10_000 * 10_000, None)
    }

    /// The division above in the month: of a county its prefecture, or the province where none is between.
    pub fn parent(&self, month: Option<Month>) -> Option<&'static Division> {
        let city = || Division::coded(self.code / 100 * 100, month);
        match self.level() {
            Level::Province => None,
            Level::City => self.province(),
            _ => city().or_else(|| self.province()),
        }
    }

    /// Whether it is `other` or lies in it, by the codes.
    pub fn lies_in(&self, other: &Division) -> bool {
        let unit = match other.level() {
            Level::Province => 10_000,
            Level::City => 100,
            _ => 1,
        };
        self.code / unit == other.code / unit
    }

    /// The name as organs bear it: counties without the prefecture, districts with their city: `北京市平谷区`.
    pub fn full_name(&self, month: Option<Month>) -> String {
        let district =
            self.level() == Level::County && self.name.ends_with('区') && !self.name.ends_with("特区");
        let city = if district { self.parent(month) } else { None };
        let city = city.filter(|city| city.name.ends_with('市')).map_or("", |city| city.name);
        [city, self.name].concat()
    }

    /// The divisions right below it, of one level, in the month.
    ///
    /// Of a municipality the counties; of a province its prefectures, or its counties with those under a prefecture.
    pub fn below(&self, level: Level, month: Option<Month>) -> Vec<&'static Division> {
        let inside = TABLE.all().iter().filter(|found| found.lies_in(self) && found.level() == level);
        within(inside.collect(), month)
    }
}

/// Those that hold in the month; else within a year; without a month those of today, else all.
fn within(mut all: Vec<&'static Division>, month: Option<Month>) -> Vec<&'static Division> {
    if all.is_empty() {
        return all;
    }
    let holding = |slack: i32, all: &[&'static Division]| {
        let holds = |found: &&Division| match month {
            Some(month) => found.period.holds(month, slack),
            None => found.period.to.is_none(),
        };
        all.iter().copied().filter(holds).collect::<Vec<_>>()
    };
    all.sort_by_key(|found| found.code);
    let found = holding(0, &all);
    match month {
        _ if !found.is_empty() => found,
        Some(_) => holding(12, &all),
        None => all,
    }
}

#[cfg(test)]
mod tests;
