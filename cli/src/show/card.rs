//! What stands before and after a body, a line a thing.

use gongwen::{Closing, Document, Header, Metadata, Notice, Text};

use crate::messages::{
    ANNOTATION, APPROVERS, ATTACHMENT_LIST, COPIES_TO, COPY_NUMBER, DATE, FROM_METADATA, GENRE, ISSUER_MARK,
    ISSUERS, METADATA, NUMBER, PRINTED_ON, PRINTER, RECIPIENTS, REPEATED_TITLES, SECRECY, SIGNATORIES,
    SUBJECT_WORDS, TITLE, UNDER_TITLE, URGENCY,
};
use crate::show::Extent;
use crate::show::page::{Item, Omitted, Page};

/// Header and closing of the notice proper, and what the page around it says.
pub(crate) fn notice(page: &mut Page, notice: &Notice) {
    let Document { header, closing, .. } = &notice.document;
    metadata(page, &notice.metadata);
    let number = notice.doc_number().filter(|_| header.doc_number.is_none());
    let date = notice.date().filter(|_| closing.date.is_none() && header.dated.is_none());
    let labelled = notice.metadata.iter().find_map(|line| line.title.as_ref());
    let title = labelled.filter(|_| header.title.is_none());
    page.list(0, TITLE, title.map(|title| Item::new(&title.text).marked(FROM_METADATA.get())));
    page.list(0, NUMBER, number.map(|number| Item::new(number).marked(FROM_METADATA.get())));
    page.list(0, DATE, date.map(|date| Item::new(&date.value).marked(FROM_METADATA.get())));
    card(page, &notice.document);
}

/// Header and closing of a document.
pub(crate) fn card(page: &mut Page, document: &Document) {
    header(page, &document.header);
    closing(page, &document.closing);
}

fn metadata(page: &mut Page, lines: &[Metadata]) {
    let said = lines.iter().filter(|line| !line.value.value.is_empty());
    page.list(0, METADATA, said.map(|line| Item::new(&format!("{}：{}", line.key.value, line.value.value))));
}

fn header(page: &mut Page, header: &Header) {
    page.list(0, COPY_NUMBER, items(&header.copy_number));
    page.list(0, SECRECY, items(&header.secrecy));
    page.list(0, URGENCY, items(&header.urgency));
    page.list(0, ISSUER_MARK, items(&header.issuer_mark));
    page.list(0, NUMBER, header.doc_number.as_ref().map(Item::new));
    page.list(0, APPROVERS, items(&header.approvers));
    if let Some(title) = &header.title {
        page.list(0, TITLE, [Item::new(&title.text)]);
        page.list(0, ISSUERS, items(&title.issuers));
        page.list(0, GENRE, title.genre.as_ref().map(|genre| Item::new(&genre.value)));
    }
    match page.extent() {
        Extent::Full => page.list(0, REPEATED_TITLES, items(&header.repeated_titles)),
        Extent::Brief => header.repeated_titles.iter().for_each(|_| page.omit(Omitted::Title)),
    }
    page.list(0, DATE, header.dated.as_ref().map(|date| Item::new(&date.value).marked(UNDER_TITLE.get())));
    page.list(0, RECIPIENTS, items(header.recipients.iter().flat_map(|recipients| &recipients.names)));
}

fn closing(page: &mut Page, closing: &Closing) {
    page.list(0, SIGNATORIES, items(&closing.signatories));
    page.list(0, DATE, closing.date.as_ref().map(|date| Item::new(&date.value)));
    page.list(0, ANNOTATION, items(&closing.annotation));
    page.list(0, ATTACHMENT_LIST, items(&closing.attachment_list));
    if let Some(imprint) = &closing.imprint {
        page.list(0, SUBJECT_WORDS, items(&imprint.subject_words));
        page.list(0, COPIES_TO, items(&imprint.copies_to));
        page.list(0, PRINTER, items(&imprint.printer));
        page.list(0, PRINTED_ON, imprint.printed_on.as_ref().map(|date| Item::new(&date.value)));
    }
}

fn items<'n>(texts: impl IntoIterator<Item = &'n Text>) -> impl Iterator<Item = Item> {
    texts.into_iter().map(|text| Item::new(&text.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_card(source: &str, lines: &[&str]) {
        let mut page = Page::new(80, Extent::Brief);
        super::notice(&mut page, gongwen::parse(source).notice());
        let text = anstream::adapter::strip_str(&page.into_text()).to_string();
        assert_eq!(text.lines().collect::<Vec<_>>(), lines);
    }

    #[test]
    fn a_number_and_a_day_that_metadata_alone_give_say_so() {
        assert_card(
            "发文字号：青教规〔2023〕2号\n成文日期：2023年3月6日\n\n关于规范收费的通知\n\n各市教育局：\n",
            &[
                "metadata                发文字号：青教规〔2023〕2号；成文日期：2023年3月6日",
                "number                  青教规〔2023〕2号 [metadata]",
                "date                    2023-03-06 [metadata]",
                "title                   关于规范收费的通知",
                "genre                   通知",
                "recipients              各市教育局",
            ],
        );
    }

    #[test]
    fn a_day_under_the_title_says_so() {
        assert_card(
            "关于旱区饮水的意见\n\n（2005年3月1日）\n\n各市人民政府：\n\n饮水事关民生。\n",
            &[
                "title                   关于旱区饮水的意见",
                "genre                   意见",
                "date                    2005-03-01 [under the title]",
                "recipients              各市人民政府",
            ],
        );
    }
}
