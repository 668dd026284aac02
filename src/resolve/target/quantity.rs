//! Quantities as words: `8～10个`, `95%以上`, `1.2个百分点左右`.

use std::ops::Range;

use super::Comparator;
use crate::text::first_bytes::FirstBytes;
use crate::text::numeral;
use crate::text::words::{Words, behind, plain};

/// A number with its unit, and the word behind it that compares.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    /// From the first digit to the end of unit and comparing word.
    pub(super) range: Range<usize>,
    pub(super) value: f64,
    /// The second number of a range.
    pub(super) to: Option<f64>,
    /// As written: `万人`, `个百分点`.
    pub(super) unit: String,
    /// What the words behind it say: `以上`, `左右`; or that it is a range.
    pub(super) comparator: Option<Comparator>,
}

/// All quantities of `text` that have a known unit, in order.
pub(super) fn quantities(text: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut scan = DIGITS.scan(bytes);
    while let Some(start) = scan.next(at) {
        // ， begins as １ does
        if bytes[start] == 0xef && !text[start..].starts_with(numeral::is_digit) {
            at = start + 3;
            continue;
        }
        let number = number(&text[start..]);
        let end = start + number.map_or(1, |(_, end)| end);
        at = end.max(start + text[start..].chars().next().map_or(1, char::len_utf8));
        let inside_a_name = start > 0
            && (bytes[start - 1].is_ascii_alphanumeric()
                || matches!(bytes[start - 1], b'.' | b'+' | b'-' | b'/'));
        let before = &text[..start];
        if inside_a_name || before.ends_with(['第', '〔', '［', '＋', '．']) {
            continue;
        }
        if let Some(quantity) = number.and_then(|(value, end)| quantity(text, start, value, start + end)) {
            at = quantity.range.end;
            found.push(quantity);
        }
    }
    found
}

/// Where a number may begin.
static DIGITS: FirstBytes =
    FirstBytes::new(&[b'0', b'1', b'2', b'3', b'4', b'5', b'6', b'7', b'8', b'9', 0xef]);

/// `1,234.5` at the start of `text`, and its length.
fn number(text: &str) -> Option<(f64, usize)> {
    let mut digits = String::new();
    let mut end = 0;
    let mut point = false;
    for (at, c) in text.char_indices() {
        if let Some(digit) = numeral::digit(c) {
            digits.extend(char::from_digit(digit, 10));
        } else if matches!(c, '.' | '．')
            && !point
            && text[at + c.len_utf8()..].starts_with(numeral::is_digit)
        {
            digits.push('.');
            point = true;
        } else if !(c == ',' && !point && groups(&text[at + 1..])) {
            break;
        }
        end = at + c.len_utf8();
    }
    Some((digits.parse().ok()?, end))
}

/// Whether three digits follow and no fourth.
fn groups(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3
}

fn quantity(text: &str, start: usize, value: f64, end: usize) -> Option<Quantity> {
    let rest = &text[end..];
    // 2%—3%
    let after_unit = rest.strip_prefix(['%', '％']).unwrap_or(rest);
    let second = dash(after_unit).and_then(|rest| {
        let (value, end) = number(rest)?;
        Some((value, &rest[end..]))
    });
    let (to, rest) = match second {
        Some((to, rest)) if to > value => (Some(to), rest),
        _ => (None, rest),
    };
    // 100余家
    let (more, rest) = match behind(rest, &["余", "多"]) {
        Some(rest) => (Some(Comparator::AtLeast), rest),
        None => (None, rest),
    };
    let unit_end = unit(rest)?;
    let (unit, rest) = rest.split_at(unit_end);
    let (said, rest) = compared(rest);
    let comparator = to.map(|_| Comparator::Range).or(said).or(more);
    Some(Quantity { range: start..text.len() - rest.len(), value, to, unit: unit.to_owned(), comparator })
}

fn dash(text: &str) -> Option<&str> {
    const DASHES: [&str; 11] = ["——", "--", "—", "－", "-", "~", "～", "–", "―", "─", "至"];
    DASHES.iter().find_map(|dash| text.strip_prefix(dash))
}

/// `以上`, `（含）以上`, `以内`, `左右` at the start of `text`, and what follows.
fn compared(text: &str) -> (Option<Comparator>, &str) {
    const WORDS: [(&str, Comparator); 9] = [
        ("及以上", Comparator::AtLeast),
        ("或以上", Comparator::AtLeast),
        ("以上", Comparator::AtLeast),
        ("及以下", Comparator::AtMost),
        ("以下", Comparator::AtMost),
        ("以内", Comparator::AtMost),
        ("之内", Comparator::AtMost),
        ("左右", Comparator::About),
        ("上下", Comparator::About),
    ];
    let rest = behind(text, &["（含）", "(含)"]).unwrap_or(text);
    let found = WORDS.iter().find_map(|&(word, said)| Some((said, rest.strip_prefix(word)?)));
    found.map_or((None, text), |(said, rest)| (Some(said), rest))
}

/// The length of the unit at the start of `text`: a scale, a measure, and what it is counted by: `万平方米`, `微克/立方米`.
fn unit(text: &str) -> Option<usize> {
    let scaled = behind(text, SCALES).unwrap_or(text);
    let unscaled = || if scaled.len() == text.len() { None } else { measure(text) };
    let measured = measure(scaled).or_else(unscaled)?;
    let end = text.len() - measured.len();
    let per = measured.strip_prefix(['/', '／']).and_then(measure);
    Some(per.map_or(end, |rest| text.len() - rest.len()))
}

/// What follows the measure at the start of `text`.
fn measure(text: &str) -> Option<&str> {
    let found = match text.bytes().next()? {
        0..0x80 => LATIN.iter().find_map(|measure| text.strip_prefix(measure))?,
        _ => MEASURES.behind(text)?,
    };
    let measure = &text[..text.len() - found.len()];
    // 个月 is a length; 人均 and the like begin other words
    let word = |words: &[&str]| words.iter().any(|word| found.starts_with(word));
    let other = match measure {
        // 5000吨级泊位
        _ if word(&["级"]) && !word(&["级以"]) => true,
        "个" => word(&["月", "季度", "自然日"]),
        "人" => word(&["均", "民", "才", "工", "大", "员"]),
        "项" => word(&["目录"]),
        "度" => word(&["假"]),
        "日" => word(&["前", "起"]),
        _ => false,
    };
    (!other).then_some(found)
}

const SCALES: &[&str] = &["百万", "千万", "百亿", "千亿", "万亿", "十万", "十亿", "万", "亿", "百", "千"];

/// Measures in Latin letters, and the sign of hundredths.
const LATIN: [&str; 7] = ["%", "TEU", "MW", "GW", "kW", "Mbps", "Gbps"];

#[rustfmt::skip]
static MEASURES: Words = Words::new(&plain([
    "％", "‰", "个百分点", "百分点", "倍", "个", "家", "项", "条", "座", "所", "处", "件", "名", "人次", "人", "户次", "户",
    "套", "辆", "台套", "台（套）", "台(套)", "台", "艘", "架次", "架", "只", "头标准猪", "头", "亩", "公顷", "平方米", "平方公里", "立方米", "公里", "千米", "海里", "米",
    "吨标准煤", "吨公里", "吨", "标准箱", "标箱", "元", "美元", "欧元", "港元", "千瓦时", "千瓦", "兆瓦", "吉瓦时", "吉瓦", "度", "瓦",
    "天", "日", "个工作日", "工作日", "个小时", "小时", "分钟", "岁", "次", "批次", "批", "届",
    "场次", "场", "期", "种", "类", "门", "部", "篇", "册", "张", "份", "对", "组", "支", "片", "块", "段", "口", "眼", "盏", "棵", "株",
    "床", "张床位", "床位", "个床位", "班列", "列", "班", "趟", "例", "宗", "笔", "单", "斤", "公斤", "千克", "升", "毫克", "微克",
    "层", "栋", "幢", "间", "孔", "道", "艘次", "标台", "标米", "起", "对列",
]));

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_quantity(text: &str, value: f64, to: Option<f64>, unit: &str, comparator: Option<Comparator>) {
        let found = quantities(text);
        let [quantity] = found.as_slice() else { panic!("{text}: {found:?}") };
        assert_eq!(
            (quantity.value, quantity.to, quantity.unit.as_str(), quantity.comparator),
            (value, to, unit, comparator),
            "{text}"
        );
    }

    #[test]
    fn numbers_units_and_comparing_words_are_read() {
        assert_quantity("达到95%以上", 95.0, None, "%", Some(Comparator::AtLeast));
        assert_quantity("提高1.2个百分点左右", 1.2, None, "个百分点", Some(Comparator::About));
        assert_quantity("培育8～10个基地", 8.0, Some(10.0), "个", Some(Comparator::Range));
        assert_quantity("增长2%—3%", 2.0, Some(3.0), "%", Some(Comparator::Range));
        assert_quantity("达到4150万人", 4150.0, None, "万人", None);
        assert_quantity("营收5百亿元以上", 5.0, None, "百亿元", Some(Comparator::AtLeast));
        assert_quantity("达到14,800亿元", 14800.0, None, "亿元", None);
        assert_quantity("降到35微克/立方米以下", 35.0, None, "微克/立方米", Some(Comparator::AtMost));
        assert_quantity("不少于１５％", 15.0, None, "％", None);
        assert_quantity("建成100余家", 100.0, None, "家", Some(Comparator::AtLeast));
    }

    #[test]
    fn numbers_without_a_measure_are_no_quantities() {
        for text in [
            "推动5G网络",
            "世界500强",
            "12345热线",
            "“1+20”方案",
            "2024年",
            "3个月",
            "第2条",
            "5A级景区",
            "S26段",
            "〔2022〕142号",
            "3.0版",
        ] {
            assert_eq!(quantities(text), [], "{text}");
        }
    }
}
