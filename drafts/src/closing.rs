//! The list of attachments, the attachments, the date, and who gets a copy.

use gongwen::{Closing, Notice, Span, Text};

use crate::Rule;
use crate::remark::Remarks;

pub(crate) fn closing(notice: &Notice, remarks: &mut Remarks<'_>) {
    let closing = &notice.document.closing;
    attachments(closing, notice, remarks);
    date(closing, notice, remarks);
    copies(closing, remarks);
}

fn attachments(closing: &Closing, notice: &Notice, remarks: &mut Remarks<'_>) {
    let labels: Vec<&Text> =
        notice.attachments.iter().filter_map(|attached| attached.label.as_ref()).collect();
    let (listed, attached) = (closing.attachment_list.len(), labels.len());
    if let (Some(first), Some(last), true) =
        (closing.attachment_list.first(), closing.attachment_list.last(), attached > 0 && attached != listed)
    {
        let message = format!(
            "found {listed} names in the list of attachments and {attached} attachments, expected as many"
        );
        remarks.add(Rule::AttachmentCount, Span::new(first.span.start, last.span.end), message);
    }
    for name in &closing.attachment_list {
        let within = name.value.chars().next_back().filter(|last| is_mark(*last));
        let behind =
            remarks.behind(name.span).filter(|(next, place)| is_mark(*next) && place.start == name.span.end);
        let place = Span::new(name.span.start, behind.map_or(name.span.end, |(_, place)| place.end));
        if let Some(mark) = within.or(behind.map(|(mark, _)| mark)) {
            let message = format!("found mark 「{mark}」 behind the name of an attachment, expected none");
            remarks.add(Rule::AttachmentMark, place, message);
        }
    }
    for label in labels {
        let within = label.value.ends_with(['：', ':']);
        let behind = remarks
            .behind(label.span)
            .filter(|(next, place)| matches!(next, '：' | ':') && place.start == label.span.end);
        if within || behind.is_some() {
            let message = format!(
                "found a colon behind 「{}」, expected none",
                label.value.trim_end_matches(['：', ':'])
            );
            remarks.add(Rule::AttachmentColon, label.span, message);
        }
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '，' | ',' | '、')
}

fn date(closing: &Closing, notice: &Notice, remarks: &mut Remarks<'_>) {
    let header = &notice.document.header;
    let Some(date) = &closing.date else {
        let place = header.recipients.as_ref().map(|recipients| recipients.span);
        let place = place.or(header.doc_number.as_ref().map(|number| number.span));
        if let (Some(place), None) = (place, &header.dated) {
            remarks.add(
                Rule::DateMissing,
                place,
                "found a notice without a date, expected one behind its text",
            );
        }
        return;
    };
    let words = remarks.slice(date.span);
    let written: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let expected = format!("{}年{}月{}日", date.value.year(), date.value.month(), date.value.day());
    if written != expected {
        remarks.add(Rule::DateForm, date.span, format!("found 「{written}」, expected 「{expected}」"));
    }
}

fn copies(closing: &Closing, remarks: &mut Remarks<'_>) {
    let Some(last) = closing.imprint.as_ref().and_then(|imprint| imprint.copies_to.last()) else { return };
    if !remarks.slice(last.span).ends_with('。')
        && remarks.behind(last.span).is_none_or(|(next, _)| next != '。')
    {
        remarks.add(Rule::CopiesStop, last.span, "found no 。 behind the last of those who get a copy");
    }
}
