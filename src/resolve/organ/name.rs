//! A written name taken apart: the place or the letter of the level in front, and the stem behind.

use super::super::division::{Division, Level, Month};
use super::is_stem;
use crate::text::words::begins;

/// What stands in front of the stem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Prefix {
    /// A division, named in full or with its level's letter: `四川省`, `楚雄州`.
    Place(Place),
    /// A division's short name: `湖南`.
    Short(Place),
    /// No more than the level: `省`, `市`, `自治区`.
    Letter(&'static str),
    /// Nothing.
    Bare,
}

/// A division that a name or an issuer tells; one that the gazetteer lacks has its name alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) division: Option<&'static Division>,
    /// As organs bear it: `北京市平谷区`.
    pub(crate) name: String,
    pub(crate) level: Option<Level>,
}

impl Place {
    pub(crate) fn of(division: &'static Division, month: Option<Month>) -> Place {
        Place { division: Some(division), name: division.full_name(month), level: Some(division.level()) }
    }

    /// 新疆生产建设兵团, of a province's level and in no division.
    pub(crate) fn corps() -> Place {
        Place { division: None, name: "新疆生产建设兵团".to_owned(), level: Some(Level::Province) }
    }

    /// `湖南` of `湖南省`.
    pub(crate) fn short(&self) -> &str {
        match self.division {
            Some(division) => division.short_name(),
            None => &self.name,
        }
    }

    /// As branches of banks bear it: `淮北市`, `楚雄州`.
    pub(crate) fn spoken(&self) -> String {
        if self.name.ends_with("自治州") { format!("{}州", self.short()) } else { self.name.clone() }
    }
}

/// A written name in two parts.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Written<'n> {
    pub(crate) prefix: Prefix,
    /// `发展改革委`, `委宣传部`.
    pub(crate) stem: &'n str,
}

/// Letters of levels, the longer before the shorter.
const LETTERS: &[&str] = &["自治区", "自治州", "兵团", "省", "市", "州", "盟", "县", "区", "旗", "镇", "乡"];

/// Words that begin with a level's letter and mean none.
const WORDS: &[&str] =
    &["市民", "市场", "市政工程", "区域", "区块", "县域", "省内", "市内", "省属", "市属", "州属", "县属"];

/// Takes a name apart. A known stem is never cut: the 市 of 市场监管局 is none.
pub(crate) fn written<'n>(name: &'n str, within: Option<&Place>, month: Option<Month>) -> Written<'n> {
    if is_stem(name) {
        return Written { prefix: Prefix::Bare, stem: name };
    }
    if let Some((place, stem)) = leading_place(name, within, month) {
        return Written { prefix: Prefix::Place(place), stem };
    }
    // 团省委, 团市委: the level stands inside
    if let Some(letter) = LETTERS
        .iter()
        .find(|letter| name.strip_prefix('团').and_then(|rest| rest.strip_suffix('委')) == Some(letter))
    {
        return Written { prefix: Prefix::Letter(letter), stem: "团委" };
    }
    if begins(name, WORDS) {
        return Written { prefix: Prefix::Bare, stem: name };
    }
    if let Some((letter, stem)) =
        LETTERS.iter().find_map(|letter| Some((*letter, name.strip_prefix(letter)?)))
    {
        let stem = stem.strip_prefix("直属").filter(|rest| is_stem(rest)).unwrap_or(stem);
        if !stem.is_empty() {
            return Written { prefix: Prefix::Letter(letter), stem };
        }
    }
    match short_place(name, month) {
        Some((place, stem)) => Written { prefix: Prefix::Short(place), stem },
        None => Written { prefix: Prefix::Bare, stem: name },
    }
}

/// The innermost division that a name begins with in full, and what stands behind it: `北京市平谷区` + `发展改革委`.
///
/// Of homonyms the one that lies in the outer division, or in `within`; `None` where several are left.
pub(crate) fn leading_place<'n>(
    name: &'n str,
    within: Option<&Place>,
    month: Option<Month>,
) -> Option<(Place, &'n str)> {
    let mut rest = name;
    let mut outer: Option<&'static Division> = None;
    while let Some((found, behind)) = outermost(rest, month) {
        let inside = |around: &Division| {
            let inside: Vec<_> = found
                .iter()
                .copied()
                .filter(|one| one.lies_in(around) && one.code() != around.code())
                .collect();
            only(&inside)
        };
        let division = match outer {
            Some(around) => inside(around),
            None => only(&found).or_else(|| {
                let around = within?.division?;
                inside(around)
                    .or_else(|| inside(around.province()?))
                    .or_else(|| found.iter().copied().find(|one| one.code() == around.code()))
            }),
        };
        let Some(division) = division else { break };
        (outer, rest) = (Some(division), behind);
    }
    outer.map(|division| (Place::of(division, month), rest))
}

fn only(found: &[&'static Division]) -> Option<&'static Division> {
    match found {
        [one] => Some(*one),
        _ => None,
    }
}

/// The divisions of the longest full name that `name` begins with.
fn outermost(name: &str, month: Option<Month>) -> Option<(Vec<&'static Division>, &str)> {
    /// The longest names of divisions, those of autonomous counties, have 15: 双江拉祜族佤族布朗族傣族自治县.
    const LONGEST_CHARS: usize = 15;
    let mut ends: Vec<usize> = name
        .char_indices()
        .take(LONGEST_CHARS)
        .skip(1)
        .filter(|(_, c)| matches!(c, '省' | '市' | '县' | '区' | '州' | '盟' | '旗' | '团'))
        .map(|(at, c)| at + c.len_utf8())
        .collect();
    while let Some(end) = ends.pop() {
        let (head, rest) = name.split_at(end);
        // 达州 is short for 达州市, 恩施州 is as full as it is written
        let in_full = |one: &&'static Division| {
            one.name() == head || one.name().contains("自治") && one.short_name() != head
        };
        let found: Vec<_> = Division::named(head, month).into_iter().filter(in_full).collect();
        if !found.is_empty() {
            return Some((found, rest));
        }
    }
    None
}

/// A province's or a prefecture's short name in front: `湖南` + `证监局`.
fn short_place(name: &str, month: Option<Month>) -> Option<(Place, &str)> {
    let mut ends: Vec<usize> = name.char_indices().skip(2).take(4).map(|(at, _)| at).collect();
    while let Some(end) = ends.pop() {
        let (head, rest) = name.split_at(end);
        if let Some(division) = short_division(head, month) {
            return Some((Place::of(division, month), rest));
        }
    }
    None
}

/// The one division of a short name: a province's goes before a prefecture's, a prefecture's before a county's.
pub(super) fn short_division(head: &str, month: Option<Month>) -> Option<&'static Division> {
    let found = Division::named(head, month);
    let first = found.iter().map(|one| one.level()).min()?;
    let found: Vec<_> = found.into_iter().filter(|one| one.level() == first).collect();
    only(&found)
}
