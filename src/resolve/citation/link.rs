//! Which of many notices a citation cites.

use std::collections::HashMap;

use super::super::Resolved;
use crate::{DocumentNumber, Notice};

/// For each notice and each of its citations, which notice is cited, if it is among them.
///
/// A citation cites the notice that bears its number; without one, the notice whose title, or the title of what it
/// issues, is the cited one. Where two notices fit, none is answered. `None` too where a notice cites itself.
///
/// ```
/// let texts = [
///     "云政发〔2020〕31号\n云溪县人民政府关于修复水厂的意见\n各乡镇：\n请抓紧施工。",
///     "云溪县水务局关于抢修水厂的通知\n各水厂：\n根据《云溪县人民政府关于修复水厂的意见》（云政发[2020]31号），请抓紧抢修。",
/// ];
/// let parsed = texts.map(|text| (gongwen::parse(text).into_notice(), text));
/// let resolved = parsed.clone().map(|(notice, text)| gongwen::resolve(text, &notice));
/// let notices: Vec<_> = parsed.iter().map(|(notice, _)| notice).zip(&resolved).collect();
/// assert_eq!(gongwen::resolve::link(&notices), [vec![], vec![Some(0)]]);
/// ```
pub fn link(notices: &[(&Notice, &Resolved)]) -> Vec<Vec<Option<usize>>> {
    let mut numbers: HashMap<String, Option<usize>> = HashMap::new();
    let mut titles: HashMap<String, Option<usize>> = HashMap::new();
    let add = |keys: &mut HashMap<String, Option<usize>>, key: String, index: usize| {
        let known = keys.entry(key).or_insert(Some(index));
        if *known != Some(index) {
            *known = None;
        }
    };
    for (index, (notice, _)) in notices.iter().enumerate() {
        notice.doc_number().into_iter().for_each(|number| add(&mut numbers, number_key(number), index));
        let own = notice.title().into_iter().map(|title| title.text.as_str());
        let attached = notice.documents().filter_map(|document| document.header.title.as_ref());
        own.chain(attached.map(|title| title.text.as_str()))
            .for_each(|title| add(&mut titles, title_key(title), index));
    }
    let cited = |index: usize, resolved: &Resolved| {
        let found = resolved.citations.iter().map(|citation| {
            let by_number = citation.doc_number.as_ref().map(|number| numbers.get(&number_key(number)));
            let by_title = || titles.get(&title_key(&citation.title));
            // a number that no notice bears is not outweighed by a title
            let found = by_number.unwrap_or_else(by_title).copied().flatten();
            found.filter(|&found| found != index)
        });
        found.collect()
    };
    notices.iter().enumerate().map(|(index, (_, resolved))| cited(index, resolved)).collect()
}

/// A number in one spelling, whatever its brackets and digits: `国发〔2018〕41号` of `国发[2018]41号`.
///
/// ```
/// let number = |text: &str| gongwen::parse(&format!("{text}\n关于修路的通知\n各乡镇：\n请修。")).notice().doc_number().cloned().unwrap();
/// let key = gongwen::resolve::number_key(&number("云政发﹝2020﹞３１号"));
/// assert_eq!(key, gongwen::resolve::number_key(&number("云政发[2020]31号")));
/// ```
pub fn number_key(number: &DocumentNumber) -> String {
    let words = |text: &str| text.chars().filter(|&c| crate::text::character::is_han(c)).collect::<String>();
    match (&number.agency_code, number.year) {
        (Some(code), Some(year)) => format!("{}〔{year}〕{}号", words(code), number.serial),
        (Some(code), None) => format!("{}{}号", words(code), number.serial),
        // 中华人民共和国国务院令第412号
        (None, year) => {
            let text = words(&number.text);
            let issuer = text.trim_start_matches("中华人民共和国");
            format!("{issuer}{}{}", year.map(|year| year.to_string()).unwrap_or_default(), number.serial)
        }
    }
}

/// A title's words, without marks, blanks and the widths of its brackets.
fn title_key(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).collect()
}
