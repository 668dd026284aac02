//! 发文字号 and the numbers of orders: `国办发〔2023〕12号`, `国务院令第412号`.
//!
//! Read backwards from `号`: digits and brackets are certain, where the agency code begins is not.

pub(crate) mod agency_code;
pub(crate) mod backwards;

use std::ops::Range;
use std::str::FromStr;

use super::name::line;
use crate::model::{DocumentNumber, ValueError};
use crate::text::character::{is_blank, is_han};
use crate::text::mend::Stretch;
use crate::text::numeral;
use crate::text::source::Source;
use crate::text::span::Span;
use crate::text::words::ends;
use agency_code::{agency_code, organ_start};
use backwards::{Back, Bracket, Digits, closing, opening};

/// A number and its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// From the agency code, or the issuer of an order, to `号`.
    pub(crate) range: Range<usize>,
    /// 机关代字: `国办发`.
    pub(crate) agency_code: Option<Range<usize>>,
    /// 年份, 1949 to 2100.
    pub(crate) year: Option<u16>,
    /// 序号; the first of a list (`〔2008〕108、118号`).
    pub(crate) serial: u32,
    /// Whether a bracket, `号` or half the year is missing.
    pub(crate) damaged: bool,
}

impl Number {
    /// The number with its words, read from `stretch`.
    pub(crate) fn spell(self, stretch: &Stretch<'_>) -> DocumentNumber {
        let text = stretch.as_str();
        DocumentNumber {
            text: text[self.range.clone()].to_owned(),
            agency_code: self.agency_code.map(|range| text[range].to_owned()),
            year: self.year,
            serial: self.serial,
            span: stretch.span(self.range),
        }
    }

    /// The same number, where its text stands `by` bytes into a longer one.
    pub(crate) fn moved(self, by: usize) -> Number {
        let moved = |range: Range<usize>| range.start + by..range.end + by;
        Number { range: moved(self.range), agency_code: self.agency_code.map(moved), ..self }
    }
}

/// Reads a number that stands alone: `湘政发〔2024〕7号`, `国务院令第412号`. Its span is that of the words without the blanks
/// around them.
///
/// ```
/// let number: gongwen::DocumentNumber = "湘政发[2024]7号".parse()?;
/// assert_eq!((number.agency_code.as_deref(), number.year, number.serial), (Some("湘政发"), Some(2024), 7));
/// assert!("湘政发20247号".parse::<gongwen::DocumentNumber>().is_err());
/// # Ok::<(), gongwen::ValueError>(())
/// ```
impl FromStr for DocumentNumber {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let source = Source::new(text);
        let stretch = source.stretch(source.trim(Span::new(0, text.len())));
        let words = stretch.as_str();
        let whole = document_number(words).filter(|&(_, end)| end == words.len());
        let number = whole.map(|(number, _)| number).filter(|number| !number.damaged);
        let number =
            number.ok_or_else(|| ValueError::new(text, "a document number such as 湘政发〔2024〕7号"))?;
        Ok(number.spell(&stretch))
    }
}

/// The number at the start of `text`, with the number of bytes it takes.
///
/// Here `第412号` and `2006年第6号` count by themselves, and `号` may be missing.
pub(crate) fn document_number(text: &str) -> Option<(Number, usize)> {
    /// A guess.
    const LONGEST_CHARS: usize = 64;
    // most words hold neither sign, and one look tells
    let (mut sign, mut close, mut end) = (None, None, text.len());
    for (count, (at, c)) in text.char_indices().enumerate() {
        if count == LONGEST_CHARS {
            end = at;
            break;
        }
        match c {
            '号' => sign = sign.or(Some(at)),
            _ if closing(c) == Some(Bracket::Square) => close = close.or(Some(at + c.len_utf8())),
            _ => {}
        }
    }
    let by_sign = sign.and_then(|at| number_before(text, 0, at, Reach::Start));
    let number = by_sign.or_else(|| unsigned(&text[..end], close?))?;
    let end = number.range.end;
    Some((number, end))
}

/// All numbers in `text`, in order. Blanks and line breaks may stand inside.
pub(crate) fn numbers(text: &str) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    for (at, _) in text.match_indices('号') {
        let floor = found.last().map_or(0, |number| number.range.end);
        if at >= floor {
            found.extend(number_before(text, floor, at, Reach::Anywhere));
        }
    }
    found
}

/// How much of the text before a number belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// All of it.
    Start,
    /// As much as can be a code or an issuer.
    Anywhere,
}

/// `国发〔2004〕16`, the `号` left out; `serial` is the place behind the bracket that closes.
fn unsigned(head: &str, serial: usize) -> Option<Number> {
    let digits =
        head[serial..].find(|c| !numeral::is_digit(c) && !is_blank(c)).unwrap_or(head.len() - serial);
    let end = serial + head[serial..][..digits].trim_end_matches(is_blank).len();
    let open = head[end..].chars().next().is_some_and(|c| is_han(c) || c == '、');
    let number = bracketed(head, 0, end, Reach::Start).filter(|number| !open && number.range.start == 0)?;
    Some(Number { range: 0..end, damaged: true, ..number })
}

fn number_before(text: &str, floor: usize, sign: usize, reach: Reach) -> Option<Number> {
    bracketed(text, floor, sign, reach)
        .or_else(|| year_first(text, floor, sign))
        .or_else(|| order(text, floor, sign, reach))
        .filter(|number| reach == Reach::Anywhere || number.range.start == 0)
}

/// ```text
/// bracketed = [code] open year close [第] serial *("、" serial) 号
/// fused     = code [open] year serial 号                            ; damaged
/// ```
///
/// GB/T 9704—2012, 7.2.5 wants `〔〕`; `[]` `［］` `﹝﹞` `（）` `【】` and mixed pairs were seen, lost brackets in OCR text
/// (`环发正1999）278号`, `全绿字20176号`).
fn bracketed(text: &str, floor: usize, sign: usize, reach: Reach) -> Option<Number> {
    let mut back = Back { text: &text[floor..sign] };
    let (first, serial) = serials(&mut back)?;
    back.word("第");
    let Some(close) = back.bracket(closing) else { return fused(text, floor, sign, &first, back) };
    let year = back.digits()?;
    let value = year.value(0..4).and_then(in_range);
    if !(year.len == 4 && value.is_some() || year.len == 2) {
        return None;
    }
    let open = back.bracket(opening);
    if open.is_none() {
        back.word("正").or_else(|| back.word("C")).or_else(|| back.word("c"));
    }
    let bracket = floor + back.text.len();
    let code = agency_code(text, floor, bracket);
    let weak = open.is_none() || open == Some(Bracket::Round);
    let long = |code: &Range<usize>| text[code.clone()].chars().nth(SHORT_CHARS).is_some();
    if weak && code.as_ref().is_none_or(long) {
        return None;
    }
    let order = code.clone().filter(|code| is_order(&text[code.clone()]));
    let start = match order {
        Some(_) => issuer_start(text, floor, bracket, reach),
        None => code.as_ref().map_or(bracket, |code| code.start),
    };
    Some(Number {
        range: start..sign + '号'.len_utf8(),
        agency_code: code.filter(|_| order.is_none()),
        year: value,
        serial,
        damaged: open != Some(close) || value.is_none(),
    })
}

/// Codes longer than this need sound brackets behind them. A guess.
const SHORT_CHARS: usize = 8;

fn fused(text: &str, floor: usize, sign: usize, digits: &Digits, mut back: Back<'_>) -> Option<Number> {
    const KINDS: &str = "发函字办规电法综文秘批复通政府";
    let year = digits.value(0..4).and_then(in_range)?;
    let serial = digits.value(4..digits.len)?;
    let open = back.bracket(opening);
    let bracket = floor + back.text.len();
    let code = agency_code(text, floor, bracket)?;
    let kind = text[code.clone()].chars().next_back().is_some_and(|c| KINDS.contains(c));
    let plausible = open.is_some() || kind && text[code.clone()].chars().nth(1).is_some();
    plausible.then(|| Number {
        range: code.start..sign + '号'.len_utf8(),
        agency_code: Some(code),
        year: Some(year),
        serial,
        damaged: true,
    })
}

/// ```text
/// year_first = open year close 1*8(Han) serial 号   ; Han ends in 字, 发 or 函
/// ```
///
/// Seen until about 1990: `〔1989〕福字37号`.
fn year_first(text: &str, floor: usize, sign: usize) -> Option<Number> {
    let mut back = Back { text: &text[floor..sign] };
    let serial = back.digits()?;
    back.word("第");
    let end = floor + back.text.len();
    let code = back.text.char_indices().rev().take(SHORT_CHARS).take_while(|&(_, c)| is_han(c));
    let start = floor + code.last()?.0;
    back.text = &text[floor..start];
    back.bracket(closing).filter(|&close| close == Bracket::Square)?;
    let digits = back.digits().filter(|digits| digits.len == 4)?;
    let year = digits.value(0..4).and_then(in_range)?;
    back.bracket(opening)?;
    text[start..end].ends_with(['字', '发', '函']).then(|| Number {
        range: floor + back.text.len()..sign + '号'.len_utf8(),
        agency_code: Some(start..end),
        year: Some(year),
        serial: serial.value(0..serial.len).unwrap_or_default(),
        damaged: false,
    })
}

/// ```text
/// order = [issuer] word [open] [year 年] [第] serial 号 [close]   ; word = 令 / 公告 / 通告
///       / [issuer] [year 年] [第] serial 号 word
/// ```
///
/// Orders run on without a year (`国务院令第412号`) or by the year (`公告2013年14号`); only they may count in Han (`第七十一号`).
fn order(text: &str, floor: usize, sign: usize, reach: Reach) -> Option<Number> {
    let mut back = Back { text: &text[floor..sign] };
    let arabic = back.digits();
    let serial = match &arabic {
        Some(digits) => digits.value(0..digits.len)?,
        None => back.han()?,
    };
    let counted = back.word("第").is_some();
    let by_year = back.word("年").is_some();
    let year = if by_year { Some(back.year()?) } else { None };
    if arabic.is_none() && !counted {
        return None;
    }
    let number = floor + back.text.len();
    let open = back.bracket(opening);
    let ahead = floor + back.text.len();
    let mut end = sign + '号'.len_utf8();
    let start = if ends_in_title(back.text) {
        // 关于…的公告（2016年第57号）
        open.and(counted.then_some(number))?
    } else if ends(back.text, &ORDERS) {
        end += if open.is_some() { closed(&text[end..]) } else { 0 };
        issuer_start(text, floor, ahead, reach)
    } else if let Some(word) = ORDERS.iter().find(|word| text[end..].starts_with(**word)) {
        end += word.len();
        issuer_start(text, floor, number, reach)
    } else {
        let head = text[floor..number].trim_matches(is_blank);
        let alone = counted && (head.is_empty() || by_year && line::is_organisation(head));
        (reach == Reach::Start && alone).then_some(floor)?
    };
    Some(Number { range: start..end, agency_code: None, year, serial, damaged: false })
}

/// What an order calls itself, where its number follows.
const ORDERS: [&str; 3] = ["令", "公告", "通告"];

/// Whether `text` ends in the title of an order, not in its name: `关于…的公告`.
fn ends_in_title(text: &str) -> bool {
    ORDERS.iter().any(|word| text.strip_suffix(word).is_some_and(|subject| subject.ends_with('的')))
}

/// Whether `text` is an order's issuer and name; `沪府令` is a code.
fn is_order(text: &str) -> bool {
    ORDERS.iter().any(|word| {
        text.strip_suffix(word).is_some_and(|issuer| issuer.is_empty() || line::ends_as_organ(issuer))
    })
}

fn closed(text: &str) -> usize {
    text.chars().next().filter(|&c| closing(c).is_some()).map_or(0, char::len_utf8)
}

/// Where the issuer begins that ends at `end`, or whose `令` or `公告` does.
fn issuer_start(text: &str, floor: usize, end: usize, reach: Reach) -> usize {
    /// Names of joint issuers of an order among them: a guess.
    const LONGEST_CHARS: usize = 60;
    let joined = |c| is_han(c) || is_blank(c) || c == '、';
    let whole =
        || text[floor..end].chars().all(joined) && text[floor..end].chars().nth(LONGEST_CHARS).is_none();
    if reach == Reach::Start && whole() {
        return floor;
    }
    let word =
        ORDERS.iter().find(|word| text[floor..end].ends_with(**word)).map_or(end, |word| end - word.len());
    organ_start(text, floor, word).unwrap_or(word)
}

/// Serial numbers before `号`, `108、118` as well: the digits next to `号`, and the first number's value.
fn serials(back: &mut Back<'_>) -> Option<(Digits, u32)> {
    /// A guess; two were seen.
    const MOST_SERIALS: usize = 4;
    let digits = back.digits()?;
    let mut value = digits.value(0..digits.len)?;
    for _ in 0..MOST_SERIALS {
        let rest = back.text;
        let Some(first) = back.word("、").and_then(|()| back.digits()) else {
            back.text = rest;
            break;
        };
        value = first.value(0..first.len)?;
    }
    Some((digits, value))
}

fn in_range(year: u32) -> Option<u16> {
    u16::try_from(year).ok().filter(|year| (1949..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_number(text: &str, code: Option<&str>, year: Option<u16>, serial: u32) {
        let found = numbers(text);
        let [number] = &found[..] else { panic!("{text}: {found:?}") };
        let found = (number.agency_code.clone().map(|range| &text[range]), number.year, number.serial);
        assert_eq!(found, (code, year, serial), "{text}");
    }

    #[test]
    fn brackets_have_many_shapes() {
        for text in [
            "国办发〔2023〕12号",
            "国办发﹝2023﹞12号",
            "国办发[2023]12号",
            "国办发［２０２３］１２号",
            "国办发（2023）12号",
            "国办发(2023)12号",
            "国办发【2023】12号",
            "国办发〔2023〕第12号",
            "国办发〔 2023 〕 12 号",
            "国办发〔20\n23〕12号",
            "国办发〔2023〕012号",
        ] {
            assert_number(text, Some("国办发"), Some(2023), 12);
            assert!(!numbers(text)[0].damaged, "{text}");
            assert_eq!(document_number(text).unwrap().1, text.len(), "{text}");
        }
    }

    #[test]
    fn damaged_brackets_are_read_and_told() {
        for (text, code, year, serial) in [
            ("环发正1999）278号", "环发", 1999, 278),
            ("全绿字20176号", "全绿字", 2017, 6),
            ("安监总厅人事函201737号", "安监总厅人事函", 2017, 37),
            ("工信部规C2011］5号", "工信部规", 2011, 5),
            ("国发〔2011)5号", "国发", 2011, 5),
        ] {
            assert_number(text, Some(code), Some(year), serial);
            assert!(numbers(text)[0].damaged, "{text}");
        }
        assert_number("文物博发〔97〕067号", Some("文物博发"), None, 67);
        let (number, end) = document_number("国发〔2004〕16）").unwrap();
        assert_eq!((number.serial, end, number.damaged), (16, "国发〔2004〕16".len(), true));
    }

    #[test]
    fn the_code_begins_after_what_is_no_code() {
        for (text, code) in [
            ("关于成立领导小组的通知渝府办发〔2020〕87号", "渝府办发"),
            ("7日豫政〔2013〕1号", "豫政"),
            ("按照国办发〔2023〕12号文", "国办发"),
            ("贯彻落实了国发〔2023〕12号", "国发"),
            ("《办法》（皖政（普发）〔2015〕3号）", "皖政（普发）"),
            ("农（人力评）函[2000]12号", "农（人力评）函"),
            ("各县人民政府办公室闽政办〔2012〕3号", "闽政办"),
            ("湘 政 发 〔2016〕21号", "湘 政 发"),
            ("特急 国办发〔2023〕12号", "国办发"),
            ("发文字号：财建〔2012〕148号", "财建"),
            ("国发〔2013〕5号和京政发〔2013〕6号", "京政发"),
            ("〔1989〕福字37号", "福字"),
            ("国家环境保护总局环发〔1999〕3号", "环发"),
            ("对国办发〔2012〕3号", "国办发"),
            ("沪府令〔2015〕3号", "沪府令"),
            ("安委\n\n办〔2008〕8号", "安委\n\n办"),
        ] {
            let number = numbers(text).pop().unwrap();
            assert_eq!(number.agency_code.map(|range| &text[range]), Some(code), "{text}");
        }
    }

    #[test]
    fn orders_have_no_code() {
        for (text, year, serial, whole) in [
            ("（国务院令第412号）", None, 412, "国务院令第412号"),
            ("根据国务院令第412号", None, 412, "国务院令第412号"),
            ("国家税务总局公告2013年第23号", Some(2013), 23, "国家税务总局公告2013年第23号"),
            ("公告2013年14号", Some(2013), 14, "公告2013年14号"),
            ("国家林业局公告（2006年第6号）", Some(2006), 6, "国家林业局公告（2006年第6号）"),
            ("国务院第412号令", None, 412, "国务院第412号令"),
            ("公告第七十一号", None, 71, "公告第七十一号"),
            ("中华人民共和国主席令第七十四号", None, 74, "中华人民共和国主席令第七十四号"),
            ("工业和信息化部令第3号", None, 3, "工业和信息化部令第3号"),
            ("（1995年2月6日审计署令第15号）", None, 15, "审计署令第15号"),
            ("交通运输部令〔2011〕第5号", Some(2011), 5, "交通运输部令〔2011〕第5号"),
        ] {
            assert_number(text, None, year, serial);
            assert_eq!(&text[numbers(text)[0].range.clone()], whole);
        }
    }

    #[test]
    fn an_order_number_may_stand_alone_at_the_start() {
        for (text, taken) in
            [("第412号", "第412号"), ("2006年第6号）", "2006年第6号"), ("第七十一号", "第七十一号")]
        {
            assert_eq!(document_number(text).map(|(_, end)| &text[..end]), Some(taken));
        }
        assert_eq!(document_number("财政部 国家税务总局令第5号").unwrap().0.range.start, 0);
    }

    #[test]
    fn near_misses_are_no_numbers() {
        for text in [
            "",
            "号",
            "12号",
            "第12号楼",
            "第3号台风",
            "一号文件",
            "2013年第3号台风",
            "（2012）5号楼",
            "2017600号",
            "〔XX〕XX号",
            "身份证号",
            "〔1848〕3号",
            "2024〕3号",
            "12345678901234号",
        ] {
            assert_eq!(numbers(text), [], "{text}");
        }
        for text in ["按照国办发〔2023〕12号", "12号", "国办发", "以下简称国办发〔2023〕12号"]
        {
            assert_eq!(document_number(text), None, "{text}");
        }
    }

    #[test]
    fn lists_are_one_number_with_the_first_serial() {
        assert_number("财税〔2008〕108、118号", Some("财税"), Some(2008), 108);
    }
}
