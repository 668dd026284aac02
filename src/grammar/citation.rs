//! Cited documents: `《题名》（文号）`, `《题名》`.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::date::date;
use super::name::line::is_organisation;
use super::number::{Number, document_number, numbers};
use crate::text::boundary::floor;
use crate::text::character::is_blank;
use crate::text::first_bytes::FirstBytes;
use crate::text::numeral::is_digit;
use crate::text::words;

/// A cited document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cited {
    /// The title without its outer marks.
    pub(crate) title: Range<usize>,
    /// From `《` to `》`.
    pub(crate) span: Range<usize>,
    /// The number in brackets right behind.
    pub(crate) number: Option<Number>,
}

/// All documents that `text` cites, in order.
///
/// ```text
/// citation = 《 title 》 [的通知] [open number]   ; title: up to 200 characters without 。, 《》 〈〉 <> inside
/// ```
///
/// GB/T 15834—2011 nests 《〈〉》; 《《》》 was seen as often. A mark that is never closed is no citation.
pub(crate) fn citations(text: &str) -> Vec<Cited> {
    // most paragraphs cite nothing
    static OPENING: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("《"));
    let Some(first) = OPENING.find(text.as_bytes()) else { return Vec::new() };
    let mut spans: Vec<Range<usize>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, mark) in marks(text, first) {
        match mark {
            Mark::Open => open.push(at),
            Mark::Stop => open.clear(),
            Mark::Close => {
                let Some(start) = open.pop() else { continue };
                if at - start > LONGEST_BYTES {
                    open.clear();
                } else if at - start > MARK_BYTES {
                    while spans.last().is_some_and(|inner| inner.start > start) {
                        spans.pop();
                    }
                    spans.push(start..at + MARK_BYTES);
                }
            }
        }
    }
    spans.into_iter().map(|span| cited(text, span)).collect()
}

/// What may stand between a title and its number: `印发《…》的通知（国发〔2013〕5号）`.
const GENRES: &[&str] = &["的通知", "的意见", "的决定", "的批复", "的函", "的公告", "的通报"];

/// The longest title, in bytes: 200 Han characters. A guess.
const LONGEST_BYTES: usize = 600;

/// The length of `《`, `》` and `。` in bytes.
const MARK_BYTES: usize = 3;

fn cited(text: &str, span: Range<usize>) -> Cited {
    let behind = text[span.end..].trim_start_matches(is_blank);
    let behind = words::behind(behind, GENRES).unwrap_or(behind);
    let number = behind.strip_prefix(['（', '(', '〔', '[', '［', '【', '﹝']).and_then(|inside| {
        let inside = inside.trim_start_matches(is_blank);
        let dated = date(inside).map(|(_, end)| end).or_else(|| month(inside)).unwrap_or(0);
        let inside = inside[dated..].trim_start_matches(|c| is_blank(c) || matches!(c, '，' | ',' | '、'));
        let number = document_number(inside).map(|(number, _)| number).or_else(|| behind_issuer(inside))?;
        Some(number.moved(text.len() - inside.len()))
    });
    Cited { title: span.start + MARK_BYTES..span.end - MARK_BYTES, span, number }
}

/// The length of a year and a month: `2014年9月`.
fn month(text: &str) -> Option<usize> {
    /// Full-width digits and blanks.
    const REACH_BYTES: usize = 30;
    let text = &text[..floor(text, REACH_BYTES)];
    let (year, rest) = text.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let digits =
        |digits: &str, most: usize| (1..=most).contains(&digits.len()) && digits.chars().all(is_digit);
    (digits(year, 12) && digits(month, 6)).then_some(text.len() - rest.len())
}

/// `国家环境保护总局环发〔1998〕12号`: a number behind the name of who gave it.
fn behind_issuer(text: &str) -> Option<Number> {
    /// An issuer of thirty characters and a number: a guess.
    const LONGEST_BYTES: usize = 160;
    let number = numbers(&text[..floor(text, LONGEST_BYTES)]).into_iter().next()?;
    is_organisation(&text[..number.range.start]).then_some(number)
}

enum Mark {
    Open,
    Close,
    Stop,
}

/// Book marks and full stops from `start` on. `《》。` share their first two bytes.
fn marks(text: &str, start: usize) -> impl Iterator<Item = (usize, Mark)> {
    let bytes = text.as_bytes();
    let mut scan = MARKS.scan(bytes);
    let mut at = start;
    std::iter::from_fn(move || {
        while let Some(here) = scan.next(at) {
            at = here + MARK_BYTES;
            let mark = match bytes[here..here + MARK_BYTES] {
                [0xe3, 0x80, 0x8a] => Mark::Open,
                [0xe3, 0x80, 0x8b] => Mark::Close,
                [0xe3, 0x80, 0x82] => Mark::Stop,
                _ => continue,
            };
            return Some((here, mark));
        }
        None
    })
}

/// Where a mark may stand.
static MARKS: FirstBytes = FirstBytes::new(&[0xe3]);

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_cites(text: &str, expected: &[(&str, Option<&str>)]) {
        let found = citations(text);
        let found: Vec<_> = found
            .into_iter()
            .map(|cited| (&text[cited.title], cited.number.map(|number| &text[number.range])))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn titles_may_have_numbers_behind_them() {
        assert_cites(
            "根据《某某意见》（国发〔2013〕5号）和《某某办法》要求，按照《某某令》(国务院令第412号)执行",
            &[("某某意见", Some("国发〔2013〕5号")), ("某某办法", None), ("某某令", Some("国务院令第412号"))],
        );
        for text in [
            "《甲》（国发〔2013〕5号，以下简称《意见》）",
            "《甲》〔国发（2013）5号〕",
            "《甲》（ 国发〔2013〕5号)",
            "《甲》[国发[2013]5号]",
            "《甲》（1995年2月6日审计署令第15号发布）",
            "《甲》（1995年2月审计署令第15号发布）",
            "《甲》（2001年6月19日，国家环境保护总局令第10号）",
            "《甲》（1998年4月8日，国家环境保护总局环发〔1998〕12号）",
            "《甲》（财政部税务总局2023年第28号）",
            "印发《甲》的通知（国发〔2013〕5号）",
        ] {
            assert!(citations(text)[0].number.is_some(), "{text}");
        }
    }

    #[test]
    fn marks_nest_in_three_ways() {
        assert_cites("《关于印发〈办法〉的通知》", &[("关于印发〈办法〉的通知", None)]);
        assert_cites("《关于印发《办法》的通知》", &[("关于印发《办法》的通知", None)]);
        assert_cites("《关于印发<办法>的通知》", &[("关于印发<办法>的通知", None)]);
    }

    #[test]
    fn an_unclosed_mark_hides_no_later_title() {
        assert_cites("按照《某某办法的规定，根据《某某意见》执行", &[("某某意见", None)]);
        assert_cites("按照《某某办法。根据某某意见》执行", &[]);
        assert_cites(&format!("《{}》《乙》", "甲".repeat(201)), &[("乙", None)]);
    }

    #[test]
    fn near_misses_are_no_citations() {
        for text in ["", "《", "》", "《》", "某某》《某某", "〈某某〉", "（国发〔2013〕5号）"]
        {
            assert_cites(text, &[]);
        }
    }

    #[test]
    fn a_remark_behind_a_title_is_no_number() {
        assert_cites("《某某办法》（试行）", &[("某某办法", None)]);
        assert_cites("《某某办法》（以下简称《办法》）", &[("某某办法", None), ("办法", None)]);
    }
}
