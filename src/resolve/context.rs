//! What every answer is read in: the document parts and their dates.
//!
//! The scope of a reading is the *part*, not the file: an attached plan is read with the date of the notice that issues
//! it, a forwarded paper with its own.

use super::division::Month;
use crate::{Date, Document, Notice, Spanned};

/// The notice and its parts.
#[derive(Debug)]
pub(crate) struct Context<'n> {
    /// The original input.
    pub(crate) text: &'n str,
    pub(crate) notice: &'n Notice,
    /// The notice proper, then what is attached to it, as [`Notice::documents`] gives them.
    pub(crate) parts: Vec<Part<'n>>,
}

/// One document of the input.
#[derive(Debug)]
pub(crate) struct Part<'n> {
    /// 0 is the notice proper; 1… the attached documents.
    pub(crate) number: usize,
    pub(crate) document: &'n Document,
    /// The day it is read at: its own, else that of the notice that issues it.
    pub(crate) date: Option<Spanned<Date>>,
    /// The year it is read at, where no day is known: that of its number, or of the notice's.
    pub(crate) year: Option<u16>,
}

impl Part<'_> {
    /// The month it is read at: that of its day, else the middle of its year.
    pub(crate) fn month(&self) -> Option<Month> {
        self.date.as_ref().map(|date| Month::from(date.value)).or_else(|| Month::new(self.year?, 7))
    }
}

impl<'n> Context<'n> {
    pub(crate) fn new(text: &'n str, notice: &'n Notice) -> Self {
        let first = dated(&notice.document).or_else(|| labelled(notice));
        let number = |document: &Document| document.header.doc_number.as_ref().and_then(|number| number.year);
        let labelled_number = || {
            notice.metadata.iter().find_map(|line| line.doc_number.as_ref().and_then(|number| number.year))
        };
        let year = first.as_ref().map(|date| date.value.year());
        let year = year.or_else(|| number(&notice.document)).or_else(labelled_number);
        let parts = notice.documents().enumerate().map(|(index, document)| {
            let date =
                dated(document).or_else(|| if number(document).is_none() { first.clone() } else { None });
            let own_year = date.as_ref().map(|date| date.value.year()).or_else(|| number(document));
            let date = if index == 0 { first.clone() } else { date };
            Part { number: index, document, date, year: own_year.or(year) }
        });
        let parts = parts.collect();
        Context { text, notice, parts }
    }
}

/// The month two years before the latest full day in the text, where no part bears a day: limits seldom lie further ahead.
pub(crate) fn earliest(text: &str) -> Option<Month> {
    let years = text.match_indices('年').filter_map(|(at, _)| {
        let mut behind = text[at + '年'.len_utf8()..].chars().take(6);
        let day = behind.clone().position(|c| c == '月')?;
        behind.nth(day + 1).filter(char::is_ascii_digit)?;
        text.get(at.checked_sub(4)?..at)?.parse::<u16>().ok()
    });
    let latest = years.filter(|year| (1980..2100).contains(year)).max()?;
    Month::new(latest.checked_sub(2)?, 1)
}

/// The day a document bears: under its signature, in brackets under its title, in its imprint.
fn dated(document: &Document) -> Option<Spanned<Date>> {
    let imprint = || document.closing.imprint.as_ref().and_then(|imprint| imprint.printed_on.clone());
    document.closing.date.clone().or_else(|| document.header.dated.clone()).or_else(imprint)
}

/// The day that a label of the page gives: `成文日期：2024年5月10日`.
fn labelled(notice: &Notice) -> Option<Spanned<Date>> {
    notice.metadata.iter().find_map(|line| line.date.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_dates(text: &str, expected: &[Option<&str>]) {
        let parsed = crate::parse(text);
        let context = Context::new(text, parsed.notice());
        let dates: Vec<_> =
            context.parts.iter().map(|part| part.date.as_ref().map(|date| date.value.to_string())).collect();
        assert_eq!(dates.iter().map(Option::as_deref).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn an_attached_plan_is_read_at_the_day_of_its_notice() {
        assert_dates(
            "云溪县人民政府关于印发《云溪县修路方案》的通知\n各乡镇人民政府：\n现印发给你们。\n云溪县人民政府\n2024年5月10日\n\n\
             云溪县修路方案\n一、修路。（县交通局负责）",
            &[Some("2024-05-10"), Some("2024-05-10")],
        );
    }

    #[test]
    fn a_label_gives_the_day_where_no_signature_does() {
        assert_dates(
            "成文日期：2024年5月10日\n云溪县人民政府关于修路的通知\n一、修路。",
            &[Some("2024-05-10")],
        );
    }
}
