//! The law of each grammar: a value printed into a small notice is read back as itself.
#![allow(dead_code, reason = "each test and each fuzz target uses its part")]

use gongwen::{Date, DocumentNumber, Notice, Role, parse};

/// Agency codes, from the centre to a county, with and without the words 发 and 办.
pub(crate) const CODES: &[&str] =
    &["国发", "国办函", "湘政办发", "湘优化办发", "发改高技", "财预", "京政发", "柳政规", "长县政办发"];

/// Bracket shapes around a document number's year.
pub(crate) const SHAPES: &[(&str, &str)] =
    &[("〔", "〕"), ("[", "]"), ("［", "］"), ("（", "）"), ("(", ")"), ("【", "】")];

/// Units that a clause may name.
pub(crate) const UNITS: &[&str] = &[
    "省财政厅",
    "省发展改革委",
    "省工业和信息化厅",
    "市场监管总局",
    "人民银行",
    "省公安厅",
    "各市州人民政府",
    "省卫生健康委",
    "省住房城乡建设厅",
    "省政务服务和大数据中心",
    "国家税务总局湖南省税务局",
    "省委宣传部",
];

/// How a day is written.
#[derive(Debug, Clone, Copy)]
pub(crate) enum DayForm {
    /// `2024年5月10日`
    Arabic,
    /// `２０２４年５月１０日`
    Wide,
    /// `二〇二四年五月十日`
    Han,
}

/// The forms in which days are written.
pub(crate) const DAY_FORMS: &[DayForm] = &[DayForm::Arabic, DayForm::Wide, DayForm::Han];

/// What is wrong with the number that comes back, if anything.
pub(crate) fn number(
    code: &str,
    year: u16,
    serial: u32,
    (open, close): (&str, &str),
    ordinal: &str,
) -> Option<String> {
    let printed = format!("{code}{open}{year}{close}{ordinal}{serial}号");
    let notice = notice(&printed, "请认真办理。", "2024年5月10日");
    let found = notice.document.header.doc_number.as_ref();
    let right = found.is_some_and(|found: &DocumentNumber| {
        found.text == printed
            && found.agency_code.as_deref() == Some(code)
            && found.year == Some(year)
            && found.serial == serial
    });
    (!right).then(|| format!("{printed}: {found:?}"))
}

/// What is wrong with the day that comes back, if anything.
pub(crate) fn day(date: Date, form: DayForm) -> Option<String> {
    let printed = printed_day(date, form);
    let notice = notice("湘政办发〔2024〕1号", "请认真办理。", &printed);
    let found = notice.document.closing.date.as_ref().map(|found| found.value);
    (found != Some(date)).then(|| format!("{printed}: {found:?}"))
}

/// What is wrong with the units that come back, if anything.
pub(crate) fn units(names: &[&str], separator: &str, role: Role) -> Option<String> {
    let word = match role {
        Role::Lead => "牵头",
        Role::Support => "配合",
        Role::Responsible => "按职责分工负责",
    };
    let printed = format!("（{}{word}）", names.join(separator));
    let notice = notice(
        "湘政办发〔2024〕1号",
        &format!("请认真办理。\n一、加强监管。落实各项要求。{printed}"),
        "2024年5月10日",
    );
    let found: Vec<(&str, Role)> = notice
        .document
        .body
        .sections
        .iter()
        .flat_map(|section| &section.tasks)
        .flat_map(gongwen::Task::units)
        .map(|(unit, _)| (unit.name.as_str(), unit.role))
        .collect();
    let expected: Vec<(&str, Role)> = names.iter().map(|&name| (name, role)).collect();
    (found != expected).then(|| format!("{printed}: {found:?}"))
}

fn notice(number: &str, body: &str, day: &str) -> Notice {
    parse(&format!(
        "{number}\n\n关于开展督查的通知\n\n各市州人民政府：\n{body}\n\n湖南省人民政府办公厅\n{day}\n"
    ))
    .into_notice()
}

fn printed_day(date: Date, form: DayForm) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let arabic = format!("{year}年{month}月{day}日");
    match form {
        DayForm::Arabic => arabic,
        DayForm::Wide => arabic.chars().map(|c| if c.is_ascii_digit() { wide(c) } else { c }).collect(),
        DayForm::Han => {
            let year: String =
                year.to_string().chars().map(|c| han(c.to_digit(10).unwrap_or_default())).collect();
            format!("{year}年{}月{}日", han_number(month), han_number(day))
        }
    }
}

fn wide(digit: char) -> char {
    char::from_u32(u32::from(digit) + 0xfee0).unwrap_or(digit)
}

fn han(digit: u32) -> char {
    "〇一二三四五六七八九".chars().nth(digit as usize).unwrap_or('〇')
}

/// `十`, `十二`, `二十`, `三十一`.
fn han_number(number: u8) -> String {
    let (tens, ones) = (u32::from(number / 10), u32::from(number % 10));
    let tens = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", han(tens)),
    };
    if ones == 0 { tens } else { format!("{tens}{}", han(ones)) }
}
