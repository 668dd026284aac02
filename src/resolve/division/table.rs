//! The packed table of divisions and its three orders: by name, by short name, by code.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Division, Level, Month, Period};

/// One line a name, sorted by its bytes: `name code[:from][~to] …`.
const PACKED: &str = include_str!("../divisions.txt");

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| Table::unpack(PACKED));

/// All divisions that ever were, in the order of their names, and the other orders as row numbers.
#[derive(Debug)]
pub(super) struct Table {
    rows: Vec<Division>,
    firsts: Firsts,
    by_short: Vec<(&'static str, u16)>,
    firsts_of_short: Firsts,
    by_code: Vec<u16>,
}

/// Where in a list sorted by names those begin that have one of a few first characters: most names that are looked up are no
/// division's, and need no search.
#[derive(Debug)]
struct Firsts(Vec<u16>);

impl Firsts {
    /// Eight characters in the order of Unicode, which is that of names, share a place: no more than a few names do.
    const SHARED_BITS: u32 = 3;
    /// Those of the Han characters that names begin with.
    const PLACES: usize = (0xa000 - 0x4e00) >> Self::SHARED_BITS;

    fn of<'n>(sorted: impl Iterator<Item = &'n str>) -> Self {
        let mut starts = vec![0; Self::PLACES + 1];
        sorted.for_each(|name| starts[Self::place(name) + 1] += 1);
        for place in 0..Self::PLACES {
            starts[place + 1] += starts[place];
        }
        Firsts(starts)
    }

    fn place(name: &str) -> usize {
        let first = name.chars().next().map_or(0, u32::from);
        let place = usize::try_from(first.saturating_sub(0x4e00) >> Self::SHARED_BITS);
        place.unwrap_or(usize::MAX).min(Self::PLACES - 1)
    }

    /// Where those stand that may be the name.
    fn range(&self, name: &str) -> Range<usize> {
        let place = Self::place(name);
        usize::from(self.0[place])..usize::from(self.0[place + 1])
    }
}

impl Table {
    fn unpack(packed: &'static str) -> Table {
        let mut rows = Vec::with_capacity(packed.len() / 20);
        for line in packed.lines() {
            let mut fields = line.split(' ');
            let name = fields.next().unwrap_or_default();
            rows.extend(fields.filter_map(|field| row(name, field)));
        }
        // the table holds some 7000 rows
        let numbers = || (0_u16..).zip(&rows);
        let mut by_short: Vec<_> = numbers().map(|(number, row)| (short(row.name), number)).collect();
        by_short.sort_by_key(|&(short, _)| short);
        let mut by_code: Vec<_> = numbers().map(|(number, _)| number).collect();
        by_code.sort_by_key(|&number| rows[usize::from(number)].code);
        let firsts = Firsts::of(rows.iter().map(|row| row.name));
        let firsts_of_short = Firsts::of(by_short.iter().map(|&(short, _)| short));
        Table { rows, firsts, by_short, firsts_of_short, by_code }
    }

    pub(super) fn all(&self) -> &[Division] {
        &self.rows
    }

    pub(super) fn named(&self, name: &str) -> impl Iterator<Item = &Division> {
        let near = &self.rows[self.firsts.range(name)];
        let first = near.partition_point(|row| row.name < name);
        near[first..].iter().take_while(move |row| row.name == name)
    }

    /// Divisions by a short name: `遂平`, and of autonomous prefectures with their level: `恩施州`.
    pub(super) fn short_named(&self, name: &str) -> Vec<&Division> {
        let known = KNOWN_SHORT.iter().find(|(short, _)| *short == name);
        if let Some((_, full)) = known {
            return self.named(full).collect();
        }
        let prefecture = name.strip_suffix('州').filter(|stem| stem.chars().nth(1).is_some());
        let of = |stem: &str| {
            let near = &self.by_short[self.firsts_of_short.range(stem)];
            let first = near.partition_point(|&(short, _)| short < stem);
            let rows = near[first..].iter().take_while(move |&&(short, _)| short == stem);
            rows.map(|&(_, number)| &self.rows[usize::from(number)]).collect::<Vec<_>>()
        };
        let mut found = of(name);
        if let Some(stem) = prefecture {
            found.extend(of(stem).into_iter().filter(|row| row.name.ends_with("自治州")));
        }
        let autonomous = |level: char| name.strip_suffix(level).filter(|stem| stem.chars().nth(1).is_some());
        if let Some(stem) = autonomous('县').or_else(|| autonomous('旗')) {
            found.extend(
                of(stem).into_iter().filter(|row| row.name.contains("自治") && row.level() == Level::County),
            );
        }
        found
    }

    pub(super) fn coded(&self, code: u32) -> impl Iterator<Item = &Division> {
        let row = |number: &u16| &self.rows[usize::from(*number)];
        let first = self.by_code.partition_point(|number| row(number).code < code);
        self.by_code[first..].iter().map(row).take_while(move |row| row.code == code)
    }
}

/// `411728:198312~201406` under its name.
fn row(name: &'static str, field: &'static str) -> Option<Division> {
    let (field, to) = field.split_once('~').map_or((field, None), |(field, to)| (field, Month::packed(to)));
    let (code, from) =
        field.split_once(':').map_or((field, None), |(code, from)| (code, Month::packed(from)));
    Some(Division { name, code: code.parse().ok()?, period: Period { from, to } })
}

/// Short names that no rule gives: `内蒙` for 内蒙古自治区.
const KNOWN_SHORT: &[(&str, &str)] = &[
    ("巴州", "巴音郭楞蒙古自治州"),
    ("克州", "克孜勒苏柯尔克孜自治州"),
    ("博州", "博尔塔拉蒙古自治州"),
    ("版纳州", "西双版纳傣族自治州"),
    ("内蒙", "内蒙古自治区"),
];

/// A name without the word of its level and the peoples that an autonomous division names.
pub(super) fn short(name: &'static str) -> &'static str {
    const ENDINGS: &[&str] = &[
        "特别行政区",
        "自治区",
        "自治州",
        "自治县",
        "自治旗",
        "地区",
        "新区",
        "林区",
        "特区",
        "省",
        "市",
        "县",
        "区",
        "旗",
        "盟",
    ];
    let Some((ending, stem)) = ENDINGS.iter().find_map(|ending| Some((ending, name.strip_suffix(ending)?)))
    else {
        return name;
    };
    let stem = if ending.starts_with("自治") { without_peoples(stem) } else { stem };
    // 忠县, 郊区: one character is no name
    if stem.chars().nth(1).is_some() { stem } else { name }
}

/// `黔东南` of `黔东南苗族侗族`.
fn without_peoples(stem: &'static str) -> &'static str {
    const PEOPLES: &[&str] = &[
        "蒙古族",
        "蒙古",
        "回族",
        "藏族",
        "维吾尔族",
        "维吾尔",
        "苗族",
        "彝族",
        "壮族",
        "布依族",
        "朝鲜族",
        "满族",
        "侗族",
        "瑶族",
        "白族",
        "土家族",
        "哈尼族",
        "哈萨克族",
        "哈萨克",
        "傣族",
        "黎族",
        "傈僳族",
        "佤族",
        "畲族",
        "拉祜族",
        "水族",
        "东乡族",
        "纳西族",
        "景颇族",
        "柯尔克孜族",
        "柯尔克孜",
        "土族",
        "达斡尔族",
        "达斡尔",
        "仫佬族",
        "羌族",
        "布朗族",
        "撒拉族",
        "毛南族",
        "仡佬族",
        "锡伯族",
        "锡伯",
        "阿昌族",
        "普米族",
        "塔吉克",
        "怒族",
        "鄂温克族",
        "鄂温克",
        "德昂族",
        "保安族",
        "裕固族",
        "独龙族",
        "鄂伦春",
        "各族",
    ];
    let mut rest = stem;
    while let Some(shorter) = PEOPLES.iter().find_map(|people| rest.strip_suffix(people)) {
        // 东乡族自治县, 鄂温克族自治旗: the people is the place
        if shorter.chars().nth(1).is_none() {
            break;
        }
        rest = shorter;
    }
    rest
}
