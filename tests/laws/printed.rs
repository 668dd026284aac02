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

/// Recipients, one by one and as groups.
pub(crate) const RECIPIENTS: &[&str] = &[
    "省财政厅",
    "各市州人民政府",
    "省直各有关单位",
    "各设区市人民政府",
    "各县（市、区）人民政府",
    "中国人民银行湖南省分行",
    "省政府各委、办、厅、局",
];

/// What a title is about.
pub(crate) const MATTERS: &[&str] =
    &["开展督查", "加强渔港建设", "进一步优化营商环境", "印发《渔港建设方案》", "成立防汛领导小组"];

/// What a cited title is about: one inside book marks has the angled ones.
pub(crate) const CITED: &[&str] =
    &["加强渔港建设的意见", "印发〈渔港建设方案〉的通知", "成立防汛领导小组的决定", "优化营商环境的若干措施"];

/// 文种 of a title.
pub(crate) const GENRES: &[&str] = &["通知", "意见", "决定", "通报", "批复", "函", "公告", "通告"];

/// Words of a time that say when a task is done.
pub(crate) const TIMES: &[&str] =
    &["2024年底前", "2025年6月底前", "2024年12月前", "2026年", "长期坚持", "持续推进"];

/// The name of a style of markers, and how it writes a number.
pub(crate) type Style = (&'static str, fn(u8) -> String);

/// The styles in which items are numbered.
pub(crate) const MARKERS: &[Style] = &[
    ("han-comma", |n| format!("{}、", han_number(n))),
    ("han-bracket", |n| format!("（{}）", han_number(n))),
    ("arabic", |n| format!("{n}.")),
    ("arabic-bracket", |n| format!("（{n}）")),
    ("article", |n| format!("第{}条", han_number(n))),
    ("chapter", |n| format!("第{}章", han_number(n))),
    ("circled", |n| char::from_u32('①' as u32 + u32::from(n) - 1).into_iter().collect()),
];

/// The most items of a list: ⑳ is the last of its style.
pub(crate) const MOST_ITEMS: u8 = 20;

/// A small notice; what is not printed has its usual words.
struct Draft<'t> {
    number: &'t str,
    title: &'t str,
    recipients: &'t str,
    body: &'t str,
    day: &'t str,
}

impl Default for Draft<'_> {
    fn default() -> Self {
        Draft {
            number: "湘政办发〔2024〕1号",
            title: "关于开展督查的通知",
            recipients: "各市州人民政府",
            body: "请认真办理。",
            day: "2024年5月10日",
        }
    }
}

impl Draft<'_> {
    fn read(&self) -> Notice {
        let Draft { number, title, recipients, body, day } = self;
        parse(&format!("{number}\n\n{title}\n\n{recipients}：\n{body}\n\n湖南省人民政府办公厅\n{day}\n"))
            .into_notice()
    }
}

/// What is wrong with the title that comes back, if anything.
pub(crate) fn title(matter: &str, genre: &str) -> Option<String> {
    let printed = format!("关于{matter}的{genre}");
    let notice = Draft { title: &printed, ..Draft::default() }.read();
    let found = notice.document.header.title.as_ref();
    let found = found.map(|found| (found.text.clone(), found.genre.as_ref().map(|genre| genre.value.name())));
    (found != Some((printed.clone(), Some(genre)))).then(|| format!("{printed}: {found:?}"))
}

/// What is wrong with the recipients that come back, if anything.
pub(crate) fn recipients(names: &[&str]) -> Option<String> {
    let printed = names.join("，");
    let notice = Draft { recipients: &printed, ..Draft::default() }.read();
    let found = notice.document.header.recipients.map(|found| found.names).unwrap_or_default();
    let found: Vec<&str> = found.iter().map(|name| name.value.as_str()).collect();
    (found != names).then(|| format!("{printed}: {found:?}"))
}

/// What is wrong with the cited document that comes back, if anything.
pub(crate) fn citation(title: &str, code: &str, year: u16, serial: u32) -> Option<String> {
    let number = format!("{code}〔{year}〕{serial}号");
    let printed = format!("根据《{title}》（{number}）要求，请认真办理。");
    let notice = Draft { body: &printed, ..Draft::default() }.read();
    let found: Vec<_> = notice
        .document
        .body
        .citations
        .iter()
        .map(|cited| (cited.title.as_str(), cited.doc_number.as_ref().map(|number| number.text.as_str())))
        .collect();
    (found != [(title, Some(number.as_str()))]).then(|| format!("{printed}: {found:?}"))
}

/// What is wrong with the deadline that comes back, if anything.
pub(crate) fn deadline(words: &str) -> Option<String> {
    let done = if words.contains('年') { "完成" } else { "" };
    let printed = format!("一、加强监管。落实各项要求。（省财政厅牵头，{words}{done}）");
    let notice = Draft { body: &printed, ..Draft::default() }.read();
    let task = notice.tasks().next().and_then(|(_, task)| task.responsibility.as_ref());
    let found = task.and_then(|clause| clause.deadline.as_ref()).map(|words| words.value.as_str());
    (found != Some(words)).then(|| format!("{printed}: {found:?}"))
}

/// What is wrong with the numbered items that come back, if anything.
pub(crate) fn items((style, label): Style, count: u8) -> Option<String> {
    let expected: Vec<String> = (1..=count).map(label).collect();
    let item = |label: &String| [label, "加强港口监管。\n"].concat();
    let printed: String = expected.iter().map(item).collect();
    let notice = Draft { body: &printed, ..Draft::default() }.read();
    let sections = &notice.document.body.sections;
    let found: Vec<&str> = sections.iter().map(|section| section.marker.label.as_str()).collect();
    let right = found == expected
        && sections.iter().zip(1..).all(|(section, ordinal)| {
            section.marker.style.name() == style && section.marker.ordinal == ordinal
        });
    (!right).then(|| format!("{style}, {count} items: {found:?}"))
}

/// What is wrong with the number that comes back, if anything.
pub(crate) fn number(
    code: &str,
    year: u16,
    serial: u32,
    (open, close): (&str, &str),
    ordinal: &str,
) -> Option<String> {
    let printed = format!("{code}{open}{year}{close}{ordinal}{serial}号");
    let notice = Draft { number: &printed, ..Draft::default() }.read();
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
    let notice = Draft { day: &printed, ..Draft::default() }.read();
    let found = notice.document.closing.date.as_ref().map(|found| found.value);
    (found != Some(date)).then(|| format!("{printed}: {found:?}"))
}

/// What is wrong with the units that come back, if anything.
pub(crate) fn units(names: &[&str], separator: &str, role: Role) -> Option<String> {
    let word = match role {
        Role::Lead => "牵头",
        Role::Support => "配合",
        _ => "按职责分工负责",
    };
    let printed = format!("（{}{word}）", names.join(separator));
    let body = format!("请认真办理。\n一、加强监管。落实各项要求。{printed}");
    let notice = Draft { body: &body, ..Draft::default() }.read();
    let found: Vec<(&str, Role)> = notice
        .document
        .body
        .sections
        .iter()
        .flat_map(|section| &section.tasks)
        .flat_map(gongwen::Task::units)
        .map(|unit| (unit.name.as_str(), unit.role))
        .collect();
    let expected: Vec<(&str, Role)> = names.iter().map(|&name| (name, role)).collect();
    (found != expected).then(|| format!("{printed}: {found:?}"))
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
