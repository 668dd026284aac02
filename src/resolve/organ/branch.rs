//! Branches of central organs and of enterprises that carry a place inside their names.

use std::sync::LazyLock;

use super::super::division::{Level, Month, Period};
use super::name::{Place, short_division};
use super::{OrganKind, leading_place, period};

/// One written form: what stands before and behind the place, and the full name it gives.
#[derive(Debug)]
struct Form {
    before: &'static str,
    behind: &'static str,
    /// The last character of `behind`: each form has words there.
    last: Option<char>,
    full: &'static str,
    kind: OrganKind,
    period: Period,
}

/// Sorted by their last characters.
static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let lines = include_str!("branches.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut forms: Vec<Form> = lines.flat_map(forms).collect();
    forms.sort_by_key(|form| form.last);
    forms
});

impl Form {
    /// Those that end as the name does.
    fn of_ending(name: &str) -> impl Iterator<Item = &'static Form> {
        let last = name.chars().next_back();
        let first = FORMS.partition_point(|form| form.last < last);
        FORMS[first..].iter().take_while(move |form| form.last == last)
    }
}

fn forms(line: &'static str) -> Vec<Form> {
    let mut fields = line.split('\t');
    let (Some(written), Some(full), Some(kind)) =
        (fields.next(), fields.next(), fields.next().and_then(OrganKind::named))
    else {
        return Vec::new();
    };
    let period = period(&mut fields);
    let form = |(before, behind): (&'static str, &'static str)| {
        let last = behind.chars().next_back();
        Form { before, behind, last, full, kind, period }
    };
    written.split('|').filter_map(|form| form.split_once("{R}")).map(form).collect()
}

/// A branch that a name stands for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Branch {
    pub(crate) canonical: String,
    pub(crate) kind: OrganKind,
    pub(crate) place: Place,
    pub(crate) period: Period,
    /// The level, where the place's is not the branch's: 人民银行南宁中心支行 serves its province.
    pub(crate) level: Option<Level>,
}

/// The branch that the name stands for in the month.
pub(crate) fn branch(name: &str, within: Option<&Place>, month: Option<Month>) -> Option<Branch> {
    if let Some(bank) = bank(name, within, month) {
        return Some(bank);
    }
    let found = Form::of_ending(name).filter_map(|form| {
        let written =
            name.strip_prefix(form.before)?.strip_suffix(form.behind).filter(|place| !place.is_empty())?;
        let place = place(written, within, month)?;
        Some((form, written, place))
    });
    // the longest words around the place leave the least to guess
    let (form, written, place) = found.max_by_key(|(form, ..)| form.before.len() + form.behind.len())?;
    let canonical = fill(form.full, &place, written);
    Some(Branch { canonical, kind: form.kind, place, period: form.period, level: None })
}

/// The full name of a template in a place.
pub(crate) fn fill(template: &str, place: &Place, written: &str) -> String {
    template
        .replace("{D}", &place.name)
        .replace("{S}", place.short())
        .replace("{P}", &place.spoken())
        .replace("{R}", written)
}

/// A place that a name holds, in full or short, and nothing else.
pub(crate) fn place(written: &str, within: Option<&Place>, month: Option<Month>) -> Option<Place> {
    if let Some((place, "")) = leading_place(written, within, month) {
        return Some(place);
    }
    Some(Place::of(short_division(written, month)?, month))
}

/// Branches of the People's Bank: `人行淮北中支`, `人民银行湖南省分行`, `人行重庆营管部`.
///
/// To 2023-07 regional branches, 营业管理部, 中心支行 and 支行; since 2023-08 branches of provinces and prefectures.
fn bank(name: &str, within: Option<&Place>, month: Option<Month>) -> Option<Branch> {
    let rest = ["中国人民银行", "人民银行", "人行"].iter().find_map(|before| name.strip_prefix(before))?;
    let reform = Month::new(2023, 8);
    let (before, since) = (Period { from: None, to: reform }, Period { from: reform, to: None });
    let (written, ending) = ["中心支行", "中支", "营业管理部", "营管部", "支行", "分行"]
        .iter()
        .find_map(|ending| Some((rest.strip_suffix(ending)?, *ending)))?;
    let place = place(written, within, month)?;
    let answer = |canonical: String, period: Period, level: Option<Level>, place: Place| Branch {
        canonical: format!("中国人民银行{canonical}"),
        kind: OrganKind::Vertical,
        place,
        period,
        level,
    };
    let capital = CAPITALS.contains(&place.short());
    match ending {
        "中心支行" | "中支" if capital => {
            let of = place.division?.province()?;
            let canonical = format!("{}中心支行", place.short());
            Some(answer(canonical, before, Some(Level::Province), Place::of(of, month)))
        }
        "中心支行" | "中支" => Some(answer(format!("{}中心支行", place.spoken()), before, None, place)),
        "营业管理部" | "营管部" => {
            Some(answer(format!("{}营业管理部", place.short()), before, None, place))
        }
        "支行" => Some(answer(format!("{}支行", place.spoken()), before, None, place)),
        _ if month.zip(reform).is_some_and(|(month, reform)| month < reform.shifted(-3)) => {
            let regional = REGIONAL.contains(&place.short());
            let canonical = format!("{}分行", place.short());
            regional.then(|| answer(canonical, before, Some(Level::Cross), place))
        }
        _ => Some(answer(format!("{}分行", place.spoken()), since, None, place)),
    }
}

/// Seats whose 中心支行 served the province, to 2023-07.
const CAPITALS: &[&str] = &[
    "石家庄",
    "太原",
    "呼和浩特",
    "长春",
    "哈尔滨",
    "杭州",
    "合肥",
    "福州",
    "南昌",
    "郑州",
    "长沙",
    "南宁",
    "海口",
    "昆明",
    "贵阳",
    "拉萨",
    "兰州",
    "西宁",
    "银川",
    "乌鲁木齐",
];

/// Seats of the regional branches, 1998-11 to 2023-07.
const REGIONAL: &[&str] = &["天津", "沈阳", "南京", "济南", "武汉", "广州", "成都", "西安", "上海"];
