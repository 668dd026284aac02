//! 发文字号 that was not found, or damaged.

use super::Doubts;
use crate::grammar::date::date;
use crate::grammar::number::document_number;
use crate::model::Code;
use crate::page::metadata::NUMBER_KEYS;
use crate::text::boundary::last_line;
use crate::text::character::{is_blank, is_han};
use crate::text::numeral;
use crate::text::span::Span;
use crate::text::words::ends;

/// Lines behind the head and at the document's end in which the number is looked for: a guess.
const NEAR_LINES: usize = 3;

impl Doubts<'_, '_> {
    /// What looks like the number that was not found, in the head, right below it, or at the end: `青政发20241号`; a number
    /// without its brackets or with the end of its code alone.
    pub(super) fn number(&mut self) {
        let own = self.document.header.doc_number.as_ref();
        let labelled = || self.notice.metadata.iter().find_map(|label| label.doc_number.as_ref());
        if let Some(number) = own.or_else(labelled) {
            let short = number.agency_code.as_ref().is_some_and(|code| code.chars().nth(1).is_none());
            // 苏府规字20231号
            let digits = number.serial.to_string();
            let yearly = number.year.is_none()
                && digits.len() > 4
                && (digits.starts_with("19") || digits.starts_with("20"));
            let damaged = yearly
                || own.is_none() && document_number(&number.text).is_some_and(|(number, _)| number.damaged);
            if damaged || short {
                let message = format!(
                    "found document number 「{number}」, expected an agency's code and a year in brackets such as 〔2024〕"
                );
                self.report(Code::DamagedNumber, number.span, message);
            }
            return;
        }
        if let Some(label) = self.unread_label() {
            let message = format!("found no document number, but 「{}」 looks like one", self.quoted(label));
            self.report(Code::MissedNumber, label, message);
            return;
        }
        let start = self.source.skip_blanks(0, self.end);
        let head = Span::new(start, self.head_end().max(start));
        let below = self.source.lines(Span::new(head.end, self.end)).take(NEAR_LINES).last();
        let last = self.source.lines(Span::new(head.end, self.end)).rev().take(NEAR_LINES).last();
        let head = Span::new(start, below.map_or(head.end, |below| below.end));
        let foot = last.map_or(head, |last| Span::new(last.start.max(head.end), self.end.max(head.end)));
        let Some(found) = self.like_number(head).or_else(|| self.number_alone(foot)) else { return };
        let message = format!("found no document number, but 「{}」 looks like one", self.quoted(found));
        self.report(Code::MissedNumber, found, message);
    }

    /// What a label of the page gives as the number and is none: `发文字号：青政发〔021〕12号`.
    fn unread_label(&self) -> Option<Span> {
        let labels = self.notice.metadata.iter();
        let mut given = labels.filter(|label| NUMBER_KEYS.contains(&label.key.value.as_str()));
        given.find(|label| label.value.value.ends_with('号')).map(|label| label.value.span)
    }

    /// A line that is nothing but a number, its brackets lost or not.
    fn number_alone(&self, span: Span) -> Option<Span> {
        let mut lines = self.source.lines(span);
        lines.find(|&line| self.like_number(line).is_some_and(|found| found == line))
    }

    /// What looks like a number behind a line's start, a blank or a label, up to 号, its brackets lost or not.
    fn like_number(&self, span: Span) -> Option<Span> {
        let words = self.source.slice(span);
        words.match_indices('号').find_map(|(at, sign)| {
            let behind = &words[at + sign.len()..];
            let ends_line = behind.trim_start_matches(|c| is_blank(c) && c != '\n').starts_with('\n');
            let start = start_of_number(&words[..at], ends_line || behind.is_empty())?;
            Some(Span::new(span.start + start, span.start + at + sign.len()))
        })
    }
}

/// Whether a bracket at the start of the line is open: `（2031年1月30日青州省人民政府青府规字〔2031〕1号文发布）`.
fn opens_line(before: &str) -> bool {
    let line = last_line(before);
    line.trim_start_matches(is_blank).starts_with(['（', '(']) && !line.contains(['）', ')', '《'])
}

/// Where the number begins that ends `head`, at its line's end or not: an agency's code, the year in brackets or without, the
/// serial.
fn start_of_number(head: &str, ends_line: bool) -> Option<usize> {
    /// In bytes: fifteen characters, a guess.
    const CODE_BYTES: usize = 45;
    let inner = |c: char| numeral::is_digit(c) || "〔〕[]［］()（）【】﹝﹞ \n第".contains(c);
    let code = head.trim_end_matches(inner);
    let year = head[code.len()..].trim_start_matches(|c: char| !c.is_ascii_digit());
    let is_year = year.get(..4).is_some_and(|year| year.starts_with("19") || year.starts_with("20"));
    if !is_year || year.len() < 5 || date(year).is_some() {
        return None;
    }
    let han = code.char_indices().rev().take_while(|&(_, c)| is_han(c)).last()?.0;
    // …文件青政发〔2024〕1号
    let han = code[han..].rfind("文件").map_or(han, |at| han + at + "文件".len());
    let length = code.len() - han;
    let before = &head[..han];
    let stands = before.is_empty()
        || before.ends_with(is_blank)
        || before
            .strip_suffix(['：', ':', '|', '】', ']'])
            .is_some_and(|label| label.ends_with(['号', '文', '字']))
        || opens_line(before)
        || before.ends_with("文件");
    let begins_line =
        before.is_empty() || before.trim_end_matches(|c| is_blank(c) && c != '\n').ends_with('\n');
    // 青政发 and no 关于印发
    let is_code = ends_line && begins_line || ends(code, CODES);
    (stands && is_code && (6..=CODE_BYTES).contains(&length)).then_some(han)
}

/// How codes of agencies end.
const CODES: &[&str] = &[
    "发", "函", "字", "办", "规", "电", "令", "文", "通", "告", "厅", "议", "报", "批", "复", "法", "财",
    "建", "科", "税", "贸", "资", "体", "产", "府", "政", "委", "教", "卫", "农", "林", "水", "交", "民",
    "商", "环", "审",
];
