//! 成文日期: `2024年5月10日`.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use nom::branch::alt;
use nom::bytes::complete::{take_while, take_while_m_n};
use nom::character::complete::satisfy;
use nom::combinator::{all_consuming, map, not, opt, recognize};
use nom::multi::fold_many_m_n;
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use crate::model::Date;
use crate::text::character::is_blank;
use crate::text::numeral;
use crate::text::radicals::fold;

/// A day at the start of `text`, with the number of bytes it takes: `2024年5月10日`, `二○○六年十二月二十一日`, `2024-05-10`.
///
/// The inner value is `None` where the words have a date's shape but there is no such day (`2023年2月30日`).
pub(crate) fn date(text: &str) -> Option<(Option<Date>, usize)> {
    let (rest, date) = alt((written_date, dashed_date)).parse(text).ok()?;
    Some((date, text.len() - rest.len()))
}

/// A day written in the text; `None` where the words name no day of the calendar.
pub(crate) type Dated = (Range<usize>, Option<Date>);

/// All days written with `年`, in order, with their places. Blanks and line breaks may stand inside.
pub(crate) fn dates(text: &str) -> Vec<Dated> {
    static YEAR: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("年"));
    let mut found: Vec<Dated> = Vec::new();
    for at in YEAR.find_iter(text.as_bytes()) {
        // 2024年底前
        let month = text[at + "年".len()..].chars().take(MOST_BLANKS + 1).find(|&c| !is_blank(c));
        if !month.is_some_and(is_numeral) {
            continue;
        }
        let floor = found.last().map_or(0, |(range, _)| range.end);
        let Some(start) = year_start(&text[floor..at]).map(|start| floor + start) else { continue };
        if let Ok((rest, date)) = written_date(&text[start..]) {
            found.push((start..text.len() - rest.len(), date));
        }
    }
    found
}

/// Whether `text` is a day with parts left out or masked, and nothing else: `2024年5月 日`, `12月21日`, `××年5月10日`.
///
/// ```text
/// unfinished_day = year 年 [number] 月 [number] [日] / [*4mask 年] number 月 number 日   ; not all of the first
/// ```
pub(crate) fn is_unfinished_day(text: &str) -> bool {
    /// As a whole day with blanks inside has: a guess.
    const LONGEST_BYTES: usize = 60;
    let day = || alt((blank_then('日'), blank_then('曰')));
    let masked = take_while_m_n(0, 4, |c| is_numeral(c) || matches!(c, '×' | 'x' | 'X' | 'Ｘ' | 'ｘ'));
    let known = terminated(alt((map(year, |_| true), map(masked, |_| false))), blank_then('年'));
    let parts = (opt(known), opt(number), blank_then('月'), opt(number), opt(day()), blanks);
    let read = |text| all_consuming(parts).parse(text).ok();
    // few lines end so
    let ends = text.trim_end_matches(is_blank).ends_with(['日', '曰', '月']);
    (ends && text.len() <= LONGEST_BYTES).then(|| read(text)).flatten().is_some_and(
        |(_, (known, month, _, date, day, _))| {
            let rest = month.is_some() && date.is_some() && day.is_some();
            if known == Some(true) { !rest } else { rest }
        },
    )
}

/// Where the four digits at the end of `text` begin, no fifth before them.
fn year_start(text: &str) -> Option<usize> {
    /// Four digits, and the most blanks in each of three gaps.
    const LONGEST_CHARS: usize = 4 + 3 * MOST_BLANKS;
    let mut digits = text.char_indices().rev().take(LONGEST_CHARS).filter(|&(_, c)| !is_blank(c));
    let start = (&mut digits).take(4).map_while(|(at, c)| is_numeral(c).then_some(at)).collect::<Vec<_>>();
    let start = start.get(3).copied()?;
    text[..start].chars().next_back().is_none_or(|c| !numeral::is_digit(c)).then_some(start)
}

/// The most blanks that one gap in a date holds. A guess that keeps the look-back short.
const MOST_BLANKS: usize = 8;

type Found<'t, T> = IResult<&'t str, T>;

/// ```text
/// written_date = year 年 number 月 number (日 / 曰)
/// ```
///
/// GB/T 9704—2012, 7.3.5.4 wants Arabic numerals; Han ones stood until 2012. `曰` is OCR's reading of `日`.
fn written_date(text: &str) -> Found<'_, Option<Date>> {
    let (rest, (year, _, month, _, day, _)) =
        (year, blank_then('年'), number, blank_then('月'), number, alt((blank_then('日'), blank_then('曰'))))
            .parse(text)?;
    Ok((rest, year.zip(month).zip(day).and_then(|((year, month), day)| Date::new(year, month, day))))
}

/// ```text
/// dashed_date = year sep number sep number   ; sep = the same - / or . twice
/// ```
///
/// As labelled lines of web pages have it; a time behind it is left alone.
fn dashed_date(text: &str) -> Found<'_, Option<Date>> {
    let (rest, (year, separator)) = (arabic_year, satisfy(is_separator)).parse(text)?;
    let number = || map(take_while_m_n(1, 2, numeral::is_digit), small);
    let end = not(satisfy(numeral::is_digit));
    let (rest, (month, _, day)) =
        (number(), satisfy(|c| c == separator), terminated(number(), end)).parse(rest)?;
    Ok((rest, year.zip(month).zip(day).and_then(|((year, month), day)| Date::new(year, month, day))))
}

fn arabic_year(text: &str) -> Found<'_, Option<u16>> {
    map(take_while_m_n(4, 4, numeral::is_digit), numeral::year).parse(text)
}

/// ```text
/// year = 4digit   ; of any script, blanks between
/// ```
fn year(text: &str) -> Found<'_, Option<u16>> {
    let digit = preceded(blanks, satisfy(is_numeral));
    let digits = recognize(fold_many_m_n(4, 4, digit, || (), |(), _| ()));
    map(digits, |digits: &str| numeral::year_of(characters(digits))).parse(text)
}

/// ```text
/// number = 1*3numeral   ; blanks before and between
/// ```
fn number(text: &str) -> Found<'_, Option<u8>> {
    let digit = preceded(blanks, satisfy(is_numeral));
    map(recognize(fold_many_m_n(1, 3, digit, || (), |(), _| ())), small).parse(text)
}

fn small(digits: &str) -> Option<u8> {
    numeral::number_of(characters(digits)).and_then(|value| u8::try_from(value).ok())
}

fn characters(text: &str) -> impl Iterator<Item = char> + Clone {
    text.chars().filter(|&c| !is_blank(c)).map(fold)
}

fn blanks(text: &str) -> Found<'_, &str> {
    take_while(is_blank).parse(text).and_then(|(rest, gap)| {
        if gap.chars().nth(MOST_BLANKS).is_some() {
            nom::combinator::fail().parse(text)
        } else {
            Ok((rest, gap))
        }
    })
}

fn blank_then<'t>(c: char) -> impl Parser<&'t str, Output = char, Error = nom::error::Error<&'t str>> {
    preceded(blanks, satisfy(move |found| fold(found) == c))
}

fn is_numeral(c: char) -> bool {
    numeral::position_digit(fold(c)).is_some() || numeral::is_han_numeral(fold(c))
}

fn is_separator(c: char) -> bool {
    matches!(c, '-' | '/' | '.' | '－' | '／' | '．')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_date(text: &str, day: Option<&str>, taken: &str) {
        let (date, end) = date(text).unwrap();
        assert_eq!((date.map(|date| date.to_string()).as_deref(), &text[..end]), (day, taken), "{text}");
    }

    #[test]
    fn days_are_read_in_all_their_forms() {
        for (text, day) in [
            ("2024年5月10日", "2024-05-10"),
            ("2024年05月10日", "2024-05-10"),
            ("２０２４年５月１０日", "2024-05-10"),
            ("二〇二四年五月十日", "2024-05-10"),
            ("二○○六年十二月二十一日", "2006-12-21"),
            ("二ОО四年三月十六曰", "2004-03-16"),
            ("二OO四年三月三十一日", "2004-03-31"),
            ("二　○　○　八　年 七 月 二 十 五 日", "2008-07-25"),
            ("2024 年 5 月 10 日", "2024-05-10"),
            ("2024年⼀⽉⼗⽇", "2024-01-10"),
            ("2024-05-10", "2024-05-10"),
            ("2024/5/10", "2024-05-10"),
            ("2024.5.10", "2024-05-10"),
        ] {
            assert_date(text, Some(day), text);
        }
    }

    #[test]
    fn what_follows_the_day_is_left_alone() {
        assert_date("2024-05-10 08:30", Some("2024-05-10"), "2024-05-10");
        assert_date("2024年5月10日印发", Some("2024-05-10"), "2024年5月10日");
        assert_date("2024.5.10。", Some("2024-05-10"), "2024.5.10");
    }

    #[test]
    fn a_day_that_does_not_exist_has_a_shape_but_no_value() {
        for text in ["2023年2月30日", "2023年13月1日", "1848年1月1日", "2023-00-10", "二〇二三年二月三十日"]
        {
            assert_date(text, None, text);
        }
    }

    #[test]
    fn near_misses_are_no_days() {
        for text in [
            "",
            "2024年",
            "2024年5月",
            "5月10日",
            "2024-5/10",
            "2024.5.103",
            "204年5月10日",
            "2024年底前",
            "第2024年5月1日",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_with_parts_left_out_is_unfinished() {
        for text in [
            "2024年5月 日",
            "2024年5月",
            "2024年　月　日",
            "二〇二四年五月　日",
            "12月21日",
            "十二月二十一日",
            "20xx年5月10日",
            "×年5月10日",
            "年五月十日",
        ] {
            assert!(is_unfinished_day(text), "{text}");
        }
        for text in ["2024年5月10日", "12月", "月 日", "2024年", "5月10日前", "12月21日15时", ""]
        {
            assert!(!is_unfinished_day(text), "{text}");
        }
    }

    #[test]
    fn days_are_found_in_running_text_over_line_breaks() {
        let text = "12024年5月1日，自2024年5\n月10日起至二〇二五年一月一日，2024年底，2023年2月30日";
        let found = dates(text);
        let slices: Vec<_> = found.iter().map(|(range, _)| &text[range.clone()]).collect();
        assert_eq!(slices, ["2024年5\n月10日", "二〇二五年一月一日", "2023年2月30日"]);
        assert_eq!(found[2].1, None);
    }
}
