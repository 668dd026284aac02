//! Lines of words over columns, which blanks part: `序号 工作任务 责任单位`.

use super::column::{Column, column, head};
use super::grid::{Row, Slot, fields};
use super::units::is_units;
use crate::text::boundary::{ceil, floor};
use crate::text::character::{is_blank, is_han, squeezed};
use crate::text::span::Span;

/// The longest line of words over columns in bytes: fifteen columns. A guess.
pub(super) const HEAD_BYTES: usize = 300;
/// Bytes around a word in which its line begins and ends, if it holds nothing else. A guess.
const ALONE_BYTES: usize = 60;

/// The places of words that end what stands over a column of units.
pub(super) fn heads(text: &str) -> Vec<usize> {
    let ends = |at: usize, word: &str| {
        let behind = &text[at + word.len()..];
        behind.is_empty() || behind.starts_with(|c| is_blank(c) || matches!(c, '/' | '（' | '(' | '│'))
    };
    let of = move |word: &'static str| {
        memchr::memmem::find_iter(text.as_bytes(), word).filter(move |&at| ends(at, word))
    };
    let mut places: Vec<usize> = of("单位").chain(of("部门")).chain(of("分工")).collect();
    places.sort_unstable();
    places
}

/// Whether a line holds nothing but the word that such a place ends.
pub(super) fn is_alone(text: &str, head: usize) -> bool {
    let line = &text
        [ceil(text, head.saturating_sub(ALONE_BYTES))..floor(text, (head + ALONE_BYTES).min(text.len()))];
    let at = head - ceil(text, head.saturating_sub(ALONE_BYTES));
    let before = line[..at].rsplit('\n').next().unwrap_or_default();
    let behind = line[at..].split('\n').next().unwrap_or_default();
    !before.trim().contains(is_blank) && !behind.trim().contains(is_blank)
}

/// The line of words over columns around `at`.
pub(super) fn head_at(text: &str, at: usize) -> Option<(Span, Cells)> {
    let reach = ceil(text, at.saturating_sub(HEAD_BYTES));
    let before = &text[reach..at];
    let start = match before.rfind('\n') {
        Some(at) => reach + at + 1,
        None if reach == 0 => 0,
        None => return None,
    };
    let reach = floor(text, (at + HEAD_BYTES).min(text.len()));
    let behind = &text[at..reach];
    let end = match behind.find('\n') {
        Some(len) => at + len,
        None if reach == text.len() => reach,
        None => return None,
    };
    let line = Span::new(start, end);
    Cells::of_head(text, line).map(|cells| (line, cells))
}

/// The words over columns, and what they say.
pub(super) struct Cells {
    pub(super) row: Row,
    pub(super) words: String,
    pub(super) columns: Vec<Column>,
}

impl Cells {
    pub(super) fn of_head(text: &str, line: Span) -> Option<Self> {
        let fields = halved_words(text, spaced_words(text, fields(text, line)));
        let words: Vec<String> = fields.iter().map(|field| squeezed(&text[field.range()])).collect();
        let columns = head(&words)?.of_units()?;
        // 牵头单位 省财政厅 配合单位 省商务厅
        let named = words.iter().any(|word| column(word).is_none() && is_units(word));
        let row = fields.into_iter().enumerate().map(|(at, span)| Slot::single(span, at)).collect();
        (!named).then(|| Cells { row, words: words.concat(), columns })
    }
}

/// Words whose characters were set apart made one: `工　作　任　务`.
fn spaced_words(text: &str, fields: Vec<Span>) -> Vec<Span> {
    let single = |field: &Span| {
        let mut characters = text[field.range()].chars();
        characters.next().is_some_and(is_han) && characters.next().is_none()
    };
    let mut words: Vec<Span> = Vec::with_capacity(fields.len());
    let mut open = false;
    for field in fields {
        let lone = single(&field);
        match words.last_mut() {
            Some(last) if lone && open => *last = last.hull(field),
            _ => words.push(field),
        }
        // 序 号 and then 工　作　任　务
        open = lone
            && words
                .last()
                .is_some_and(|last| column(&squeezed(&text[last.range()])) != Some(Column::Number));
    }
    words
}

/// Words that a blank parts in two made one: `重点 工作`, `牵头 单位`.
fn halved_words(text: &str, fields: Vec<Span>) -> Vec<Span> {
    const FIRST: &[&str] = &["重点", "主要", "具体", "责任", "牵头", "配合", "完成", "工作", "参加", "负责"];
    const SECOND: &[&str] = &["工作", "任务", "内容", "措施", "单位", "部门", "时限", "时间", "事项", "目标"];
    let word = |field: &Span| squeezed(&text[field.range()]);
    let mut words: Vec<Span> = Vec::with_capacity(fields.len());
    for field in fields {
        match words.last_mut() {
            Some(last) if FIRST.contains(&&*word(last)) && SECOND.contains(&&*word(&field)) => {
                *last = last.hull(field);
            }
            _ => words.push(field),
        }
    }
    words
}
