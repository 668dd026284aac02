//! Tables of Markdown: a line of bars, a line `|---|---|` below it, and the lines of bars behind.

use super::grid::{Found, Merges, Row, Slot, trimmed, words};
use crate::page::metadata::is_key;
use crate::text::span::Span;

/// The tables of a text.
pub(super) fn tables(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(bar) = memchr::memchr(b'|', &text.as_bytes()[at..]) {
        let head = line_at(text, at + bar);
        let below = (head.end < text.len()).then(|| line_at(text, head.end + 1));
        at = match below.and_then(|below| table(text, head, below)) {
            Some(table) => {
                let end = table.span.end;
                found.push(table);
                end
            }
            None => head.end,
        };
    }
    found
}

/// The table whose words over columns stand on `head`, if `below` is the line of dashes.
fn table(text: &str, head: Span, below: Span) -> Option<Found> {
    let columns = cells(text, head);
    let dashes = cells(text, below);
    let ruled =
        dashes.len() == columns.len() && dashes.iter().all(|slot| is_dashes(&text[slot.span.range()]));
    // a page's box of labels is none of the notice's tables
    let labels = words(text, &columns).iter().any(|word| is_key(word));
    if !ruled || columns.len() < 2 || labels {
        return None;
    }
    let mut end = below.end;
    let mut rows = vec![columns];
    while end < text.len() {
        let line = line_at(text, end + 1);
        let row = cells(text, line);
        if row.is_empty() {
            break;
        }
        rows.push(row);
        end = line.end;
    }
    (rows.len() > 1).then_some(Found {
        span: Span::new(head.start, end),
        rows,
        merges: Merges::Unknown,
        mixed: Vec::new(),
    })
}

/// The line around `at`, its break left out.
fn line_at(text: &str, at: usize) -> Span {
    let start = memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |before| before + 1);
    let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |len| at + len);
    Span::new(start, end)
}

/// The cells between the bars of a line; none where it holds no bar.
fn cells(text: &str, line: Span) -> Row {
    let inside = trimmed(text, line);
    let words = &text[inside.range()];
    if !words.contains('|') {
        return Row::new();
    }
    let start = inside.start + usize::from(words.starts_with('|'));
    let closed = words.len() > 1 && words.ends_with('|') && !words.ends_with("\\|");
    let end = (inside.end - usize::from(closed)).max(start);
    let mut row = Row::new();
    let mut from = start;
    let bars = memchr::memchr_iter(b'|', &text.as_bytes()[start..end]).map(|at| start + at);
    for bar in bars.filter(|&bar| !text[..bar].ends_with('\\')).chain([end]) {
        row.push(Slot::single(trimmed(text, Span::new(from, bar)), row.len()));
        from = bar + 1;
    }
    row
}

/// `---`, `:--:`
fn is_dashes(cell: &str) -> bool {
    let dashes = cell.strip_prefix(':').unwrap_or(cell);
    let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
    !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_reaches_to_the_last_line_of_bars() {
        let text = "分工\n| 任务 | 责任单位 |\n| :-- | --- |\n| 巡山 | 县林业局 |\n|挂牌| |\n注：无。\n";
        let found = tables(text);
        assert_eq!(found.len(), 1);
        let rows: Vec<Vec<&str>> = found[0]
            .rows
            .iter()
            .map(|row| row.iter().map(|slot| &text[slot.span.range()]).collect())
            .collect();
        assert_eq!(rows, [["任务", "责任单位"], ["巡山", "县林业局"], ["挂牌", ""]]);
        assert!(text[found[0].span.end..].starts_with("\n注"));
    }

    #[test]
    fn bars_without_a_line_of_dashes_are_none() {
        for text in [
            "|",
            "| 任务 | 责任单位 |\n| 巡山 | 县林业局 |",
            "| 标题 | 通知 |\n|---|---|---|",
            "首页 | 政务\n---|---|",
        ] {
            assert!(tables(text).is_empty(), "{text}");
        }
    }
}
