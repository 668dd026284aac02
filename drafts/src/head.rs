//! Number, title and recipients.

use gongwen::{DocumentNumber, Genre, Header, Recipients, Span, Title};

use crate::Rule;
use crate::remark::Remarks;

pub(crate) fn header(header: &Header, remarks: &mut Remarks<'_>) {
    if let Some(number) = &header.doc_number {
        self::number(number, remarks);
    }
    if let Some(title) = &header.title {
        genre(title, remarks);
    }
    if let Some(recipients) = &header.recipients {
        colon(recipients, remarks);
    }
}

/// `青政发〔2024〕7号`; those of orders and announcements have another form.
fn number(number: &DocumentNumber, remarks: &mut Remarks<'_>) {
    let words = remarks.slice(number.span);
    let (Some(code), Some(year)) = (&number.agency_code, number.year) else { return };
    let year = year.to_string();
    let Some(at) = words.rfind(&year).filter(|&at| at >= code.len().min(words.len())) else { return };
    let (before, behind) = (&words[..at], &words[at + year.len()..]);
    let opening = before.trim_end().chars().next_back();
    let closing = behind.trim_start().chars().next();
    if (opening, closing) != (Some('〔'), Some('〕')) {
        let found = |sign: Option<char>| {
            sign.filter(|sign| !sign.is_alphanumeric()).map_or(String::new(), String::from)
        };
        let message = format!("found 「{}{year}{}」, expected 〔{year}〕", found(opening), found(closing));
        remarks.add(Rule::NumberBrackets, number.span, message);
    }
    let serial = behind.trim_start_matches(|c: char| c != '第' && !c.is_ascii_digit());
    let place = Span::new(number.span.end - serial.len(), number.span.end);
    let digits = match serial.strip_prefix('第') {
        Some(digits) => {
            remarks.add(
                Rule::NumberOrdinal,
                place,
                format!("found 「{serial}」, expected the serial without 第"),
            );
            digits.trim_start()
        }
        None => serial,
    };
    if digits.starts_with('0') {
        let message = format!("found 「{digits}」, expected 「{}号」", number.serial);
        remarks.add(Rule::NumberZero, place, message);
    }
}

fn genre(title: &Title, remarks: &mut Remarks<'_>) {
    let message = match &title.genre {
        None => "found a title that names no genre (文种), expected one such as 通知 at its end".to_owned(),
        Some(genre) if !is_of_papers(genre.value) => format!(
            "found genre 「{}」, expected one of the fifteen kinds of papers; others are attached to one",
            genre.value
        ),
        Some(_) => return,
    };
    remarks.add(Rule::TitleGenre, title.span, message);
}

/// The fifteen kinds of papers of the regulations.
fn is_of_papers(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Resolution
            | Genre::Decision
            | Genre::Order
            | Genre::Communique
            | Genre::Announcement
            | Genre::Proclamation
            | Genre::Opinions
            | Genre::Circular
            | Genre::Bulletin
            | Genre::Report
            | Genre::Request
            | Genre::Reply
            | Genre::Bill
            | Genre::Letter
            | Genre::Minutes
    )
}

fn colon(recipients: &Recipients, remarks: &mut Remarks<'_>) {
    let found = remarks.slice(recipients.span).trim_end().chars().next_back();
    if found != Some('：') {
        let last = found.map(String::from).unwrap_or_default();
        let message = format!("found recipients that end in 「{last}」, expected a full-width colon");
        remarks.add(Rule::RecipientsColon, recipients.span, message);
    }
}
