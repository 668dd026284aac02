//! What a catalogue card says about a whole input: its title, genre, number and date.
//!
//! One file is often a body without its cover notice, or a notice whose page holds the date. Each method names the places
//! that it looks at, in order; where they are all silent the answer is `None`.

use crate::grammar::date::date;
use crate::{Date, DocumentNumber, Genre, Metadata, Notice, Spanned, Title};

impl Notice {
    /// The title of the notice proper; where it has none, that of the first attached document that has one.
    pub fn title(&self) -> Option<&Title> {
        let attached = self.attachments.iter().map(|attachment| &attachment.document);
        std::iter::once(&self.document).chain(attached).find_map(|document| document.header.title.as_ref())
    }

    /// 文种 of [`title`](Notice::title).
    pub fn genre(&self) -> Option<Genre> {
        self.title()?.genre.as_ref().map(|genre| genre.value)
    }

    /// 发文字号 of the notice proper.
    pub fn doc_number(&self) -> Option<&DocumentNumber> {
        self.document.header.doc_number.as_ref()
    }

    /// 成文日期 of the notice proper: under the signature, else in brackets under the title, else in a metadata line
    /// `成文日期：2020-07-15`.
    ///
    /// A date of publication on a web page is none.
    pub fn date(&self) -> Option<Spanned<Date>> {
        let document = &self.document;
        let written = document.closing.date.as_ref().or(document.header.dated.as_ref());
        written.cloned().or_else(|| self.metadata.iter().find_map(dated))
    }
}

/// The day that a line `成文日期：2020-07-15` names.
fn dated(line: &Metadata) -> Option<Spanned<Date>> {
    let Metadata { key, value: Spanned { value, span }, .. } = line;
    let (day, _) = (key.value == "成文日期").then(|| date(value)).flatten()?;
    day.map(|value| Spanned { value, span: *span })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Attachment, Document, Span};

    const SPAN: Span = Span { start: 0, end: 0 };

    fn titled(text: &str) -> Document {
        let genre = Some(Spanned { value: Genre::Plan, span: SPAN });
        let title = Title { text: text.to_owned(), issuers: Vec::new(), subject: None, genre, span: SPAN };
        let mut document = Document::default();
        document.header.title = Some(title);
        document
    }

    fn metadata(key: &str, value: &str) -> Metadata {
        let text = |words: &str| Spanned { value: words.to_owned(), span: SPAN };
        Metadata { key: text(key), value: text(value), span: SPAN }
    }

    fn written(notice: &Notice) -> Option<String> {
        notice.date().map(|date| date.value.to_string())
    }

    #[test]
    fn the_notices_own_title_comes_first() {
        let attachments = vec![Attachment { label: None, document: titled("实施方案") }];
        let mut notice = Notice { attachments, ..Notice::default() };
        assert_eq!(notice.title().map(|title| title.text.as_str()), Some("实施方案"));
        assert_eq!(notice.genre(), Some(Genre::Plan));
        notice.document = titled("关于印发实施方案的通知");
        assert_eq!(notice.title().map(|title| title.text.as_str()), Some("关于印发实施方案的通知"));
    }

    #[test]
    fn the_signatures_date_beats_the_one_under_the_title_and_the_pages() {
        let day = |day| Date::new(2024, 5, day).map(|value| Spanned { value, span: SPAN });
        let mut notice =
            Notice { metadata: vec![metadata("成文日期", "2024-05-03")], ..Notice::default() };
        assert_eq!(written(&notice).as_deref(), Some("2024-05-03"));
        notice.document.header.dated = day(2);
        assert_eq!(written(&notice).as_deref(), Some("2024-05-02"));
        notice.document.closing.date = day(1);
        assert_eq!(written(&notice).as_deref(), Some("2024-05-01"));
    }

    #[test]
    fn a_date_of_publication_is_no_date_of_the_notice() {
        let notice = Notice { metadata: vec![metadata("发布日期", "2024-05-03")], ..Notice::default() };
        assert_eq!(written(&notice), None);
    }

    #[test]
    fn a_day_of_a_metadata_line_that_does_not_exist_is_none() {
        let notice =
            Notice { metadata: vec![metadata("成文日期", "2023年2月30日")], ..Notice::default() };
        assert_eq!(written(&notice), None);
    }
}
