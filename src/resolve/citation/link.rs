//! Which of many notices a citation cites.

use std::collections::HashMap;

use super::ResolvedCitation;
use crate::resolve::Resolved;
use crate::text::character::is_han;
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
    let mut index = NoticeIndex::default();
    for (notice, _) in notices {
        index.add(NoticeKeys::of(notice));
    }
    let cited = |own: usize, resolved: &Resolved| {
        let found = resolved.citations.iter().map(|citation| index.cited(&CitationKey::of(citation)));
        found.map(|found| found.filter(|&found| found != own)).collect()
    };
    notices.iter().enumerate().map(|(own, (_, resolved))| cited(own, resolved)).collect()
}

/// What a notice may be cited by: its number, its title, the titles of what is attached to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoticeKeys {
    number: Option<String>,
    titles: Vec<String>,
}

impl NoticeKeys {
    /// The keys of a notice.
    pub fn of(notice: &Notice) -> Self {
        let attached = notice.documents().filter_map(|document| document.header.title.as_ref());
        let titles = notice.title().into_iter().chain(attached).map(|title| title_key(&title.text));
        NoticeKeys { number: notice.doc_number().map(number_key), titles: titles.collect() }
    }
}

/// What a citation cites by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CitationKey {
    /// The number behind the title, in one spelling.
    Number(String),
    /// The title, where no number stands behind it.
    Title(String),
}

impl CitationKey {
    /// The key of a citation. A title that also a number follows is found by the number alone.
    pub fn of(citation: &ResolvedCitation) -> Self {
        match &citation.doc_number {
            Some(number) => CitationKey::Number(number_key(number)),
            None => CitationKey::Title(title_key(&citation.title)),
        }
    }
}

/// Notices by what they may be cited by.
#[derive(Debug, Clone, Default)]
pub struct NoticeIndex {
    count: usize,
    numbers: HashMap<String, Option<usize>>,
    titles: HashMap<String, Option<usize>>,
}

impl NoticeIndex {
    /// Adds the next notice: the first is 0.
    pub fn add(&mut self, keys: NoticeKeys) {
        let own = self.count;
        self.count += 1;
        let add = |known: &mut HashMap<String, Option<usize>>, key: String| {
            let notice = known.entry(key).or_insert(Some(own));
            // two notices with one key: neither is the answer
            if *notice != Some(own) {
                *notice = None;
            }
        };
        keys.number.into_iter().for_each(|number| add(&mut self.numbers, number));
        keys.titles.into_iter().for_each(|title| add(&mut self.titles, title));
    }

    /// The one notice that is cited so.
    pub fn cited(&self, key: &CitationKey) -> Option<usize> {
        let found = match key {
            CitationKey::Number(number) => self.numbers.get(number),
            CitationKey::Title(title) => self.titles.get(title),
        };
        found.copied().flatten()
    }
}

/// A number in one spelling, whatever its brackets and digits: `国发〔2018〕41号` of `国发[2018]41号`.
///
/// ```
/// let number = |text: &str| gongwen::parse(&format!("{text}\n关于修路的通知\n各乡镇：\n请修。")).notice().doc_number().cloned().unwrap();
/// let key = gongwen::resolve::number_key(&number("云政发﹝2020﹞３１号"));
/// assert_eq!(key, gongwen::resolve::number_key(&number("云政发[2020]31号")));
/// ```
pub fn number_key(number: &DocumentNumber) -> String {
    let words = |text: &str| text.chars().filter(|&c| is_han(c)).collect::<String>();
    let year = number.year.map(|year| format!("〔{year}〕")).unwrap_or_default();
    let code = match &number.agency_code {
        Some(code) => words(code),
        // 中华人民共和国国务院令第412号 and 国务院令第412号 are one
        None => words(&number.text).trim_start_matches("中华人民共和国").trim_end_matches('号').to_owned(),
    };
    format!("{code}{year}{}号", number.serial)
}

/// A title's words, without marks, blanks and the widths of its brackets.
///
/// ```
/// use gongwen::resolve::title_key;
/// assert_eq!(title_key("关于印发《修路 方案》的通知"), title_key("关于印发〈修路方案〉的通知"));
/// ```
pub fn title_key(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).collect()
}
