//! What repeats on the pages of a file and is none of its text: running heads and page numbers.

use std::collections::HashMap;

use crate::Finding;

/// The lines of all pages without page numbers and without the heads and feet that most pages repeat; a finding says how
/// many lines were left out.
pub(crate) fn without_furniture(pages: &[Vec<String>], findings: &mut Vec<Finding>) -> Vec<String> {
    let heads = repeated(pages.iter().map(|page| page.first()));
    let feet = repeated(pages.iter().map(|page| page.last()));
    let numbered = numbered(pages);
    let mut kept = vec![];
    let mut left_out = 0;
    for (at, page) in pages.iter().enumerate() {
        let last = page.len().saturating_sub(1);
        for (place, line) in page.iter().enumerate() {
            let shape = shape(line);
            let number = numbered
                .is_some_and(|offset| page_number(line).is_some_and(|number| number == at_page(at, offset)));
            let furniture = place == 0 && heads.contains_key(&shape)
                || place == last && (number || feet.contains_key(&shape))
                || place == 0 && number
                || place + 1 == last && feet.contains_key(&shape);
            if furniture { left_out += 1 } else { kept.push(line.clone()) }
        }
    }
    if left_out > 0 {
        let message =
            format!("{left_out} lines with page numbers or heads that the pages repeat are left out");
        findings.push(Finding::note("page-furniture", message));
    }
    kept
}

/// The lines that stand at one place of more than half of the pages, at least three, but for their digits.
fn repeated<'p>(lines: impl Iterator<Item = Option<&'p String>>) -> HashMap<String, usize> {
    let mut counts = HashMap::<String, usize>::new();
    let mut pages = 0;
    for line in lines.flatten() {
        pages += 1;
        *counts.entry(shape(line)).or_default() += 1;
    }
    // a line of digits alone is judged as a page number
    counts.retain(|shape, count| *count >= 3 && *count * 2 > pages && shape.chars().any(char::is_alphabetic));
    counts
}

/// A line without blanks and digits.
fn shape(line: &str) -> String {
    line.chars().filter(|c| !c.is_whitespace() && !c.is_numeric()).collect()
}

/// What is to be added to the place of a page to have its number, if the first or last lines of most pages, at least two,
/// are numbers that run with the pages: a year that stands there once is none.
fn numbered(pages: &[Vec<String>]) -> Option<i64> {
    let mut counts = HashMap::<i64, usize>::new();
    for (at, page) in pages.iter().enumerate() {
        let ends = [page.first(), page.last()];
        for number in ends.into_iter().flatten().filter_map(|line| page_number(line)) {
            *counts.entry(number - i64::try_from(at).ok()?).or_default() += 1;
        }
    }
    let (offset, count) = counts.into_iter().max_by_key(|(offset, count)| (*count, -offset.abs()))?;
    (count >= 2 && count * 2 > pages.len()).then_some(offset)
}

fn at_page(at: usize, offset: i64) -> i64 {
    i64::try_from(at).unwrap_or(i64::MAX).saturating_add(offset)
}

/// The number of a page: `3`, `— ３ —`, `第3页`, `第3页 共8页`, `3/8`.
fn page_number(line: &str) -> Option<i64> {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        c => c,
    };
    let bare = line.chars().filter(|c| !c.is_whitespace()).map(narrow).collect::<String>();
    let bare = bare.trim_matches(['-', '—', '–', '－', '─', '·', '~', '～']);
    let bare = bare.strip_prefix('第').unwrap_or(bare);
    let digits = bare.chars().take_while(char::is_ascii_digit).count();
    let rest = &bare[digits..];
    let of = |rest: &str| rest.chars().all(|c| c.is_ascii_digit() || "/页共，,（）()".contains(c));
    (digits > 0 && digits < 5 && of(rest)).then(|| bare[..digits].parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(pages: &[&[&str]]) -> (Vec<String>, usize) {
        let pages = pages.iter().map(|page| page.iter().map(ToString::to_string).collect());
        let pages = pages.collect::<Vec<Vec<String>>>();
        let mut findings = vec![];
        let kept = without_furniture(&pages, &mut findings);
        (kept, findings.len())
    }

    #[test]
    fn numbers_that_run_with_the_pages_are_left_out() {
        let (lines, findings) = kept(&[&["甲", "— 1 —"], &["乙", "— 2 —"], &["丙", "第 3 页 共 3 页"]]);
        assert_eq!((lines.join(""), findings), ("甲乙丙".to_owned(), 1));
        assert_eq!(kept(&[&["12", "甲"], &["13", "乙"]]).0, ["甲", "乙"]);
        assert_eq!(kept(&[&["甲", "—　１　—"], &["乙", "—　２　—"]]).0, ["甲", "乙"]);
    }

    #[test]
    fn a_number_that_does_not_run_stays() {
        let (lines, findings) = kept(&[&["关于", "2013"], &["年的通知", "2"], &["丙"]]);
        assert_eq!((lines.join("|"), findings), ("关于|2013|年的通知|2|丙".to_owned(), 0));
        assert_eq!(kept(&[&["甲", "1"]]).0, ["甲", "1"]);
    }

    #[test]
    fn heads_that_repeat_are_left_out() {
        let (lines, findings) = kept(&[
            &["翠湖市人民政府公报 第1页", "甲"],
            &["翠湖市人民政府公报 第2页", "乙"],
            &["翠湖市人民政府公报 第3页", "丙"],
        ]);
        assert_eq!((lines.join(""), findings), ("甲乙丙".to_owned(), 1));
        assert_eq!(kept(&[&["附件", "甲"], &["附件", "乙"], &["丙"], &["丁"]]).1, 0);
    }
}
