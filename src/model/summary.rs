//! What a catalogue card says about a whole input: its title, genre, number and date.
//!
//! One file is often a body without its cover notice, or a notice whose page holds the date. Each method names the places
//! that it looks at, in order; where they are all silent the answer is `None`.

use super::{Date, DocumentNumber, Genre, Notice, Title};
use crate::text::span::Spanned;

impl Notice {
    /// The title of the notice proper: in its head, else in a metadata line `标题：…`; where it has none, that of the first
    /// attached document that has one.
    pub fn title(&self) -> Option<&Title> {
        let labelled = || self.metadata.iter().find_map(|line| line.title.as_deref());
        let attached =
            || self.attachments.iter().find_map(|attached| attached.document.header.title.as_ref());
        self.document.header.title.as_ref().or_else(labelled).or_else(attached)
    }

    /// 文种 of [`title`](Notice::title).
    ///
    /// ```
    /// let parsed = gongwen::parse("关于做好防汛工作的通知\n各市人民政府：\n请抓紧落实。");
    /// assert_eq!(parsed.notice().genre(), Some(gongwen::Genre::Circular));
    /// ```
    pub fn genre(&self) -> Option<Genre> {
        self.title()?.genre.as_ref().map(|genre| genre.value)
    }

    /// 发文字号 of the notice proper: in its head, else in a metadata line `发文字号：国办发〔2020〕1号`.
    pub fn doc_number(&self) -> Option<&DocumentNumber> {
        let labelled = || self.metadata.iter().find_map(|line| line.doc_number.as_ref());
        self.document.header.doc_number.as_ref().or_else(labelled)
    }

    /// The year of the notice: of its [`date`](Notice::date), else of its [`doc_number`](Notice::doc_number).
    ///
    /// ```
    /// let parsed = gongwen::parse("云政发〔2031〕5号\n关于修路的通知\n各乡镇：\n请修。");
    /// assert_eq!(parsed.notice().year(), Some(2031));
    /// ```
    pub fn year(&self) -> Option<u16> {
        let of_number = || self.doc_number().and_then(|number| number.year);
        self.date().map(|date| date.value.year()).or_else(of_number)
    }

    /// 成文日期 of the notice proper: under the signature, else in brackets under the title, else in a metadata line
    /// `成文日期：2020-07-15`.
    ///
    /// A date of publication on a web page is none.
    ///
    /// ```
    /// let parsed = gongwen::parse("发布日期：2024-05-11\n关于防汛的通知\n各市：\n请落实。\n省水利厅\n2024年5月10日");
    /// assert_eq!(parsed.notice().date().unwrap().value.to_string(), "2024-05-10");
    /// ```
    pub fn date(&self) -> Option<&Spanned<Date>> {
        let document = &self.document;
        let written = document.closing.date.as_ref().or(document.header.dated.as_ref());
        written.or_else(|| self.metadata.iter().find_map(|line| line.date.as_ref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Attachment, Document};
    use crate::parse;
    use crate::text::span::Span;

    const SPAN: Span = Span { start: 0, end: 0 };

    fn titled(text: &str) -> Document {
        let genre = Some(Spanned { value: Genre::Plan, span: SPAN });
        let title = Title { text: text.to_owned(), issuers: Vec::new(), subject: None, genre, span: SPAN };
        let mut document = Document::default();
        document.header.title = Some(title);
        document
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
        let mut notice = parse("成文日期：2024-05-03\n").into_notice();
        assert_eq!(written(&notice).as_deref(), Some("2024-05-03"));
        notice.document.header.dated = day(2);
        assert_eq!(written(&notice).as_deref(), Some("2024-05-02"));
        notice.document.closing.date = day(1);
        assert_eq!(written(&notice).as_deref(), Some("2024-05-01"));
    }

    #[test]
    fn a_date_of_publication_is_no_date_of_the_notice() {
        assert_eq!(written(parse("发布日期：2024-05-03\n").notice()), None);
    }

    #[test]
    fn a_day_of_a_metadata_line_that_does_not_exist_is_none() {
        assert_eq!(written(parse("成文日期：2023年2月30日\n").notice()), None);
    }
}
